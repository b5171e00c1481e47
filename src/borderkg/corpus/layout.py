"""From lines to blocks: headings, paragraphs, tables, captions, notes, footnotes, and what only interrupts.

PDF extraction breaks paragraphs into lines, puts page numbers, running heads, footnotes and whole tables into the
middle of a sentence, and separates everything by blank lines. A paragraph that does not end with a stop goes on after
whatever stands between.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from borderkg.corpus import endnotes
from borderkg.corpus.document import Document
from borderkg.corpus.entries import ENTRY, GAPPED, GLUED, entry_lines
from borderkg.corpus.furniture import is_furniture
from borderkg.corpus.grids.chronicles import events
from borderkg.corpus.headings import Enumerator, enumerator
from borderkg.corpus.lines import Line, Look, local_widths
from borderkg.corpus.normaliser import Text, normalise
from borderkg.corpus.page import PAGE_NUMBER, TITLE_LINES, Kind, Page, open_page
from borderkg.corpus.table_lines import NOTE, UNIT, find_tables, is_caption, is_cellish
from borderkg.corpus.title_lines import is_title
from borderkg.records import record, replace


@record
class Block:
    kind: Kind
    lines: tuple[Line, ...]
    text: Text
    enumerator: Enumerator | None = None

    @property
    def start(self) -> int:
        return self.lines[0].start

    @property
    def end(self) -> int:
        return self.lines[-1].end


_FOOT_MARK: Final = re.compile(r"<sup>\s*[①-⑳]\s*</sup>|[①-⑳]|\[\d{1,2}\]|\*(?!\*)")
_CITING: Final = re.compile(
    r"(?:资料|数据)来源|参见|转引|详见|基金项目|《[^》]{2,60}》\s*,.{0,40}(?:年|期|页|版|社)|\d{4}\s*年第?\s*\d+\s*期|出版社"
    r"|^\s*(?:本文|本书|作者|此处|这里)"
)
_ADDRESS: Final = re.compile(r"https?\s*:\s*/|www\s*\.")
_ABSTRACT: Final = re.compile(
    r"[\[【(]?\s*(?:内\s*容\s*)?(?:摘\s*要|提\s*要(?!\s*求))\s*[\]】)]?\s*[:\]】]?|[\[【]?\s*关\s*键\s*词|中图分类号|Abstract|Key\s?words|文献标识码",
    re.IGNORECASE,
)


def _mark_notes(page: Page) -> None:
    """Captions, source notes, footnotes, abstracts, references: by their first words, to their last line."""
    i = 0
    while i < len(page.lines):
        if page.kinds[i] is not None:
            i += 1
            continue
        kind = _opening(page, i)
        if kind is None:
            i += 1
            continue
        last = _closing(page, i, kind)
        for k in range(i, last + 1):
            if page.kinds[k] is None:
                page.kinds[k] = kind
        i = max(last, i) + 1


_MAY_OPEN: Final = re.compile(r"[<①-⑳\[【(*#_\d第续表图计单数资附注说内摘提关中文AaKk—·•-]")
"""With what a note, a caption, an abstract or the number of a page begins: most lines of prose do not."""


_HEAD: Final = 12
_FOOT: Final = 6
"""Lines above and below the text of a web page in which its furniture stands."""


_ISSUE: Final = re.compile(r"^第\d{1,3}[期卷]|总第\d{1,4}期|第\d{1,3}卷第\d{1,3}期")
"""第3期 某某：沿边开放研究, over a page of a journal."""


def _at_page_end(page: Page, i: int) -> bool:
    """Whether the number of a page stands beside a line."""
    return any(PAGE_NUMBER.match(other.text) for other in (*page.lines[i - 1 : i], *page.lines[i + 1 : i + 2]))


def _opening(page: Page, i: int) -> Kind | None:
    line = page.lines[i]
    may = _MAY_OPEN.match(line.text) is not None
    mark = _FOOT_MARK.match(line.text) if may else None
    if mark and (line.text.startswith("<sup>") or _CITING.search(line.text[mark.end() :][:90])):
        return Kind.FOOTNOTE
    if page.looks[i] is Look.CONTENTS or (may and PAGE_NUMBER.match(line.text)):
        return Kind.ASIDE
    if i >= TITLE_LINES and (line.squeezed in page.running or (_ISSUE.search(line.squeezed) and _at_page_end(page, i))):
        return Kind.ASIDE
    if (i < _HEAD or i >= len(page.lines) - _FOOT) and is_furniture(line.text):
        return Kind.ASIDE
    if may and NOTE.match(line.text):
        return Kind.NOTE
    if may and (is_caption(line) or (UNIT.match(line.text) and line.width < 60)):
        return Kind.CAPTION
    if may and _ABSTRACT.match(line.text):
        return Kind.ABSTRACT
    if _ADDRESS.search(line.text) and re.search(r"[\u4e00-\u9fff]", line.text):
        return Kind.FOOTNOTE
    return Kind.ASIDE if page.looks[i] is Look.FOREIGN else None


def _closing(page: Page, i: int, kind: Kind) -> int:
    """The last line of the block that opens at `i`."""
    last = i
    limit = {Kind.NOTE: 8, Kind.FOOTNOTE: 6, Kind.ABSTRACT: 40}.get(kind, 0)
    if kind is Kind.CAPTION:
        follows = i + 1
        if (
            follows < len(page.lines)
            and page.kinds[follows] is None
            and page.wrapped
            and is_cellish(page, follows, follows)
            and len(re.findall(r"[\u4e00-\u9fff]", page.lines[follows].text)) >= 4
            and enumerator(page.lines[follows].text) is None
            and page.lines[i].text[0] == "图"
        ):
            return follows
        return i
    while last - i < limit and last + 1 < len(page.lines):
        this, following = page.lines[last], page.lines[last + 1]
        if not page.wrapped and kind is not Kind.ABSTRACT:
            break
        if page.kinds[last + 1] is not None or _opening(page, last + 1) is not None:
            break
        if kind is Kind.ABSTRACT:
            if this.ends_sentence and (following.indented or following.blanks or not page.wrapped):
                if not (page.wrapped and following.blanks and not following.indented and page.full(last)):
                    break
            elif (
                not this.terminated and (not page.wrapped or not page.full(last)) and page.looks[last + 1] is Look.PROSE
            ):
                break
        elif this.ends_sentence or not page.full(last):
            break
        last += 1
    return last


_OPEN_END: Final = re.compile(r"[,、的和与及]$")
_LEAD: Final = re.compile(r"第[一二三四五六七八九十]+\s*[,、:]|[一二三四五六七八九十]是|首先\s*,|其[一二三]\s*,")
_SENTENCE_STARTS: Final = re.compile(
    r"(?:19|20)\d\d\s*年|近年来|自从?|从|随着|为了?|目前|当前|在|我国|中国|由于|整体|总体|总的|根据|如[图表]|一方面|长期以来|改革开放|新中国"
)
_HEADING_LINES: Final = 3


def _heading_end(page: Page, i: int) -> int | None:
    """The last line of the heading that begins at `i`, or None where line `i` begins no heading."""
    line = page.lines[i]
    mark = enumerator(line.text)
    if mark is None:
        broken = re.search(r"(?:关于|印发|转发)$", line.text) and page.looks[i + 1 : i + 2] == [Look.SHORT]
        return None if not _plain_heading(page, i) else i + 1 if broken else i
    if mark.style == "circled" and page.wrapped:
        return None  # a note mark that the extraction put at the head of a line
    last = i
    if not line.text[mark.length :].strip():  # the enumerator stands on a line of its own
        if i + 1 >= len(page.lines) or page.lines[i + 1].terminated or enumerator(page.lines[i + 1].text):
            return i if mark.style in ("chapter", "section") else None
        last += 1
    if not page.wrapped:
        final = page.lines[last]
        whole = not final.terminated and final.width <= 100 and not re.search(r"[。!?]|[,、]$", final.text)
        return last if whole else None
    while True:
        text = page.lines[last].text
        if re.search(r"[。!?]|[;:]$", text):
            return None
        more = last + 1
        if more >= len(page.lines) or page.kinds[more] is not None or _begins_anew(page, more):
            return last if not _OPEN_END.search(text) else None
        reach = page.fullness(last)
        following = page.lines[more]
        goes_on = page.indents and line.indented and not following.indented and page.full(last)
        if not (goes_on or _OPEN_END.search(text)):
            if reach < 0.55:
                return last
            if reach < 0.92:
                short = page.looks[more] is Look.SHORT or reach >= 0.8
                return more if short and _ends_heading(page, more) else last
            if _SENTENCE_STARTS.match(following.text):
                return last
        if more - i >= _HEADING_LINES:
            return None
        if re.search(r"[。!?]|[,;:]$", following.text) and not (_OPEN_END.search(text) and page.fullness(more) < 0.8):
            return last if not (goes_on or _OPEN_END.search(text)) and reach < 0.98 else None
        last = more


def _begins_anew(page: Page, i: int) -> bool:
    """A line that certainly begins something: an item, a heading, an enumerated lead."""
    text = page.lines[i].text
    return enumerator(text) is not None or _LEAD.match(text) is not None


def _ends_heading(page: Page, i: int) -> bool:
    """Whether line `i` can be the end of a heading: short, without a stop, and followed by text or another heading."""
    follows = i + 1 < len(page.lines) and (page.looks[i + 1] is Look.PROSE or _begins_anew(page, i + 1))
    return follows and page.fullness(i) < 0.8 and not re.search(r"[。;:!?]|,$", page.lines[i].text)


def _plain_heading(page: Page, i: int) -> bool:
    """An unnumbered title: short, without a stop, after a finished paragraph and before text."""
    line = page.lines[i]
    if page.looks[i] is not Look.SHORT or len(line.squeezed) < 2 or re.search(r"[:,、]$", line.text):
        return False
    k = i - 1
    while k >= 0 and page.kinds[k] in (Kind.ASIDE, Kind.FOOTNOTE, Kind.CAPTION, Kind.NOTE, Kind.TABLE):
        k -= 1
    finished = k < 0 or page.lines[k].terminated or page.kinds[k] in (Kind.HEADING, Kind.ABSTRACT, Kind.ENTRY)
    if not finished or i + 1 >= len(page.lines):
        return False
    if page.wrapped and page.full(i):
        return False
    return page.looks[i + 1] in (Look.PROSE, Look.SHORT, Look.PIPES) or is_caption(page.lines[i + 1])


def blocks(document: Document) -> list[Block]:
    """The blocks of a document in the order of their first lines. Every line that is not blank is in exactly one."""
    return list(_laid_out(document.text))


@lru_cache(maxsize=16)
def _laid_out(text: str) -> tuple[Block, ...]:
    """The blocks of a text; kept a while, because its bibliography is read from them as well as its claims."""
    page = open_page(text)
    for first, last in find_tables(page):
        for i in range(first, last + 1):
            page.kinds[i] = Kind.TABLE
    for i in entry_lines(page.lines):
        page.kinds[i] = page.kinds[i] or Kind.ENTRY
    _mark_notes(page)
    endnotes.mark(page)
    body = [kind if page.kinds[i] is None else Look.FOREIGN for i, kind in enumerate(page.looks)]
    page.widths = local_widths(page.lines, body)
    done: list[Block] = []
    paragraph: list[Line] = []

    def close() -> None:
        if paragraph:
            done.append(_block(page, Kind.PARAGRAPH, paragraph))
            paragraph.clear()

    i = 0
    while i < len(page.lines):
        line, kind = page.lines[i], page.kinds[i]
        if kind is not None:
            if kind in (Kind.ABSTRACT, Kind.ENTRY):
                close()
            last = i
            while last + 1 < len(page.lines) and page.kinds[last + 1] is kind and not _separate(page, last + 1, kind):
                last += 1
            done += _told(page, page.lines[i : last + 1]) if kind is Kind.TABLE else []
            if not done or done[-1].lines[-1] is not page.lines[last]:
                done.append(_block(page, kind, page.lines[i : last + 1]))
            i = last + 1
            continue
        short = bool(paragraph) and page.wrapped and paragraph[-1].width < 0.8 * page.widths[i]
        anew = short and page.indents and line.indented  # a title above its first paragraph
        open_sentence = bool(paragraph) and not (paragraph[-1].terminated or anew or is_title(page, paragraph))
        end = None if open_sentence and enumerator(line.text) is None else _heading_end(page, i)
        if end is not None:
            close()
            mark = enumerator(line.text)
            for k in range(i, end + 1):
                page.kinds[k] = Kind.HEADING
            done.append(_block(page, Kind.HEADING, page.lines[i : end + 1], mark))
            i = end + 1
            continue
        if paragraph and not open_sentence and _new_paragraph(page, i, paragraph[-1]):
            close()
        paragraph.append(line)
        i += 1
    close()
    return tuple(_with_items(page, sorted(done, key=lambda block: block.start)))


_DAY: Final = re.compile(r"(?:#+\s*)?[【\[]?(?:19|20)\d\d年\d{1,2}月(?:(?:\d{1,2}日)?|[上中下]旬)[】\]]?:?$")
"""A line that is nothing but the day of what follows."""
_ITEM: Final = re.compile(
    r":[^:]*[、,;]|[\u4e00-\u9fff]\([^()]*[,;、][^()]*\)[;,]?$|\([^()]*(?:19|20)\d\d年[^()]*\)[;,]?$"
)
"""What a heading seldom holds: a list behind a colon, facts in brackets behind a name."""


def _with_items(page: Page, found: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with headings that are none as paragraphs: the day over an event, which joins it, and the items of a
    list, one below the other."""
    held: Block | None = None
    for i, block in enumerate(found):
        behind = found[i + 1] if i + 1 < len(found) else None
        near = [other for other in (found[i - 1] if i else None, behind) if other]
        if held:
            lines = (*held.lines, *block.lines)
            yield Block(Kind.PARAGRAPH, lines, normalise(page.folded, [(line.start, line.end) for line in lines]))
            held = None
        elif _is_day(block) and behind and _is_event(behind) and not (i and _SIGNED.search(found[i - 1].text.text)):
            held = block
        elif _is_item(block) and any(_is_item(other) for other in near):
            yield replace(block, kind=Kind.PARAGRAPH)
        else:
            yield block


