"""The indicator of a figure: what its words name, or what they leave out and goes on from the figures before."""

import re
from collections.abc import Sequence
from typing import Final

from borderkg.extraction.statistics import listed, measures, partners
from borderkg.extraction.statistics.course import Course, Level
from borderkg.extraction.statistics.leads import SEPARATELY, Lead
from borderkg.extraction.statistics.passage import PLACE, TIME

FORMER: Final = re.compile(r"(?:前|后)者")
SEVERAL: Final = re.compile(r"[两二]项?(?:指标|数据|数字|者)")
"""二者, 两项指标: of the two told last."""

_AT_HEAD: Final = re.compile("(?:其中|而|但|且)?[前后]者")


def one_of_two(lead: Lead, course: Course) -> Level | None:
    """What was told last of the place that 前者 or 后者 means at the head of a clause: 甲、乙口岸货运量分别为…，前者增长5%."""
    return course.of_two(lead.text) if _AT_HEAD.match(lead.text.lstrip(",;")) else None


_PEAK: Final = re.compile(
    r"[日月年人户]均|单[日月]|高峰[日期]?|日最高|最高日|峰值|个别[日月](?:期|份)?"
    "|(?:最[高多]|最大)(?:的)?[一单]?[日天]|[旺淡]季|节假日"
)
"""9月单月突破70万人次, 日均2万人次, 人均5万元: of what was told before."""


_DAILY: Final = re.compile("^[日月年]均")


def indicator(lead: Lead, end: int, unit: str, course: Course) -> tuple[str, ...]:
    """The indicator before a position: named, or left out and held from before; nothing where neither is clear."""
    if lead.turn and lead.of == len(course.names):
        return course.names
    words = lead.words[: end - lead.start]
    peak = _PEAK.search(words)
    if peak and course.names and measures.elided(words.replace(peak[0], "")):
        before = "" if lead.base else peak[0].replace("单月", "")
        return tuple(before + _DAILY.sub("", name) for name in course.names)
    if total := measures.total_of(words, course.names):
        course.measure(total, None)
        return total
    found = measures.indicator(lead.passage, lead.start, end, unit)
    again = measures.said_again(words)
    if again:
        course.measure(course.again(again if again.endswith("额") else ""), None)
        return course.names
    if found and found.names[-1].endswith(("贡献率", "贡献度")) and "增长对" in words:
        return ()  # 对某地贸易增长对外贸增长的贡献率: of what grows, which the name leaves out
    if found and _TOWARD_IT.search(lead.passage.text, lead.start, found.start):
        named = {s.text for s in lead.passage.between(0, found.start, "Country")}
        course.measure([f"对{named.pop()}{found.text}"] if len(named) == 1 else (), None)
        return course.names  # 某国是…贸易伙伴，该省对其进出口
    if found:
        whole = _in_words_before(lead, found.start, found.names, course)
        whole = partners.in_clause_before(lead, found.start, whole)
        if with_whom := _across(lead, found.start, course):
            whole = tuple(with_whom + name for name in whole)
        if unit in ("", "%", "倍"):
            whole = partners.of_same(whole, lead, course.names)
        else:
            whole = partners.other_way(whole, lead, course)
        names = in_turn(partners.together(course.in_full(whole), lead), lead, course)
        course.measure(names, lead.passage.at(found.start, found.end))
        return names
    former = FORMER.search(lead.text) if not one_of_two(lead, course) else None
    if former or (SEVERAL.search(lead.passage.text, 0, lead.end) and lead.of == 2):
        two = course.recent(2)
        course.measure([two[former[0] == "后者"]] if former else two, None) if two else None
        if two or not former:
            return course.names if two else ()
    each = SEPARATELY.search(lead.text) or lead.of == len(course.levels[course.told :]) > len(course.names)
    if lead.of > 1 and each and measures.elided(SEPARATELY.sub("", words)):
        paired = lead.of in (len(course.holders), len(course.moments), len(course.names))
        if not paired:
            course.measure(listed.split(course.names[0], lead.of) if len(course.names) == 1 else (), None)
        if not paired and not course.names:
            here = course.levels[course.told :]
            unread = not here and bool(lead.passage.between(0, lead.start, "Quantity"))
            recent = () if len(here) == 1 or unread else course.recent(lead.of)
            course.measure(_of_one(here[-lead.of :], lead.of) or recent, None)
        return course.names
    return course.names if measures.elided(words) else ()


def _of_one(told: Sequence[Level], number: int) -> tuple[str, ...]:
    """The indicator of two levels told last, once for each, where it is one in two units (进口煤炭8万吨、1亿元，分别增长…)."""
    alike = len(told) == number == len({v.unit for v in told}) and len({v.indicator for v in told}) == 1
    return tuple(v.indicator for v in told) if alike else ()


