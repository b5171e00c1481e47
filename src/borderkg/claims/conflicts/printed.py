"""Printed numbers, compared as what they may stand for.

A number printed to some digit stands for every number that rounds to it; a range or a bound for all that it admits; 约 and
the like for what lies a tenth to either side. Two printed numbers disagree only where nothing is left that both may stand for.
"""

import re
from decimal import Decimal
from typing import Final

from borderkg.claims.claim import Claim
from borderkg.records import record

_ABOUT: Final = frozenset(("约", "约为", "大约", "近", "将近", "接近", "左右", "上下"))
_ABOUT_SHARE: Final = Decimal("0.1")
_WORDED_HALF: Final = Decimal(5)
"""九成, 一半: told in tenths, half a tenth to either side, in per cent."""

_ROUND_ZEROS: Final = 3

_PREFIX: Final = {
    "万亿": 12, "千亿": 11, "百亿": 10, "十亿": 9, "亿": 8, "千万": 7, "百万": 6, "十万": 5, "万": 4, "千": 3, "百": 2
}  # fmt: skip
_UNIT: Final = re.compile(
    r"(?P<prefix>万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![瓦克米])|百(?!分点))?(?P<base>.+)"
)
_SAME_UNIT: Final = {
    "千米": "公里", "km": "公里", "㎞": "公里", "平方千米": "平方公里", "km2": "平方公里", "㎢": "平方公里",
    "元人民币": "元", "标准箱": "标箱", "TEU": "标箱", "千克": "公斤",
}  # fmt: skip


@record
class Range:
    """The numbers from `low` to `high`, the upper end left out."""

    low: Decimal
    high: Decimal

    def meets(self, other: "Range") -> bool:
        """Whether some number lies in both."""
        return not (self.high <= other.low or other.high <= self.low)

    def times(self, power: int) -> "Range":
        """The same range, ten to that power as large."""
        return Range(self.low.scaleb(power), self.high.scaleb(power))

    def __str__(self) -> str:
        return f"[{self.low.normalize():f}, {self.high.normalize():f})"


def unit(printed: str) -> tuple[str, int]:
    """A unit as its base and a power of ten: 亿元 is (元, 8). A currency is never another: 万美元 is (美元, 4)."""
    match = _UNIT.fullmatch(printed)
    if match is None:
        return printed, 0
    base = match["base"]
    return _SAME_UNIT.get(base, base), _PREFIX.get(match["prefix"] or "", 0)


def admitted(claim: Claim) -> Range:
    """What the printed value of an observation may stand for, in its own unit. Raises ArithmeticError where it is no number."""
    given = claim.qualifiers
    if given.get("low") is not None and given.get("high") is not None:
        return Range(rounded(given["low"]).low, rounded(given["high"]).high)
    number = printed(claim)
    if given.get("comparator") == ">":
        return Range(number, Decimal("Infinity"))
    if given.get("comparator") == "<":
        return Range(Decimal("-Infinity"), number)
    exact = rounded(number)
    if given.get("verbal") and not re.search(r"\d", str(given["verbal"])):
        return Range(number - _WORDED_HALF, number + _WORDED_HALF)
    if given.get("modifier") in _ABOUT:
        about = abs(number) * _ABOUT_SHARE
        return Range(min(exact.low, number - about), max(exact.high, number + about))
    return exact


def printed(claim: Claim) -> Decimal:
    """The number of an observation with its last zeros (5.10), as far as the claim holds them."""
    return Decimal(str(claim.qualifiers.get("printed") or claim.object).replace(",", ""))


def rounded(number: object) -> Range:
    """The numbers that are printed as this one: half a unit of its last digit to either side.

    Three zeros or more at the end of a whole number may stand for rounding (2000 of 2012): the last digit is then the one
    before them. Where a claim has lost zeros behind the point, it is compared more leniently, never less.
    """
    exact = Decimal(str(number))
    exponent = min(int(exact.as_tuple().exponent), 0)
    digits = f"{exact:f}"
    zeros = len(digits) - len(digits.rstrip("0")) if exponent == 0 and exact else 0
    half = Decimal(5).scaleb((zeros if zeros >= _ROUND_ZEROS else exponent) - 1)
    return Range(exact - half, exact + half)


def exactness(claim: Claim) -> int:
    """How many digits stand after the decimal point of a claim's value in its base unit; more is more exact."""
    return -(int(printed(claim).as_tuple().exponent) + unit(claim.unit)[1])
