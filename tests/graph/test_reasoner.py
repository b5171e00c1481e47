"""The closure: all that follows by the ontology's axioms, and nothing that says nothing."""

import itertools
from collections.abc import Callable, Iterable
from pathlib import Path

import owlrl  # type: ignore[import-untyped]
import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from borderkg import resources, schema
from borderkg.graph import dataset
from borderkg.graph.background import ontology_quads
from borderkg.graph.reasoner import closure
from borderkg.graph.store import GraphStore
from borderkg.vocabulary import BKG, ID, OWL, RDF, RDFS
from tests.facts import shown, triples

AXIOMS = """
bkg:Port rdfs:subClassOf bkg:Place . bkg:Place rdfs:subClassOf bkg:Entity .
bkg:locatedIn a owl:TransitiveProperty ; rdfs:range bkg:Place ; owl:inverseOf bkg:contains .
bkg:partOf rdfs:subPropertyOf bkg:locatedIn .
bkg:counterpart a owl:SymmetricProperty ; rdfs:domain bkg:Port .
bkg:concerns owl:propertyChainAxiom ( bkg:establishes bkg:locatedIn ) .
bkg:reaches owl:propertyChainAxiom ( bkg:concerns bkg:counterpart bkg:locatedIn ) .
"""

Fact = tuple[str, str, str]
"""By local names; `a` stands for rdf:type."""


def inferred(facts: str, axioms: str = AXIOMS) -> set[str]:
    return shown(closure(triples(axioms + facts)))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (":x a bkg:Port .", {":x rdf:type bkg:Place", ":x rdf:type bkg:Entity"}),
        (":x bkg:locatedIn :x2 . :x2 bkg:locatedIn :x3 .", {":x bkg:locatedIn :x3", ":x3 bkg:contains :x"}),
        (":x bkg:contains :y .", {":y bkg:locatedIn :x", ":x rdf:type bkg:Place"}),
        (":x bkg:partOf :y .", {":x bkg:locatedIn :y", ":y bkg:contains :x"}),
        (":x bkg:counterpart :y .", {":y bkg:counterpart :x", ":x rdf:type bkg:Port", ":y rdf:type bkg:Place"}),
        (":p bkg:establishes :x . :x bkg:partOf :y . :y bkg:partOf :z .", {":p bkg:concerns :y", ":p bkg:concerns :z"}),
        (
            ":p bkg:establishes :x . :x bkg:locatedIn :y . :y bkg:counterpart :z . :z bkg:locatedIn :c .",
            {":p bkg:reaches :c"},
        ),
    ],
    ids=["subclass", "transitive", "inverse", "subproperty", "symmetric", "chain", "chain of a chain"],
)
def test_what_follows(facts: str, expected: set[str]) -> None:
    """Subclasses, subproperties, domains, ranges, inverses, symmetry, transitivity and chains are followed to their ends."""
    assert expected <= inferred(facts)


def test_what_is_given_is_not_inferred() -> None:
    """The closure holds nothing of its base."""
    base = triples(AXIOMS + ":x bkg:locatedIn :y . :y bkg:locatedIn :z . :x bkg:locatedIn :z .")
    assert not set(closure(base)) & set(base)


def test_a_number_is_not_inferred_in_another_spelling() -> None:
    """The engine writes 15.0 as 15; that is the fact given, no new one."""
    assert inferred(":x a bkg:Port ; bkg:value 15.0 .") == inferred(":x a bkg:Port .")


@pytest.mark.parametrize(
    "facts",
    [
        "",
        ':x skos:prefLabel "甲"@zh .',
        ":x bkg:locatedIn :x .",
        "bkg:x a bkg:Port .",
        "<https://elsewhere.example/x> a bkg:Port .",
        ":x owl:sameAs :x .",
    ],
)
def test_nothing_trivial(facts: str) -> None:
    """No thing is located in itself, is itself, or is merely a thing; terms of the ontology and of others are left alone."""
    assert not {
        line
        for line in inferred(facts)
        if line.split()[1:] not in (["rdf:type", "bkg:Place"], ["rdf:type", "bkg:Entity"])
    }


def test_a_circle_closes_without_loops() -> None:
    """Places that lie in each other are not said to lie in themselves."""
    found = inferred(":x bkg:locatedIn :y . :y bkg:locatedIn :z . :z bkg:locatedIn :x .")
    assert ":x bkg:locatedIn :z" in found
    assert not {line for line in found if line.split()[0] == line.split()[2]}


def test_a_chain_that_feeds_itself() -> None:
    """A chain that goes on from its own result is followed to its end."""
    facts = ":a bkg:p :x0 . " + " ".join(f":x{i} bkg:q :x{i + 1} ." for i in range(9))
    assert ":a bkg:p :x9" in inferred(facts, "bkg:p owl:propertyChainAxiom ( bkg:p bkg:q ) .")


