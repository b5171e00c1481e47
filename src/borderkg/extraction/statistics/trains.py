"""Trains and what they carry: 开行中欧班列64列、3260标箱."""

import re
from typing import Final

from borderkg.extraction.statistics import measures
from borderkg.extraction.statistics.course import Course
from borderkg.extraction.statistics.leads import Lead

_TRAINS: Final = re.compile(r"(?:中欧|中亚|中老|国际|货运)?班列")


def told(lead: Lead) -> tuple[str, ...]:
    """The trains that a sentence spoke of, where a figure in 列 says no more."""
    told = _TRAINS.findall(lead.passage.text, 0, lead.end) if lead.quantity.unit.endswith("列") else []
    return (told[-1],) if told and measures.elided(lead.words) else ()


def load(lead: Lead, course: Course, held: tuple[str, ...], unit: str) -> tuple[str, ...]:
    """The containers that trains carry: 开行中欧班列64列、3260标箱; `held` and `unit` are of what was told before."""
    names = (
        (held[0].removesuffix("数量") + "标箱数",)
        if held and measures.of_their_load(lead.words, unit, lead.quantity.unit)
        else ()
    )
    if names:
        course.measure(names, None)
    return names
