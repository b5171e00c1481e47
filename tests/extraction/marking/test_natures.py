"""Kinds that are built by rule: natures of ports, kinds of places with a number."""

import pytest

from tests.extraction.stated import stated


def kinds(text: str) -> set[tuple[str, str]]:
    return {(subject, kind) for subject, predicate, kind in stated(text) if predicate == "isA"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2019年，勐康口岸由双边性口岸调整为国际性口岸。", {("勐康口岸", "国际性口岸")}),
        ("勐康口岸的口岸性质为双边性常年开放公路口岸。", {("勐康口岸", "双边性常年开放公路口岸")}),
        ("勐康口岸系双边季节性公路口岸。", set()),
        ("二、关于将勐康口岸升格为国际性口岸。", set()),
    ],
)
def test_to_whom_a_port_is_open_is_its_kind(text: str, told: set[tuple[str, str]]) -> None:
    assert kinds(text) == told


def test_a_number_may_stand_in_a_kind() -> None:
    told = kinds("边境三县（江城县、西盟县、孟连县）设有口岸。")
    assert {kind for _, kind in told} == {"边境县"} and len(told) == 3


def test_a_number_before_what_is_measured_is_no_kind() -> None:
    assert not kinds("沿边9个省（区）国土面积较大。")


def test_a_market_is_of_no_type_by_its_name() -> None:
    assert not [p for _, p, _ in stated("仁青岗边贸市场2006年开市。") if p == "platformType"]


def test_a_part_of_a_free_trade_zone_is_of_its_type_where_the_whole_is_named() -> None:
    told = {s for s, p, _ in stated("黑龙江省自贸试验区黑河片区成交活跃。") if p == "platformType"}
    assert any(name.endswith("黑河片区") for name in told)
