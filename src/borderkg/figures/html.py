"""A figure as one page: the drawing, the same as tables, a line of a day to drag, and for each hop who says so.

The page asks for nothing: its policy (Content Security Policy Level 3, section 2.3.1) allows its own script and style, by their
hashes, and no request. It works from a file.
"""

import hashlib
import json
from base64 import b64encode
from collections.abc import Iterable, Mapping
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final

from borderkg.figures import style, svg
from borderkg.figures.axis import day
from borderkg.figures.items import Item, Link

if TYPE_CHECKING:
    from borderkg.figures.lineage import Drawing, Options

_STATIC: Final = Path(__file__).parent / "static"

_WORDS: Final = {
    "all": ("不限日期", "Any day"),
    "claims": ("断言", "Claims"),
    "confidence": ("置信度", "Confidence"),
    "counts": ("截至 {day}：有效 {nodes} 个节点、{hops} 条关系", "As of {day}: {nodes} nodes and {hops} hops in force"),
    "date": ("日期（文献所印）", "Date (as printed)"),
    "day": ("截至日期", "As of"),
    "end": ("止", "End"),
    "from": ("自", "From"),
    "head": ("至", "To"),
    "hops": ("关系", "Hops"),
    "kind": ("类别", "Kind"),
    "level": ("层级", "Level"),
    "members": ("成员", "Members"),
    "name": ("名称", "Name"),
    "nodes": ("节点", "Nodes"),
    "reason": ("推断依据", "Why inferred"),
    "relation": ("关系", "Relation"),
    "sources": ("来源", "Sources"),
    "standing": ("性质", "Standing"),
}


def write(drawing: "Drawing", options: "Options") -> str:
    """The page of a figure, ending in a line feed."""
    language = options.language
    script, sheet = _static("figure.js"), _static("figure.css")
    policy = f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(sheet)}'; base-uri 'none'; form-action 'none'"
    words = json.dumps({"counts": _word("counts", language)}, ensure_ascii=False).replace("<", "\\u003c")
    chosen = day(options.as_of, "the day of the figure") if options.as_of else None
    attribute = f' data-day="{chosen}"' if chosen is not None else ""
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{"zh-Hans" if language == "zh" else "en"}"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(drawing.scene.title)}</title>",
        f"<style>{sheet}</style></head><body><main>",
        f'<form><label for="day">{_word("day", language)}</label><input type="range" id="day"{attribute}>'
        f'<output for="day"></output><button type="button" id="all">{_word("all", language)}</button></form>',
        f'<div class="figure">{svg.write(drawing.scene)}</div>',
        '<section id="hop" aria-live="polite" hidden></section>',
        *_hops(drawing, options.sources, language),
        *_nodes(drawing, language),
        f'</main><script type="application/json" id="words">{words}</script>',
        f"<script>{script}</script></body></html>",
    ]
    return "\n".join(lines) + "\n"


def _hops(drawing: "Drawing", sources: Mapping[str, str], language: str) -> Iterable[str]:
    from borderkg.figures.lineage import key

    items = drawing.content.items
    heads = ("name", "relation", "head", "standing", "from", "end", "confidence", "reason", "sources", "claims")
    yield from _head("hops", len(drawing.content.links), heads, language)
    for link in drawing.content.links:
        cells = [
            items[link.tail].label,
            ", ".join(link.relations) + (f" ×{link.count}" if link.count > 1 else ""),
            items[link.head].label,
            _standing(link, language),
            link.valid_from,
            link.valid_to,
            f"{link.confidence:g}" if link.confidence is not None else "",
            "\n".join(link.reasons),
            "\n".join(sources.get(source, source) for source in link.sources),
            "\n".join(link.claims),
        ]
        yield f'<tr data-key="{escape(key(link))}">{_cells(cells)}</tr>'
    yield "</tbody></table>"


def _standing(link: Link, language: str) -> str:
    words = [style.word("inferred" if link.inferred else "stated", language)]
    return ", ".join(words + ([style.word("conflict", language)] if link.conflict else []))


def _nodes(drawing: "Drawing", language: str) -> Iterable[str]:
    yield from _head("nodes", len(drawing.content.items), ("name", "kind", "level", "date", "members"), language)
    for item in sorted(drawing.content.items.values(), key=_in_time):
        kind = style.named(style.CLASSES.get(item.type, (item.type, item.type)), language)
        cells = [
            item.label,
            " · ".join(filter(None, (kind, item.lane_type))),
            style.named(style.LEVELS.get(item.level, (item.level, item.level)), language),
            item.date + (f" ({style.word('planned', language)})" if item.planned else ""),
            "\n".join(item.members),
        ]
        yield f'<tr data-iri="{escape(item.iri)}">{_cells(cells)}</tr>'
    yield "</tbody></table>"


def _in_time(item: Item) -> tuple[bool, int, str]:
    return (item.begin is None, item.begin or 0, item.iri)


def _head(name: str, count: int, heads: Iterable[str], language: str) -> Iterable[str]:
    cells = "".join(f'<th scope="col">{_word(head, language)}</th>' for head in heads)
    yield f"<table><caption>{_word(name, language)} ({count})</caption><thead><tr>{cells}</tr></thead><tbody>"


def _cells(cells: Iterable[str]) -> str:
    first, *rest = (escape(cell).replace("\n", "<br>") for cell in cells)
    return f'<th scope="row">{first}</th>' + "".join(f"<td>{cell}</td>" for cell in rest)


def _word(name: str, language: str) -> str:
    return style.named(_WORDS[name], language)


@cache
def _static(name: str) -> str:
    return (_STATIC / name).read_text("utf-8")


def _hash(text: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()
