"""Trains and what they carry: 开行中欧班列64列、3260标箱."""

import re
from typing import Final

from borderkg.extraction.statistics import measures
from borderkg.extraction.statistics.course import Course
from borderkg.extraction.statistics.leads import Lead

_TRAINS: Final = re.compile(r"(?:中欧|中亚|中老|国际|货运)?班列")
"""累计开行1.4万列: of the trains spoken of."""


def told(lead: Lead) -> tuple[str, ...]:
    """The trains that a sentence spoke of, where a figure in 列 says no more."""
    told = _TRAINS.findall(lead.passage.text, 0, lead.end) if lead.quantity.unit.endswith("列") else []
    return (told[-1],) if told and measures.elided(lead.words) else ()


def load(lead: Lead, course: Course, held: tuple[str, ...], unit: str) -> tuple[str, ...]:
    """The containers that trains carry: 开行中欧班列64列、3260标箱; `held` and `unit` are of what was told before."""
    names = (
        (held[0].removesuffix("数量") + "标箱数",)
        if held and _of_their_load(lead.words, unit, lead.quantity.unit)
        else ()
    )
    if names:
        course.measure(names, None)
    return names


_LOAD: Final = re.compile("[、,和]?(?:共|计|约|合|折合|搭载|装载|超|逾|近|达)*")


def _of_their_load(words: str, before: str, unit: str) -> bool:
    """Whether containers are told behind trains and are those on them: 班列300列、2.4万标箱, 300列，搭载2.4万标箱."""
    boxes = measures.family(unit) in ("标箱", "标准箱", "TEU")
    return boxes and measures.family(before) in ("列", "列次") and bool(_LOAD.fullmatch(words))
