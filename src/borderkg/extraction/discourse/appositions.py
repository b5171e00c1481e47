"""Clauses that only say what was named before is: 某市，全国第一大边境城市，某省地级市，东与邻国相望.

An entry of an encyclopedia begins so. The name that such a clause opens with is that of a larger place, and what follows is
told of the head of the entry, not of it.
"""

import re
from collections.abc import Iterator
from typing import Final

from borderkg.extraction.annotation import MARKS, Annotation
from borderkg.extraction.marking.places import PART_OF_REGION

_LARGER: Final = MARKS["Region"] + MARKS["Country"] + MARKS["Countries"] + MARKS["TradeZone"]
_KINDS: Final = MARKS["PlaceKind"] + MARKS["PortKind"] + MARKS["PlatformKind"]
_QUALIFIED: Final = (
    r"的|较|(?![是有在将建设开批发从由自被把以向对与同和])[\u4e00-\u9fff]{2,6}的|(?:所|下)?辖|直辖|代管|境内|最|第[一二三四五六七八九十]|首|唯一|仅有|重要|主要|著名|知名|核心|新兴|"
    r"(?:政治|行政|经济|文化|商贸|交通)(?:[、和与]|(?=中心))|[东西南北]{1,2}[部边陲面]?|通[往向]|面向|走向|连接|对外|边[境陲疆]|沿[边海江线]|省级|国家级?|历史|口岸|地级|县级|自治|副|计划单列|(?:政治|行政|经济|文化|商贸|交通)(?:[、和与]|(?=中心))|"
    r"区域|中心|一?线|大陆|内陆|陆路|离|距|与|少有|为数不多|"
    rf"[{_KINDS}{MARKS['Quantity']}{_LARGER}]"
)
"""What may stand behind the name: a qualification, and no verb."""

_NOUN: Final = (
    rf"[{_KINDS}]|城市|市|县|旗|区|州|盟|镇|乡|村|屯|城|门户|大门|窗口|枢纽|通道|走廊|重镇|要[塞冲地道]|桥头堡|明珠|首府|省会|"
    "中心|基地|口岸|港口?|关口|节点|前沿|腹地|地带|之[一首冠乡都城]|省[份区]|[大强]省"
)
_ENDS: Final = ("", ",", ";", "。")
_APPOSED: Final = re.compile(
    rf"(?<=,){MARKS['Topic']}?(?P<name>[{_LARGER}])(?!(?:[下所管]?辖)?{MARKS['Quantity']}[^,;。之]*(?:[,;。]|$))(?=(?:{_QUALIFIED}))(?:[^,;:。()是有在变成]{{0,24}}?的)?[^,;:。()是有在为均都已将设获占达建变成升]{{0,14}}?(?:{_NOUN})[”’]?(?=[,;。]|$)"
)
"""甲省，乙省某市，…; and no 甲省5个边境县，乙省3个边境县 or 甲县辖5镇，乙县辖3镇, which counts."""


def within(annotation: Annotation) -> Iterator[tuple[int, int]]:
    """The clauses of an abstract sentence that are appositions, each from the name that it opens with."""
    text = annotation.abstract
    if "," not in text:
        return
    for match in _APPOSED.finditer(text):
        yield match.start("name"), match.end()
    for i in annotation.at:
        if _goes_on(annotation, i):
            yield i, i + 1


def apposed(annotation: Annotation, at: int) -> bool:
    """Whether the name at a position of an abstract sentence opens such a clause."""
    text = annotation.abstract
    if not _begins(text, at):
        return False
    start = at if text[at - 1] == "," else at - 1
    return bool(_APPOSED.match(text, start)) or _goes_on(annotation, at)


def _goes_on(annotation: Annotation, at: int) -> bool:
    """Whether a clause is but 某省东南部, which goes on telling where a place lies."""
    span, text = annotation.at.get(at), annotation.abstract
    part = span is not None and span.found_by == PART_OF_REGION
    return part and _begins(text, at) and text[at + 1 : at + 2] in _ENDS


def _begins(text: str, at: int) -> bool:
    """Whether a position is the first behind a comma, but for a subject left out."""
    return text[at - 1 : at] == "," or (text[at - 1 : at] == MARKS["Topic"] and text[at - 2 : at - 1] == ",")
