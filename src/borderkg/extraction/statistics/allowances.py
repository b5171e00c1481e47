"""How much a border resident may bring in free of duty each day, which is the nation's whoever tells it: 边民每人每日免税额度由
3000元提高到8000元."""

import re
from typing import Final

from borderkg.extraction.statistics.course import Course
from borderkg.extraction.statistics.figure import Said
from borderkg.extraction.statistics.holders import Holder
from borderkg.extraction.statistics.leads import Lead
from borderkg.extraction.statistics.passage import PLACE, TIME

_NAME: Final = "边民每人每日免税额度"
_LED: Final = (
    f"(?:仍旧?|现|目前|当前|统一|标准|上限|规定|[{TIME}]|的|已|再|又|进一步|逐步|约|[由从为是定达]"
    "|调整|调高|提高|提升|增加|上调|扩大|提|升|增|[到至为在成]|,|人民币)*"
)
_TOLD: Final = re.compile(f"每人每[日天](?:进口|互市|商品|的)*免税(?:进口)?(?:额度|限额|金额|额){_LED}$")
_RESIDENTS: Final = re.compile("边民|互市|边境贸易")
_SHORT: Final = re.compile(f"(?:^|[,:;])每人每[日天]{_LED}$")
"""通知规定，每人每日8000元."""

_EARNED: Final = re.compile("(?:以上|左右|多)?的?(?:纯|净)?(?:收入|收益|利润|工资|报酬|工钱|补助|补贴|分红)")
"""每人每日300元收入: no allowance."""

_FREE: Final = re.compile("免税|边境贸易发展|财税政策")
_GOES_ON: Final = re.compile(f"(?:[,;、]|此前|之前|原来?|后来?|[{TIME}]|[将把]?{PLACE}|将其|把它|其){{0,6}}{_LED}")
_BEFORE: Final = re.compile("此前|之前|原|[由从]")


def read(lead: Lead, course: Course, nation: Holder) -> list[Said]:
    """What a figure says of the allowance, of a year; one that says what it was before is of no time. The nation's alone is told:
    not that of another country (越南边民…)."""
    if lead.quantity.unit not in ("元", "元人民币"):
        return []
    before = lead.passage.text[: lead.end]
    begin = lead.passage.clause(lead.start)
    abroad = [s for s in lead.passage.between(begin, lead.end, "Country") if not any(i.is_china for i in s.individuals)]
    if abroad:
        return []
    told = _TOLD.search(lead.words) or (_SHORT.search(lead.words) and _FREE.search(before))
    on = course.names == (_NAME,) and _GOES_ON.fullmatch(lead.words)
    earned = _EARNED.match(lead.passage.text, lead.figure.end)
    if earned or (not (told and _RESIDENTS.search(before)) and not on):
        return []
    course.measure((_NAME,), None)
    course.unit, course.kind = lead.quantity.unit, "level"
    moment = course.local or course.moment
    was = _BEFORE.search(lead.text) and not (course.dated and on)
    return [Said(_NAME, lead.quantity.number, "元", "level", "" if was else moment.year, holders=(nation,))]
