"""What trade an item of a list is of that is named without it: 从出口商品看，服装6亿元; 进口煤炭9亿元，原木5亿元;
从国别看，俄罗斯9亿元."""

import re
from collections.abc import Sequence
from typing import Final

from borderkg.extraction.statistics import measures, views
from borderkg.extraction.statistics.course import Course
from borderkg.extraction.statistics.figure import Said
from borderkg.extraction.statistics.holders import Holder
from borderkg.extraction.statistics.leads import SEPARATELY, Lead
from borderkg.extraction.statistics.passage import ABROAD, BLOCS, PLACE

_TRADE: Final = re.compile("(?:外贸|对外贸易|货物贸易)?(?P<way>进出口|(?<!进)出口|进口)(?:贸易)?(?P<how>总?[额值])?")
_LED: Final = "(?:[,;、和及与]|以及|其中|其次(?:是|为)|依次[是为]|分别[是为]|再次[是为]|而|则)*"
_ITEM: Final = re.compile(f"{_LED}(?P<item>[\u4e00-\u9fffA-Za-z()、和及]{{2,16}}?)(?:{measures.BETWEEN}了?)*")
_FIRMS: Final = re.compile(
    f"{_LED}(?P<firms>(?:民营|国有|私营|集体|外资|外商投资|港澳台资?)(?:企业)?)(?:进出口)?(?:{measures.BETWEEN}了?)*"
)
_PARTNER: Final = re.compile(f"{_LED}(?:{PLACE}+[、和与及])*{PLACE}+(?:市场)?(?:则|也|仍|{measures.BETWEEN}|了)*")
_BLOC: Final = re.compile(
    f"{_LED}(?P<bloc>东盟|欧盟|非洲|拉美|中亚五国|(?:共建|沿线)?“一带一路”(?:共建|沿线)?国家(?:和地区)?|RCEP(?:其他)?成员国|金砖国家|上合组织(?:成员)?国家?)"
    f"(?:{measures.BETWEEN}了?)*"
)
_NO_GOODS: Final = re.compile(
    "[额值率数费]$|量$|本级|单价|人[员次数口均]|旅客|游客|边民|车辆|货车|货物|企业|主体|贸易|口岸|合计|总计|共计|共$|其[他它余]|增|降|升|跌|占|同比|累计|完成|实现|达|超|投资|收入|税"
    "|产业|财政|农民|居民|人均|[贷存]款|银行|社会|消费[^品]|运[往到至]|[外转发调承中]运|销往|换装|装卸|转口|中转|过境|存放|库存|堆存|入库|采购|利用|用于|拉动|带动|交易|成交|合同|建议|计划|预计|[拟将把]"
    "|创汇|项目|班列|列车|货运|过货|客运|价|[两三]者|前者|后者|进口|出口|外贸|[全本我该][省市县区州国地]|[上下今去当年月日每首前]|方面|市场|商品|旅游|产值|产量|资金|货值|规模|订单|区$|企$|落地"
    "|保税|运输|方式|物流|跨境|电商|互市|加工$|种植|生产|销售|储|产能|通关|查验|验放|接待|公司|单位|主要|为主|以|是|有|为|了|的|对|从|自|向|经"
)
"""Words that name no goods, or do something with them."""

_BY_WAY: Final = re.compile("(?:[对自从向与同][^,;]{1,14}?)??(?P<way>进口|(?<!进)出口)(?P<goods>[\u4e00-\u9fff]{2,8})")
_ITS_WAY: Final = re.compile("(?P<goods>[\u4e00-\u9fff、]{2,10}?)(?P<way>进口|(?<!进)出口)(?P<how>总?[额值量])?")
_BARE_GOODS: Final = re.compile("(?:总|货|商|外贸|贸易|其他|主要|大宗|边境|互市|一般|[额值量率]|规模|方面|市场|同比)")
_FREIGHT: Final = re.compile("货运量|过货|货物|吞吐量")
"""Of these the goods are a part (`parts.of_total`): 货运量90万吨，其中进口煤炭80万吨、铜精粉5万吨."""

_TOLD: Final = re.compile(
    "贸易?|进口|出口|货值|投资|利用[内外]资|到位资金|旅客|游客|人员|收入|生产总值|GDP|增加值|税|贷款|存款"
)
_NO_TRADE: Final = re.compile("投资|引资|[内外]资|游客|旅客|客源|入境")
_OF_TRADE: Final = re.compile("贸易?|进口|出口|货值")
"""完成投资90亿元。从企业性质看，民营企业70亿元: of the investment."""

_UNIT: Final = re.compile("吨$|元|立方米$|千瓦时$|千克$|公斤$")


