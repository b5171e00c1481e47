"""How the figures of a block go on from the block before it, and which block tells none: the headline."""

import re
from dataclasses import replace
from typing import Final

from borderkg.corpus.layout import Block
from borderkg.corpus.page import Kind
from borderkg.corpus.sections import Placed, Reading
from borderkg.extraction.statistics import views
from borderkg.extraction.statistics.captions import Captions
from borderkg.extraction.statistics.course import Course
from borderkg.extraction.statistics.moments import Moment

_LONGEST_HEADLINE: Final = 80
_ITEM: Final = re.compile(r"(?:\d{1,2}[.、)]|[①-⑨]|\(\d{1,2}\)|\([一二三四五六七八九]\))?[\u4e00-\u9fff]{2,9}:")
"""2.云南:…: an item of a list that names what it is of."""

_STRETCH: Final = re.compile(r"\d{4}(?:-\d\d)?(?:/\d{4}-\d\d)?")
"""A year, a month or some months: no day, which is that of an event."""


def course_of(captions: Captions, placed: Placed, before: Course, last: Block | None) -> Course:
    """The course of a block, going on from the block before it."""
    block = placed.block
    course = Course(captions.over(placed.section, block.text.text, block.kind is Kind.ENTRY))
    breaks_down = False
    if last:
        course.follow(before, last.text.raw)
        years = [v.time[:4] for v in before.levels if v.time]
        course.heard = years[0] if len(years) > 1 and len(set(years)) == 1 else ""
        breaks_down = bool(before.levels or before.whole) and bool(views.BREAKS_DOWN.match(block.text.text))
        one_time = breaks_down and {level.time for level in before.levels if level.time} <= {before.moment.text}
        goes_on = one_time or views.GOES_ON.match(block.text.text)
        course.told_at = _told_at(before)
        if goes_on and not course.moment.text and _STRETCH.fullmatch(before.moment.text):
            course.moment = Moment(before.moment.text)
        elif not course.moment.text and _undated_growth(block.text.text):
            course.moment = Moment(course.told_at)
    item = block.kind is not Kind.NOTE and _ITEM.match(block.text.text)
    if item and (course.caption.measured or (last and _ITEM.match(last.text.text))):
        course.item_after(before)
    if last and breaks_down:  # the whole is that of the block before
        whole = [] if course.holders else before.whole or before.single
        course.speak_of([replace(h, where=None, raw=last.text.raw(*h.where)) if h.where else h for h in whole])
        course.whole = course.single
    return course


_DATED: Final = re.compile(
    r"\d年|年(?:代|内|初|底|末|间|来)|[去今前明上当同历每全]年|月|季度|近期|目前|截至|截止|期间|以来|时期|[一二三四五六七八九十两几]年"
)
_THAN: Final = re.compile(r"[较比与同](?:上年|去年|上一年)(?:同期|同月)?|自\d{4}年(?:\d{1,2}月)?(?:起|以来|开始)")
_GROWS: Final = re.compile(r"同比|[增降]幅|增速|占[^,;。]{2,16}(?:的|比重)|(?:增长|下降|增加|减少)[^,;。\d]{0,3}\d")


def _undated_growth(text: str) -> bool:
    """Whether a paragraph that names no time tells of growth, or of shares: 从贸易伙伴看，对俄进出口增长5%."""
    return bool(_GROWS.search(text)) and not _DATED.search(_THAN.sub("", text))


def _told_at(before: Course) -> str:
    """The one time of all figures of the last paragraph that told any, a year or months; empty where there is none."""
    times = {level.time for level in before.levels if level.time}
    if not times:
        return before.told_at
    return before.moment.text if times == {before.moment.text} and _STRETCH.fullmatch(before.moment.text) else ""


def has_headline(reading: Reading) -> bool:
    """Whether the first paragraph of a text is its headline: a short line without a stop before others."""
    lines = reading.placed[0].block.lines
    return (
        len(reading.placed) > 1 and len(lines) == 1 and not lines[0].terminated and lines[0].width <= _LONGEST_HEADLINE
    )
