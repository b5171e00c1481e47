"""Lines of a PDF page whose wide gaps line up: the columns of a table, and its cells."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

from borderkg.corpus.formats import pipes
from borderkg.corpus.formats.columns import Interval, Line
from borderkg.corpus.formats.glyphs import NUMBER, Run, words
from borderkg.corpus.formats.pipes import Spanned

Placed = dict[int, list[Run]]
"""The runs of a line by the columns that they stand in."""

_ENUMERATOR: Final = re.compile(r"[\[(（〔]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[\])）〕.、．]?$|[•·●▪■◆①-⑳—-]$")
_BETWEEN: Final = 2
"""Lines of one run, wrapped cells or the name of a group, that may stand between the rows of a table."""

_CENTRED: Final = 0.15
"""Of the width of several columns: how far the name over them may stand from their middle."""

_STEP: Final = 1.25
"""How much further apart two rows must be than two lines of one cell."""


def end(lines: Sequence[Line], first: int) -> int:
    """The last of the lines from `first` that may be rows of one table; `first` itself where it begins none."""
    if len(lines[first]) < 2:
        return first
    last = first
    for i in range(first + 1, len(lines)):
        if lines[i - 1][0].base - lines[i][0].base > 6 * lines[i][0].size:
            break
        if len(lines[i]) >= 2:
            last = i
        elif i - last > _BETWEEN:
            break
    return last


def columns(lines: Sequence[Line]) -> list[Interval]:
    """The columns of what may be a table, from left to right; none where the gaps do not line up."""
    counts = Counter(len(line) for line in lines if len(line) >= 2)
    usual = max(counts, key=lambda count: (counts[count], count))
    for least in sorted({usual, max(counts)}):
        rows = [line for line in lines if len(line) >= least]
        found = _union(rows)
        wide = [line for line in lines if len(line) >= 2]
        if len(found) < 2 or len(found) < least or len(wide) < (2 if least > 2 else 3):
            continue
        if len(found) == 2 and 2 * sum(bool(_ENUMERATOR.match(row[0].text)) for row in rows) >= len(rows):
            continue
        crossing = sum(len(line) == 1 and len(_over(line[0], found)) == len(found) for line in lines)
        if crossing <= 0.2 * len(lines):
            return found
    return []


def _union(rows: Sequence[Line]) -> list[Interval]:
    """What the runs of all rows cover together."""
    merged: list[list[float]] = []
    for left, right in sorted((run.left, run.right) for row in rows for run in row):
        if merged and left <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], right)
        else:
            merged.append([left, right])
    return [(left, right) for left, right in merged]


def _over(run: Run, columns: Sequence[Interval]) -> list[int]:
    """The columns that a run touches, else the nearest."""
    touched = [i for i, (left, right) in enumerate(columns) if run.left < right and run.right > left]
    if touched:
        return touched
    return [min(range(len(columns)), key=lambda i: max(columns[i][0] - run.right, run.left - columns[i][1]))]


def table(lines: Sequence[Line], found: Sequence[Interval], path: Path) -> list[str]:
    """The paragraphs that a table becomes. Raises CorpusError for one beyond all measure."""
    fullest = min(len(found) - 1, max(map(len, lines)))
    first = next(i for i, line in enumerate(lines) if len(line) >= fullest)
    names = {column: (run.left, run.right) for run in lines[first] for column in _over(run, found)}
    below = [names.get(column, interval) for column, interval in enumerate(found)]
    placed = [_headed(line, below) if i < first else _placed(line, found) for i, line in enumerate(lines)]
    grid: pipes.Grid = []
    for rows in _rows(lines, placed):
        cells: list[Spanned] = []
        before: list[Run] = []
        for column in range(len(found)):
            runs = [run for row in rows for run in row.get(column, ())]
            same = bool(runs) and len(runs) == len(before) and all(a is b for a, b in zip(runs, before, strict=True))
            cells.append(cells[-1] if same else Spanned(words(runs)))
            before = runs
        grid.append(cells)
    return pipes.lines(pipes.squared(grid, path))


def _placed(line: Line, found: Sequence[Interval]) -> Placed:
    placed: Placed = {}
    for run in line:
        for column in _over(run, found):
            placed.setdefault(column, []).append(run)
    return placed


def _headed(line: Line, found: Sequence[Interval]) -> Placed:
    """A line over the columns: a name stands over all those that it is the middle of, but for the first, of the labels."""
    placed: Placed = {}
    middles = [(left + right) / 2 for left, right in found]
    for i, run in enumerate(line):
        low = (line[i - 1].middle + run.middle) / 2 if i else middles[0]
        high = (run.middle + line[i + 1].middle) / 2 if i + 1 < len(line) else float("inf")
        under = [column for column, middle in enumerate(middles) if low < middle < high]
        for column in _centred(run, under, found) or _over(run, found):
            placed.setdefault(column, []).append(run)
    return placed


def _centred(run: Run, under: Sequence[int], found: Sequence[Interval]) -> Sequence[int]:
    """The most of these columns whose middle the run is; none where it stands over one alone."""
    left = sum(found[column][0] <= run.middle for column in under)
    right = len(under) - sum(found[column][1] < run.middle for column in under)
    for reach in range(min(left, right), 0, -1):
        span = under[left - reach : len(under) - right + reach]
        width = found[span[-1]][1] - found[span[0]][0]
        middle = (found[span[-1]][1] + found[span[0]][0]) / 2
        if len(span) > 1 and abs(middle - run.middle) < _CENTRED * width:
            return span
    return ()


def _rows(lines: Sequence[Line], placed: Sequence[Placed]) -> list[list[Placed]]:
    """Lines that belong to one row: closer together than rows are, where the drops are of two clearly different kinds."""
    drops = [above[0].base - line[0].base for above, line in pairwise(lines)]
    ordered = sorted(drops)
    steps = [(other / one, (one + other) / 2) for one, other in pairwise(ordered) if one > 0]
    step, limit = max(steps, default=(1.0, 0.0))
    apart = [[row] for row in placed]
    if step < _STEP:
        return apart
    rows: list[list[Placed]] = [[placed[0]]]
    for drop, row in zip(drops, placed[1:], strict=True):
        if drop < limit:
            rows[-1].append(row)
        else:
            rows.append([row])
    return rows if all(map(_is_row, rows[1:])) and len(rows) > 1 else apart


def _is_row(together: Sequence[Placed]) -> bool:
    """No cell holds two numbers, and not every cell is broken into lines."""
    columns = {column for row in together for column in row}
    numbers = [
        sum(all(NUMBER.match(run.text) for run in row.get(column, ())) and column in row for row in together)
        for column in columns
    ]
    return max(numbers) < 2 and not all(sum(column in row for row in together) > 1 for column in columns)
