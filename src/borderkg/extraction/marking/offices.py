"""Offices of a place by their short names: 省商务厅, 自治区口岸办, 州政府; and the names that they bear officially."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from borderkg.extraction.span import Span

FOUND_BY: Final = "offices:office of a region"
"""What finds the spans of offices; the place is their first part."""

_STEMS: Final = (
    "商务|商业|财政|发展改革|发展和改革|发改|外事|口岸|边境贸易管理|边贸|旅游发展|旅游|文化和旅游|文化旅游|统计|交通运输|交通|民族事务|民族宗教事务|民宗|"
    "民政|公安|对外经济贸易|对外贸易经济合作|对外贸易|外经贸|经济贸易|经贸|经济计划|计划|工业和信息化|工信|自然资源|农业农村|农业|科学技术|住房和城乡建设|国资|"
    "税务|国税|地税|国家税务|国土资源|环境保护|环保|生态环境|林业和草原|林草|林业|水利|水务|教育|科技|司法|审计|卫生健康|卫健|卫生|应急管理|人力资源和社会保障|人社|"
    "市场监督管理|市场监管|工商行政管理|工商|质量技术监督|质监|药品监督管理|金融工作|地方金融监督管理|地方金融监管|能源|粮食和物资储备|粮食|乡村振兴|扶贫|供销|"
    "外事侨务|侨务|港口管理|港航管理|口岸管理|投资促进|招商|文化|体育|广播电视|数据|大数据发展|医疗保障|医保|海洋与渔业|农牧|畜牧|建设|"
    "计|民"
)
OFFICE: Final = (
    r"(?:人民)?政府(?:口岸|外事|侨务|外事侨务)办(?:公室)?|(?:人民)?政府办公[厅室]|(?:人民)?政府办(?![公理事学法])|人民政府|政府|党委(?=[、和]|(?:批转|转发|印发))|人民代表大会常务委员会|人大常委会|人民代表大会|人大(?!代表|会议)|"
    rf"委(?=[、和]?(?:省|自治区|区|市|州|盟|县|旗)?(?:人民)?政府|办公厅)|(?:{_STEMS})(?:厅|局|委员会|委|办公室|办(?!法))|(?:外|侨|特区|开放)办|(?:公安)?边防总队|海关(?!总署)"
)
"""An expression for the short name of an office, without the word for the place's rank."""

_LONG: Final = {
    "政府": "人民政府",
    "政府办公厅": "人民政府办公厅",
    "政府办公室": "人民政府办公室",
    "政府办": "人民政府办公室",
    "人民政府办": "人民政府办公室",
    "人大常委会": "人民代表大会常务委员会",
    "人大": "人民代表大会",
    "发展改革委": "发展和改革委员会",
    "发改委": "发展和改革委员会",
    "口岸办": "口岸办公室",
    "外事办": "外事办公室",
    "外经贸委": "对外经济贸易委员会",
    "外经贸厅": "对外贸易经济合作厅",
    "外经贸局": "对外贸易经济合作局",
    "经贸委": "经济贸易委员会",
    "计委": "计划委员会",
    "民委": "民族事务委员会",
    "民宗委": "民族宗教事务委员会",
    "旅发委": "旅游发展委员会",
    "工信厅": "工业和信息化厅",
    "边贸局": "边境贸易管理局",
    "外办": "外事办公室",
    "侨办": "侨务办公室",
    "边防总队": "公安边防总队",
}


def official_name(place: str, office: str) -> str:
    """The office of a place by its official name: 黑龙江省 and 外经贸委 give 黑龙江省对外经济贸易委员会."""
    if office in ("委", "党委"):
        return f"中共{place}委员会"
    return place + _LONG.get(office, office)


CONGRESS: Final = "offices:congress of a place"

_SESSION: Final = re.compile(
    "(?:第?[一二三四五六七八九十]+届)?(?P<office>人民代表大会常务委员会|人大常委会|人民代表大会|人大(?=第))(?:第?[一二三四五六七八九十]+次会议)?"
)


def congresses(text: str, named: Sequence[Span]) -> Iterator[Span]:
    """The congress of a place, in session or not: 黑龙江省十四届人大常委会第二次会议, 满洲里市人大常委会."""
    if "人大" not in text and "人民代表大会" not in text:
        return
    for place in named:
        match = _SESSION.match(text, place.end) if place.label == "Region" else None
        if match:
            yield Span(place.start, match.end(), "Organization", match["office"], CONGRESS, parts=(place,))


PLACE_BEFORE: Final = re.compile(
    rf"(?:中共)?(?P<name>[\u4e00-\u9fff]{{2,12}}?(?:自治区|地区|省|市|州|盟|县|旗))(?=党?委|行署|行政公署|{OFFICE})"
)
"""The place that a line of offices begins with."""

_BY_RANK: Final = re.compile(
    rf"(?<=[厅室局委会办关府、,;/\s])(?:自治区|省|市|州|盟|县|旗)?(?=(?:党委办公厅|{OFFICE})(?:[、,;/和\s省市自州盟县旗]|$|{OFFICE}))"
)
"""Before an office that is called without its place."""


def in_full(line: str) -> str:
    """甲省商务厅 财政厅 as 甲省商务厅 甲省财政厅: the place that a line begins with, before each office without one."""
    place = PLACE_BEFORE.match(line)
    if place is None:
        return line

    def named(rank: re.Match[str]) -> str:
        end = place["name"].find(rank[0]) + len(rank[0]) if rank[0] else len(place["name"])
        return place["name"][:end] if end >= len(rank[0]) + 1 else rank[0]

    return _BY_RANK.sub(named, line)
