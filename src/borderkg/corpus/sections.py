"""The section tree of a document, its sentences, and where each block stands in it."""

import re
from collections.abc import Iterator
from typing import Final

from borderkg.corpus.document import Document
from borderkg.corpus.headings import SectionKind, section_kind
from borderkg.corpus.layout import Block, blocks
from borderkg.corpus.page import Kind
from borderkg.records import record
from borderkg.settings import MAX_SENTENCE


@record
class Section:
    """A heading and what stands under it. The root has no heading."""

    heading: Block | None
    parent: "Section | None"
    style: str = ""

    @property
    def title(self) -> str:
        return self.heading.text.text if self.heading else ""

    def ancestry(self) -> Iterator["Section"]:
        """This section and those around it, innermost first."""
        section: Section | None = self
        while section is not None:
            yield section
            section = section.parent

    @property
    def kind(self) -> SectionKind:
        """What the section is about: its own heading tells, else the nearest around it."""
        for section in self.ancestry():
            kind = section_kind(section.title)
            if kind is not None:
                return kind
        return SectionKind.OTHER


@record
class Placed:
    """A block and the section it stands in (a heading stands in the section that it opens)."""

    block: Block
    section: Section


@record
class Reading:
    """A document laid out: its blocks in order, each in its section."""

    document: Document
    placed: tuple[Placed, ...]


@record
class Sentence:
    """A range of a block's normalised text."""

    start: int
    end: int


def read(document: Document) -> Reading:
    """Lay a document out."""
    root = Section(None, None)
    current = root
    placed = []
    for block in blocks(document):
        if block.kind is Kind.HEADING:
            style = block.enumerator.style if block.enumerator else "plain"
            current = Section(block, _parent_for(style, current), style)
        placed.append(Placed(block, current))
    return Reading(document, tuple(placed))


def _parent_for(style: str, current: Section) -> Section:
    """The section a heading of this style belongs under: beside the last of its style, else below the current one."""
    for section in current.ancestry():
        if section.style == style:
            return section.parent or section
    if style == "plain":  # an unnumbered title stands beside the innermost unnumbered one, else at the top
        root = current
        for section in current.ancestry():
            root = section
        return root
    while current.style == "plain" and current.parent is not None:
        current = current.parent
    return current


_SENTENCE: Final = re.compile(r"[▲△●■◆★◇]?[^。!?▲△●■◆★◇]*(?:[。!?]+[”’)》]*|(?=[▲△●■◆★◇])|$)")
"""A bullet begins a sentence, as in chronicles."""


_RUN_IN: Final = re.compile(
    r"【(?:口岸|(?![^】]*(?:口岸|港|区|市|县|旗|州|盟|省|镇|乡|村|路|桥|线|中心|会|试验区)】)[\u4e00-\u9fff与和、]{2,12})】(?=[^\s:])"
    r"|[\[【(]?(?:内容)?(?:摘要|提要(?!求))[\])】]?:?(?=.)"
)


def run_in(text: str) -> int:
    """Where the heading ends that runs in at the beginning of a paragraph, 【财政】…, 摘要:…, and is no name; 0 where there is
    none."""
    match = _RUN_IN.match(text)
    return match.end() if match else 0


_DATELINE: Final = re.compile(
    r"[(【\[]?[^,。;:!?()\d]{0,16}\(?(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日[电讯](?![报话视子力站网商告令])(?:[)】\]]|\([^()]{1,30}\))?(?:[:—|]|——)?|本[报台网刊][讯电](?:\([^()]{1,30}\))?"
)
"""新华社昆明8月5日电(记者某某), 【某市3月2日讯】, 本报讯: how a report begins; no 8月5日电报, 8月5日电话会议."""


def dateline(text: str) -> int:
    """Where the words end that say from where and on which day a report comes, 新华社昆明8月5日电(记者某某); 0 where there are
    none. What they name is no part of the sentence behind them."""
    match = _DATELINE.match(text)
    return match.end() if match else 0


_ITEM: Final = re.compile(r"[-•·●○▪◦‣►▶➢*]+\s*(?=[\u4e00-\u9fff《“])")
"""• 东兴市：与越南相邻: what an item of a list begins with is no part of its first name."""


def sentences(text: str) -> list[Sentence]:
    """The sentences of a block's text; one without a stop for too long is cut at a comma. A heading that runs in and the
    mark of an item are in none, a dateline is one of its own."""
    found = []
    begun = dateline(text)
    if begun:
        found.append(Sentence(0, begun))
    elif item := _ITEM.match(text):
        begun = item.end()
    for match in _SENTENCE.finditer(text, begun or run_in(text)):
        start, end = match.span()
        while end - start > MAX_SENTENCE:
            cut = text.rfind(",", start, start + MAX_SENTENCE) + 1 or start + MAX_SENTENCE
            found.append(Sentence(start, cut))
            start = cut
        if end > start:
            found.append(Sentence(start, end))
    return found
