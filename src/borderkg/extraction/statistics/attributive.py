"""What a place reached where the figure is told before what it measures: 以570亿元的进出口总额居首位, 实现了3000万吨的货运量."""

import re
from typing import Final

from borderkg.extraction.statistics import measures
from borderkg.extraction.statistics.course import Course
from borderkg.extraction.statistics.figure import Said
from borderkg.extraction.statistics.leads import Lead

_REACHED: Final = re.compile(
    "(?:(?<![所可难加给予])以|凭借?|实现|完成|创下|创造|达成|取得)了?(?:约|近|超过?|逾|将近|高达)*$"
)
_NOUN: Final = re.compile(
    "的(?P<noun>[\u4e00-\u9fff]{1,10}?(?:[总金]?额|总值|产值|[货客]?[运吐吞]?[输]?量|吞吐量|规模|收入))"
    "(?=[,;。、]|$|[位居列跃稳继领排名占创]|使|首次|再次|成为|而)"
)


def read(lead: Lead, course: Course) -> list[Said]:
    """The figure; empty where no such noun stands behind it, or one that is not measured in its unit."""
    noun = _NOUN.match(lead.passage.text, lead.figure.end) if _REACHED.search(lead.text) else None
    if noun is None or not measures.fits(noun["noun"], lead.quantity.unit):
        return []
    where = lead.passage.at(lead.figure.start, noun.end("noun"))
    course.measure((noun["noun"],), lead.passage.at(noun.start("noun"), noun.end("noun")))
    course.unit, course.kind = lead.quantity.unit, "level"
    return [Said(noun["noun"], lead.quantity.number, course.unit, "level", evidence=where)]
