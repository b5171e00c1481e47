"""How the figures of a block go on from the block before it, and which block tells none: the headline."""

import re
from typing import Final

from borderkg.corpus.layout import Block
from borderkg.corpus.page import Kind
from borderkg.corpus.sections import Placed, Reading
from borderkg.extraction.statistics.captions import Captions
from borderkg.extraction.statistics.course import Course
from borderkg.extraction.statistics.moments import Moment

_LONGEST_HEADLINE: Final = 80
_ITEM: Final = re.compile(r"(?:\d{1,2}[.、)]|[①-⑨]|\(\d{1,2}\)|\([一二三四五六七八九]\))?[\u4e00-\u9fff]{2,9}:")
"""2.云南:…: an item of a list that names what it is of."""

_BREAKS_DOWN: Final = re.compile(
    "(?:而|其中)?,?(?:其中|同期|(?:单?从|分|按|就)[^,;。]{1,10}?(?:来看|上看|看|划分|而言|来说)|(?:而?在)?[^,;。]{0,8}(?:[进出]口|贸易|商品|产品|市场|伙伴|[客货]运)[^,;。]{0,4}方面)[,:]"
)
"""其中, 从贸易方式看, 在进口方面 at the head of a paragraph: what was told before is broken down."""

_STRETCH: Final = re.compile(r"\d{4}(?:-\d\d)?(?:/\d{4}-\d\d)?")
"""A year, a month or some months: no day, which is that of an event."""


def course_of(captions: Captions, placed: Placed, before: Course, last: Block | None) -> Course:
    """The course of a block, going on from the block before it."""
    block = placed.block
    course = Course(captions.over(placed.section, block.text.text, block.kind is Kind.ENTRY))
    if last:
        course.follow(before, last.text.raw)
    item = block.kind is not Kind.NOTE and _ITEM.match(block.text.text)
    if item and (course.caption.measured or (last and _ITEM.match(last.text.text))):
        course.item_after(before)
    if last and not course.moment.text and before.levels and _BREAKS_DOWN.match(block.text.text):
        course.moment = Moment(before.moment.text if _STRETCH.fullmatch(before.moment.text) else "")
    return course


def has_headline(reading: Reading) -> bool:
    """Whether the first paragraph of a text is its headline: a short line without a stop before others."""
    lines = reading.placed[0].block.lines
    return (
        len(reading.placed) > 1 and len(lines) == 1 and not lines[0].terminated and lines[0].width <= _LONGEST_HEADLINE
    )
