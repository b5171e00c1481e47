"""Links and positions of the reference individuals, as quads: looked up in `data/mappings`, never made here.

A link is a triple of SKOS in the mapping graph and beside it a node with what is known of it, in the terms that SSSOM has
for RDF (an owl:Axiom on the triple). A position is a point of GeoSPARQL: in the default graph, as codes are, of what is
spoken of; ports and foreign towns stand in the reference graph too, so that distances to them can be asked in any case.
"""

from collections.abc import Iterable, Iterator
from typing import Final

import pyoxigraph as ox

from borderkg.graph import iris
from borderkg.graph import terms as t
from borderkg.graph.terms import DEFAULT, Graph, Node, Term, bkg
from borderkg.linking import linker
from borderkg.linking.link import Link
from borderkg.linking.positions import SEAT, STANDS_BY, TOWN, Position
from borderkg.settings import VERSION
from borderkg.vocabulary import BKC, GEO, ID, OWL, RDFS, SEMAPV, SKOS, SSSOM, XSD

_COMMENT: Final = Node(RDFS + "comment")
_OF: Final = {
    SEAT: ("the seat of its government", "政府驻地"),
    TOWN: ("the town itself", "城镇本身"),
    STANDS_BY: ("the town by which the port stands", "口岸所依托的城镇"),
}
"""What a position is the point of."""


def quads(mentioned: Iterable[str]) -> Iterator[ox.Quad]:
    """The links and positions of these individuals, and the positions of all ports and foreign towns that have one.

    Raises ReferenceDataError where a file of them is malformed.
    """
    by_subject, positions = linker.load()
    wanted = set(mentioned)
    for iri in sorted(wanted):
        for link in by_subject.get(iri, ()):
            yield from _link_quads(link)
    for iri, position in positions.items():
        homes: list[Graph] = [Node(iris.REFERENCE)] if position.what != SEAT else []
        homes += [DEFAULT] if iri in wanted else []
        for home in homes:
            for subject, predicate, value in _position_triples(position):
                yield ox.Quad(subject, predicate, value, home)


def _link_quads(link: Link) -> Iterator[ox.Quad]:
    graph = Node(iris.MAPPINGS)
    node, subject = Node(iris.link(link.subject, link.object, link.predicate)), Node(link.subject)
    predicate, target = Node(SKOS + link.predicate), Node(link.object)
    about: list[tuple[Node, Term]] = [
        (t.TYPE, bkg("Link")),
        (t.TYPE, Node(OWL + "Axiom")),
        (Node(OWL + "annotatedSource"), subject),
        (Node(OWL + "annotatedProperty"), predicate),
        (Node(OWL + "annotatedTarget"), target),
        (Node(SSSOM + "mapping_justification"), Node(SEMAPV + link.justification)),
        (Node(SSSOM + "confidence"), t.decimal(link.confidence)),
        (Node(SSSOM + "object_label"), t.text(link.object_label)),
        (Node(SSSOM + "mapping_tool_version"), t.text(VERSION)),
        (bkg("linkSide"), Node(f"{ID}country/{link.side}")),
        *((bkg("sideCheckedBy"), Node(f"{BKC}side-check-{check}")) for check in link.checks),
    ]
    if link.comment:
        about.append((_COMMENT, t.text(link.comment, "en")))
    if link.until:
        about.append((bkg("codeUntil"), t.date(link.until)))
    yield ox.Quad(subject, predicate, target, graph)
    for name, value in about:
        yield ox.Quad(node, name, value, graph)


def _position_triples(position: Position) -> Iterator[tuple[Node, Node, Term]]:
    place, node = Node(position.subject), Node(iris.geometry(position.subject))
    wkt = f"POINT({position.longitude:.8g} {position.latitude:.8g})"
    english, chinese = _OF[position.what]
    yield from (
        (place, Node(GEO + "hasGeometry"), node),
        (node, t.TYPE, Node(GEO + "Geometry")),
        (node, Node(GEO + "asWKT"), ox.Literal(wkt, datatype=Node(GEO + "wktLiteral"))),
        (node, Node(GEO + "hasMetricSpatialAccuracy"), ox.Literal(str(position.radius), datatype=Node(XSD + "double"))),
        (node, t.SOURCE, t.text(position.source)),
        (node, _COMMENT, t.text(english, "en")),
        (node, _COMMENT, t.text(chinese, "zh")),
    )
