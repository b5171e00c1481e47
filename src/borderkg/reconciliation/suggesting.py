"""The manifest of the service, and suggestions while a name is typed. Reconciliation Service API 0.2, "Service Manifest"
and "Suggest Services"."""

from html import escape
from typing import Final

from borderkg.graph.store import GraphStore
from borderkg.questions.terms import Term
from borderkg.reconciliation.entities import (
    OTHER_PROPERTIES,
    Entities,
    Json,
    iri_of,
    property_id,
    property_label,
    type_entry,
)
from borderkg.reconciliation.extending import HEIGHT, WIDTH
from borderkg.reconciliation.names import Names
from borderkg.reconciliation.requests import MOST_QUERIES
from borderkg.schema import load as load_schema
from borderkg.settings import VERSION
from borderkg.vocabulary import BKG, ID, expanded

KINDS: Final = ("entity", "type", "property")

SUGGESTED: Final = 20
"""Of one page of suggestions."""

_USUAL: Final = ("Port", "Region", "Country", "Platform", "Policy", "Organization")
_SETTINGS: Final = (
    {
        "name": "limit",
        "label": "Limit 至多",
        "type": "number",
        "default": 0,
        "help_text": "Values of an entity; 0 is all. 每个实体的值数，0 为全部。",
    },
    {
        "name": "inferred",
        "label": "Inferred 含推理",
        "type": "checkbox",
        "default": True,
        "help_text": "Also what follows from the facts. 包括由事实推出的值。",
    },
)


def manifest(address: str) -> Json:
    """The manifest of the service at an address, as `http://127.0.0.1:8000`."""
    here = f"{address}/reconcile"

    def suggest(what: str) -> Json:
        return {
            "service_url": here,
            "service_path": f"/suggest/{what}",
            "flyout_service_url": here,
            "flyout_service_path": f"/flyout/{what}?id=${{id}}",
        }

    return {
        "versions": ["0.2"],
        "name": "BorderKG 沿边开放知识图谱",
        "identifierSpace": ID,
        "schemaSpace": BKG,
        "serviceVersion": VERSION,
        "defaultTypes": [type_entry(kind) for kind in _USUAL],
        "view": {"url": f"{address}/entity?iri={ID}{{{{id}}}}"},
        "preview": {"url": f"{here}/preview?id={{{{id}}}}", "width": WIDTH, "height": HEIGHT},
        "suggest": {what: suggest(what) for what in KINDS},
        "extend": {
            "propose_properties": {"service_url": here, "service_path": "/properties"},
            "property_settings": list(_SETTINGS),
        },
        "batchSize": MOST_QUERIES,
    }


def entities(graph: GraphStore, prefix: str, skip: int) -> Json:
    """Entities whose names begin so or hold this, as the search ranks them, or whose identifier it is."""
    names = Names.within(graph.index)
    known = Entities(graph, names)
    iri = iri_of(prefix.strip())
    found = [iri] if iri in names.of else []
    found += [hit.iri for hit in graph.index.search(prefix, skip + SUGGESTED) if hit.iri not in found]
    page = found[skip : skip + SUGGESTED]
    return {"result": [{**known.entry(one), "notable": [type_entry(names.type(one))]} for one in page]}


def types(prefix: str, skip: int) -> Json:
    """Classes of things that have names, by label in both languages, pinyin or name, each with those right above it."""
    schema = load_schema()
    fitting = [kind for kind in sorted(schema.classes) if "Entity" in schema.superclasses[kind] and _fits(kind, prefix)]
    result = []
    for kind in fitting[skip : skip + SUGGESTED]:
        above = schema.superclasses[kind] - {kind}
        direct = sorted(k for k in above if not any(k in schema.superclasses[o] - {o} for o in above))
        result.append(type_entry(kind) | ({"broader": [type_entry(k) for k in direct]} if direct else {}))
    return {"result": result}


def properties(prefix: str, skip: int) -> Json:
    """Properties, likewise."""
    iris = [*(BKG + name for name in sorted(load_schema().properties)), *OTHER_PROPERTIES]
    fitting = [iri for iri in iris if _fits(property_id(iri), prefix)]
    return {
        "result": [{"id": property_id(iri), "name": property_label(iri)} for iri in fitting[skip : skip + SUGGESTED]]
    }


def flyout(name: str) -> Json:
    """A class or property in a line of HTML."""
    label = property_label(expanded(name) if ":" in name else BKG + name)
    return {"id": name, "html": f"<p><b>{escape(label)}</b> {escape(name)}</p>"}


def _fits(name: str, prefix: str) -> bool:
    labels = OTHER_PROPERTIES.get(expanded(name)) or load_schema().labels.get(name, ("", ""))
    return Term("", name, *labels).fits(prefix)
