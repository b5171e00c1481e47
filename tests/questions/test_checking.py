"""A remark is made where there is something to remark, at its place, with a better form that has no remark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderkg.graph.store import GraphStore
from borderkg.questions import catalogue
from borderkg.questions.checking import Remark, check
from borderkg.questions.terms import Terms
from borderkg.vocabulary import ID
from tests.facts import opened, quads

GRAPH = """
:a a bkg:Policy ; skos:prefLabel "甲"@zh ; bkg:follows :b ; bkg:dateIssued "2013"^^xsd:gYear .
:b a bkg:Policy ; skos:prefLabel "乙"@zh ; bkg:concerns :r . :r a bkg:Region ; skos:prefLabel "丙"@zh ; bkg:locatedIn :r .
"""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    return opened(tmp_path_factory.mktemp("checking") / "graph", quads(GRAPH))


def remarks(graph: GraphStore, text: str) -> list[Remark]:
    return check(text, Terms(graph), graph.index)


@pytest.mark.parametrize(
    ("text", "code", "words", "better"),
    [
        ("SELECT * { ?x a bkg:Polcy }", "unknown-term", "bkg:Polcy", "bkg:Policy"),
        ("SELECT * { ?x a bkg:政策 }", "unknown-term", "bkg:政策", "bkg:Policy"),
        ("SELECT * { ?x bkg:folows ?y }", "unknown-term", "bkg:folows", "bkg:follows"),
        ("SELECT * { ?x bkg:follows/bkg:folows ?y }", "unknown-term", "bkg:folows", "bkg:follows"),
        ("SELECT * { ?x bkg:follows id:nothing }", "unknown-term", "id:nothing", ""),
        ("SELECT * { ?x a ?t FILTER(?t = bkg:Polcy) }", "unknown-term", "bkg:Polcy", "bkg:Policy"),
        (
            'SELECT * { ?x bkg:dateIssued ?d FILTER(bkf:intervalsIn(?d, "十二五")) }',
            "unknown-term",
            "bkf:intervalsIn",
            "bkf:intervalIn",
        ),
        ("SELECT * { ?x sko:prefLabel ?y }", "unknown-prefix", "sko:prefLabel", "skos:prefLabel"),
        ("SELECT * { ?x bkg:repeals ?y }", "unused-term", "bkg:repeals", ""),
        ("SELECT * { ?x bkg:follows+ ?y }", "unbounded-path", "bkg:follows+", "VALUES ?y { … }"),
        (
            "SELECT * { ?x bkg:follows+ id:b ; skos:prefLabel ?l }",
            "path-and-label",
            "skos:prefLabel ?l",
            "OPTIONAL { ?x skos:prefLabel ?l }",
        ),
        ("SELECT * { ?x a bkg:Policy . ?y skos:prefLabel ?l }", "product", "?y skos:prefLabel ?l", ""),
        ("SELECT * { ?x a bkg:Policy", "unreadable", "", ""),
    ],
)
def test_a_remark(text: str, code: str, words: str, better: str, graph: GraphStore) -> None:
    """One, of its kind, on these words, in both languages."""
    (remark,) = remarks(graph, text)
    assert (remark.code, text[remark.start : remark.end], remark.better) == (code, words, better)
    assert remark.zh and remark.en
    assert (remark.line, remark.column) == (1, remark.start + 1)
    (moved,) = remarks(graph, f"# a comment\n  {text}")
    assert (moved.line, moved.column) == (2, remark.column + 2)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?x a bkg:Policy ; bkg:follows+ ?y }",
        "SELECT * { VALUES ?y { id:b } ?x bkg:follows+ ?y }",
        "SELECT * { ?x bkg:follows+ id:b OPTIONAL { ?x skos:prefLabel ?l } }",
        "SELECT * { ?x a bkg:Policy . ?y skos:prefLabel ?l FILTER(?x != ?y) }",
        "SELECT * { ?x a bkg:Policy . ?y skos:prefLabel ?l OPTIONAL { ?x bkg:follows ?y } }",
        "SELECT * { ?x a bkg:Policy BIND(?x AS ?y) ?y skos:prefLabel ?l }",
        'SELECT * { ?x bkg:search "甲" . id:a bkg:follows ?x }',
        "SELECT * { GRAPH ?g { ?c bkg:claimSubject id:a } }",
        "PREFIX my: <urn:my/> SELECT * { ?x a my:Thing }",
        "ASK { ?x a bkg:Policy }",
    ],
)
def test_nothing_to_remark(text: str, graph: GraphStore) -> None:
    """What is joined, bound, or not ours to know."""
    assert remarks(graph, text) == []


def test_the_catalogue_has_no_product_and_no_open_path(graph: GraphStore) -> None:
    """Our own questions are as we advise: nothing unbounded, no product. Things of the papers are unknown to this graph."""
    for question in catalogue.load().values():
        found = remarks(graph, question.query)
        codes = {r.code for r in found if not question.query[r.start : r.end].startswith(f"<{ID}")}
        assert not codes - {"unused-term", "path-and-label"}, question.name


@given(st.text(alphabet='?x:a{}[]()<>".;,#\\ bkg+*\n|&', max_size=60))
def test_any_text_can_be_checked(graph: GraphStore, text: str) -> None:
    """Every remark has its place in the text."""
    for remark in remarks(graph, text):
        assert 0 <= remark.start <= remark.end <= len(text)
