"""Where everything stands: lanes, the bars and labels of dated items, the margin with those that have no date.

Bodies, places and what has no date stand in the margin: in each lane first where more leads from them than to them (bodies
that issue), last otherwise (places that a policy is about). Each has a row of its own that its links run along; the rows
between are packed.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final, Literal, TypeAlias

from borderkg.figures import axis, packing, style, wording
from borderkg.figures.axis import Axis
from borderkg.figures.items import Content, Item, Link, Period

Lanes: TypeAlias = Literal["level", "platform"]
Rect: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom."""

EDGE: Final = 10.0
BAR: Final = 6.0
STEM: Final = 8.0
"""How far left of a bar its links come down."""

POINT: Final = 5.0
"""Half the width of the mark of an event."""

OPEN: Final = 44.0
"""The length of a bar whose end no source gives."""

INDENT: Final = 7.0
"""How far a label stands right of where its bar begins: what leaves the bar has room beside it."""

_RIGHT: Final = 40.0
GUTTER: Final = 4.0
TRACKS: Final = 16
"""The tracks beside the margin, for links between its rows: how far apart, and how many at most."""

_MARGIN: Final = 118.0
_HEAD: Final = 17.0
_AXIS: Final = 18.0
_LANE_PAD: Final = 6.0
_LABEL_ROOM: Final = 13.5
"""Ems of a label's line at most."""

_LABEL_LINES: Final = 3
_PERIOD_LINES: Final = 5


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item stands: its bar from `x0` to `x1` round the line `y`, and the boxes of its label's lines.

    For an item of the margin `x0` = `x1` is where its own line begins."""

    item: Item
    x0: float
    x1: float
    y: float
    lines: tuple[str, ...]
    boxes: tuple[Rect, ...]

    @property
    def dated(self) -> bool:
        return self.item.dated

    @property
    def nose(self) -> float:
        """How far the mark of a point in time reaches left of its day."""
        return POINT if self.item.kind == "event" else 0.0


@dataclass(frozen=True, slots=True)
class Lane:
    name: str
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Band:
    """A period behind the lanes, and the lines of its name in the head."""

    period: Period
    left: float
    right: float
    name: str
    lines: tuple[str, ...]
    """Of its name, so far as there is room; none in a band narrower than a character."""


@dataclass(frozen=True, slots=True)
class Layout:
    width: float
    top: float
    bottom: float
    plot: float
    """The left edge of the plot, where the margin and the gutter end."""
    axis: Axis
    lanes: tuple[Lane, ...]
    bands: tuple[Band, ...]
    places: Mapping[str, Place]


def arrange(
    content: Content,
    periods: Sequence[Period],
    lanes: Lanes,
    language: str,
    width: float,
    top: float,
    as_of: int | None,
) -> Layout:
    """Place the items of a figure of a width, below a line `top`."""
    margin = min(_MARGIN, width * 0.2) if not all(i.dated for i in content.items.values()) else 64.0
    inner = {
        (k.tail, k.inferred) for k in content.links if not any(content.items[end].dated for end in (k.tail, k.head))
    }
    plot = EDGE + margin + 12 + GUTTER * min(len(inner), TRACKS)
    scale = axis.over(_days(content, periods, as_of), plot + STEM + 6, width - EDGE - _RIGHT)
    bands = _bands(periods, scale, language)
    head = max((len(b.lines) for b in bands), default=0) * (style.LINE - 1) + (6 if bands else 0)
    start = top + head + _AXIS
    banded = {band.period.iri: band for band in bands}
    places = {
        iri: Place(content.items[iri], band.left + 3, band.right - 3, top + head - 2, (), ())
        for iri, band in banded.items()
        if iri in content.items
    }
    rows = _rows([item for item in content.items.values() if item.iri not in places], lanes, language)
    order = {item.iri: i for i, (_, members) in enumerate(rows) for item in members} | dict.fromkeys(places, -1)
    made: list[Lane] = []
    y = start
    for name, members in rows:
        found, bottom = _lane(members, content.links, order, scale, y, margin, width)
        places.update(found)
        made.append(Lane(name, y, bottom))
        y = bottom
    return Layout(width, start, y, plot, scale, tuple(made), tuple(bands), places)


def lasted(item: Item, axis: Axis) -> tuple[float, float] | None:
    """From where to where a body of the margin existed, so far as the axis shows it; None where its end is not known."""
    if item.dated or item.begin is None or item.end is None or axis.x(item.end) <= axis.x(item.begin):
        return None
    return axis.x(item.begin), axis.x(item.end)


def _days(content: Content, periods: Sequence[Period], as_of: int | None) -> list[int]:
    dated = [item for item in content.items.values() if item.dated]
    found = [d for i in dated for d in (i.begin, i.latest, i.end, *i.days) if d is not None]
    low, high = min(found, default=None), max(found, default=None)
    found += [
        d for p in periods for d in (p.begin, p.end) if d is not None and (low is None or low <= d <= (high or d))
    ]
    return found + ([as_of] if as_of is not None else [])


def _bands(periods: Sequence[Period], scale: Axis, language: str) -> list[Band]:
    """The periods in order of time; one without an end reaches to the next one's beginning."""
    ordered = sorted(periods, key=lambda p: (p.begin, p.iri))
    first, last = scale.knots[0][0], scale.knots[-1][0]
    bands = []
    for period, after in zip_longest(ordered, ordered[1:]):
        end = period.end if period.end is not None else after.begin if after else last
        if end <= first or period.begin >= last:
            continue
        left, right = scale.x(period.begin), scale.x(end)
        name = wording.clean(period.label if language == "zh" else period.label_en or period.label)
        room = right - left - 4
        lines = wording.wrap(name, style.SMALL, room, _PERIOD_LINES) if room >= 1.2 * style.SMALL else ()
        bands.append(Band(period, left, right, name, lines))
    return bands


