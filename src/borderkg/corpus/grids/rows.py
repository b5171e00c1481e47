"""Tables whose rows kept their lines: a label and its cells, parted by blanks.

Where wide gaps set the columns under each other, the place on the page says which column a cell stands in; else the
number of cells does, and a row that has another number is refused.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from borderkg.corpus.grids import heads, points
from borderkg.corpus.grids.cells import UNIT, YEAR, Cell, Label, cell, join, labelled
from borderkg.corpus.grids.grid import Grid, UnalignedError
from borderkg.corpus.lines import YEAR_RANGE, Line
from borderkg.records import replace

Row = tuple[Cell | None, ...]
_LEAST_WIDE = 3
_GAP = 2


def tokens(line: Line) -> list[Cell]:
    """The cells of a line: numbers, and the words between them as one label."""
    cells: list[Cell] = []
    label: list[re.Match[str]] = []

    def close() -> None:
        if label:
            begin, end = label[0].start(), label[-1].end()
            cells.append(cell(line.text[begin:end], line.start + begin))
            label.clear()

    text = YEAR_RANGE.sub(lambda m: "\x00" * len(m[1]) + m[2] + "\x00" * len(m[3]), line.text)
    for match in re.finditer(r"\S+", text):
        piece = match[0].replace("\x00", "")
        read = cell(piece, line.start + match.start())
        if read.number is not None and not YEAR.match(piece):
            if label and read.text.startswith("*"):
                continue
            close()
            cells.append(replace(read, end=line.start + match.end()))
        elif YEAR.match(piece) or read.dash:
            close()
            cells.append(replace(read, text=piece, end=line.start + match.end()))
        elif re.fullmatch(r"\*{1,3}", piece) and cells and cells[-1].number is not None:
            cells[-1] = replace(cells[-1], stars=len(piece), end=line.start + match.end())
        else:
            label.append(match)
    close()
    return cells


def words(line: Line) -> list[Cell]:
    """The pieces of a line between its blanks; characters that narrower gaps set apart than the others are one word."""
    return [cell(line.text[a:b], line.start + a) for a, b in _ranges(line)]


_LONE = re.compile(r"[\u4e00-\u9fff](?:\([^()]*\))?$")


def _ranges(line: Line) -> list[tuple[int, int]]:
    """Where the words of a line stand: 口　岸　　　进　口 are two."""
    found = [m.span() for m in re.finditer(r"\S+", line.text)]
    lone = [len(line.text[a:b]) == 1 and _LONE.match(line.text[a:b]) is not None for a, b in found]
    if sum(lone) < _LEAST_LONE:
        return found
    gaps = [line.place(b[0]) - line.place(a[1]) for a, b in pairwise(found)]
    joined = [a and (b or _LONE.match(line.text[slice(*found[k + 1])])) for k, (a, b) in enumerate(pairwise(lone))]
    within = [gap for gap, one in zip(gaps, joined, strict=True) if one]
    if not within or min(within) == max(gaps):
        return found
    ranges = found[:1]
    for span, gap, one in zip(found[1:], gaps, joined, strict=True):
        if one and gap == min(within):
            ranges[-1] = (ranges[-1][0], span[1])
        else:
            ranges.append(span)
    return ranges


_LEAST_LONE = 4
"""Lone characters in a line; fewer may be names over narrow columns."""


_MEASURE = re.compile(rf"(?:{UNIT}|[%‰]|[万千]?(?:辆|架|艘)次?|亩|吨/年|元/人)$")
_SET_APART = re.compile(r"\S\s+\S(?=\s+\S\S)")


def _head_words(line: Line, width: int) -> list[Cell]:
    """The words of a header line; where they are too many, the first may be one whose characters were set apart: 口 岸."""
    found = words(line)
    if len(found) > 1 and all(_MEASURE.match(c.text) for c in found):  # a line of nothing but units, below the names
        return [replace(c, text=f"({c.text})") for c in found]
    first = _SET_APART.match(line.text) if len(found) > width else None
    return [cell(first[0], line.start), *found[2:]] if first else found


def read(lines: Sequence[Line], known: Sequence[Label] = ()) -> Grid | None:
    """Rows printed one a line below header lines; None where the table is not of this kind. A part that goes on with a
    table takes its header, `known`. Raises UnalignedError where a row has lost or won a cell."""
    return _by_place(lines) or _by_words(lines) or _by_count(lines, known)


# By the number of words


def _by_words(lines: Sequence[Line]) -> Grid | None:
    """Rows of as many words as their header has, some columns of names and some of figures; None where a line has another
    number, as where a name has blanks in it."""
    found = [words(line) for line in lines]
    head, body = found[0], found[1:]
    if len(head) <= _LEAST_WIDE or len(body) < _LEAST_ROWS or any(len(row) != len(head) for row in body):
        return None
    figures = [[bool(c.figure) for c in column] for column in zip(*body, strict=True)]
    kinds = [all(column) or not any(column) for column in figures]
    if any(c.figure for c in head) or not all(kinds) or sum(not all(column) for column in figures) < _NAMED:
        return None
    header = tuple(Label(c.text, c.spans) for c in head)
    return Grid(header, tuple(tuple(None if c.dash else c for c in row) for row in body))


_LEAST_ROWS = 3
_NAMED = 2
"""Columns of names; of one alone the number of cells tells as much."""


# By the number of cells


def _by_count(lines: Sequence[Line], known: Sequence[Label]) -> Grid | None:
    found = [tokens(line) for line in lines]
    starts = [i for i, row in enumerate(found) if _is_row(row)]
    if not starts:
        return None
    if measured := _measured(lines, found, starts):
        lines, found = measured
    above = [len(words(line)) for line in lines[: starts[0]]]
    found = [
        *found[: starts[0]],
        *points.restored(found[starts[0] :], [n - stub for n in above for stub in (1, 0)] if above else []),
    ]
    counts = [len(row) if _is_row(row) else 0 for row in found]
    common = max(set(counts), key=lambda n: (counts.count(n) if n >= 3 else 0, n))
    if common < 3 or counts.count(common) < 2:
        if max(counts) != 2 or counts.count(2) < 3 or counts.count(2) < 0.6 * len(found):
            return None
        common = 2
    first = next(i for i, row in enumerate(found) if _values(row) == common - 1 and any(c.figure for c in row))
    if (
        first > 1
        and _is_words(found[first - 1])
        and (len(found[first]) < common or heads.goes_on(found[first - 1], found[first][0]))
    ):
        first -= 1
    head = lines[:first]
    if short := [row for row in found[:first] if len(row) > 1 and any(c.figure and not c.bracketed for c in row)]:
        raise UnalignedError(f"rows of {common} cells and others of {', '.join(str(len(r)) for r in short)}")
    repeated = {line.squeezed for line in head}
    body: list[list[Cell]] = [
        row for line, row in zip(lines[first:], found[first:], strict=True) if line.squeezed not in repeated
    ]
    rows = _rows([_placed(row, common) for row in body])
    header = heads.over([_head_words(line, common) for line in head], common) if head or not known else tuple(known)
    if len(header) != common:
        raise UnalignedError(f"rows of {common} cells under a header of {len(header)}")
    return Grid(header, rows)


_UNIT_COLUMN = re.compile(r"(?P<before>^\S+)(?P<unit>\s+(?:计量)?单位)(?=\s)")


def _measured(
    lines: Sequence[Line], found: Sequence[list[Cell]], starts: Sequence[int]
) -> tuple[list[Line], list[list[Cell]]] | None:
    """A table whose second column is that of the units, as one without it: each row's unit stands in brackets behind its
    label. None where there is no such column, or a row does not name its unit."""
    head = next((i for i in range(starts[0]) if _UNIT_COLUMN.match(lines[i].text)), None)
    if head is None:
        return None
    rows = list(found)
    for i in starts:
        printed = words(lines[i])
        units = [k for k, c in enumerate(printed) if c.start < found[i][0].end and _MEASURE.match(c.text)]
        if not units or units[-1] == 0:
            return None
        label = found[i][0]
        name = "".join(c.text for c in printed[: units[-1]])
        rows[i] = [replace(label, text=f"{name}({printed[units[-1]].text})"), *found[i][1:]]
    line = lines[head]
    blank = _UNIT_COLUMN.sub(lambda m: m["before"] + " " * len(m["unit"]), line.text)
    return [*lines[:head], replace(line, text=blank), *lines[head + 1 :]], rows


def _is_row(row: Sequence[Cell]) -> bool:
    values = row[1:]
    return all(c.number is not None or c.dash for c in values) and any(c.figure for c in values) and not row[0].figure


def _is_words(row: Sequence[Cell]) -> bool:
    return len(row) == 1 and not row[0].figure


def _values(row: Sequence[Cell]) -> int:
    """How many values a row has, behind its label or a year or without."""
    return sum(c.number is not None or c.dash for c in (row if row[0].figure else row[1:]))


def _placed(row: list[Cell], width: int) -> Row:
    """A row with an empty label or without values, where it has as many as that."""
    if len(row) == width and not row[0].figure:
        return tuple(row)
    if len(row) == width - 1 > 1 and all(c.figure for c in row):
        return (None, *row)
    if _is_words(row):
        return (row[0], *(None for _ in range(width - 1)))
    raise UnalignedError(f"rows of {width} cells and others of {len(row)}")


# By the place on the page


@dataclass(frozen=True, slots=True)
class _Piece:
    cell: Cell
    left: int
    right: int


def _by_place(lines: Sequence[Line]) -> Grid | None:
    """Columns that wide gaps set under each other; None where they do not."""
    found = [_pieces(line) for line in lines]
    figures = [i for i, row in enumerate(found) if len(row) >= _LEAST_WIDE and any(p.cell.figure for p in row[1:])]
    if len(figures) < 2 or len(figures) < 0.5 * len(found):
        return None
    width = Counter(len(found[i]) for i in figures).most_common(1)[0][0]
    width = max([width, *(len(row) for row in found)])
    full = [row for row in found if len(row) == width]
    edges = [(min(p.left for p in column), max(p.right for p in column)) for column in zip(*full, strict=True)]
    if len(full) < 2 or any(a[1] >= b[0] for a, b in pairwise(edges)):
        return None
    first = next(i for i, row in enumerate(found) if any(p.cell.figure for p in row))
    for i in range(first):
        found[i] = [part for piece in found[i] for part in _parted(piece, lines[i], edges)]
    if first and any(len(_touched(piece, edges)) > 1 for piece in found[first - 1]):
        return None
    placed: list[Row] = []
    for row in reversed(found):
        cells: list[Cell | None] = [None] * width
        years = len(row) == width - 1 and all(YEAR.match(piece.cell.text) for piece in row)
        for n, piece in enumerate(row):
            k = n + 1 if years else _column(piece, edges)  # set by hand, the first year may stand over the labels
            if cells[k] is not None:
                return None
            cells[k] = piece.cell
            edges[k] = min(edges[k][0], piece.left), max(edges[k][1], piece.right)
        placed.insert(0, tuple(cells))
    if not first or all(c is None for c in placed[first - 1][1:]):
        return None
    header = heads.stacked(placed[:first])
    head = {line.squeezed for line in lines[:first]}
    body = [row for line, row in zip(lines[first:], placed[first:], strict=True) if line.squeezed not in head]
    return Grid(header, _rows(body))


def _touched(piece: _Piece, edges: Sequence[tuple[int, int]]) -> list[int]:
    """The columns that a piece stands over, but for the first."""
    return [k for k, (left, right) in enumerate(edges) if k and piece.left < right and left < piece.right]


def _parted(piece: _Piece, line: Line, edges: Sequence[tuple[int, int]]) -> list[_Piece]:
    """The words of a header that stand over a column each, though no wide gap parts them: 进口额 出口额."""
    own = [c for c in words(line) if piece.cell.start <= c.start < piece.cell.end]
    if len(own) < 2 or len(own) != len(_touched(piece, edges)):
        return [piece]
    return [_Piece(c, line.place(c.start - line.start), line.place(c.end - line.start)) for c in own]


def _pieces(line: Line) -> list[_Piece]:
    """The pieces of a line between gaps of two columns or more."""
    found: list[tuple[int, int]] = []
    for start, end in _ranges(line):
        near = bool(found) and line.place(start) - line.place(found[-1][1]) < _GAP
        found.append((found.pop()[0] if near else start, end))
    return [_Piece(cell(line.text[a:b], line.start + a), line.place(a), line.place(b)) for a, b in found]


def _column(piece: _Piece, edges: Sequence[tuple[int, int]]) -> int:
    """The column that a piece stands in: the first that it touches, else the nearest."""
    return min(
        range(len(edges)),
        key=lambda k: (max(edges[k][0] - piece.right, piece.left - edges[k][1], -1), k),
    )


# Labels that a line break parted


def _rows(placed: Sequence[Row]) -> tuple[Row, ...]:
    """Rows of which each has its label and its cells; the parts of a broken label stand above, beside or below them."""
    rows: list[Row] = []
    above: list[Cell] = []
    for i, row in enumerate(placed):
        label, values = row[0], row[1:]
        if any(values):
            if above and label and not heads.goes_on(above, label):
                raise UnalignedError(f"words between the rows: {above[0].text}")
            pieces = [*above, *([label] if label else [])]
            if not pieces and not _label_below(placed, i):
                raise UnalignedError("a row without a label")
            rows.append((_label(pieces) if pieces else None, *values))
            above = []
        elif label:
            last = rows[-1][0] if rows and not above else None
            if rows and not above and (last is None or heads.goes_on([last], label)):
                rows[-1] = (_label([last, label] if last else [label]), *rows[-1][1:])
            else:
                above.append(label)
    if above:
        raise UnalignedError(f"words below the rows: {above[0].text}")
    return tuple(tuple(None if c and c.dash else c for c in row) for row in rows)


def _label_below(placed: Sequence[Row], i: int) -> bool:
    return i + 1 < len(placed) and placed[i + 1][0] is not None and not any(placed[i + 1][1:])


def _label(pieces: Sequence[Cell]) -> Cell:
    return labelled(join(list(pieces)))
