"""SHACL: the form of claims and facts (W3C SHACL core; `ontology/shapes` mirrors `ontology/core`).

pyshacl-turbo does the work on a serialized copy of the graph; pySHACL is the reference that tests hold it to.
"""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pyshacl_turbo
import rdflib
from pyshacl_turbo.rdf import Input

from borderkg.errors import ReferenceDataError
from borderkg.graph.terms import language_of
from borderkg.validation.report import Violation
from borderkg.vocabulary import SH


def validate(triples: Iterable[ox.Triple], shapes: Path) -> list[Violation]:
    """The violations of the shapes in a folder by a graph, in a stable order.

    Raises ReferenceDataError where the engine refuses a shape.
    """
    return read_results(report(triples, shapes))


def report(triples: Iterable[ox.Triple], shapes: Path) -> rdflib.Graph:
    """The report of the engine, as SHACL has it (section 3.6). Raises ReferenceDataError where it refuses a shape."""
    lines = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
    _, results, _ = pyshacl_turbo.validate(
        # Its own input record: a text would go through rdflib's parser (4 s for 50,000 triples), the engine's store
        # loses the difference between plain strings and xsd:string in sh:in.
        Input(lines.decode(), "nt", None, {}),
        shacl_graph=b"".join(shape_triples(shapes)).decode(),
        shacl_graph_format="nt",
        inference="none",
        allow_warnings=True,
    )
    if not isinstance(results, rdflib.Graph):
        raise ReferenceDataError(f"{shapes}: a shape that cannot be used: {' '.join(str(results).split())}")
    return results


def shape_triples(folder: Path) -> Iterable[bytes]:
    """The shapes as N-Triples, file by file (blank nodes of different files kept apart)."""
    for path in sorted(folder.glob("*.ttl")):
        parsed = ox.parse(path=str(path), format=ox.RdfFormat.TURTLE, rename_blank_nodes=True)
        serialized = ox.serialize((quad.triple for quad in parsed), format=ox.RdfFormat.N_TRIPLES)
        yield serialized or b""


def read_results(results: rdflib.Graph) -> list[Violation]:
    """A SHACL report graph as violations: its results, without the details of those that a nested shape gives."""
    sh = rdflib.Namespace(SH)
    found = []
    for node in results.objects(None, sh.result):
        messages = list(results.objects(node, sh.resultMessage))
        found.append(
            Violation(
                check=str(results.value(node, sh.sourceConstraintComponent)).removeprefix(SH),
                severity=str(results.value(node, sh.resultSeverity)).removeprefix(SH),
                focus=str(results.value(node, sh.focusNode)),
                message=_in_language(messages, "en"),
                path=_path(results, results.value(node, sh.resultPath)),
                value=str(results.value(node, sh.value) or ""),
                message_zh=_in_language(messages, "zh"),
            )
        )
    return sorted(found, key=lambda v: (v.severity, v.focus, v.path, v.check, v.value))


def _in_language(messages: Iterable[object], wanted: str) -> str:
    """The messages in a language. Those of a constraint in SPARQL come without their own, which their characters tell."""
    return "; ".join(sorted(str(m) for m in messages if (getattr(m, "language", "") or language_of(str(m))) == wanted))


def _path(results: rdflib.Graph, path: object) -> str:
    if isinstance(path, rdflib.URIRef):
        return str(path)
    if isinstance(path, rdflib.BNode):
        return " / ".join(str(step) for step in rdflib.collection.Collection(results, path))
    return ""
