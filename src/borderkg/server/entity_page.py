"""What the page of an entity shows, as JSON: names, claims and what contradicts them, what stands behind the claims, what is
said without claims, what follows, links out, and how the shapes judge the node."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from functools import cache
from typing import Any, Final

import pyoxigraph as ox

from borderkg.api import KnowledgeGraph
from borderkg.errors import UnknownNameError
from borderkg.graph import description
from borderkg.questions import statements
from borderkg.questions.statements import Statement
from borderkg.schema import load as load_schema
from borderkg.settings import VERSION
from borderkg.vocabulary import BKG, PREFIXES

_SHOWN: Final = 24
"""So many inferred values of one property are listed; their number is always told."""

_SAID: Final = """
SELECT ?p ?o ?reference WHERE {
  { GRAPH graph:reference { ?_entity ?p ?o } BIND(true AS ?reference) }
  UNION
  { ?_entity ?p ?o BIND(false AS ?reference)
    FILTER NOT EXISTS { GRAPH graph:reference { ?_entity ?p ?o } }
    FILTER NOT EXISTS { GRAPH graph:inferred { ?_entity ?p ?o } } }
} ORDER BY ?p ?o"""

_FOLLOWING: Final = """
SELECT ?p (COUNT(?o) AS ?total) WHERE {
  GRAPH graph:inferred { ?_entity ?p ?o } FILTER(?p != rdf:type)
} GROUP BY ?p ORDER BY ?p"""

_FOLLOWS: Final = f"SELECT ?o WHERE {{ GRAPH graph:inferred {{ ?_entity ?_p ?o }} }} LIMIT {_SHOWN}"

_LINKS: Final = """
PREFIX sssom: <https://w3id.org/sssom/>
SELECT DISTINCT ?p ?o ?name ?how ?confidence WHERE {
  VALUES ?p { skos:exactMatch skos:closeMatch skos:broadMatch skos:narrowMatch skos:relatedMatch owl:sameAs }
  GRAPH ?g { ?_entity ?p ?o }
  OPTIONAL {
    GRAPH ?g { ?link owl:annotatedSource ?_entity ; owl:annotatedProperty ?p ; owl:annotatedTarget ?o
               OPTIONAL { ?link sssom:object_label ?name } OPTIONAL { ?link sssom:mapping_justification ?how }
               OPTIONAL { ?link sssom:confidence ?confidence } }
  }
} ORDER BY ?p ?o"""

_INDICATORS: Final = """
SELECT DISTINCT ?o ?zh ?en WHERE {
  GRAPH ?g { ?claim bkg:claimSubject ?_entity ; bkg:claimObject ?o }
  ?o bkg:indicator ?indicator .
  ?indicator skos:prefLabel ?zh , ?en FILTER(LANG(?zh) = "zh" && LANG(?en) = "en")
}"""

_DOCUMENTS: Final = """
SELECT ?document ?citation ?name ?year ?demonstration ?author ?other WHERE {
  ?document bkg:citation ?citation ; bkg:fileName ?name
  OPTIONAL { ?document bkg:published ?year }
  OPTIONAL { ?document bkg:isDemonstration ?demonstration }
  OPTIONAL { ?document bkg:author/skos:prefLabel ?author }
  OPTIONAL { ?document bkg:notIndependentOf ?other }
} ORDER BY ?document ?author ?other"""

_RULES: Final = """
SELECT ?rule ?note ?confidence ?checked ?right WHERE {
  GRAPH graph:provenance {
    ?rule a bkg:Rule
    OPTIONAL { ?rule rdfs:comment ?note }
    OPTIONAL { ?rule bkg:confidence ?confidence ; bkg:claimsChecked ?checked ; bkg:claimsRight ?right }
  }
} ORDER BY ?rule ?note"""

_BUILDS: Final = """
SELECT DISTINCT ?program WHERE {
  GRAPH graph:provenance { ?build prov:wasAssociatedWith/rdfs:label ?program }
} ORDER BY ?program"""

_INVERSES: Final = """
SELECT ?one ?other WHERE { GRAPH graph:ontology { ?one owl:inverseOf ?other } FILTER(isIRI(?one) && isIRI(?other)) }"""

_NAMING: Final = frozenset(
    PREFIXES[prefix] + name
    for prefix, name in (
        *(("skos", name) for name in ("prefLabel", "altLabel", "hiddenLabel")),
        ("rdf", "type"),
        ("geo", "hasGeometry"),
        ("bkg", "alias"),
        ("bkg", "notIndependentOf"),
        ("bkg", "isNew"),
        ("bkg", "isDemonstration"),
    )
)
"""What the page shows elsewhere, and what only the building of the graph needs."""


def of(graph: KnowledgeGraph, iri: str) -> dict[str, Any]:
    """The page of an entity. Raises UnknownNameError where the graph names none such."""
    named = [n for n in graph.names.all if n.iri == iri]
    if not named:
        raise UnknownNameError(f"{iri[:200]}: no such entity in the graph.", f"{iri[:200]}：图谱中没有这个事物。")
    schema = load_schema()
    claims = graph.statements(iri)
    contested = frozenset(s.claim for s in claims if s.conflicts)
    manifest = graph.store.version.manifest
    return {
        "iri": iri,
        "label": graph.label(iri),
        "labels": graph.labels(iri),
        "type": named[0].type,
        "typeLabels": schema.labels.get(named[0].type, ("", "")),
        "names": sorted({n.label for n in named}),
        "predicateLabels": {name: schema.labels[name] for name in schema.properties},
        "inverses": _inverses(graph),
        "conflicts": [f.as_dict() for f in graph.findings_about(contested)] if contested else [],
        "claims": [asdict(statement) for statement in claims],
        "called": _called(graph, {end for s in claims for end in (s.subject, s.object)}),
        "indicators": {str(row["o"]): [str(row["zh"]), str(row["en"])] for row in _asked(graph, _INDICATORS, iri)},
        "documents": _documents(graph, claims, iri),
        "rules": _rules(graph, {s.rule for s in claims}),
        "said": _said(graph, iri, claims),
        "inferred": _inferred(graph, iri),
        "links": [_link(row) for row in _asked(graph, _LINKS, iri)],
        "shapes": _judged(graph, iri),
        "query": statements.query_of(iri),
        "software": [str(row["program"]) for row in graph.query(_BUILDS)],
        "version": {"program": VERSION, "graph": manifest["summary"].get("graph_hash", "")},
        "citation": description.cited(graph.store),
    }


def _called(graph: KnowledgeGraph, iris: Iterable[str]) -> dict[str, tuple[str, str]]:
    """The names of things and concepts in Chinese and English; those that have none are left out."""
    found = {iri: _names(graph, iri) for iri in iris}
    return {iri: names for iri, names in found.items() if any(names)}


def _names(graph: KnowledgeGraph, iri: str) -> tuple[str, str]:
    return _concepts().get(iri) or graph.labels(iri)


@cache
def _concepts() -> dict[str, tuple[str, str]]:
    return {concept.iri: (concept.label_zh, concept.label_en) for concept in load_schema().concepts}


def _asked(graph: KnowledgeGraph, query: str, iri: str, **others: str) -> Iterable[dict[str, Any]]:
    given = {"_entity": iri, **others}
    return graph.query(query, bindings={name: ox.NamedNode(value) for name, value in given.items()})


def _inverses(graph: KnowledgeGraph) -> dict[str, str]:
    """The inverse of each property that has one, both ways."""
    pairs = [(str(r["one"]).removeprefix(BKG), str(r["other"]).removeprefix(BKG)) for r in graph.query(_INVERSES)]
    return {**dict(pairs), **{other: one for one, other in pairs}}


def _documents(graph: KnowledgeGraph, claims: list[Statement], iri: str) -> dict[str, dict[str, Any]]:
    """The texts that speak of an entity, and itself where it is one."""
    wanted = {evidence.source for statement in claims for evidence in statement.evidence} | {iri}
    found: dict[str, dict[str, Any]] = {}
    for row in graph.query(_DOCUMENTS):
        document = str(row["document"])
        if document not in wanted:
            continue
        entry = found.setdefault(
            document,
            {
                "citation": row["citation"],
                "file": row["name"],
                "year": row["year"],
                "demonstration": bool(row["demonstration"]),
                "authors": [],
                "dependent": [],
            },
        )
        for key, value in (("authors", row["author"]), ("dependent", row["other"])):
            if value and value not in entry[key]:
                entry[key].append(value)
    for entry in found.values():
        entry["authors"].sort(key=str(entry["citation"]).find)  # the graph does not order them, the citation does
    return found


def _rules(graph: KnowledgeGraph, wanted: set[str]) -> dict[str, dict[str, Any]]:
    """What each rule reads, in the words of its note, and how well: null where that was not measured."""
    return {
        str(row["rule"]): {
            "note": str(row["note"] or ""),
            **{key: row[key] for key in ("confidence", "checked", "right")},
        }
        for row in graph.query(_RULES)
        if row["rule"] in wanted
    }


def _said(graph: KnowledgeGraph, iri: str, claims: list[Statement]) -> list[dict[str, Any]]:
    """What the reference data and the descriptions of the graph say and no claim does."""
    claimed = {(BKG + s.predicate, s.object) for s in claims if s.subject == iri}
    return [
        {"predicate": str(row["p"]), **_value(graph, row["o"]), "reference": row["reference"]}
        for row in _asked(graph, _SAID, iri)
        if row["p"] not in _NAMING and (row["p"], str(row["o"])) not in claimed
    ]


def _inferred(graph: KnowledgeGraph, iri: str) -> list[dict[str, Any]]:
    """What follows, by property: the first values and how many there are."""
    return [
        {
            "predicate": str(row["p"]).removeprefix(BKG),
            "total": row["total"],
            "values": [_value(graph, found["o"]) for found in _asked(graph, _FOLLOWS, iri, _p=str(row["p"]))],
        }
        for row in _asked(graph, _FOLLOWING, iri)
    ]


def _link(row: dict[str, Any]) -> dict[str, Any]:
    """A record of another authority that matches, with what SSSOM says of how that was found."""
    return {
        "relation": str(row["p"]).rsplit("#", 1)[-1],
        "target": str(row["o"]),
        "name": str(row["name"] or ""),
        "justification": str(row["how"] or "").rsplit("/", 1)[-1],
        "confidence": row["confidence"],
    }


def _value(graph: KnowledgeGraph, value: Any) -> dict[str, Any]:
    iri = isinstance(value, str) and value.startswith(("https://", "http://"))
    label = graph.label(value) if iri else str(value)
    return {"object": str(value), "label": label, "labels": _names(graph, str(value))}


def _judged(graph: KnowledgeGraph, iri: str) -> list[dict[str, Any]]:
    """What the shapes found of this node when the graph was built."""
    path = graph.store.version.folder / "report.jsonl"
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    found = [json.loads(line) for line in lines if line]
    return [entry for entry in found if entry["focus"] == iri]
