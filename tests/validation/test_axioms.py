"""Every axiom that the core states does something: it lets a triple be inferred, or makes a contradiction of a false one."""

import re
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import rdflib
from rdflib import OWL, RDF, RDFS, URIRef
from rdflib.collection import Collection

from borderkg import resources
from borderkg.graph.reasoner import closure
from borderkg.schema import parse
from borderkg.validation import clashes
from borderkg.vocabulary import BKG, ID

FILES = sorted(resources.ontology().glob("core/*.ttl"))
CORE = [triple for path in FILES for triple in parse(path)]
GRAPH = rdflib.Graph()
for _path in FILES:
    GRAPH.parse(_path)

SAID = {RDFS.label, RDFS.comment, URIRef("http://www.w3.org/2004/02/skos/core#definition"), URIRef(BKG + "fromScheme")}
LISTS = {OWL.unionOf, RDF.first, RDF.rest}
"""Unions of domains and ranges: OWL RL infers nothing from them; `examples/inconsistent/union-domain.ttl` shows HermiT's use."""

Fact = tuple[str, str, str]


def node(name: str) -> str:
    return f"{ID}made/{name}"


def local(term: object) -> str:
    return re.split("[/#]", str(term))[-1]


def inferences() -> Iterator[tuple[str, list[Fact], Fact]]:
    """For each axiom that infers: what it is, facts of its own, and what follows from them by it."""
    is_a = str(RDF.type)
    for one, _, other in named(RDFS.subClassOf):
        x = node(f"{local(one)}-below-{local(other)}")
        yield f"{local(one)} subClassOf {local(other)}", [(x, is_a, one)], (x, is_a, other)
    for one, predicate, other in (*named(RDFS.subPropertyOf), *named(OWL.inverseOf)):
        x, y = (node(f"{side}-{local(one)}-{local(predicate)}-{local(other)}") for side in "xy")
        follows = (x, other, y) if predicate == str(RDFS.subPropertyOf) else (y, other, x)
        yield f"{local(one)} {local(predicate)} {local(other)}", [(x, one, y)], follows
    for one, _, other in named(RDFS.domain):
        x, y = (node(f"{side}-{local(one)}-domain") for side in "xy")
        yield f"{local(one)} domain {local(other)}", [(x, one, y)], (x, is_a, other)
    for one, _, other in named(RDFS.range):
        x, y = (node(f"{side}-{local(one)}-range") for side in "xy")
        yield f"{local(one)} range {local(other)}", [(x, one, y)], (y, is_a, other)
    for one in of_kind(OWL.SymmetricProperty):
        x, y = (node(f"{side}-{local(one)}-symmetric") for side in "xy")
        yield f"{local(one)} symmetric", [(x, one, y)], (y, one, x)
    for one in of_kind(OWL.TransitiveProperty):
        x, y, z = (node(f"{side}-{local(one)}-transitive") for side in "xyz")
        yield f"{local(one)} transitive", [(x, one, y), (y, one, z)], (x, one, z)
    for head, chain in GRAPH.subject_objects(OWL.propertyChainAxiom):
        links = [str(link) for link in Collection(GRAPH, chain)]
        one = str(head)
        along = [node(f"{local(one)}-chain-{number}") for number in range(len(links) + 1)]
        facts = [(a, link, b) for a, link, b in zip(along, links, along[1:], strict=False)]
        yield f"{local(one)} chain", facts, (along[0], one, along[-1])


def contradictions() -> Iterator[tuple[str, list[Fact]]]:
    """For each axiom that forbids: what it is, and facts that it forbids."""
    is_a = str(RDF.type)
    for one, _, other in named(OWL.disjointWith, own=False):
        x = node(f"{local(one)}-and-{local(other)}")
        yield f"{local(one)} disjointWith {local(other)}", [(x, is_a, one), (x, is_a, other)]
    for one in of_kind(OWL.IrreflexiveProperty):
        x = node(f"{local(one)}-irreflexive")
        yield f"{local(one)} irreflexive", [(x, one, x)]
    for one in of_kind(OWL.AsymmetricProperty):
        x, y = (node(f"{side}-{local(one)}-asymmetric") for side in "xy")
        yield f"{local(one)} asymmetric", [(x, one, y), (y, one, x)]


def named(predicate: URIRef, *, own: bool = True) -> Iterator[Fact]:
    """The axioms of a kind between named terms, of ours alone or of any vocabulary."""
    for one, other in sorted(GRAPH.subject_objects(predicate), key=str):
        if isinstance(other, URIRef) and (not own or str(other).startswith(BKG)):
            yield str(one), str(predicate), str(other)


def of_kind(kind: URIRef) -> list[str]:
    return sorted(str(term) for term in GRAPH.subjects(RDF.type, kind))


def triple(fact: Fact) -> ox.Triple:
    return ox.Triple(*(ox.NamedNode(term) for term in fact))


INFERENCES = list(inferences())
CONTRADICTIONS = list(contradictions())


def test_no_kind_of_axiom_is_left_out() -> None:
    """What the core states is labels, the kinds of axiom that are tried here, and the unions of domains and ranges."""
    kinds = {RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.inverseOf, OWL.disjointWith}
    traits = {OWL.SymmetricProperty, OWL.TransitiveProperty, OWL.AsymmetricProperty, OWL.IrreflexiveProperty}
    declared = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.Ontology}
    assert set(GRAPH.predicates()) <= {RDF.type, OWL.propertyChainAxiom, *kinds, *SAID, *LISTS}
    assert set(GRAPH.objects(None, RDF.type)) <= {*traits, *declared}
    names = [entry[0] for entry in INFERENCES] + [name for name, _ in CONTRADICTIONS]
    others = {"chain", "symmetric", "transitive", "asymmetric", "irreflexive"}
    assert {name.split(" ")[1] for name in names} == {local(kind) for kind in kinds} | others


def test_every_axiom_infers_something() -> None:
    """Its own fact gives its own triple, under the core alone."""
    facts = {triple(fact) for _, given, _ in INFERENCES for fact in given}
    known = {*closure([*CORE, *facts]), *facts}
    assert len(INFERENCES) > 100
    assert not [name for name, _, follows in INFERENCES if triple(follows) not in known]


def test_no_triple_follows_without_its_axiom() -> None:
    """Of facts alone, without the core, nothing follows: what is inferred above is the axioms' doing."""
    facts = [triple(fact) for _, given, _ in INFERENCES for fact in given]
    assert closure(facts) == []


def test_every_axiom_forbids_something(tmp_path: Path) -> None:
    """Facts that it forbids are found to clash, under the core alone; without them nothing is."""
    made = [triple(fact) for _, facts in CONTRADICTIONS for fact in facts]
    path = tmp_path / "facts.ttl"
    path.write_bytes(ox.serialize(made, format=ox.RdfFormat.N_TRIPLES) or b"")
    found = {violation.focus for violation in clashes.check([*FILES, path])}
    assert len(CONTRADICTIONS) > 60
    assert not [name for name, facts in CONTRADICTIONS if "id:" + facts[0][0].removeprefix(ID) not in found]
    assert clashes.check(FILES) == []
