"""Triples as an answer, in the format that the client takes."""

from collections.abc import Iterable
from typing import Final

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from borderkg.server.answers import VARY
from borderkg.server.negotiation import GRAPHS, choose, content_type, wanted
from borderkg.server.problems import problem
from borderkg.vocabulary import PREFIXES

HTML: Final = ("text/html", "application/xhtml+xml")


def chosen(request: Request) -> str | None:
    """The media type that a request likes best of HTML and RDF (`format=turtle` in the address outdoes the header); None
    where it takes none of them."""
    return choose(wanted(request), (*HTML, *GRAPHS))


def wants_data(request: Request) -> bool:
    """Whether a request likes RDF better than HTML; it does not where it takes neither."""
    return chosen(request) in GRAPHS


def answer(request: Request, triples: Iterable[ox.Triple], *, strict: bool = False) -> Response:
    """Triples in the format that a request likes best. Where it names none of RDF, Turtle, or 406 where that is `strict`."""
    media = choose(wanted(request), tuple(GRAPHS))
    if media is None and strict:
        offered = ", ".join(GRAPHS)
        return problem("not-acceptable", f"This is written as {offered}.", f"可用的格式：{offered}。")
    media = media or next(iter(GRAPHS))
    body = ox.serialize(triples, format=GRAPHS[media], prefixes=PREFIXES) or b""
    headers = {"Content-Type": content_type(media), "Access-Control-Allow-Origin": "*", **VARY}
    return Response(body, headers=headers)
