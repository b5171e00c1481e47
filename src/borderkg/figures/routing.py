"""Ways for the links: upright and level strokes, chosen so that they run through few labels and on no other link.

A link comes to the left end of its head's bar, so its last stroke is where the head begins. It leaves its tail's bar where it
has to turn, or runs along the row of a tail in the margin. Links of one tail and kind share their way as far as it goes.
Where a stroke must pass a label, it is interrupted there: no line runs through words.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Final, TypeAlias

from borderkg.figures.items import Link
from borderkg.figures.layout import BAR, GUTTER, INDENT, STEM, TRACKS, Layout, Place, Rect
from borderkg.figures.scene import Point

Owner: TypeAlias = tuple[str, str, bool]
"""Whose a stroke is: links of one owner may share it."""

_STRIP: Final = 24.0
_CUT: Final = 12.0
_PASS: Final = 5.0
_SHARE: Final = 6.0
_BEND: Final = 1.2
_PIXEL: Final = 0.012
"""Costs: of a stroke through a line of a label, through a bar, along another's stroke, of a bend, of a pixel."""

_TRACK: Final = 3.0
"""The distance of parallel strokes."""

_STEPS: Final = range(8)
"""How many tracks aside a link may come or go where words are in its way: a stroke far from its date would mislead."""


