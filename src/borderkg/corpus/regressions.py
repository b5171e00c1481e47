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
    return Grid(header, tuple(body), regression=True)


def paired(grid: Grid) -> Grid:
    """A grid whose rows of standard errors stand below those of their coefficients, brought together."""
    rows: list[tuple[Cell | None, ...]] = []
    for label, *cells in grid.rows:
        printed = [c for c in cells if c and c.text and not c.dash]
        if rows and printed and all(c.bracketed for c in printed):
            above = rows[-1]
            beside = [replace(c, error=e) if c and e and e.text else c for c, e in zip(above[1:], cells, strict=True)]
            rows[-1] = (above[0], *beside)
        else:
            rows.append((label, *cells))
    return Grid(grid.header, tuple(rows), regression=True)


def _model(c: Cell) -> bool:
    return bool(re.match(r"\(\d{1,2}\)$|模型|Model|列", c.text))


def _paired(cells: Sequence[Cell]) -> list[Cell]:
    """Coefficients with their standard errors, printed by turns or all coefficients first."""
    coefficients = [c for c in cells if not c.bracketed]
    errors = [c for c in cells if c.bracketed]
    if errors and len(errors) == len(coefficients):
        return [replace(c, error=e) for c, e in zip(coefficients, errors, strict=True)]
    return coefficients