def read(lead: Lead, course: Course) -> list[Said]:
    """The trade of the goods or firms that a level's words name and no more; nothing where they are no such item."""
    name = _named(lead, course)
    if not name:
        return []
    course.measure((name,), lead.passage.at(lead.start, lead.end))
    course.unit, course.kind = lead.quantity.unit, "level"
    return [Said(name, lead.quantity.number, lead.quantity.unit, "level")]


def of_goods(name: str) -> bool:
    """Whether an indicator is the trade of some goods one way, which tons and a value tell: 原木进口3万吨、2亿元."""
    return name.endswith(("进口", "出口")) or bool(_BY_WAY.fullmatch(name) and not _BARE_GOODS.search(name))


def _named(lead: Lead, course: Course) -> str:
    if not _UNIT.search(lead.quantity.unit) or lead.turn:
        return ""
    text = lead.passage.inner
    if firms := _FIRMS.fullmatch(lead.words):
        view = views.last(views.OF_FIRMS, text, lead.start)
        if view and _of_trade(lead, course) and not views.OF_ANY.search(text, view.end() - 1, lead.start):
            return firms["firms"].removesuffix("企业") + "企业" + _trade_of(course)
        return ""
    if (
        (bloc := _BLOC.fullmatch(lead.text))
        and views.last(views.OF_PARTNERS, text, lead.start)
        and _of_trade(lead, course)
    ):
        return f"对{bloc['bloc']}{_trade_of(course)}"
    view = views.last(views.OF_GOODS, text, lead.end)
    start = max(view.end(), lead.start) if view else lead.start
    item = _ITEM.fullmatch(lead.words, max(0, start - lead.start))
    if item is None or _NO_GOODS.search(item["item"]):
        return ""
    if view and not views.OF_ANY.search(text, view.end() - 1, start):
        return item["item"] + (view["way"] or view["these"])
    return _as_before(item["item"], lead, course)


def _as_before(item: str, lead: Lead, course: Course) -> str:
    """进口煤炭9亿元，增长3%；原木5亿元: as the goods told last, of the same place."""
    last = course.levels[course.told :][-1:]
    apart = lead.passage.text[lead.start - 1 : lead.start] in (";", ",") or lead.text.startswith(("、", ","))
    freight = lead.quantity.unit.endswith("吨") and any(_FREIGHT.search(name) for name in course.total)
    if not last or not apart or freight:
        return ""
    if last[0].holder not in [h.mention.text for h in course.holders] or "占" in last[0].indicator:
        return ""
    told = last[0].indicator.removesuffix("量")
    if (before := _BY_WAY.fullmatch(told)) and not _BARE_GOODS.search(before["goods"]):
        return told.removesuffix(before["goods"]) + item
    if (before := _ITS_WAY.fullmatch(last[0].indicator)) and not _BARE_GOODS.search(before["goods"]):
        how = (before["how"] or "").replace("量", "")
        return item + before["way"] + how
    return ""


def with_partners(lead: Lead, found: Sequence[Holder], course: Course) -> bool:
    """Whether what was found are the partners by which a sentence breaks down the trade told before (从国别看，俄罗斯9亿元);
    the indicator is then told of them, and the figure is of whose trade it is."""
    abroad = bool(found) and all(map(_is_abroad, found))
    if not abroad or not _PARTNER.fullmatch(SEPARATELY.sub("", lead.words)):
        return False
    view = views.last(views.OF_PARTNERS, lead.passage.inner, lead.start)
    home = course.whole or course.region
    if view is None or not home or found[0].mention.text == home[0].mention.text:
        return False
    if _NO_TRADE.search(view[0]) or not _of_trade(lead, course):
        course.holders, course.names = [], ()  # 接待游客9万人次。从国别看，老挝3万人次: not of Laos
        return True
    if len(found) not in (1, lead.of):
        return False
    course.holders = list(home)
    course.names = tuple(f"对{h.mention.text}{_trade_of(course)}" for h in found)
    course.named_at = None
    return True


def _is_abroad(holder: Holder) -> bool:
    of = holder.mention
    return of.type == "Country" or of.text in BLOCS or bool(ABROAD.search(of.text))


def _of_trade(lead: Lead, course: Course) -> bool:
    """Whether a figure can be of the trade that is broken down: worth money or of a weight, behind figures of trade."""
    if not _UNIT.search(lead.quantity.unit):
        return False
    last = next((m[0] for v in reversed(course.levels) if (m := _TOLD.search(v.indicator))), "")
    return not last or bool(_OF_TRADE.fullmatch(last))


def _trade_of(course: Course) -> str:
    """进出口 as the trade told before was named: 进出口总值 of 外贸进出口总值."""
    told = [m["way"] for v in course.levels if (m := _TRADE.fullmatch(v.indicator))]
    return "进出口" if not told or told[0] == "进出口" else told[0]
