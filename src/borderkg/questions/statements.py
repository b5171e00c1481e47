"""What the texts say of an entity: its claims, each with its evidence, its rank, and what contradicts it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from borderkg.errors import QueryError
from borderkg.graph.locator import Cell, Locator, Range, cells, locate
from borderkg.graph.query_text import bound
from borderkg.graph.store import GraphStore
from borderkg.graph.terms import language_of
from borderkg.graph.texts import Passage, Texts
from borderkg.questions.results import read
from borderkg.vocabulary import BKG, ID


@dataclass(frozen=True, slots=True)
class Evidence:
    """A range of a text; `passage` is None where the text is not attached."""

    source: str
    citation: str
    sha256: str
    start: int
    end: int
    primary: bool
    where: Locator
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim about an entity, as shown on its page."""

    claim: str
    subject: str
    subject_label: str
    predicate: str
    object: str
    """An IRI, or the text of a literal."""
    object_label: str
    detail: str
    """Indicator, time and unit of an observation; empty for other claims."""
    time: str
    """When an observation holds (`2017`, `1992/2019`); empty for other claims."""
    modality: str
    rank: str
    rank_reason: tuple[str, str]
    """Why the rank is not normal, in Chinese and English; empty where it is."""
    attribution: str
    """Who says it, where that is not the author."""
    rule: str
    confidence: float | None
    """How sure the reading is: the share of the rule's claims that were right, as measured; None where nothing was."""
    evidence: tuple[Evidence, ...]
    conflicts: tuple[str, ...]


_STATEMENTS: Final = """
SELECT DISTINCT ?claim ?subject ?predicate ?object ?modality ?rank ?why_zh ?why_en ?attribution ?rule
       ?place ?kind ?start ?end ?source ?file ?hash ?citation ?indicator ?value ?unit ?time ?conflict WHERE {
  GRAPH ?g {
    %s
    ?claim bkg:claimSubject ?subject ; bkg:claimPredicate ?predicate ; bkg:modality ?modality ;
           bkg:rank ?rank ; bkg:readBy ?rule .
    { ?claim bkg:claimObject ?object } UNION { ?claim bkg:claimValue ?object }
    ?claim ?kind ?place .
    ?place oa:hasSource ?source ; oa:hasSelector ?selector .
    ?selector oa:start ?start ; oa:end ?end .
  }
  ?source bkg:fileName ?file ; bkg:textHash ?hash ; bkg:citation ?citation .
  OPTIONAL { GRAPH ?g { ?claim bkg:namedAs ?indicator } }
  OPTIONAL { GRAPH ?g { ?claim bkg:attribution ?attribution } }
  OPTIONAL { GRAPH ?g { ?claim bkg:rankReason ?why_zh FILTER(LANG(?why_zh) = "zh") } }
  OPTIONAL { GRAPH ?g { ?claim bkg:rankReason ?why_en FILTER(LANG(?why_en) = "en") } }
  OPTIONAL { ?object bkg:value ?fact OPTIONAL { ?object bkg:unit ?in } OPTIONAL { ?object bkg:refTime ?at } }
  OPTIONAL {  # a figure that is no fact is described with its claim
    GRAPH ?g { ?object bkg:value ?said OPTIONAL { ?object bkg:unit ?saidIn } OPTIONAL { ?object bkg:refTime ?saidAt } }
  }
  BIND(COALESCE(?fact, ?said) AS ?value) BIND(COALESCE(?in, ?saidIn) AS ?unit) BIND(COALESCE(?at, ?saidAt) AS ?time)
  OPTIONAL { ?conflict a bkg:Conflict ; bkg:involves ?claim }
} ORDER BY ?predicate ?claim ?kind ?start
"""

_ABOUT: Final = _STATEMENTS % "{ ?claim bkg:claimSubject ?_about } UNION { ?claim bkg:claimObject ?_about }"
_ITSELF: Final = _STATEMENTS % "VALUES ?claim { ?_about }"
_STATED_IN: Final = _STATEMENTS % "?claim bkg:statedIn ?_about ."

Row = dict[str, object]


def query_of(iri: str) -> str:
    """The query whose rows are the claims about a thing, or a claim itself, with their evidence, one row a place."""
    return bound(_ITSELF if iri.startswith(f"{ID}claim/") else _ABOUT, {"_about": ox.NamedNode(iri)}).strip()


