"""Parts of a lineage."""

from typing import Any

import pytest

from borderkg.lineage import moments
from borderkg.lineage.graph import Lineage
from borderkg.lineage.hop import Hop
from borderkg.lineage.lag import lags
from borderkg.lineage.selection import Selection
from tests.lineage.graphs import NODE, begun, lineage

YUNNAN, GUANGXI = "region/530000", "region/450000"
NODES: dict[str, dict[str, Any]] = {
    "law": begun("1994-01-01", "1994-12-31", periods=("first",)),
    "plan": begun("2006-03-01", end="2010-12-31", end_earliest="2010-12-31"),
    "local": begun("2012-07-01", "2012-07-31", level="provincial", places=(YUNNAN,)),
    "zone": begun("2015-07-01", "2015-07-31", level="county", type="Platform", places=(GUANGXI,)),
    "body": {"type": "Organization"},
    "draft": {},
}


@pytest.fixture
def whole() -> Lineage:
    """A law, a plan that ended, a province's document, a zone, a body, and a document without a date."""
    made = lineage("law>plan plan>local local>zone law>draft", NODES, sources=("paper",))
    made.add_hop(Hop("body", "issues", "law", sources=("paper",)))
    made.add_hop(Hop("law", "elaborates", "local", rule="level::made", confidence=0.9, sources=("paper", "book")))
    made.published = {"paper": "2010", "book": "2021-05"}
    return made


def test_by_relation_and_stated_only(whole: Lineage) -> None:
    """Only hops of the relations, or only stated ones, stay; nodes without a hop go."""
    assert set(Selection(relations=frozenset({"issues"})).of(whole)) == {"body", "law"}
    stated = Selection(stated_only=True).of(whole)
    assert not any(data["inferred"] for *_, data in stated.hops()) and set(stated) == set(whole)


def test_by_level_and_what_is_kept(whole: Lineage) -> None:
    """Nodes of other levels go, but for those to keep."""
    wanted = Selection(levels=frozenset({"provincial", "county"}))
    assert set(wanted.of(whole)) == {"local", "zone"}
    assert set(wanted.of(whole, ["law"])) == {"law", "local", "zone"}


def test_by_region(whole: Lineage) -> None:
    """What lies elsewhere goes; what has no place stays."""
    assert set(Selection(region=YUNNAN).of(whole)) == {"law", "plan", "local", "body", "draft"}


def test_by_period(whole: Lineage) -> None:
    """What may have begun in it stays, and bodies, and what a source puts into it; what has no date goes."""
    early = Selection(period=moments.moment("1994/2006"))
    assert set(early.of(whole)) == {"law", "plan", "body"}
    named = Selection(period=moments.moment("2006/2012"), period_iri="first")
    assert set(named.of(whole)) == {"law", "plan", "local", "body"}
    assert set(Selection(period_iri="first").of(whole)) == {"law", "body"}


def test_by_source(whole: Lineage) -> None:
    """Hops that the document states, or that rest on it."""
    assert [data["relation"] for *_, data in Selection(source="book").of(whole).hops()] == ["elaborates"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1993", {}),
        ("1994-06", {"law": "possible", "draft": "unknown", "body": "certain"}),
        ("2008", {"law": "certain", "plan": "certain", "draft": "unknown", "body": "certain"}),
        ("2012-07-10", {"plan": "ended", "local": "possible", "law": "certain", "draft": "unknown", "body": "certain"}),
    ],
)
def test_as_of_a_date(whole: Lineage, day: str, expected: dict[str, str]) -> None:
    """What had not begun is left out; an uncertain date makes a thing possible, an end makes it ended."""
    part = Selection(as_of=moments.day(day)).of(whole)
    assert {iri: data["standing"] for iri, data in part.described()} == expected


def test_what_was_known_by_a_date(whole: Lineage) -> None:
    """A stated hop is known from one of its sources, an inferred one from all that it rests on."""
    assert not Selection(known_by=moments.day("2009")).of(whole)
    then = Selection(known_by=moments.day("2010")).of(whole)
    assert set(then) == set(whole) and not any(data["inferred"] for *_, data in then.hops())
    assert any(data["inferred"] for *_, data in Selection(known_by=moments.day("2021-05")).of(whole).hops())


def test_what_is_repealed_ends() -> None:
    """A policy ends when the one that repeals it begins, within the same bounds."""
    made = lineage(
        "old>new", {"old": begun("1984-01-01"), "new": begun("1996-01-01", "1996-12-31")}, relation="repeals"
    )
    assert (made.nodes["old"]["end_earliest"], made.nodes["old"]["end"]) == ("1996-01-01", "1996-12-31")


def test_a_thing_is_planned_until_a_text_states_it() -> None:
    """A node all of whose hops are planned is planned; one factual hop makes it real."""
    made = lineage("a>z", planned=True)
    assert made.nodes["z"]["planned"] and not made.nodes["a"]["planned"]
    made.add_node("b", **NODE)
    made.add_hop(Hop("b", "establishes", "z"))
    assert not made.nodes["z"]["planned"]


def test_lags_from_the_centre() -> None:
    """The last national policy among the nearest counts; the median has its number and its bounds."""
    nodes = {
        "n1": begun("2010-01-01"),
        "n2": begun("2011-01-01"),
        "p1": begun("2011-01-11", level="provincial"),
        "p2": begun("2011-01-01", "2011-01-31", level="provincial"),
        "far": begun("2020-01-01", level="provincial"),
        "none": {"level": "provincial"},
    }
    found = lags(lineage("n1>p1 n2>p1 n2>p2 n2>none p1>far", nodes))
    assert [(lag.level, lag.type, lag.n, lag.days, lag.least, lag.most) for lag in found] == [
        ("provincial", "Policy", 3, 15, 10, 30)
    ]
