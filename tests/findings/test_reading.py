"""What a graph holds of disagreement, read back: filters, order, passages, proposals."""

from pathlib import Path

import pytest

import borderkg
from borderkg.api import KnowledgeGraph
from borderkg.errors import QueryError, UnknownNameError


@pytest.fixture(scope="module")
def graph(disputed_store: Path) -> KnowledgeGraph:
    return borderkg.open(disputed_store)


def test_conflicts_come_the_worst_first(graph: KnowledgeGraph) -> None:
    """Contradictions before notes; each with its kind, check and reasons in both languages."""
    found = graph.conflicts()
    assert [(f.severity, f.kind, f.check) for f in found] == [
        ("contradiction", "date", "two-dates"),
        ("contradiction", "value", "two-values"),
        ("note", "definition", "resemblance"),
    ]
    assert all(f.kind_zh and f.kind_en and f.reason_zh and f.reason for f in found)


def test_the_sides_of_a_conflict(graph: KnowledgeGraph) -> None:
    """Each claim with its source, value, rank, what is proposed of it, and the words of its passage."""
    (found,) = graph.conflicts(kind="value")
    assert [(s.source, s.indicator, s.time, s.value, s.unit, s.rank, s.proposed) for s in found.sides] == [
        ("one.txt", "外贸进出口总额", "2020", "100", "亿元", "normal", ""),
        ("two.txt", "外贸进出口总额", "2020", "120", "亿元", "preferred", "prefers"),
    ]
    assert found.rule == "primary-over-secondary" and "yearbook" not in found.rule_reason and found.rule_reason_zh
    for side, number in zip(found.sides, ("100", "120"), strict=True):
        assert side.passage is not None and number in side.passage.words
        assert side.subject == "云南省"


@pytest.mark.parametrize(
    ("wanted", "kinds"),
    [
        ({"source": "one"}, ["date", "value"]),
        ({"source": "丁文"}, ["definition"]),
        ({"indicator": "外资"}, ["definition"]),
        ({"severities": ("note",)}, ["definition"]),
        ({"severities": ("doubt",)}, []),
        ({"kind": "date", "source": "two.txt"}, ["date"]),
        ({"kind": "date", "indicator": "外贸"}, []),
    ],
)
def test_filters(wanted: dict[str, str], kinds: list[str], graph: KnowledgeGraph) -> None:
    """By source, indicator, severity and kind, and by several at once."""
    assert [found.kind for found in graph.conflicts(**wanted)] == kinds  # type: ignore[arg-type]


def test_what_is_unknown_is_an_error(graph: KnowledgeGraph) -> None:
    """It lists what is known."""
    with pytest.raises(QueryError, match=r"dates: no such kind; known are .*date"):
        graph.conflicts(kind="dates")
    with pytest.raises(QueryError, match="bad: no such severity; known are contradiction, doubt, note"):
        graph.audit(severities=("bad",))
    with pytest.raises(
        UnknownNameError, match=r"five\.txt: no text of this name in the graph; it has: four\.txt, one\.txt"
    ):
        graph.conflicts(source="five.txt")


def test_the_audit_holds_none_of_the_conflicts(graph: KnowledgeGraph) -> None:
    """Kinds below `arithmetic` are the audit's, all others are not."""
    assert not {f.iri for f in graph.audit()} & {f.iri for f in graph.conflicts()}


def test_without_the_text_there_is_no_passage(disputed_store: Path, tmp_path: Path) -> None:
    """A graph whose texts are not at hand still says where they would say it."""
    import shutil

    copy = tmp_path / "graph"
    shutil.copytree(disputed_store, copy)
    (copy / "texts.json").write_text("{}", "utf-8")
    shutil.rmtree(copy / "texts")
    (found,) = borderkg.open(copy).conflicts(kind="value")
    assert [side.passage for side in found.sides] == [None, None]
    assert all(side.start < side.end for side in found.sides)


def test_statements_tell_conflicts_from_notes(graph: KnowledgeGraph) -> None:
    """On an entity's page a claim in a note is in no conflict."""
    conflicts = {s.object_label: s.conflicts for s in graph.statements(graph.find("云南省").iri)}
    assert conflicts["120 亿元"] == conflicts["100 亿元"] != ()
    assert {s.conflicts for s in graph.statements(graph.find("吉林省").iri)} == {()}
