"""Running heads and feet of a PDF: what stands at one height at the top or bottom of several pages, but for its number."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from borderkg.corpus.formats.glyphs import Run

_EDGE: Final = 2
"""Rows at the top and at the bottom of a page that may be running heads."""

_LONGEST: Final = 80
_NEAR: Final = 2
"""Pages between two of the same head: left and right pages may bear different ones."""

_DIGITS: Final = re.compile(r"\d+")

Page = list[list[Run]]


def without_running_heads(pages: Sequence[Page]) -> list[Page]:
    """The pages without the rows that repeat; of those that hold the number of the page, the number is kept."""
    seen: dict[tuple[str, int], list[tuple[int, list[Run]]]] = defaultdict(list)
    for number, page in enumerate(pages):
        for row in _edges(page[0]) if page else ():
            words = " ".join("".join(run.text for run in row).split())
            if len(words) <= _LONGEST:
                seen[_DIGITS.sub("#", words), round(row[0].base / 3)].append((number, row))
    replaced: dict[int, dict[int, Run | None]] = defaultdict(dict)
    for places in seen.values():
        for (one, row), (other, same) in pairwise(places):
            if other - one > _NEAR:
                continue
            ahead = _page_number(row, one, same, other)
            if ahead is None and len(row) > 2:
                continue  # the header of a table that goes on
            for place, runs in ((one, row), (other, same)):
                replaced[place][runs[0].row] = None if ahead is None else _numbered(runs[0], ahead + place)
    return [_without(page, replaced[number]) for number, page in enumerate(pages)]


def _edges(runs: Sequence[Run]) -> list[list[Run]]:
    rows: dict[int, list[Run]] = defaultdict(list)
    for run in runs:
        rows[run.row].append(run)
    order = list(rows.values())
    return order if len(order) <= 2 * _EDGE else [*order[:_EDGE], *order[-_EDGE:]]


def _page_number(row: Sequence[Run], one: int, same: Sequence[Run], other: int) -> int | None:
    """How far the number in two heads runs ahead of the count of pages; None where they hold none."""
    firsts = [int(digits[:6]) for run in row for digits in _DIGITS.findall(run.text)]
    seconds = [int(digits[:6]) for run in same for digits in _DIGITS.findall(run.text)]
    ahead = [a - one for a, b in zip(firsts, seconds, strict=False) if b - a == other - one]
    return ahead[0] if ahead else None


def _numbered(run: Run, number: int) -> Run:
    return Run(str(number), run.left, run.right, run.base, run.size, run.row)


def _without(page: Page, replaced: dict[int, Run | None]) -> Page:
    if not page:
        return page
    kept: list[Run] = []
    done: set[int] = set()
    for run in page[0]:
        if run.row not in replaced:
            kept.append(run)
        elif run.row not in done:
            done.add(run.row)
            number = replaced[run.row]
            kept += [number] if number else []
    return [kept, *page[1:]]
