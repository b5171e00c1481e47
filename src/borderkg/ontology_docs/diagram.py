"""Diagrams of the ontology as SVG: the classes as a tree, and what joins the classes of a topic.

Both are layered: each class stands in a layer (by its depth, or as what a property leaves and where it leads), and the
order within a layer keeps lines short (the barycentre method of Sugiyama, Tagawa and Toda 1981). Text is real text; no
script, no style sheet, so that the pictures stand in Markdown as in a page.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from statistics import mean
from typing import Final

import networkx as nx

from borderkg.figures import wording
from borderkg.ontology_docs.terms import Ontology, Topic

_INK, _QUIET, _LINE, _PAPER, _OWN, _OTHER = "#1f2328", "#5d6570", "#8a8f98", "#fbfaf7", "#f3e3d3", "#eceae4"
_SIZE: Final = 14
"""Of the text, in pixels."""
_ROW: Final = 30
_BOX: Final = 46
_GAP: Final = 90
_FONT: Final = "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif"


def tree(ontology: Ontology) -> str:
    """All classes below those that they are kinds of, from left to right."""
    terms = {f"bkg:{name}": term for name, term in ontology.terms.items() if term.is_class}
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(sorted(terms))
    for name, term in sorted(terms.items()):
        graph.add_edges_from((above, name) for above in term.above[:1] if above in terms)
    depth = {name: layer for layer, names in enumerate(nx.topological_generations(graph)) for name in names}
    shown = {name: (f"{term.zh} {term.en}", "") for name, term in terms.items()}
    rows: dict[str, float] = {}
    last = 0

    def place(name: str) -> float:
        """Leaves one below the other, each class in the middle of its kinds."""
        nonlocal last
        below = [place(kind) for kind in sorted(graph.successors(name))]
        if not below:
            last += 1
        rows[name] = mean((below[0], below[-1])) if below else float(last)
        return rows[name]

    for root in sorted(name for name in graph if not graph.in_degree(name)):
        place(root)
    width = {layer: max(_width(shown[n][0]) for n in graph if depth[n] == layer) + 24 for layer in set(depth.values())}
    left = {layer: 10 + sum(width[before] + 60 for before in range(layer)) for layer in width}
    canvas = _Canvas(left[max(left)] + width[max(width)] + 10, last * _ROW + 30)
    for above, name in sorted(graph.edges):
        start = left[depth[above]] + _width(shown[above][0]) + 24
        canvas.curve(start, rows[above] * _ROW, left[depth[name]], rows[name] * _ROW)
    for name in sorted(graph):
        box = (left[depth[name]], rows[name] * _ROW - 12, _width(shown[name][0]) + 24, 24)
        canvas.box(box, [shown[name][0]], _OWN)
    return canvas.svg("The classes of the ontology", "本体的类")


def relations(ontology: Ontology, topic: Topic) -> str:
    """What joins the classes of a topic to each other and to others: a column of where the properties lead from, one of the
    properties, one of where they lead. Nothing where the topic joins no classes."""
    joined = [(term, term.domain, term.range) for term in topic.terms if term.kind == "object property"]
    joins: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = defaultdict(list)
    for term, domain, target in joined:
        joins[domain or ("owl:Thing",), target or ("owl:Thing",)].append(f"{term.zh} {term.name}")
    if not joins:
        return ""
    own = {f"bkg:{term.name}" for term in topic.terms}
    cards = {number: (sides, labels) for number, (sides, labels) in enumerate(sorted(joins.items()))}
    order = _order({number: sides for number, (sides, _) in cards.items()})
    top: dict[int, float] = {}
    y = 16.0
    for number in order:
        top[number] = y
        y += len(cards[number][1]) * 22 + 14 + 12
    columns = [
        _stack(
            {name: [_middle(top, cards, n) for n in order if name in cards[n][0][side]] for name in _names(cards, side)}
        )
        for side in (0, 1)
    ]
    height = max([y, *(column[-1][1] + _BOX for column in columns)]) + 10
    wide = [max(_width(line) for name, _ in column for line in _title(ontology, name)) + 26 for column in columns]
    middle = max(_width(label) for _, labels in cards.values() for label in labels) + 30
    xs = (10.0, 10 + wide[0] + _GAP, 10 + wide[0] + middle + 2 * _GAP)
    canvas = _Canvas(xs[2] + wide[1] + 10, height)
    for number in order:
        sides, labels = cards[number]
        centre = _middle(top, cards, number)
        for name, at in columns[0]:
            if name in sides[0]:
                canvas.curve(xs[0] + wide[0], at + _BOX / 2, xs[1], centre)
        for name, at in columns[1]:
            if name in sides[1]:
                canvas.curve(xs[1] + middle, centre, xs[2] - 6, at + _BOX / 2, arrow=True)
    for side, x in ((0, xs[0]), (1, xs[2])):
        for name, at in columns[side]:
            canvas.box((x, at, wide[side], _BOX), _title(ontology, name), _OWN if name in own else _OTHER)
    for number in order:
        labels = cards[number][1]
        canvas.box((xs[1], top[number], middle, len(labels) * 22 + 14), labels, _PAPER, rounded=True)
    return canvas.svg(f"What joins the classes: {topic.en}", f"类之间的关系：{topic.zh}")


Cards = Mapping[int, tuple[tuple[tuple[str, ...], tuple[str, ...]], list[str]]]


def _order(sides: Mapping[int, tuple[tuple[str, ...], tuple[str, ...]]]) -> list[int]:
    """The groups of properties, those with like ends beside each other: by barycentres, until they stay."""
    order = sorted(sides)
    for _ in range(8):
        ranks = [
            {
                name: mean(i for i, n in enumerate(order) if name in sides[n][side])
                for n in order
                for name in sides[n][side]
            }
            for side in (0, 1)
        ]
        order = sorted(order, key=lambda n: (mean(ranks[side][name] for side in (0, 1) for name in sides[n][side]), n))
    return order


def _names(cards: Cards, side: int) -> list[str]:
    return sorted({name for sides, _ in cards.values() for name in sides[side]})


def _middle(top: Mapping[int, float], cards: Cards, number: int) -> float:
    return top[number] + (len(cards[number][1]) * 22 + 14) / 2


def _stack(wanted: Mapping[str, Sequence[float]]) -> list[tuple[str, float]]:
    """Boxes in a column, each as near to the middle of its lines as those above let it."""
    placed: list[tuple[str, float]] = []
    floor = 16.0
    for name, lines in sorted(wanted.items(), key=lambda entry: (mean(entry[1]), entry[0])):
        at = max(floor, mean(lines) - _BOX / 2)
        placed.append((name, at))
        floor = at + _BOX + 12
    return placed


def _title(ontology: Ontology, name: str) -> list[str]:
    """Of a class: its label in Chinese, and its name."""
    term = ontology.terms.get(name.removeprefix("bkg:")) if name.startswith("bkg:") else None
    return [term.zh, term.name] if term else [name]


def _width(text: str) -> float:
    return wording.width(text, _SIZE)


class _Canvas:
    """An SVG picture that is drawn lines first."""

    def __init__(self, width: float, height: float) -> None:
        self._size = (round(width), round(height))
        self._parts: list[str] = []

    def curve(self, x1: float, y1: float, x2: float, y2: float, *, arrow: bool = False) -> None:
        bend = (x1 + x2) / 2
        marker = ' marker-end="url(#arrow)"' if arrow else ""
        path = f"M{x1:.0f} {y1:.0f}C{bend:.0f} {y1:.0f} {bend:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"
        self._parts.append(f'<path d="{path}" fill="none" stroke="{_LINE}"{marker}/>')

    def box(
        self, at: tuple[float, float, float, float], lines: Iterable[str], fill: str, *, rounded: bool = False
    ) -> None:
        x, y, width, height = at
        shape = f'x="{x:.0f}" y="{y:.0f}" width="{width:.0f}" height="{height:.0f}" rx="{11 if rounded else 3}"'
        self._parts.append(f'<rect {shape} fill="{fill}" stroke="{_QUIET}"/>')
        shown = list(lines)
        step = 18 if len(shown) == 2 and not rounded else 22
        first = y + height / 2 - (len(shown) - 1) * step / 2 + 5
        for number, line in enumerate(shown):
            said = f'x="{x + width / 2:.0f}" y="{first + number * step:.0f}"'
            self._parts.append(f"<text {said}>{escape(line)}</text>")

    def svg(self, en: str, zh: str) -> str:
        width, height = self._size
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        )
        marker = (
            '<defs><marker id="arrow" viewBox="0 0 8 8" refX="4" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
            f'<path d="M0 0L8 4L0 8z" fill="{_LINE}"/></marker></defs>'
        )
        text = f'font-family="{_FONT}" font-size="{_SIZE}" fill="{_INK}" text-anchor="middle"'
        return "\n".join(
            [
                f'{head} role="img">',
                f"<title>{escape(zh)} {escape(en)}</title>",
                marker,
                f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
                f"<g {text}>",
                *self._parts,
                "</g>",
                "</svg>\n",
            ]
        )
