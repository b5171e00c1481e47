"""Each hygiene query finds its fault, planted alone into a sound graph, and nothing in the sound graph."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest

from borderkg import resources
from borderkg.graph import dataset, iris
from borderkg.graph.store import GraphStore
from borderkg.graph.terms import DEFAULT, bkg
from borderkg.validation import hygiene
from borderkg.vocabulary import ID, SKOS
from tests.facts import HASH, SOURCES, claim, opened, quads

QUERIES = resources.queries() / "hygiene"
POLICY = claim("Policy:某办法", "issuedBy", "Organization:某局")
Fault = Callable[[list[ox.Quad]], list[ox.Quad]]


def node(iri: str) -> ox.NamedNode:
    return ox.NamedNode(iri)


SUBJECT = node(POLICY.subject_entity.iri if POLICY.subject_entity else "")
FACT = bkg("issuedBy")


def sound() -> list[ox.Quad]:
    """A claim with all that belongs to it."""
    return list(dataset.quads([POLICY], SOURCES, "made"))


def without(fits: Callable[[ox.Quad], bool]) -> Fault:
    def planted(graph: list[ox.Quad]) -> list[ox.Quad]:
        kept = [quad for quad in graph if not fits(quad)]
        assert len(kept) < len(graph)
        return kept

    return planted


def with_(turtle: str, graph: str = "") -> Fault:
    return lambda before: [*before, *quads(turtle, graph)]


FAULTS: dict[str, Fault] = {
    "claim-without-evidence": without(lambda q: q.predicate == bkg("evidence")),
    "claim-without-fact": without(lambda q: q.predicate == FACT and q.graph_name == DEFAULT),
    "entity-without-label": without(lambda q: q.predicate == node(SKOS + "prefLabel") and q.subject == SUBJECT),
    "evidence-outside-text": without(lambda q: q.predicate == bkg("textLength")),
    "fact-without-claim": with_("<policy/other> bkg:issuedBy <organization/other> .".replace("<", f"<{ID}")),
    "period-of-two-sources": with_(f"<{ID}period/p> a bkg:Period ; bkg:periodOf <{ID}document/a>, <{ID}document/b> ."),
    "sameas-in-closure": with_(f"<{ID}region/1> owl:sameAs <{ID}region/2> .", "inferred"),
    "two-preferred-labels": with_(f'<{ID}region/1> skos:prefLabel "甲"@zh, "乙"@zh .'),
}


def found(tmp_path: Path, content: Iterable[ox.Quad]) -> list[str]:
    return [violation.check for violation in hygiene.run(opened(tmp_path / "graph", content), QUERIES)]


def test_every_query_is_planted_here() -> None:
    """A new query needs a fault of its own."""
    assert sorted(FAULTS) == sorted(path.stem for path in QUERIES.glob("*.rq"))


def test_a_sound_graph_has_no_fault(tmp_path: Path) -> None:
    """Nothing is found in a claim with its fact, evidence and labels."""
    assert found(tmp_path, sound()) == []


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_a_planted_fault_is_found_and_no_other(name: str, tmp_path: Path) -> None:
    """By its query alone."""
    content = FAULTS[name](sound())
    if name == "evidence-outside-text":
        content += quads(f"<{iris.document(HASH)}> bkg:textLength 3 .")
    assert set(found(tmp_path, content)) == {name}


def test_a_violation_says_what_and_where(tmp_path: Path) -> None:
    """The first line of the query is the message, the first column the focus, the others the value."""
    graph = opened(tmp_path / "graph", FAULTS["two-preferred-labels"](sound()))
    (violation,) = hygiene.run(graph, QUERIES)
    assert violation.focus == f"{ID}region/1"
    assert violation.message == "An entity has two preferred labels in one language."
    assert violation.value == "乙 甲"
    assert violation.severity == "Violation"


def test_a_query_may_only_warn(tmp_path: Path) -> None:
    """`# severity: Warning` makes it a warning."""
    (tmp_path / "queries").mkdir()
    text = "# A policy is there.\n# severity: Warning\nSELECT ?policy WHERE { ?policy a bkg:Policy }\n"
    (tmp_path / "queries" / "policy.rq").write_text(text, "utf-8")
    (violation,) = hygiene.run(opened(tmp_path / "graph", sound()), tmp_path / "queries")
    assert (violation.check, violation.severity, violation.focus) == ("policy", "Warning", SUBJECT.value)


def test_the_demonstration_graph_is_clean(demo_store: Path) -> None:
    """No query finds anything in it."""
    assert hygiene.run(GraphStore.open(demo_store), QUERIES) == []
