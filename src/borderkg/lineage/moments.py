"""Times as bounds: the earliest and the latest day that a printed date allows (`2012-07` is some day of that month)."""

from collections.abc import Iterable
from datetime import date

from borderkg.errors import QueryError
from borderkg.records import record
from borderkg.sparql.intervals import spanned


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
    days = spanned(printed)
    return Moment(days.first.isoformat(), days.last.isoformat(), printed) if days else Moment(printed=printed)


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


def day(text: str) -> Moment:
    """A date that a user gives. Raises QueryError where it is none."""
    found = moment(text)
    if not found.known or "/" in text:
        raise QueryError(
            f"{text!r} is no date; give 2016, 2016-01 or 2016-01-08.",
            f"{text}：不是日期；请写作 2016、2016-01 或 2016-01-08。",
        )
    return found
