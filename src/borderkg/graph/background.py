"""What the graph holds beside the claims: the ontology with its concepts, and the reference individuals.

The reference graph has everything that the reference data says, with its source. The default graph takes from it what
identifies: types, labels, codes, the administrative hierarchy; of ports, platforms and organizations only those that
some claim speaks of. What the reference data says beyond that (a port's mode, its facing port) is not a fact of the texts.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from borderkg import reference, schema
from borderkg.graph import iris
from borderkg.graph import terms as t
from borderkg.graph.terms import DEFAULT, Node, bkg
from borderkg.vocabulary import BKG, OWL, RDF, RDFS, SKOS, XSD

_IDENTIFYING: Final = ("gbCode", "formerGbCode", "isoCode", "isoCode3", "abbreviation", "adminLevel", "partOf")
_ALWAYS: Final = ("Country", "Region")
_LITERAL_TYPES: Final = {
    "activeFrom": "gYear",
    "activeUntil": "gYear",
    "startYear": "gYear",
    "endYear": "gYear",
    "borderCounty": "boolean",
}


def ontology_quads(folder: Path) -> Iterator[ox.Quad]:
    """The ontology and its concepts: whole in a graph of their own; labels and concepts in the default graph too.

    Blank nodes (unions, chains) get stable names, so that the same ontology gives the same bytes.
    """
    graph = Node(iris.ONTOLOGY)
    for path in [folder / "borderkg.ttl", *schema.files(folder)]:
        names = _Names(f"{iris.ONTOLOGY}#{path.stem}-")
        for triple in schema.parse(path):
            subject, obj = names.of(triple.subject), names.of(triple.object)
            if isinstance(subject, ox.Literal):
                continue
            yield ox.Quad(subject, triple.predicate, obj, graph)
            if triple.predicate.value in _SHOWN and isinstance(subject, Node):
                yield ox.Quad(subject, triple.predicate, obj, DEFAULT)


_SHOWN: Final = {
    RDF + "type",
    RDFS + "label",
    RDFS + "subClassOf",
    RDFS + "subPropertyOf",
    RDFS + "domain",
    RDFS + "range",
    OWL + "inverseOf",
    SKOS + "prefLabel",
    SKOS + "altLabel",
    SKOS + "inScheme",
    SKOS + "definition",
    SKOS + "broader",
    SKOS + "scopeNote",
    SKOS + "editorialNote",
    BKG + "baseUnit",
    BKG + "factor",
}


class _Names:
    """IRIs for the blank nodes of one file, in the order in which they appear."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._given: dict[ox.BlankNode, Node] = {}

    def of(self, term: t.Term) -> Node | ox.Literal:
        if isinstance(term, ox.BlankNode):
            if term not in self._given:
                self._given[term] = Node(f"{self._prefix}{len(self._given) + 1}")
            return self._given[term]
        if isinstance(term, (Node, ox.Literal)):
            return term
        raise TypeError("an ontology file holds a quoted triple")


def reference_quads(known: reference.Reference, mentioned: Iterable[str]) -> Iterator[ox.Quad]:
    """The reference individuals: whole in the reference graph, what identifies them in the default graph."""
    wanted = set(mentioned)
    graph = Node(iris.REFERENCE)
    for individual in known.individuals.values():
        node = Node(individual.iri)
        shown = individual.type in _ALWAYS or individual.iri in wanted
        for predicate, value in _described(individual):
            yield ox.Quad(node, predicate, value, graph)
            name = predicate.value.removeprefix(BKG)
            if shown and (not predicate.value.startswith(BKG) or name in _IDENTIFYING) and predicate != t.SOURCE:
                yield ox.Quad(node, predicate, value, DEFAULT)


def _described(individual: reference.Individual) -> Iterator[tuple[Node, Node | ox.Literal]]:
    yield t.TYPE, bkg(individual.type)
    yield t.PREF_LABEL, t.text(individual.label_zh, "zh")
    if individual.label_en:
        yield t.PREF_LABEL, t.text(individual.label_en, "en")
    for label in individual.alternatives:
        yield t.ALT_LABEL, t.text(label, "zh")
    for name, values in individual.values.items():
        for value in values:
            if value.startswith("https://"):
                yield bkg(name), Node(value)
            elif name in _LITERAL_TYPES:
                yield bkg(name), ox.Literal(value, datatype=Node(XSD + _LITERAL_TYPES[name]))
            elif name == "abbreviation":
                yield bkg(name), t.text(value, "zh")
            else:
                yield bkg(name), t.text(value)
    for source in individual.sources:
        yield t.SOURCE, t.text(source)