class _Obstacles:
    """Boxes that strokes should not pass, found by place."""

    def __init__(self, boxes: Iterable[tuple[Rect, float]]) -> None:
        self._columns: dict[int, list[tuple[Rect, float]]] = defaultdict(list)
        self._rows: dict[int, list[tuple[Rect, float]]] = defaultdict(list)
        for box, cost in boxes:
            for column in range(int(box[0] // _STRIP), int(box[2] // _STRIP) + 1):
                self._columns[column].append((box, cost))
            for row in range(int(box[1] // _STRIP), int(box[3] // _STRIP) + 1):
                self._rows[row].append((box, cost))

    def on(self, a: Point, b: Point) -> Iterator[tuple[Rect, float]]:
        """The boxes that an upright or level stroke passes, and what each costs."""
        upright = abs(a[0] - b[0]) < 0.01
        near = self._columns[int(a[0] // _STRIP)] if upright else self._rows[int(a[1] // _STRIP)]
        x0, x1 = sorted((a[0], b[0]))
        y0, y1 = sorted((a[1], b[1]))
        for box, cost in near:
            if x0 < box[2] and box[0] < x1 + 0.01 and y0 < box[3] and box[1] < y1 + 0.01:
                yield box, cost


class Router:
    """Finds the ways of links over a layout, one after the other, so that each knows those before it."""

    def __init__(self, layout: Layout, links: Iterable[Link]) -> None:
        self.layout = layout
        labels = [(box, _CUT) for place in layout.places.values() for box in place.boxes]
        bars = [
            ((p.x0, p.y - BAR / 2 - 1, p.x1, p.y + BAR / 2 + 1), _PASS)
            for p in layout.places.values()
            if p.dated and p.lines
        ]
        self._obstacles = _Obstacles([*labels, *bars])
        years = [((x - 13, layout.top - 16, x + 13, layout.top - 4), _CUT) for _, x in layout.axis.ticks()]
        self._words = _Obstacles([*labels, *years])
        self._strokes: dict[int, list[tuple[float, float, float, Owner]]] = defaultdict(list)
        self._tracks = _tracks(links, layout.places)
        self._gutter: dict[tuple[str, bool], int] = {}
        self._channels = sorted({round(p.boxes[-1][3] + 2, 1) for p in layout.places.values() if p.dated and p.boxes})

    def way(self, link: Link) -> tuple[Point, ...]:
        """The points of a link, from tail to head."""
        tail, head = self.layout.places[link.tail], self.layout.places[link.head]
        owner = (
            (link.tail, link.family.key, link.inferred) if head.dated else (link.head, link.family.key, link.inferred)
        )
        if not tail.dated and not head.dated:
            return self._inner(link, tail, head)
        ways = list(self._to_row(link, tail, head) if not head.dated else self._to_bar(link, tail, head))
        best = min(ways, key=lambda way: (self._cost(way, owner), way))
        if tail.dated and head.dated and self._cost(best, owner) > _CUT:
            ways += self._round(link, tail, head)
            best = min(ways, key=lambda way: (self._cost(way, owner), way))
        for a, b in pairwise(best):
            if abs(a[0] - b[0]) < 0.01:
                stroke = (a[0], min(a[1], b[1]), max(a[1], b[1]), owner)
                for strip in {int((a[0] + d) // _STRIP) for d in (-_TRACK, _TRACK)}:
                    self._strokes[strip].append(stroke)
        return best

    def visible(self, way: tuple[Point, ...]) -> list[tuple[Point, ...]]:
        """A way without the stretches that lie under words."""
        runs: list[list[Point]] = [[way[0]]]
        for a, b in pairwise(way):
            for start, end in _outside(a, b, [box for box, _ in self._words.on(a, b)]):
                if start != runs[-1][-1]:
                    runs.append([start])
                runs[-1].append(end)
        return [tuple(run) for run in runs if len(run) > 1]

    def row(self, link: Link, end: str) -> float:
        """The y at which a link runs along the row of an item in the margin."""
        place = self.layout.places[end]
        return place.y + self._tracks.get((end, link.family.key, link.inferred), 0.0)

    def _inner(self, link: Link, tail: Place, head: Place) -> tuple[Point, ...]:
        """Between two rows of the margin: out into the gutter, along its tail's track, and back."""
        track = self._gutter.setdefault((link.tail, link.inferred), len(self._gutter))
        x = tail.x0 + 10 + GUTTER * (track % TRACKS)
        y0, y1 = self.row(link, tail.item.iri), self.row(link, head.item.iri)
        return ((tail.x0, y0), (x, y0), (x, y1), (head.x0, y1))

    def _to_row(self, link: Link, tail: Place, head: Place) -> Iterator[tuple[Point, ...]]:
        """From a bar upright to the row of an item in the margin."""
        y = self.row(link, head.item.iri)
        along = (tail.x0 + (step + 2) * _TRACK for step in _STEPS)
        for x in (tail.x0 + INDENT / 2, tail.x0 - STEM / 2, *along):
            yield _plain((*_leave(tail, x, _aside(link)), (x, y)))

    def _to_bar(self, link: Link, tail: Place, head: Place) -> Iterator[tuple[Point, ...]]:
        """To the left end of a bar, down or up a stem a little left of it."""
        end = (head.x0 - head.nose, head.y + _aside(link))
        for step in _STEPS:
            x = max(head.x0 - STEM - step * _TRACK, self.layout.plot + 2)
            if tail.dated:
                yield _plain((*_leave(tail, x, _aside(link)), (x, end[1]), end))
            else:
                y = self.row(link, tail.item.iri)
                yield _plain(((tail.x0, y), (x, y), (x, end[1]), end))

    def _round(self, link: Link, tail: Place, head: Place) -> Iterator[tuple[Point, ...]]:
        """From bar to bar by a level stroke between rows, where the plain way runs through words."""
        low, high = sorted((tail.y, head.y))
        channels = [y for y in self._channels if low - 60 < y < high + 60]
        channels.sort(key=lambda y: (abs(y - tail.y), y))
        end = (head.x0 - head.nose, head.y + _aside(link))
        for y in channels[:10]:
            for out in (tail.x0 + (tail.x1 - tail.x0) * share for share in (0.1, 0.5, 0.95)):
                for step in (0, 2, 4):
                    x = max(head.x0 - STEM - step * _TRACK, self.layout.plot + 2)
                    yield _plain(((out, tail.y), (out, y), (x, y), (x, end[1]), end))

    def _cost(self, way: tuple[Point, ...], owner: Owner) -> float:
        total = _BEND * (len(way) - 2)
        for a, b in pairwise(way):
            ends = (way[0], way[-1])
            total += _PIXEL * (abs(a[0] - b[0]) + abs(a[1] - b[1]))
            total += sum(cost for box, cost in self._obstacles.on(a, b) if not any(_near(box, end) for end in ends))
            if abs(a[0] - b[0]) < 0.01:
                y0, y1 = sorted((a[1], b[1]))
                for x, t, u, other in self._strokes.get(int(a[0] // _STRIP), ()):
                    if other != owner and abs(x - a[0]) < _TRACK - 0.5 and t < y1 and y0 < u:
                        total += _SHARE
        return total


def _tracks(links: Iterable[Link], places: Mapping[str, Place]) -> dict[Owner, float]:
    """Each kind of link has its own track along the row of an item in the margin."""
    kinds: dict[str, set[tuple[str, bool]]] = defaultdict(set)
    for link in links:
        for end in (link.tail, link.head):
            if not places[end].dated:
                kinds[end].add((link.family.key, link.inferred))
    return {
        (iri, *kind): (i - (len(found) - 1) / 2) * _TRACK
        for iri, found in kinds.items()
        for i, kind in enumerate(sorted(found))
    }


def _aside(link: Link) -> float:
    """What is inferred runs a little below what is stated, so that neither hides the other."""
    return _TRACK - 0.8 if link.inferred else 0.0


def _leave(tail: Place, x: float, aside: float) -> tuple[Point, ...]:
    """Off a bar towards an x: straight up or down where the bar is there, else along its line."""
    y = tail.y + aside
    if tail.x0 <= x <= tail.x1:
        return ((x, y),)
    return ((tail.x1 if x > tail.x1 else tail.x0, y), (x, y))


def _near(box: Rect, point: Point) -> bool:
    """Whether a point is at a box: the bar that a link leaves or reaches is no obstacle to it."""
    return box[0] - 1 <= point[0] <= box[2] + 1 and box[1] - 1 <= point[1] <= box[3] + 1


def _plain(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Points without repetitions and without those on a straight stroke."""
    kept: list[Point] = []
    for point in points:
        if kept and abs(point[0] - kept[-1][0]) < 0.01 and abs(point[1] - kept[-1][1]) < 0.01:
            continue
        if len(kept) > 1 and any(
            abs(kept[-2][i] - kept[-1][i]) < 0.01 and abs(kept[-1][i] - point[i]) < 0.01 for i in (0, 1)
        ):
            kept[-1] = point
        else:
            kept.append(point)
    return tuple(kept)


def _outside(a: Point, b: Point, boxes: list[Rect]) -> Iterator[tuple[Point, Point]]:
    """The parts of an upright or level stroke outside some boxes, in its direction."""
    along = 1 if abs(a[0] - b[0]) < 0.01 else 0
    low, high = sorted((a[along], b[along]))
    spans: list[tuple[float, float]] = []
    at = low
    for box in sorted(boxes, key=lambda box: box[along]):
        if box[along] - 1 > at:
            spans.append((at, min(box[along] - 1, high)))
        at = max(at, box[along + 2] + 1)
    if at < high or (not boxes and at == high):
        spans.append((at, high))

    def point(value: float) -> Point:
        return (a[0], value) if along else (value, a[1])

    if a[along] <= b[along]:
        yield from ((point(s), point(e)) for s, e in spans)
    else:
        yield from ((point(e), point(s)) for s, e in reversed(spans))
