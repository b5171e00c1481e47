"""A lineage drawn on a true time axis, in lanes, before any format.

The nodes of the graph are IRIs with `label`, `label_en`, `type`, `level`, `lane_type`, `date`, `begin`, `begin_latest`,
`end` (ISO days, empty where unknown) and `planned`; its edges run from the earlier or higher to the later or lower and have
`relation`, `inferred`, `reason_zh`, `reason_en`, `claims`, `sources`, `confidence`, `valid_from`, `valid_to`, `conflict`.

A bar begins where the document was issued or the platform set up. That the length of time stands for itself, and that a link
comes to where its head begins, is what such a figure owes to Aigner et al., Visualization of Time-Oriented Data (2011), ch. 4.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from borderkg.errors import FigureError
from borderkg.figures import furniture, items, layout, marks, style, wording
from borderkg.figures.axis import day
from borderkg.figures.collapse import collapse
from borderkg.figures.items import Content, Item, Link, Period
from borderkg.figures.layout import Lanes, Layout, Place
from borderkg.figures.routing import Router
from borderkg.figures.scene import Group, Path, Point, Scene, Words
from borderkg.figures.style import word

if TYPE_CHECKING:
    import networkx as nx

WIDTHS = {"column": 643.0, "landscape": 971.0, "slide": 840.0}
"""Widths in pixels: the text of an A4 page upright (17 cm) and across (25.7 cm), where labels have 7.5 points; and a slide, on
which the figure is enlarged."""

_NARROWEST = 420.0


@dataclass(frozen=True, slots=True)
class Options:
    """How a lineage is drawn.

    `periods` stand behind the lanes and are those of one source, `period_source` its citation. `sources` gives the citation of
    each document by IRI; `version` names the graph. `as_of` is a day (`2012-07-01`): what is not in force then is pale."""

    title: str = ""
    periods: Sequence[Period] = ()
    period_source: str = ""
    lanes: Lanes = "level"
    as_of: str | None = None
    language: str = "zh"
    width: float = WIDTHS["landscape"]
    sources: Mapping[str, str] = field(default_factory=dict)
    version: str = ""
    captioned: bool = True
    """Whether the caption stands in the figure; where it does not, the scene's description has it all the same."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure with what it was drawn from: the table of a page says the same."""

    scene: Scene
    content: Content
    layout: Layout


def draw(graph: "nx.MultiDiGraph[str]", options: Options) -> Drawing:
    """The figure of a lineage, before any format. Raises FigureError."""
    if options.width < _NARROWEST:
        raise FigureError(
            f"A lineage cannot be drawn {options.width:g} px wide. Give at least {_NARROWEST:g}.",
            f"沿革图的宽度不能是 {options.width:g} 像素，至少 {_NARROWEST:g}。",
        )
    language = options.language
    moment = day(options.as_of, "the day of the figure") if options.as_of else None
    whole = items.read(graph, language)
    content = collapse(whole, language)
    head, top = furniture.title(options.title, options.width)
    placed = layout.arrange(content, options.periods, options.lanes, language, options.width, top, moment)
    router = Router(placed, content.links)
    ways = [(link, router.way(link)) for link in _order(content.links, placed)]
    faint = {iri for iri, item in content.items.items() if moment is not None and not _in_force(item, moment)}
    parts = [*head, *furniture.behind(placed, top)]
    if moment is not None:
        x = placed.axis.x(moment)
        line = router.visible(((x, placed.top - 4), (x, placed.bottom + 14)))
        parts += furniture.as_of(placed, line, str(options.as_of), language)
    parts += _rows(ways, placed)
    parts += [_link(link, way, router, content, moment, faint, language) for link, way in ways]
    parts += [_item(place, placed, iri in faint, language) for iri, place in sorted(placed.places.items())]
    foot = placed.bottom + 20 + (12 if moment is not None else 0)
    signs, foot = furniture.legend(content, placed, foot + 4, language)
    text = _caption(whole, content, options)
    words, foot = furniture.caption(text, options.width, foot) if options.captioned else ([], foot)
    title = wording.clean(options.title) or ("政策谱系" if language == "zh" else "Policy lineage")
    about = {"axis": ";".join(f"{d},{x:.1f}" for d, x in placed.axis.knots), "top": f"{placed.top:.1f}"}
    about["bottom"] = f"{placed.bottom:.1f}"
    scene = Scene(options.width, foot + 6, title, text, language, (*parts, *signs, *words), about)
    return Drawing(scene, content, placed)


