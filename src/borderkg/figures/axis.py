"""The time axis: days to pixels, in proportion, but for long empty stretches, which are cut out and marked.

Within a stretch the scale is linear, and over all it is monotone: a later day is never left of an earlier one.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from borderkg.errors import FigureError

YEAR: Final = 365.25
_GAP_YEARS: Final = 12
_GAP_SHARE: Final = 0.22
"""A stretch without any date longer than these, in years and as a share of the whole, is cut."""

_BREAK: Final = 22.0
"""Pixels that a cut stretch keeps."""

_STEPS: Final = (1, 2, 5, 10, 20, 50, 100)
_TICK_ROOM: Final = 44.0


def day(text: str, whose: str) -> int | None:
    """The number of a day (proleptic Gregorian ordinal) from `YYYY-MM-DD`; None for an empty text.

    Raises FigureError where the text is no day, naming whose date it is."""
    if not text:
        return None
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError as error:
        raise FigureError(
            f"{whose}: {text!r} is no day. Write it as 1992-03-09.", f"{text}：不是日期，请写作 1992-03-09。"
        ) from error


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale through knots (day, x), both ascending; between those that are marked as breaks nothing happened."""

    knots: tuple[tuple[int, float], ...]
    breaks: tuple[float, ...]
    """The middles of the stretches cut out, as x."""

    @property
    def left(self) -> float:
        return self.knots[0][1]

    @property
    def right(self) -> float:
        return self.knots[-1][1]

    def x(self, when: float) -> float:
        """Where a day stands; days beyond the ends stand at the ends."""
        if when <= self.knots[0][0]:
            return self.left
        if when >= self.knots[-1][0]:
            return self.right
        after = bisect_right(self.knots, when, key=lambda knot: knot[0])
        (d0, x0), (d1, x1) = self.knots[after - 1], self.knots[after]
        return x0 + (x1 - x0) * (when - d0) / (d1 - d0)

    def ticks(self) -> list[tuple[int, float]]:
        """Years to be marked and where, so that their figures do not touch."""
        first, last = (date.fromordinal(self.knots[i][0]).year for i in (0, -1))
        per_year = max((x1 - x0) / (d1 - d0) for (d0, x0), (d1, x1) in pairwise(self.knots))
        step = next((s for s in _STEPS if s * per_year * YEAR >= _TICK_ROOM), _STEPS[-1])
        found: list[tuple[int, float]] = []
        for year in range(first - first % step, last + 1, step):
            place = self.x(date(max(year, 1), 1, 1).toordinal())
            inside = year >= first and all(abs(place - b) > _BREAK / 2 + 2 for b in self.breaks)
            if inside and (not found or place - found[-1][1] >= _TICK_ROOM - 1):
                found.append((year, place))
        return found


def over(days: Iterable[int], left: float, right: float) -> Axis:
    """The axis for what happens on these days, from the first year's beginning to the end of the last, between two x."""
    known = sorted(set(days)) or [date(2000, 1, 1).toordinal()]
    first = date.fromordinal(known[0]).year
    last = min(max(date.fromordinal(known[-1]).year + 1, first + 3), date.max.year)
    first = min(first, last - 3)
    start, end = date(first, 1, 1).toordinal(), date(last, 1, 1).toordinal()
    marks = [start, *(d for d in known if start < d < end), end]
    long = max(_GAP_YEARS * YEAR, _GAP_SHARE * (end - start))
    gaps = [(a + YEAR, b - YEAR) for a, b in pairwise(marks) if b - a > long]
    drawn = (end - start) - sum(b - a for a, b in gaps)
    scale = (right - left - _BREAK * len(gaps)) / drawn
    knots = [(start, left)]
    breaks = []
    for a, b in gaps:
        x = knots[-1][1] + (a - knots[-1][0]) * scale
        knots += [(round(a), x), (round(b), x + _BREAK)]
        breaks.append(x + _BREAK / 2)
    return Axis((*knots, (end, right)), tuple(breaks))