_WITH_WHOM: Final = re.compile("[与同](?P<who>[^与同,;。]{2,20}?)的?$")


def _across(lead: Lead, start: int, course: Course) -> str:
    """The place across the border with which the trade is that is measured from `start` on: 黑河市与阿穆尔州贸易额."""
    told = _WITH_WHOM.search(lead.text, 0, start - lead.start)
    return told[0].removesuffix("的") if told and told["who"].endswith(tuple(course.beside)) else ""


_THROUGH: Final = re.compile(f"(?P<how>进出|出入|往来){PLACE}+的?$")
_WHO_PASSES: Final = ("人数", "人次", "人员", "旅客", "游客", "车辆", "人员数量", "旅客数量")
_GOODS: Final = re.compile(
    f"(?:其中,?|[^,;。]*(?=(?:农|水|林|机电|高新技术|矿|工业)(?:海|牧)?产品{TIME}))"
    f"(?P<what>[\u4e00-\u9fff]{{2,8}})(?<![省市县州区国岸]){TIME}+的?$"
)
_DIRECTIONS: Final = ("进口", "出口", "进口额", "出口额", "进口量", "出口量", "进出口额")


def _in_words_before(lead: Lead, start: int, names: tuple[str, ...], course: Course) -> tuple[str, ...]:
    """What is measured by its whole name, where a place or a time parts it (进出某中心人数, 其中农产品今年1至7月出口额), or the
    goods were named before (进口煤炭90万吨，…3月进口30万吨)."""
    if len(names) == 1 and (origin := _FROM_ABROAD.search(lead.words[: start - lead.start])):
        return (lead.passage.text[lead.start + origin.start() : start] + names[0],)  # 进口越南水果
    words = lead.words[: start - lead.start]
    if len(names) == 1 and (done := _DONE_BY_WAY.search(words)) and _WORTH.fullmatch(names[0]):
        return (done["way"] + names[0],)  # 进口仅实现贸易额2亿元
    if len(names) == 1 and _ON_A_DAY.search(lead.passage.text, 0, lead.start) and _PASSES_TOO.search(lead.text):
        return ("单日" + names[0],)
    if len(names) != 1 or (names[0] not in _WHO_PASSES and names[0] not in _DIRECTIONS):
        return names
    if names[0] in _WHO_PASSES:
        through = _THROUGH.search(words)
        return (through["how"] + names[0],) if through else names
    if goods := _GOODS.search(words):
        return (goods["what"] + names[0],)
    told = course.in_unit(lead.quantity.unit) if lead.quantity.unit.endswith("吨") else ()
    return told if told and names[0] in ("进口", "出口") and told[0].startswith(names[0]) else names


_DONE_BY_WAY: Final = re.compile("(?<!进)(?P<way>进口|出口)(?:仅|只|共|累计|合计)*(?:实现|完成)了?$")
_WORTH: Final = re.compile("(?:贸易)?总?[额值]|货值|金额")
_ON_A_DAY: Final = re.compile("单日(?!最|峰|[^,;。]*(?:最[高大多]|峰值))[^,;。]*(?:突破|超)[^,;。]*,$")
"""单日入境车辆突破千辆，货运量超9万吨: both of one day."""

_PASSES_TOO: Final = re.compile("^(?!.*(?:[日月年均总共]|累计|合计))[^,;]*(?:突破|首破|超过?|逾)了?$")

_FROM_ABROAD: Final = re.compile(f"(?:(?<![\u4e00-\u9fff])|(?<=累计|共计|完成|实现)|(?<=共))(?:进口|出口){PLACE}+$")
_TOWARD_IT: Final = re.compile("[对与同自从向](?:其|该国)的?$")
_BOTH: Final = re.compile("[两二]者")


def of_measures(lead: Lead, course: Course) -> bool:
    """Whether 两者 are two measures: the last two that the sentence told of one place (边境小额贸易30亿元，一般贸易20亿元，两者
    合计占…)."""
    last = course.levels[course.told :][-2:]
    alike = len(last) == len(("one", "other")) and last[0].holder == last[1].holder
    return alike and last[0].indicator != last[1].indicator and bool(_BOTH.search(lead.text))


def in_turn(names: tuple[str, ...], lead: Lead, course: Course) -> tuple[str, ...]:
    """第二、第三产业增加值 as two indicators where two values follow that are not told of two places or times."""
    if lead.of in (1, len(names), len(course.holders), len(course.moments)) or lead.quantity.unit == "倍":
        return names
    several = listed.split("、".join(names), lead.of)
    return several or (() if SEPARATELY.search(lead.text) else names)
