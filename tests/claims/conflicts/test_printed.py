"""Printed numbers: what each may stand for, and when two of them disagree."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from borderkg.claims.conflicts import printed
from tests.facts import figure
from tests.strategies import steady

numbers = st.decimals(min_value=-(10**9), max_value=10**9, places=4, allow_nan=False)
places = st.integers(min_value=0, max_value=3)


def rounded_to(number: Decimal, digits: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


@steady
@given(numbers, places, places)
def test_two_roundings_of_one_number_agree(number: Decimal, one: int, other: int) -> None:
    """However exactly each is printed. Away from zero, ROUND_HALF_UP may reach the upper end, which the ranges share."""
    ranges = [printed.rounded(rounded_to(abs(number), digits)) for digits in (one, other)]
    assert ranges[0].meets(ranges[1])


@steady
@given(numbers, places)
def test_a_number_lies_among_those_that_round_to_it(number: Decimal, digits: int) -> None:
    """What was rounded is among what its rounding may stand for."""
    found = printed.rounded(rounded_to(abs(number), digits))
    assert found.low <= abs(number) < found.high


@steady
@given(numbers, places, st.integers(min_value=1, max_value=10**6))
def test_numbers_a_unit_of_the_last_digit_apart_disagree(number: Decimal, digits: int, units: int) -> None:
    """Printed equally exactly, two numbers agree only where they are equal, or where zeros may stand for rounding."""
    one = rounded_to(number, digits)
    other = one + Decimal(units).scaleb(-digits)
    assume(not any(str(each).endswith("000") and digits == 0 for each in (one, other)))
    assert not printed.rounded(one).meets(printed.rounded(other))


@steady
@given(numbers, numbers)
def test_agreement_is_mutual(one: Decimal, other: Decimal) -> None:
    """Neither is asked first."""
    a, b = printed.rounded(one), printed.rounded(other)
    assert a.meets(b) == b.meets(a) and a.meets(a)


@steady
@given(numbers, st.sampled_from(["亿元", "万元", "千人", "万吨", "万人次"]))
def test_a_unit_moves_the_point_and_loses_nothing(number: Decimal, unit: str) -> None:
    """A range in its base unit, brought back, is the range."""
    base, power = printed.unit(unit)
    found = printed.rounded(number)
    assert not base.startswith(("亿", "万", "千")) and power > 0
    assert found.times(power).times(-power) == found


@pytest.mark.parametrize(
    ("unit", "base"),
    [
        ("亿元", ("元", 8)),
        ("万美元", ("美元", 4)),
        ("万亿元", ("元", 12)),
        ("元人民币", ("元", 0)),
        ("亿元人民币", ("元", 8)),
        ("千米", ("公里", 0)),
        ("万平方千米", ("平方公里", 4)),
        ("㎢", ("平方公里", 0)),
        ("千瓦", ("千瓦", 0)),
        ("万千瓦", ("千瓦", 4)),
        ("百分点", ("百分点", 0)),
        ("%", ("%", 0)),
        ("个", ("个", 0)),
        ("", ("", 0)),
    ],
)
def test_units(unit: str, base: tuple[str, int]) -> None:
    """Base and power of ten; a kilowatt is no thousand of anything, and a dollar is no yuan."""
    assert printed.unit(unit) == base


@pytest.mark.parametrize(
    ("qualifiers", "value", "low", "high"),
    [
        ({}, 5.1, "5.05", "5.15"),
        ({"low": 75, "high": 85}, 75, "74.5", "85.5"),
        ({"comparator": ">"}, 200, "200", "Infinity"),
        ({"comparator": "<"}, 15, "-Infinity", "15"),
        ({"modifier": "约"}, 2450, "2205", "2695"),
        ({"printed": "5.10"}, 5.1, "5.095", "5.105"),
        ({}, 2000, "1500", "2500"),
        ({}, 1800, "1799.5", "1800.5"),
        ({}, 0, "-0.5", "0.5"),
        ({"modifier": "达到"}, 60, "59.5", "60.5"),
        ({"verbal": "九成"}, 90, "85", "95"),
        ({"verbal": "21.3:43.1:35.6"}, 35.6, "35.55", "35.65"),
    ],
)
def test_what_a_value_may_stand_for(qualifiers: dict[str, object], value: float, low: str, high: str) -> None:
    """Rounding, ranges, bounds, 约, and shares told in tenths."""
    found = printed.admitted(figure("甲", "出口额", value, qualifiers=qualifiers))
    assert (found.low, found.high) == (Decimal(low), Decimal(high))


def test_exactness() -> None:
    """Digits behind the point of the base unit: 5.12 亿元 is more exact than 5 亿元, and 51234 万元 more than either."""
    exact = [printed.exactness(figure("甲", "出口额", v, u)) for v, u in ((5, "亿元"), (5.12, "亿元"), (51234, "万元"))]
    assert exact == [-8, -6, -4]
