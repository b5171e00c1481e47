"""Which cells the total of a table sums: those of its column above it, or below it where it stands first, or of its row."""

import re
from collections.abc import Sequence
from typing import Final

from borderkg.corpus.grids.cells import Cell
from borderkg.corpus.tables import Table
from borderkg.extraction.marking.labels import Said
from borderkg.extraction.marking.numerals import whole

_MEAN: Final = re.compile("均值|平均|同比|增长")
_SO_FAR: Final = re.compile("累计")
"""Of times it goes on from before them; of places it is their sum."""
_AMONG: Final = re.compile("^(?:其中|#|—)|[:：]?其中")
_MISSING: Final = re.compile(r"…|\.\.\.|N/?A", re.IGNORECASE)


def sums_of(
    table: Table, at: tuple[int, int], rows: Sequence[Said], columns: Sequence[Said], figures: Sequence[int]
) -> list[list[int]]:
    """The places of the cells that the cell of a total at row and column is the sum of; none where it is no total, where a
    cell is missing, or where a row says that it is a part of the one above it. `rows` and `columns` are what the labels
    of the rows and of the columns of figures say, `figures` the numbers of these columns."""
    i, k = at
    if _is_total(rows[i]):
        summed = _rows_of(table, at, rows)
        return _places([row[k] for row in summed]) if _whole(rows[i].text, len(summed)) else []
    n = figures.index(k)
    if not _is_total(columns[n]):
        return []
    others = [m for m, said in enumerate(columns) if m != n and not said.total]
    if _SO_FAR.search(columns[n].text) and any(columns[m].time for m in others):
        return []
    alike = all(not columns[m].share and columns[m].unit == columns[n].unit for m in others)
    named = all(columns[m].place for m in others)
    if not (alike and named and len(others) == len(columns) - 1):
        return []
    return _places([table.rows[i][figures[m]] for m in others])


_SO_MANY: Final = re.compile(r"(?P<n>\d+|[一二三四五六七八九十]+)个?(?:省|市|县|州|口岸|国)")
_BORDER: Final = re.compile("^(?:沿边|边疆|边境)(?:地区|省区)?")
_PROVINCES: Final = 9


def _whole(label: str, number: int) -> bool:
    """Whether so many rows can be all that the label of a total names: 沿边9省区合计 is of nine."""
    named = _SO_MANY.search(label)
    if named:
        return whole(named["n"]) == number
    return number == _PROVINCES or not _BORDER.search(label)


def _is_total(said: Said) -> bool:
    return said.total and not said.share and not _MEAN.search(said.text)


def _rows_of(table: Table, at: tuple[int, int], rows: Sequence[Said]) -> list[tuple[Cell | None, ...]]:
    """The rows that a total sums: above it to the total before, or below it to the next where none stands above."""
    i, k = at
    above = next((j for j in range(i - 1, -1, -1) if rows[j].total or rows[j].share), -1)
    span = range(above + 1, i)
    if i == 0:
        below = next((j for j in range(1, len(rows)) if rows[j].total or rows[j].share), len(rows))
        span = range(1, below)
    timed = any(rows[j].time for j in span)
    if any(_AMONG.search(rows[j].text) for j in span) or (timed and _SO_FAR.search(rows[i].text)):
        return []
    return [table.rows[j] for j in span if not _goes_on(table, j, k)]


def _goes_on(table: Table, j: int, k: int) -> bool:
    """Whether a row goes on with the one above it: one label for both, and no figure of its own."""
    label, above = table.rows[j][0], table.rows[j - 1][0] if j else None
    figure = table.rows[j][k]
    return k > 0 and label is not None and label == above and not (figure and figure.text)


def _places(cells: Sequence[Cell | None]) -> list[list[int]]:
    known = [c for c in cells if c is not None and c.text]
    if len(known) != len(cells) or any(_MISSING.search(c.text) for c in known):
        return []
    if any(c.number is None and not c.dash for c in known):
        return []
    found = [[c.start, c.end] for c in known if c.number is not None]
    return found if len(found) >= 2 else []