# A second closure, by naive rules over tuples.

RULES: dict[str, set[Fact]] = {
    "class": {("Port", "", "Place"), ("Place", "", "Entity")},
    "property": {("partOf", "", "locatedIn")},
    "domain": {("counterpart", "", "Port")},
    "range": {("locatedIn", "", "Place")},
    "inverse": {("locatedIn", "", "contains"), ("contains", "", "locatedIn"), ("counterpart", "", "counterpart")},
}
CHAINS = {
    "locatedIn": ("locatedIn", "locatedIn"),
    "concerns": ("establishes", "locatedIn"),
    "reaches": ("concerns", "counterpart", "locatedIn"),
}


def naive(facts: Iterable[Fact]) -> set[Fact]:
    """What follows from facts by the axioms above, each written down as a rule, until nothing new comes."""
    known = set(facts)
    while True:
        new = {(s, "a", b) for s, p, o in known if p == "a" for a, _, b in RULES["class"] if a == o}
        new |= {(s, b, o) for s, p, o in known for a, _, b in RULES["property"] if a == p}
        new |= {(s, "a", b) for s, p, _ in known for a, _, b in RULES["domain"] if a == p}
        new |= {(o, "a", b) for _, p, o in known for a, _, b in RULES["range"] if a == p}
        new |= {(o, b, s) for s, p, o in known for a, _, b in RULES["inverse"] if a == p}
        for name, links in CHAINS.items():
            paths = {(s, o) for s, p, o in known if p == links[0]}
            for link in links[1:]:
                paths = {(s, o2) for s, o in paths for s2, p, o2 in known if p == link and s2 == o}
            new |= {(s, name, o) for s, o in paths}
        if new <= known:
            return {fact for fact in known - set(facts) if fact[0] != fact[2]}
        known |= new


def turtle(facts: Iterable[Fact]) -> str:
    return " ".join(
        f":{s} {'a' if p == 'a' else 'bkg:' + p} {'bkg:' + o if p == 'a' else ':' + o} ." for s, p, o in facts
    )


nodes = st.sampled_from(["x", "y", "z", "v", "w"])
links = st.sampled_from(["locatedIn", "partOf", "contains", "counterpart", "establishes", "concerns"])
some_facts = st.sets(st.tuples(nodes, links, nodes) | st.tuples(nodes, st.just("a"), st.just("Port")), max_size=8)


@settings(max_examples=60, deadline=None)
@given(some_facts)
def test_the_closure_is_that_of_naive_rules(facts: set[Fact]) -> None:
    """On any small graph the closure is exactly what the axioms give when each is applied as a rule until nothing is new."""
    expected = {f":{s} rdf:type bkg:{o}" if p == "a" else f":{s} bkg:{p} :{o}" for s, p, o in naive(facts)}
    assert inferred(turtle(facts)) == expected


Said = tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]
"""A triple."""


def by_owlrl(base: Iterable[ox.Triple]) -> set[Said]:
    """What another implementation of OWL 2 RL adds to a base, chains (prp-spo2) included."""
    graph = rdflib.Graph()
    graph.parse(data=(ox.serialize(base, format=ox.RdfFormat.N_TRIPLES) or b"").decode(), format="nt")
    given = set(graph)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return {(s, p, o) for s, p, o in graph if (s, p, o) not in given}


LEFT_OUT: dict[str, Callable[[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node], bool]] = {
    "about no thing: a literal, a term of the ontology, a nameless class": lambda s, p, o: not str(s).startswith(ID),
    "everything is itself": lambda s, p, o: p == rdflib.OWL.sameAs and s == o,
    "everything is a thing, or of a class that is not ours": lambda s, p, o: (
        p == rdflib.RDF.type and not str(o).startswith(BKG)
    ),
    "a thing joined to itself by going round a circle": lambda s, p, o: s == o and str(p).startswith(BKG),
}
"""What the second engine infers and a build leaves out, each with the reason; docs/checks.md has the same list."""


def left_out(said: Said) -> list[str]:
    """The reasons why a triple is left out; none where it is kept."""
    return [reason for reason, fits in LEFT_OUT.items() if fits(*said)]


FACTS = """
:p a bkg:Policy ; bkg:issuedBy :o ; bkg:establishes :x ; bkg:follows :p0 ; bkg:amends :p1 . :p0 bkg:follows :p1 .
:x a bkg:Platform ; bkg:locatedIn :r . :r a bkg:Region ; bkg:partOf :s . :s a bkg:Region ; bkg:partOf :cn .
:k a bkg:Port ; bkg:counterpart :l ; bkg:locatedIn :r . :l a bkg:Port ; bkg:locatedIn :ru . :q bkg:appliesTo :r .
:e bkg:locatedIn :f . :f bkg:locatedIn :e .
:d bkg:states :c . :v a bkg:Observation ; bkg:area :r . :t a bkg:TradeZone . :r bkg:inTradeZone :t .
"""


