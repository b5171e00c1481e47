"""Large lineages: like nodes drawn as one, with their number, so that a figure stays one that can be read.

First go the platforms, by type; then places, by level; then documents and events, by level and decade. Bodies stay as long as
they can: what leads to all else is what such a figure is about.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, TypeAlias

from borderkg.figures import style
from borderkg.figures.items import Content, Item, Link

MOST: Final = 150
"""Items that a figure holds legibly, one by one."""

_OVERVIEW: Final = 80
"""Items that are to be left where some are drawn in groups."""

_Key: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    """A way of grouping: which items, which of them are alike, groups of how many at least, until how many are left."""

    of: Callable[[Item], bool]
    alike: Callable[[Item], _Key]
    least: int
    left: int


def _dated(item: Item) -> str:
    return "dated" if item.dated else ""


def _decade(item: Item) -> str:
    return f"{date.fromordinal(item.begin).year // 10}0" if item.dated and item.begin is not None else ""


_STEPS: Final = (
    _Step(lambda i: i.kind == "platform", lambda i: (i.type, i.level, i.lane_type, _dated(i)), 3, 0),
    _Step(lambda i: i.type in ("Region", "Country"), lambda i: (i.type, i.level), 3, _OVERVIEW),
    _Step(lambda i: i.kind in ("policy", "event"), lambda i: (i.type, i.level, _decade(i)), 3, _OVERVIEW),
    _Step(lambda i: True, lambda i: (i.type, i.level, _dated(i)), 2, MOST),
    _Step(lambda i: True, lambda i: (i.type, _dated(i)), 2, MOST),
)


def collapse(content: Content, language: str) -> Content:
    """The content with at most `MOST` items, whole where it has no more. Within a step the largest groups go first."""
    if len(content.items) <= MOST:
        return content
    for step in _STEPS:
        content = _grouped(content, step, language)
    return content


def _grouped(content: Content, step: _Step, language: str) -> Content:
    alike: dict[_Key, list[Item]] = defaultdict(list)
    for item in content.items.values():
        if step.of(item):
            alike[step.alike(item)].append(item)
    items = dict(content.items)
    place: dict[str, str] = {}
    for key, members in sorted(alike.items(), key=lambda entry: (-len(entry[1]), entry[0])):
        if len(items) <= step.left or len(members) < step.least:
            break
        group = _group(key, members, language)
        for member in members:
            del items[member.iri]
            place[member.iri] = group.iri
        items[group.iri] = group
    merged: dict[tuple[str, str, str, bool], list[Link]] = defaultdict(list)
    for link in content.links:
        tail, head = place.get(link.tail, link.tail), place.get(link.head, link.head)
        merged[tail, head, link.family.key, link.inferred].append(link)
    links = [_merged(tail, head, found) for (tail, head, _, _), found in sorted(merged.items()) if tail != head]
    groups = [item for item in items.values() if item.members]
    return Content(dict(sorted(items.items())), tuple(links), sum(len(g.members) for g in groups), len(groups))


def _group(key: _Key, members: Sequence[Item], language: str) -> Item:
    first = members[0]
    iris = tuple(sorted(iri for m in members for iri in (m.members or (m.iri,))))
    days = tuple(sorted(d for m in members for d in (m.days or ((m.begin,) if m.begin is not None else ()))))
    common = {name: {getattr(m, name) for m in members} for name in ("level", "lane_type")}
    lane_type = first.lane_type if len(common["lane_type"]) == 1 else ""
    level = first.level if len(common["level"]) == 1 else ""
    name = style.named(style.CLASSES.get(first.type, (first.type or "?",) * 2), language)
    name = lane_type if lane_type and first.kind == "platform" else name
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


def _merged(tail: str, head: str, links: Sequence[Link]) -> Link:
    return replace(
        links[0],
        tail=tail,
        head=head,
        conflict=any(link.conflict for link in links),
        relations=tuple(sorted({r for link in links for r in link.relations})),
        rules=tuple(sorted({r for link in links for r in link.rules})),
        reasons=tuple(sorted({r for link in links for r in link.reasons})),
        claims=tuple(sorted({c for link in links for c in link.claims})),
        sources=tuple(sorted({s for link in links for s in link.sources})),
        confidence=min((link.confidence for link in links if link.confidence is not None), default=None),
        valid_from=min(link.valid_from for link in links),
        valid_to=max(link.valid_to for link in links) if all(link.valid_to for link in links) else "",
        count=sum(link.count for link in links),
    )
