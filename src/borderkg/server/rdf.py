"""Triples as an answer, in the format that the client takes."""

from collections.abc import Iterable

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from borderkg.server.sparql import accepted
from borderkg.server.workers import GRAPHS
from borderkg.vocabulary import PREFIXES

HTML = ("text/html", "application/xhtml+xml")
_ANY = ("*/*", "text/*", "application/*")


def preferred(request: Request) -> str:
    """The media type that a request likes best of HTML and RDF (`format=turtle` in the address outdoes the header); HTML
    where it takes anything."""
    wanted = accepted(request.headers.get("accept", ""), request.query_params.getlist("format"))
    known = (media for media in wanted if media in (*GRAPHS, *HTML, *_ANY))
    found = next(known, HTML[0])
    return found if found in GRAPHS else HTML[0]


def answer(request: Request, triples: Iterable[ox.Triple]) -> Response:
    """Triples in the format that a request likes best, Turtle where it names none of RDF."""
    media = preferred(request)
    media = media if media in GRAPHS else "text/turtle"
    body = ox.serialize(triples, format=GRAPHS[media], prefixes=PREFIXES) or b""
    return Response(body, media_type=media, headers={"Access-Control-Allow-Origin": "*", "Vary": "Accept"})
