"""The scale of time: monotone, linear but for the stretches cut out, which are marked."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderkg.errors import FigureError
from borderkg.figures import axis
from tests.strategies import steady

END = date.max.toordinal()
ordinals = st.lists(
    st.integers(date(1900, 1, 1).toordinal(), date(2050, 1, 1).toordinal()), min_size=1, max_size=20
) | st.lists(st.sampled_from([1, 400, END - 400, END]), min_size=1)


@steady
@given(ordinals)
def test_a_later_day_is_never_left_of_an_earlier_one(days: list[int]) -> None:
    """Whatever is cut out, days keep their order, and all of them are on the axis."""
    scale = axis.over(days, 100.0, 900.0)
    places = [scale.x(d) for d in sorted(days)]
    assert places == sorted(places)
    assert places[0] >= 100.0 and places[-1] <= 900.0


@steady
@given(ordinals)
def test_equal_times_are_equally_long(days: list[int]) -> None:
    """But for the stretches cut out, a day has one length everywhere."""
    scale = axis.over(days, 100.0, 900.0)
    pieces = [
        (x1 - x0) / (d1 - d0)
        for (d0, x0), (d1, x1) in zip(scale.knots, scale.knots[1:], strict=False)
        if d1 > d0 and not any(x0 < middle < x1 for middle in scale.breaks)
    ]
    assert max(pieces) - min(pieces) < 0.02 * max(pieces)


def test_a_long_empty_stretch_is_cut_and_marked() -> None:
    """Between 1950 and 1990 nothing happens: one break, and no year is marked within."""
    scale = axis.over(
        [date(1950, 5, 1).toordinal(), date(1990, 1, 1).toordinal(), date(2000, 1, 1).toordinal()], 0, 800
    )
    assert len(scale.breaks) == 1
    assert scale.x(date(1990, 1, 1).toordinal()) < 200
    assert not [year for year, _ in scale.ticks() if 1952 < year < 1989]


def test_years_stand_at_their_first_day() -> None:
    """The mark of a year is where its 1 January is."""
    scale = axis.over([date(year, 3, 1).toordinal() for year in range(1978, 2021, 7)], 0, 800)
    assert all(x == scale.x(date(year, 1, 1).toordinal()) for year, x in scale.ticks())
    assert [year for year, _ in scale.ticks()] == list(range(1980, 2021, 5))


def test_what_is_no_day_is_told() -> None:
    """The error says whose date it is."""
    with pytest.raises(FigureError, match="某规划: '2020' is no day"):
        axis.day("2020", "某规划")
