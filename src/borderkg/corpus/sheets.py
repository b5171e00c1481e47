"""The sheets of a printed text: how large each is, and where on it the characters of the text stand."""

import unicodedata
from collections.abc import Sequence
from functools import cache

from borderkg.records import record


@cache
def is_wide(character: str) -> bool:
    """Whether a character is as wide as a Han character, which is twice as wide as a digit."""
    return unicodedata.east_asian_width(character) in "WF"


@record
class Box:
    """Where a run of characters is printed, in tenths of a point from the left and upper edge of the sheet as it is shown."""

    start: int
    """The run, as offsets into the text."""
    end: int
    left: int
    top: int
    right: int
    bottom: int

    def part(self, text: str, start: int, end: int) -> "Box":
        """The box of the characters from `start` to `end`, some of which stand in this one: their share of its width."""
        first, last = max(start, self.start), min(end, self.end)
        weights = [2 if is_wide(character) else 1 for character in text[self.start : self.end]]
        step = (self.right - self.left) / max(sum(weights), 1)
        left = self.left + step * sum(weights[: first - self.start])
        right = left + step * sum(weights[first - self.start : last - self.start])
        return Box(first, last, round(left), self.top, round(right), self.bottom)


@record
class Sheet:
    """One sheet, its boxes in the order in which the text is read."""

    width: int
    """In tenths of a point, as the sheet is shown."""
    height: int
    boxes: tuple[Box, ...]


def found(sheets: Sequence[Sheet], text: str, start: int, end: int) -> list[tuple[int, Box]]:
    """Where the characters from `start` to `end` are printed: the numbers of the sheets, counted from 1, and boxes there."""
    return [
        (number, box.part(text, start, end))
        for number, sheet in enumerate(sheets, 1)
        for box in sheet.boxes
        if box.start < end and start < box.end
    ]
