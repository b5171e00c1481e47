"""Where a range of a text is printed, from the boxes of its runs."""

import pytest

from borderkg.corpus import sheets
from borderkg.corpus.sheets import Box, Sheet

TEXT = "瑞丽1992年\n勐腊县"
FIRST, SECOND = Box(0, 7, 100, 50, 200, 70), Box(8, 11, 100, 80, 160, 100)


@pytest.mark.parametrize(
    ("start", "end", "left", "right"),
    [(0, 7, 100, 200), (0, 2, 100, 140), (2, 6, 140, 180), (6, 11, 180, 200), (0, 1, 100, 120)],
    ids=["whole", "Han", "digits", "beyond", "one"],
)
def test_a_part_of_a_run_has_its_share_of_the_width(start: int, end: int, left: int, right: int) -> None:
    """A Han character counts as two digits; what lies beyond the run has no part in it."""
    part = FIRST.part(TEXT, start, end)
    assert (part.left, part.right, part.top, part.bottom) == (left, right, 50, 70)
    assert (part.start, part.end) == (start, min(end, 7))


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [(0, 2, [(1, 100, 140)]), (6, 9, [(1, 180, 200), (2, 100, 120)]), (7, 8, []), (11, 12, [])],
    ids=["in one", "over two sheets", "between", "behind"],
)
def test_a_range_is_found_on_every_sheet_that_it_reaches(
    start: int, end: int, found: list[tuple[int, int, int]]
) -> None:
    both = (Sheet(6000, 8000, (FIRST,)), Sheet(6000, 8000, (SECOND,)))
    places = sheets.found(both, TEXT, start, end)
    assert [(number, box.left, box.right) for number, box in places] == found
