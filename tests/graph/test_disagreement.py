"""What a build writes of disagreement: findings, proposals, ranks, dependences; and what ranks leave of the facts."""

from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox
import pytest

from borderkg import resources
from borderkg.claims import conflicts, ranking
from borderkg.claims.claim import Claim
from borderkg.graph import background, dataset, disagreement, iris, writer
from borderkg.graph import terms as t
from borderkg.graph.terms import DEFAULT, Node, bkg
from borderkg.graph.writer import Source
from borderkg.validation import hygiene, shapes
from borderkg.vocabulary import BKC
from tests.facts import claim, figure, opened, source

SOURCES = {name: source(name, sha) for name, sha in (("a.txt", "ab" * 32), ("b.txt", "cd" * 32), ("c.txt", "ef" * 32))}
SHARES = ("第一产业比重", "第二产业比重", "第三产业比重")
RIGHT = figure("甲", SHARES[2], 35.6, "%", at=(20, 24))
WRONG = figure("甲", SHARES[2], 5.6, "%", at=(30, 33), qualifiers={"table": "表2"})
OTHERS = [figure("甲", SHARES[0], 21.3, "%"), figure("甲", SHARES[1], 43.1, "%", at=(6, 9))]
MISPRINT = [*OTHERS, RIGHT, WRONG]


def built(claims: Sequence[Claim], sources: dict[str, Source] = SOURCES) -> list[ox.Quad]:
    """All that a build writes of these claims, but for the closure."""
    about = {name: entry.bibliography for name, entry in sources.items()}
    found = conflicts.findings(claims, about)
    proposed = ranking.proposals(found, claims, about)
    return [
        *dataset.quads(claims, sources, "made", ranking.ranks(found, proposed)),
        *disagreement.quads(found, proposed, conflicts.dependences(claims, about), sources),
        *disagreement.rule_quads(ranking.rules()),
    ]


def unclean(root: Path, quads: list[ox.Quad]) -> list[str]:
    """The hygiene queries that find a violation."""
    found = hygiene.run(opened(root, quads), resources.queries() / "hygiene")
    return [violation.check for violation in found if violation.severity == "Violation"]


def node(said: Claim) -> Node:
    return Node(writer.claim_iri(said, SOURCES[said.source]))


def values(quads: list[ox.Quad], subject: Node, predicate: str) -> set[str]:
    found = (q.object for q in quads if q.subject == subject and q.predicate == bkg(predicate))
    return {str(getattr(term, "value", term)) for term in found}


def of_class(quads: list[ox.Quad], name: str) -> set[object]:
    return {q.subject for q in quads if q.predicate == t.TYPE and q.object == bkg(name)}


def states(quads: list[ox.Quad], said: Claim) -> bool:
    """Whether the figure that a claim gives is a fact."""
    figure_node = Node(writer.object_iri(said, SOURCES[said.source]))
    facts = [
        q for q in quads if q.object == figure_node and q.predicate == bkg("observation") and q.graph_name == DEFAULT
    ]
    return bool(facts)


def test_a_deprecated_claim_alone_gives_no_fact() -> None:
    """Its figure is described with the claim, in the graph of its source, and nowhere among the facts."""
    quads = built(MISPRINT)
    assert states(quads, RIGHT) and not states(quads, WRONG)
    misprint = Node(writer.object_iri(WRONG, SOURCES["a.txt"]))
    homes = {quad.graph_name for quad in quads if quad.subject == misprint}
    assert homes == {SOURCES["a.txt"].graph}
    assert values(quads, misprint, "value") == {"5.6"}


def test_a_value_that_another_source_states_stays_a_fact() -> None:
    """One claim of it is deprecated in its source, where the shares show it; another's is not, and warrants the fact."""
    other = figure("甲", SHARES[2], 5.6, "%", source="b.txt")
    found = conflicts.findings(MISPRINT)
    ranks = ranking.ranks(found, ranking.proposals(found, MISPRINT, {}))
    quads = list(dataset.quads([*MISPRINT, other], SOURCES, "made", ranks))
    assert values(quads, node(WRONG), "rank") == {BKC + "rank-deprecated"}
    assert values(quads, node(other), "rank") == {BKC + "rank-normal"}
    assert states(quads, WRONG)


@pytest.mark.parametrize("years", [("1999", "2000"), ("1999", "2000", "2001")])
def test_where_none_is_preferred_all_stand(years: tuple[str, ...]) -> None:
    """Every date is a fact, every rank normal, and the conflict proposes nothing."""
    said = [claim("Policy:甲", "dateIssued", y, source=s) for y, s in zip(years, SOURCES, strict=False)]
    quads = built(said)
    facts = [q.object for q in quads if q.predicate == bkg("dateIssued") and q.graph_name == DEFAULT]
    assert {fact.value for fact in facts if isinstance(fact, ox.Literal)} == set(years)
    assert not [q for q in quads if q.predicate in (bkg("rankedBy"), bkg("prefers"), bkg("rankReason"))]


