"""The straight lines that are drawn on a PDF page: level ones and upright ones."""

import ctypes
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, TypeVar

from borderkg.records import record

TOUCH: Final = 2.5
"""Points: lines nearer than this are one, or meet."""

_MOST: Final = 20_000
"""Lines of one page. A map or a drawing has more; no table does."""

_T = TypeVar("_T")

Point = tuple[float, float]


@record
class Stroke:
    """A line: at which height (or how far right, for an upright one), from where to where."""

    at: float
    start: float
    end: float


@record
class Strokes:
    level: list[Stroke]
    upright: list[Stroke]

    def turned(self, turn: int) -> "Strokes":
        """As they lie for text that is read with the page turned by so many quarters, as `glyphs` turns it."""
        if turn % 2:
            level, upright = self.upright, self.level
        else:
            level, upright = self.level, self.upright
        across = -1 if turn in (2, 3) else 1
        down = -1 if turn in (1, 2) else 1
        return Strokes(
            [_scaled(stroke, down, across) for stroke in level], [_scaled(stroke, across, down) for stroke in upright]
        )


def _scaled(stroke: Stroke, at: int, along: int) -> Stroke:
    start, end = sorted((along * stroke.start, along * stroke.end))
    return Stroke(at * stroke.at, start, end)


def strokes(page: Any) -> Strokes:
    """What is drawn on a page; nothing where more is drawn than tables have."""
    import pypdfium2.raw as pdfium

    level: list[Stroke] = []
    upright: list[Stroke] = []
    for number, drawn in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1)):
        for (x, y), (to_x, to_y) in _pieces(drawn):
            if abs(y - to_y) <= TOUCH / 2 < abs(x - to_x):
                level.append(Stroke((y + to_y) / 2, min(x, to_x), max(x, to_x)))
            elif abs(x - to_x) <= TOUCH / 2 < abs(y - to_y):
                upright.append(Stroke((x + to_x) / 2, min(y, to_y), max(y, to_y)))
        if max(number, len(level) + len(upright)) > _MOST:
            return Strokes([], [])
    return Strokes(joined(level), joined(upright))


def _pieces(drawn: Any) -> Iterator[tuple[Point, Point]]:
    """The sides of what is stroked; of what is filled, the middle line, where it is as thin as a line."""
    import pypdfium2.raw as pdfium

    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(drawn.raw, filled, stroked)
    if not stroked.value:
        left, bottom, right, top = drawn.get_bounds()
        if filled.value and right - left <= TOUCH:
            yield ((left + right) / 2, bottom), ((left + right) / 2, top)
        elif filled.value and top - bottom <= TOUCH:
            yield (left, (bottom + top) / 2), (right, (bottom + top) / 2)
        return
    matrix = drawn.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    first = last = (0.0, 0.0)
    for i in range(min(pdfium.FPDFPath_CountSegments(drawn.raw), _MOST)):
        segment = pdfium.FPDFPath_GetPathSegment(drawn.raw, i)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        here = matrix.on_point(x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_LINETO:
            yield last, here
        elif kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = here
        last = here
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield last, first


def joined(found: Iterable[Stroke]) -> list[Stroke]:
    """Lines that go on in each other as one."""
    made: list[Stroke] = []
    for together in clusters(found, key=lambda stroke: stroke.at):
        place = sum(stroke.at for stroke in together) / len(together)
        start, end = together[0].start, float("-inf")
        for stroke in sorted(together, key=lambda stroke: stroke.start):
            if stroke.start > end + TOUCH:
                if end > start:
                    made.append(Stroke(place, start, end))
                start = stroke.start
            end = max(end, stroke.end)
        made.append(Stroke(place, start, end))
    return made


def clusters(found: Iterable[_T], key: Callable[[_T], float]) -> list[list[_T]]:
    """What lies no further from the next than a line is thick, together, in order."""
    made: list[list[_T]] = []
    for one in sorted(found, key=key):
        if made and key(one) - key(made[-1][-1]) <= TOUCH:
            made[-1].append(one)
        else:
            made.append([one])
    return made
