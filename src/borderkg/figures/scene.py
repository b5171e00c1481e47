"""What a figure is made of: shapes and words at their places, before any format. Lengths are in pixels of 1/96 inch, y grows
downwards. The writers (`svg`, `pdf`) know nothing of lineages, and what draws knows nothing of formats.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Path:
    """Straight strokes through points; closed and filled where there is a fill. Colours are `#rrggbb`, empty for none."""

    points: tuple[Point, ...]
    stroke: str = ""
    fill: str = ""
    width: float = 1.0
    dash: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle, filled or hollow."""

    at: Point
    radius: float
    stroke: str = ""
    fill: str = ""
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; `at` is the left end, the middle or the right end of its base line. A blank at its end has no width: it
    keeps the words apart from those that are read next."""

    at: Point
    text: str
    size: float
    fill: str = "#1a1a1a"
    anchor: str = "start"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes that stand for one thing: its title is what a screen reader says, its data what a page may ask for.

    `about` holds attributes `data-…` by name, without the prefix.
    """

    kind: str
    title: str
    parts: tuple["Path | Disc | Words", ...]
    about: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole figure, painted in the order of its parts."""

    width: float
    height: float
    title: str
    description: str
    language: str
    parts: tuple["Path | Disc | Words | Group", ...]
    about: dict[str, str] = field(default_factory=dict)


def box(x0: float, y0: float, x1: float, y1: float, *, stroke: str = "", fill: str = "", width: float = 1.0) -> Path:
    """A rectangle."""
    return Path(((x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)), stroke, fill, width)


def rounded(points: Sequence[Point], radius: float) -> tuple[Point, ...]:
    """A path whose corners are cut by two points each on an arc, so that every format draws it alike."""
    if len(points) < 3:
        return tuple(points)
    smooth = [points[0]]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        smooth += _arc(before, corner, after, radius)
    return (*smooth, points[-1])


def _arc(before: Point, corner: Point, after: Point, radius: float) -> list[Point]:
    """A quadratic curve round a corner, at four of its points."""
    start, end = (_towards(corner, other, radius) for other in (before, after))
    if corner in (start, end):
        return [corner]
    places = (0.0, 0.33, 0.67, 1.0)
    return [
        (
            (1 - t) ** 2 * start[0] + 2 * t * (1 - t) * corner[0] + t**2 * end[0],
            (1 - t) ** 2 * start[1] + 2 * t * (1 - t) * corner[1] + t**2 * end[1],
        )
        for t in places
    ]


def _towards(origin: Point, goal: Point, far: float) -> Point:
    """The point so far from the origin towards a goal, at most half of the way."""
    dx, dy = goal[0] - origin[0], goal[1] - origin[1]
    length = (dx * dx + dy * dy) ** 0.5
    share = min(far, length / 2) / length if length else 0.0
    return (origin[0] + dx * share, origin[1] + dy * share)
