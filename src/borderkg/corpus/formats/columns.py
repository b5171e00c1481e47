"""A page's runs in the order in which they are read: columns one after the other, what crosses them in between."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from borderkg.corpus.formats.glyphs import Run

Line = list[Run]
Interval = tuple[float, float]
"""The runs of one row, from left to right."""

_WINDOW: Final = 40
_DEPTH: Final = 2
_PAIRS: Final = 4
"""Rows that must stand side by side before a page is believed to have columns."""

_CELL: Final = 0.3
"""Of a page's width: a wider run is no cell of a table that lies across."""

_BETWEEN: Final = 3
"""Rows from one such row to the next, where wrapped cells stand between."""

_ROW: Final = 3
"""Runs of a line that is the row of a table within a column."""

_ROW_SHARE: Final = 0.4
_FEW: Final = 40
"""Runs of a page that may be too short for so many rows side by side."""

_STOPS: Final = "。，；！？"
_FILLED: Final = 0.7
"""Of a column's width: the lines of running text reach it, the cells of a table do not."""


def regions(found: Sequence[Run], depth: int = _DEPTH) -> list[list[Line]]:
    """The parts of a page, each the lines of one column or of a band across all, in reading order."""
    gutter = _gutter(found) if depth else None
    crossing = set[int]() if gutter is None else _crossing(found, gutter)
    short = False
    if gutter is None or not _are_columns([run for run in found if run.row not in crossing], gutter, _PAIRS):
        gutter = _short_gutter(found) if depth else None
        if gutter is None:
            return [_lines(found)] if found else []
        crossing, short = _crossing(found, gutter), True
    parts: list[list[Line]] = []
    band: list[Run] = []
    across: list[Run] = []

    def close_band() -> None:
        if band and (_are_columns(band, gutter, 1) or (short and _flow_apart(band, gutter))):
            parts.extend(regions([run for run in band if run.right <= gutter], depth - 1))
            parts.extend(regions([run for run in band if run.left >= gutter], depth - 1))
        elif band:
            parts.append(_lines(band))
        band.clear()

    def close_across() -> None:
        if across:
            parts.append(_lines(across))
            across.clear()

    for run in found:
        if run.row in crossing:
            close_band()
            across.append(run)
        else:
            close_across()
            band.append(run)
    close_band()
    close_across()
    return parts


def _lines(found: Sequence[Run]) -> list[Line]:
    rows: dict[int, Line] = defaultdict(list)
    for run in found:
        rows[run.row].append(run)
    return list(rows.values())


def _crossing(found: Sequence[Run], gutter: float) -> set[int]:
    """The rows that belong to both sides: a run lies across, or cells of one table do."""
    width = max(run.right for run in found) - min(run.left for run in found)
    across = {run.row for run in found if run.left < gutter < run.right}
    lines = _lines(found)
    narrow = [all(run.right - run.left < _CELL * width for run in line) for line in lines]
    cells = [
        i for i, line in enumerate(lines) if len(line) >= 3 and narrow[i] and line[0].left < gutter < line[-1].right
    ]
    for above, below in pairwise(cells):
        if below - above <= _BETWEEN:
            heads = [i for i in range(max(0, above - _BETWEEN), above) if all(narrow[i:above]) and len(lines[i]) > 1]
            across.update(line[0].row for line in lines[min([above, *heads]) : below + 1])
    return across


def _gaps(found: Sequence[Run]) -> list[Interval]:
    """What is empty between runs that stand side by side; the lines of two columns need not be of one height."""
    gaps = []
    window: list[Run] = []
    for run in found:
        window = [near for near in window[-_WINDOW:] if near.base - run.base < 0.9 * near.size]
        for i, near in enumerate(window, 1):
            if near.row == run.row and i < len(window):
                continue  # another cell stands between them
            one, other = (near, run) if near.right < run.left else (run, near)
            if other.left - one.right > one.size:
                gaps.append((one.right, other.left))
        window.append(run)
    return gaps


