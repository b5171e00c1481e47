"""Lines of a PDF page whose wide gaps line up: the columns of a table, and its cells."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations, pairwise
from pathlib import Path
from typing import Final

from borderkg.corpus.formats import pipes
from borderkg.corpus.formats.columns import Interval, Line
from borderkg.corpus.formats.glyphs import NUMBER, Run, words
from borderkg.corpus.formats.pipes import Spanned
from borderkg.corpus.formats.printed import Printed

Placed = dict[int, list[Run]]
"""The runs of a line by the columns that they stand in."""

_ENUMERATOR: Final = re.compile(r"[\[(（〔]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[\])）〕.、．]?$|[•·●▪■◆①-⑳—-]$")
_RUN_IN: Final = re.compile(r"\S\s*(?<![\d.])\d+\.\d")
"""A number with decimals that ran into the label before it."""

_CAPTION: Final = re.compile(
    r"[(（]?续?附?[表图]\s*[\d０-９一二三四五六七八九十A-Z]|(?:数据|资料)?来源\s*[:：]|注\s*[:：]"
)

_BETWEEN: Final = 2
"""Lines of one run, wrapped cells or the name of a group, that may stand between the rows of a table."""

_CENTRED: Final = 0.15
"""Of the width of several columns: how far the name over them may stand from their middle."""

_MOST_GROUPED: Final = 16
"""Columns whose groups are looked for."""

_LEADING: Final = 0.8
"""Of a character's height: the least from one line of text to the next."""

_STEP: Final = 1.25
"""How much further apart two rows must be than two lines of one cell."""


def end(lines: Sequence[Line], first: int) -> int:
    """The last of the lines from `first` that may be rows of one table; `first` itself where it begins none."""
    begins = len(lines[first]) >= 2 or (
        first + 1 < len(lines) and len(lines[first + 1]) > 1 and close(*lines[first:][:2])
    )
    if not begins or _is_caption(lines[first]):
        return first
    last = first
    for i in range(first + 1, len(lines)):
        if lines[i - 1][0].base - lines[i][0].base > 6 * lines[i][0].size or any(run.table for run in lines[i]):
            break
        if _is_caption(lines[i]):
            break
        if len(lines[i]) >= 2 or (i - 1 == last and close(lines[last], lines[i])):
            last = i
        elif i - last > _BETWEEN:
            break
    return last


def _is_caption(line: Line) -> bool:
    """Whether a line stands over or under a table, however wide its gaps are: 表1　…　单位：亿元, 数据来源：…, 注：…"""
    return bool(_CAPTION.match(line[0].text))


def close(above: Line, line: Line) -> bool:
    """Whether two lines stand too close to be lines of one text below each other, as beside a cell of two lines."""
    return above[0].base - line[0].base < _LEADING * min(above[0].size, line[0].size)


def _columns(lines: Sequence[Line]) -> list[Interval]:
    """The columns of what may be a table, from left to right; none where the gaps do not line up."""
    counts = Counter(len(line) for line in lines if len(line) >= 2)
    usual = max(counts, key=lambda count: (counts[count], count))
    for least in sorted({usual, max(counts)}):
        rows = [line for i, line in enumerate(lines) if len(line) >= least or _beside(lines, i, least)]
        found = _paired(_union(rows), lines)
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


def _beside(lines: Sequence[Line], i: int, least: int) -> bool:
    """Whether a line is a piece of a label of two lines, above or below the middle of its row."""
    near = [(lines[i - 1], lines[i])] if i else []
    near += [(lines[i], lines[i + 1])] if i + 1 < len(lines) else []
    return any(close(above, line) and max(len(above), len(line)) >= least for above, line in near)


def _paired(found: list[Interval], lines: Sequence[Line]) -> list[Interval]:
    """The columns, a name beside all of its numbers being no column of its own: it is centred, they stand to one side."""
    made: list[Interval] = []
    for column in found:
        if len(made) > 1 and _one_above_other(made[-1], column, lines):
            made[-1] = made[-1][0], column[1]
        else:
            made.append(column)
    return made


def _one_above_other(one: Interval, other: Interval, lines: Sequence[Line]) -> bool:
    ones, others = ([i for i, line in enumerate(lines) if _reaches(line, column)] for column in (one, other))
    return bool(ones and others) and (ones[-1] < others[0] or others[-1] < ones[0])


def _reaches(line: Line, column: Interval) -> bool:
    return any(run.left < column[1] and run.right > column[0] for run in line)


def _over(run: Run, columns: Sequence[Interval]) -> list[int]:
    """The columns that a run touches, else the nearest."""
    touched = [i for i, (left, right) in enumerate(columns) if run.left < right and run.right > left]
    if touched:
        return touched
    return [min(range(len(columns)), key=lambda i: max(columns[i][0] - run.right, run.left - columns[i][1]))]


