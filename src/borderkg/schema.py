"""The ontology as the program needs it: which types a predicate joins, what the terms and concepts are called.

Read from `ontology/core` and `ontology/concepts`; nothing here is written twice.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox

from borderkg import resources
from borderkg.errors import ReferenceDataError
from borderkg.vocabulary import BKC, BKG, OWL, RDF, RDFS, SKOS

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
"""An RDF term as pyoxigraph has it."""


@dataclass(frozen=True, slots=True)
class Property:
    """A property of the ontology; an empty domain or range says nothing."""

    name: str
    domain: frozenset[str]
    range: frozenset[str]
    literal: bool
    scheme: str = ""
    """The concept scheme that its objects come from, as `port-mode`."""


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of one of our own SKOS schemes."""

    iri: str
    scheme: str
    """As `platform-type`."""
    label_zh: str
    label_en: str
    other_labels: tuple[str, ...]
    scope_zh: str = ""
    scope_en: str = ""
    broader: frozenset[str] = frozenset()
    """IRIs of the concepts one step above."""
    related: frozenset[str] = frozenset()
    """IRIs of the concepts that this one names as related; the relation holds both ways."""


@dataclass(frozen=True, slots=True)
class Schema:
    classes: frozenset[str]
    superclasses: dict[str, frozenset[str]]
    """Reflexive and transitive."""
    properties: dict[str, Property]
    concepts: tuple[Concept, ...]
    labels: dict[str, tuple[str, str]]
    """zh and en label of each class and property, by local name."""

    def accepts(self, predicate: str, subject: str, obj: str) -> bool:
        """Whether a predicate may join a subject and an object of these types."""
        prop = self.properties[predicate]
        return self.within(subject, prop.domain) and (prop.literal or self.within(obj, prop.range))

    def within(self, kind: str, allowed: frozenset[str]) -> bool:
        """Whether a type or one of its superclasses is among the allowed; nothing allowed means anything."""
        return not allowed or bool(self.superclasses.get(kind, frozenset({kind})) & allowed)


def files(folder: Path) -> list[Path]:
    """The Turtle files of the ontology that hold terms and concepts, in order."""
    return sorted([*folder.glob("core/*.ttl"), *folder.glob("concepts/*.ttl")])


def parse(path: Path) -> list[ox.Triple]:
    """The triples of a Turtle file. Raises ReferenceDataError with file, line and cause."""
    try:
        return [quad.triple for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)]
    except (SyntaxError, OSError, ValueError) as error:
        raise ReferenceDataError(f"{path}: {' '.join(str(error).split())}") from error


@cache
def load(folder: Path | None = None) -> Schema:
    """Read the ontology. Raises ReferenceDataError where a file is malformed."""
    by_subject: dict[object, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for path in files(folder or resources.ontology()):
        for triple in parse(path):
            subject = triple.subject.value if isinstance(triple.subject, ox.NamedNode) else triple.subject
            by_subject[subject][triple.predicate.value].append(triple.object)
    nodes = {str(k): v for k, v in by_subject.items() if isinstance(k, str)}
    blank = {k: v for k, v in by_subject.items() if not isinstance(k, str)}

    def local(term: Term) -> str:
        value = term.value if isinstance(term, ox.NamedNode) else ""
        return "Concept" if value == SKOS + "Concept" else value.removeprefix(BKG)

    def union(terms: list[Term]) -> frozenset[str]:
        names: set[str] = set()
        for term in terms:
            if isinstance(term, ox.BlankNode):
                node = blank[term][OWL + "unionOf"][0]
                while isinstance(node, ox.BlankNode):
                    names.add(local(blank[node][RDF + "first"][0]))
                    node = blank[node][RDF + "rest"][0]
            else:
                names.add(local(term))
        return frozenset(names)

    classes, properties, labels = set(), {}, {}
    parents: dict[str, set[str]] = defaultdict(set)
    concepts = []
    for iri, facts in nodes.items():
        kinds = {t.value for t in facts[RDF + "type"] if isinstance(t, ox.NamedNode)}
        if iri.startswith(BKG):
            name = iri.removeprefix(BKG)
            labels[name] = (_label(facts[RDFS + "label"], "zh"), _label(facts[RDFS + "label"], "en"))
            if OWL + "Class" in kinds:
                classes.add(name)
                parents[name] |= {local(t) for t in facts[RDFS + "subClassOf"]}
            elif kinds & {OWL + "ObjectProperty", OWL + "DatatypeProperty"}:
                domain, range_ = union(facts[RDFS + "domain"]), union(facts[RDFS + "range"])
                schemes = [t.value.removeprefix(BKC) for t in facts[BKG + "fromScheme"] if isinstance(t, ox.NamedNode)]
                properties[name] = Property(
                    name, domain, range_, OWL + "DatatypeProperty" in kinds, schemes[0] if schemes else ""
                )
        elif iri.startswith(BKC) and SKOS + "Concept" in kinds:
            scheme = facts[SKOS + "inScheme"][0]
            others = [t for kind in ("altLabel", "hiddenLabel") for t in facts[SKOS + kind]]
            concepts.append(
                Concept(
                    iri,
                    scheme.value.removeprefix(BKC) if isinstance(scheme, ox.NamedNode) else "",
                    _label(facts[SKOS + "prefLabel"], "zh"),
                    _label(facts[SKOS + "prefLabel"], "en"),
                    tuple(t.value for t in others if isinstance(t, ox.Literal)),
                    _label(facts[SKOS + "scopeNote"], "zh"),
                    _label(facts[SKOS + "scopeNote"], "en"),
                    _iris(facts[SKOS + "broader"]),
                    _iris(facts[SKOS + "related"]),
                )
            )
    return Schema(
        frozenset(classes),
        {name: frozenset(_closure(name, parents)) for name in classes},
        properties,
        tuple(sorted(concepts, key=lambda c: c.iri)),
        labels,
    )


def _label(terms: list[Term], language: str) -> str:
    return next((t.value for t in terms if isinstance(t, ox.Literal) and t.language == language), "")


def _iris(terms: list[Term]) -> frozenset[str]:
    return frozenset(t.value for t in terms if isinstance(t, ox.NamedNode))


def _closure(name: str, parents: dict[str, set[str]]) -> set[str]:
    found = {name}
    todo = [name]
    while todo:
        for parent in parents[todo.pop()] - found:
            found.add(parent)
            todo.append(parent)
    return found
