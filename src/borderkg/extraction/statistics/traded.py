"""Goods that stand behind their figure: 进口了120万吨煤炭、30万吨木材, 自俄罗斯进口3亿元粮食."""

import re
from typing import Final

from borderkg.extraction.statistics import measures
from borderkg.extraction.statistics.course import Course
from borderkg.extraction.statistics.figure import Said
from borderkg.extraction.statistics.leads import Lead
from borderkg.extraction.statistics.passage import PLACE, TIME

_UNIT: Final = re.compile("吨$|[元镑布盾]$|立方米$")

_WAY: Final = re.compile(
    rf"(?P<of>(?:从|自|向|对)(?:[共沿]?[\u4e00-\u9fff]{{0,4}}){PLACE}+)?(?:总共|累计|合计|共|就|则|也|还|已|再|又|共计)*(?P<way>进口|出口)了?(?:大约|将近|超过?|约|近|达|逾)*$"
)
"""从蒙古国共进口了 before 2280万吨炼焦煤: with whom, and which way."""

_GOODS: Final = re.compile(
    f"(?:的)?(?P<of>{PLACE}+)?(?P<goods>(?![以左上之后多余])(?:(?!同比|环比|增长|下降|总额|货值|货物|加工|用于|任务|目标|保持|继续|实现|完成|超额|再|位[居列]|名列|居|列|排名|领跑|翻|突破|规模|水平)"
    f"[^的了着为是在占创较比约共计达和与及、,;。:()“”\\d{PLACE}{TIME}]){{2,8}}?)(?=[,;。、]|$|和|及|以及|同比|分别)"
)
"""煤炭 behind 120万吨, with the country that they are from: 1.8亿美元朝鲜商品."""

_NEXT: Final = re.compile("(?P<last>[^,;。、]{2,8})(?:[、,和与及]|以及)(?:进口|出口)?(?:约|近|超)?$")
"""煤炭、 before 30万吨木材."""

_LISTED: Final = re.compile(
    "(?:[、和及]|以及)(?P<goods>(?!其他|其它|货值|货物|金额|进口|出口|同比|接待|查验|验放|新增|生产|存栏|种植|完成|实现|收入|投资|旅客|车辆)[\u4e00-\u9fff]{2,6}?(?<![额量值]))(?:约|近|超过?|各)?"
)
"""、豆油 before 15万吨, behind 出口大豆70万吨."""

_BY_WAY: Final = re.compile(
    "(?P<way>(?:[从自向对][^,;]+)?(?:进口|(?<!进)出口))(?P<goods>[\u4e00-\u9fff]{2,8})(?<![额量值])"
)

_TOLD: Final = re.compile("[从自向对][^,;]+(?:进口|出口)(?P<goods>[\u4e00-\u9fff]{2,8})")
"""从蒙古国进口煤炭, before 从俄罗斯进口600万吨."""


def read(lead: Lead, course: Course) -> list[Said]:
    """The trade that a figure before its goods is of, 从蒙古国进口炼焦煤; nothing where no goods stand behind it."""
    found = _words(lead, course)
    if found is None:
        return []
    where = lead.passage.at(found.start, found.end)
    course.measure(found.names, where)
    course.unit, course.kind = lead.quantity.unit, "level"
    return [Said(found.text, lead.quantity.number, lead.quantity.unit, "level", evidence=where)]


def _words(lead: Lead, course: Course) -> measures.Words | None:
    if not _UNIT.search(lead.quantity.unit) or lead.of > 1:
        return None
    text, told = lead.passage.text, course.names[0] if len(course.names) == 1 else ""
    listed = _LISTED.fullmatch(lead.text) if course.kind == "level" and course.unit else None
    if listed and (before := _BY_WAY.fullmatch(told)) and measures.family(course.unit) in ("吨", "立方米"):
        named = before["way"] + listed["goods"]
        return measures.Words((named,), lead.start + listed.start("goods"), lead.figure.end)
    goods = _GOODS.match(lead.passage.inner, lead.figure.end)
    way = _WAY.search(lead.words)
    begin = lead.start + way.start() if way else lead.start
    whose = (lead.text[way.start("of") : way.end("of")] if way["of"] else "") + way["way"] if way else ""
    if goods is None:
        again = _TOLD.fullmatch(told) if way and way["of"] and lead.quantity.unit.endswith("吨") else None
        return measures.Words((whose + again["goods"],), begin, lead.figure.end) if again else None
    before = _NEXT.fullmatch(lead.text)
    if before and told.endswith(before["last"]) and not way:
        whose = told.removesuffix(before["last"])
    named = text[goods.start("of") if goods["of"] else goods.start("goods") : goods.end("goods")]
    return measures.Words((whose + named,), begin, goods.end("goods")) if whose else None
