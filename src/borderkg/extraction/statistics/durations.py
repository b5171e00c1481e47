"""So many years that no date tells: 十年来, 三年间."""

import re
from typing import Final

_YEARS_ON: Final = re.compile(
    r"(?<![创是为])(?<!连续)(?<![创连]近)(?:[二三四五六七八九十两][一二三四五六七八九十]{0,2}|[2-9]|[1-9]\d)[多余]?"
    "(?:(?:周年|年)来(?![的首新最第之同])|年[间里])"
)
"""十年来，进出口…; no 十年来新高."""


def over_some_years(text: str, start: int, end: int) -> bool:
    """Whether words tell what came about in so many years, whatever year was told before."""
    return "年" in text[start:end] and bool(_YEARS_ON.search(text, start, end))


_SOONER: Final = re.compile("提[前早]了?(?:约|近|整整)?$")


def sooner(words: str, unit: str) -> bool:
    """Whether a figure only tells how much sooner something was reached (比上年提前30天突破百万人次): no measure of a place, and
    the sentence goes on about what was told."""
    return unit in ("天", "个月") and bool(_SOONER.search(words))
