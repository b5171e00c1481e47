"""Trains and what they carry: 开行中欧班列64列、3260标箱."""

import re
from typing import Final

from borderkg.extraction.statistics import measures
from borderkg.extraction.statistics.course import Course
from borderkg.extraction.statistics.figure import Said
from borderkg.extraction.statistics.leads import Lead
from borderkg.extraction.statistics.passage import NUMBER

_TRAINS: Final = re.compile(r"(?:中欧|中亚|中老|国际|货运)?(?:[(〔](?:中亚|中欧)[)〕])?班列")
"""累计开行1.4万列: of the trains spoken of."""


def told(lead: Lead) -> tuple[str, ...]:
    """The trains that a sentence spoke of, where a figure in 列 says no more."""
    told = _TRAINS.findall(lead.passage.text, 0, lead.end) if lead.quantity.unit.endswith("列") else []
    return (told[-1],) if told and measures.elided(lead.words) else ()


_BOUND_FOR: Final = re.compile("(?:通达|直达|到达|抵达|可达|通往)(?P<where>[\u4e00-\u9fff]{0,6}?)(?:约|近|达|共)*$")
_PLACES: Final = re.compile("[^,;。]{0,2}(?P<what>国家(?:和地区)?|城市)(?=[,;。、的]|$)")


def reaching(lead: Lead, course: Course) -> list[Said]:
    """How many countries and cities trains through a port go to: 经该口岸的班列通达欧洲13个国家."""
    text = lead.passage.text
    what = _PLACES.match(text, lead.figure.end) if lead.quantity.unit in ("个", "座", "国") else None
    bound = _BOUND_FOR.search(text, 0, lead.figure.start) if what else None
    if bound is None and what and lead.text == "国家的":
        bound = _BOUND_FOR.search(text[: len(lead.passage.inner[: lead.start].rstrip(NUMBER))])
    trains = _TRAINS.findall(text, 0, bound.start()) if bound else []
    told = [v.owner for v in course.levels[course.told :]][-1:] or course.holders
    if what is None or bound is None or not trains or [h.mention.type for h in told] != ["Port"]:
        return []
    course.speak_of([*told])  # and of no place that they go to
    name = f"{trains[-1]}通达{bound['where']}{what['what']}数量"
    return [Said(name, lead.quantity.number, "个", "count", holders=tuple(told))]


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
