"""Interval arithmetic: a printed number is the interval of all numbers that are printed so.

Half a unit of the last printed digit to either side (the usual rule of rounding); sums, differences, products and
quotients of intervals are intervals again (Moore, Interval Analysis, 1966), so that the tolerance of a computation is
that of its figures and nothing is guessed.
"""

import re
from decimal import Decimal, localcontext
from typing import Final

from borderkg.records import record

INFINITY: Final = Decimal("Infinity")


@record
class Interval:
    """All numbers from `low` to `high`, both included; either end may be infinite."""

    low: Decimal
    high: Decimal

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Interval") -> "Interval":
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: "Interval") -> "Interval":
        ends = [_times(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def __truediv__(self, other: "Interval") -> "Interval":
        """The quotient; everything where the divisor may be zero."""
        if other.low <= 0 <= other.high:
            return EVERYTHING
        return self * Interval(_inverse(other.high), _inverse(other.low))

    def root(self, degree: int) -> "Interval":
        """The positive root of an interval of positive numbers, its ends rounded outward; ValueError for others."""
        if self.low <= 0 or degree < 1:
            raise ValueError("only positive numbers have the root that is asked for")
        return Interval(_root(self.low, degree, -1), _root(self.high, degree, 1))

    def meets(self, other: "Interval") -> bool:
        """Whether one number lies in both."""
        return self.low <= other.high and other.low <= self.high

    def off(self, other: "Interval") -> Decimal:
        """How far the two lie apart; zero where they meet."""
        return max(other.low - self.high, self.low - other.high, Decimal(0))

    @property
    def middle(self) -> Decimal:
        return (self.low + self.high) / 2

    @property
    def half(self) -> Decimal:
        """Half its width."""
        return (self.high - self.low) / 2


EVERYTHING: Final = Interval(-INFINITY, INFINITY)


def exactly(number: int | Decimal) -> Interval:
    return Interval(Decimal(number), Decimal(number))


_ROUND: Final = re.compile(r"[1-9]0{2,}$")


def unit_of(printed: str) -> Decimal:
    """The unit of the last digit that counts. Two zeros or more at the end of a whole number may stand for rounding."""
    number = Decimal(printed.replace(",", ""))
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int):
        raise ValueError(f"{printed} is no number")
    if exponent < 0 or not _ROUND.search(printed):
        return Decimal(1).scaleb(min(exponent, 0))
    return Decimal(1).scaleb(len(printed) - len(printed.rstrip("0")))


def rounded(printed: str) -> Interval:
    """The numbers that are printed so: `5.10` is 5.095 to 5.105, `1310` is 1309.5 to 1310.5, `1800` is 1750 to 1850."""
    number, half = Decimal(printed.replace(",", "")), unit_of(printed) / 2
    return Interval(number - half, number + half)


def shown(number: Decimal) -> str:
    """A number for readers: three digits that count where it is small, two decimals where it is not."""
    if number == 0 or not number.is_finite():
        return "0" if number == 0 else "∞"
    places = max(2, 2 - number.adjusted()) if abs(number) < 1000 else 2 if abs(number) < 100000 else 0
    text = f"{number:.{places}f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace("-", "−")


def _times(a: Decimal, b: Decimal) -> Decimal:
    return Decimal(0) if a == 0 or b == 0 else a * b


def _inverse(number: Decimal) -> Decimal:
    return Decimal(0) if number.is_infinite() else 1 / number


def _root(number: Decimal, degree: int, outward: int) -> Decimal:
    if number.is_infinite():
        return number
    with localcontext() as context:
        context.prec = 40
        root = (number.ln() / degree).exp()
    return root * (1 + outward * Decimal("1e-20"))
