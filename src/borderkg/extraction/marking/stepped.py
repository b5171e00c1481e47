"""Numbers told step by step, in figures and in words: 3万7299元 is 37299元, 2亿3千万元 is 2.3亿元."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from borderkg.extraction.span import Span
from borderkg.extraction.values import Quantity

_STEPS: Final = {"千": 10**3, "万": 10**4, "千万": 10**7, "百万": 10**6, "亿": 10**8}
_MIGHT: Final = re.compile(r"\d[万亿]\d")


@lru_cache(maxsize=4)
def _pattern(unit: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\d.第])(?P<n>\d{{1,4}})(?P<step>[万亿])(?P<n2>\d{{1,4}})(?P<step2>千万|百万|[千万])?(?P<many>多|余)?(?=[^万亿千百\d.%])(?P<unit>{unit})"
    )


def stepped(text: str, unit: str) -> Iterator[Span]:
    """The quantities told so; one that ends with a round step is told in its first, as the field tells them."""
    if not _MIGHT.search(text):
        return
    for m in _pattern(unit).finditer(text):
        first, second = _STEPS[m["step"]], _STEPS.get(m["step2"] or "", 1)
        if second * int(m["n2"]) >= first:
            continue
        number = Decimal(m["n"]) * first + Decimal(m["n2"]) * second
        told, of = (number / first, m["step"] + m["unit"]) if m["step2"] else (number, m["unit"])
        modifier = m["many"] or ""
        value = Quantity(told, of, comparator=">" if modifier else "", modifier=modifier, words=m[0])
        yield Span(m.start(), m.end(), "Quantity", m[0], "stepped:number", value=value)