def _gutter(found: Sequence[Run]) -> float | None:
    """The place that the most gaps of the middle of the page share, and the fewest runs cross."""
    if not found:
        return None
    lefts, rights = sorted(run.left for run in found), sorted(run.right for run in found)
    first, width = lefts[0], rights[-1] - lefts[0]
    edges = sorted(edge for start, end in _gaps(found) for edge in ((start, 1), (end, -1)))
    best, depth, place = float("-inf"), 0, None
    for (edge, step), (following, _) in pairwise(edges):
        depth += step
        middle = (edge + following) / 2
        if depth >= _PAIRS and first + 0.2 * width < middle < first + 0.8 * width:
            crossing = bisect(lefts, middle) - bisect(rights, middle)
            if depth - crossing > best:
                best, place = depth - crossing, middle
    return place


def _short_gutter(found: Sequence[Run]) -> float | None:
    """The gutter of a page of a few lines, which has no rows enough that stand side by side: a strip of the middle that hardly
    any row crosses, between two blocks of sentences."""
    if not 0 < len(found) <= _FEW:
        return None
    first = min(run.left for run in found)
    width = max(run.right for run in found) - first
    rows = len({run.row for run in found})
    middle = [run for run in found if run.right > first + 0.3 * width and run.left < first + 0.7 * width]
    for left in sorted({run.right for run in middle}):
        following = min((run.left for run in middle if run.left > left), default=left)
        gutter = (left + following) / 2
        if following - left <= min(run.size for run in middle) / 2 or not 0.3 < (gutter - first) / width < 0.7:
            continue
        crossing = _crossing(found, gutter)
        if 3 * len(crossing) <= rows and _flow_apart([run for run in found if run.row not in crossing], gutter):
            return gutter
    return None


def _flow_apart(found: Sequence[Run], gutter: float) -> bool:
    """Whether sentences run on from line to line on each side, and the two sides stand beside each other."""
    sides = [run for run in found if run.right <= gutter], [run for run in found if run.left >= gutter]
    if not all(sides) or len(sides[0]) + len(sides[1]) < len(found):
        return False
    (top, bottom), (other_top, other_bottom) = (
        (max(run.base + run.size for run in side), min(run.base for run in side)) for side in sides
    )
    beside = min(top, other_top) - max(bottom, other_bottom)
    return beside >= 0.5 * min(top - bottom, other_top - other_bottom) and all(map(_is_flow, sides))


def _is_flow(side: Sequence[Run]) -> bool:
    """Whether a side is prose in which a sentence goes on beyond a line, as in no cell of a table."""
    lines = _lines(side)
    full = _FILLED * (max(run.right for run in side) - min(run.left for run in side))
    going_on = [
        above
        for (above,), below in pairwise(line for line in lines if len(line) == 1)
        if above.right - above.left >= full and above.text[-1:] not in _STOPS and len(below) == 1
    ]
    marks = sum(any(mark in run.text for mark in _STOPS) for run in side)
    return _is_prose(lines) and marks > 0 and len(going_on) >= 1


def _are_columns(found: Sequence[Run], gutter: float, pairs: int) -> bool:
    """Whether running text stands on both sides: enough rows on each are one run that fills the column."""
    sides: list[list[Line]] = [[], []]
    for line in _lines(found):
        halves = [run for run in line if run.right <= gutter], [run for run in line if run.left >= gutter]
        for side, half in zip(sides, halves, strict=True):
            if half:
                side.append(half)
    together = sum(start <= gutter <= end for start, end in _gaps(found))
    return together >= pairs and all(map(_is_prose, sides))


def _is_prose(column: Sequence[Line]) -> bool:
    if not column:
        return False
    width = max(line[-1].right for line in column) - min(line[0].left for line in column)
    text = [line for line in column if len(line) < _ROW]
    whole = [line for line in text if len(line) == 1 and line[0].right - line[0].left >= _FILLED * width]
    return len(whole) >= max(1, _ROW_SHARE * len(text)) and median(len(line[0].text) for line in whole) >= 8
