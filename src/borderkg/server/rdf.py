"""Triples as an answer, in the format that the client takes."""

from collections.abc import Iterable

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from borderkg.server.answers import VARY
from borderkg.server.negotiation import GRAPHS, choose, content_type, wanted
from borderkg.vocabulary import PREFIXES

HTML = ("text/html", "application/xhtml+xml")


def preferred(request: Request) -> str:
    """The media type that a request likes best of HTML and RDF (`format=turtle` in the address outdoes the header); HTML
    where it takes anything."""
    found = choose(wanted(request), (*HTML, *GRAPHS))
    return found if found in GRAPHS else HTML[0]


def answer(request: Request, triples: Iterable[ox.Triple]) -> Response:
    """Triples in the format that a request likes best, Turtle where it names none of RDF."""
    media = choose(wanted(request), tuple(GRAPHS)) or next(iter(GRAPHS))
    body = ox.serialize(triples, format=GRAPHS[media], prefixes=PREFIXES) or b""
    headers = {"Content-Type": content_type(media), "Access-Control-Allow-Origin": "*", **VARY}
    return Response(body, headers=headers)
