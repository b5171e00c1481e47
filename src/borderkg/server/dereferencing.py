"""An IRI of ours leads to what is known of the thing (W3C, Cool URIs for the Semantic Web, 2008, section 4.2).

`/id/port/manzhouli` names a port, which no server can send: 303 leads to its page or to a document about it, as the client
takes it. `/data/port/manzhouli.ttl` is such a document: what is said, by which claims, from where. Every answer says by
`Link` which others there are, under which licence, and by which IRI the thing is cited (RFC 8288, RFC 8574).
"""

from html import escape
from itertools import islice
from typing import Final
from urllib.parse import quote

import pyoxigraph as ox
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from borderkg import explorer
from borderkg.graph.about import knows, said
from borderkg.graph.description import LICENCE
from borderkg.graph.store import current
from borderkg.server import rdf
from borderkg.server.answers import Streamed, tag, unchanged
from borderkg.server.entities import graph_of
from borderkg.server.messages import Task
from borderkg.server.negotiation import GRAPHS
from borderkg.server.problems import missing, problem
from borderkg.server.sparql import allowed, shared_with_pages
from borderkg.vocabulary import BASE, BKC, BKG, GRAPH, ID, PREFIXES

_METHODS: Final = ["GET", "HEAD", "OPTIONS"]
_ENDINGS: Final = {media: form.file_extension for media, form in GRAPHS.items()}
_MEDIA: Final = {ending: media for media, ending in _ENDINGS.items()}
_MOST: Final = 2000
"""Statements of a page; a document has them all."""

DESCRIBED: Final = '</.well-known/void>; rel="describedby", </.well-known/dcat>; rel="describedby"'
"""Where the dataset as a whole is described."""


def links(iri: str) -> str:
    """The Link header of what leads to a thing, or tells of it."""
    path = f"/data/{quote(iri.removeprefix(ID))}"
    forms = [f'<{path}.{ending}>; rel="alternate"; type="{media}"' for media, ending in _ENDINGS.items()]
    more = [f'<{path}.ttl>; rel="describedby"; type="text/turtle"', f'<{_ascii(iri)}>; rel="cite-as"']
    return ", ".join([*forms, *more, f'<{LICENCE.value}>; rel="license"', DESCRIBED])


def _ascii(iri: str) -> str:
    """An IRI as a URI, which a header takes (RFC 3987, section 3.1)."""
    return quote(iri, safe="%/:=&?~#+!$,;'@()*[]")


async def _thing(request: Request) -> Response:
    """See the page or the document."""
    if request.method == "OPTIONS":
        return allowed(_METHODS)
    name = request.path_params["name"]
    iri = ID + name
    graph = await run_in_threadpool(graph_of, request)
    if not await run_in_threadpool(knows, graph.store, iri):
        return _unknown(request, iri)
    media = rdf.chosen(request)
    headers = {"Link": links(iri), "Vary": "Accept", "Cache-Control": "no-cache"}
    if media is None:
        offered = ", ".join((*rdf.HTML, *GRAPHS))
        return problem("not-acceptable", f"This is told as {offered}.", f"可用的格式：{offered}。", headers=headers)
    if media in GRAPHS:
        return RedirectResponse(f"/data/{quote(name)}.{_ENDINGS[media]}", 303, headers)
    has_page = await run_in_threadpool(graph.names.has, iri)
    return RedirectResponse(
        f"/entity?iri={quote(iri, safe='')}" if has_page else f"/data/{quote(name)}.html", 303, headers
    )


async def _document(request: Request) -> ASGIApp:
    """A document about a thing, in the format that its address ends with."""
    if request.method == "OPTIONS":
        return allowed(_METHODS)
    name, _, ending = request.path_params["name"].rpartition(".")
    if ending == "html":
        return await run_in_threadpool(_page, request, ID + name)
    if ending not in _MEDIA:
        return _unknown(request, ID + request.path_params["name"])
    return about(request, ID + name, _MEDIA[ending])


def about(request: Request, iri: str, accept: str) -> ASGIApp:
    """The document about a thing in the format that a header likes best; 404 and 406 are problems."""
    same = unchanged(request, tag(current(request.app.state.place).name, accept))
    headers = {"Link": links(iri)} if iri.startswith(ID) else {}
    return same or Streamed(request.app.state.pool, Task(accept=accept, about=iri), tagged=True, headers=headers)


def _unknown(request: Request, iri: str) -> Response:
    return missing(request, f"{iri[:200]}: nothing is said of it here.", f"{iri[:200]}：此处没有相关内容。")


# The page of what has no name, and so no page in the explorer: a claim, its evidence, a rule

_BODY: Final = """<h1>{title}</h1>
<p><code>{iri}</code> · <a href="{data}">Turtle</a></p>
<table><thead><tr><th>属性 Property</th><th>值 Value</th></tr></thead>
<tbody>
{rows}
</tbody></table>"""


def _page(request: Request, iri: str) -> Response:
    store = graph_of(request).store
    if not knows(store, iri):
        return _unknown(request, iri)
    version = tag(store.version.name, "html")
    same = unchanged(request, version)
    if same:
        return same
    pairs = sorted({(str(quad.predicate), str(quad.object)) for quad in islice(said(store, ox.NamedNode(iri)), _MOST)})
    rows = "\n".join(f"<tr><th>{_shown(one)}</th><td>{_shown(other)}</td></tr>" for one, other in pairs)
    name = iri.removeprefix(ID)
    data = f"/data/{quote(name)}.ttl"
    body = _BODY.format(title=escape(name), iri=escape(iri), data=data, rows=rows)
    text = explorer.document(name, body, links=f'<link rel="alternate" type="text/turtle" href="{data}">\n')
    return HTMLResponse(text, headers={"Link": links(iri), "ETag": version, "Cache-Control": "no-cache"})


def _shown(term: str) -> str:
    """A term in N-Triples as HTML: an IRI of ours leads on at this server."""
    if not term.startswith("<"):
        return escape(term)
    iri = term[1:-1]
    short = next((f"{p}:{iri.removeprefix(space)}" for p, space in PREFIXES.items() if iri.startswith(space)), iri)
    where = f"/{quote(iri.removeprefix(BASE))}" if iri.startswith((ID, BKG, BKC, GRAPH)) else iri
    return f'<a href="{escape(where)}">{escape(short)}</a>' if where.startswith(("/", "http")) else escape(short)


ROUTES: Final = (
    Route("/id/{name:path}", _thing, methods=_METHODS, middleware=shared_with_pages(_METHODS)),
    Route("/data/{name:path}", _document, methods=_METHODS, middleware=shared_with_pages(_METHODS)),
)