def about(store: GraphStore, texts: Texts, label: Callable[[str], str], iri: str) -> list[Statement]:
    """The claims in which an entity, a figure or an argument is subject or object, with their evidence; or a claim itself."""
    return _read(store, texts, label, query_of(iri))


def stated_in(store: GraphStore, texts: Texts, label: Callable[[str], str], source: str) -> list[Statement]:
    """The claims that a source states, by its IRI."""
    return _read(store, texts, label, bound(_STATED_IN, {"_about": ox.NamedNode(source)}))


def _read(store: GraphStore, texts: Texts, label: Callable[[str], str], query: str) -> list[Statement]:
    grouped: dict[str, list[Row]] = {}
    for row in read(store.query(query)):
        grouped.setdefault(str(row["claim"]), []).append(dict(row))
    known = cells(store, {_range(row) for rows in grouped.values() for row in rows})
    sure = _confidences(store) if grouped else {}
    return [_statement(store, texts, label, known, sure, claim, rows) for claim, rows in grouped.items()]


def _confidences(store: GraphStore) -> dict[str, float]:
    """How well each rule reads that was measured, by its IRI."""
    rows = read(store.query("SELECT ?rule ?share { GRAPH graph:provenance { ?rule bkg:confidence ?share } }"))
    return {str(row["rule"]): float(str(row["share"])) for row in rows}


def _range(row: Row) -> Range:
    return str(row["hash"]), _int(row["start"]), _int(row["end"])


def _statement(
    store: GraphStore,
    texts: Texts,
    label: Callable[[str], str],
    known: Mapping[Range, Cell],
    sure: Mapping[str, float],
    claim: str,
    rows: list[Row],
) -> Statement:
    first = rows[0]
    places = {(str(r["kind"]), *_range(r)): r for r in rows}
    evidence = [
        Evidence(
            str(row["source"]),
            str(row["citation"]),
            sha,
            start,
            end,
            kind != BKG + "context",
            locate(str(row["file"]), start, end, known.get((sha, start, end)), texts.text(sha)),
            texts.passage(sha, start, end),
        )
        for (kind, sha, start, end), row in places.items()
    ]
    measured = first["value"] is not None
    return Statement(
        claim,
        str(first["subject"]),
        label(str(first["subject"])),
        str(first["predicate"]).removeprefix(BKG),
        str(first["object"]),
        _measured(first) if measured else _object(store, label, str(first["object"]), evidence),
        " · ".join(str(part) for part in (first["indicator"], first["time"]) if part) if measured else "",
        str(first["time"] or ""),
        str(first["modality"]).rsplit("modality-", 1)[-1],
        str(first["rank"]).rsplit("rank-", 1)[-1],
        (str(first["why_zh"] or ""), str(first["why_en"] or "")),
        str(first["attribution"] or ""),
        str(first["rule"]),
        sure.get(str(first["rule"])),
        tuple(sorted(evidence, key=lambda e: (not e.primary, e.start))),
        tuple(sorted({str(row["conflict"]) for row in rows if row["conflict"]})),
    )


def _measured(row: Row) -> str:
    """A number without an exponent or a trailing point, with its unit."""
    value = row["value"]
    number = f"{value:.10f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    return f"{number} {row['unit'] or ''}".strip()


def _object(store: GraphStore, label: Callable[[str], str], obj: str, evidence: list[Evidence]) -> str:
    """What a claim states, in words: a label, a literal; of a problem or measure its own words where the text is at hand,
    else its theme."""
    if not obj.startswith("https://"):
        return obj
    if not obj.startswith(ID + "argument/"):
        return label(obj)
    primary = next((e for e in evidence if e.primary), None)
    if primary and primary.passage:
        return "".join(primary.passage.words.split())
    themes = read(store.query("SELECT ?l WHERE { ?a bkg:theme/skos:prefLabel ?l }", bindings={"a": ox.NamedNode(obj)}))
    return next((str(row["l"]) for row in themes if language_of(str(row["l"])) == "zh"), "…")


def _int(value: object) -> int:
    if not isinstance(value, int):
        raise QueryError("an offset of the graph is no number; build the store anew")
    return value
