"""A lineage in the formats of other tools. Nothing in them depends on the clock: the same graph, the same bytes."""

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any, Final

import networkx as nx

from borderkg.lineage.graph import Lineage

NODE_FIELDS: Final = (
    "label",
    "label_en",
    "type",
    "level",
    "lane_type",
    "date",
    "begin",
    "begin_latest",
    "end_earliest",
    "end",
    "planned",
    "conflict",
)
EDGE_FIELDS: Final = (
    "relation",
    "inferred",
    "rule",
    "reason_zh",
    "reason_en",
    "claims",
    "sources",
    "confidence",
    "valid_from",
    "valid_to",
    "conflict",
    "planned",
)


def as_dict(lineage: Lineage) -> dict[str, Any]:
    """Nodes and edges with all their attributes, in a stable order, as JSON has it."""
    return {
        "nodes": [{"id": iri, **data} for iri, data in lineage.described()],
        "edges": [{"earlier": one, "later": other, **data} for one, other, data in lineage.hops()],
    }


def written(lineage: Lineage, form: str) -> bytes:
    """The bytes of one of `FORMATS`."""
    return FORMATS[form](lineage)


def _json(lineage: Lineage) -> bytes:
    return (json.dumps(as_dict(lineage), ensure_ascii=False, indent=1) + "\n").encode()


def _csv(lineage: Lineage) -> bytes:
    """The hops, a row each, with the labels and dates of both ends."""
    out = io.StringIO()
    table = csv.writer(out)
    ends = ("id", "label", "type", "level", "date", "begin", "begin_latest")
    table.writerow([*(f"earlier_{name}" for name in ends), *EDGE_FIELDS, *(f"later_{name}" for name in ends)])
    for one, other, data in lineage.hops():
        near, far = ({"id": iri, **lineage.nodes[iri]} for iri in (one, other))
        row = (
            [near[name] for name in ends] + [_plain(data[name]) for name in EDGE_FIELDS] + [far[name] for name in ends]
        )
        table.writerow(row)
    return out.getvalue().encode()


def _plain(value: Any) -> Any:
    """A value as formats without lists and without nothing have it."""
    if isinstance(value, tuple):
        return " ".join(value)
    return "" if value is None else value


def _flat(lineage: Lineage) -> "nx.MultiDiGraph[str]":
    """The graph with plain attributes alone, nodes and edges in a stable order, each edge with an id."""
    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, data in lineage.described():
        fields = (*NODE_FIELDS, *(name for name in ("standing",) if name in data))
        plain.add_node(iri, **{name: _plain(data[name]) for name in fields})
    for number, (one, other, data) in enumerate(lineage.hops()):
        said = {name: _plain(data[name]) for name in EDGE_FIELDS}
        plain.add_edge(one, other, key=str(number), **{**said, "confidence": str(said["confidence"])})
    return plain


def _graphml(lineage: Lineage) -> bytes:
    out = io.BytesIO()
    nx.write_graphml(_flat(lineage), out)
    return out.getvalue()


def _gexf(lineage: Lineage) -> bytes:
    """GEXF 1.2; the day of writing, which networkx puts into it, is left out."""
    text = "\n".join(nx.generate_gexf(_flat(lineage)))
    return (re.sub(r' lastmodifieddate="[^"]*"', "", text) + "\n").encode()


def _cytoscape(lineage: Lineage) -> bytes:
    """Cytoscape.js elements."""
    flat = _flat(lineage)
    elements = {
        "nodes": [{"data": {"id": iri, **data}} for iri, data in flat.nodes(data=True)],
        "edges": [
            {"data": {"id": f"e{key}", "source": one, "target": other, **data}}
            for one, other, key, data in flat.edges(keys=True, data=True)
        ],
    }
    return (json.dumps({"elements": elements}, ensure_ascii=False, indent=1) + "\n").encode()


def _dot(lineage: Lineage) -> bytes:
    """Graphviz: stated hops solid, inferred ones dashed, those in conflict red."""
    number = {iri: f"n{i}" for i, iri in enumerate(sorted(lineage))}
    lines = ["digraph lineage {", "  rankdir=LR;", '  node [shape=box, fontname="Noto Sans CJK SC"];']
    for iri, data in lineage.described():
        shown = '"' + _dot_text(_caption(data)) + '"'
        dashed = ", style=dashed" if data["planned"] else ""
        lines.append(f'  {number[iri]} [label={shown}, URL="{_dot_text(iri)}"{dashed}];')
    for one, other, data in lineage.hops():
        style = "dashed" if data["inferred"] else "solid"
        colour = ", color=red" if data["conflict"] else ""
        lines.append(f'  {number[one]} -> {number[other]} [label="{data["relation"]}", style={style}{colour}];')
    return ("\n".join([*lines, "}"]) + "\n").encode()


def _dot_text(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _mermaid(lineage: Lineage) -> bytes:
    """A Mermaid flowchart: inferred hops dotted."""
    number = {iri: f"n{i}" for i, iri in enumerate(sorted(lineage))}
    lines = ["flowchart LR"]
    for iri, data in lineage.described():
        lines.append(f'  {number[iri]}["{_mermaid_text(_caption(data))}"]')
    for one, other, data in lineage.hops():
        arrow = "-.->" if data["inferred"] else "-->"
        lines.append(f'  {number[one]} {arrow}|"{_mermaid_text(data["relation"])}"| {number[other]}')
    return ("\n".join(lines) + "\n").encode()


def _mermaid_text(text: str) -> str:
    """Mermaid's own entities for what would end a label or be read as markup."""
    safe = {"#": "#35;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "`": "#96;", "\n": " "}
    return "".join(safe.get(character, character) for character in text)


def _caption(data: dict[str, Any]) -> str:
    return f"{data['label']} ({data['date']})" if data["date"] else str(data["label"])


FORMATS: Final[dict[str, Callable[[Lineage], bytes]]] = {
    "json": _json,
    "csv": _csv,
    "dot": _dot,
    "mermaid": _mermaid,
    "graphml": _graphml,
    "gexf": _gexf,
    "cytoscape": _cytoscape,
}
"""Each format with its writer. A figure (svg, html, pdf) joins them where the doors offer formats."""

MEDIA_TYPES: Final = {
    "json": "application/json",
    "csv": "text/csv",
    "dot": "text/vnd.graphviz",
    "mermaid": "text/vnd.mermaid",
    "graphml": "application/graphml+xml",
    "gexf": "application/gexf+xml",
    "cytoscape": "application/json",
}
