"""What a figure goes on with: the value of the goods told before, the people of the counties that were counted, all of what
is new, and those who live in the households that were counted."""

import re
from typing import Final

from borderkg.extraction.statistics.course import Course
from borderkg.extraction.statistics.leads import Lead
from borderkg.extraction.statistics.measures import AT_BORDER, family
from borderkg.extraction.statistics.passage import PLACE


def in_full(names: tuple[str, ...], lead: Lead, held: tuple[str, ...], unit: str, noun: str) -> tuple[str, ...]:
    """What a figure measures by its full name: `held` was measured before it, in a `unit`, and `noun` counted."""
    names = in_turn(names, held, lead.passage.text)
    return of_firms(of_those(in_all(worth(names, held, unit), lead.text), noun, lead.words), lead)


_TRADED_GOODS: Final = re.compile("[\u4e00-\u9fff]{2,6}(?:进口|出口)")
_EXPORTED: Final = re.compile("出口$|^出口[\u4e00-\u9fff]{2,6}$")
_WORTH: Final = ("货值", "总货值", "货物总值", "货物价值", "价值", "总值", "货值总额")
_OF_GOODS: Final = re.compile(
    "(?P<what>(?:进出口|进口|出口|进出境)(?:(?!货)[\u4e00-\u9fff]{1,5}?)??)(?:货运量|货物|商品)?量?"
)


def worth(names: tuple[str, ...], held: tuple[str, ...], unit: str) -> tuple[str, ...]:
    """出口货物90万吨，货值280亿元: the value of the goods told before in tons (`held`, in a `unit`), by its full name."""
    earned = len(held) == 1 and len(names) == 1 and names[0] in ("创汇", "创汇额") and _EXPORTED.search(held[0])
    if earned:
        return (held[0] + names[0],)  # 农产品出口9万吨，创汇3亿美元
    worth_of = len(names) == 1 and names[0] in _WORTH and len(held) == 1 and family(unit) == "吨"
    if worth_of and _TRADED_GOODS.fullmatch(held[0]):
        return (f"{held[0]}货值",)  # 果蔬出口5万吨，货值3亿元
    goods = _OF_GOODS.fullmatch(held[0]) if len(held) == 1 and family(unit) == "吨" else None
    return (f"{goods['what']}货值",) if goods and len(names) == 1 and names[0] in _WORTH else names


def in_turn(names: tuple[str, ...], held: tuple[str, ...], text: str) -> tuple[str, ...]:
    """进口货物3万吨，贸易额2亿元；出口货物…，贸易额…: the trade of each direction, where a sentence tells of both so."""
    way = _WAY.match(held[0]) if names in (("贸易额",), ("贸易值",)) and len(held) == 1 else None
    return (way[0] + names[0],) if way and text.count(names[0]) > 1 else names


_WAY: Final = re.compile("(?:进口|出口)(?=货运量|货物)")
_NEW: Final = re.compile("^(?:新增|净增|新设|新登记|新注册)")


def in_all(names: tuple[str, ...], words: str) -> tuple[str, ...]:
    """新增市场主体90户，累计达到2万户: of all of them."""
    if not words.startswith((",累计", ",总数", ",总量", "累计", "总数", "总量")):
        return names
    return tuple(_NEW.sub("", name) for name in names)


_THOSE: Final = re.compile(
    "(?P<what>县级行政(?:区|单位|单元)|(?:陆地|沿)?边境?(?:[县旗市]|〔[市区旗、]+〕)+)[\u4e00-\u9fff]*(?:面积|人口)$"
)
_OF_THOSE: Final = ("人口", "总人口", "面积", "总面积", "国土面积", "土地面积", "区域面积", "常住人口", "户籍人口")


def those_of(names: tuple[str, ...]) -> str:
    """The border counties of which an extent or a population was told (边境县面积); empty where it was of others."""
    told = _THOSE.fullmatch(names[0]) if len(names) == 1 else None
    return told["what"] if told else ""


