"""What is to be drawn, read from a lineage graph: items with days, links between them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from borderkg import schema
from borderkg.errors import FigureError
from borderkg.figures import style, wording
from borderkg.figures.axis import day
from borderkg.figures.style import Family
from borderkg.vocabulary import BKC

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
    rules: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    confidence: float | None = None
    valid_from: str = ""
    valid_to: str = ""
    count: int = 1

    @property
    def key(self) -> str:
        """Its name in a page."""
        return "|".join((self.tail, self.head, self.family.key, "inferred" if self.inferred else "stated"))


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
    groups: int = 0


def read(graph: "nx.MultiDiGraph[str]", language: str) -> Content:
    """The items and links of a lineage graph, in a fixed order.

    Raises FigureError for an empty graph, a label of no characters, a date that is no day, an end before its beginning."""
    if not len(graph):
        raise FigureError(
            "There is nothing to draw: no text states, and no rule infers, any hop of what was asked for.",
            "无可绘制：所问之事，没有文献言及、也没有规则推断任何关系。",
        )
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
        raise FigureError(
            f"{iri}: it ends ({data['end']}) before it begins ({data['begin']}). Mend its dates.",
            f"{iri}：止期（{data['end']}）早于始期（{data['begin']}），请更正。",
        )
    return Item(
        iri,
        wording.clean(label) or iri,
        str(data.get("type", "")),
        str(data.get("level", "")),
        _platform_type(str(data.get("lane_type", "")), language),
        str(data.get("date", "")),
        begin,
        max(latest, begin) if latest is not None and begin is not None else None,
        end,
        bool(data.get("planned")),
    )


def _platform_type(name: str, language: str) -> str:
    """The label of a platform type that is given by its IRI or the end of it; any other name as it is."""
    concepts = schema.load().concepts
    labels = (
        style.named((c.label_zh, c.label_en), language) for c in concepts if name in (c.iri, c.iri.removeprefix(BKC))
    )
    return next(labels, wording.clean(name))


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
        tuple(each("rule")),
        tuple(each(f"reason_{language}")),
        every("claims"),
        every("sources"),
        max(certain, default=None),
        min(bounds["valid_from"], default=""),
        max(bounds["valid_to"], default=""),
        len(hops),
    )
