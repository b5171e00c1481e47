"""Cited works: titles in footnotes and references, under tables, and where a sentence names its source."""

import re
from collections.abc import Iterator
from typing import Final

from borderkg.corpus.layout import Block
from borderkg.corpus.page import Kind
from borderkg.corpus.sections import Reading
from borderkg.extraction import titles
from borderkg.extraction.statement import Mention, Statement

_TITLED: Final = re.compile(r"《([^《》]{2,120})》")
_TAIL: Final = re.compile(r"^([^《》“”]{4,60})》")
_PERIODICAL: Final = re.compile(r"^[,，]?(?:载|见|刊于)?$")
_ENGLISH: Final = re.compile(
    r"“([A-Z][^“”]{15,200})”|[,.]\s*([A-Z][A-Za-z:,' -]{20,160}?)\s*\[[JMDCN]\]|"
    r"[A-Z][A-Za-z.,& -]{3,60}\(\d{4}\)[.,]\s*([A-Z][^.]{15,160})\."
)
_GBT7714: Final = re.compile(r"(?:^|[.。])\s*([^.。\[\]《》]{4,80}?)\s*\[(?:[JMDCNRSPZG]|EB/OL|N/OL|J/OL)\]")
_YEARBOOK: Final = re.compile(
    r"(?:根据|据|依据|来自|引自|参见|见)(?P<names>[\u4e00-\u9fff、和与及]{2,24}?)(?P<kind>统计年鉴|统计公报|年鉴)"
)
_CUE: Final = re.compile(
    r"(?:著作|一书|专著|论文|报告|一文|文章|撰写的|出版的|发表的|中指出|在其|在\|中[提指认论阐说写强详]|名著|译著|[著编]的)"
)
_INTERNET: Final = re.compile(r"\d{4}年第?\d+期|第\d+[—~]?\d*页|出版社|\d{4}年\d+月\d+日|网,|网站")


def statements(reading: Reading, document: Mention) -> Iterator[Statement]:
    """The works that a document cites, each with its title as evidence."""
    for placed in reading.placed:
        block = placed.block
        if block.kind in (Kind.FOOTNOTE, Kind.NOTE):
            yield from _reference(block, document)
        elif block.kind is Kind.ASIDE:
            yield from _english(block, document)
        elif block.kind is Kind.PARAGRAPH:
            yield from _in_text(block, document)


def _reference(block: Block, document: Mention) -> Iterator[Statement]:
    text = block.text.text
    found = list(_TITLED.finditer(text))
    for i, match in enumerate(found):
        # 《题名》，《刊名》2017年第24期: the second title is the periodical that holds the first.
        before = text[found[i - 1].end() : match.start()] if i else ""
        if i and _PERIODICAL.match(before):
            continue
        if (
            titles.type_of(match[1]) in ("Policy", "Agreement")
            and not _INTERNET.search(text)
            and block.kind is Kind.FOOTNOTE
        ):
            continue
        yield _cites(block, document, match.start(1), match.end(1), "title in a reference")
    if not found:
        tail = _TAIL.match(text)
        if tail and _INTERNET.search(text):
            yield _cites(block, document, tail.start(1), tail.end(1), "title cut by a page")
        for match in _GBT7714.finditer(text):
            yield _cites(block, document, match.start(1), match.end(1), "title before its GB/T 7714 mark")
    yield from _english(block, document)


def _english(block: Block, document: Mention) -> Iterator[Statement]:
    for match in _ENGLISH.finditer(block.text.text):
        group = next((k for k in (1, 2, 3) if match[k]), None)
        if group and (group == 1 or re.search(r"\d{4}", block.text.text)):
            end = match.start(group) + len(match[group].rstrip(" ,."))
            yield _cites(block, document, match.start(group), end, "English title")
            return


def _in_text(block: Block, document: Mention) -> Iterator[Statement]:
    text = block.text.text
    for match in _TITLED.finditer(text):
        around = text[max(0, match.start() - 8) : match.start()] + "|" + text[match.end() : match.end() + 4]
        if titles.type_of(match[1]) == "Work" and _CUE.search(around):
            yield _cites(block, document, match.start(1), match.end(1), "work named in the text")
    for match in _YEARBOOK.finditer(text):
        names = re.split("[、和与及]", match["names"])
        start = match.start("names")
        for name in names:
            title = name + match["kind"]
            where = block.text.raw(start, match.end("kind"))
            if len(name) >= 2 and not re.match(r"历年|有关|相关|各|以上|上述|来自|源自|取自|见", name):
                yield Statement(
                    Mention("Document", document.text, ()),
                    "cites",
                    Mention("Text", title, (name, match["kind"])),
                    where,
                    "citations::yearbook",
                )
            start += len(name) + 1


def _cites(block: Block, document: Mention, start: int, end: int, how: str) -> Statement:
    title = block.text.text[start:end]
    return Statement(document, "cites", title, block.text.raw(start, end), f"citations::{how}")
