"""Tables: from blocks of lines to a header and rows of cells, whichever way the layout was flattened.

Read here: Markdown, tab-separated and CSV rows; a label and its cells on one line, by their place on the page or their
number; one cell a line, column after column or row after row, the headers in front or behind; tables of names; tables cut
by a page; regression tables with the standard error in brackets behind or below the coefficient. A table whose columns
cannot be told with confidence is given no rows, and a warning says why.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from borderkg.corpus.grids import announced, delimited, flattened, parted, points, regressions, rows
from borderkg.corpus.grids.cells import Cell, Label
from borderkg.corpus.grids.grid import Grid, UnalignedError
from borderkg.corpus.grids.parted import with_parted_rows
from borderkg.corpus.grids.said_units import unit_of
from borderkg.corpus.layout import Block
from borderkg.corpus.lines import PAGE_END, STROKES, Line, Look, look, with_flattened_names, with_spaced_rows
from borderkg.corpus.page import Kind
from borderkg.corpus.sections import Placed, Reading, Section
from borderkg.corpus.table_lines import UNIT
from borderkg.records import record


@record
class Table:
    """A table. `header[0]` stands over the first column; every row is as long as the header, `None` where a cell is
    empty."""

    number: str
    title: Label
    unit: str
    header: tuple[Label, ...]
    rows: tuple[tuple[Cell | None, ...], ...]
    regression: bool
    section: Section
    notes: tuple[Block, ...] = ()
    warning: str = ""
    lead: Block | None = None
    """The paragraph right above it, or above its caption."""


_NUMBERED: Final = re.compile(r"(?:续\s*)?表\s*(\d+(?:\s*[-—.]\s*\d+)*)\s*(?:[:.、]\s*)?")
_UNNUMBERED: Final = re.compile(
    r"^[^。;!?,]{4,32}(?:表|一览|名录|名单|情况|概况|概览|简况|总览|汇总|统计)(?:\([^()]*\))?$|^[^。;!?]{4,40}\(单位:[^()]*\)$"
)
"""A caption without a number: 部分口岸简表, 口岸一览表(据口岸办资料), 进出口额(单位:亿元)."""

_TITLE: Final = re.compile(r"^(?=.*[\u4e00-\u9fff]{2})[^。;!?|]{4,60}(?<!:)$")
_LEAD: Final = re.compile(r"^(?:资料|数据|附|附表|附件)\d*:")
_CONTINUED: Final = re.compile(r"(?:续表|\(续表?\)|续上表)[\d-]*$")


def tables(reading: Reading) -> list[Table]:
    """All tables of a document, in order, each with its caption and notes."""
    found: list[Table] = []
    leads = _leads(reading.placed)
    for block, captions, notes, section in _with_captions(reading.placed):
        if block.kind is Kind.CAPTION:
            found.append(_lost(captions, section))
            continue
        marked = bool(found) and _is_marked(block) and not captions
        table = _parse(block, captions, notes, section, found[-1].header if marked else ())
        table = replace(table, lead=leads.get(block.start))
        if found and _continues(found[-1], block, table):
            found[-1] = _append(found[-1], table)
        else:
            found.append(table)
    return found


def _with_captions(placed: Sequence[Placed]) -> list[tuple[Block, list[Block], list[Block], Section]]:
    """Give each table its caption (the one before it, or behind it where the one before belongs to another table). A
    numbered caption without a table is an entry by itself."""
    entries: list[tuple[Block, list[Block], list[Block], Section]] = []
    waiting: list[Block] = []
    notes: list[Block] = []
    last_was_caption = False
    before: Block | None = None
    for item in placed:
        above, block = before, item.block
        before = block
        if block.kind is Kind.TABLE:
            if above and not waiting and _tells(above):
                waiting = [above]
            entries.append((block, waiting, notes, item.section))
            waiting, notes = [], []
        elif block.kind is Kind.CAPTION:
            if block.text.text.startswith("图"):
                waiting = []
                last_was_caption = False
                continue
            titled = above is not None and not waiting and UNIT.match(block.text.text) and _tells(above)
            if above and titled:
                waiting = [above, block]
            elif entries and not entries[-1][1] and not waiting and not last_was_caption:
                entries[-1][1].append(block)
            else:
                waiting.append(block)
        elif block.kind is Kind.NOTE:
            if waiting:
                notes.append(block)
            elif entries:
                entries[-1][2].append(block)
        elif block.kind in (Kind.HEADING, Kind.PARAGRAPH) and _UNNUMBERED.search(block.text.text):
            waiting, notes = [block], []
        elif block.kind is Kind.HEADING:
            waiting, notes = [], []
        last_was_caption = block.kind is Kind.CAPTION and bool(waiting)
    had = {id(caption) for _, captions, _, _ in entries for caption in captions}
    alone = [item for item in placed if _NUMBERED.match(item.block.text.text) and id(item.block) not in had]
    entries += [(i.block, [i.block], [], i.section) for i in alone if i.block.kind is Kind.CAPTION]
    return sorted(entries, key=lambda entry: entry[0].start)


def _leads(placed: Sequence[Placed]) -> dict[int, Block]:
    """The paragraph above each table, by where the table begins; only captions may stand between."""
    found: dict[int, Block] = {}
    lead: Block | None = None
    for block in (item.block for item in placed):
        if block.kind is Kind.TABLE and lead:
            found[block.start] = lead
        if block.kind is not Kind.CAPTION and not (lead and _UNNUMBERED.search(block.text.text)):
            lead = block if block.kind is Kind.PARAGRAPH else None
    return found


def _tells(above: Block) -> bool:
    """Whether the block right above a table says what stands in it: the end of a paragraph, or a heading that names a
    year or a measure."""
    text = above.text.text
    if above.kind is Kind.PARAGRAPH:
        return announced.caption(text) is not None or announced.titles(text)
    return above.kind is Kind.HEADING and announced.MEASURED.search(text) is not None


def _lost(captions: Sequence[Block], section: Section) -> Table:
    """A table of which only the caption is there: its lines were lost, or do not look like rows."""
    number, title, unit = _caption((c.text.text, c.start, c.end) for c in captions)
    return Table(
        number, title, unit, (), (), False, section, (), f"table {number} not read: no rows beside its caption"
    )


def _words(caption: Block) -> tuple[str, int, int]:
    """The words of a caption and their place in the file; of a paragraph that announces a table its last sentence."""
    said = announced.caption(caption.text.text) if caption.kind is Kind.PARAGRAPH else None
    if said is None:
        return caption.text.text, caption.start, caption.end
    return said.words, *caption.text.raw(said.start, said.end)


def _parse(
    block: Block, captions: Sequence[Block], notes: Sequence[Block], section: Section, known: Sequence[Label]
) -> Table:
    own = [] if captions else _own_caption(block.lines)
    number, title, unit = _caption(list(map(_words, captions)) or own)
    empty = Table(number, title, unit, (), (), False, section, tuple(notes))
    try:
        grid = regressions.labelled(_folded(_grid(_without_furniture(block.lines[len(own) :]), known)))
    except UnalignedError as reason:
        where = f"table {number}" if number else f"table at offset {block.start}"
        return replace(empty, warning=f"{where} not read: {reason}")
    return replace(empty, header=grid.header, rows=grid.rows, regression=grid.regression)


def _folded(grid: Grid) -> Grid:
    """A grid without the second half of its columns where these begin anew, to save room: 口岸 货运量 口岸 货运量. Its rows
    follow those of the first half."""
    heads = [label.text for label in grid.header]
    for parts in range(2, len(heads) // 2 + 1):
        width, rest = divmod(len(heads), parts)
        starts = range(0, len(heads), width)
        named = bool(heads[0]) and not any((c := row[k]) and c.figure for row in grid.rows for k in starts)
        if not rest and named and all(heads[k : k + width] == heads[:width] for k in starts):
            rows = [row[k : k + width] for k in starts for row in grid.rows]
            return replace(grid, header=grid.header[:width], rows=tuple(row for row in rows if any(row)))
    return grid


def _own_caption(lines: Sequence[Line]) -> list[tuple[str, int, int]]:
    """The first line where the layout took it for a part of the table: what reads as a caption without a number, or a title
    right above rows between bars."""
    first = lines[0] if lines else None
    looks = [look(line) for line in lines[:3]]
    barred = looks[1:] == [Look.PIPES, Look.PIPES] and looks[0] is not Look.PIPES
    if first and (_UNNUMBERED.search(first.squeezed) or (barred and _TITLE.match(first.text)) or _titles(lines)):
        return [(re.sub(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])", "", first.text), first.start, first.end)]
    return []


_LEAST_TITLE: Final = 8
_PAIR: Final = 2


def _titles(lines: Sequence[Line]) -> bool:
    """Whether the first line of a table reads as its title: one phrase with a year or a measure, and none of the lines
    below it like that."""
    first, *others = lines
    one = len(first.text.split()) == 1 and len(first.text) >= _LEAST_TITLE and _TITLE.match(first.text)
    rows = bool(others) and (len(others[0].text.split()) > _PAIR or re.search(r"(?:19|20)\d\d年", first.text))
    fits = bool(one and rows) and announced.titles(first.text)
    return fits and not any(announced.titles(line.text) for line in others)


def _caption(captions: Iterable[tuple[str, int, int]]) -> tuple[str, Label, str]:
    number, unit, title = "", "", ""
    spans: list[tuple[int, int]] = []
    for words, start, end in captions:
        text = _LEAD.sub("", words.strip("#*_ "))
        said, text = unit_of(text)
        unit = unit or said
        if match := _NUMBERED.match(text):
            if not number:  # what stood before it was the end of a title: 沿边开放概览
                title, spans = "", []
            number = number or re.sub(r"\s", "", match[1])
            text = text[match.end() :]
        title += text
        spans.append((start, end))
    return number, Label(title.strip(" ()"), tuple(spans)), unit


def _grid(lines: Sequence[Line], known: Sequence[Label]) -> Grid:
    looks = with_spaced_rows(lines, with_parted_rows(lines, [look(line) for line in lines]))
    if grouped := parted.under_names(lines, looks):
        return grouped
    if looks.count(Look.PIPES) >= 2:
        grid = delimited.read([line for line, kind in zip(lines, looks, strict=True) if kind is Look.PIPES], known)
        return regressions.paired(grid) if _has_errors(c for row in grid.rows for c in row[1:] if c) else grid
    if lines and with_flattened_names(lines, looks).count(Look.NAMES) == len(lines):
        return flattened.names(lines)
    tokens = [rows.tokens(line) for line in lines]
    if _has_errors(c for row in tokens for c in row):
        return regressions.read(_head_by_words(lines, tokens))
    return flattened.by_rows(tokens) or rows.read(lines, known) or flattened.stream(lines, points.restored(tokens, ()))


def _head_by_words(lines: Sequence[Line], tokens: Sequence[list[Cell]]) -> list[list[Cell]]:
    """The cells of lines, where above the first number one cell is parted at every blank: 模型1 模型2 are two headers."""
    first = next((i for i, row in enumerate(tokens) if any(c.number is not None for c in row)), 0)
    return [
        rows.words(line) if i < first and len(row) == 1 else row
        for i, (line, row) in enumerate(zip(lines, tokens, strict=True))
    ]


def _has_errors(cells: Iterable[Cell]) -> bool:
    """Whether so many numbers stand in brackets that they are standard errors."""
    numbers = [c for c in cells if c.number is not None]
    brackets = sum(c.bracketed or c.error is not None for c in numbers)
    return brackets >= 2 and brackets >= 0.25 * len(numbers)


# Tables cut by a page


_BARE_NUMBER: Final = re.compile(r"\d{1,4}$")


def _is_marked(block: Block) -> bool:
    return any(_CONTINUED.match(line.squeezed) for line in block.lines[:2])


def _without_furniture(lines: Sequence[Line]) -> list[Line]:
    """The lines of a table without what the end of a page put between them: its number, and 续表."""
    kept = []
    for i, line in enumerate(lines):
        near = [lines[k] for k in (i - 1, i + 1) if 0 <= k < len(lines)]
        cut = any(_CONTINUED.match(other.squeezed) for other in near)
        rows_around = len(near) == 2 and all(len(other.text.split()) >= 3 for other in near)
        alone = line.blanks > 0 and len(near) == 2 and near[1].blanks > 0
        numbered = _BARE_NUMBER.match(line.text) and (cut or (rows_around and alone))
        if not (PAGE_END.match(line.squeezed) or numbered or STROKES.match(line.text)):
            kept.append(line)
    return kept


def _continues(before: Table, block: Block, table: Table) -> bool:
    same = bool(table.header) and [h.text for h in table.header] == [h.text for h in before.header]
    return bool(before.rows) and same and (_is_marked(block) or not table.title.text)


def _append(before: Table, table: Table) -> Table:
    return replace(before, rows=before.rows + table.rows, notes=before.notes + table.notes)
