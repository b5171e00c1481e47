"""The plan that a title names, by its number (“十二五”, 第十二个五年) or its years (2012~2020年), and what its series shares."""

import re
from typing import Final

from borderkg.extraction.marking.dates import plan_years
from borderkg.records import record

_ORDINAL: Final = "十[一二三四五六七八九]?|[一二三四六七八九]"
_NUMBERED: Final = re.compile(rf"[“\"]?(?P<short>{_ORDINAL})五[”\"]?(?!年)|第(?P<long>{_ORDINAL}|五)个五年")
_YEARS: Final = re.compile(r"[(（](?P<start>(?:19|20)\d\d)年?\s?[—~～-]{1,2}\s?(?P<end>(?:19|20)\d\d)年?[)）]")
_KIND: Final = re.compile(r"纲要$|计划|规划|总体|\W")
"""Words for the kind of document, and marks."""


@record
class Plan:
    """First and last year; `stem` is the title without number, years and the words for its kind: what a series shares."""

    start: int
    end: int
    stem: str


def plan_of(title: str) -> Plan | None:
    """The plan of a title; None where it names none. Where it prints its years, those count."""
    years, numbered = _YEARS.search(title), _NUMBERED.search(title)
    if years:
        start, end = int(years["start"]), int(years["end"])
    elif numbered:
        start, end = plan_years(numbered["short"] or numbered["long"])
    else:
        return None
    return Plan(start, end, _KIND.sub("", _NUMBERED.sub("", _YEARS.sub("", title))))
