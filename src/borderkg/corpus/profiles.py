"""Profiles: what a thing is, one line a fact, `label：value`, under its name. A table of one row, set on its side.

The name stands in the line above (绥芬河口岸, 【打洛口岸】, 清水河口岸｜耿马县) or is the first value (口岸名称：…). A paragraph
that runs such pairs on is read the same way, and so is a sentence that sets them behind the name with other marks
(打洛口岸：级别，一类；类型，公路).
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from borderkg.corpus.entries import ENTRY
from borderkg.corpus.grids.cells import Cell, Label, cell
from borderkg.corpus.layout import Block
from borderkg.corpus.page import Kind
from borderkg.corpus.sections import Placed, Reading, Section
from borderkg.corpus.tables import Table

_PAIR: Final = re.compile(
    r"(?:^|(?<=[。;】\s|]))(?P<label>[\u4e00-\u9fff]{2,8}):(?P<value>[^。:]{1,80}?)(?:。|$|;(?=[\u4e00-\u9fff]{2,8}:))"
)
_RUN_ON: Final = 3
"""Pairs. With fewer, a paragraph is no profile."""

_SENTENCE: Final = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,12}口岸)(?::|—{1,2})(?P<facts>[^。]+)")
_FACT: Final = re.compile(
    r"(?<=[;,:—])(?P<label>(?:开放|批准|设立|开通|获批)(?:时间|年份|日期)|(?:口岸)?(?:级别|类别|类型|等级)|运输方式"
    r"|(?:对应|对方|对面)口岸|所在地|毗邻国家?)[,:为是]?(?P<value>[^;,:。]{1,24})(?=[;,。]|$)"
)
_FACTS: Final = 2
"""Facts that make a sentence a profile."""

_NAME_LABEL: Final = re.compile(r"名称$|^口岸$")
_HEAD: Final = re.compile(
    r"(?:口岸名称|名称)?\s*[【\[]?(?P<name>[^【】\[\]|。,;:]{2,24}?(?P<kind>口岸|试验区|合作区|综合保税区|合作中心|博览会))[】\]]?(?:\((?P<note>[\u4e00-\u9fff、]{2,8})\))?(?:概况|简介|基本情况)?(?:\s*[|/]\s*(?P<place>[\u4e00-\u9fff]{2,24}))?$"
)
_OF_MODE: Final = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,12}?)(?:陆路|陆地)?\((?P<mode>公路|铁路|水运|航空)\)口岸")
"""策克陆路(公路)口岸, as an encyclopedia heads its boxes."""

_TOWN: Final = re.compile(r"(?:\d{1,2}[.、])?(?P<name>[\u4e00-\u9fff]{1,11}(?P<kind>地区|[县市旗]))")


def profiles(reading: Reading) -> Iterator[Table]:
    """The profiles of a document, each as a table of one row whose first column names the thing."""
    entries: list[Block] = []
    before: Placed | None = None
    for placed in reading.placed:
        if placed.block.kind is Kind.ENTRY:
            entries.append(placed.block)
            continue
        if entries:
            yield from _of_lines(entries, before)
        entries, before = [], placed
        if placed.block.kind is Kind.PARAGRAPH:
            yield from _run_on(placed)
    if entries:
        yield from _of_lines(entries, before)


def _of_lines(entries: Sequence[Block], before: Placed | None) -> Iterator[Table]:
    pairs = []
    for block in entries:
        match = ENTRY.match(block.text.text)
        if match:
            pairs.append((_label(block, *match.span("label")), _cell(block, *match.span("value"))))
    section = before.section if before else Section(None, None)
    yield from _table(_named(before.block) if before else [], pairs, section)


def _run_on(placed: Placed) -> Iterator[Table]:
    text = placed.block.text.text
    found = list(_PAIR.finditer(text)) if text.count(":") >= _RUN_ON else []
    if len(found) >= _RUN_ON:
        block = placed.block
        pairs = [(_label(block, *m.span("label")), _cell(block, *m.span("value"))) for m in found]
        head = _HEAD.fullmatch(found[0]["label"])
        if (head and head["kind"] != "口岸") or (head and len(head["name"]) > _BARE):
            named = _named(block, text[: found[0].end("label")])
            yield from _table(named, _lying(*pairs[0], found[0]["value"]) + pairs[1:], placed.section)
            return
        yield from _table(_named(block, text[: found[0].start()]), pairs, placed.section)
    elif told := _SENTENCE.match(text) if "口岸" in text[:20] else None:
        block = placed.block
        facts = list(_FACT.finditer(text, told.start("facts"), told.end()))
        pairs = [(_label(block, *m.span("label")), _cell(block, *m.span("value"))) for m in facts]
        if len(facts) >= _FACTS:
            yield from _table([(Label("口岸"), _cell(block, *told.span("name")))], pairs, placed.section)


_BARE: Final = 4
"""对应口岸 is no name."""


def _lying(label: Label, value: Cell, text: str) -> list[tuple[Label, Cell]]:
    """吉木乃口岸:位于吉木乃县: where it lies is told behind its name."""
    return [(Label("所在地", label.spans), value)] if re.match("位于|地处|在", text) else []


def _named(block: Block, head: str | None = None) -> list[tuple[Label, Cell]]:
    """The name over a profile, and the place that may stand beside it."""
    text = block.text.text if head is None else head
    if told := _OF_MODE.fullmatch(text):
        return [
            (Label("口岸"), _cell(block, *told.span("name"))),
            (Label("口岸类别"), _cell(block, *told.span("mode"))),
        ]
    if region := _TOWN.fullmatch(text) if head is None else None:
        return [(Label(region["kind"]), _cell(block, *region.span("name")))]
    match = _HEAD.search(text)
    if match is None or (head is None and len(text) > 40):
        return []
    found = [(Label(match["kind"]), _cell(block, *match.span("name")))]
    if match["note"]:
        found.append((Label("口岸类别"), _cell(block, *match.span("note"))))
    if match["place"]:
        found.append((Label("所在地"), _cell(block, *match.span("place"))))
    return found


def _table(named: list[tuple[Label, Cell]], pairs: list[tuple[Label, Cell]], section: Section) -> Iterator[Table]:
    if pairs and _NAME_LABEL.search(pairs[0][0].text):
        named, pairs = [_of_kind(*pairs[0])], pairs[1:]
    if named and pairs:
        header, row = zip(*named, *pairs, strict=True)
        yield Table("", Label(""), "", tuple(header), (tuple(row),), False, section)


def _of_kind(label: Label, name: Cell) -> tuple[Label, Cell]:
    """名称:某某口岸 says by its value what is named."""
    head = _HEAD.fullmatch(name.text) if label.text == "名称" else None
    return (Label(head["kind"], label.spans) if head else label), name


def _label(block: Block, start: int, end: int) -> Label:
    return Label(block.text.text[start:end], (block.text.raw(start, end),))


def _cell(block: Block, start: int, end: int) -> Cell:
    first, last = block.text.raw(start, end)
    read = cell(block.text.text[start:end], first)
    return Cell(read.text, first, last)
