"""Data extension: the values of properties of entities, which properties a type has, and a card of one entity.

Reconciliation Service API 0.2, "Data Extension Service", "Preview Service" and "Flyout Services".
"""

from html import escape
from typing import Final

import pyoxigraph as ox

from borderkg.errors import UnknownNameError
from borderkg.graph.store import GraphStore
from borderkg.questions.results import read
from borderkg.reconciliation.entities import (
    Entities,
    Json,
    identifier_of,
    iri_of,
    property_id,
    property_label,
    property_of,
    type_entry,
    type_of,
)
from borderkg.reconciliation.names import Names
from borderkg.reconciliation.requests import Extension
from borderkg.schema import load as load_schema
from borderkg.standalone import head
from borderkg.vocabulary import BKG, SKOS

WIDTH: Final = 420
HEIGHT: Final = 240
"""Pixels of a card."""

_SHOWN: Final = 12
"""Values on a card, and names."""

_PROPERTIES: Final = "SELECT ?p (COUNT(*) AS ?n) { ?x a ?_class ; ?p ?y } GROUP BY ?p ORDER BY DESC(?n) ?p"
_STYLE: Final = (
    "body{font:13px/1.45 sans-serif;margin:8px;color:#222}h1{font-size:16px;margin:0}p{margin:2px 0;color:#555}"
    "dl{margin:6px 0;display:grid;grid-template-columns:max-content 1fr;gap:1px 8px}dt{color:#555}dd{margin:0}"
)


def extended(graph: GraphStore, extension: Extension) -> Json:
    """The values, by entity and property, as the API has them. Raises ReconciliationError for no property of ours.

    An entity that is not in the graph has no values.
    """
    entities = Entities(graph, Names.within(graph.index))
    columns = [(column, property_of(column.property)) for column in extension.columns]
    rows: dict[str, dict[str, list[Json]]] = {}
    for identifier in extension.ids:
        rows[identifier] = row = {}
        for column, prop in columns:
            values = entities.values(iri_of(identifier), prop, inferred=column.inferred)
            row[column.property] = [entities.shown(term) for term in values[: column.limit or None]]
    return {"meta": [_meta(column.property, prop) for column, prop in columns], "rows": rows}


def _meta(name: str, prop: str) -> Json:
    found = load_schema().properties.get(prop.removeprefix(BKG))
    kinds = sorted(found.range & load_schema().classes) if found else []
    return {"id": name, "name": property_label(prop)} | ({"type": type_entry(kinds[0])} if len(kinds) == 1 else {})


def properties(graph: GraphStore, kind: str, limit: int) -> Json:
    """The properties that members of a class have, the commonest first, as a proposal of the API."""
    name = type_of(kind)
    rows = read(graph.query(_PROPERTIES, bindings={"_class": ox.NamedNode(BKG + name)})).rows if name.isalpha() else ()
    known = load_schema().properties
    found = [p.value for p, _ in rows if p.value.removeprefix(BKG) in known or p.value == SKOS + "altLabel"]
    proposed = [{"id": property_id(iri), "name": property_label(iri)} for iri in found[: limit or None]]
    return {"type": kind, "properties": proposed} | ({"limit": limit} if limit else {})


def card(graph: GraphStore, identifier: str) -> str:
    """An entity as a page of HTML, which loads nothing and runs nothing. Raises UnknownNameError."""
    title, body = _described(graph, identifier)
    return f"{head(title, 'zh-Hans', _STYLE)}<body>\n<h1>{escape(title)}</h1>\n{body}</body>\n</html>\n"


def flyout(graph: GraphStore, identifier: str) -> Json:
    """The same as a piece of HTML. Raises UnknownNameError."""
    title, body = _described(graph, identifier)
    return {"id": identifier, "html": f"<p><b>{escape(title)}</b></p>\n{body}"}


def _described(graph: GraphStore, identifier: str) -> tuple[str, str]:
    """Name, and the other names and values as HTML."""
    names = Names.within(graph.index)
    entities = Entities(graph, names)
    iri = iri_of(identifier)
    if iri not in names.of:
        raise UnknownNameError(
            f"{identifier[:200]}: no such entity in the graph.", f"{identifier[:200]}：图谱中没有这个实体。"
        )
    title = entities.name(iri)
    others = [names.labels[n] for n in names.of[iri] if names.labels[n] != title]
    rows = [
        (property_label(BKG + name), entities.shown(value))
        for name in sorted(load_schema().properties)
        if name != "observation"
        for value in entities.values(iri, BKG + name, inferred=False)
    ]
    values = "".join(
        f"<dt>{escape(label)}</dt><dd>{escape(str(next(iter(shown.values())) if 'id' not in shown else shown['name']))}</dd>"
        for label, shown in rows[:_SHOWN]
    )
    body = (
        f"<p>{escape(entities.description(iri))}</p>\n<p>{escape('、'.join(others[:_SHOWN]))}</p>\n"
        f"<dl>{values}</dl>\n<p>{escape(identifier_of(iri))}</p>\n"
    )
    return title, body
