"""What is offered at a place of a query fits the place, and what was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderkg.graph.store import GraphStore
from borderkg.questions.completion import Completion, complete
from borderkg.questions.terms import Terms
from borderkg.vocabulary import ID
from tests.facts import opened, quads

GRAPH = """
:a a bkg:Port ; skos:prefLabel "瑞丽口岸"@zh , "Ruili Port"@en ; bkg:locatedIn :r , :s ; bkg:portMode bkc:port-mode-road .
:r a bkg:Region ; skos:prefLabel "瑞丽市"@zh ; bkg:gbCode "533102" . :s a bkg:Region ; skos:prefLabel "德宏州"@zh .
"""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    return opened(tmp_path_factory.mktemp("completion") / "graph", quads(GRAPH))


def at_the_bar(graph: GraphStore, text: str, limit: int = 40) -> list[Completion]:
    """The completions where the bar stands in a text."""
    cursor = text.index("|")
    return complete(text.replace("|", ""), cursor, Terms(graph), graph.index, limit)


@pytest.mark.parametrize(
    ("text", "kind", "first"),
    [
        ("SELECT * { ?x a bkg:Port ; | }", "property", ["bkg:locatedIn", "skos:prefLabel", "bkg:portMode", "rdf:type"]),
        ("SELECT * { ?x a bkg:Region . ?x | }", "property", ["rdf:type", "skos:prefLabel", "bkg:gbCode"]),
        ("SELECT * { ?y bkg:locatedIn ?r . ?x a bkg:Port ; bkg:lo| }", "property", ["bkg:locatedIn"]),
        ("SELECT * { ?x 位于| }", "property", ["bkg:locatedIn"]),
        ("SELECT * { ?x wy| }", "property", ["bkg:locatedIn"]),
        ("SELECT * { ?x a | }", "class", ["bkg:Region", "bkg:Port"]),
        ("SELECT * { ?x a kou|", "class", ["bkg:Port"]),
        ("SELECT * { ?x bkg:portMode bkc:port-mode-air , gl|", "concept", ["bkc:port-mode-road"]),
        ("SELECT * { ?x bkg:locatedIn rls|", "entity", [f"<{ID}r>"]),
        ("SELECT * { [ a bkg:Port ] bkg:locatedIn <https://w3id.org/borderkg/id/s|", "entity", [f"<{ID}s>"]),
        ("SELECT * { ?x skos:prefLabel 瑞丽市|", "label", ['"瑞丽市"@zh']),
        ('SELECT * { ?x bkg:search "rlka|', "label", ['"瑞丽口岸"']),
        ("SELECT ?p| { ?port a bkg:Port . ?place ?p ?o }", "variable", ["?p", "?place", "?port"]),
        ("SEL|", "keyword", ["SELECT"]),
        ("SELECT * { OPTIONAL { ?x a bkg:Port } FIL|", "keyword", ["FILTER"]),
        ("PREFIX my: <urn:my/> SELECT * { ?x dct|", "prefix", ["dcterms:"]),
    ],
)
def test_what_comes_first(text: str, kind: str, first: list[str], graph: GraphStore) -> None:
    """Of the kind that the place asks for, in its order."""
    found = [completion.text for completion in at_the_bar(graph, text) if completion.kind == kind]
    assert found[: len(first)] == first


def test_the_counts_are_those_of_the_class(graph: GraphStore) -> None:
    """Two places of one port are two triples; a property that the class lacks comes behind all that it has."""
    found = at_the_bar(graph, "SELECT * { ?x a bkg:Port ; | }", 100)
    assert (found[0].text, found[0].count, found[0].label_zh) == ("bkg:locatedIn", 2, "位于")
    names = [completion.text for completion in found]
    assert names.index("bkg:gbCode") > names.index("rdf:type")


def test_what_was_typed_is_replaced(graph: GraphStore) -> None:
    """From where the word begins to the cursor; what stands behind it stays."""
    (first, *_) = at_the_bar(graph, "SELECT * { ?x bkg:loc|xyz ?y }")
    assert (first.start, first.end) == (14, 21)


@given(st.text(alphabet='?x:a{}[]()<>".;,#\\ bkg位\n|&', max_size=40), st.integers(0, 40))
def test_any_text_can_be_completed(graph: GraphStore, text: str, cursor: int) -> None:
    """Half a query is the rule; the place of a completion lies in the text."""
    at = min(cursor, len(text))
    for completion in complete(text, at, Terms(graph), graph.index, 5):
        assert 0 <= completion.start <= completion.end == at
