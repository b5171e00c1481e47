"""By how much a growth is above or below another: 同比增长9%，高于全国2个百分点; 增速高出全国3个百分点."""

import re
from typing import Final

from borderkg.extraction.statistics import growth, indicators, measures
from borderkg.extraction.statistics.course import Course
from borderkg.extraction.statistics.leads import Lead

_RATE: Final = re.compile("(?:年均)?(?:增速|增长率|增幅)$")
_OF_OTHER: Final = re.compile("(?:的|平均|同比|年均)*(?:增速|增幅|增长率|增长速度|增长水平)$")
_SAME_TIME: Final = re.compile("^同期")


def told(lead: Lead, course: Course, over: growth.Over, share: tuple[str, ...]) -> tuple[str, ...]:
    """What is above or below: the `share` or the rate of growth that the words before `over` name, else the growth that
    was told right before, by points."""
    rate = _RATE.search(lead.text, 0, over.start)
    if rate and not (share and lead.text[: rate.start()].strip(",")):
        grown = indicators.indicator(lead, lead.start + rate.start(), "", course)
        course.names = tuple(growth.without_rate(name) + rate[0] for name in grown)
        return course.names
    points = lead.quantity.unit != "%" and course.kind == "growth" and course.change
    if share or not points or not measures.elided(lead.words[: over.start]):
        return share
    return tuple(growth.without_rate(name) + "增速" for name in course.names)


def other(name: str, than: str) -> str:
    """What a rate of growth is held against, without the word for its own: 增速高于全国进出口增速 is 高于全国进出口."""
    if not name.endswith(("增速", "增幅", "增长率")):
        return than
    return _OF_OTHER.sub("", _SAME_TIME.sub("", than)) or than
