"""The Python door: `borderkg.open("build/graph").query("SELECT …").to_pandas()`."""

from collections.abc import Mapping, Set
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from borderkg import schema
from borderkg.findings import reading
from borderkg.findings.reading import Disagreement, Filter
from borderkg.graph import proofs
from borderkg.graph.place import Place, is_address
from borderkg.graph.proofs import Proof
from borderkg.graph.query_text import Bindings
from borderkg.graph.store import GraphStore
from borderkg.graph.terms import language_of
from borderkg.graph.texts import Texts
from borderkg.questions import catalogue, sources, statements, triples
from borderkg.questions.lineages import Lineages, Question
from borderkg.questions.meant import Meanings
from borderkg.questions.names import Named, Names, label_of
from borderkg.questions.results import Result, read
from borderkg.questions.sources import Source
from borderkg.questions.statements import Statement
from borderkg.questions.terms import Terms
from borderkg.vocabulary import BKG

if TYPE_CHECKING:
    import rdflib

    from borderkg.graph.terms import Term
    from borderkg.lineage.diffusion import Diffusion
    from borderkg.lineage.graph import Lineage


class KnowledgeGraph:
    """A published graph, opened for reading."""

    def __init__(self, place: Place) -> None:
        self.store = GraphStore.open(place)
        self.texts = Texts(self.store.home)
        self._last: tuple[str, list[Statement]] = ("", [])

    def query(self, sparql: str, *, limit: int | None = None, bindings: Bindings | None = None) -> Result:
        """Ask a SPARQL 1.1 query (SELECT, ASK, CONSTRUCT, DESCRIBE); `bindings` are values of its variables. Raises
        QueryError where it is malformed."""
        return read(self.store.query(sparql, bindings=bindings), limit)

    def ask(self, question: str, parameters: Mapping[str, str] | None = None) -> Result:
        """Ask a question of the catalogue by name. Raises QuestionError where it or a parameter is unknown, UnknownNameError
        where nothing bears a name that it is asked with."""
        found = catalogue.find(question)
        values = self.meanings.values(found, parameters or {})
        return read(self.store.query(found.query, bindings=found.bindings(values)))

    @cached_property
    def meanings(self) -> Meanings:
        """Reads the names that questions are asked with."""
        return Meanings(self.store)

    @cached_property
    def names(self) -> Names:
        return Names(self.store)

    @cached_property
    def terms(self) -> Terms:
        """The terms that a query over this graph can use."""
        return Terms(self.store)

    def label(self, iri: str) -> str:
        """The label to show for an IRI."""
        zh, en = self.labels(iri)
        return zh or en or label_of(self.store, iri)

    def labels(self, iri: str) -> tuple[str, str]:
        """The preferred names of an entity in Chinese and in English; empty where it has none."""
        return self._pairs.get(iri, ("", ""))

    @cached_property
    def _pairs(self) -> dict[str, tuple[str, str]]:
        pairs: dict[str, tuple[str, str]] = {}
        for named in reversed(self.names.all):
            if named.preferred:
                zh, en = pairs.get(named.iri, ("", ""))
                pairs[named.iri] = (named.label, en) if language_of(named.label) == "zh" else (zh, named.label)
        return pairs

    def statements(self, iri: str) -> list[Statement]:
        """The claims in which an entity, a figure or an argument is subject or object, with their evidence; or a claim itself."""
        return statements.about(self.store, self.texts, self.label, iri)

    def stated_in(self, source: str) -> list[Statement]:
        """The claims that a source states, by its IRI, in the order of its text; those of the last one asked for are at hand."""
        if self._last[0] != source:
            claims = statements.stated_in(self.store, self.texts, self.label, source)
            self._last = source, sorted(claims, key=lambda s: (s.evidence[0].start, s.evidence[0].end, s.claim))
        return self._last[1]

    def source(self, iri: str) -> Source:
        """A source by its IRI. Raises UnknownNameError where the graph has none of that IRI."""
        return sources.find(self.store, self.texts, iri)

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

    def findings(self) -> list[Disagreement]:
        """What `conflicts` and `audit` give together, unfiltered."""
        return reading.everything(self.store, self.texts, self.label, Filter())

    def findings_about(self, claims: Set[str]) -> list[Disagreement]:
        """The findings that involve one of these claims (IRIs)."""
        return reading.about(self.store, self.texts, self.label, claims)

    def rdflib(self) -> "rdflib.Dataset":
        """The graph as an rdflib Dataset over the same engine."""
        from borderkg.graph import view

        return view.dataset(self.store)

    def find(self, name: str) -> Named:
        """The entity that bears a name. Raises UnknownNameError."""
        return self.names.one(name)


def open_graph(place: Place) -> KnowledgeGraph:
    """Open the current version of a store, in a folder or on a server (docs/stores.md). Raises StoreError where there is
    none, RemoteError where a server does not answer."""
    return KnowledgeGraph(place if is_address(place) else Path(place))
