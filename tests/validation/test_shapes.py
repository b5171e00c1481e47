"""Each shape lets a sound example through and stops a broken one, and the fast engine finds what pySHACL finds."""

from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib

from borderkg import checks, resources
from borderkg.graph import background
from borderkg.graph.store import GraphStore
from borderkg.graph.terms import DEFAULT
from borderkg.schema import parse
from borderkg.validation import shapes
from borderkg.validation.report import Violation
from borderkg.vocabulary import SH

SHAPES = resources.ontology() / "shapes"
VALID = sorted((resources.ontology() / "examples" / "valid").glob("*.ttl"))
INVALID = sorted((resources.ontology() / "examples" / "invalid").glob("*.ttl"))
BKSH = "https://w3id.org/borderkg/shapes/"
CLASSES = [quad.triple for quad in background.ontology_quads(resources.ontology()) if quad.graph_name == DEFAULT]
"""What a store says of the ontology in its default graph: the shapes need the subclasses."""

_SH = rdflib.Namespace(SH)


def node_shapes() -> dict[str, tuple[str, Path]]:
    """The name of every node shape, with the class that it judges and its file."""
    found = {}
    for path in sorted(SHAPES.glob("*.ttl")):
        graph = rdflib.Graph().parse(path)
        for shape in graph.subjects(rdflib.RDF.type, _SH.NodeShape):
            found[str(shape).removeprefix(BKSH)] = (str(graph.value(shape, _SH.targetClass)), path)
    return found


def broken(path: Path) -> str:
    """The shape that an invalid example says, in its first line, that it breaks."""
    return path.read_text("utf-8").splitlines()[0].removeprefix("# bksh:")


def validated(path: Path, folder: Path = SHAPES) -> list[Violation]:
    return shapes.validate([*CLASSES, *parse(path)], folder)


def reference(triples: Sequence[ox.Triple]) -> list[Violation]:
    """What pySHACL finds."""
    data = rdflib.Graph().parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"", format="nt")
    judges = rdflib.Graph().parse(data=b"".join(shapes.shape_triples(SHAPES)), format="nt")
    _, results, _ = pyshacl.validate(data, shacl_graph=judges, inference="none", allow_warnings=True)
    assert isinstance(results, rdflib.Graph)
    return shapes.read_results(results)


def test_shapes_mirror_the_ontology() -> None:
    """File for file, and each node shape is of a class and has a message in both languages."""
    assert [p.name for p in sorted(SHAPES.glob("*.ttl"))] == [
        p.name for p in sorted((resources.ontology() / "core").glob("*.ttl"))
    ]
    for path in SHAPES.glob("*.ttl"):
        graph = rdflib.Graph().parse(path)
        for constraint in graph.objects(None, _SH.property):
            languages = {getattr(message, "language", None) for message in graph.objects(constraint, _SH.message)}
            assert languages in ({"en", "zh"}, set()), f"{path.name}: {languages}"


def test_every_shape_has_its_examples() -> None:
    """An invalid example of its own, and in the valid example of its topic a thing that it judges."""
    known = node_shapes()
    assert sorted(broken(path) for path in INVALID) == sorted(known)
    for name, (judged, path) in known.items():
        example = rdflib.Graph().parse(resources.ontology() / "examples" / "valid" / path.name)
        assert (None, rdflib.RDF.type, rdflib.URIRef(judged)) in example or judged.endswith("/Entity"), name


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_a_valid_example_passes(path: Path) -> None:
    """Without as much as a warning."""
    assert validated(path) == []


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_an_invalid_example_breaks_its_shape_and_no_other(path: Path, tmp_path: Path) -> None:
    """All that is found is found by the shape that the first line names, alone; with a message that says what."""
    name = broken(path)
    _, file = node_shapes()[name]
    (tmp_path / "alone.ttl").write_bytes(
        rdflib.Graph().parse(file).cbd(rdflib.URIRef(BKSH + name)).serialize(encoding="utf-8", format="turtle")
    )
    found = validated(path)
    assert [violation.severity for violation in found] == ["Violation"] * len(found)
    assert found
    assert validated(path, tmp_path) == found
    assert all(violation.message for violation in found)


@pytest.mark.soak
def test_the_fast_engine_agrees_with_the_reference() -> None:
    """On every example, result for result."""
    for path in (*VALID, *INVALID):
        triples = [*CLASSES, *parse(path)]
        assert shapes.validate(triples, SHAPES) == reference(triples), path.name


@pytest.mark.soak
def test_the_fast_engine_agrees_on_a_whole_graph(demo_store: Path) -> None:
    """On the facts and claims of the demonstration texts, with a fault planted in every hundredth claim."""
    graph = GraphStore.open(demo_store)
    source = next(
        quad.graph_name
        for quad in graph.quads()
        if isinstance(quad.graph_name, ox.NamedNode) and "/graph/source/" in quad.graph_name.value
    )
    triples = sorted({q.triple for q in graph.quads() if q.graph_name in (DEFAULT, source)}, key=str)
    claims = [t for t in triples if t.predicate.value.endswith("/claimPredicate")]
    planted = {str(t) for t in claims[::100]}
    assert planted
    damaged = [t for t in triples if str(t) not in planted]
    found = shapes.validate(damaged, SHAPES)
    assert sum(v.path.endswith("/claimPredicate") for v in found) == len(planted)
    assert found == reference(damaged)


@pytest.mark.soak
@pytest.mark.shared
def test_the_fast_engine_agrees_on_the_papers(papers_store: Path) -> None:
    """On all that the shapes judge in the graph of the five papers, with one triple in every two hundred left out."""
    triples = sorted(checks.judged(GraphStore.open(papers_store)), key=str)
    damaged = [triple for number, triple in enumerate(triples) if number % 200]
    found = shapes.validate(damaged, SHAPES)
    assert len({violation.check for violation in found}) > 1
    assert len(found) > 50
    assert found == reference(damaged)


def test_a_warning_is_told_from_a_violation() -> None:
    """A text without an author is warned of, no more."""
    document = next(path for path in VALID if path.stem == "document")
    triples = [t for t in parse(document) if not t.predicate.value.endswith("/author")]
    (found,) = shapes.validate([*CLASSES, *triples], SHAPES)
    assert (found.severity, found.path.rsplit("/", 1)[-1]) == ("Warning", "author")
    assert "sources.yaml" in found.message
