"""How many times: 增长1.6倍, 是2000年的10.7倍, 翻一番."""

import re
from collections.abc import Iterator
from typing import Final

from borderkg.extraction.statistics import durations, growth, indicators, measures
from borderkg.extraction.statistics.course import Course
from borderkg.extraction.statistics.figure import Said
from borderkg.extraction.statistics.leads import Lead


def read(lead: Lead, course: Course) -> Iterator[Said]:
    """By how much what its words name grew, or how many times another time's, or another's, it is."""
    doubled = lead.quantity.unit == "番"
    told = lead.text + "的" if lead.of_base else lead.text
    if lead.turn and course.kind == "growth" and course.change and lead.of == len(course.names):
        yield Said(f"{course.names[lead.turn]}增长倍数", lead.quantity.number, "倍", "multiple")
        return  # 分别增长88.7%和1.6倍
    found = growth.doubled_from(told) if doubled else growth.multiple_of(told)
    found = course.multiple if lead.turn else found
    course.multiple = found
    if found is None:
        return
    base, start = found
    since = growth.since(lead.text) if not base else ""
    if not base and lead.of > 1 and (change := growth.read(lead.text, course.yearly)):
        course.change, course.kind = change, "growth"  # 分别增长1.6倍和97.2%
    for name in lead.in_turn(indicators.indicator(lead, lead.end if lead.turn else lead.start + start, "", course)):
        of = f"为{_one_of(base, lead)}的倍数" if base else "增长倍数"
        times = course.times(name, whole=True)[-2:]
        first, last = (times[0][:4], times[-1][:4]) if len(times) > 1 else ("0", "0")
        span = f"{first}/{last}" if not base and int(last) - int(first) > 1 else None
        if since and course.moment.year.isdigit() and int(course.moment.year) - int(since) > 1:
            span = f"{since}/{course.moment.year}"
        span = durations.span_of(lead.text, course.times(name, whole=True)) or span
        (usual,) = measures.in_unit((name,), course.unit, ())
        counted = "数量" if _COUNTED.search(usual) else ""
        yield Said(usual + counted + of, lead.quantity.number, "倍", "multiple", span)


_COUNTED: Final = re.compile("(?:企业|主体|商户|班列|公司|项目|口岸)$")


def _one_of(base: str, lead: Lead) -> str:
    """是甲、乙的3.4倍和6.1倍: of as many as there are values the one in its turn."""
    several = re.split("[、和与]", base)
    return several[lead.turn] if len(several) == lead.of else base
