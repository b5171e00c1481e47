"""Links and positions in the graph: of what is spoken of, each with what is known of it."""

import pyoxigraph as ox

from borderkg.graph import iris, links
from borderkg.graph.terms import DEFAULT, Node, bkg
from borderkg.vocabulary import GEO, ID, OWL, SKOS

RUILI, MUSE = f"{ID}port/ruili", f"{ID}port/mujie"
QUADS = list(links.quads([RUILI]))
MAPPINGS = Node(iris.MAPPINGS)


def name(term: object) -> str:
    """The IRI of a node, or nothing."""
    return term.value if isinstance(term, ox.NamedNode) else ""


def subjects(predicate: str, graph: ox.NamedNode | ox.DefaultGraph) -> set[str]:
    return {name(q.subject) for q in QUADS if q.predicate == Node(predicate) and q.graph_name == graph}


def test_only_what_is_spoken_of_is_linked() -> None:
    """The mapping graph has the links of the individuals asked for and of no other."""
    matches = {SKOS + name for name in ("exactMatch", "closeMatch", "broadMatch", "narrowMatch")}
    assert {name(q.subject) for q in QUADS if q.predicate.value in matches} == {RUILI}
    assert subjects(OWL + "annotatedSource", MAPPINGS)


def test_positions_of_ports_are_reference_data_and_some_are_seen() -> None:
    """The reference graph has the twin across the border too, and no county; the default graph what is spoken of."""
    known = subjects(GEO + "hasGeometry", Node(iris.REFERENCE))
    assert {RUILI, MUSE} <= known and not [iri for iri in known if "/region/" in iri]
    assert subjects(GEO + "hasGeometry", DEFAULT) == {RUILI}


def test_every_match_has_its_link() -> None:
    """For each triple of SKOS there is one node that says the same, with its side."""
    nodes = subjects(OWL + "annotatedTarget", MAPPINGS)
    triples = [q for q in QUADS if q.graph_name == MAPPINGS and name(q.subject) == RUILI]
    sides = {name(q.object) for q in QUADS if q.predicate == bkg("linkSide")}
    assert len(nodes) == len(triples) == 2
    assert sides == {f"{ID}country/CN"}


def test_there_are_no_blank_nodes_and_nothing_is_the_same() -> None:
    """Links are never owl:sameAs, and every node has a name."""
    assert not [q for q in QUADS if isinstance(q.subject, ox.BlankNode) or isinstance(q.object, ox.BlankNode)]
    assert not [q for q in QUADS if q.predicate.value == OWL + "sameAs"]
