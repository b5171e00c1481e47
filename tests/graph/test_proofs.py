"""Proofs: every inferred triple is led back, by the axioms of the ontology, to what texts state or the reference data hold."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from borderkg.api import KnowledgeGraph
from borderkg.errors import ProofError, UnknownNameError
from borderkg.graph import dataset, iris, proofs, reasoner
from borderkg.graph.proofs import Proof
from borderkg.graph.store import GraphStore
from borderkg.graph.terms import DEFAULT
from borderkg.vocabulary import ID
from tests import facts
from tests.facts import SOURCES, claim, published

INFERRED = ox.NamedNode(iris.INFERRED)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    """A zone set up in a prefecture, and a port with its counterpart."""
    claims = [
        claim("Organization:国务院", "establishes", "Platform:甲试验区"),
        claim("Platform:甲试验区", "locatedIn", "Region:乙州", at=(8, 12)),
        claim("Port:满洲里口岸", "counterpart", "Port:后贝加尔斯克口岸", at=(12, 20)),
    ]
    quads = list(dataset.quads(claims, SOURCES))
    region = claims[1].object_entity
    assert region
    quads += facts.quads(f"<{region.iri}> bkg:partOf <{ID}region/450000> .")
    inferred = reasoner.closure(q.triple for q in quads if dataset.is_base(q))
    quads += [ox.Quad(x.subject, x.predicate, x.object, INFERRED) for x in inferred]
    root = tmp_path_factory.mktemp("proofs")
    published(root, quads)
    return KnowledgeGraph(root)


def is_fact(store: GraphStore, proof: Proof) -> bool:
    subject, predicate, obj = proof.triple
    return any(q.object == obj for q in store.quads(subject, predicate, None, DEFAULT))


def rules(proof: Proof) -> set[str]:
    return {proof.rule} | {rule for premise in proof.premises for rule in rules(premise)}


@pytest.mark.parametrize(
    ("subject", "predicate", "obj", "used"),
    [
        ("甲试验区", "locatedIn", "乙州", {"stated"}),
        ("甲试验区", "位于", "广西壮族自治区", {"prp-trp", "stated", "prp-spo1", "asserted"}),
        ("乙州", "contains", "甲试验区", {"prp-inv", "stated"}),
        ("国务院", "concerns", "乙州", {"prp-spo2", "stated"}),
        ("后贝加尔斯克口岸", "counterpart", "满洲里口岸", {"prp-symp", "stated"}),
        ("甲试验区", "a", "Platform", {"named"}),
        ("甲试验区", "type", "地方", {"cax-sco", "named"}),
    ],
    ids=["stated", "transitive", "inverse", "chain", "symmetric", "named", "subclass"],
)
def test_by_which_rules(graph: KnowledgeGraph, subject: str, predicate: str, obj: str, used: set[str]) -> None:
    """The rules on the shortest way, and what they end with."""
    assert rules(graph.why(subject, predicate, obj)) == used


def test_what_a_proof_rests_on(graph: KnowledgeGraph) -> None:
    """The leaves of a proof are triples of the facts, and those that texts state name their claims."""
    proof = graph.why("国务院", "concerns", "广西壮族自治区")
    assert [leaf.rule for leaf in proof.leaves] == ["stated", "stated", "asserted"]
    assert all(is_fact(graph.store, leaf) for leaf in proof.leaves)
    stated = {s.claim for s in graph.statements(proof.triple[0].value)}
    assert set(proof.leaves[0].claims) <= stated and proof.leaves[0].claims


@pytest.mark.parametrize(
    ("words", "error", "message"),
    [
        (("甲试验区", "locatedIn", "云南省"), ProofError, "It holds: 乙州"),
        (("甲试验区", "lies", "云南省"), ProofError, "lies: no such property"),
        (("甲试验区", "party", "云南省"), ProofError, "It holds: nothing"),
        (("乙试验区", "locatedIn", "云南省"), UnknownNameError, "no such name"),
    ],
)
def test_what_is_not_in_the_graph(
    graph: KnowledgeGraph, words: tuple[str, str, str], error: type[Exception], message: str
) -> None:
    """The error says what there is instead."""
    with pytest.raises(error, match=message):
        graph.why(*words)


def test_all_that_is_inferred_is_proved(demo_store: Path) -> None:
    """Each triple of the closure of the demonstration texts, and its proof uses no triple to prove itself."""
    store = GraphStore.open(demo_store)
    inferred = list(store.quads(None, None, None, INFERRED))
    assert len(inferred) > 1000
    rest_on: set[str] = set()
    for quad in inferred[::7]:
        assert isinstance(quad.subject, ox.NamedNode)
        proof = proofs.prove(store, (quad.subject, quad.predicate, quad.object))
        check(store, proof, frozenset())
        rest_on |= {leaf.rule for leaf in proof.leaves}
    assert {"stated", "named", "reference"} <= rest_on


def check(store: GraphStore, proof: Proof, above: frozenset[proofs.Triple]) -> None:
    assert proof.triple not in above
    if not proof.premises:
        assert is_fact(store, proof)
    for premise in proof.premises:
        check(store, premise, above | {proof.triple})
