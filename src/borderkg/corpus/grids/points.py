"""Decimal points that the extraction of a PDF lost: `412 6` in a column of numbers with one decimal is 412.6.

A blank is read as a point only where the table decides it: the header or the other rows say how many cells a row has,
and one way alone gives every column its own number of decimals. What is read so is marked as doubtful.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise

from borderkg.corpus.grids.cells import Cell

_DECIMALS = 3
_WIDEST = 16


def restored(rows: Sequence[list[Cell]], columns: Sequence[int]) -> list[list[Cell]]:
    """The rows with their points put back, where that can be told; `columns` are the numbers of values that the header
    may stand over."""
    counts = Counter(len(_numbers(row)) for row in rows if _numbers(row))
    if not counts:
        return list(rows)
    usual = counts.most_common(1)[0][0]
    wanted = next((n for n in columns if 0 < n < usual), 0) if usual not in columns else 0
    if wanted and usual <= _WIDEST and not any(c.places for row in rows for c in row):
        return _all(rows, usual, wanted)
    return [_one(row, rows, usual) if usual < len(_numbers(row)) <= _WIDEST else row for row in rows]


def _numbers(row: Sequence[Cell]) -> list[Cell]:
    return [c for c in row if c.figure]


def _all(rows: Sequence[list[Cell]], usual: int, wanted: int) -> list[list[Cell]]:
    """Every point was lost: the same cells are joined in all rows, if one choice alone gives each column its decimals."""
    full = [_numbers(row) for row in rows if len(_numbers(row)) == usual]
    fitting = [
        joins
        for joins in _choices(usual, usual - wanted)
        if all(_joinable(row[i], row[i + 1]) for row in full for i in joins)
    ]
    if len(fitting) > 1:
        fitting = [joins for joins in fitting if all(len({len(row[i + 1].text) for row in full}) == 1 for i in joins)]
    if len(fitting) != 1 or len(full) < 2:
        return list(rows)
    return [_joined(row, fitting[0]) if len(_numbers(row)) == usual else row for row in rows]


def _one(row: list[Cell], rows: Sequence[list[Cell]], usual: int) -> list[Cell]:
    """Some points were lost: the others of a column say how many decimals it has."""
    numbers = _numbers(row)
    full = [_numbers(other) for other in rows if len(_numbers(other)) == usual]
    places = [{c.places for c in column if not c.dash} for column in zip(*full, strict=True)]
    fitting = []
    for joins in _choices(len(numbers), len(numbers) - usual):
        if not all(_joinable(numbers[i], numbers[i + 1]) for i in joins):
            continue
        values = _numbers(_joined(row, joins))
        if all(value.dash or value.places in found for value, found in zip(values, places, strict=True)):
            fitting.append(joins)
    return _joined(row, fitting[0]) if len(fitting) == 1 else row


def _choices(length: int, joins: int) -> list[tuple[int, ...]]:
    """The ways to join that many pairs of neighbours."""
    found = combinations(range(length - 1), joins)
    return [way for way in found if all(b - a > 1 for a, b in pairwise(way))]


def _joinable(whole: Cell, decimals: Cell) -> bool:
    return whole.text.lstrip("+-").isdigit() and decimals.text.isdigit() and len(decimals.text) <= _DECIMALS


def _joined(row: list[Cell], joins: tuple[int, ...]) -> list[Cell]:
    numbers = _numbers(row)
    firsts, seconds = [numbers[i] for i in joins], [numbers[i + 1] for i in joins]
    result = []
    for c in row:
        if c in firsts:
            decimals = seconds[firsts.index(c)]
            text = f"{c.text}.{decimals.text}"
            result.append(replace(c, text=text, end=decimals.end, number=Decimal(text), doubtful=True))
        elif c not in seconds:
            result.append(c)
    return result
