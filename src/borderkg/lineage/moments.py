"""Times as bounds: the earliest and the latest day that a printed date allows (`2012-07` is some day of that month)."""

import calendar
import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from borderkg.errors import QueryError
from borderkg.extraction.dates import plan_years
from borderkg.records import record

_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_PLAN: Final = re.compile(r"[“\"]?(十[一二三四五]?|[一二三四六七八九])五[”\"]?(?!年)")
_YEARS: Final = re.compile(r"[(（]((?:19|20)\d\d)年?\s?[—~～-]{1,2}\s?((?:19|20)\d\d)年?[)）]")


@record
class Moment:
    """A day known within bounds, both ISO days and inclusive; both empty where nothing is known."""

    first: str = ""
    last: str = ""
    printed: str = ""
    conflict: bool = False
    """Whether sources give days that exclude each other; the bounds then hold them all."""

    @property
    def known(self) -> bool:
        return bool(self.first)

    def before(self, other: "Moment") -> bool:
        """Whether it is certainly the earlier of the two."""
        return self.known and other.known and self.last < other.first

    def days_to(self, other: "Moment") -> tuple[int, int]:
        """The least and the most days from this one to another; both must be known."""
        return _days(self.last, other.first), _days(self.first, other.last)


def _days(start: str, end: str) -> int:
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


def moment(printed: str) -> Moment:
    """`2012`, `2012-07`, `2012-07-09` or a span `2012/2015` as bounds; what is no date is an unknown moment."""
    first, _, last = printed.partition("/")
    bounds = [_bounds(part) for part in (first, last or first)]
    return Moment(bounds[0][0], bounds[1][1], printed) if all(b[0] for b in bounds) else Moment(printed=printed)


def _bounds(printed: str) -> tuple[str, str]:
    match = _DATE.fullmatch(printed)
    if match is None:
        return "", ""
    year, month, day = match.groups()
    if day:
        return printed, printed
    if month:
        if not 1 <= int(month) <= 12:
            return "", ""
        return f"{year}-{month}-01", f"{year}-{month}-{calendar.monthrange(int(year), int(month))[1]:02d}"
    return f"{year}-01-01", f"{year}-12-31"


def agreed(printed: Iterable[str], *, first: bool = False) -> Moment:
    """What several dates of one thing allow: a less exact one yields to a more exact one within it.

    Where they exclude each other the bounds hold them all, and the moment is in conflict; with `first` the earliest
    counts (a zone is approved, then opened: both are its founding).
    """
    known = sorted({moment(p) for p in printed if moment(p).known}, key=lambda m: (m.first, m.last))
    exact = [m for m in known if not any(o is not m and m.first <= o.first and o.last <= m.last for o in known)]
    if not exact:
        return Moment()
    if first or len(exact) == 1:
        return exact[0]
    return Moment(exact[0].first, max(m.last for m in exact), "; ".join(m.printed for m in exact), conflict=True)


def plan_of(title: str) -> tuple[int, int] | None:
    """First and last year of the plan that a title names: by its number (“十二五”) or its years (2012~2020年)."""
    if years := _YEARS.search(title):
        return int(years[1]), int(years[2])
    number = _PLAN.search(title)
    return plan_years(number[1]) if number else None


def without_plan(title: str) -> str:
    """A title without the number and the years of its plan and the words for its kind: what a series shares."""
    bare = _PLAN.sub("", _YEARS.sub("", title))
    return re.sub(r"纲要$|计划|规划|总体|\W", "", bare)


def day(text: str) -> Moment:
    """A date that a user gives. Raises QueryError where it is none."""
    found = moment(text)
    if not found.known or "/" in text:
        raise QueryError(f"{text!r} is no date; give 2016, 2016-01 or 2016-01-08.")
    try:
        date.fromisoformat(found.first)
    except ValueError as error:
        raise QueryError(f"{text!r} is no day of the calendar; give 2016, 2016-01 or 2016-01-08.") from error
    return found
