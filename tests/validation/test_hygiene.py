"""Each hygiene query finds its fault, planted alone into a sound graph, and nothing in the sound graph."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest

from borderkg import lookups, resources
from borderkg.graph import dataset, iris, writer
from borderkg.graph.store import GraphStore
from borderkg.graph.terms import DEFAULT, bkg
from borderkg.validation import hygiene
from borderkg.validation.report import Violation
from borderkg.vocabulary import ID, SEMAPV, SKOS, SSSOM
from tests.conftest import ROOT
from tests.facts import HASH, SOURCES, claim, opened, quads

QUERIES = resources.queries() / "hygiene"
POLICY = claim("Policy:某办法", "issuedBy", "Organization:某局")
Fault = Callable[[list[ox.Quad]], list[ox.Quad]]


def node(iri: str) -> ox.NamedNode:
    return ox.NamedNode(iri)


SUBJECT = node(POLICY.subject_entity.iri if POLICY.subject_entity else "")
CLAIM = writer.claim_iri(POLICY, SOURCES["a.txt"])
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


def term(name: str, more: str = "", *, label: bool = True, definition: bool = True) -> Fault:
    """A class of the ontology that a fact uses, with what a term needs."""
    said = ['rdfs:label "某"@zh, "some"@en ;'] * label + ['skos:definition "某类"@zh, "Some class."@en ;'] * definition
    known = quads(f"bkg:{name} a owl:Class ; {' '.join(said)} {more or 'rdfs:subClassOf bkg:Place'} .", "ontology")
    return lambda before: [*before, *known, *quads(f"<{ID}region/140000> a bkg:{name} .")]


UNUSED = (
    'bkg:Odd a owl:Class ; rdfs:label "某"@zh, "some"@en ; skos:definition "某类"@zh, "Some class."@en ;'
    " rdfs:subClassOf bkg:Place ."
)
PLACE = f'<{ID}region/x> a bkg:Region ; skos:prefLabel "某地"@zh'
FAULTS: dict[str, Fault] = {
    "claim-predicate-unknown": with_(
        f"<{ID}claim/1> a bkg:Claim ; bkg:claimPredicate rdfs:seeAlso ; bkg:evidence <{iris.evidence(HASH, 0, 5)}> .",
        f"source/{HASH[:16]}",
    ),
    "concept-without-scheme": with_('bkc:odd a skos:Concept ; skos:prefLabel "某"@zh, "some"@en .', "ontology"),
    "conflict-without-sides": with_(f"<{ID}conflict/1> a bkg:Conflict ; bkg:involves <{CLAIM}> ."),
    "cycle-of-parts": with_(f"<{ID}region/140000> bkg:partOf <{ID}region/140100> ."),
    "cycle-of-places": with_(
        "".join(f"<{ID}region/{a}> bkg:locatedIn <{ID}region/{b}> ." for a, b in ((140000, 150000), (150000, 140000))),
        "inferred",
    ),
    "cycle-of-policies": with_(f"<{SUBJECT.value}> bkg:after <{SUBJECT.value}> .", "inferred"),
    "dangling-reference": with_(f"<{ID}region/140000> bkg:partOf <{ID}region/nowhere> ."),
    "dates-out-of-order": with_(
        f'<{ID}period/1> a bkg:Period ; bkg:startYear "1992"^^xsd:gYear ; bkg:endYear "1991"^^xsd:gYear .'
    ),
    "document-without-claims": with_(
        f'<{ID}document/1> a bkg:Document ; bkg:fileName "空.txt" ; skos:prefLabel "空"@zh .'
    ),
    "entity-orphaned": with_(f'<{ID}policy/1> a bkg:Policy ; bkg:isNew true ; skos:prefLabel "孤"@zh .'),
    "evidence-orphaned": with_(f"<{ID}evidence/1> a bkg:Evidence .", f"source/{HASH[:16]}"),
    "figure-orphaned": with_(f"<{ID}observation/1> a bkg:Observation ."),
    "individual-without-class": with_(f'<{ID}region/1> skos:prefLabel "某地"@zh .'),
    "label-of-two-entities": with_(f"{PLACE} . {PLACE.replace('region/x', 'region/y')} ."),
    "label-with-blanks": with_(f'<{ID}region/x> a bkg:Region ; skos:prefLabel "某地 "@zh .'),
    "link-across-the-border": with_(
        f"<{ID}link/1> a bkg:Link ; owl:annotatedSource <{ID}region/533102> ; bkg:linkSide <{ID}country/MM> ; "
        f"<{SSSOM}mapping_justification> <{SEMAPV}LexicalMatching> ; <{SSSOM}confidence> 0.9 ; "
        f'<{SSSOM}mapping_tool_version> "1" .',
        "mappings",
    ),
    "link-without-grounds": with_(f"<{ID}link/1> a bkg:Link .", "mappings"),
    "term-deprecated-in-use": term("Old", "owl:deprecated true"),
    "term-undefined": with_(f"<{ID}region/140000> a bkg:Nonsense ."),
    "term-unused": with_(UNUSED, "ontology"),
    "term-without-definition": term("Undefined", definition=False),
    "term-without-label": term("Nameless", label=False),
    "claim-without-evidence": without(lambda q: q.predicate == bkg("evidence") or q.object == bkg("Evidence")),
    "claim-without-fact": without(lambda q: q.predicate == FACT and q.graph_name == DEFAULT),
    "entity-without-label": without(lambda q: q.predicate == node(SKOS + "prefLabel") and q.subject == SUBJECT),
    "evidence-outside-text": without(lambda q: q.predicate == bkg("textLength")),
    "fact-without-claim": with_(f"<{SUBJECT.value}> bkg:issuedBy <{ID}region/140000> ."),
    "period-of-two-sources": with_(
        f"<{ID}period/p> a bkg:Period ; bkg:periodOf <{ID}region/140000>, <{ID}region/150000> ."
    ),
    "sameas-in-closure": with_(f"<{ID}region/140000> owl:sameAs <{ID}region/150000> .", "inferred"),
    "two-preferred-labels": with_(f'<{ID}region/1> a bkg:Region ; skos:prefLabel "甲"@zh, "乙"@zh .'),
}


def rows(root: Path, content: Iterable[ox.Quad]) -> set[Violation]:
    return set(hygiene.run(opened(root, content), QUERIES, {}))


@pytest.fixture(scope="module")
def unused(tmp_path_factory: pytest.TempPathFactory) -> set[Violation]:
    """What is found in the sound graph: one claim does not use all terms."""
    return rows(tmp_path_factory.mktemp("sound") / "graph", sound())


def test_every_query_is_planted_here() -> None:
    """A new query needs a fault of its own."""
    assert sorted(FAULTS) == sorted(path.stem for path in QUERIES.glob("*.rq"))


def test_every_query_is_in_the_manual() -> None:
    """docs/checks.md lists each with its sentence and severity."""
    text = (ROOT / "docs" / "checks.md").read_text("utf-8")
    for path in QUERIES.glob("*.rq"):
        sentence = path.read_text("utf-8").splitlines()[0].removeprefix("# ")
        assert f"| [{path.stem}](../queries/hygiene/{path.name}) | {sentence} |" in text


def test_a_sound_graph_has_no_fault(unused: set[Violation]) -> None:
    """Nothing is found in a claim with its fact, evidence and labels, but notes on terms that it does not use."""
    assert {(violation.check, violation.severity) for violation in unused} == {("term-unused", "Info")}


def test_a_query_says_one_fault_in_both_languages() -> None:
    """The first line is a sentence in English, the second the same in Chinese; no two queries say the same."""
    heads = [path.read_text("utf-8").splitlines()[:2] for path in QUERIES.glob("*.rq")]
    assert all(re.fullmatch(r"# [A-Z].*\.", first) and re.fullmatch("# zh: .*。", second) for first, second in heads)
    assert len({first for first, _ in heads}) == len(heads) > 25


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_a_planted_fault_is_found_and_no_other(name: str, unused: set[Violation], tmp_path: Path) -> None:
    """By its query alone."""
    content = FAULTS[name](sound())
    if name == "evidence-outside-text":
        content += quads(f"<{iris.document(HASH)}> bkg:textLength 3 .")
    more = rows(tmp_path / "graph", content) - unused
    assert {v.check for v in more if v.severity != "Info" or name == "term-unused"} == {name}


def test_a_violation_says_what_and_where(tmp_path: Path) -> None:
    """The first line of the query is the message, the first column the focus, the others the value."""
    graph = opened(tmp_path / "graph", FAULTS["two-preferred-labels"](sound()))
    (violation,) = (v for v in hygiene.run(graph, QUERIES) if v.severity != "Info")
    assert violation.focus == f"{ID}region/1"
    assert violation.message == "An entity has two preferred labels in one language."
    assert violation.value == "乙 甲"
    assert violation.message_zh == "实体在一种语言中有两个首选名称。"
    assert violation.severity == "Violation"


def test_a_query_may_only_warn(tmp_path: Path) -> None:
    """`# severity: Warning` makes it a warning."""
    (tmp_path / "queries").mkdir()
    text = "# A policy is there.\n# zh: 有政策。\n# severity: Warning\nSELECT ?policy WHERE { ?policy a bkg:Policy }\n"
    (tmp_path / "queries" / "policy.rq").write_text(text, "utf-8")
    graph = opened(tmp_path / "graph", sound())
    (violation,) = hygiene.run(graph, tmp_path / "queries")
    assert (violation.check, violation.severity, violation.focus) == ("policy", "Warning", SUBJECT.value)
    assert hygiene.run(graph, tmp_path / "queries", {hygiene.row_of(violation): "a reason"}) == []


def test_the_demonstration_graph_is_clean(demo_store: Path) -> None:
    """No query finds anything in it, but for the rows that data/lookups.yaml explains."""
    assert hygiene.run(GraphStore.open(demo_store), QUERIES) == []


@pytest.mark.shared
def test_the_graph_of_the_papers_is_clean_and_no_exception_is_stale(papers_store: Path) -> None:
    """What is found in it is what data/lookups.yaml explains, row for row."""
    found = hygiene.run(GraphStore.open(papers_store), QUERIES, {})
    assert {hygiene.row_of(violation) for violation in found} == set(lookups.load()["hygiene_allowed"])
