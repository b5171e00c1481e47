"""What a document says of its own making: who wrote it, and where its data come from."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from borderkg.corpus.layout import Block
from borderkg.corpus.page import Kind
from borderkg.corpus.sections import Reading
from borderkg.extraction.marking.ranked_lists import AND
from borderkg.extraction.relations.mentions import Mentions
from borderkg.extraction.statement import Mention, Range, Statement

_READ: Final = (Kind.PARAGRAPH, Kind.NOTE, Kind.FOOTNOTE, Kind.CAPTION)


class Research:
    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions

    def statements(self, reading: Reading, document: Mention) -> Iterator[Statement]:
        """Marked authors, and the sources of data, each with the words that name it as evidence."""
        for placed in reading.placed:
            yield from _authors(placed.block, document)
            if placed.block.kind in _READ:
                yield from self._sources(placed.block, document)

    def _sources(self, block: Block, document: Mention) -> Iterator[Statement]:
        for where, source in _named(block.text.text, self._mentions):
            yield _statement(document, "dataSource", source, block, where, "a source of data")


def named_sources(text: str, mentions: Mentions) -> str:
    """The sources of data that a note names, as it lists them: 海关总署、国家统计局; empty for none."""
    return "、".join(text[start:end] for (start, end), _ in _named(text, mentions))


def _named(text: str, mentions: Mentions) -> Iterator[tuple[Range, Mention | str]]:
    """The bodies and works that a text names as sources of data, each with its place."""
    for found in _SOURCED.finditer(text):
        for start, end in _parts(text, *found.span("what")):
            name = text[start:end]
            bodies = mentions.named(name, "Organization")
            if bodies:
                yield (start, end), Mention("Organization", name, (name,), bodies)
            elif _WORK.search(name) and not _NO_SOURCE.search(name):
                yield (start, end), name


_AUTHOR: Final = re.compile(
    r"^[\[【(]?(?:作者|著者|撰稿人?|执笔人?)(?P<about>简介|介绍)?[\])】]?[:/]?(?=[\u4e00-\u9fff])(?P<who>[^。;()\d]{2,40})"
)
_PERSON: Final = re.compile(r"[\u4e00-\u9fff·]{2,6}")


def _authors(block: Block, document: Mention) -> Iterator[Statement]:
    text = block.text.text
    match = _AUTHOR.match(text)
    if match is None or not (":" in match[0] or "]" in match[0] or "】" in match[0] or match["about"]):
        return
    at = match.start("who")
    for name in re.split("[、,和]", match["who"])[: 1 if match["about"] else None]:
        if _PERSON.fullmatch(name):
            yield _statement(document, "author", name, block, (at, at + len(name)), "a marked author")
        at += len(name) + 1


_SOURCED: Final = re.compile(
    r"(?:数据|资料|图表|表格|样本)(?:主要|均|全部|都|分别|大多)?(?:来源|来自|取自|源自|出自|引自|采自|摘自)(?:于|为|是|:)?"
    r"(?P<what>[^。;]{3,160}?)(?:(?:等)?(?:相关)?(?:数据|资料)?(?:计算|测算|整理|绘制|汇总)(?:整理|计算|而?得|所得|而成)?|[。;]|$)"
)
_SEPARATOR: Final = re.compile(rf"(?<=》)(?=《)|(?:[、,;]|{AND}|与|以及|及)(?<!国民经济和)(?![^《]*》)(?![^(]*\))")
_AROUND: Final = re.compile(
    r"^(?:[\u4e00-\u9fffA-Z]{0,8}(?:数据)?(?:来自|取自|源自|引自|出自|来源于)|根据|依据|载|主要|历年|各年|相应年份|部分|其中|为|的|于|:|[\d—~年至]+)*《?|》?(?:\([^()]*\)|[\d—~年至]+|各期|各年|历年|等|相关|公布|发布|提供|的?(?:统计)?(?:数据|资料))*$"
)
_WORK: Final = re.compile(
    r"年鉴|公报|年报|月报|季报|日报|数据库|网站?$|报告|汇编|普查|资料库|大全|手册|[省市县州]志|Wind|CEIC|EPS|Comtrade|WDI|DOTS|统计局|海关|银行|组织"
)
_NO_SOURCE: Final = re.compile(
    r"作者|笔者|本文|课题组|如下|以下|上述|同表|同上|^各|有关|[,。]|^\w{1,2}$|^(?:统计)?(?:年鉴|公报|数据库|报告|网站?)$|提高|发展(?!统计公报)|要求|精神|规定"
)


def _parts(text: str, start: int, end: int) -> Iterator[Range]:
    """The items of a list, without brackets, years and words that introduce them."""
    edges = [start, *(m.start() for m in _SEPARATOR.finditer(text, start, end)), end]
    for first, stop in pairwise(edges):
        separator = _SEPARATOR.match(text, first)
        begin, last = separator.end() if separator and first > start else first, stop
        words = text[begin:last]
        for match in list(_AROUND.finditer(words)):
            if match.start() == 0 and match.end() < len(words):
                begin += match.end()
            elif match.end() == len(words):
                last -= len(match[0])
        begin = max(begin, text.rfind("《", begin, last) + 1)
        if last - begin >= 2:
            yield begin, last


def _statement(
    document: Mention, predicate: str, what: Mention | str, block: Block, where: Range, how: str
) -> Statement:
    return Statement(document, predicate, what, block.text.raw(*where), f"research::{how}")
