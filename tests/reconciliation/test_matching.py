"""What a query may mean: every way of writing a name, a score that tells how well, and a match only where it is certain."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from borderkg.errors import ReconciliationError
from borderkg.graph.store import GraphStore
from borderkg.reconciliation.matching import Matcher, likeness
from borderkg.reconciliation.names import Names
from borderkg.reconciliation.requests import Query, Value, Wanted


@pytest.fixture(scope="module")
def matcher(demo_store: Path) -> Matcher:
    return Matcher(GraphStore.open(demo_store))


def ids(found: list[dict[str, Any]]) -> list[str]:
    return [entry["id"] for entry in found]


def matches(found: list[dict[str, Any]]) -> list[str]:
    return [entry["id"] for entry in found if entry["match"]]


def asked(prop: str, text: str = "", identifier: str = "") -> tuple[Wanted, ...]:
    return (Wanted(prop, (Value(text, identifier),)),)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("满洲里口岸", "port/manzhouli"),
        (" 滿洲里 口岸", "port/manzhouli"),
        ("manzhoulikouan", "port/manzhouli"),
        ("Man Zhou Li Kou An", "port/manzhouli"),
        ("Manzhouli Port", "port/manzhouli"),
        ("port/manzhouli", "port/manzhouli"),
        ("https://w3id.org/borderkg/id/port/manzhouli", "port/manzhouli"),
        ("manzhouli", "region/150781"),
        ("mzl", "region/150781"),
        ("swb", "organization/mofcom"),
        ("巴里坤县", "region/650521"),
        ("巴里坤自治县", "region/650521"),
        ("东乌旗", "region/152525"),
        ("潞西市", "region/533103"),
        ("云南省瑞丽市", "region/533102"),
        ("云南省德宏州瑞丽市", "region/533102"),
        ("国家发展改革委", "organization/ndrc"),
    ],
)
def test_a_name_is_found(matcher: Matcher, text: str, wanted: str) -> None:
    """In traditional characters, with blanks, in pinyin, by initials, shortened, by an old name, after its province."""
    assert ids(matcher.result(Query(text)))[0] == wanted


@pytest.mark.parametrize("text", ["满洲里口岸", "滿洲里口岸", "潞西市", "云南省瑞丽市", "东乌旗"])
def test_the_very_name_is_a_match(matcher: Matcher, text: str) -> None:
    """In either script, as an old name, behind the province, and as the short name that only one thing bears."""
    found = matcher.result(Query(text))
    assert matches(found) == [found[0]["id"]]
    assert found[0]["score"] >= 96


@pytest.mark.parametrize(
    "text", ["满洲里", "吉林", "manzhoulikouan", "mzl", "巴里坤自治县", "瑞丽市口岸", "贵州省瑞丽市", "口岸"]
)
def test_what_is_not_certain_is_no_match(matcher: Matcher, text: str) -> None:
    """A short name that may be a city or its port, a reading, a part of a name, a name behind the wrong province."""
    assert matches(matcher.result(Query(text))) == []


def test_a_type_tells_namesakes_apart(matcher: Matcher) -> None:
    """With its type asked for, a short name is certain; what is of another type has half of its score."""
    assert matches(matcher.result(Query("满洲里", ("Port",)))) == ["port/manzhouli"]
    port, region = (matcher.result(Query("满洲里市", (kind,)))[0] for kind in ("Port", "Region"))
    assert (port["id"], port["score"], port["match"]) == (region["id"], region["score"] / 2, False)
    assert region["match"]


def test_a_type_stands_for_those_below_it(matcher: Matcher) -> None:
    """A port is a place, by its name or by its IRI."""
    for kind in ("Place", "bkg:Place", "https://w3id.org/borderkg/ontology/Place"):
        assert matches(matcher.result(Query("满洲里口岸", (kind,)))) == ["port/manzhouli"]


def test_a_strict_type_leaves_others_out(matcher: Matcher) -> None:
    """With `any` one of the types has to be had, with `all` each of them."""
    assert all(e["type"][0]["id"] == "Port" for e in matcher.result(Query("满洲里", ("Port", "Nothing"), "any", 50)))
    assert matcher.result(Query("满洲里", ("Port", "Region"), "all")) == []
    assert matches(matcher.result(Query("满洲里口岸", ("Port", "Place"), "all"))) == ["port/manzhouli"]


def test_a_property_that_agrees_keeps_the_score(matcher: Matcher) -> None:
    """By a name of the value, by its identifier, by a year or a code."""
    for wanted in (
        asked("locatedIn", "内蒙古"),
        asked("locatedIn", identifier="region/150000"),
        asked("bkg:locatedIn", "Inner Mongolia Autonomous Region"),
        asked("portMode", "铁路"),
    ):
        (first, *_) = matcher.result(Query("满洲里口岸", wanted=wanted))
        assert (first["id"], first["score"], first["match"]) == ("port/manzhouli", 100, True), wanted
    assert matches(matcher.result(Query("满洲里市", wanted=asked("gbCode", "150781")))) == ["region/150781"]


def test_a_property_that_disagrees_lowers_the_score(matcher: Matcher) -> None:
    """And what disagrees, or is not known, is no match."""
    for wanted in (asked("locatedIn", "云南"), asked("dateEstablished", "1850")):
        (first, *_) = matcher.result(Query("满洲里口岸", wanted=wanted))
        assert (first["id"], first["score"], first["match"]) == ("port/manzhouli", 60, False)


def test_properties_alone_find_candidates(matcher: Matcher) -> None:
    """Whoever has the value, without any of them being certain."""
    found = matcher.result(Query("", wanted=asked("counterpart", "后贝加尔斯克")))
    assert "port/manzhouli" in ids(found)
    assert not matches(found)


def test_a_property_that_there_is_not_is_told(matcher: Matcher) -> None:
    with pytest.raises(ReconciliationError, match="'P17' is no property"):
        matcher.result(Query("满洲里", wanted=asked("P17", "China")))


def test_namesakes_are_no_match(matcher: Matcher, demo_store: Path) -> None:
    """Of a name that several things bear, whichever it is, none is certain."""
    names = Names.within(GraphStore.open(demo_store).index)
    shared = [key for key, numbers in names.exact.items() if len({names.iris[n] for n in numbers}) > 1]
    assert len(shared) > 10
    for name in shared:
        assert matches(matcher.result(Query(name))) == [], name


def test_every_name_finds_its_own(matcher: Matcher, demo_store: Path) -> None:
    """A name of anything in the graph, asked for as it stands, brings it among the best."""
    names = Names.within(GraphStore.open(demo_store).index)
    for number in range(0, len(names.labels), 23):
        found = matcher.candidates(Query(names.labels[number]))
        best = [c.iri for c in found if c.name >= 98]
        assert names.iris[number] in best, names.labels[number]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=12) | st.text("满洲里口岸市云南省mzl 《》", max_size=8))
def test_scores_run_from_0_to_100_and_down(matcher: Matcher, text: str) -> None:
    """Whatever is asked: the best first, each entity once, at most one match."""
    found = matcher.result(Query(text, limit=50))
    scores = [entry["score"] for entry in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 100 for score in scores)
    assert len(set(ids(found))) == len(found)
    assert len(matches(found)) <= 1


@given(st.text("甲乙丙丁口岸市", min_size=1, max_size=8), st.text("甲乙丙丁口岸市", min_size=1, max_size=8))
def test_another_name_is_never_certain(one: str, other: str) -> None:
    """However alike two names are."""
    assert one == other or 0 <= likeness(one, other) < 96
