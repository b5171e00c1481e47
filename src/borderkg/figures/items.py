"""What is to be drawn, read from a lineage graph: items with days, links between them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from borderkg.errors import FigureError
from borderkg.figures import style, wording
from borderkg.figures.axis import day
from borderkg.figures.style import Family

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Item:
    """A node of the figure, or several that are drawn as one.

    `begin`, `latest` and `end` are days; `begin` is None where no source gives a date, and `latest` is the last day on which
    it may have begun. `members` holds the IRIs of a group and `days` when each began.
    """

    iri: str
    label: str
    type: str
    level: str
    lane_type: str
    date: str
    begin: int | None
    latest: int | None
    end: int | None
    planned: bool = False
    members: tuple[str, ...] = ()
    days: tuple[int, ...] = ()

    @property
    def kind(self) -> str:
        return style.kind(self.type)

    @property
    def dated(self) -> bool:
        """Whether it stands at its date. Bodies and places do not: what matters of them is when they acted."""
        return self.begin is not None and self.kind != "actor"


@dataclass(frozen=True, slots=True)
class Link:
    """The hops of one kind between two items, stated or inferred: these are never one link."""

    tail: str
    head: str
    family: Family
    inferred: bool
    conflict: bool = False
    relations: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    confidence: float | None = None
    valid_from: str = ""
    valid_to: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Period:
    """A period of a chosen source, drawn behind: its bounds are days, `end` is None where the source gives none."""

    iri: str
    label: str
    label_en: str
    begin: int
    end: int | None


@dataclass(frozen=True, slots=True)
class Content:
    """All items and links of a figure; `hidden` counts the nodes that are drawn in groups."""

    items: Mapping[str, Item]
    links: tuple[Link, ...]
    hidden: int = 0
    groups: int = field(default=0)


def read(graph: "nx.MultiDiGraph[str]", language: str) -> Content:
    """The items and links of a lineage graph, in a fixed order.

    Raises FigureError for an empty graph, a label of no characters, a date that is no day, an end before its beginning."""
    if not len(graph):
        raise FigureError("There is nothing to draw: the lineage has no nodes.")
    items = {iri: _item(iri, graph.nodes[iri], language) for iri in sorted(graph)}
    hops: dict[tuple[str, str, str, bool], list[Mapping[str, Any]]] = defaultdict(list)
    for tail, head, data in graph.edges(data=True):
        hops[tail, head, style.family(data["relation"]).key, bool(data.get("inferred"))].append(data)
    links = [
        _link(tail, head, inferred, hops[tail, head, key, inferred], language)
        for tail, head, key, inferred in sorted(hops)
    ]
    return Content(items, tuple(links))


def _item(iri: str, data: Mapping[str, Any], language: str) -> Item:
    label = str(data.get("label", "") if language == "zh" else data.get("label_en") or data.get("label", ""))
    begin, latest, end = (day(str(data.get(name, "")), f"{iri}, {name}") for name in ("begin", "begin_latest", "end"))
    if begin is not None and end is not None and end < begin:
        raise FigureError(f"{iri}: it ends ({data['end']}) before it begins ({data['begin']}). Mend its dates.")
    return Item(
        iri,
        wording.clean(label) or iri,
        str(data.get("type", "")),
        str(data.get("level", "")),
        str(data.get("lane_type", "")),
        str(data.get("date", "")),
        begin,
        max(latest, begin) if latest is not None and begin is not None else None,
        end,
        bool(data.get("planned")),
    )


def _link(tail: str, head: str, inferred: bool, hops: list[Mapping[str, Any]], language: str) -> Link:
    def every(name: str) -> tuple[str, ...]:
        return tuple(sorted({str(value) for hop in hops for value in hop.get(name) or ()}))

    def each(name: str) -> list[str]:
        return sorted({str(hop[name]) for hop in hops if hop.get(name)})

    certain = [float(hop["confidence"]) for hop in hops if hop.get("confidence") is not None]
    bounds = {name: each(name) if all(hop.get(name) for hop in hops) else [] for name in ("valid_from", "valid_to")}
    return Link(
        tail,
        head,
        style.family(hops[0]["relation"]),
        inferred,
        any(hop.get("conflict") for hop in hops),
        tuple(each("relation")),
        tuple(each(f"reason_{language}")),
        every("claims"),
        every("sources"),
        max(certain, default=None),
        min(bounds["valid_from"], default=""),
        max(bounds["valid_to"], default=""),
        len(hops),
    )


MOST: Final = 150
"""Items that a figure holds legibly; beyond it the groups of like nodes are drawn as one each."""

_GROUPED: Final = 60
"""Items that are to be left then: a figure with groups is an overview."""


def collapse(content: Content, language: str, most: int = MOST) -> Content:
    """The content with at most so many items: where there are more, like nodes become one item with their number, the largest
    groups first.

    Alike are nodes of one class, level and platform type; of those without a platform type, also those of one decade. Where
    that does not suffice, all of one class and level, then all of one class, become one."""
    if len(content.items) <= most:
        return content
    left = min(most, _GROUPED)
    for likeness in (_close, _near, _far):
        content = _grouped(content, language, left, likeness)
    return content


def _close(item: Item) -> tuple[str, ...]:
    decade = "" if item.lane_type or item.begin is None else f"{int(item.begin / 3652.5) * 10}"
    return (item.type, item.level, item.lane_type, decade, "" if item.begin is None else "dated")


def _near(item: Item) -> tuple[str, ...]:
    return (item.type, item.level, "" if item.begin is None else "dated")


def _far(item: Item) -> tuple[str, ...]:
    return (item.type, "" if item.begin is None else "dated")


def _grouped(content: Content, language: str, most: int, likeness: Any) -> Content:
    alike: dict[tuple[str, ...], list[Item]] = defaultdict(list)
    for item in content.items.values():
        alike[likeness(item)].append(item)
    left = len(content.items)
    place: dict[str, str] = {}
    items = dict(content.items)
    for key, members in sorted(alike.items(), key=lambda entry: (-len(entry[1]), entry[0])):
        if left <= most or len(members) < 2:
            break
        group = _group(key, members, language)
        for member in members:
            del items[member.iri]
            place[member.iri] = group.iri
        items[group.iri] = group
        left -= len(members) - 1
    merged: dict[tuple[str, str, str, bool], list[Link]] = defaultdict(list)
    for link in content.links:
        tail, head = place.get(link.tail, link.tail), place.get(link.head, link.head)
        merged[tail, head, link.family.key, link.inferred].append(link)
    links = [_merged(tail, head, found) for (tail, head, _, _), found in sorted(merged.items()) if tail != head]
    groups = [item for item in items.values() if item.members]
    return Content(dict(sorted(items.items())), tuple(links), sum(len(g.members) for g in groups), len(groups))


def _group(key: tuple[str, ...], members: list[Item], language: str) -> Item:
    first = members[0]
    iris = tuple(sorted(iri for m in members for iri in (m.members or (m.iri,))))
    days = tuple(sorted(d for m in members for d in (m.days or ((m.begin,) if m.begin is not None else ()))))
    common = {name: {getattr(m, name) for m in members} for name in ("level", "lane_type")}
    lane_type = first.lane_type if len(common["lane_type"]) == 1 else ""
    level = first.level if len(common["level"]) == 1 else ""
    name = lane_type or style.named(style.CLASSES.get(first.type, (first.type or "?",) * 2), language)
    ends = [m.end for m in members]
    return Item(
        "group:" + "/".join(key),
        f"{name} ×{len(iris)}",
        first.type,
        level,
        lane_type,
        "",
        days[0] if days else None,
        None,
        max(e for e in ends if e is not None) if days and None not in ends else None,
        all(m.planned for m in members),
        iris,
        days,
    )


def _merged(tail: str, head: str, links: list[Link]) -> Link:
    return replace(
        links[0],
        tail=tail,
        head=head,
        conflict=any(link.conflict for link in links),
        relations=tuple(sorted({r for link in links for r in link.relations})),
        reasons=tuple(sorted({r for link in links for r in link.reasons})),
        claims=tuple(sorted({c for link in links for c in link.claims})),
        sources=tuple(sorted({s for link in links for s in link.sources})),
        confidence=min((link.confidence for link in links if link.confidence is not None), default=None),
        valid_from=min(link.valid_from for link in links),
        valid_to=max(link.valid_to for link in links) if all(link.valid_to for link in links) else "",
        count=sum(link.count for link in links),
    )
