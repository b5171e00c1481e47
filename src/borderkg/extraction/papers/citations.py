"""Cited works: titles in reference lists and notes, under tables, and where a sentence names its source."""

import re
from collections.abc import Iterator
from typing import Final

from borderkg.corpus.layout import Block
from borderkg.corpus.page import Kind
from borderkg.corpus.sections import Reading
from borderkg.extraction.marking import titles
from borderkg.extraction.papers import reference_entries
from borderkg.extraction.statement import Mention, Statement

_TAIL: Final = re.compile(r"^([^《》“”]{4,60})》")
_YEARBOOK: Final = re.compile(
    r"(?:根据|据|依据|来自|引自|参见|见)(?P<names>[\u4e00-\u9fff、和与及]{2,24}?)(?P<kind>统计年鉴|统计公报|年鉴)"
)
_NO_NAME: Final = re.compile(r"历年|有关|相关|各|以上|上述|来自|源自|取自|见")
_SOURCED: Final = re.compile(r"\d{4}年第?\d+期|第\d+[—~]?\d*页|出版社|书局|印书馆|\d{4}年\d+月\d+日|网,|网站|\d{4}年版")
"""What stands behind the title of a work that is cited, and not behind that of a document that is told of."""

_ENTRY: Final = re.compile(
    r"(?:\[\d{1,3}\]|\d{1,3}[.、]|[①-⑳]|注?\d*:)?(?:另|并)?(?:可?参[见看阅考]|详?见|转?引自)?[^,。;:《》]{2,30}:"
)
"""What an entry has before the title, be it of a document: [1] 财政部：《…办法》."""

_BEFORE: Final = re.compile(
    r"(?:所?[著撰]的?|主编的?|编[著写]的|撰写的|出版的|发表的|作者的?|题为|[\u4e00-\u9fff]的(?:论文|专著|著作|文章|报告|新著|一文|一书)|论文|专著|著作|文章|名著|译著"
    r"|(?:参见|详见|转引自|引自)[^。;()《》]{0,14}|(?:[某等]|[见如][\u4e00-\u9fff]{2,4})\((?:19|20)\d\d\)(?:的|在)?|(?<!数)(?:根据|依据|据|援引|引用|按照|参考)[^,。;()《》]{0,10})$"
)
_WORKS: Final = re.compile(
    r"(?:(?:研究|成果|文献|著作|论著|专著|著述|讨论|论述|代表作品?|作品|综述|评述|论文|探讨|考察|分析|方面|效应|互动|关系|机制|问题|视角|层面)"
    r"[^。;《》]{0,24}?[,:(]?(?:譬?如|例如|比如|主要有|主要是|主要包括|包括|有|当属|首推|见于|可见|见|以)[^,。;:《》]{0,12}(?:的|[\u4e00-\u9fff]{2,4})?"
    r"|(?:本文|笔者|作者|本书|本研究)[^,。;《》]{0,6}(?:得益|受益|受惠|借鉴|参考|参照|吸收|沿用|引用)[^,。;《》]{0,10})$"
)
"""Before a title that a survey of what has been written names: 一是…的增长效应，如某某的《…》; a list goes on with it."""

_JOURNALS: Final = re.compile(r"(?:[、和与及]?《[^》]*》){0,6}等?[^,。;]{0,6}(?:期刊|刊物|杂志|报刊|报纸|学刊)")
_GOES_ON: Final = re.compile(r"》(?:\([^()]{0,20}\))?(?:[、和与及,]|以及)?(?:[^,。;:《》]{1,10}的)?$")
_AFTER: Final = re.compile(
    r"^(?:\([^()]{0,30}(?:出版社|书局|书店|印书馆)|(?:有?云|曰|谓|载)[:,])|^(?:\([^()]{0,14}\))?(?:一书|一文|等著|(?:一书|一文)?[中里]?[^,。;《》]{0,4}(?:所[述言说载示称列]|指出|认为|写道|提出了?|显示|统计|记载|测算|估计|披露|则|论述)|中[,指提认论阐说写强详的]"
    r"|的(?:作者|统计|数据|记载|说法)|(?:[、和与及][^,。;《》]{0,10}《[^》]*》){0,4}等?(?:[两二三四诸]|几[部本篇])[书文著](?:[中的里,。、]|均|都)"
    r"|\([A-Z][A-Za-z .&,]{2,40},?(?:19|20)\d\d\)"
    r"|(?:[、和与及][^,。;《》]{0,10}《[^》]*》){0,4}等?(?:即|便|就|都|均|正)?[是为][^,。;]{0,12}(?:代表|力作|佳作|奠基)|[于对]此"
    r"|(?:第[一二三四五六七八九十\d]{1,3}[卷辑册]|[上中下]册?)?(?:\([^()]{1,12}\))?,[^。;《》]{0,30}(?:出版社|书局|书店|印书馆))"
)
_PERIODICAL: Final = re.compile(r"(?:日报|晚报|时报|晨报|周刊|周报|杂志|学报|报)$")
_IN_JOURNAL: Final = re.compile(
    r"^(?:\[[注\d]{1,3}\])?(?:,|,?(?:原?[刊载][于在]?|发表[于在]|收[入录]于?))《[^《》]{2,24}》(?:\([^()]{2,10}\))?"
    r"(?:,?(?:19|20)\d\d年?,?(?:第?\d{1,2}[卷期]|\d{1,2}月\d{1,2}日)|(?:第?[一二三四五\d]{1,2}[卷辑册])?,[^,。;《》]{2,14}(?:出版社|书局|印书馆))"
)
"""③某甲:《…》,《某刊》2013年第1期: a note that stands within the text; 某甲《…》载于《某刊》1990年第2期."""

