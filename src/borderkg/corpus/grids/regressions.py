"""Regression tables: terms as rows, models or samples as columns, standard errors in brackets."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from borderkg.corpus.grids.cells import YEAR, Cell, Label, join
from borderkg.corpus.grids.cells import labelled as as_cell
from borderkg.corpus.grids.grid import Grid, UnalignedError


def read(tokens: Sequence[list[Cell]]) -> Grid:
    """Terms as rows, samples or models as columns; standard errors in brackets behind or below the coefficients."""
    flat = _starred(c for row in tokens for c in row)
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
    models = [c for c in head if _model(c)]
    columns = models or [c for c in head if YEAR.match(c.text)][-width:] or head[-width:]
    if len(columns) != width:
        raise UnalignedError(f"{len(columns)} headers over {width} columns of coefficients")
    header = (_corner(head, columns), *(Label(c.text, ((c.start, c.end),)) for c in columns))
    body = [(label, *cells) for label, cells in rows if len(cells) == width]
    if not any(c.error or c.stars for _, *cells in body for c in cells):
        raise UnalignedError(f"no row has a coefficient for each of {width} columns")
    return _terms_first(Grid(header, tuple(body), regression=True))


def _starred(cells: Iterable[Cell]) -> list[Cell]:
    """The cells, stars that stand on a line of their own put to the number before them."""
    found: list[Cell] = []
    for c in cells:
        if _STARS_ALONE.fullmatch(c.text) and found and found[-1].number is not None:
            found[-1] = replace(found[-1], stars=len(c.text), end=c.end)
        else:
            found.append(c)
    return found


def _corner(head: Sequence[Cell], columns: Sequence[Cell]) -> Label:
    """What stands over the terms: the dependent variable, or a word for the column. Where each model has its variable behind
    it ((1) lnGDP (2) lnGDP) it is that, if it is the same for all."""
    others = [c for c in head if c not in columns]
    behind = [after for one, after in pairwise(head) if one in columns and after not in columns]
    if len(behind) == len(columns) > 1 and head[-1] == behind[-1]:
        return join(behind[:1]) if len({c.text for c in behind}) == 1 else Label("")
    return join(others)


_STARS_ALONE = re.compile(r"\*{1,3}")
_SAMPLES = re.compile(r"(?:分)?(?:地区|区域|样本|分组|组别|时期|时间|阶段|省区|省份)(?:名称)?$")
_VARIABLE = re.compile(r"[A-Za-z]|常数|截距")


def _terms_first(grid: Grid) -> Grid:
    """A grid whose terms stand over the columns, and the samples before the rows (地区 lnOpen 常数项), the other way round."""
    terms = any(_VARIABLE.search(label.text) for label in grid.header[1:])
    before = any(row[0] and _VARIABLE.search(row[0].text) for row in grid.rows)
    if before or not terms or not _SAMPLES.match(grid.header[0].text):
        return grid
    return _turned(replace(grid, header=(Label(""), *grid.header[1:])))


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
    return _terms_first(Grid(grid.header, tuple(rows), regression=True))


_COEFFICIENT = re.compile(r"(?:回归|估计)?系数(?:估计值|值)?$|估计值$|[Cc]oef")
_ERROR = re.compile(r"(?:稳健)?标准误差?$|S\.?E\.?$|[Ss]td")
_LEVEL = re.compile(r"显著性(?:水平)?$")
_STARS = {"1%": 3, "5%": 2, "10%": 1}


def labelled(grid: Grid) -> Grid:
    """A grid as a regression table, where its headers tell a column of coefficients and one of standard errors."""
    if any(row[0] and _COEFFICIENT.match(row[0].text) for row in grid.rows):
        grid = _turned(grid)
    heads = [label.text for label in grid.header]
    pairs = [
        (k, k + 1) for k in range(1, len(heads) - 1) if _COEFFICIENT.search(heads[k]) and _ERROR.search(heads[k + 1])
    ]
    if grid.regression or not pairs:
        return grid
    level = next((k for k, head in enumerate(heads) if _LEVEL.match(head)), None)
    rows = []
    for row in grid.rows:
        marked = row[level] if level is not None else None
        told = marked.text if marked else ""
        told_of = [
            replace(c, error=row[error], stars=_STARS.get(told, c.stars)) if (c := row[k]) else None
            for k, error in pairs
        ]
        rows.append((row[0], *told_of))
    return Grid((grid.header[0], *(grid.header[k] for k, _ in pairs)), tuple(rows), regression=True)


def _turned(grid: Grid) -> Grid:
    """A grid whose terms stand over its columns, with the terms before its rows."""
    header = (grid.header[0], *(Label(row[0].text, row[0].spans) if row[0] else Label("") for row in grid.rows))
    terms = grid.header[1:]
    rows = tuple((as_cell(term), *(r[k] for r in grid.rows)) for k, term in enumerate(terms, 1))
    return Grid(header, rows, grid.regression)


def _model(c: Cell) -> bool:
    return bool(re.match(r"\(\d{1,2}\)$|模型|Model|列", c.text))


def _paired(cells: Sequence[Cell]) -> list[Cell]:
    """Coefficients with their standard errors, printed by turns or all coefficients first."""
    coefficients = [c for c in cells if not c.bracketed]
    errors = [c for c in cells if c.bracketed]
    if errors and len(errors) == len(coefficients):
        return [replace(c, error=e) for c, e in zip(coefficients, errors, strict=True)]
    return coefficients