def table(lines: Sequence[Line], path: Path) -> list[Printed]:
    """The paragraphs that a table becomes; none where these lines are no table, or its columns cannot be told apart.

    Raises CorpusError for a table beyond all measure.
    """
    found = _columns(lines)
    if not found:
        return []
    fullest = min(len(found) - 1, max(map(len, lines)))
    first = next(i for i, line in enumerate(lines) if len(line) >= fullest)
    names = {column: (run.left, run.right) for run in lines[first] for column in _over(run, found)}
    below = [names.get(column, interval) for column, interval in enumerate(found)]
    named = sorted(names.keys() - {0})
    placed = [_headed(line, below, named) if i < first else _placed(line, found) for i, line in enumerate(lines)]
    grid: pipes.Grid = []
    for rows in _rows(lines, placed):
        cells: list[Spanned] = []
        before: list[Run] = []
        for column in range(len(found)):
            runs = [run for row in rows for run in row.get(column, ())]
            same = bool(runs) and len(runs) == len(before) and all(a is b for a, b in zip(runs, before, strict=True))
            cells.append(cells[-1] if same else _cell(runs, rows))
            before = runs
        grid.append(cells)
    run_in = sum(bool(_RUN_IN.search(row[0].text)) for row in grid)
    return pipes.lines(pipes.squared(grid, path)) if 2 * run_in < len(grid) else []


def _cell(runs: Sequence[Run], rows: Sequence[Placed]) -> Spanned:
    """A cell of a table: first the words that stand over other columns too."""
    shared = [run for run in runs if sum(run in held for row in rows for held in row.values()) > 1]
    own = [run for run in runs if run not in shared]
    return Spanned(f"{words(shared)} {words(own)}".strip(), pieces=tuple(run.piece for run in shared + own))


def _placed(line: Line, found: Sequence[Interval]) -> Placed:
    placed: Placed = {}
    for run in line:
        for column in _over(run, found):
            placed.setdefault(column, []).append(run)
    return placed


def _headed(line: Line, below: Sequence[Interval], named: Sequence[int]) -> Placed:
    """A line over the names of columns: a group stands over several of those that have a name below it."""
    placed: Placed = {}
    groups = []
    for run in line:
        over = _over(run, below)
        if any(column in named for column in over):
            groups.append(run)
        else:
            placed.setdefault(over[0], []).append(run)
    for run, columns in zip(groups, _grouping(groups, below, named), strict=True):
        for column in columns or _over(run, below):
            placed.setdefault(column, []).append(run)
    return placed


def _grouping(groups: Sequence[Run], below: Sequence[Interval], named: Sequence[int]) -> list[Sequence[int]]:
    """The columns under each group: as many under each, if that is how they stand, else as they stand best.

    No columns where the groups do not stand over the middle or the left edge of any.
    """
    nothing: list[Sequence[int]] = [()] * len(groups)
    if not 0 < len(groups) < len(named) <= _MOST_GROUPED:
        return nothing
    best, least = nothing, float("inf")
    for cuts in combinations(range(1, len(named)), len(groups) - 1):
        parts = [named[start:end] for start, end in pairwise((0, *cuts, len(named)))]
        off = max(_off(run, part, below) for run, part in zip(groups, parts, strict=True))
        uneven = len({len(part) for part in parts}) > 1
        if off < 1 and off + uneven < least:
            best, least = parts, off + uneven
    return best


def _off(run: Run, part: Sequence[int], below: Sequence[Interval]) -> float:
    """How far a group is from the middle or the left edge of its columns; 1 is too far."""
    left, right = below[part[0]][0], below[part[-1]][1]
    centred = abs((left + right) / 2 - run.middle) / (_CENTRED * (right - left) + 0.5 * run.size)
    return min(centred, abs(left - run.left) / (0.5 * run.size))


def _rows(lines: Sequence[Line], placed: Sequence[Placed]) -> list[list[Placed]]:
    """Lines that belong to one row: too close to stand below each other, as beside a cell of two lines; or closer together
    than rows are, where the drops are of two clearly different kinds."""
    made: list[list[Placed]] = [[placed[0]]]
    drops: list[float] = []
    for (above, line), row in zip(pairwise(lines), placed[1:], strict=True):
        if close(above, line):
            made[-1].append(row)
        else:
            made.append([row])
            drops.append(above[0].base - line[0].base)
    ordered = sorted(drops)
    steps = [(other / one, (one + other) / 2) for one, other in pairwise(ordered) if one > 0]
    step, limit = max(steps, default=(1.0, 0.0))
    if step < _STEP:
        return made
    rows = [made[0]]
    for drop, together in zip(drops, made[1:], strict=True):
        if drop < limit:
            rows[-1] = rows[-1] + together
        else:
            rows.append(together)
    return rows if all(map(_is_row, rows[1:])) and len(rows) > 1 else made


def _is_row(together: Sequence[Placed]) -> bool:
    """No cell holds two numbers, and not every cell is broken into lines."""
    columns = {column for row in together for column in row}
    numbers = [
        sum(all(NUMBER.match(run.text) for run in row.get(column, ())) and column in row for row in together)
        for column in columns
    ]
    return max(numbers) < 2 and not all(sum(column in row for row in together) > 1 for column in columns)
