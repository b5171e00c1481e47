"""Intervals of days: the bounds of printed dates, and how two intervals lie (the relations of OWL-Time, which are Allen's).

A printed date is as exact as it is printed: `2013` is the interval from its first day to its last.
"""

import calendar
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_PLAN: Final = re.compile(
    r"“?(?P<ordinal>十[一二三四五六七八九]?|[一二三四六七八九])五”?(?:(?:计划|规划)?(?:时期|期间)?)"
)


@dataclass(frozen=True, slots=True)
class Interval:
    """From the first to the last day, both within it."""

    first: date
    last: date

    def within(self, other: "Interval") -> bool:
        return other.first <= self.first and self.last <= other.last


def interval(text: str) -> Interval | None:
    """The interval of a printed date or span: `2013`, `2013-11`, `2013-11-12`, `2011/2015`, `十二五`, `2013年11月`.

    None where the text is no such thing, or dates nothing by itself (同年).
    """
    words = text.strip()
    return spanned(words) or _told(words)


def spanned(words: str) -> Interval | None:
    """The same of digits alone, as claims hold dates: `2013`, `2013-11`, `2013-11-12`, `2011/2015-06`."""
    start, _, end = words.partition("/")
    first, last = _printed(start), _printed(end or start)
    if first is None or last is None or last.last < first.first:
        return None
    return Interval(first.first, last.last)


def _printed(text: str) -> Interval | None:
    match = _DATE.fullmatch(text)
    if not match or not match[0].isascii():
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return Interval(first, first)
    last = calendar.monthrange(first.year, month)[1] if month else 31
    return Interval(first, date(first.year, month or 12, last))


def _told(words: str) -> Interval | None:
    """What is told in Chinese. Its readers are loaded when they are first needed."""
    from borderkg.corpus.normaliser import fold
    from borderkg.extraction.marking.dates import dates, plan_years
    from borderkg.extraction.values import Time

    words = fold(words, traditional=True)
    if digits := spanned(words):  # of full width
        return digits
    plan = _PLAN.fullmatch(words)
    if plan:
        first, last = plan_years(plan["ordinal"])
        return Interval(date(first, 1, 1), date(last, 12, 31))
    for span in dates(words):
        time = span.value
        if (span.start, span.end) == (0, len(words)) and isinstance(time, Time) and time.start and not time.relative:
            return interval(time.text)
    return None


_DAY: Final = timedelta(days=1)
RELATIONS: Final[Mapping[str, Callable[[Interval, Interval], bool]]] = {
    "intervalBefore": lambda a, b: a.last + _DAY < b.first,
    "intervalAfter": lambda a, b: b.last + _DAY < a.first,
    "intervalMeets": lambda a, b: a.last + _DAY == b.first,
    "intervalMetBy": lambda a, b: b.last + _DAY == a.first,
    "intervalOverlaps": lambda a, b: a.first < b.first <= a.last < b.last,
    "intervalOverlappedBy": lambda a, b: b.first < a.first <= b.last < a.last,
    "intervalStarts": lambda a, b: a.first == b.first and a.last < b.last,
    "intervalStartedBy": lambda a, b: a.first == b.first and a.last > b.last,
    "intervalDuring": lambda a, b: b.first < a.first and a.last < b.last,
    "intervalContains": lambda a, b: a.first < b.first and b.last < a.last,
    "intervalFinishes": lambda a, b: a.last == b.last and a.first > b.first,
    "intervalFinishedBy": lambda a, b: a.last == b.last and a.first < b.first,
    "intervalEquals": lambda a, b: a == b,
    "intervalIn": lambda a, b: a.within(b) and a != b,
    "intervalDisjoint": lambda a, b: a.last < b.first or b.last < a.first,
}
"""The thirteen of Allen, of which exactly one holds of two intervals, and the two of OWL-Time that join some of them.

As in OWL-Time, `intervalBefore` leaves a day between; intervals without one meet.
"""


def in_force(start: Interval, end: Interval | None, at: Interval) -> bool | None:
    """Whether what began within `start` and ended within `end` (None: it goes on) was in force throughout `at`.

    None where the printed dates do not tell: a rule of 2013 may or may not have held in June 2013.
    """
    if at.first >= start.last and (end is None or at.last <= end.first):
        return True
    if at.last < start.first or (end is not None and at.first > end.last):
        return False
    return None
