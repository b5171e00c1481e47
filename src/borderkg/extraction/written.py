"""Numbers written out in Chinese with a unit of measure: 十二亿三千万元, 五平方公里, 百分之四十."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from borderkg.extraction.numerals import whole
from borderkg.extraction.span import Span
from borderkg.extraction.values import Quantity

_NUMERAL: Final = "零〇一二两三四五六七八九十百千万亿"
_MEASURED: Final = re.compile(
    rf"(?<![第数几{_NUMERAL}])(?P<n>[{_NUMERAL}]{{1,14}})(?P<many>多|余)?"
    r"(?P<unit>平方公里|平方千米|平方米|公里|千米|公顷|亩|美元|元|吨|人次|辆次|人|户)"
)
_PERCENT: Final = re.compile(rf"百分之(?P<n>[{_NUMERAL}]+)(?:点(?P<tenths>[零〇一二三四五六七八九]+))?(?!点)")
_LARGE: Final = re.compile("[百千万亿]")
_COUNTED_LARGE: Final = ("元", "美元", "人", "户", "人次", "吨")
"""Of these a small number is no figure: 三人, 一吨."""

_MULTIPLES: Final = (("亿", 10**8), ("万", 10**4))


def written(text: str) -> Iterator[Span]:
    """The quantities written out; as the field writes them, in 万 and 亿 of their unit."""
    for m in _MEASURED.finditer(text):
        number = whole(m["n"])
        if number is None or (m["unit"] in _COUNTED_LARGE and not _LARGE.search(m["n"])) or number < 2:
            continue
        if m["n"][0] in "百千万亿":
            continue  # 万元 is a unit
        multiple, by = next(((name, by) for name, by in _MULTIPLES if number >= by), ("", 1))
        modifier = m["many"] or ""
        value = Quantity(
            Decimal(number) / by, multiple + m["unit"], None, None, ">" if modifier else "", modifier, words=m[0]
        )
        yield Span(m.start("n"), m.end(), "Quantity", m[0], "written:measure", value=value)
    for m in _PERCENT.finditer(text):
        parts = Decimal(whole(m["n"]) or 0)
        if m["tenths"]:
            tenths = "".join(str(whole(c) or 0) for c in m["tenths"])
            parts += Decimal(f"0.{tenths}")
        yield Span(m.start(), m.end(), "Quantity", m[0], "written:percentage", value=Quantity(parts, "%", words=m[0]))
