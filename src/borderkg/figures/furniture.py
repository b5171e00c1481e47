"""What stands round the items: title, period bands, axis, lanes, the line of a day, legend and caption."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeAlias

from borderkg.figures import marks, style, wording
from borderkg.figures.items import Content, Item, Link
from borderkg.figures.layout import BAR, EDGE, Layout, Place, lasted
from borderkg.figures.scene import Disc, Group, Path, Point, Words, box
from borderkg.figures.style import word

Parts: TypeAlias = "list[Path | Disc | Words | Group]"
_Draw: TypeAlias = Callable[[Point], Parts]


def title(text: str, width: float) -> tuple[Parts, float]:
    """The title, and where it ends."""
    if not text:
        return [], EDGE
    lines = wording.wrap(wording.clean(text), style.TITLE, width - 2 * EDGE, 3)
    y = EDGE + style.TITLE
    shown: Parts = [
        Words((EDGE, y + i * (style.TITLE + 4)), line, style.TITLE, bold=True) for i, line in enumerate(lines)
    ]
    return shown, EDGE + len(lines) * (style.TITLE + 4) + 4


def behind(layout: Layout, top: float) -> Parts:
    """Period bands with their names, the lanes and the years, all behind the items."""
    parts: Parts = []
    right = layout.width - EDGE
    for index, band in enumerate(layout.bands):
        edge = right if band.right >= layout.axis.right - 0.5 else band.right
        parts.append(box(band.left, top, edge, layout.bottom, fill=style.BANDS[index % 2]))
        parts.append(Path(((band.left, top), (band.left, layout.bottom)), style.LIFELINE, "", 0.8))
        middle = (band.left + edge) / 2
        name = tuple(
            Words((middle, top + 11 + i * (style.LINE - 1)), line, style.SMALL, anchor="middle")
            for i, line in enumerate(band.lines)
        )
        parts.append(Group("period", band.name, name, {"iri": band.period.iri}))
    for year, x in layout.axis.ticks():
        parts.append(Path(((x, layout.top - 4), (x, layout.bottom)), style.RULE, "", 0.6))
        parts.append(Words((x, layout.top - 7), str(year), style.SMALL, style.GREY, "middle"))
        if layout.bottom - layout.top > 420:
            parts.append(Words((x, layout.bottom + 11), str(year), style.SMALL, style.GREY, "middle"))
    for x in layout.axis.breaks:
        parts.append(box(x - 5, layout.top, x + 5, layout.bottom, fill="#ffffff"))
        parts += _break(x, layout.top)
        parts += _break(x, layout.bottom)
    parts += [Path(((EDGE, y), (right, y)), style.LIFELINE, "", 0.8) for y in (layout.top, layout.bottom)]
    for lane in layout.lanes:
        if lane.top > layout.top:
            parts.append(Path(((EDGE, lane.top), (right, lane.top)), style.LIFELINE, "", 0.6))
        shown = wording.cut(wording.clean(lane.name), style.LABEL, layout.plot - EDGE - 8)
        parts.append(Words((EDGE, lane.top + 12), shown, style.LABEL, bold=True))
    return parts


def _break(x: float, y: float) -> Parts:
    return [Path(((x + d - 2, y + 4), (x + d + 2, y - 4)), style.GREY, "", 1.0) for d in (-3, 3)]


def as_of(layout: Layout, runs: Iterable[tuple[Point, ...]], text: str, language: str) -> Parts:
    """The line of a day, where no words stand, with its date at the foot."""
    strokes = list(runs)
    x = strokes[0][0][0]
    shown = word("as of", language).format(text)
    half = wording.width(shown, style.SMALL) / 2
    middle = min(max(x, EDGE + half), layout.width - EDGE - half)
    return [
        *(Path(run, style.AS_OF, "", 1.2, (7.0, 2.0)) for run in strokes),
        Words((middle, layout.bottom + 24), shown, style.SMALL, style.AS_OF, "middle"),
    ]


_SAMPLE: Final = 26.0


def legend(content: Content, layout: Layout, y: float, language: str) -> tuple[Parts, float]:
    """Samples of what the figure holds, in lines; and where they end."""
    entries = list(_entries(list(content.items.values()), content.links, layout, language))
    parts: Parts = []
    x = EDGE
    for draw, text in entries:
        room = _SAMPLE + 5 + wording.width(text, style.SMALL) + 14
        if x > EDGE and x + room > layout.width - EDGE:
            x, y = EDGE, y + 15
        parts += draw((x, y))
        parts.append(Words((x + _SAMPLE + 5, y + 3.2), text, style.SMALL))
        x += room
    return parts, y + 12


def _entries(
    items: Sequence[Item], links: Iterable[Link], layout: Layout, language: str
) -> "Iterable[tuple[_Draw, str]]":
    axis = layout.axis

    def bar(item: Item, kind: str) -> "_Draw":
        colour = style.KINDS[kind][0]
        inset = _SAMPLE / 2 if kind == "event" else 0.0
        return lambda at: list(marks.bar(Place(item, at[0] + inset, at[0] + _SAMPLE, at[1], (), ()), axis, colour))

    drawn = [i for i in items if i.dated and i.iri not in {b.period.iri for b in layout.bands}]
    single = [i for i in drawn if not i.days]
    for kind in ("policy", "platform", "event", "period"):
        if any(i.kind == kind for i in drawn):
            yield bar(_sample(kind, end=1), kind), style.named(style.KINDS[kind][1:], language)
    if any(i.days for i in drawn):
        yield _rug, word("group", language)
    if ended := [i.kind for i in single if i.end is None and i.kind != "event"]:
        yield bar(_sample(ended[0]), ended[0]), word("open", language)
    if any(i.latest is not None and axis.x(i.latest) - axis.x(i.begin or 0) >= 1.5 for i in single):
        yield lambda at: [_torn(at)], word("ragged", language)
    if any(i.planned for i in drawn):
        yield bar(_sample("policy", end=1, planned=True), "policy"), word("planned", language)
    families = {link.family.key: link.family for link in links}
    for family in (*style.FAMILIES, style.OTHER):
        if family.key in families:
            yield _line(family.colour, family.mark), style.named((family.zh, family.en), language)
    if any(link.inferred for link in links):
        yield _line(style.INK, "", None), word("stated", language)
        yield _line(style.INK, "", (4.0, 2.6)), word("inferred", language)
    if any(link.conflict for link in links):
        yield lambda at: list(marks.knot([(at, (at[0] + _SAMPLE, at[1]))], style.CONFLICT)), word("conflict", language)
    if axis.breaks:
        yield lambda at: _break(at[0] + _SAMPLE / 2, at[1]), word("break", language)
    if any(lasted(i, axis) for i in items):
        yield lambda at: [Path((at, (at[0] + _SAMPLE, at[1])), style.LASTED, "", 4.0)], word("lasted", language)
    if any(not i.dated for i in items):
        yield lambda at: [Path((at, (at[0] + _SAMPLE, at[1])), style.LIFELINE, "", 0.8)], word("undated", language)


def _sample(kind: str, *, end: int | None = None, planned: bool = False) -> Item:
    type_name = {"policy": "Policy", "platform": "Platform", "event": "Event", "period": "Period"}.get(kind, "")
    return Item("", "", type_name, "", "", "", 1, None, None if kind == "event" else end, planned)


def _rug(at: Point) -> Parts:
    (x, y), colour = at, style.KINDS["policy"][0]
    ticks = [box(x + d - 0.6, y - BAR / 2 - 1, x + d + 0.6, y + BAR / 2 + 1, fill=colour) for d in (1, 8, 11, 20, 25)]
    return [box(x, y - 1, x + _SAMPLE, y + 1, fill=colour), *ticks]


def _torn(at: Point) -> Path:
    (x, y), half = at, BAR / 2
    teeth = [(x + (0 if i % 2 == 0 else 11), y - half + i) for i in range(7)]
    return Path((*teeth, (x + _SAMPLE, y + half), (x + _SAMPLE, y - half), teeth[0]), "", style.KINDS["policy"][0])


def _line(colour: str, mark: str, dash: tuple[float, float] | None = None) -> "_Draw":
    def draw(at: Point) -> Parts:
        end = (at[0] + _SAMPLE, at[1])
        shown = marks.mark(mark, end, (1.0, 0.0), colour) if mark else ()
        return [Path((at, end), colour, "", 1.1, dash), *shown]

    return draw


def caption(text: str, width: float, y: float) -> tuple[Parts, float]:
    """The caption, wrapped to the figure's width; and where it ends."""
    lines = wording.fill(wording.clean(text), style.SMALL, width - 2 * EDGE)
    shown: Parts = [
        Words((EDGE, y + style.SMALL + i * 12.5), line, style.SMALL, style.GREY) for i, line in enumerate(lines)
    ]
    return shown, y + len(lines) * 12.5 + 4
