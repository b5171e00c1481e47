"""The Python door: `borderkg.open("build/graph").query("SELECT …").to_pandas()`."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from borderkg import schema
from borderkg.errors import QueryError
from borderkg.findings import reading
from borderkg.findings.reading import Disagreement, Filter
from borderkg.graph import proofs
from borderkg.graph.place import Place, is_address
from borderkg.graph.proofs import Proof
from borderkg.graph.store import GraphStore
from borderkg.graph.texts import Passage, Texts
from borderkg.questions import catalogue, triples
from borderkg.questions.lineages import Lineages, Question
from borderkg.questions.names import Named, Names
from borderkg.questions.results import Result, read
from borderkg.questions.terms import Terms
from borderkg.vocabulary import BKG

if TYPE_CHECKING:
    import rdflib

    from borderkg.graph.terms import Term
    from borderkg.lineage.diffusion import Diffusion
    from borderkg.lineage.graph import Lineage


@dataclass(frozen=True, slots=True)
class Evidence:
    """A range of a text; `passage` is None where the text is not attached."""

    source: str
    citation: str
    sha256: str
    start: int
    end: int
    primary: bool
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
    modality: str
    rule: str
    evidence: tuple[Evidence, ...]
    conflicts: tuple[str, ...]


_STATEMENTS = """
SELECT DISTINCT ?claim ?subject ?predicate ?object ?modality ?rule ?place ?kind ?start ?end ?source ?hash ?citation
       ?indicator ?value ?unit ?time ?conflict WHERE {
  GRAPH ?g {
    { ?claim bkg:claimSubject ?_entity } UNION { ?claim bkg:claimObject ?_entity }
    ?claim bkg:claimSubject ?subject ; bkg:claimPredicate ?predicate ; bkg:modality ?modality ; bkg:readBy ?rule .
    { ?claim bkg:claimObject ?object } UNION { ?claim bkg:claimValue ?object }
    ?claim ?kind ?place .
    ?place a bkg:Evidence ; oa:hasSource ?source ; oa:hasSelector ?selector .
    ?selector oa:start ?start ; oa:end ?end .
  }
  ?source bkg:textHash ?hash ; bkg:citation ?citation .
  OPTIONAL { GRAPH ?g { ?claim bkg:namedAs ?indicator } }
  OPTIONAL { ?object bkg:value ?fact OPTIONAL { ?object bkg:unit ?in } OPTIONAL { ?object bkg:refTime ?at } }
  OPTIONAL {  # a figure that is no fact is described with its claim
    GRAPH ?g { ?object bkg:value ?said OPTIONAL { ?object bkg:unit ?saidIn } OPTIONAL { ?object bkg:refTime ?saidAt } }
  }
  BIND(COALESCE(?fact, ?said) AS ?value) BIND(COALESCE(?in, ?saidIn) AS ?unit) BIND(COALESCE(?at, ?saidAt) AS ?time)
  OPTIONAL { ?conflict a bkg:Conflict ; bkg:involves ?claim }
} ORDER BY ?predicate ?claim ?kind ?start
"""


class KnowledgeGraph:
    """A published graph, opened for reading."""

    def __init__(self, place: Place) -> None:
        self.store = GraphStore.open(place)
        self.texts = Texts(self.store.home)

    def query(self, sparql: str, *, limit: int | None = None) -> Result:
        """Ask a SPARQL 1.1 query (SELECT, ASK, CONSTRUCT, DESCRIBE). Raises QueryError where it is malformed."""
        return read(self.store.query(sparql), limit)

    def ask(self, question: str, parameters: Mapping[str, str] | None = None) -> Result:
        """Ask a question of the catalogue by name. Raises QuestionError where it or a parameter is unknown."""
        found = catalogue.find(question)
        return read(self.store.query(found.query, bindings=found.bindings(parameters or {})))

    @cached_property
    def names(self) -> Names:
        return Names(self.store)

    @cached_property
    def terms(self) -> Terms:
        """The terms that a query over this graph can use."""
        return Terms(self.store)

    @cached_property
    def _labels(self) -> dict[str, str]:
        return {n.iri: n.label for n in reversed(self.names.all) if n.preferred and _is_han(n.label)} | {
            n.iri: n.label for n in self.names.all if n.preferred and not _is_han(n.label) and n.iri not in self._zh
        }

    @cached_property
    def _zh(self) -> frozenset[str]:
        return frozenset(n.iri for n in self.names.all if n.preferred and _is_han(n.label))

    def label(self, iri: str) -> str:
        """The label to show for an IRI."""
        if iri in self._labels:
            return self._labels[iri]
        from borderkg.questions.names import label_of

        return label_of(self.store, iri)

    def statements(self, iri: str) -> list[Statement]:
        """The claims in which an entity is subject or object, with their evidence."""
        answer = read(self.store.query(_STATEMENTS, bindings={"_entity": ox.NamedNode(iri)}))
        grouped: dict[str, list[dict[str, object]]] = {}
        for row in answer:
            grouped.setdefault(str(row["claim"]), []).append(dict(row))
        return [self._statement(claim, rows) for claim, rows in grouped.items()]

    def _statement(self, claim: str, rows: list[dict[str, object]]) -> Statement:
        first = rows[0]
        obj = str(first["object"])
        detail = ""
        label = self.label(obj) if obj.startswith("https://") else obj
        if first["value"] is not None:
            number = f"{first['value']:g}" if isinstance(first["value"], float) else str(first["value"])
            detail = " · ".join(str(part) for part in (first["indicator"], first["time"]) if part)
            label = f"{_plain(number, first['value'])} {first['unit'] or ''}".strip()
        places = {(str(r["kind"]), str(r["hash"]), _int(r["start"]), _int(r["end"])): r for r in rows}
        evidence = [
            Evidence(
                str(row["source"]),
                str(row["citation"]),
                sha,
                start,
                end,
                kind != BKG + "context",
                self.texts.passage(sha, start, end),
            )
            for (kind, sha, start, end), row in places.items()
        ]
        if label.startswith("id:argument/") and evidence:
            primary = next((e for e in evidence if e.primary), evidence[0])
            label = "".join(primary.passage.words.split()) if primary.passage else self.label_of_argument(obj)
        return Statement(
            claim,
            str(first["subject"]),
            self.label(str(first["subject"])),
            str(first["predicate"]).removeprefix(BKG),
            obj,
            label,
            detail,
            str(first["modality"]).rsplit("modality-", 1)[-1],
            str(first["rule"]),
            tuple(sorted(evidence, key=lambda e: (not e.primary, e.start))),
            tuple(sorted({str(row["conflict"]) for row in rows if row["conflict"]})),
        )

    def label_of_argument(self, iri: str) -> str:
        """The theme of a problem or measure whose text is not attached."""
        themes = read(
            self.store.query("SELECT ?l WHERE { ?a bkg:theme/skos:prefLabel ?l }", bindings={"a": ox.NamedNode(iri)})
        )
        return next((str(row["l"]) for row in themes if _is_han(str(row["l"]))), "…")

    @cached_property
    def lineages(self) -> Lineages:
        """The lineage of the graph, and the questions asked of it (docs/lineage.md)."""
        return Lineages(self.store, self.names)

    def lineage(self, name: str = "", **asked: Any) -> "Lineage":
        """The lineage, of everything or around one name, as a networkx graph with methods (`borderkg.lineage.graph`).

        `asked` are the fields of `questions.lineages.Question`: to, as_of, relations, levels, period, region, source,
        stated_only, direction, depth. Raises UnknownNameError or QueryError.
        """
        return self.lineages.ask(Question(name, **asked)).graph

    def diffusion(self, name: str) -> "Diffusion":
        """How a platform type or a subject of policy spread by province and year. Raises UnknownNameError."""
        return self.lineages.diffusion(name)

    def why(self, subject: str, predicate: str, obj: str) -> Proof:
        """The proof of a triple, stated or inferred, down to the claims that state what it rests on.

        The three are names, a property's name or label, or IRIs; the object may be a value. Raises UnknownNameError or
        ProofError where the graph does not hold the triple."""
        return proofs.prove(self.store, triples.find(self.store, self.names, subject, predicate, obj))

    def stating(self, proof: Proof) -> list[Statement]:
        """The claims that state what a proof rests on there, with their evidence."""
        if not proof.claims:
            return []
        return [s for s in self.statements(proof.triple[0].value) if s.claim in proof.claims]

    def shown(self, term: "Term") -> str:
        """A term as people read it: its label, or its value."""
        if not isinstance(term, ox.NamedNode):
            return str(getattr(term, "value", term))
        local = term.value.removeprefix(BKG)
        return local if local in schema.load().properties else self.label(term.value)

    def described(self, proof: Proof) -> dict[str, Any]:
        """A proof as JSON, with labels and, for what texts state, the passages."""
        return {
            **proof.as_dict(),
            "label": " — ".join(self.shown(term) for term in proof.triple),
            "evidence": [asdict(e) for s in self.stating(proof) for e in s.evidence if e.primary],
            "premises": [self.described(premise) for premise in proof.premises],
        }

    def conflicts(
        self, *, source: str = "", kind: str = "", indicator: str = "", severities: tuple[str, ...] = ()
    ) -> list[Disagreement]:
        """What claims disagree on, the worst first, each claim with its passage.

        `source` is a part of a file name or citation, `indicator` of an indicator's name, `kind` and `severities` are of the
        schemes of docs/conflicts.md; empty means all. Raises QueryError for an unknown kind or severity, UnknownNameError for
        an unknown source.
        """
        return reading.conflicts(self.store, self.texts, self.label, Filter(source, kind, indicator, severities))

    def audit(
        self, *, source: str = "", kind: str = "", indicator: str = "", severities: tuple[str, ...] = ()
    ) -> list[Disagreement]:
        """Which figures do not add up, as `conflicts` gives what claims disagree on."""
        return reading.audit(self.store, self.texts, self.label, Filter(source, kind, indicator, severities))

    def rdflib(self) -> "rdflib.Dataset":
        """The graph as an rdflib Dataset over the same engine."""
        from borderkg.graph import view

        return view.dataset(self.store)

    def find(self, name: str) -> Named:
        """The entity that bears a name. Raises UnknownNameError."""
        return self.names.one(name)


def _plain(shown: str, value: object) -> str:
    """A number without an exponent or a trailing point."""
    if isinstance(value, float):
        return f"{value:.10f}".rstrip("0").rstrip(".")
    return shown


def _int(value: object) -> int:
    if not isinstance(value, int):
        raise QueryError("an offset of the graph is no number; build the store anew")
    return value


def _is_han(text: str) -> bool:
    return any("\u3400" <= c <= "\u9fff" for c in text)


def open_graph(place: Place) -> KnowledgeGraph:
    """Open the current version of a store, in a folder or on a server (docs/stores.md). Raises StoreError where there is
    none, RemoteError where a server does not answer."""
    return KnowledgeGraph(place if is_address(place) else Path(place))
