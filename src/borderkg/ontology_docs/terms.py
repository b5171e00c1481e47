"""The ontology as its documentation tells it: topics with their terms, and the concept schemes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import rdflib
from rdflib import OWL, RDF, RDFS, SKOS, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from borderkg import resources, schema
from borderkg.vocabulary import BASE, BKG, shortened

_FROM_SCHEME: Final = URIRef(BKG + "fromScheme")
_KINDS: Final = {
    OWL.Class: "class",
    OWL.ObjectProperty: "object property",
    OWL.DatatypeProperty: "datatype property",
    OWL.AnnotationProperty: "annotation property",
}
_TRAITS: Final = {
    OWL.TransitiveProperty: "transitive",
    OWL.SymmetricProperty: "symmetric",
    OWL.AsymmetricProperty: "asymmetric",
    OWL.IrreflexiveProperty: "irreflexive",
    OWL.FunctionalProperty: "functional",
}


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property. Other terms are named as `bkg:Port`, `skos:Concept`, `xsd:string`."""

    name: str
    """Local name."""
    kind: str
    topic: str
    zh: str
    en: str
    definition_zh: str
    definition_en: str
    above: tuple[str, ...]
    """Superclasses or superproperties."""
    disjoint: tuple[str, ...]
    domain: tuple[str, ...]
    range: tuple[str, ...]
    traits: tuple[str, ...]
    inverse: str
    chains: tuple[tuple[str, ...], ...]
    scheme: str
    """The concept scheme of its values, as `port-mode`."""

    @property
    def is_class(self) -> bool:
        return self.kind == "class"


@dataclass(frozen=True, slots=True)
class Topic:
    """One file of the core: its classes first, then its properties, as they stand in the file."""

    name: str
    zh: str
    en: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Scheme:
    name: str
    zh: str
    en: str
    concepts: tuple[schema.Concept, ...]


@dataclass(frozen=True)
class Ontology:
    version: str
    title: tuple[str, str]
    description: tuple[str, str]
    """zh, en; the title too."""
    topics: tuple[Topic, ...]
    schemes: tuple[Scheme, ...]

    @property
    def terms(self) -> dict[str, Term]:
        """By local name."""
        return {term.name: term for topic in self.topics for term in topic.terms}


@cache
def load() -> Ontology:
    """The ontology of the program."""
    folder = resources.ontology()
    header = rdflib.Graph().parse(folder / "borderkg.ttl")
    this = URIRef(BASE + "ontology")
    concepts = schema.load().concepts
    return Ontology(
        version=str(header.value(this, OWL.versionIRI)).rsplit("/", 1)[-1],
        title=_both(header, this, rdflib.DCTERMS.title),
        description=_both(header, this, rdflib.DCTERMS.description),
        topics=tuple(_topic(path) for path in sorted(folder.glob("core/*.ttl"))),
        schemes=tuple(_schemes(sorted(folder.glob("concepts/*.ttl")), concepts)),
    )


def _topic(path: Path) -> Topic:
    graph = rdflib.Graph().parse(path)
    zh, en = _both(graph, URIRef(f"{BASE}ontology/core/{path.stem}"), RDFS.label)
    order = re.findall(r"^bkg:([\w-]+)", path.read_text("utf-8"), re.MULTILINE)
    found = [_term(graph, node, kind, path.stem) for kind in _KINDS for node in _named(graph, kind)]
    found.sort(key=lambda term: (not term.is_class, order.index(term.name)))
    return Topic(path.stem, zh, en, tuple(found))


def _named(graph: rdflib.Graph, kind: URIRef) -> Iterator[URIRef]:
    """Our terms of a kind; the unions that domains and ranges are made of have no name."""
    return (node for node in graph.subjects(RDF.type, kind) if isinstance(node, URIRef) and node.startswith(BKG))


def _term(graph: rdflib.Graph, node: Node, kind: URIRef, topic: str) -> Term:
    zh, en = _both(graph, node, RDFS.label)
    definition_zh, definition_en = _both(graph, node, SKOS.definition)
    inverse = graph.value(node, OWL.inverseOf)
    return Term(
        name=str(node).removeprefix(BKG),
        kind=_KINDS[kind],
        topic=topic,
        zh=zh,
        en=en,
        definition_zh=definition_zh,
        definition_en=definition_en,
        above=_names(graph, [*graph.objects(node, RDFS.subClassOf), *graph.objects(node, RDFS.subPropertyOf)]),
        disjoint=_names(graph, graph.objects(node, OWL.disjointWith)),
        domain=_names(graph, graph.objects(node, RDFS.domain)),
        range=_names(graph, graph.objects(node, RDFS.range)),
        traits=tuple(sorted(trait for iri, trait in _TRAITS.items() if (node, RDF.type, iri) in graph)),
        inverse=shortened(str(inverse)) if inverse else "",
        chains=tuple(
            tuple(shortened(str(link)) for link in Collection(graph, chain))
            for chain in graph.objects(node, OWL.propertyChainAxiom)
        ),
        scheme=next((str(scheme).rsplit("/", 1)[-1] for scheme in graph.objects(node, _FROM_SCHEME)), ""),
    )


def _schemes(paths: Iterable[Path], concepts: Iterable[schema.Concept]) -> Iterator[Scheme]:
    known = list(concepts)
    for path in paths:
        graph = rdflib.Graph().parse(path)
        for node in sorted(graph.subjects(RDF.type, SKOS.ConceptScheme), key=str):
            name = str(node).rsplit("/", 1)[-1]
            yield Scheme(name, *_both(graph, node, SKOS.prefLabel), tuple(c for c in known if c.scheme == name))


def _names(graph: rdflib.Graph, nodes: Iterable[Node]) -> tuple[str, ...]:
    """Named classes, the members of unions among them, in order."""
    found = []
    for node in nodes:
        union = graph.value(node, OWL.unionOf)
        members = Collection(graph, union) if union is not None else [node]
        found += [shortened(str(member)) for member in members if isinstance(member, URIRef)]
    return tuple(sorted(found))


def _both(graph: rdflib.Graph, node: Node, predicate: URIRef) -> tuple[str, str]:
    """In Chinese and in English."""
    said = {getattr(text, "language", None): str(text) for text in graph.objects(node, predicate)}
    return said.get("zh", ""), said.get("en", "")
