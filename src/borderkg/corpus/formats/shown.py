"""A PDF page as a viewer shows it: from the places of its own system to those on the sheet, and a picture of it."""

import ctypes
from typing import Any, Final

from borderkg.corpus.formats.printed import Printed, Rectangle
from borderkg.corpus.sheets import Box
from borderkg.records import record

_UNIT: Final = 1000
"""Points between the places by which the page is measured."""


def turned_back(part: Printed, turn: int) -> Printed:
    """Words that were read with the page turned by so many quarters, as `glyphs` turns it, with the page as it is."""
    return Printed(part.text, tuple((start, end, _turned(rectangle, turn)) for start, end, rectangle in part.spots))


def _turned(rectangle: Rectangle, turn: int) -> Rectangle:
    left, low, right, high = rectangle
    return (
        (left, low, right, high),
        (-high, left, -low, right),
        (-right, -high, -left, -low),
        (low, -right, high, -left),
    )[turn]


@record
class Shown:
    """How a page is shown: its size in tenths of a point, and where the origin and the two axes of its places lie."""

    width: int
    height: int
    origin: tuple[float, float]
    across: tuple[float, float]
    upwards: tuple[float, float]

    @classmethod
    def of(cls, page: Any) -> "Shown":
        """The page of a PDF, whichever part of it is shown and however it is turned."""
        import pypdfium2.raw as pdfium

        width, height = (max(1, round(10 * side)) for side in page.get_size())
        x, y = ctypes.c_int(), ctypes.c_int()

        def place(across: int, upwards: int) -> tuple[int, int]:
            pdfium.FPDF_PageToDevice(page, 0, 0, width, height, 0, across, upwards, x, y)
            return x.value, y.value

        origin, (ax, ay), (ux, uy) = place(0, 0), place(_UNIT, 0), place(0, _UNIT)
        across = (ax - origin[0]) / _UNIT, (ay - origin[1]) / _UNIT
        upwards = (ux - origin[0]) / _UNIT, (uy - origin[1]) / _UNIT
        return cls(width, height, origin, across, upwards)

    def box(self, start: int, end: int, rectangle: Rectangle) -> Box:
        """Where a rectangle of the page lies on the sheet; nothing of it lies beyond the edges."""
        corners = [self._place(x, y) for x in rectangle[::2] for y in rectangle[1::2]]
        xs = [min(max(0, round(x)), self.width) for x, _ in corners]
        ys = [min(max(0, round(y)), self.height) for _, y in corners]
        return Box(start, end, min(xs), min(ys), max(xs), max(ys))

    def _place(self, x: float, y: float) -> tuple[float, float]:
        return (
            self.origin[0] + self.across[0] * x + self.upwards[0] * y,
            self.origin[1] + self.across[1] * x + self.upwards[1] * y,
        )