_WRITTEN: Final = re.compile(
    r"(?:批转|转发|报送|提交|审议|印发|颁布|发布|出台|签署|签订|制定|通过|实施|起草|修订)[^,。;]{0,8}$"
)
_AIRED: Final = re.compile(r"(?:央视|央广|中国之声|电视台|电台|频道|卫视|栏目|节目|新华社)[^,。;《》]{0,6}$")
_NEWS: Final = re.compile(r"^(?:节目|栏目)?(?:\d[^,。;《》]{0,16})?(?:播出的?)?(?:消息|报道)")
"""据某电台《…》节目报道: a programme that brings news, and no work that is cited."""
_DATA: Final = re.compile(r"(?:数据|资料)(?:主要)?(?:来源|来自|取自|源自|引自|出自)[^。;]{0,40}$")


def statements(reading: Reading, document: Mention) -> Iterator[Statement]:
    """The works that a document cites, each with its title as evidence."""
    for placed in reading.placed:
        block = placed.block
        text = block.text.text
        marked = list(reference_entries.marked(text)) if "[" in text or "【" in text or "〔" in text else []
        found = list(marked)
        if block.kind in (Kind.FOOTNOTE, Kind.NOTE):
            found += _in_note(block) if not marked else []
        elif block.kind is Kind.ASIDE and not marked:
            found += reference_entries.english(text)
        elif block.kind is Kind.PARAGRAPH:
            found += _in_text(text)
            yield from _yearbooks(block, document)
        for title in found:
            yield Statement(
                document,
                "cites",
                text[title.start : title.end],
                block.text.raw(title.start, title.end),
                f"citations::{title.form}",
            )


def _in_note(block: Block) -> Iterator[reference_entries.Title]:
    text = block.text.text
    found = [match for match, held in reference_entries.titled(text) if not held]
    bare = list(reference_entries.unmarked(text))
    if bare:
        yield from bare
        return
    for match in found:
        told = titles.type_of(match[1]) in ("Policy", "Agreement")
        entry = _ENTRY.fullmatch(text, 0, match.start())
        if entry or not (told and not _SOURCED.search(text) and block.kind is Kind.FOOTNOTE):
            yield reference_entries.Title(*match.span(1), "title in a reference")
    if not found:
        tail = _TAIL.match(text)
        if tail and _SOURCED.search(text):
            yield reference_entries.Title(*tail.span(1), "title cut by a page")
    yield from reference_entries.english(text)


def _in_text(text: str) -> Iterator[reference_entries.Title]:
    named = -1
    """Where the last title ends that is a cited work: those listed with it are, too."""
    survey = False
    """Whether that one stood in a survey of what has been written."""
    for match, held in reference_entries.titled(text):
        before, after = text[max(0, match.start() - 24) : match.start()], text[match.end() : match.end() + 40]
        listed = named >= 0 and bool(_GOES_ON.fullmatch(text, named, match.start()))
        survey = (survey and listed) or bool(_WORKS.search(text, max(0, match.start() - 60), match.start()))
        if _IN_JOURNAL.match(re.sub(r"\s", "", after)) and not _PERIODICAL.search(match[1]):
            yield reference_entries.Title(*match.span(1), "work named in the text")
            continue
        if issue := _ISSUE.match(text, match.end()):
            named = issue.end() if text.startswith("《", issue.end()) else named
            continue
        if match.start() == named and not _PERIODICAL.search(match[1]):
            yield reference_entries.Title(*match.span(1), "work named in the text")
            continue
        if _BY_YEAR.search(before) and _AFTER.search(after):
            yield reference_entries.Title(*match.span(1), "work named in the text")
            continue
        if (held and not survey) or not _is_work(match[1]) or _JOURNALS.match(after):
            continue
        if _WRITTEN.search(before) or _DATA.search(before) or _AIRED.search(before) or _NEWS.match(after):
            continue
        if survey or listed or _BEFORE.search(before) or _AFTER.search(after):
            named = match.end() - 1
            yield reference_entries.Title(*match.span(1), "work named in the text")


_BY_YEAR: Final = re.compile(
    r"[\u4e00-\u9fff]{1,3}[^院部委局府会厅署办行省市县区州国盟旗](?:等)?\((?:19|20)\d\d[a-z]?\)(?:的|在)$"
)
"""正如某某（1987）在《…战略》中所言: what a man wrote is a work, whatever its title ends in."""

_ISSUE: Final = re.compile(r"(?:19|20)\d\d年第?\d{1,2}[期卷]")
"""见《某刊》2021年第8期《…》: the journal, and behind it the work."""


def _is_work(title: str) -> bool:
    """Whether a title in running text is a writing that can be cited, and no document of policy or newspaper."""
    if title.endswith("政府工作报告"):
        return False
    report = title.endswith("报告") and not title.startswith("关于")
    return (report or titles.type_of(title) == "Work") and not _PERIODICAL.search(title)


def _yearbooks(block: Block, document: Mention) -> Iterator[Statement]:
    """Yearbooks named without 《》, each of several that share the word: 新疆和西藏统计年鉴."""
    for match in _YEARBOOK.finditer(block.text.text):
        start = match.start("names")
        for name in re.split("[、和与及]", match["names"]):
            title = name + match["kind"]
            if len(name) >= 2 and not _NO_NAME.match(name):
                cited = Mention("Text", title, (name, match["kind"]))
                where = block.text.raw(start, match.end("kind"))
                yield Statement(document, "cites", cited, where, "citations::yearbook")
            start += len(name) + 1
