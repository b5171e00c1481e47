"""Which place something takes, of what its words measure: 外贸总额居全省首位, 二者均居全国第一."""

import re
from collections.abc import Iterator

from borderkg.extraction.statistics import indicators, ranks
from borderkg.extraction.statistics.course import Course
from borderkg.extraction.statistics.figure import Said
from borderkg.extraction.statistics.leads import Lead


def read(lead: Lead, course: Course) -> Iterator[Said]:
    """The rank that a figure tells of each indicator it is of."""
    scope = ranks.scope(lead.figure.text)
    names = indicators.indicator(lead, lead.end, "", course)
    if "均" in lead.text and course.levels[course.told :]:
        part = lead.passage.offset + lead.passage.text.rfind(";", 0, lead.end)
        told = [v.indicator for v in course.levels[course.told :] if v.at > part and "占" not in v.indicator]
        names = tuple(dict.fromkeys(told))
        if indicators.SEVERAL.search(lead.text):
            names = tuple(course.recent(2))
    for name in names or (course.names if re.search(r"规模|总量|连续", lead.text) else ()):
        yield Said(f"{name}{scope}排名", lead.quantity.number, "位", "rank")
