"""Tables flattened to one cell a line: the labels of one axis, and header and cells by turns, in one order or another."""

import re
from collections.abc import Sequence
from typing import Final

from borderkg.corpus.grids import heads
from borderkg.corpus.grids.cells import YEAR, Cell, Label, cell, join, labelled
from borderkg.corpus.grids.grid import Grid, UnalignedError
from borderkg.corpus.grids.heads import Piece
from borderkg.corpus.lines import Line, name_grid

Run = list[Piece]
_LEAST_WIDTH, _LEAST_ROWS = 4, 3
"""Of a table that its words tell to be flattened row by row; a smaller one may be a label that lines parted."""


def names(lines: Sequence[Line]) -> Grid:
    """A table of names, row after row or column after column: the words over its columns first."""
    head, *body = [[cell(line.text, line.start) for line in row] for row in name_grid(lines)]
    return Grid(tuple(Label(c.text, ((c.start, c.end),)) for c in head), tuple(map(tuple, body)))


def by_rows(tokens: Sequence[list[Cell]]) -> Grid | None:
    """A table whose rows hold words among their numbers, flattened row after row; None where the cells do not show it:
    as many words as one row has cells, and below them columns that are all words or all numbers, two or more of words.
    The last word may be missing, as it looks like a line of its own."""
    if any(len(row) != 1 for row in tokens):
        return None
    cells = [row[0] for row in tokens]
    words = [c.number is None and not c.dash for c in cells]
    for width in range(_LEAST_WIDTH, (len(cells) + 1) // (_LEAST_ROWS + 1) + 1):
        columns = [words[width + k :: width] for k in range(width)]
        worded = [all(column) for column in columns]
        mixed = any(any(column) and not all(column) for column in columns)
        cut = len(cells) % width == width - 1 and worded[-1]
        whole = len(cells) % width == 0 or cut
        if not whole or not all(words[:width]) or mixed or not worded[0] or not 2 <= sum(worded) < width:
            continue
        body: list[Cell | None] = [None if c.dash else c for c in cells[width:]]
        body += [None] * cut
        rows = [tuple(body[k : k + width]) for k in range(0, len(body), width)]
        return Grid(tuple(Label(c.text, ((c.start, c.end),)) for c in cells[:width]), tuple(rows))
    return None


def stream(lines: Sequence[Line], tokens: Sequence[list[Cell]]) -> Grid:
    """A table flattened cell by cell. Raises UnalignedError where labels and numbers do not alternate."""
    labels, numbers, numbers_first = _runs(lines, tokens)
    if not numbers:
        raise UnalignedError("no numbers")
    length = max(len(run) for run in numbers)
    if length < 2 and len(numbers) > 1:
        raise UnalignedError("labels and numbers do not alternate")
    if len(numbers) == 1 and len(labels) == 1 and not numbers_first:
        stub, minor, headers, numbers = _apart(labels[0], numbers[0])
    elif len(labels) == len(numbers):
        first = labels.pop() if numbers_first else labels.pop(0)
        stub, minor, own = _minor_axis(first, labels, length, header_first=numbers_first)
        headers = [*labels, own] if numbers_first else [own, *labels]
    elif len(labels) == len(numbers) + 1 and not numbers_first:
        behind = len(labels[-1]) >= length and len(labels[-1]) > len(labels[0])
        axis = labels.pop() if behind else labels.pop(0)
        (stub, *minor), headers = heads.in_turn(axis, length), labels
    else:
        raise UnalignedError(f"{len(numbers)} runs of numbers and {len(labels)} of labels")
    columns = _aligned(numbers, len(minor))
    header = (stub, *heads.inherited([join([c for c, _ in run]) for run in headers]))
    if _turned(stub, minor, header[1:]):
        return Grid(
            (stub, *minor), tuple((labelled(head), *column) for head, column in zip(header[1:], columns, strict=True))
        )
    rows = tuple((labelled(label), *(column[i] for column in columns)) for i, label in enumerate(minor))
    return Grid(header, rows)


_OF_TIME: Final = re.compile(r"年|时间|时期")
_KIND: Final = re.compile("(?:口岸|合作区|试验区|保税区|[国省市县州盟旗区])(?=名称?$|别$|$)")
"""What a stub says that its labels are: 口岸名称."""
_OVER_COLUMN: Final = re.compile(r"\([^()]*\)$|^(?:19|20)\d\d")


def _turned(stub: Label, minor: Sequence[Label], major: Sequence[Label]) -> bool:
    """Whether the labels that stand together are those over the columns, so that the table was flattened row by row:
    they alone look like it (a unit in brackets, a year), or the stub is not of them but of the others."""
    over, before = (all(_OVER_COLUMN.search(label.text) for label in axis) for axis in (minor, major))
    years, others = (all(YEAR.match(label.text) for label in axis) for axis in (minor, major))
    if stub.text and _OF_TIME.search(stub.text) and years != others:
        return others
    if kind := _KIND.search(stub.text):
        named, other = (sum(label.text.endswith(kind[0]) for label in axis) for axis in (major, minor))
        if 2 * named > len(major) and not other:
            return True
    return over and not before


def _runs(lines: Sequence[Line], tokens: Sequence[list[Cell]]) -> tuple[list[Run], list[Run], bool]:
    """The runs of labels and those of numbers, in order, and whether numbers come first."""
    runs: list[tuple[bool, Run]] = []
    for line, row in zip(lines, tokens, strict=True):
        for k, c in enumerate(row):
            numeric = (c.number is not None or c.dash) and not YEAR.match(c.text)
            piece = (c, line.blanks if k == 0 else 0)
            if runs and runs[-1][0] == numeric:
                runs[-1][1].append(piece)
            else:
                runs.append((numeric, [piece]))
    if runs and runs[0][0] and runs[-1][0]:
        raise UnalignedError("numbers at both ends")
    labels, numbers = ([run for numeric, run in runs if numeric == kind] for kind in (False, True))
    return labels, numbers, bool(runs and runs[0][0])


def _minor_axis(axis: Run, others: Sequence[Run], length: int, *, header_first: bool) -> tuple[Label, list[Label], Run]:
    """Part the longest run of labels into the stub, the labels of the minor axis, and the header that stands between
    them and the numbers."""
    choices = []
    sizes = {len(run) for run in others} or {1}
    for size in sorted(sizes | {1}):
        if len(axis) - size < length:
            continue
        header, body = (axis[:size], axis[size:]) if header_first else (axis[-size:], axis[:-size])
        try:
            stub, *minor = heads.in_turn(body, length)
        except UnalignedError:
            continue
        alike = bool(YEAR.match(header[0][0].text)) == any(YEAR.match(run[0][0].text) for run in others if run)
        choices.append((not alike, size not in sizes, not stub.text, size, stub, minor, header))
    if not choices:
        raise UnalignedError(f"{len(axis)} labels before columns of {length} cells")
    *_, stub, minor, header = min(choices, key=lambda choice: choice[:4])
    return stub, minor, header


def _apart(labels: Run, numbers: Run) -> tuple[Label, list[Label], list[Run], list[Run]]:
    """All labels of both axes, then all numbers: blank lines part the columns, and the one axis from the other."""
    columns = _parted(numbers)
    axes = _parted(labels)
    if len(columns) < 2 or len(axes) != 2 or len({len(column) for column in columns}) != 1:
        raise UnalignedError(f"{len(labels)} labels before columns of {len(numbers)} cells")
    for minor, major in (axes, axes[::-1]):
        if len(minor) in (len(columns[0]), len(columns[0]) + 1) and len(major) in (len(columns), len(columns) + 1):
            stub, *rows = heads.in_turn(minor, len(columns[0]))
            return stub, rows, [[piece] for piece in major[-len(columns) :]], columns
    raise UnalignedError(f"{len(labels)} labels before columns of {len(numbers)} cells")


def _parted(run: Run) -> list[Run]:
    """A run cut at its blank lines."""
    parts: list[Run] = []
    for piece in run:
        if not parts or piece[1]:
            parts.append([])
        parts[-1].append(piece)
    return parts


def _aligned(numbers: Sequence[Run], length: int) -> list[list[Cell | None]]:
    """Each run as a column of `length` cells; where one was lost, the gap that it left in the page tells which."""
    full = [run for run in numbers if len(run) == length]
    usual = {i for run in full for i in range(1, length) if run[i][1] > 0}
    columns: list[list[Cell | None]] = []
    for run in numbers:
        column: list[Cell | None] = [None if c.dash else c for c, _ in run]
        if len(run) < length:
            gaps = [i for i in range(1, len(run)) if run[i][1] > 0]
            odd = [i for i in gaps if i not in usual and i + 1 not in usual]
            if len(run) != length - 1 or len(odd) != 1 or 2 * len(full) < len(numbers):
                raise UnalignedError(
                    f"a column of {len(run)} cells among columns of {length}, and nothing tells which is empty"
                )
            column.insert(odd[0], None)
        columns.append(column)
    return columns