def _rows(items: list[Item], lanes: Lanes, language: str) -> list[tuple[str, list[Item]]]:
    """The lanes in order, each with its name and items."""
    found: dict[tuple[int, str], list[Item]] = defaultdict(list)
    levels = [*style.LEVELS]
    apart = [*style.APART]
    classes = list(style.CLASSES)
    for item in items:
        if lanes == "level" and not item.level and item.type in apart:
            at, name = len(levels) + apart.index(item.type), style.named(style.APART[item.type], language)
        elif lanes == "level":
            at = levels.index(item.level) if item.level in levels else len(levels) + len(apart)
            name = style.named(style.LEVELS.get(item.level, (item.level, item.level)), language)
        elif item.lane_type:
            at, name = classes.index("Platform"), item.lane_type
        else:
            at = classes.index(item.type) if item.type in classes else len(classes)
            name = style.named(style.CLASSES.get(item.type, (item.type, item.type)), language)
        found[at, name].append(item)
    first = {key: min((i.begin for i in of if i.begin is not None), default=10**7) for key, of in found.items()}
    return [(key[1], found[key]) for key in sorted(found, key=lambda key: (key[0], first[key], key[1]))]


def _lane(
    members: list[Item],
    links: Sequence[Link],
    order: Mapping[str, int],
    scale: Axis,
    top: float,
    margin: float,
    width: float,
) -> tuple[dict[str, Place], float]:
    """The places of one lane's items from a line downwards, and where it ends."""
    out, into = Counter(link.tail for link in links), Counter(link.head for link in links)
    undated = sorted((i for i in members if not i.dated), key=lambda i: (out[i.iri] + into[i.iri], i.iri))
    sources = [item for item in undated if out[item.iri] >= into[item.iri]]
    targets = [item for item in reversed(undated) if out[item.iri] < into[item.iri]]
    dated = sorted((i for i in members if i.dated), key=lambda i: (i.begin, i.iri))
    places: dict[str, Place] = {}
    y = top + (_HEAD if sources or not dated else _LANE_PAD)
    y = _margin(sources, y, margin, places)
    head, foot = ({item.iri for item in rows} for rows in (sources, targets))
    lane = order[members[0].iri]

    def stems(item: Item) -> tuple[int, int]:
        """How many links come from above or go there, and the same for below."""
        others = [
            link.tail if link.head == item.iri else link.head for link in links if item.iri in (link.tail, link.head)
        ]
        above = sum(order[other] < lane or other in head for other in others)
        return above, sum(order[other] > lane or other in foot for other in others)

    drafts = [_draft(item, scale, width) for item in dated]
    boxes = [
        packing.Box(
            min(d.x0 - STEM - 3, *(b[0] - 4 for b in d.boxes)),
            max(d.x1, *(b[2] for b in d.boxes)) + 5,
            BAR + len(d.lines) * style.LINE + 8,
            d.x0 - STEM,
            *stems(d.item),
        )
        for d in drafts
    ]
    tops, height = packing.pack(boxes)
    for draft, place in zip(drafts, tops, strict=True):
        dy = y + place
        moved = tuple((x0, y0 + dy, x1, y1 + dy) for x0, y0, x1, y1 in draft.boxes)
        places[draft.item.iri] = Place(draft.item, draft.x0, draft.x1, draft.y + dy, draft.lines, moved)
    y += height
    if not sources and dated and targets:
        y = max(y, top + _HEAD)
    y = _margin(targets, y, margin, places)
    return places, max(y, top + _HEAD) + _LANE_PAD


def _margin(items: Sequence[Item], y: float, margin: float, places: dict[str, Place]) -> float:
    """Rows of the margin; returns where they end."""
    for item in items:
        lines = wording.wrap(item.label, style.LABEL, margin, 4)
        height = len(lines) * style.LINE
        boxes = tuple(
            (
                EDGE + margin - wording.width(line, style.LABEL),
                y + i * style.LINE,
                EDGE + margin,
                y + (i + 1) * style.LINE,
            )
            for i, line in enumerate(lines)
        )
        places[item.iri] = Place(item, EDGE + margin + 6, EDGE + margin + 6, y + height / 2 + 0.5, lines, boxes)
        y += height + 4
    return y


def _draft(item: Item, scale: Axis, width: float) -> Place:
    """A dated item at y = 0: its bar on top, its label below, pushed to the left where the page ends."""
    x0 = scale.x(item.begin or 0)
    lines = wording.wrap(item.label, style.LABEL, _LABEL_ROOM * style.LABEL, _LABEL_LINES)
    if item.end is not None or item.days:
        right = max(scale.x(item.end or item.days[-1]), x0 + 5)
    else:
        right = x0 if item.kind == "event" else min(x0 + OPEN, width - EDGE)
    wide = max(wording.width(line, style.LABEL) for line in lines)
    left = max(EDGE, min(x0 + INDENT, width - EDGE + 4 - wide))
    boxes = tuple(
        (left, BAR + 4 + i * style.LINE, left + wording.width(line, style.LABEL), BAR + 4 + (i + 1) * style.LINE)
        for i, line in enumerate(lines)
    )
    return Place(item, x0, right, 2 + BAR / 2, lines, boxes)
