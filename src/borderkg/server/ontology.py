"""`/ontology`: the ontology's documentation for people, its Turtle for machines; each term and concept leads to its place.

An IRI `https://w3id.org/borderkg/ontology/Port`, asked of this server by its path, is answered as Linked Data has it
(W3C, Cool URIs for the Semantic Web, 2008, section 4.2): 303 to the page, or RDF by content negotiation.
"""

from pathlib import Path
from typing import Final

import pyoxigraph as ox
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from borderkg import resources, schema
from borderkg.ontology_docs import html, pages, terms
from borderkg.server import rdf
from borderkg.server.problems import missing
from borderkg.vocabulary import BKC, BKG

_HEADERS: Final = {"Vary": "Accept", "Cache-Control": "no-cache"}


async def _index(request: Request) -> Response:
    return await run_in_threadpool(_answer, request, pages.INDEX)


async def _named(request: Request) -> Response:
    return await run_in_threadpool(_answer, request, request.path_params["name"])


def _answer(request: Request, name: str) -> Response:
    """A page by its name, else what a term's name leads to."""
    ontology = terms.load()
    if name == ontology.version:
        name = pages.INDEX
    wants_data = rdf.wants_data(request)
    if name in pages.all_pages():
        return rdf.answer(request, _triples(_files(name))) if wants_data else _page(name)
    if name in ontology.terms:
        if wants_data:
            return rdf.answer(request, _about(ox.NamedNode(BKG + name), _files(ontology.terms[name].topic)))
        return RedirectResponse(html.address("term", name), 303, _HEADERS)
    return missing(
        request,
        f"{name[:200]}: no topic or term of the ontology; /ontology lists them.",
        f"{name[:200]}：本体中没有此主题或术语；见 /ontology。",
    )


def _page(name: str) -> Response:
    return HTMLResponse(html.page(pages.all_pages()[name]), headers=_HEADERS)


async def _concept(request: Request) -> Response:
    return await run_in_threadpool(_of_concept, request)


def _of_concept(request: Request) -> Response:
    """A concept of our schemes, or a scheme."""
    name = request.path_params["name"]
    scheme = next(
        (s for s in terms.load().schemes if name == s.name or BKC + name in {c.iri for c in s.concepts}), None
    )
    if scheme is None:
        return missing(
            request,
            f"{name[:200]}: no concept of our schemes; /ontology/{pages.SCHEMES} lists them.",
            f"{name[:200]}：概念表中没有此概念；见 /ontology/{pages.SCHEMES}。",
        )
    if rdf.wants_data(request):
        return rdf.answer(request, _about(ox.NamedNode(BKC + name), _files(pages.SCHEMES)))
    return RedirectResponse(html.address("scheme", scheme.name), 303, _HEADERS)


def _files(page: str) -> list[Path]:
    """The Turtle files behind a page."""
    folder = resources.ontology()
    if page == pages.INDEX:
        return [folder / "borderkg.ttl", *schema.files(folder)]
    return sorted(folder.glob("concepts/*.ttl")) if page == pages.SCHEMES else [folder / "core" / f"{page}.ttl"]


def _triples(files: list[Path]) -> list[ox.Triple]:
    return [triple for path in files for triple in schema.parse(path)]


def _about(subject: ox.NamedNode, files: list[Path]) -> list[ox.Triple]:
    """What files say of a thing, and of the nameless nodes that this leads to."""
    known = _triples(files)
    found: list[ox.Triple] = []
    waiting: list[object] = [subject]
    while waiting:
        node = waiting.pop()
        said = [triple for triple in known if triple.subject == node]
        waiting += [triple.object for triple in said if isinstance(triple.object, ox.BlankNode)]
        found += said
    return found


ROUTES = (
    Route("/ontology", _index),
    Route("/ontology/core/{name}", _named),
    Route("/ontology/{name}", _named),
    Route("/concept/{name}", _concept),
)
