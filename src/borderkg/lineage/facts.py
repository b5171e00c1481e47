"""What a store says, as lineage needs it: facts of the default graph, reference data, and claims by what they state."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Final

import pyoxigraph as ox

from borderkg.graph import iris
from borderkg.graph.terms import DEFAULT, Graph, Node, Term, bkg
from borderkg.lineage.hop import RELATIONS
from borderkg.records import record
from borderkg.vocabulary import BKC, BKG, FACTUAL_MODALITIES, RDF, SKOS

_REFERENCE: Final = Node(iris.REFERENCE)


@record
class Stated:
    """A claim, as far as lineage goes."""

    claim: str
    source: str
    subject: str
    predicate: str
    object: str
    modality: str
    rule: str
    """The IRI of the rule that read it."""


class Facts:
    """A store, asked for single values."""

    def __init__(self, store: ox.Store) -> None:
        self.store = store
        self._claims: dict[str, list[Stated]] = {}
        self._indexes: dict[str, tuple[dict[str, list[Stated]], dict[str, list[Stated]]]] = {}

    def values(self, subject: str, name: str, graph: Graph = DEFAULT) -> list[str]:
        """The objects of one of our own properties, or of one given by its IRI, sorted."""
        predicate = Node(name) if name.startswith("http") else bkg(name)
        found = self.store.quads_for_pattern(Node(subject), predicate, None, graph)
        return sorted({q.object.value for q in found if isinstance(q.object, (Node, ox.Literal))})

    def known(self, subject: str, name: str) -> list[str]:
        """The objects that the facts give or, where they give none, the reference data."""
        return self.values(subject, name) or self.reference(subject, name)

    def labels(self, subject: str) -> dict[str, str]:
        """The preferred label by language, the first in order of the alphabet."""
        found: dict[str, str] = {}
        for term in self._described(subject, SKOS + "prefLabel"):
            if isinstance(term, ox.Literal):
                language = term.language or ""
                found[language] = min(found.get(language, term.value), term.value)
        return found

    def types(self, subject: str) -> list[str]:
        """The local names of its classes."""
        found = {t.value for t in self._described(subject, RDF + "type") if isinstance(t, Node)}
        return sorted(t.removeprefix(BKG) for t in found if t.startswith(BKG))

    def _described(self, subject: str, predicate: str) -> list[Term]:
        """What the facts say, else what any source says of a thing that is only planned."""
        pattern = (Node(subject), Node(predicate), None)
        facts = [q.object for q in self.store.quads_for_pattern(*pattern, DEFAULT)]
        return facts or [q.object for q in self.store.quads_for_pattern(*pattern, None)]

    def names(self, subject: str) -> list[str]:
        """Every label of a thing, in whatever language."""
        kinds = (SKOS + "prefLabel", SKOS + "altLabel", "alias")
        return sorted({v for kind in kinds for g in (DEFAULT, _REFERENCE) for v in self.values(subject, kind, g)})

    def claims(self, predicate: str) -> list[Stated]:
        """The claims that state a property, whatever their modality, in order."""
        if predicate not in self._claims:
            found = self.store.quads_for_pattern(None, bkg("claimPredicate"), bkg(predicate), None)
            self._claims[predicate] = sorted(
                (
                    s
                    for q in found
                    if isinstance(q.subject, Node) and (s := self._stated(q.subject, predicate, q.graph_name))
                ),
                key=lambda s: s.claim,
            )
        return self._claims[predicate]

    def claims_about(self, subject: str, *predicates: str) -> list[Stated]:
        """The factual claims of some properties of one subject."""
        return [s for p in predicates for s in self._indexed(p)[0].get(subject, ()) if self.factual(s)]

    def claims_on(self, obj: str, predicate: str) -> list[Stated]:
        """The factual claims that state a property of something with one object."""
        return [s for s in self._indexed(predicate)[1].get(obj, ()) if self.factual(s)]

    def naming(self, iri: str) -> list[Stated]:
        """The factual claims of lineage that a thing is subject or object of."""
        return [s for p in RELATIONS for s in (*self.claims_about(iri, p), *self.claims_on(iri, p))]

    def _indexed(self, predicate: str) -> tuple[dict[str, list[Stated]], dict[str, list[Stated]]]:
        """The claims of a property by subject, and by object."""
        if predicate not in self._indexes:
            by_subject: dict[str, list[Stated]] = defaultdict(list)
            by_object: dict[str, list[Stated]] = defaultdict(list)
            for stated in self.claims(predicate):
                by_subject[stated.subject].append(stated)
                by_object[stated.object].append(stated)
            self._indexes[predicate] = by_subject, by_object
        return self._indexes[predicate]

    def _stated(self, claim: Node, predicate: str, graph: object) -> Stated | None:
        if not isinstance(graph, Node) or graph.value == iris.QUARANTINE:
            return None
        said = {q.predicate: q.object for q in self.store.quads_for_pattern(claim, None, None, graph)}
        subject, obj = said.get(bkg("claimSubject")), said.get(bkg("claimObject")) or said.get(bkg("claimValue"))
        source, modality, rule = (said.get(bkg(name)) for name in ("statedIn", "modality", "readBy"))
        told = [getattr(term, "value", "") for term in (source, subject, obj, modality, rule)]
        return Stated(
            claim.value, told[0], told[1], predicate, told[2], told[3].removeprefix(BKC + "modality-"), told[4]
        )

    @staticmethod
    def factual(stated: Stated) -> bool:
        return stated.modality in FACTUAL_MODALITIES

    @cached_property
    def in_conflict(self) -> frozenset[str]:
        """The claims that some conflict involves."""
        found = self.store.quads_for_pattern(None, bkg("involves"), None, Node(iris.CONFLICTS))
        return frozenset(q.object.value for q in found if isinstance(q.object, Node))

    @cached_property
    def published(self) -> dict[str, str]:
        """The documents of the store, with the date on which each was published, or nothing."""
        documents = self.store.quads_for_pattern(None, bkg("textHash"), None, DEFAULT)
        found = {q.subject.value: "" for q in documents if isinstance(q.subject, Node)}
        return {document: next(iter(self.values(document, "published")), "") for document in sorted(found)}

    def around(self, place: str) -> list[str]:
        """A place and what it lies in, nearest first, by the administrative hierarchy."""
        found: list[str] = []
        waiting = [place]
        while waiting:
            here = waiting.pop(0)
            if here not in found:
                found.append(here)
                waiting += self.known(here, "partOf")
        return found

    def places(self, thing: str) -> list[str]:
        """Where a thing lies: as the facts say and, more exactly perhaps, the reference data."""
        return sorted({*self.values(thing, "locatedIn"), *self.reference(thing, "locatedIn")})

    def members(self, kind: str) -> list[str]:
        """The individuals of a class of ours among the facts."""
        found = self.store.quads_for_pattern(None, Node(RDF + "type"), bkg(kind), DEFAULT)
        return sorted(q.subject.value for q in found if isinstance(q.subject, Node))

    def reference(self, subject: str, name: str) -> list[str]:
        """The objects that the reference data give."""
        return self.values(subject, name, _REFERENCE)

    def reference_subjects(self, name: str, obj: str) -> list[str]:
        """What the reference data put before a property and an object."""
        found = self.store.quads_for_pattern(None, bkg(name), Node(obj), _REFERENCE)
        return sorted(q.subject.value for q in found if isinstance(q.subject, Node))


def evidence(stated: Iterable[Stated]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The claims, and the documents that make them."""
    listed = list(stated)
    return tuple(sorted({s.claim for s in listed})), tuple(sorted({s.source for s in listed}))
