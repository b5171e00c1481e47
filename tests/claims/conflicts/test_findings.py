"""What cannot all be right, told apart from what only looks so."""

import itertools
from typing import Any

import pytest

from borderkg.claims.claim import Claim
from borderkg.claims.conflicts import conflicts
from tests.facts import claim, figure


def issued(date: str, **fields: Any) -> Claim:
    return claim("Policy:甲", "dateIssued", date, **fields)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2013", "2014"),
        ("2013-11", "2013-12"),
        ("2013-11-01", "2013-11-02"),
        ("2013-11", "2014"),
    ],
)
def test_two_dates_of_one_document(one: str, other: str) -> None:
    """Two dates that cannot be one are a conflict, which names both claims and both dates."""
    (conflict,) = conflicts([issued(one), issued(other, at=(9, 12))])
    assert (conflict.kind, len(conflict.claims)) == ("date", 2)
    assert one in conflict.reason and other in conflict.reason
    assert conflict.reason == f"two dates: 甲: date issued {one}, {other}"
    assert conflict.reason_zh == f"两日期不同：甲：发布日期{one}、{other}"  # the property by its name in each language


@pytest.mark.parametrize(("one", "other"), [("2013", "2013"), ("2013", "2013-11"), ("2013-11", "2013-11-12")])
def test_a_less_exact_date_is_no_conflict(one: str, other: str) -> None:
    """A date that says less than another agrees with it."""
    assert conflicts([issued(one), issued(other)]) == []


def test_two_openings_are_no_conflict() -> None:
    """A port may be opened, closed and opened again: two dates of establishment stand side by side."""
    assert conflicts([claim("Port:甲", "dateEstablished", "1983"), claim("Port:甲", "dateEstablished", "1992")]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (5, 7),
        (5.1, 5.3),
        (-5.1, 5.1),
        (1902.72, 1902.27),
        (5, 6),
        (5.1, 5.2),
        (100, 101),
    ],
)
def test_two_values_of_one_figure(one: float, other: float) -> None:
    """Two values of one indicator, place and time that no rounding makes one are a conflict that shows both."""
    found = conflicts([figure("甲", "出口额", one), figure("甲", "出口额", other)])
    assert [conflict.kind for conflict in found] == ["value"]
    conflict = found[0]
    assert all(f"{value}" in conflict.reason for value in (one, other))
    assert "出口额 2020" in conflict.reason and conflict.reason.endswith("亿元")


@pytest.mark.parametrize(("one", "other"), [(5, 5), (5, 5.0), (5, 5.4), (5.1, 5.12), (169.4, 169.39), (0.1, 0.12)])
def test_a_rounded_value_is_no_conflict(one: float, other: float) -> None:
    """A value printed less exactly agrees with one that it is the rounding of."""
    assert conflicts([figure("甲", "出口额", one), figure("甲", "出口额", other)]) == []


@pytest.mark.parametrize(
    ("qualifiers", "value", "differs"),
    [
        ({"low": 5, "high": 8}, 7, False),
        ({"low": 5, "high": 8}, 8, False),
        ({"low": 5, "high": 8}, 9, True),
        ({"comparator": ">"}, 7, False),
        ({"comparator": ">"}, 3, True),
        ({"comparator": "<"}, 3, False),
        ({"comparator": "<"}, 7, True),
    ],
)
def test_bounds_and_ranges(qualifiers: dict[str, object], value: float, differs: bool) -> None:
    """A value inside a stated range or beyond a stated bound agrees with it; one outside does not."""
    found = conflicts([figure("甲", "出口额", 5, qualifiers=qualifiers), figure("甲", "出口额", value)])
    assert bool(found) is differs


@pytest.mark.parametrize("name", ["place", "indicator", "unit", "time"])
def test_different_figures_do_not_meet(name: str) -> None:
    """Values of another place, indicator, unit or time are other figures."""
    one = {"place": "甲", "indicator": "出口额", "unit": "亿元", "time": "2020"}
    other = {**one, name: {"time": "2021"}.get(name, "别的")}
    assert conflicts([figure(value=5, **one), figure(value=9, **other)]) == []


def test_figures_without_a_time_do_not_meet() -> None:
    """Two figures that name no time may belong to two years."""
    assert conflicts([figure("甲", "出口额", 5, time=""), figure("甲", "出口额", 9, time="")]) == []


@pytest.mark.parametrize("modality", ["planned", "proposed", "denied"])
def test_what_is_not_stated_as_a_fact_is_in_no_conflict(modality: str) -> None:
    """A planned value beside a reached one is no contradiction."""
    assert conflicts([figure("甲", "出口额", 5), figure("甲", "出口额", 9, modality=modality)]) == []
    assert conflicts([issued("2013"), issued("2014", modality=modality)]) == []


def test_all_values_of_a_figure_are_one_conflict() -> None:
    """Three sources that disagree make one conflict of three claims, across texts."""
    said = [figure("甲", "出口额", value, source=f"{value}.txt") for value in (5, 9, 12)]
    (conflict,) = conflicts(said)
    assert set(map(id, conflict.claims)) == set(map(id, said))


def test_the_order_of_claims_changes_nothing_but_their_order() -> None:
    """The same conflicts are found, in the same order, in whatever order the claims come."""
    said = [figure("甲", "出口额", 5), figure("甲", "出口额", 9), issued("2013"), issued("2014")]
    found = {tuple((c.kind, c.reason) for c in conflicts(order)) for order in itertools.permutations(said)}
    assert len(found) == 1


def test_a_country_by_its_letter_and_by_its_name_is_one() -> None:
    """Trade with 俄 and with 俄罗斯 is compared; what each claim says stays as it is printed."""
    one, other = figure("黑龙江省", "对俄罗斯进出口总额", 1270.7), figure("黑龙江省", "对俄进出口总额", 1370.7)
    (found,) = conflicts([one, other])
    assert found.kind == "value"
    assert {claim.indicator for claim in found.claims} == {"对俄罗斯进出口总额", "对俄进出口总额"}
