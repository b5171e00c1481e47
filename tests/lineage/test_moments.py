"""Dates as bounds."""

import pytest

from borderkg.errors import QueryError
from borderkg.lineage import moments


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("2012", "2012-01-01", "2012-12-31"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2012-02-03", "2012-02-03", "2012-02-03"),
        ("1992/1995", "1992-01-01", "1995-12-31"),
        ("2012-13", "", ""),
        ("近年", "", ""),
        ("", "", ""),
    ],
)
def test_bounds(printed: str, first: str, last: str) -> None:
    """A printed date allows the days of its year, month or span; what is none allows nothing."""
    found = moments.moment(printed)
    assert (found.first, found.last, found.known) == (first, last, bool(first))


def test_the_more_exact_date_counts() -> None:
    """Of a year and a month within it the month counts, and there is no conflict."""
    found = moments.agreed(["2012", "2012-07"])
    assert (found.first, found.last, found.conflict) == ("2012-07-01", "2012-07-31", False)


def test_dates_that_exclude_each_other_are_in_conflict() -> None:
    """The bounds hold both; of a founding the first counts."""
    both = moments.agreed(["1999", "2000"])
    assert (both.first, both.last, both.conflict) == ("1999-01-01", "2000-12-31", True)
    first = moments.agreed(["2011-09", "2008-12"], first=True)
    assert (first.printed, first.conflict) == ("2008-12", False)


def test_order_is_certain_only_where_the_bounds_say_so() -> None:
    """A year and a month of it have no certain order, and the days between them are bounds."""
    year, month, later = (moments.moment(x) for x in ("2016", "2016-01", "2017-03-01"))
    assert not year.before(month) and not month.before(year)
    assert year.before(later) and not later.before(year)
    assert year.days_to(later) == (60, 425)


@pytest.mark.parametrize("text", ["2016/2017", "去年", "2016-02-30", "2016-1"])
def test_a_date_that_is_none(text: str) -> None:
    """The error names it and shows how a date looks."""
    with pytest.raises(QueryError, match="give 2016"):
        moments.day(text)