def test_a_preferred_claim_leaves_the_others_as_facts() -> None:
    """To prefer is advice to readers; only what is deprecated loses its fact."""
    table = figure("甲", "出口额", 5, qualifiers={"table": "表1"})
    text = figure("甲", "出口额", 9, at=(9, 12))
    quads = built([table, text])
    assert values(quads, node(table), "rank") == {BKC + "rank-preferred"}
    assert values(quads, node(text), "rank") == {BKC + "rank-normal"}
    assert states(quads, table) and states(quads, text)


def test_a_rank_has_its_reason_in_both_languages() -> None:
    """And the declared rule, which gives the same reason."""
    quads = built(MISPRINT)
    reasons = [q.object for q in quads if q.subject == node(WRONG) and q.predicate == bkg("rankReason")]
    assert {r.language for r in reasons if isinstance(r, ox.Literal)} == {"en", "zh"}
    (rule,) = values(quads, node(WRONG), "rankedBy")
    stated = {q.object for q in quads if q.subject == Node(rule) and q.predicate.value.endswith("comment")}
    assert stated == set(reasons)


def test_a_conflict_says_all_that_was_found() -> None:
    """Its claims, kind, severity, check, computation, reasons and proposal, among the facts and in a graph of its own."""
    quads = built(MISPRINT)
    (conflict,) = of_class(quads, "Conflict")
    assert isinstance(conflict, Node)
    said = {
        name: values(quads, conflict, name) for name in ("involves", "prefers", "deprecates", "foundBy", "severity")
    }
    assert said == {
        "involves": {node(RIGHT).value, node(WRONG).value},
        "prefers": {node(RIGHT).value},
        "deprecates": {node(WRONG).value},
        "foundBy": {"table-against-text"},
        "severity": {BKC + "severity-contradiction"},
    }
    homes: dict[object, set[str]] = {}
    for quad in quads:
        if quad.subject == conflict:
            homes.setdefault(quad.graph_name, set()).add(str(quad.triple))
    assert homes[DEFAULT] == homes[Node(iris.CONFLICTS)]
    assert "[35.55, 35.65)" in " ".join(values(quads, conflict, "computation"))


def test_a_note_is_no_conflict() -> None:
    """It is of a class of its own, so that who asks for conflicts gets none."""
    quads = built([figure("甲", "利用外资", 5), figure("甲", "实际利用外资", 7, source="b.txt")])
    assert of_class(quads, "Resemblance") and not of_class(quads, "Conflict")


def test_dependence_goes_both_ways() -> None:
    """The sources here share an author: each is not independent of the others, and a node for each pair says why."""
    quads = built(MISPRINT)
    pairs = {(q.subject, q.object) for q in quads if q.predicate == bkg("notIndependentOf")}
    assert len(pairs) == 6 and pairs == {(b, a) for a, b in pairs}
    assert len(of_class(quads, "Dependence")) == 3


def test_what_is_written_fits_the_shapes_and_is_clean(tmp_path: Path) -> None:
    """No shape and no hygiene query finds a fault in a graph with ranks; without its reason a rank is one."""
    quads = built(
        [*MISPRINT, claim("Policy:甲", "dateIssued", "1999"), claim("Policy:甲", "dateIssued", "2000", source="b.txt")]
    )
    ontology = [quad.triple for quad in background.ontology_quads(resources.ontology()) if quad.graph_name == DEFAULT]

    def faults(content: list[ox.Quad]) -> list[str]:
        data = [
            q.triple for q in content if q.graph_name != Node(iris.ONTOLOGY) and q.graph_name != Node(iris.REFERENCE)
        ]
        found = shapes.validate([*ontology, *data], resources.ontology() / "shapes")
        return [violation.message for violation in found if violation.severity == "Violation"]

    assert faults(quads) == []
    assert unclean(tmp_path / "graph", quads) == []
    bare = [q for q in quads if q.predicate != bkg("rankReason")]
    assert set(faults(bare)) == {"a rank other than normal has its reason and its rule"}


def test_a_fact_that_only_a_deprecated_claim_states_is_a_fault(tmp_path: Path) -> None:
    """Hygiene holds the contract both ways."""
    misprint = Node(writer.object_iri(WRONG, SOURCES["a.txt"]))
    subject = Node(WRONG.subject_entity.iri if WRONG.subject_entity else "")
    planted = [*built(MISPRINT), ox.Quad(subject, bkg("observation"), misprint, DEFAULT)]
    assert unclean(tmp_path / "graph", planted) == ["fact-without-claim"]


def test_the_same_claims_give_the_same_quads() -> None:
    """In whatever order they come."""
    assert set(built(MISPRINT)) == set(built(MISPRINT[::-1]))
