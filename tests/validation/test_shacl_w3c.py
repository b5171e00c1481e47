"""The W3C's own cases of SHACL (data-shapes test suite, core and SPARQL), through the function that `borderkg check` and the
gate call; and pySHACL's report on the same cases, which the engine must give too."""

import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from rdflib import RDF, SH, BNode, Graph, Namespace, URIRef
from rdflib.term import Node

from borderkg.errors import ReferenceDataError
from borderkg.validation import shapes
from tests.conftest import SHARED

SUITE: Final = SHARED / "standards" / "shacl"
FILES = [path for path in sorted(SUITE.glob("**/*.ttl")) if "sht:Validate" in path.read_text("utf-8")]
_MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
_SHT = Namespace("http://www.w3.org/ns/shacl-test#")

REFERENCE_DIFFERS: Final = {
    "core/property/uniqueLang-002": 'pySHACL takes "1"^^xsd:boolean for true, which the case forbids',
    "sparql/node/prefixes-001": "pySHACL does not follow owl:imports of prefix declarations",
    "sparql/pre-binding/shapesGraph-001": "pySHACL has no $shapesGraph",
}
"""Cases in which pySHACL fails the W3C's suite, and why (docs/checks.md lists them); the engine passes all."""

Result = tuple[str, ...]
"""Severity, focus, path, component, value."""


@dataclass(frozen=True)
class Case:
    data: list[ox.Triple]
    shapes: list[ox.Triple]
    expected: Counter[Result] | None
    """What the report holds; None where the shapes are to be refused."""


def name(path: Path) -> str:
    return path.relative_to(SUITE).with_suffix("").as_posix()


def case(path: Path) -> Case:
    graph = Graph().parse(path, publicID=path.as_uri())
    (test,) = graph.subjects(RDF.type, _SHT.Validate)
    action, result = graph.value(test, _MF.action), graph.value(test, _MF.result)
    data, judges = (
        str(graph.value(action, part)).removeprefix("file://") for part in (_SHT.dataGraph, _SHT.shapesGraph)
    )
    return Case(triples(Path(data)), triples(Path(judges)), None if result == _SHT.Failure else results(graph, result))


def triples(path: Path) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE, base_iri=path.as_uri())]


def results(graph: Graph, report: Node | None = None) -> Counter[Result]:
    """The results of a report: of that one in a graph that holds more, or of all."""
    nodes = graph.objects(report, SH.result)
    names = (SH.resultSeverity, SH.focusNode, SH.resultPath, SH.sourceConstraintComponent, SH.value)
    return Counter(tuple(told(graph, graph.value(node, part)) for part in names) for node in nodes)


def told(graph: Graph, node: Node | None) -> str:
    """A term, a path by its parts; what is nameless has no name."""
    if not isinstance(node, BNode):
        return node.n3() if isinstance(node, (URIRef, rdflib.Literal)) else ""
    said = sorted(
        f"{predicate} {told(graph, value)}" for predicate, value in graph.predicate_objects(node) if is_path(predicate)
    )
    return f"[{'; '.join(said)}]"


def is_path(predicate: Node) -> bool:
    paths = ("inversePath", "alternativePath", "zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath")
    return predicate in (RDF.first, RDF.rest, *(SH[part] for part in paths))


def ours(case: Case, folder: Path) -> Counter[Result] | None:
    """What `shapes` finds; None where it refuses."""
    folder.joinpath("shapes.ttl").write_bytes(ox.serialize(case.shapes, format=ox.RdfFormat.N_TRIPLES) or b"")
    try:
        return results(shapes.report(case.data, folder))
    except ReferenceDataError:
        return None


def reference(case: Case) -> Counter[Result] | None:
    """What pySHACL finds; None where it refuses."""
    data, judges = (
        Graph().parse(data=ox.serialize(part, format=ox.RdfFormat.N_TRIPLES) or b"", format="nt")
        for part in (case.data, case.shapes)
    )
    _, report, _ = pyshacl.validate(data, shacl_graph=judges, inference="none", allow_warnings=True)
    return results(report) if isinstance(report, Graph) else None


@pytest.fixture(autouse=True)
def as_written(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Some cases hold ill-typed literals, which rdflib writes otherwise and tells of at length."""
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    logging.disable(logging.WARNING)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.shared
def test_the_suite_is_there() -> None:
    """All cases of core and SPARQL, with those in which pySHACL differs."""
    known = {name(path) for path in FILES}
    assert len(known) == 121
    assert set(REFERENCE_DIFFERS) <= known


@pytest.mark.shared
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_case_of_the_w3c(path: Path, tmp_path: Path) -> None:
    """The report has the results that the W3C's has, each as often; shapes that are to be refused are refused."""
    found = case(path)
    assert ours(found, tmp_path) == found.expected
    if found.expected is not None:
        assert len(shapes.validate(found.data, tmp_path)) == found.expected.total()


@pytest.mark.shared
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("path", FILES, ids=name)
def test_the_engine_reports_what_pyshacl_does(path: Path, tmp_path: Path) -> None:
    """Result for result, but where pySHACL is known to differ from the W3C."""
    found = case(path)
    try:
        other = reference(found)
    except Exception as error:  # noqa: BLE001 - whatever it stumbles over
        assert name(path) in REFERENCE_DIFFERS, error
        return
    assert (ours(found, tmp_path) == other) is (name(path) not in REFERENCE_DIFFERS)
