"""Tables whose cells are parted by a mark: Markdown, tabs, commas, or single blanks between words and numbers."""

import re
from collections.abc import Sequence

from borderkg.corpus.grids import heads, parted
from borderkg.corpus.grids.cells import Cell, Label, cell
from borderkg.corpus.grids.grid import Grid, UnalignedError
from borderkg.corpus.lines import BORDER, Line

_PAIR = 2
_CHANGED = 3
_BOLD = re.compile(r"\s*\*\*([^*]+)\*\*\s*")
_RULE = re.compile(r"[|\s:+=—-]+")


def read(lines: Sequence[Line], known: Sequence[Label] = ()) -> Grid:
    """Rows of cells under one header line, or under several. A part that goes on with a table takes its header, `known`.
    Raises UnalignedError where a row has more cells than the header, and where no line holds a cell."""
    lines = [
        line for line in lines if not (_RULE.fullmatch(line.text) and ("|" in line.text or BORDER.match(line.text)))
    ]
    if not lines:
        raise UnalignedError("only rules stand in it")
    rows = [cells(line) for line in lines]
    width = max(len(row) for row in rows)
    rows = [_padded(row, width, line) for row, line in zip(rows, lines, strict=True)]
    height = _height(rows)
    if known and height == 1 and any(c.figure for c in rows[0][1:]):
        header, height = tuple(known), 0
    elif width == _PAIR and all(row[1].figure and not (row[1].bracketed or row[0].figure) for row in rows):
        header, height = (Label(""), Label("")), 0  # a label and its figure: the caption says what it is
    elif width == _CHANGED and all(row[1].figure and row[2].change for row in rows):
        header, height = (Label(""), Label(""), Label("同比增长率")), 0
    elif any(c.figure and not c.bracketed for c in rows[0][1:]):
        raise UnalignedError("no header was found over its columns")
    else:
        header = heads.stacked(rows[:height])
    if len(header) != width:
        raise UnalignedError(f"rows of {width} cells under a header of {len(header)}")
    printed = [[c.text for c in row] for row in rows[:height]]
    body: list[tuple[Cell | None, ...]] = []
    above: list[Cell | None] = [None] * width
    for row in rows[height:]:
        if [c.text for c in row] in printed:
            continue
        filled: list[Cell | None] = []
        leading = True
        for c, before in zip(row, above, strict=True):
            leading = leading and not c.text
            # A cell merged downwards is printed once: the label carries on, a number does not.
            carries = leading and before is not None and before.number is None
            filled.append(c if c.text else before if carries else None)
        above = filled
        body.append(tuple(filled))
    return Grid(header, tuple(body))


_STACKED = 3
"""Header lines of a table of two columns, at most."""


def _height(rows: Sequence[Sequence[Cell]]) -> int:
    """How many rows are the header: those before the first figure, where the first leaves columns to those below."""
    first = next((i for i, row in enumerate(rows) if any(c.figure for c in row[1:])), 1)
    if first < 2 or (first > _STACKED and len(rows[0]) == _PAIR and not rows[0][1].text):
        return 1  # a name over a box of labels and values: 甲口岸 | ; 类型 | 一类; …; 货运量 | 12
    grouped = [c.text for c in rows[0][1:]]
    if "" not in grouped and len(set(grouped)) == len(grouped) and rows[1][0].text not in ("", rows[0][0].text):
        return 1
    return first


def cells(line: Line) -> list[Cell]:
    """The cells of a row."""
    text, start = line.text, line.start
    if "\t" in text:
        return _split(text, "\t", start)
    if "|" in text:
        inside = text.removeprefix("|").removesuffix("|")
        return _split(inside, "|", start + text.startswith("|"))
    if ranges := parted.cells(text):
        return [cell(text[a:b], start + a) for a, b in ranges]
    return [cell(m[0], start + m.start()) for m in re.finditer(r"\S+", text)]


def _padded(row: list[Cell], width: int, line: Line) -> list[Cell]:
    """The tabs at the head of a line went with its indentation, those at its end with the blanks there."""
    lost = width - len(row)
    before = lost if "\t" not in line.text or line.column > lost else line.column
    empty = Cell("", row[0].start, row[0].start)
    return [empty] * before + row + [empty] * (lost - before)


def _split(text: str, mark: str, start: int) -> list[Cell]:
    parts = []
    for piece in text.split(mark):
        bold = _BOLD.fullmatch(piece)
        parts.append(cell(bold[1], start + bold.start(1)) if bold else cell(piece, start))
        start += len(piece) + 1
    return parts