def _order(links: Sequence[Link], placed: Layout) -> list[Link]:
    """The order in which ways are found: short ones first, which have the least choice."""

    def far(link: Link) -> tuple[float, str, str, str, bool]:
        tail, head = placed.places[link.tail], placed.places[link.head]
        return (abs(tail.y - head.y), link.tail, link.head, link.family.key, link.inferred)

    return sorted(links, key=far)


def _in_force(item: Item, moment: int) -> bool:
    """Whether an item stands on a day, as far as is known: one without a date is not called void."""
    return (item.begin is None or item.begin <= moment) and (item.end is None or moment <= item.end)


def _holds(link: Link, moment: int | None, faint: set[str]) -> bool:
    if moment is None:
        return True
    begin, end = day(link.valid_from, "a hop"), day(link.valid_to, "a hop")
    stands = (begin is None or begin <= moment) and (end is None or moment <= end)
    return stands and link.tail not in faint and link.head not in faint


def _rows(ways: Sequence[tuple[Link, tuple[Point, ...]]], placed: Layout) -> list[Path]:
    """The rows of the margin: the time of a body whose end is known, and a line as far as links come to it."""
    far: dict[str, float] = {}
    for link, way in ways:
        if not placed.places[link.head].dated and placed.places[link.tail].dated:
            far[link.head] = max(far.get(link.head, 0.0), way[-1][0])
    rows: list[Path] = []
    for iri, place in sorted(placed.places.items()):
        if lasted := layout.lasted(place.item, placed.axis):
            rows.append(Path(tuple((x, place.y) for x in lasted), style.LASTED, "", 4.0))
        if iri in far:
            rows.append(Path(((place.x0, place.y), (far[iri], place.y)), style.LIFELINE, "", 0.8))
    return rows


def _link(
    link: Link,
    way: tuple[Point, ...],
    router: Router,
    content: Content,
    moment: int | None,
    faint: set[str],
    language: str,
) -> Group:
    dim = not _holds(link, moment, faint)
    colour = marks.dimmed(link.family.colour, dim)
    tail, head = content.items[link.tail], content.items[link.head]
    runs = router.visible(way)
    parts = (*marks.stroke(runs, link, colour), *marks.head(way, link, colour))
    if link.conflict:
        parts += marks.knot(runs, marks.dimmed(style.CONFLICT, dim))
    name = style.named((link.family.zh, link.family.en), language)
    notes = [word("inferred", language)] if link.inferred else []
    notes += [word("conflict", language)] if link.conflict else []
    notes += [f"×{link.count}"] if link.count > 1 else []
    title = f"{tail.label} → {name} → {head.label}" + (f" ({', '.join(notes)})" if notes else "")
    about = {"tail": link.tail, "head": link.head, "from": link.valid_from, "to": link.valid_to, "key": link.key}
    return Group("edge", title, parts, about)


def _item(place: Place, placed: Layout, faint: bool, language: str) -> Group:
    item = place.item
    colour = marks.dimmed(style.KINDS[item.kind][0], faint)
    ink = "#a9a9a6" if faint else style.INK
    bar = marks.bar(place, placed.axis, colour) if place.dated and place.lines else ()
    anchor, side = ("start", 0) if place.dated else ("end", 2)
    lines = wording.spaced(place.lines, item.label)
    words = tuple(
        Words((box[side], box[3] - 2.6), line, style.LABEL, ink, anchor)
        for line, box in zip(lines, place.boxes, strict=True)
    )
    # The name holds the words that are seen (WCAG 2.2, 2.5.3), also where they are cut.
    seen = "".join(lines)
    name = item.label if seen in ("", item.label) else f"{seen} {item.label}"
    about = {"iri": item.iri, "begin": _iso(item.begin), "end": _iso(item.end)}
    return Group("node", f"{name}{f' ({item.date})' if item.date else ''}", (*bar, *words), about)


def _iso(moment: int | None) -> str:
    return date.fromordinal(moment).isoformat() if moment is not None else ""


def _caption(whole: Content, content: Content, options: Options) -> str:
    language = options.language
    inferred = sum(link.count for link in whole.links if link.inferred)
    cited = sorted({options.sources.get(s, s) for link in whole.links for s in link.sources})
    separator = "；" if language == "zh" else "; "
    said = [word("counts", language).format(len(whole.items), sum(link.count for link in whole.links), inferred)]
    if content.groups:
        said.append(word("collapsed", language).format(content.hidden, content.groups))
    if options.periods and options.period_source:
        said.append(word("band source", language).format(options.period_source))
    if options.as_of:
        said.append(word("as of", language).format(options.as_of) + ("。" if language == "zh" else "."))
        said.append(word("pale", language))
    if cited:
        said.append(word("sources", language).format(separator.join(cited)))
    if options.version:
        said.append(word("version", language).format(options.version))
    return ("" if language == "zh" else " ").join(said)
