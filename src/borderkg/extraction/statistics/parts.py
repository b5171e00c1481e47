"""What a figure is that is told as a part of the total before it: 其中铁路口岸, 进口, 回程."""

import re
from typing import Final

from borderkg.extraction.statistics import measures, partners
from borderkg.extraction.statistics.course import Course
from borderkg.extraction.statistics.leads import Lead
from borderkg.extraction.statistics.passage import ASIDE, PLACE

PORTS: Final = re.compile("(?:公路|铁路|水运|航空|陆路|内河)口岸")
"""铁路口岸2100万吨: of a freight told before."""

_CROSSING: Final = re.compile("^(?:进出境|出入境|进境|出境|入境)")
_GOODS_BY_WAY: Final = re.compile("(?P<way>进口|出口)(?!货|商品)[\u4e00-\u9fff]{2,5}(?<![额量值])")
_VERBS: Final = re.compile(f"(?:{measures.BETWEEN}了?)+$")
_PARTNER: Final = re.compile("[对与同自从][\u4e00-\u9fff]{1,8}")
_WAY: Final = re.compile("(?:^|[,。])(?P<way>去程|回程|上行|下行|返程)(?:班列|列车)?(?:方面,?)?(?:为|达|有|共)?$")
"""去程方面，1760列；回程1345列: of the trains told of."""


def way(words: str) -> bool:
    """Whether words say which way trains go."""
    return bool(_WAY.search(words))


def _of_which(lead: Lead) -> bool:
    """Whether 其中 stands before a figure, and not in a bracket that ends before it."""
    at = lead.passage.text.rfind("其中", 0, lead.end)
    return at >= 0 and (lead.passage.outer[at] != ASIDE or lead.passage.outer[lead.figure.start] == ASIDE)


def of_total(lead: Lead, course: Course, total: tuple[str, ...]) -> tuple[str, str]:
    """A part of the total told before, by 其中 or as 进口 and 出口 of 进出口: as printed, and by its own name."""
    of_which = _of_which(lead)
    told_here = course.figures or of_which
    words = re.sub(r"^.*(?:其中|[,;、])", "", lead.text) or lead.passage.text[: lead.start].rpartition(";")[2]
    part = words in ("进口", "出口") or (of_which and bool(_PARTNER.fullmatch(words)))
    behind_share = course.kind == "share" and part  # 贸易额90亿元，占七成。其中出口50亿元
    if not told_here or not (behind_share or course.kind in ("level", "growth")) or len(total) != 1:
        return "", ""
    told_way = _WAY.search(words)
    if told_way and total[0].endswith(("班列", "列车")):
        return told_way[0], told_way["way"] + _CROSSING.sub("", total[0])
    words = _VERBS.sub("", words) if words[:2] in ("进口", "出口") or of_which else words
    if whose := partners.directed(words, total[0]):
        return words, whose
    other = {"出口": "进口", "进口": "出口"}.get(words, "")
    if other and re.fullmatch(f"(?:外贸)?{other}(?:货运量|货物量|货值|总?[额值量])", total[0]):
        return words, total[0].replace(other, words)  # 进口货物90万吨，增长5%，出口40万吨
    traded = words in ("进口", "出口") and ("进出口" in total[0] or bool(measures.FREIGHT.search(total[0])))
    told = (of_which and re.fullmatch(r"[\u4e00-\u9fff]{2,6}", words)) or re.fullmatch(
        r"[对与同自][\u4e00-\u9fff]{1,8}", words
    )
    if told and (goods := _GOODS_BY_WAY.fullmatch(total[0])) and not measures.MEASURE.search(words):
        return words, goods["way"] + words.removeprefix(goods["way"])  # 板材 of 进口木材
    return (words, measures.part_of(total[0], words)) if traded or told else ("", "")


_CLASS: Final = re.compile("其中,?(?:属于?)?(?:少数)?民族(?:自治)?(?:地方|地区)(?:有|为|占)?")


def of_class(lead: Lead) -> bool:
    """其中民族自治地方107个，占79%；土地面积180万平方公里: behind it the sentence goes on about the whole."""
    return bool(_CLASS.fullmatch(lead.text))


_FLOW: Final = re.compile("(?:进境|出境|入境|进口|出口|转口)(?P<what>[\u4e00-\u9fff]{2,6})")
_OF_SOME_PORTS: Final = re.compile(
    "(?P<of>[对经][\u4e00-\u9fff]{1,6}口岸)(?:进出境|进出口|出入境)(?P<what>[\u4e00-\u9fff]{2,6})"
)
_BOTH_WAYS: Final = re.compile("进出境|进出口|出入境")


def of_some_ports(names: tuple[str, ...], lead: Lead, course: Course) -> tuple[str, ...]:
    """对俄口岸进出境货运量90万吨。进境货运量60万吨: of the ports of which both directions were told last."""
    one = _FLOW.fullmatch(names[0]) if len(names) == 1 and PLACE not in lead.words else None
    both = next((v for v in reversed(course.levels) if _BOTH_WAYS.search(v.indicator)), None) if one else None
    told = _OF_SOME_PORTS.fullmatch(both.indicator) if both and both.owner in course.holders else None
    return (told["of"] + names[0],) if told and one and told["what"] == one["what"] else names


_NO_NAME: Final = re.compile(f"[,;]?其中,?(?:{measures.BETWEEN})*")
_SAYS_MORE: Final = re.compile("(?:以上|左右|多)?(?:的|属|在|位于|分布|是|为(?!主)|来自|经|由|用于|归|系)")


def unnamed(lead: Lead) -> bool:
    """Whether a figure is of a part which only the words behind it tell: 其中1.9万公里属民族自治地方."""
    return bool(_NO_NAME.fullmatch(lead.text) and _SAYS_MORE.match(lead.passage.text, lead.figure.end))


_SECTOR_SHARE: Final = re.compile("(?:其中|[,;:])*(?P<of>第[一二三]次?产业(?:增加值)?)所?占?的?(?:比重|占比|比例)")


def of_sector(words: str, told: tuple[str, ...]) -> tuple[str, ...]:
    """The share of the sector that words name, 第一产业所占比重, as the shares `told` call it; nothing where they name none."""
    sector = _SECTOR_SHARE.fullmatch(words)
    whole = [name for name in told if sector and name.startswith(sector["of"])]
    return (*whole[:1],) or ((sector["of"] + "占比",) if sector else ())


def grown(names: tuple[str, ...], held: tuple[str, ...], lead: Lead, course: Course) -> tuple[str, ...]:
    """What grows as a part of the trade with a partner: 对俄贸易增长5%，其中出口增长7%; `held` was told before."""
    if len(names) != 1 or "其中" not in lead.passage.text[: lead.end]:
        return names
    total = held if "其中" in lead.passage.text[max(0, lead.start - len("其中,")) : lead.end] else course.total
    whose = partners.directed(names[0], total[0]) if len(total) == 1 else ""
    if whose:
        course.total = total
        course.measure((whose,), course.named_at)
    return (whose,) if whose else names
