"""Which format an answer is written in: what the client takes (RFC 9110, section 12.5.1) of what there is."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import pyoxigraph as ox
from starlette.requests import Request

TABLES: Final = (
    "application/sparql-results+json",
    "application/json",
    "application/sparql-results+xml",
    "application/xml",
    "text/csv",
    "text/tab-separated-values",
)
"""Of rows, and of yes and no; the first is what comes unasked."""

GRAPHS: Final = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/trig": ox.RdfFormat.TRIG,
}
"""Of triples; the first is what comes unasked."""

FORMATS: Final = {
    "json": "application/sparql-results+json, application/ld+json;q=0.5",
    "xml": "application/sparql-results+xml, application/rdf+xml;q=0.5",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "turtle": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdfxml": "application/rdf+xml",
    "trig": "application/trig",
}
"""What `format=` in an address asks for, for who cannot set a header: a table's format or the like of it for a graph."""


class _Range(NamedTuple):
    quality: float
    kind: str
    """As `text`, or `*`."""
    subtype: str

    def fits(self, media: str) -> int:
        """How narrowly it names a media type: 0 not at all, 3 by its full name."""
        kind, _, subtype = media.partition("/")
        if (self.kind, self.subtype) == (kind, subtype):
            return 3
        if (self.kind, self.subtype) == (kind, "*"):
            return 2
        return int((self.kind, self.subtype) == ("*", "*"))


def wanted(request: Request, formats: Sequence[str] | None = None) -> str:
    """What a request takes, as an Accept header: what the known among `formats` (without them: `format=` in its address) ask
    for, else its own header."""
    named = [_asked_for(name) for name in (request.query_params.getlist("format") if formats is None else formats)]
    return ", ".join(filter(None, named)) or request.headers.get("accept", "")


def _asked_for(name: str) -> str:
    return FORMATS.get(name.lower(), name if name in (*TABLES, *GRAPHS) else "")


def choose(header: str, offered: Sequence[str]) -> str | None:
    """The media type of those offered that an Accept header likes best; None where it takes none.

    The narrowest range that names a type gives its quality. Among equals the one that the header names first wins, then
    the one that is offered first. Without a header anything is taken.
    """
    ranges = [found for part in header.split(",") if (found := _range(part))]
    if not ranges:
        return None if header.strip() else offered[0]
    best: tuple[float, int] | None = None
    chosen = None
    for media in offered:
        fitting = [(r.fits(media), -position, r.quality) for position, r in enumerate(ranges) if r.fits(media)]
        if not fitting:
            continue
        _, position, quality = max(fitting)
        if quality > 0 and (best is None or (quality, position) > best):
            best, chosen = (quality, position), media
    return chosen


def _range(part: str) -> _Range | None:
    """One media range of an Accept header; None where it is none."""
    media, *parameters = (piece.strip().lower() for piece in part.split(";"))
    kind, slash, subtype = media.partition("/")
    if not (kind and slash and subtype):
        return None
    quality = 1.0
    for parameter in parameters:
        name, _, value = (piece.strip() for piece in parameter.partition("="))
        if name == "q":
            try:
                quality = float(value)
            except ValueError:
                return None
    return _Range(quality, kind, subtype) if 0 <= quality <= 1 else None


def content_type(media: str) -> str:
    """A media type as a header has it: texts say that they are UTF-8."""
    return f"{media}; charset=utf-8" if media.startswith("text/") else media
