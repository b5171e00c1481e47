"""Railways and roads that are called by one character of each end: 湘桂铁路, 集二铁路, 连霍高速公路. The segmenter knows few.
And roads that are called by their number: 国道219线, G331国道, 省道S201线; ways that are called by where they run: 东北通道.

Two provinces that a name is made of are places that the line crosses.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from borderkg.extraction.span import Span
from borderkg.reference import Individual

_LINE: Final = re.compile(
    r"(?:^|(?<=[^\u4e00-\u9fff—])|(?<=[、和与及的经由沿在从自]))(?P<ends>(?!自)[\u4e00-\u9fff]{2,3})(?:(?:国际)?铁路|高铁|高速铁路|城际铁路|客运专线)(?!口岸|通道|部|局|总|集团|公司|运输|[、和与及]公路)"
    r"|(?:^|(?<=[^\u4e00-\u9fff—])|(?<=[、和与及的经由沿在从是为]))(?P<road>[\u4e00-\u9fff]{2})(?:国际)?(?:高速公路|高速(?=[东西南北]?[起经至]|全[长线]|通车|建成|、|,|。)|公路(?=\(|[东西南北][起至]))"
)
_MIGHT_BE_LINE: Final = re.compile("铁路|高铁|高速|城际|客运专|公路[(东西南北]")
"""What a text must hold for the one or the other: a quick look, as `_MIGHT_BE_TOLD` is one."""
_COURSE: Final = (
    r"(?=(?:全长|主要|全线)?(?:[东西南北]起|起[于自]|始于|贯[穿通](?!后)|[横纵]贯|横跨|途经|串[起联]|"
    r"连接(?!线|[东西南北部])|把|由[^,。;]{2,12}[至到经抵]))"
)
_TOLD: Final = re.compile(
    rf"(?:^|(?<=[^\u4e00-\u9fff—])|(?<=[行通]的))(?P<told>[\u4e00-\u9fff]{{3,6}})(?:铁路|公路|高速公路|大桥){_COURSE}"
)
"""东北东部铁路贯通辽宁…, 姐告大桥横跨瑞丽江: a name that no list has, told with its course."""
_MIGHT_BE_TOLD: Final = re.compile(f"[路桥]{_COURSE}")
_SHORT: Final = re.compile(
    r"(?:^|(?<=[^\u4e00-\u9fff—])|(?<=[有由经]))(?P<told>(?!(?:边[境界]|[国省县]境|国界|海岸|生产|疆界|航空|电话|输电|警戒|交通|运输|补给|巡逻|旅游|客运|货运|海运|商贸|贸易|边防|国防|防[御疫守]|封锁|生命|自驾|第[一二三]|[东西南北]{2}|复线)线|[全干支主复南北东西中一二三甲乙]线)[\u4e00-\u9fff]{2})线"
    r"(?=(?:铁路)?(?:[东西南北]起|起[于自]|[自从由][\u4e00-\u9fff]{2,5}?(?:[起站至到经]|向[东西南北])))"
)
"""滨洲线自哈尔滨起, 北疆线从乌鲁木齐到阿拉山口: a railway by its short name, told with its course."""
_NUMBERED: Final = re.compile(
    r"(?<![\dA-Z])(?:[国省]道[GS]?\d{2,3}线?|[GS]\d{2,4}(?:[国省]道|高速公路|高速|线)(?:线)?|[GS]?[1-3]\d\d[国省]道(?:线)?|[GS][1-3]\d\d(?=[东西南北]?[起经至穿贯途沿]))(?![\d—至])"
)
_CHANNEL: Final = re.compile(
    r"(?:^|(?<=[^\u4e00-\u9fff—])|(?<=[和与及]))(?:[东西南北华中]{2}|[东西南北中])[部线]?(?:国际|物流|陆路|运输|出海|铁路|大)*通道"
    r"(?=(?:主要|则|[东西南北])?(?:由|从|自|经|起|途经|连接))"
)
"""华北通道由天津经…, 中通道经二连浩特出境: a way that is called by where it runs, told with its course."""

_ROAD: Final = re.compile(r"(?P<ends>[\u4e00-\u9fff]{2})(?:铁路|公路|高速公路|线)(?![路口])")
_NO_ENDS: Final = re.compile(
    r"^新|[通经穿跨走驶沿][过着入]|乘坐|依托|借助|利用|[除这那因随座的和与及是在有为以由从向到该此本其各两三多全国省市县区州内外境界边段条路线口岸站专年月日号第了着]|[开修贯接连直]通|铺设|建成|国际|现代|城际|跨境|沿边|重点|高速|既有|电气|标准|准轨|宽轨|窄轨|干线|支线|对外|连接|主要|大型|地方|森林|货运|客运|现有|首条|高原|泛亚|修建|建设|改造|过境|出海|疏港|专用|联运|沿[海江]|^[东西中南北]部"
)
_NO_ROAD: Final = re.compile(
    r"等级|.级|乡村|沥青|简易|盘山|公铁|便民|便道|运输|高等|国防|口岸|[县城]乡|乡[村镇]|农村|边防|柏油|水泥|[沙砂]石|旅游|战备|巡逻|戍边|普通|[进出].|防火|界河|国[省道]|省道|县道"
)
"""Kinds of roads: 等级公路, 国防公路."""

LINE: Final = "lines:called by its ends"
NUMBER: Final = "lines:called by its number"
CHANNEL: Final = "lines:called by where it runs"


def lines(text: str, provinces: Mapping[str, Individual]) -> Iterator[Span]:
    """The railways of a text that are called so; `provinces` are the provinces by their letters."""
    if "道" in text or "G" in text or "S" in text:
        for match in _NUMBERED.finditer(text):
            yield Span(match.start(), match.end(), "Corridor", match[0], NUMBER)
    if not any(word in text for word in ("路", "铁", "高速", "线", "桥")):
        return
    taken = -1
    rails = _LINE.finditer(text) if _MIGHT_BE_LINE.search(text) else ()
    told = _TOLD.finditer(text) if _MIGHT_BE_TOLD.search(text) else ()
    short = _SHORT.finditer(text) if "线" in text else ()
    for match in sorted(
        (*rails, *_between_provinces(text, provinces), *told, *short), key=lambda m: (m.start(), -m.end())
    ):
        named = match.groupdict()
        road = named.get("road") or ""
        ends = named.get("ends") or named.get("told") or road
        start, end = match.start(), match.end()
        if start >= taken and not _NO_ENDS.search(ends) and not _NO_ROAD.search(road or named.get("told") or ""):
            taken = end
            parts = province_ends(text[start:end], provinces)
            yield Span(start, end, "Corridor", text[start:end], LINE, parts=tuple(p.moved(start) for p in parts))


def channels(text: str) -> list[Span]:
    """The ways of a text that are called by where they run."""
    found = _CHANNEL.finditer(text) if "通道" in text else ()
    return [Span(m.start(), m.end(), "Corridor", m[0], CHANNEL) for m in found]


def _between_provinces(text: str, provinces: Mapping[str, Individual]) -> Sequence["re.Match[str]"]:
    return [m for m in _ROAD.finditer(text) if all(letter in provinces for letter in m["ends"])]


def province_ends(name: str, provinces: Mapping[str, Individual]) -> Iterator[Span]:
    """The two provinces at the ends of a line, by its name."""
    match = _ROAD.match(name)
    ends = match["ends"] if match else ""
    if ends and all(letter in provinces for letter in ends) and ends[0] != ends[1]:
        yield Span(0, 2, "Countries", ends, LINE, tuple(provinces[letter] for letter in ends))
