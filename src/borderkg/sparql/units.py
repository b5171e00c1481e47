"""Units as Chinese statistics print them: a multiple (万, 亿, 千万) before a unit, and units of one kind between one another.

Money is never changed into other money: that needs a rate and a day.
"""

import re
from collections.abc import Mapping
from decimal import Context, Decimal
from fractions import Fraction
from typing import Final

_MULTIPLES: Final[Mapping[str, int]] = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_MULTIPLE: Final = re.compile("[十百千万亿]*")
_UNITS: Final[Mapping[str, tuple[str, Fraction]]] = {
    **dict.fromkeys(("元", "人民币", "元人民币", "人民币元"), ("元", Fraction(1))),
    **dict.fromkeys(("米", "m"), ("米", Fraction(1))),
    **dict.fromkeys(("公里", "千米", "km", "㎞"), ("米", Fraction(1000))),
    "里": ("米", Fraction(500)),
    **dict.fromkeys(("平方米", "m2", "㎡"), ("平方米", Fraction(1))),
    **dict.fromkeys(("公顷", "hm2"), ("平方米", Fraction(10**4))),
    "亩": ("平方米", Fraction(2000, 3)),
    **dict.fromkeys(("平方公里", "平方千米", "km2", "㎢"), ("平方米", Fraction(10**6))),
    **dict.fromkeys(("千克", "公斤", "kg"), ("千克", Fraction(1))),
    "吨": ("千克", Fraction(1000)),
    **dict.fromkeys(("标箱", "标准箱", "TEU"), ("标箱", Fraction(1))),
    **dict.fromkeys(("%", "个百分点"), ("比率", Fraction(1, 100))),
    "‰": ("比率", Fraction(1, 1000)),
    "小时": ("小时", Fraction(1)),
    **dict.fromkeys(("天", "日"), ("小时", Fraction(24))),
}
"""A unit's kind, and how much of the kind's own unit it is. A unit that is not listed is a kind of its own."""

_EXACT: Final = Context(prec=34)


def convert(value: Decimal, printed: str, wanted: str) -> Decimal | None:
    """A value in another unit; None where the units are of different kinds. Exact to 34 digits (亩 has no finite value)."""
    kind, size = _read(printed)
    other, unit = _read(wanted)
    if kind != other or not value.is_finite():
        return None
    exact = Fraction(value) * size / unit
    return _EXACT.divide(Decimal(exact.numerator), Decimal(exact.denominator))


def _read(unit: str) -> tuple[str, Fraction]:
    """Kind and size of a printed unit."""
    from borderkg.corpus.normaliser import fold

    text = "".join(fold(unit.strip(), traditional=True).split())
    if text in _UNITS:
        return _UNITS[text]
    multiple = _MULTIPLE.match(text)
    factor = 1
    for character in multiple[0] if multiple else "":
        factor *= _MULTIPLES[character]
    base = text[multiple.end() if multiple else 0 :]
    kind, size = _UNITS.get(base, (base, Fraction(1)))
    return kind, size * factor
