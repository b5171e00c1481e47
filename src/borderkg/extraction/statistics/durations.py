"""Stretches of time that no date tells by itself: 十年来, 三年间; the business year that 当年 goes back to; up to a quarter."""

import re
from collections.abc import Sequence
from typing import Final

from borderkg.extraction.marking.numerals import whole
from borderkg.extraction.span import Span
from borderkg.extraction.statistics.passage import Passage

_YEARS_ON: Final = re.compile(
    r"(?<![创是为])(?<!连续)(?<![创连]近)(?:[二三四五六七八九十两][一二三四五六七八九十]{0,2}|[2-9]|[1-9]\d)[多余]?"
    "(?:(?:周年|年)来(?![的首新最第之同])|年[间里])"
)
"""十年来，进出口…; no 十年来新高."""


def over_some_years(text: str, start: int, end: int) -> bool:
    """Whether words tell what came about in so many years, whatever year was told before."""
    return "年" in text[start:end] and bool(_YEARS_ON.search(text, start, end))


_SO_MANY: Final = re.compile(
    r"(?:^|[,;、\u4e00-\u9fff])(?P<n>[2-9]|[1-9]\d|[二三四五六七八九十]{1,2})年(?:间|来|内|里|时间)?(?:累计|总共|共|就|净|竟)*(?:增[长加]|提高|扩大|上升|下降|减少|翻)"
)


def span_of(words: str, times: Sequence[str]) -> str:
    """The years of a change told over so many (8年增长近19倍), where a level of the first and the last was told; empty where
    none was."""
    told = _SO_MANY.search(words)
    years = sorted({time[:4] for time in times})
    number = whole(told["n"]) if told else None
    first = str(int(years[-1]) - number) if years and number else ""
    return f"{first}/{years[-1]}" if first in years else ""


_SOONER: Final = re.compile("提[前早]了?(?:约|近|整整)?$")


def sooner(words: str, unit: str) -> bool:
    """Whether a figure only tells how much sooner something was reached (比上年提前30天突破百万人次): no measure of a place, and
    the sentence goes on about what was told."""
    return unit in ("天", "个月") and bool(_SOONER.search(words))


def business_year(passage: Passage, span: Span) -> Span | None:
    """The business year that 当年 goes back to: 2031—2032年度…，占当年…."""
    earlier = passage.between(0, span.start, "Date") if span.text == "当年" else []
    last = next((s for s in reversed(earlier) if s.text != "当年"), None)
    over = last is not None and _OVER.search(last.text) and passage.text.startswith("度", last.end)
    return last if over else None


_OVER: Final = re.compile(r"\d{4}年?[—~-]")
_BY: Final = re.compile("(?:截至|截止|截止到|截至到)$")


def up_to_quarter(passage: Passage, span: Span) -> bool:
    """截至2031年一季度累计…: by the end of its months."""
    return span.text.endswith("季度") and bool(_BY.search(passage.text, 0, span.start))
