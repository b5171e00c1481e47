"""A figure as one page: the drawing, the same as tables, a line of a day to drag, and for each hop who says so.

The page stands alone (`borderkg.standalone`).
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import Final

from borderkg import schema, standalone
from borderkg.figures import style, svg
from borderkg.figures.axis import day
from borderkg.figures.drawing import Drawing, Options
from borderkg.figures.items import Item, Link

_STATIC: Final = Path(__file__).parent / "static"

_WORDS: Final = {
    "all": ("不限日期", "Any day"),
    "claims": ("断言", "Claims"),
    "confidence": ("置信度", "Confidence"),
    "counts": ("截至 {day}：有效 {nodes} 个节点、{hops} 条关系", "As of {day}: {nodes} nodes and {hops} hops in force"),
    "date": ("日期（文献所印）", "Date (as printed)"),
    "day": ("截至日期", "As of"),
    "end": ("有效期止", "Valid until"),
    "from": ("有效期自", "Valid from"),
    "head": ("终点", "To"),
    "hops": ("关系", "Hops"),
    "kind": ("类别", "Kind"),
    "level": ("层级", "Level"),
    "members": ("成员", "Members"),
    "name": ("名称", "Name"),
    "nodes": ("节点", "Nodes"),
    "reason": ("推断依据", "Why inferred"),
    "relation": ("关系", "Relation"),
    "sources": ("来源", "Sources"),
    "tail": ("起点", "From"),
    "standing": ("性质", "Standing"),
}


def write(drawing: Drawing, options: Options) -> str:
    """The page of a figure, ending in a line feed."""
    language = options.language
    script, sheet = _static("figure.js"), _static("figure.css")
    words = json.dumps({"counts": _word("counts", language)}, ensure_ascii=False).replace("<", "\\u003c")
    chosen = day(options.as_of, "the day of the figure") if options.as_of else None
    attribute = f' data-day="{chosen}"' if chosen is not None else ""
    lines = [
        standalone.head(drawing.scene.title, "zh-Hans" if language == "zh" else "en", sheet, script) + "<body><main>",
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


def _hops(drawing: Drawing, sources: Mapping[str, str], language: str) -> Iterable[str]:
    items = drawing.content.items
    heads = ("tail", "relation", "head", "standing", "from", "end", "confidence", "reason", "sources", "claims")
    rows = {
        f'data-key="{escape(link.key)}"': (
            items[link.tail].label,
            ", ".join(_relation(r, language) for r in link.relations) + (f" ×{link.count}" if link.count > 1 else ""),
            items[link.head].label,
            _standing(link, language),
            link.valid_from,
            link.valid_to,
            f"{link.confidence:.2g}" if link.confidence is not None else "",
            "\n".join(link.reasons),
            "\n".join(sources.get(source, source) for source in link.sources),
            "\n".join(link.claims),
        )
        for link in drawing.content.links
    }
    return _table("hops", heads, rows, language)


def _standing(link: Link, language: str) -> str:
    words = [style.word("inferred" if link.inferred else "stated", language)]
    return ", ".join(words + ([style.word("conflict", language)] if link.conflict else []))


def _relation(name: str, language: str) -> str:
    """A term of the ontology by its label."""
    return style.named(schema.load().labels.get(name, (name, name)), language)


def _nodes(drawing: Drawing, language: str) -> Iterable[str]:
    rows = {
        f'data-iri="{escape(item.iri)}"': (
            item.label,
            " · ".join(filter(None, (_relation(item.type, language), item.lane_type))),
            style.named(style.LEVELS.get(item.level, (item.level, item.level)), language) if item.level else "",
            item.date,
            style.word("planned", language) if item.planned else "",
            "\n".join(item.members),
        )
        for item in sorted(drawing.content.items.values(), key=_in_time)
    }
    return _table("nodes", ("name", "kind", "level", "date", "standing", "members"), rows, language)


def _in_time(item: Item) -> tuple[bool, int, str]:
    return (item.begin is None, item.begin or 0, item.iri)


def _table(name: str, heads: Sequence[str], rows: Mapping[str, Sequence[str]], language: str) -> Iterable[str]:
    """A table of the columns in which some row has something; the first cell of a row is its head."""
    kept = [i for i in range(len(heads)) if i == 0 or any(row[i] for row in rows.values())]
    cells = "".join(f'<th scope="col">{_word(heads[i], language)}</th>' for i in kept)
    yield f"<table><caption>{_word(name, language)} ({len(rows)})</caption><thead><tr>{cells}</tr></thead><tbody>"
    for attribute, row in rows.items():
        first, *rest = (escape(row[i]).replace("\n", "<br>") for i in kept)
        yield f'<tr {attribute}><th scope="row">{first}</th>' + "".join(f"<td>{cell}</td>" for cell in rest) + "</tr>"
    yield "</tbody></table>"


def _word(name: str, language: str) -> str:
    return style.named(_WORDS[name], language)


@cache
def _static(name: str) -> str:
    return (_STATIC / name).read_text("utf-8")