_SIGNED: Final = re.compile("(?:院|部|府|委|局|厅|办|署|会|室)$")
"""Who signed, above the day of a letter."""


def _is_event(block: Block) -> bool:
    sentence = block.kind is Kind.PARAGRAPH and block.lines[-1].ends_sentence
    return sentence and re.match("[\u4e00-\u9fff《“]", block.text.text) is not None


def _is_day(block: Block) -> bool:
    return block.kind is Kind.HEADING and len(block.lines) == 1 and _DAY.match(block.lines[0].text) is not None


def _is_item(block: Block) -> bool:
    single = block.kind is Kind.HEADING and len(block.lines) == 1 and block.enumerator is not None
    return single and _ITEM.search(block.text.text) is not None


def _told(page: Page, lines: Sequence[Line]) -> list[Block]:
    """The rows of a chronicle as paragraphs, and what stands between them aside; nothing where a table is none."""
    told = {line.start: (when, what) for line, when, what in events(lines)}
    if len(told) < _EVENTS or len(told) < len(lines) - _EVENTS:
        return []
    found = []
    for line in lines:
        if line.start not in told:
            found.append(_block(page, Kind.ASIDE, [line]))
            continue
        when, what = told[line.start]
        text = normalise(page.folded, [(when.start, when.end), (what.start, what.end)])
        found.append(Block(Kind.PARAGRAPH, (line,), text))
    return found