_BORDER_AREA: Final = re.compile("(?:边境|沿边|边疆)(?:民族)?地区$")
"""边境地区有140个边境县，面积…: its area and theirs are one."""


def counted(course: Course) -> str:
    """What was counted just before, whose extent a figure may go on with; empty where it was of a whole of the same."""
    noun = course.noun if course.figures and course.kind == "count" else ""
    if noun.startswith("县级行政"):  # 我国陆地边境线2.2万公里，分布着140个县级行政区，面积…
        ours = [i for h in course.holders for i in h.mention.individuals if i.is_china]
        return noun if ours and ours[0].type == "Country" else ""
    same = noun.startswith("边境") and bool(course.holders)
    return "" if same and all(_BORDER_AREA.search(h.mention.text) for h in course.holders) else noun


def of_those(names: tuple[str, ...], noun: str, words: str) -> tuple[str, ...]:
    """全国有边境县140个，总人口2400万: the people of the counties that were counted (`noun`), not of all the country."""
    alone = len(names) == 1 and names[0] in _OF_THOSE and PLACE not in words and "全" not in words
    told = AT_BORDER.match(noun) or noun.startswith("县级行政")
    return (noun.replace("〔", "(").replace("〕", ")") + names[0],) if alone and told else names


_FIRMS: Final = re.compile(
    "(?:实绩|业绩|业务)的(?P<firms>(?:民营|国有|私营|外资|外商投资)企业)(?:数量|总数|数)?(?:已|为|达到?|有|共|增至|约|近)*\\d[\\d.]*万?[家户][^。]*$"
)
_TRADE: Final = re.compile("(?:进出口|进口|出口)(?:总?[额值])?")


def of_firms(names: tuple[str, ...], lead: Lead) -> tuple[str, ...]:
    """有进出口实绩的民营企业4000家，…；进出口值900亿元: the trade of the firms that were counted."""
    bare = len(names) == 1 and _TRADE.fullmatch(names[0]) and PLACE not in lead.words and not lead.text.startswith("全")
    told = _FIRMS.search(lead.passage.text, 0, lead.start) if bare else None
    alone = told and lead.passage.text.count("企业", told.start(), lead.end) == 1
    return (told["firms"] + names[0],) if told and alone else names


_OF_EACH: Final = re.compile(r"分别(?:约)?占[^,;占]{2,16}?的?(?:约)?$")
_AND_OF_ANOTHER: Final = re.compile(r"(?:以上|左右)?[、和与及][^,;占\d]{2,14}?的?(?:约)?\d[\d.]*%")


def of_each(lead: Lead, course: Course) -> tuple[str, ...]:
    """面积…，人口…，分别占国土面积的20%和总人口的2%: the measure that is a part of this whole, of two told before."""
    text = lead.passage.text
    first = next((s for s in lead.passage.spans if s.end == lead.start and s.text.endswith("%")), None)
    second = bool(first and _OF_EACH.search(text, 0, first.start))
    told = second or (
        lead.of == 1 and _OF_EACH.search(lead.text) and _AND_OF_ANOTHER.match(text, lead.figure.end) is not None
    )
    two = [v.indicator for v in course.levels[course.told :] if v.unit != "%"][-2:] if told else []
    return (two[second],) if len(set(two)) == len(("one", "other")) else ()


_AND_SO_MANY: Final = re.compile("[、,和](?:共|约|计|合)*")


def by_people(held: tuple[str, ...], before: str, unit: str, words: str) -> tuple[str, ...]:
    """边民900户、3000人: what was counted by households, counted on by people; empty where it is not."""
    on = family(before) == "户" and family(unit) in ("人", "名") and _AND_SO_MANY.fullmatch(words)
    return (re.sub("(?:户数|数量)$", "", held[0]) + "人数",) if on and len(held) == 1 else ()
