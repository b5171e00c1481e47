"""Regression tables: terms as rows, models or samples as columns, standard errors in brackets."""

import re
from collections.abc import Sequence
from dataclasses import replace

from borderkg.corpus.cells import YEAR, Cell, Label, join
from borderkg.corpus.grid import Grid, UnalignedError


def read(tokens: Sequence[list[Cell]]) -> Grid:
    """Terms as rows, samples or models as columns; standard errors in brackets behind or below the coefficients."""
    flat = [c for row in tokens for c in row]
    start = next(
        (i for i, c in enumerate(flat) if c.number is not None and not YEAR.match(c.text) and not _model(c)), len(flat)
    )
    term = start - 1
    if term < 0:
        raise UnalignedError("no term before the first coefficient")
    head = flat[:term]
    groups: list[tuple[Cell, list[Cell]]] = []
    for c in flat[term:]:
        if c.number is None and not c.dash:
            if groups and not groups[-1][1]:
                groups[-1] = (Cell(groups[-1][0].text + c.text, groups[-1][0].start, c.end), [])
            else:
                groups.append((c, []))
        else:
            groups[-1][1].append(c)
    rows = [(label, _paired(cells)) for label, cells in groups]
    width = max(len(cells) for _, cells in rows)
    columns = [c for c in head if YEAR.match(c.text) or _model(c)][-width:] or head[-width:]
    if len(columns) != width:
        raise UnalignedError(f"{len(columns)} headers over {width} columns of coefficients")
    dependent = [c for c in head if c not in columns]
    header = (join(dependent), *(Label(c.text, ((c.start, c.end),)) for c in columns))
    body = [(label, *cells) for label, cells in rows if len(cells) == width]
    return header, tuple(body), True


def of_grid(grid: Grid) -> Grid:
    """A table that kept its rows, with each row of bracketed standard errors joined to the coefficients above it; the
    same table where it has none."""
    header, rows, _ = grid
    body: list[tuple[Cell | None, ...]] = []
    for row in rows:
        numbers = [c for c in row[1:] if c is not None and c.number is not None]
        if body and numbers and all(c.bracketed for c in numbers):
            errors = zip(body[-1], row, strict=True)
            body[-1] = tuple(
                replace(c, error=e) if c and e and e.bracketed and c.number is not None else c for c, e in errors
            )
        else:
            body.append(row)
    return header, tuple(body), len(body) < len(rows)


def _model(c: Cell) -> bool:
    return bool(re.match(r"\(\d{1,2}\)$|模型|Model|列", c.text))


def _paired(cells: Sequence[Cell]) -> list[Cell]:
    """Coefficients with their standard errors, printed by turns or all coefficients first."""
    coefficients = [c for c in cells if not c.bracketed]
    errors = [c for c in cells if c.bracketed]
    if errors and len(errors) == len(coefficients):
        return [replace(c, error=e) for c, e in zip(coefficients, errors, strict=True)]
    return coefficients
