"""A figure as JSON, for a page that makes its elements itself: the very layout of the printed figure, and what it was drawn from.

The elements are those of the SVG (`borderkg.figures.svg`); nodes and links have the keys that stand in their `data-…`.
"""

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from borderkg import schema
from borderkg.figures import style, svg
from borderkg.figures.drawing import Drawing, Options
from borderkg.figures.items import Item, Link
from borderkg.lineage.hop import BACKWARD

if TYPE_CHECKING:
    from borderkg.figures.scene import Scene

_MOST: Final = 60
"""Claims of a link, and members of a group, that are listed; their number is always given."""


def scene(drawn: "Scene") -> dict[str, Any]:
    """Width and height in pixels, title, caption, and the elements as `[name, attributes, text or children]`."""
    return {
        "width": drawn.width,
        "height": drawn.height,
        "title": drawn.title,
        "caption": drawn.description,
        "parts": [element.as_json() for element in svg.elements(drawn.parts)],
    }


def drawing(drawn: Drawing, options: Options) -> dict[str, Any]:
    """The scene of a lineage with its axis (`knots` of day and x; `top`, `bottom` of the plot), nodes and links.

    A link runs from the earlier (`tail`) to the later; `back` says that its relation reads the other way, as `issuedBy`.
    Days are ordinals in `knots` and ISO days elsewhere, empty where unknown."""
    placed, content, language = drawn.layout, drawn.content, options.language
    return {
        **scene(drawn.scene),
        "knots": [[day, round(x, 1)] for day, x in placed.axis.knots],
        "plot": {"top": placed.top, "bottom": placed.bottom, "left": placed.axis.left, "right": placed.axis.right},
        "nodes": [_node(item, drawn, language) for item in content.items.values()],
        "links": [_link(link, language) for link in content.links],
        "citations": dict(options.sources),
        "hidden": content.hidden,
        "groups": content.groups,
    }


def _node(item: Item, drawn: Drawing, language: str) -> dict[str, Any]:
    place = drawn.layout.places[item.iri]
    return {
        "iri": item.iri,
        "label": item.label,
        "kind": item.kind,
        "type": _term(item.type, language),
        "level": style.named(style.LEVELS.get(item.level, (item.level, item.level)), language) if item.level else "",
        "lane": item.lane_type,
        "date": item.date,
        "begin": _iso(item.begin),
        "end": _iso(item.end),
        "dated": item.dated,
        "planned": item.planned,
        "members": item.members[:_MOST],
        "count": len(item.members) or 1,
        "at": [round(place.x0, 1), round(place.y, 1)],
    }


def _link(link: Link, language: str) -> dict[str, Any]:
    return {
        "key": link.key,
        "tail": link.tail,
        "head": link.head,
        "family": link.family.key,
        "relation": ", ".join(_term(name, language) for name in link.relations),
        "back": all(name in BACKWARD for name in link.relations),
        "inferred": link.inferred,
        "conflict": link.conflict,
        "rules": link.rules,
        "reasons": link.reasons,
        "claims": link.claims[:_MOST],
        "sources": link.sources,
        "confidence": link.confidence,
        "from": link.valid_from,
        "to": link.valid_to,
        "count": link.count,
    }


def _term(name: str, language: str) -> str:
    """A term of the ontology by its label."""
    return style.named(schema.load().labels.get(name, (name, name)), language)


def _iso(moment: int | None) -> str:
    return date.fromordinal(moment).isoformat() if moment is not None else ""
