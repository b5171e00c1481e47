"""Interval arithmetic: what is computed from printed figures holds every number that the true ones could give."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderkg.claims.audit.interval import EVERYTHING, Interval, exactly, rounded, shown, unit_of

NUMBERS = st.decimals(-100000, 100000, places=4)
WIDTHS = st.decimals(0, 100, places=4)


@st.composite
def intervals(draw: st.DrawFn) -> tuple[Interval, Decimal]:
    """An interval and a number in it."""
    low, width = draw(NUMBERS), draw(WIDTHS)
    share = draw(st.decimals(0, 1, places=3))
    return Interval(low, low + width), low + width * share


def holds(interval: Interval, number: Decimal) -> bool:
    slack = Decimal("1e-12") * max(Decimal(1), abs(number))
    return interval.low - slack <= number <= interval.high + slack


@given(intervals(), intervals())
def test_every_result_lies_in_the_interval_of_results(a: tuple[Interval, Decimal], b: tuple[Interval, Decimal]) -> None:
    """Of sums, differences, products and quotients."""
    (one, x), (other, y) = a, b
    assert holds(one + other, x + y)
    assert holds(one - other, x - y)
    assert holds(one * other, x * y)
    if y:
        assert holds(one / other, x / y)


@given(intervals(), intervals())
def test_intervals_meet_where_they_are_not_apart(a: tuple[Interval, Decimal], b: tuple[Interval, Decimal]) -> None:
    one, other = a[0], b[0]
    assert one.meets(other) == other.meets(one) == (one.off(other) == 0)
    assert one.off(other) == other.off(one)


@given(st.decimals("0.0001", 100000, places=4), st.decimals(0, 10, places=4), st.integers(1, 40))
def test_a_root_and_its_power(low: Decimal, width: Decimal, degree: int) -> None:
    """The ends of a root, raised again, take in the interval."""
    interval = Interval(low, low + width)
    root = interval.root(degree)
    assert root.low**degree <= interval.low * (1 + Decimal("1e-15"))
    assert root.high**degree >= interval.high * (1 - Decimal("1e-15"))


def test_what_has_no_root() -> None:
    for interval, degree in ((exactly(0), 2), (exactly(-1), 3), (exactly(2), 0)):
        with pytest.raises(ValueError, match="positive"):
            interval.root(degree)


@given(NUMBERS, st.integers(0, 3))
def test_a_printed_number_stands_for_all_that_round_to_it(number: Decimal, places: int) -> None:
    printed = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert holds(rounded(f"{printed:f}"), number)


@pytest.mark.parametrize(
    ("printed", "unit"),
    [
        ("5.10", "0.01"),
        ("5.1", "0.1"),
        ("1310", "1"),
        ("1800", "100"),
        ("27000", "1000"),
        ("1,250.5", "0.1"),
        ("0", "1"),
        ("-3.40", "0.01"),
    ],
)
def test_the_unit_of_the_last_digit_that_counts(printed: str, unit: str) -> None:
    assert unit_of(printed) == Decimal(unit)
    assert rounded(printed).half * 2 == Decimal(unit)


def test_no_unit_of_what_is_no_number() -> None:
    with pytest.raises(ValueError, match="no number"):
        unit_of("NaN")


def test_a_quotient_by_what_may_be_nothing_says_nothing() -> None:
    assert rounded("5") / Interval(Decimal(-1), Decimal(1)) == EVERYTHING
    assert rounded("5") / EVERYTHING == EVERYTHING


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("13.6363", "13.64"),
        ("0.052249", "0.0522"),
        ("-70.6051", "−70.61"),
        ("2585.510", "2585.51"),
        ("143", "143"),
        ("0", "0"),
        ("123456.7", "123457"),
    ],
)
def test_numbers_for_readers(number: str, words: str) -> None:
    assert shown(Decimal(number)) == words
