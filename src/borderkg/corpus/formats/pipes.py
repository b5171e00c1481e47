"""Tables as rows between bars, with a rule below the header: the form in which the canonical text keeps a table.

A merged cell is repeated in each place that it covers. Several header rows become one, whose cells join what stands above
each other. What spans a whole table at its head or foot, a title or a note, stands before or behind it.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

from borderkg.corpus.formats.printed import Piece, Printed, joined, located
from borderkg.errors import CorpusError
from borderkg.records import record
from borderkg.settings import MAX_TABLE_CELLS

_BARS: Final = str.maketrans({"|": "¦", "｜": "¦"})
"""A full-width bar would be folded into a bar when the text is read, and part its cell."""


@record
class Spanned:
    """A cell as a format gives it: its words, and how many columns and rows it covers."""

    text: str
    across: int = 1
    down: int = 1
    pieces: tuple[Piece, ...] = ()
    """What it is printed as, where that is known."""


Grid = list[list[Spanned]]
"""Rows of one length; a merged cell is the same object in each place."""

_EMPTY: Final = Spanned("")


def spread(rows: Iterable[Sequence[Spanned]], path: Path) -> Grid:
    """Lay cells out on a grid, each in all the places that it covers. Raises CorpusError for a table beyond all measure."""
    grid: Grid = []
    hanging: dict[int, tuple[Spanned, int]] = {}
    cells = 0
    for row in rows:
        line: list[Spanned] = []
        waiting = list(reversed(row))
        last = max(hanging, default=-1)
        while waiting or len(line) <= last:
            above, left = hanging.pop(len(line), (None, 0))
            if above is not None:
                if left > 1:
                    hanging[len(line)] = (above, left - 1)
                line.append(above)
            elif waiting:
                cell = waiting.pop()
                for _ in range(max(1, cell.across)):
                    if cell.down > 1:
                        hanging[len(line)] = (cell, cell.down - 1)
                    line.append(cell)
            else:
                line.append(_EMPTY)
            if cells + len(line) > MAX_TABLE_CELLS:
                raise CorpusError(f"{path}: a table of more than {MAX_TABLE_CELLS:,} cells. Split it.")
        cells += len(line)
        grid.append(line)
    return squared(grid, path)


def squared(grid: Grid, path: Path) -> Grid:
    """Every row as long as the longest, without the rows and columns that hold nothing. Raises CorpusError as `spread` does."""
    width = max(map(len, grid), default=0)
    if width * len(grid) > MAX_TABLE_CELLS:
        raise CorpusError(f"{path}: a table of more than {MAX_TABLE_CELLS:,} cells. Split it.")
    full = [row + [_EMPTY] * (width - len(row)) for row in grid if any(cell.text for cell in row)]
    kept = [i for i in range(width) if any(row[i].text for row in full)]
    return [[row[i] for i in kept] for row in full]


def lines(grid: Grid, heads: int = 0) -> list[Printed]:
    """The paragraphs that a table becomes: what stands before it, its rows as one paragraph, what stands behind.

    `heads` is how many rows are the header; 0 where the format does not say.
    """
    first, last = 0, len(grid)
    while first < last and _alone(grid[first]):
        first += 1
    while last > first and _alone(grid[last - 1]):
        last -= 1
    body = grid[first:last]
    before = [_words(row) for row in grid[:first]]
    behind = [_words(row) for row in grid[last:]]
    if len(body) < 2 or len(body[0]) < 2:
        return [*before, *(words for words in map(_words, body) if words.text), *behind]
    heads = min(max(heads - first, 0) or _heads(body), len(body) - 1)
    header = [joined([_cell(cell) for cell in _distinct(column)], " ") for column in zip(*body[:heads], strict=True)]
    rule = [Printed("---")] * len(header)
    rows = [header, rule, *(list(map(_cell, row)) for row in body[heads:])]
    return [*before, joined([_row(row) for row in rows], "\n"), *behind]


def head_over(text: str, position: int) -> str:
    """The head of the column that the cell at a position of a canonical text stands in; nothing where it is a head itself,
    and where no table stands."""
    blank = text.rfind("\n\n", 0, position)
    first = 0 if blank < 0 else blank + 2
    rule = text.find("\n| ---", first)
    row = text.rfind("\n", first, position) + 1
    if not text.startswith("|", first) or not first < rule < row or "\n" in text[first:rule]:
        return ""
    return text[first + 2 : rule - 2].split(" | ")[text.count(" | ", row, position)]


def _alone(row: Sequence[Spanned]) -> bool:
    """One cell over the whole width, or before nothing but empty ones."""
    return all(cell is row[0] or not cell.text for cell in row)


def _heads(body: Grid) -> int:
    """A header cell over several columns has the names of these below it."""
    first = body[0]
    if not any(a is b and a.text for a, b in pairwise(first)):
        return 1
    deep = 1
    while deep < len(body) - 1 and any(
        cell.text and cell is below for cell, below in zip(first, body[deep], strict=True)
    ):
        deep += 1
    return max(deep, 2)


def _distinct(column: Sequence[Spanned]) -> list[Spanned]:
    """The header cells of a column from above, a merged or repeated one once."""
    distinct: dict[str, Spanned] = {}
    for cell in column:
        if cell.text:
            distinct.setdefault(cell.text, cell)
    return list(distinct.values())


def _words(row: Sequence[Spanned]) -> Printed:
    """A row as running words."""
    distinct = [cell for i, cell in enumerate(row) if i == 0 or cell is not row[i - 1]]
    return joined([located(" ".join(cell.text.split()), cell.pieces) for cell in distinct if cell.text], " ")


def _cell(cell: Spanned) -> Printed:
    """A cell on one line, without a bar."""
    return located(" ".join(cell.text.translate(_BARS).split()), cell.pieces)


def _row(cells: Sequence[Printed]) -> Printed:
    return joined([Printed("|"), *(part for cell in cells for part in (cell, Printed("|")))], " ")
