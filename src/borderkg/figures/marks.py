"""Bars, points and lines: how an item and a link look."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Final, TypeAlias

from borderkg.figures import style
from borderkg.figures.axis import Axis
from borderkg.figures.items import Item, Link
from borderkg.figures.layout import BAR, POINT, Place
from borderkg.figures.scene import Disc, Path, Point, box, rounded

Parts: TypeAlias = "tuple[Path | Disc, ...]"

_DISSOLVE: Final = ((0.0, 0.52), (0.58, 0.72), (0.78, 0.88), (0.94, 1.0))
"""What is left of a bar whose end is not stated: shares of its length."""

_TEETH: Final = 3


def bar(place: Place, axis: Axis, colour: str) -> Parts:
    """The bar or point of a dated item: ragged where its beginning is not known to the day, dissolving where its end is not
    stated, hollow where it is only planned; a group is a line with a tick for each of its members."""
    item = place.item
    top, bottom = place.y - BAR / 2, place.y + BAR / 2
    if item.days:
        ticks = [
            box(axis.x(d) - 0.6, top - 1, axis.x(d) + 0.6, bottom + 1, fill=colour) for d in sorted(set(item.days))
        ]
        far = max(axis.x(max(item.days)), place.x0 + 1)
        return (box(place.x0, place.y - 1, far, place.y + 1, fill=colour), *ticks)
    if item.kind == "event" and item.end is None:
        return (_diamond(place, colour), *_doubt(place, axis, colour))
    fill = "#ffffff" if item.planned else colour
    stroke = colour if item.planned else ""
    if item.end is not None:
        spans = [(place.x0, place.x1)]
    else:
        long = place.x1 - place.x0
        spans = [(place.x0 + long * a, place.x0 + long * b) for a, b in _DISSOLVE]
    parts: list[Path | Disc] = []
    for index, (x0, x1) in enumerate(spans):
        edge = _ragged(item, axis, x0, x1, top, bottom) if index == 0 else ((x0, top), (x0, bottom))
        parts.append(Path((*edge, (x1, bottom), (x1, top), edge[0]), stroke, fill, 1.0))
    if item.kind == "platform":
        parts.append(box(place.x0 - 0.5, top - 3, place.x0 + 1.5, bottom + 3, fill=colour))
    return tuple(parts)


def _diamond(place: Place, colour: str) -> Path:
    x, y = place.x0, place.y
    points = ((x - POINT, y), (x, y - POINT), (x + POINT, y), (x, y + POINT), (x - POINT, y))
    return Path(points, colour, "#ffffff" if place.item.planned else colour, 1.0)


def _doubt(place: Place, axis: Axis, colour: str) -> Parts:
    """The whisker of a point in time that is not known to the day."""
    far = axis.x(place.item.latest) if place.item.latest is not None else place.x0
    if far - place.x0 < POINT + 1:
        return ()
    return (
        Path(((place.x0, place.y), (far, place.y)), colour, "", 1.0),
        Path(((far, place.y - 2.5), (far, place.y + 2.5)), colour, "", 1.0),
    )


def _ragged(item: Item, axis: Axis, x0: float, x1: float, top: float, bottom: float) -> tuple[Point, ...]:
    """The left edge of a bar, from top to bottom: torn between the first and the last day on which it may have begun."""
    last = min(axis.x(item.latest), x1) if item.latest is not None else x0
    if last - x0 < 1.5:
        return ((x0, top), (x0, bottom))
    step = (bottom - top) / (2 * _TEETH)
    return tuple((x0 if i % 2 == 0 else last, top + i * step) for i in range(2 * _TEETH + 1))


def stroke(runs: list[tuple[Point, ...]], link: Link, colour: str) -> Parts:
    """The line of a link, dashed where it is inferred."""
    dash = (4.0, 2.6) if link.inferred else None
    return tuple(Path(rounded(run, 4.0), colour, "", 1.1, dash) for run in runs)


def head(way: tuple[Point, ...], link: Link, colour: str) -> Parts:
    """The mark at a link's end, turned the way it goes."""
    (x0, y0), (x1, y1) = way[-2], way[-1]
    dx, dy = (0.0, 1.0 if y1 > y0 else -1.0) if abs(x1 - x0) < 0.01 else (1.0 if x1 > x0 else -1.0, 0.0)
    return mark(link.family.mark, (x1, y1), (dx, dy), colour)


def mark(name: str, tip: Point, towards: Point, colour: str) -> Parts:
    """One of the marks, its tip at a point: filled and hollow forms that stay apart without colour."""
    (x, y), (dx, dy) = tip, towards

    def at(back: float, side: float) -> Point:
        return (x - dx * back - dy * side, y - dy * back + dx * side)

    def shape(*points: Point, fill: str = colour) -> Path:
        return Path((*points, points[0]), colour, fill, 1.0)

    if name == "disc":
        return (Disc(at(2.6, 0), 2.6, "", colour),)
    if name == "ring":
        return (Disc(at(2.8, 0), 2.6, colour, "#ffffff", 1.2),)
    if name == "square":
        return (shape(at(0, -2.3), at(0, 2.3), at(4.6, 2.3), at(4.6, -2.3)),)
    if name == "diamond":
        return (shape(at(0, 0), at(3.5, 2.8), at(7, 0), at(3.5, -2.8), fill="#ffffff"),)
    if name == "open":
        return (shape(at(0, 0), at(5, 2.6), at(5, -2.6), fill="#ffffff"),)
    if name == "pair":
        return tuple(Path((at(b, -3), at(b, 3)), colour, "", 1.2) for b in (0.8, 3.4))
    if name == "chevron":
        return (Path((at(4.5, -3), at(0, 0), at(4.5, 3)), colour, "", 1.3),)
    if name == "double":
        return tuple(Path((at(4 + b, -2.8), at(b, 0), at(4 + b, 2.8)), colour, "", 1.3) for b in (0.0, 3.2))
    if name == "harpoon":
        return (Path((at(0, 0), at(5, 3)), colour, "", 1.4),)
    if name == "bar":
        return (Path((at(0.8, -3.6), at(0.8, 3.6)), colour, "", 1.8),)
    return (shape(at(0, 0), at(5, 2.1), at(5, -2.1)),)


def knot(runs: Iterable[tuple[Point, ...]], colour: str) -> Parts:
    """The mark of a conflict, a crossed disc: in the middle of the longer of the last strokes seen, where links of one tail
    have parted."""
    strokes = [stroke for run in runs for stroke in pairwise(run)][-2:]
    if not strokes:
        return ()
    (x0, y0), (x1, y1) = max(strokes, key=lambda s: abs(s[0][0] - s[1][0]) + abs(s[0][1] - s[1][1]))
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    arms = [((x - 1.8, y - s * 1.8), (x + 1.8, y + s * 1.8)) for s in (1, -1)]
    return (Disc((x, y), 4.2, "#ffffff", colour, 0.8), *(Path(arm, "#ffffff", "", 1.2) for arm in arms))


def dimmed(colour: str, is_dimmed: bool) -> str:
    """A colour, or the grey of what is not in force."""
    return style.FADED if is_dimmed else colour
