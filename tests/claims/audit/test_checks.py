"""The audit on claims alone: each check with what it finds and, beside it, what it leaves alone."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from typing import Any

import pytest

from borderkg.claims import audit
from borderkg.claims.claim import Claim
from tests.facts import claim, figure

CELL = "figures::a cell of a table"
_PLACES = count(0, 10)


def said(place: str, indicator: str, value: float, unit: str = "亿元", time: str = "2020", **more: Any) -> Claim:
    """A figure at a place of its own in the text."""
    start = next(_PLACES)
    return figure(place, indicator, value, unit, time, at=(start, start + 5), **more)


def cell(place: str, indicator: str, value: float, unit: str = "亿元", time: str = "2020", **qualifiers: Any) -> Claim:
    return said(place, indicator, value, unit, time, rule=CELL, qualifiers={"table": "表1", **qualifiers})


def found(*claims: Claim) -> list[tuple[str, str]]:
    return [(f.check, f.severity) for f in audit.findings(claims)]


def total(value: float, parts: Sequence[Claim], **qualifiers: Any) -> Claim:
    first = parts[0]
    places = [[part.start, part.end] for part in parts]
    return cell("沿边", first.indicator, value, first.unit, first.time, sumOf=places, **qualifiers)


# Totals


def test_a_total_of_a_table() -> None:
    """It is the sum of its cells, within their rounding."""
    parts = [cell(place, "进出口额", value) for place, value in (("甲", 1.2), ("乙", 2.3), ("丙", 3.4))]
    assert found(*parts, total(6.9, parts)) == []
    assert found(*parts, total(7.1, parts)) == []  # rounded parts may make up to 7.05, and the total is printed so
    assert found(*parts, total(7.2, parts)) == [("total", "contradiction")]


def test_a_total_with_an_unknown_part() -> None:
    """A cell that is no claim leaves the total alone."""
    parts = [cell(place, "进出口额", value) for place, value in (("甲", 1.2), ("乙", 2.3), ("丙", 3.4))]
    assert found(*parts[1:], total(9.9, parts)) == []


@pytest.mark.parametrize("indicator", ["人均地区生产总值", "人口密度", "外贸依存度", "增长率"])
def test_rates_have_no_sum(indicator: str) -> None:
    parts = [cell("甲", indicator, 10.5), cell("乙", indicator, 20.5)]
    assert found(*parts, total(15.5, parts)) == []


def test_imports_and_exports() -> None:
    parts = [said("甲", "出口额", 10.5), said("甲", "进口额", 20.25)]
    assert found(said("甲", "进出口总额", 30.8), *parts) == []
    assert found(said("甲", "进出口总额", 32.8), *parts) == [("total", "contradiction")]
    assert found(said("甲", "贸易逆差", 9.75), *parts) == []
    assert found(said("甲", "贸易顺差", 9.75), *parts) == [("total", "contradiction")]
    assert found(said("甲", "进出口总额", 32.8, time="2019"), *parts) == []
    assert found(said("乙", "进出口总额", 32.8), *parts) == []


def test_scopes_are_not_added_up() -> None:
    """Exports to one neighbour are no part of the whole trade alone."""
    assert found(said("甲", "进出口总额", 90.0), said("甲", "对越南出口额", 10.0), said("甲", "进口额", 20.0)) == []


def test_the_industries_make_the_product() -> None:
    """A bare 第一产业 is taken for its value added only in the table of the product."""
    parts = [cell("甲", f"第{n}产业", 10.0) for n in "一二三"]
    assert found(cell("甲", "地区生产总值", 30.0), *parts) == []
    assert found(cell("甲", "地区生产总值", 40.0), *parts) == [("total", "contradiction")]
    assert found(said("甲", "地区生产总值", 40.0), *parts) == []
    added = [said("甲", f"第{n}产业增加值", 10.0) for n in "一二三"]
    assert found(said("甲", "地区生产总值", 40.0), *added) == [("total", "contradiction")]


def test_units_of_one_family_are_added_up() -> None:
    parts = [said("甲", "出口额", 5000, "万美元"), said("甲", "进口额", 0.75, "亿美元")]
    assert found(said("甲", "进出口总额", 1.25, "亿美元"), *parts) == []
    assert found(said("甲", "进出口总额", 2.25, "亿美元"), *parts) == [("total", "contradiction")]
    assert found(said("甲", "进出口总额", 9.9, "亿元"), *parts) == []


# Shares and quotients


def test_a_share_of_the_nation() -> None:
    whole = replace(said("中国", "进出口总额", 400.0), subject_entity=nation())
    assert found(whole, said("甲", "进出口总额", 50.0), said("甲", "进出口总额占全国的比重", 12.5, "%")) == []
    assert found(whole, said("甲", "进出口总额", 50.0), said("甲", "进出口总额占全国的比重", 15.2, "%")) == [
        ("share", "contradiction")
    ]


def nation() -> Any:
    entity = said("中国", "人口", 1).subject_entity
    assert entity is not None
    return replace(entity, iri="https://w3id.org/borderkg/id/country/CN")


def test_a_share_cut_off_instead_of_rounded_is_a_note() -> None:
    part, whole = said("甲", "出口额", 2.0), said("甲", "进出口总额", 3.0)
    part, whole = (replace(c, qualifiers={"printed": f"{c.object:.4f}"}) for c in (part, whole))
    assert found(part, whole, said("甲", "出口额占进出口总额的比重", 66.6, "%")) == [("share", "note")]
    assert found(part, whole, said("甲", "出口额占进出口总额的比重", 66.5, "%")) == [("share", "contradiction")]


def test_bounds_are_kept() -> None:
    """超过 and 不足 say on which side a share lies."""
    part, whole = said("甲", "出口额", 30.0), said("甲", "进出口总额", 40.0)
    share = "出口额占进出口总额的比重"
    assert found(part, whole, said("甲", share, 70, "%", qualifiers={"comparator": ">"})) == []
    assert found(part, whole, said("甲", share, 80, "%", qualifiers={"comparator": ">"})) == [
        ("share", "contradiction")
    ]
    assert found(part, whole, said("甲", share, 70, "%", qualifiers={"low": 70, "high": 80})) == []


def test_what_is_counted_a_head() -> None:
    """With the slack of people at the middle of the year."""
    product, people = said("甲", "地区生产总值", 100.0), said("甲", "常住人口", 50.0, "万人")
    assert found(product, people, said("甲", "人均地区生产总值", 20350, "元")) == []
    assert found(product, people, said("甲", "人均地区生产总值", 23500, "元")) == [("quotient", "contradiction")]


# Growth, multiples


def test_growth_from_year_to_year() -> None:
    levels = [
        said("甲", "进出口总额", 1.1, time="2019", qualifiers={"printed": "1.10"}),
        said("甲", "进出口总额", 1.25),
    ]
    assert found(*levels, said("甲", "进出口总额同比增长率", 13.6, "%")) == []
    (finding,) = audit.findings([*levels, said("甲", "进出口总额同比增长率", 18.2, "%")])
    assert finding.computation.startswith("1.25 / 1.10 − 1 = 13.64 % ≠ 18.2 %")
    assert {c.time for c in finding.claims} == {"2019", "2020"}


@pytest.mark.parametrize(
    "growth",
    [
        said("甲", "进出口总额同比增长率", 90.0, "%", qualifiers={"basis": "constant prices"}),
        said("甲", "进出口总额环比增长率", 90.0, "%"),
        said("甲", "出口额同比增长率", 90.0, "%"),
        said("甲", "进出口总额同比增长率", 90.0, "%", time="2020-01/2020-06"),
        said("乙", "进出口总额同比增长率", 90.0, "%"),
    ],
    ids=["constant prices", "against the month before", "another indicator", "half a year", "another place"],
)
def test_growth_of_something_else(growth: Claim) -> None:
    assert found(said("甲", "进出口总额", 1.1, time="2019"), said("甲", "进出口总额", 1.2), growth) == []


def test_the_growth_of_product_is_real_by_custom() -> None:
    levels = [said("甲", "地区生产总值", 100.0, time="2019"), said("甲", "地区生产总值", 110.0)]
    assert found(*levels, said("甲", "地区生产总值同比增长率", 6.1, "%")) == []


def test_growth_under_a_wider_name_is_a_doubt() -> None:
    levels = [cell("甲", "对外非金融类直接投资额", 13.71, time="2019"), cell("甲", "对外非金融类直接投资额", 4.03)]
    assert found(*levels, said("甲", "对外投资总额同比增长率", -70.6, "%")) == []
    assert found(*levels, said("甲", "对外投资总额同比增长率", -72.28, "%")) == [("growth", "doubt")]


def test_nothing_grows_from_less_than_nothing() -> None:
    levels = [said("甲", "贸易差额", -10.0, time="2019"), said("甲", "贸易差额", 20.0)]
    assert found(*levels, said("甲", "贸易差额同比增长率", 90.0, "%")) == []


def test_growth_on_average() -> None:
    """From the first year of a span, or from the year before it."""
    levels = [said("甲", "进出口总额", 100.0, time="2010"), said("甲", "进出口总额", 200.0, time="2020")]
    assert found(*levels, said("甲", "进出口总额年均增长率", 7.18, "%", "2010/2020")) == []
    assert found(*levels, said("甲", "进出口总额年均增长率", 7.2, "%", "2011/2020")) == []
    assert found(*levels, said("甲", "进出口总额年均增长率", 9.1, "%", "2010/2020")) == [("growth", "contradiction")]


def test_multiples_and_growth_by_times() -> None:
    levels = [said("甲", "进出口总额", 100.0, time="2010"), said("甲", "进出口总额", 350.0)]
    assert found(*levels, said("甲", "进出口总额为2010年的倍数", 3.5, "倍")) == []
    assert found(*levels, said("甲", "进出口总额为2010年的倍数", 4.5, "倍")) == [("multiple", "contradiction")]
    assert found(*levels, said("甲", "进出口总额增长倍数", 2.5, "倍", "2010/2020")) == []
    (finding,) = audit.findings([*levels, said("甲", "进出口总额增长倍数", 3.5, "倍", "2010/2020")])
    assert "one time less" in finding.reason


# Ranks, counts, wholes


def test_ranks_of_a_table_of_some() -> None:
    """It shows that a place is too high, never that it is too low."""
    cells = [cell(place, "进出口总额", value) for place, value in (("甲", 30.0), ("乙", 20.0), ("丙", 10.0))]
    assert found(*cells, said("丙", "进出口总额全国排名", 3, "位")) == []
    assert found(*cells, said("丙", "进出口总额全国排名", 9, "位")) == []
    assert found(*cells, said("丙", "进出口总额全国排名", 2, "位")) == [("rank", "contradiction")]


@pytest.mark.parametrize("scope", ["西部地区", "全国公路口岸", "全省"])
def test_ranks_among_whom_a_table_does_not_tell(scope: str) -> None:
    cells = [cell(place, "进出口总额", value) for place, value in (("甲", 30.0), ("乙", 20.0), ("丙", 10.0))]
    assert found(*cells, said("丙", f"进出口总额{scope}排名", 1, "位")) == []


def test_superlatives() -> None:
    cells = [cell("甲", "进出口总额", 30.0), cell("乙", "进出口总额", 20.0)]
    assert found(*cells, cell("丙", "进出口总额", 40.0, saidToBe="highest")) == []
    assert found(*cells, cell("丙", "进出口总额", 25.0, saidToBe="highest")) == [("rank", "contradiction")]
    assert found(*cells, cell("丙", "进出口总额", 25.0, saidToBe="lowest")) == [("rank", "contradiction")]
    assert found(*cells, cell("丙", "进出口总额", 30.0, saidToBe="highest")) == []


def test_a_count_and_its_list() -> None:
    assert found(said("甲", "口岸数量", 9, "个", qualifiers={"listed": 9})) == []
    assert found(said("甲", "口岸数量", 9, "个", qualifiers={"listed": 8})) == [("count", "contradiction")]
    assert found(said("甲", "口岸数量", 9, "个", qualifiers={"listed": 8, "comparator": ">"})) == []


def county(code: str) -> Claim:
    """A border county that a table of names lists."""
    start = next(_PLACES)
    made = claim(
        "Region:某县", "isA", "Concept:边境县", at=(start, start + 5), rule="listings::the caption of a listing"
    )
    entity = made.subject_entity
    assert entity is not None
    return replace(made, subject_entity=replace(entity, iri=f"https://w3id.org/borderkg/id/region/{code}"))


def test_a_count_and_the_members_that_the_table_names() -> None:
    """阿巴嘎旗 and 额济纳旗 lie in 内蒙古; 宁明县 in 广西."""
    named = [county("152522"), county("152923"), county("451422")]
    counted = cell("内蒙古自治区", "边境县数量", 2, "个", "")
    entity = counted.subject_entity
    assert entity is not None
    counted = replace(counted, subject_entity=replace(entity, iri="https://w3id.org/borderkg/id/region/150000"))
    assert found(counted, *named) == []
    assert found(replace(counted, object=3), *named) == [("count", "contradiction")]
    assert found(replace(counted, object=3)) == []


def test_shares_of_the_industries() -> None:
    """Text and table are each added up for themselves: a misprint in one is not hidden by the other."""
    first = said("甲", "第一产业比重", 21.3, "%", qualifiers={"table": "表1"})
    second = said("甲", "第二产业比重", 43.1, "%", qualifiers={"table": "表1"})
    assert found(first, second, said("甲", "第三产业比重", 35.6, "%")) == []
    assert found(first, second, cell("甲", "第三产业比重", 5.6, "%"), said("甲", "第三产业比重", 35.6, "%")) == [
        ("whole", "contradiction")
    ]
    assert found(first, second) == []


# Estimates


def estimate(value: float, level: str | None, **qualifiers: Any) -> Claim:
    start = next(_PLACES)
    about = {"table": "表1", "term": "open", "sample": "(1)", "significance": level, **qualifiers}
    return claim("Document:某文", "estimate", value, at=(start, start + 5), qualifiers=about)


@pytest.mark.parametrize(
    ("made", "severity"),
    [
        (estimate(0.3, "1%", stdError=0.1), None),
        (estimate(0.2, "1%", stdError=0.1), None),
        (estimate(0.2, "1%", stdError=0.1, printed="0.200", printedError="0.100"), "contradiction"),
        (estimate(-0.16, "10%", stdError=0.1), None),
        (estimate(-0.1, "10%", stdError=0.11), "contradiction"),
        (estimate(0.5, "10%", stdError=0.1), "doubt"),
        (estimate(0.5, "1%", tValue=1.2), "contradiction"),
        (estimate(0.5, "1%", stdError=0.0), None),
        (estimate(0.3, None, stdError=0.5), None),
        (estimate(0.3, None, said="5%"), "contradiction"),
        (estimate(0.3, "5%", said="5%"), None),
        (estimate(0.3, "5%", said="none"), "contradiction"),
        (estimate(0.3, "1%", said="10%"), "doubt"),
    ],
    ids=lambda made: f"{made.object} {made.qualifiers}" if isinstance(made, Claim) else str(made),
)
def test_significance(made: Claim, severity: str | None) -> None:
    """Stars against t values, words against stars; t is as exact as coefficient and error are printed."""
    assert found(made) == ([("significance", severity)] if severity else [])


def test_a_table_without_any_star_marks_no_significance() -> None:
    assert found(estimate(0.9, None, stdError=0.1)) == []
    assert found(estimate(0.9, None, stdError=0.1), estimate(0.9, "1%", stdError=0.1)) == [("significance", "doubt")]


@pytest.mark.parametrize(
    ("observations", "severity"),
    [(180, None), (171, None), (181, "contradiction"), (175, "doubt")],
    ids=["units by years", "a year less", "more than there can be", "not whole units"],
)
def test_observations_are_units_by_years(observations: int, severity: str | None) -> None:
    made = estimate(0.3, None, sample="2001/2020", observations=observations, panelUnits=9)
    assert found(made) == ([("panel", severity)] if severity else [])


def test_columns_that_lose_different_years() -> None:
    made = [
        estimate(0.3, None, sample=sample, observations=number, panelUnits=9)
        for sample, number in (("1992/2020", 252), ("1992/2013", 198), ("2014/2020", 54))
    ]
    (finding,) = audit.findings(made)
    assert finding.computation == (
        "1992/2020: 252 / 9 = 28 = 29 − 1; 1992/2013: 198 / 9 = 22 = 22 − 0; 2014/2020: 54 / 9 = 6 = 7 − 1"
    )


# What holds of all


def test_sources_are_not_held_against_each_other() -> None:
    parts = [said("甲", "出口额", 10.0, source="b.txt"), said("甲", "进口额", 20.0, source="b.txt")]
    assert found(said("甲", "进出口总额", 99.0, source="a.txt"), *parts) == []


@pytest.mark.parametrize("modality", ["planned", "proposed", "denied"])
def test_what_is_no_fact_is_left_alone(modality: str) -> None:
    parts = [said("甲", "出口额", 10.0), said("甲", "进口额", 20.0)]
    assert found(replace(said("甲", "进出口总额", 99.0), modality=modality), *parts) == []


def test_a_figure_printed_twice_is_right_where_either_fits() -> None:
    """Which of the two is the misprint is for the conflicts."""
    parts = [said("甲", "出口额", 10.0), said("甲", "出口额", 11.0), said("甲", "进口额", 20.0)]
    assert found(said("甲", "进出口总额", 30.0), *parts) == []