@pytest.fixture(scope="module")
def test_graph() -> list[ox.Triple]:
    """The core's axioms with facts and the valid examples."""
    core = [triple for path in schema.files(resources.ontology()) for triple in schema.parse(path)]
    axioms = [x for x in core if x.predicate.value.startswith((OWL, RDFS)) or x.predicate.value.startswith(RDF)]
    axioms = [x for x in axioms if not (isinstance(x.object, ox.Literal) or x.object == ox.NamedNode(OWL + "Ontology"))]
    examples = sorted(resources.ontology().glob("examples/valid/*.ttl"))
    return [*axioms, *triples(FACTS), *(triple for path in examples for triple in schema.parse(path))]


@pytest.fixture(scope="module")
def second(test_graph: list[ox.Triple]) -> set[Said]:
    return by_owlrl(test_graph)


def test_the_closure_is_that_of_a_second_engine(test_graph: list[ox.Triple], second: set[Said]) -> None:
    """Under the core itself, of facts and the valid examples: triple for triple, but for what is left out with a reason."""
    kept = {" ".join(term.n3() for term in said) for said in second if not left_out(said)}
    assert f"<{ID}p> <{BKG}concerns> <{ID}cn>" in kept
    assert {str(triple) for triple in closure(test_graph)} == kept


def test_no_reason_is_idle(second: set[Said]) -> None:
    """Each reason to leave something out is the only one for some triple."""
    alone = {reasons[0] for said in second if len(reasons := left_out(said)) == 1}
    assert alone == set(LEFT_OUT)


def test_an_organization_stays_one() -> None:
    """No closure under the core ontology makes a body that establishes a platform a policy."""
    core = [triple for path in schema.files(resources.ontology()) for triple in schema.parse(path)]
    facts = triples(":o a bkg:Organization ; bkg:establishes :x . :x a bkg:Platform ; bkg:locatedIn :r .")
    assert ":o rdf:type bkg:Policy" not in shown(closure([*core, *facts]))


def test_chains_are_followed_under_the_ontology_of_a_build() -> None:
    """The ontology's chains hold when its blank nodes have the stable names that a build gives them."""
    ontology = [q.triple for q in ontology_quads(resources.ontology()) if dataset.is_base(q)]
    facts = triples(":p a bkg:Policy ; bkg:establishes :x . :x a bkg:Platform ; bkg:locatedIn :r .")
    assert ":p bkg:concerns :r" in shown(closure([*ontology, *facts]))


@pytest.mark.parametrize(
    "pattern",
    [
        "?a bkg:locatedIn ?b . ?b bkg:locatedIn ?c FILTER(?a != ?c) FILTER NOT EXISTS { ?a bkg:locatedIn ?c }",
        "?a bkg:partOf ?b FILTER NOT EXISTS { ?a bkg:locatedIn ?b }",
        "?a bkg:issuedBy ?b FILTER NOT EXISTS { ?b bkg:issues ?a }",
        "?a bkg:appliesTo ?b FILTER NOT EXISTS { ?a bkg:concerns ?b }",
        "?a bkg:establishes ?b . ?b bkg:locatedIn ?c FILTER NOT EXISTS { ?a bkg:concerns ?c }",
        "?a bkg:counterpart ?b . ?b bkg:locatedIn ?c FILTER NOT EXISTS { ?a bkg:facesTerritory ?c }",
        "GRAPH graph:inferred { ?s ?p ?s }",
        "GRAPH graph:inferred { ?s a owl:Thing }",
        "GRAPH graph:inferred { ?s ?p ?o } GRAPH graph:ontology { ?s ?p ?o }",
    ],
)
def test_the_demonstration_is_closed(demo_store: Path, pattern: str) -> None:
    """In the published graph nothing is left to infer, and nothing trivial or given is inferred."""
    assert not GraphStore.open(demo_store).query(f"ASK {{ {pattern} }}")


def test_the_demonstration_has_what_the_axioms_start_from(demo_store: Path) -> None:
    """The published graph has facts that each of those patterns starts from, so that none is met by their absence."""
    graph = GraphStore.open(demo_store)
    for path in ("partOf", "issuedBy", "appliesTo", "establishes/bkg:locatedIn", "counterpart/bkg:locatedIn"):
        assert graph.query(f"ASK {{ ?a bkg:{path} ?b }}"), path


def test_the_order_of_facts_changes_nothing() -> None:
    """The closure comes in one order, whatever the order of its base."""
    facts = triples(":x bkg:locatedIn :y . :y bkg:locatedIn :z . :z bkg:counterpart :k .")
    axioms = triples(AXIOMS)
    found = {tuple(map(str, closure([*axioms, *order]))) for order in itertools.permutations(facts)}
    assert len(found) == 1