_EVENTS: Final = 2
"""Rows of a chronicle at least; its header and the line below it are none."""


def _separate(page: Page, i: int, kind: Kind) -> bool:
    """Whether line `i` begins a block of its own although the one before is of the same kind."""
    line = page.lines[i]
    if kind in (Kind.CAPTION, Kind.NOTE, Kind.ABSTRACT):
        return _opening(page, i) is not None and not (kind is Kind.CAPTION and UNIT.match(line.text))
    if kind is Kind.FOOTNOTE:
        return bool(_FOOT_MARK.match(line.text)) or not page.wrapped
    return kind in (Kind.ASIDE, Kind.ENTRY)


def _new_paragraph(page: Page, i: int, before: Line) -> bool:
    if not page.wrapped:
        return True
    line = page.lines[i]
    return line.indented or enumerator(line.text) is not None or before.width < 0.8 * page.widths[i]


def _block(page: Page, kind: Kind, lines: Sequence[Line], mark: Enumerator | None = None) -> Block:
    ranges = [(line.start, line.end) for line in lines]
    if mark:
        ranges[0] = (min(lines[0].start + mark.length, lines[0].end), lines[0].end)
    text = normalise(page.folded, ranges)
    alone = lines[0].text if kind is Kind.ENTRY and len(lines) == 1 else ""
    gap = (GLUED.fullmatch(alone) or GAPPED.fullmatch(alone)) if alone else None
    if gap and not ENTRY.match(text.text):
        label = len(re.sub(r"\s", "", gap["label"]))
        text = text.with_mark(":", label)
    return Block(kind, tuple(lines), text, mark)
