"""On which side of the border a point lies, and how far it is from where it should be.

The outlines are a package's drawing of the countries, coarse to some kilometres. They are one check among others and no
statement on where a border runs: close to a line the drawing decides nothing.
"""

import math
from collections.abc import Iterable, Iterator
from typing import Final

from borderkg.linking.authorities import Outline

Point = tuple[float, float]
"""Longitude and latitude in degrees (WGS84)."""

_RADIUS: Final = 6371.0088
"""Mean radius of the earth in kilometres (IUGG)."""


def kilometres(one: Point, other: Point) -> float:
    """The great-circle distance of two points (haversine; within 0.6 % of the ellipsoid's)."""
    lon1, lat1, lon2, lat2 = (math.radians(degrees) for degrees in (*one, *other))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * _RADIUS * math.asin(math.sqrt(half))


def within(point: Point, outline: Outline) -> bool:
    """Whether a point lies in the land of a country: inside an odd number of its rings (even-odd rule)."""
    return sum(_inside(point, ring) for ring in outline.rings) % 2 == 1


def country_of(point: Point, outlines: Iterable[Outline]) -> str:
    """The code of the country whose outline holds a point, or nothing."""
    return next((outline.country for outline in outlines if within(point, outline)), "")


def to_outline(point: Point, outline: Outline) -> float:
    """Kilometres from a point to the nearest line of a country's outline, whichever side it is on."""
    return min(_to_segment(point, *segment) for ring in outline.rings for segment in _segments(ring))


def to_land(point: Point, outline: Outline) -> float:
    """Kilometres from a point to the land of a country: 0 within it."""
    return 0.0 if within(point, outline) else to_outline(point, outline)


def _segments(ring: tuple[Point, ...]) -> Iterator[tuple[Point, Point]]:
    return zip(ring, (*ring[1:], ring[0]), strict=True)


def _inside(point: Point, ring: tuple[Point, ...]) -> bool:
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in _segments(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _to_segment(point: Point, start: Point, end: Point) -> float:
    """On the plane that touches the earth at the point: exact enough for the tens of kilometres that are asked for."""
    scale = math.cos(math.radians(point[1]))
    (ax, ay), (bx, by) = (((p[0] - point[0]) * scale, p[1] - point[1]) for p in (start, end))
    dx, dy = bx - ax, by - ay
    along = 0.0 if dx == dy == 0 else max(0.0, min(1.0, -(ax * dx + ay * dy) / (dx * dx + dy * dy)))
    return math.radians(math.hypot(ax + along * dx, ay + along * dy)) * _RADIUS
