"""The shapes as the documentation tells them: what each asks of the things of its class."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import rdflib
from rdflib import SH, URIRef
from rdflib.term import Node

from borderkg.vocabulary import shortened


@dataclass(frozen=True, slots=True)
class Constraint:
    path: str
    """As `bkg:portMode`."""
    severity: str
    """`Violation`, `Warning` or `Info`."""
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Shape:
    name: str
    target: str
    """The class, as `bkg:Port`."""
    constraints: tuple[Constraint, ...]


def read(folder: Path) -> tuple[Shape, ...]:
    """The node shapes of a folder, in the order of their names."""
    return tuple(shape for path in sorted(folder.glob("*.ttl")) for shape in _of(rdflib.Graph().parse(path)))


def _of(graph: rdflib.Graph) -> Iterator[Shape]:
    for node in sorted(graph.subjects(rdflib.RDF.type, SH.NodeShape), key=str):
        found = {
            _constraint(graph, part)
            for part in (node, *graph.objects(node, SH.property))
            if (part, SH.message, None) in graph
        }
        ordered = tuple(sorted(found, key=lambda c: (c.path, c.en)))
        yield Shape(shortened(str(node)).rsplit("/", 1)[-1], shortened(str(graph.value(node, SH.targetClass))), ordered)


def _constraint(graph: rdflib.Graph, node: Node) -> Constraint:
    path = graph.value(node, SH.path)
    said = {getattr(text, "language", None): str(text) for text in graph.objects(node, SH.message)}
    severity = str(graph.value(node, SH.severity) or SH.Violation).rsplit("#", 1)[-1]
    named = shortened(str(path)) if isinstance(path, URIRef) else ""
    return Constraint(named, severity, said.get("zh", ""), said.get("en", ""))
