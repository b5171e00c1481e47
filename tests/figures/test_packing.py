"""Rows: no two boxes overlap, the lane is as high as they need, and stems are spared."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from borderkg.figures.packing import Box, pack
from tests.strategies import steady


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    left, wide = draw(st.integers(0, 800)), draw(st.integers(4, 200))
    high = draw(st.integers(4, 60))
    return Box(left, left + wide, high, left + 3, draw(st.integers(0, 3)), draw(st.integers(0, 3)))


@steady
@given(st.lists(boxes(), max_size=40))
def test_no_two_boxes_overlap(given_boxes: list[Box]) -> None:
    """Boxes that share some of their width do not share any of their height; all lie within the lane."""
    tops, height = pack(given_boxes)
    placed = list(zip(given_boxes, tops, strict=True))
    for (a, top_a), (b, top_b) in combinations(placed, 2):
        assert a.right <= b.left or b.right <= a.left or top_a + a.height <= top_b or top_b + b.height <= top_a
    assert all(top >= 0 and top + box.height <= height for box, top in placed)


def test_boxes_side_by_side_share_a_row() -> None:
    """What does not meet in time needs no second row."""
    assert pack([Box(0, 90, 20, 2), Box(100, 190, 20, 102)]) == ([0.0, 0.0], 20.0)


def test_a_later_box_stands_above_where_its_stem_comes_from_above() -> None:
    """So the stem of the later does not run through the earlier; from below it is the other way round."""
    from_above, _ = pack([Box(0, 150, 20, 2, above=1), Box(100, 250, 20, 102, above=1)])
    from_below, _ = pack([Box(0, 150, 20, 2, below=1), Box(100, 250, 20, 102, below=1)])
    assert from_above[1] < from_above[0]
    assert from_below[0] < from_below[1]
