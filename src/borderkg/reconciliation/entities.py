"""Entities as the reconciliation API shows them: identifier, name, description, types, and the values of properties."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final, TypeAlias

import pyoxigraph as ox

from borderkg.errors import ReconciliationError
from borderkg.graph import iris
from borderkg.graph import terms as t
from borderkg.graph.store import GraphStore
from borderkg.reconciliation.names import Names
from borderkg.schema import Term
from borderkg.schema import load as load_schema
from borderkg.vocabulary import BKG, ID, SKOS, XSD, expanded

Json: TypeAlias = dict[str, Any]

_STATED: Final = (t.DEFAULT, ox.NamedNode(iris.REFERENCE), ox.NamedNode(iris.MAPPINGS))
_INFERRED: Final = ox.NamedNode(iris.INFERRED)
_AROUND: Final = tuple(t.bkg(name) for name in ("partOf", "locatedIn"))
_NUMBERS: Final = {"integer": int, "decimal": float, "double": float, "float": float}
OTHER_PROPERTIES: Final = {
    SKOS + "prefLabel": ("首选名称", "preferred label"),
    SKOS + "altLabel": ("别名", "alternative label"),
    SKOS + "exactMatch": ("精确对应", "exact match"),
    SKOS + "closeMatch": ("近似对应", "close match"),
}
"""Properties that are not of our ontology and can be asked for too."""


def iri_of(identifier: str) -> str:
    """The IRI of an identifier, which is its last part (`port/manzhouli`), or the whole."""
    return identifier if "://" in identifier else ID + identifier


def identifier_of(iri: str) -> str:
    """What stands behind the identifier space in an IRI; of an IRI elsewhere, all."""
    return iri.removeprefix(ID)


def property_of(name: str) -> str:
    """The IRI of a property: `locatedIn`, `bkg:locatedIn`, `skos:altLabel`, or the IRI. Raises ReconciliationError."""
    iri = expanded(name) if ":" in name else BKG + name
    if iri.removeprefix(BKG) in load_schema().properties or iri in OTHER_PROPERTIES:
        return iri
    raise ReconciliationError(
        f"{name[:60]!r} is no property of the ontology; /reconcile/suggest/property?prefix= lists them.",
        f"本体中没有属性“{name[:60]}”；可用的见 /reconcile/suggest/property?prefix=。",
    )


def property_id(iri: str) -> str:
    """A property as the API names it: `locatedIn`, `skos:altLabel`."""
    return iri.removeprefix(BKG) if iri.startswith(BKG) else "skos:" + iri.removeprefix(SKOS)


def property_label(iri: str) -> str:
    """`位于 located in`."""
    return " ".join(
        filter(None, OTHER_PROPERTIES.get(iri) or load_schema().labels.get(iri.removeprefix(BKG), ("", "")))
    )


def type_of(name: str) -> str:
    """The local name of a class: `Port`, `bkg:Port` or its IRI."""
    return expanded(name).removeprefix(BKG)


def type_entry(kind: str) -> Json:
    """A class as the API describes a type, without what stands above it."""
    return {"id": kind, "name": " ".join(filter(None, load_schema().labels.get(kind, ("", "")))) or kind}


class Entities:
    """The entities of a graph."""

    def __init__(self, graph: GraphStore, names: Names) -> None:
        self._graph = graph
        self._names = names

    def values(self, iri: str, prop: str, *, inferred: bool = True) -> list[Term]:
        """What is stated, or follows, of an entity by a property, in an order that does not change; of no IRI, nothing."""
        try:
            entity = ox.NamedNode(iri)
        except ValueError:
            return []
        graphs = (*_STATED, _INFERRED) if inferred else _STATED
        found = {
            quad.object: None for graph in graphs for quad in self._graph.quads(entity, ox.NamedNode(prop), None, graph)
        }
        return sorted(found, key=str)

    def having(self, prop: str) -> Iterator[tuple[str, Term]]:
        """Every entity with a value of a property, stated or inferred."""
        for graph in (*_STATED, _INFERRED):
            for quad in self._graph.quads(None, ox.NamedNode(prop), None, graph):
                if isinstance(quad.subject, ox.NamedNode) and quad.subject.value in self._names.of:
                    yield quad.subject.value, quad.object

    def entry(self, iri: str) -> Json:
        """Identifier, name and description of an entity, as candidates, suggestions and values have them."""
        described = self.description(iri)
        return {"id": identifier_of(iri), "name": self.name(iri)} | ({"description": described} if described else {})

    def name(self, iri: str) -> str:
        """The preferred label, in Chinese where there is one; of a concept of ours, its own; else the identifier."""
        if iri in self._names.of:
            return self._names.shown(iri)
        return self._concepts.get(iri) or identifier_of(iri)

    def description(self, iri: str) -> str:
        """What it is and where it lies: `口岸 Port · 内蒙古自治区`."""
        if iri not in self._names.of:
            return ""
        about = [type_entry(self._names.type(iri))["name"]]
        around = next((v for prop in _AROUND for v in self.values(iri, prop.value, inferred=False)), None)
        if isinstance(around, ox.NamedNode):
            about.append(self.name(around.value))
        return " · ".join(about)

    def around(self, iri: str) -> frozenset[str]:
        """What an entity lies in, however far out."""
        return frozenset(
            value.value for prop in _AROUND for value in self.values(iri, prop.value) if isinstance(value, ox.NamedNode)
        )

    def shown(self, term: Term) -> Json:
        """A value as the API has it: an entity, a number, or a text; a figure as its indicator, time, number and unit."""
        if isinstance(term, ox.NamedNode):
            figure = self._figure(term.value)
            if figure:
                return {"str": figure}
            known = term.value in self._names.of or term.value in self._concepts
            return self.entry(term.value) if known else {"str": term.value}
        if not isinstance(term, ox.Literal):
            return {"str": str(term)}
        kind = term.datatype.value.removeprefix(XSD)
        if kind in _NUMBERS:
            number = _NUMBERS[kind](term.value)
            return {"int": int(number)} if number == int(number) else {"float": number}
        return {"str": term.value}

    def _figure(self, iri: str) -> str:
        """An observation in words, or nothing where it is none."""
        said = {
            name: self.values(iri, BKG + name, inferred=False) for name in ("indicator", "refTime", "value", "unit")
        }
        if not said["value"]:
            return ""
        parts = [self.name(term.value) if isinstance(term, ox.NamedNode) else _plain(term) for term in _first(said)]
        return " ".join(filter(None, parts))

    @cached_property
    def _concepts(self) -> dict[str, str]:
        return {concept.iri: concept.label_zh for concept in load_schema().concepts}


def _first(said: dict[str, list[Term]]) -> Iterator[Term]:
    return (terms[0] for terms in said.values() if terms)


def _plain(term: Term) -> str:
    text = getattr(term, "value", "")
    return str(text).removesuffix(".0")
