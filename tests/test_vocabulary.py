"""The names in `vocabulary.py` and `settings.py` against the files they stand for."""

import tomllib

import pyoxigraph as ox
import pytest

import borderkg
from borderkg import resources, schema, settings, vocabulary
from borderkg.vocabulary import BKG, ENTITY_TYPES, LITERAL_PREDICATES, OWL, PREDICATES, RDF, UNSCORED_PREDICATES
from tests.conftest import ROOT

EXCHANGED = (*PREDICATES, *UNSCORED_PREDICATES)
NODES = {"observation", "estimate", "identifiesProblem", "proposesMeasure", "cites", "author", "variable"}
"""Literals of the exchange format that are nodes of the graph."""


def declared(kind: str) -> set[str]:
    """The local names of the terms of a kind in the Turtle of ontology/core, read without `schema`."""
    found = set()
    for path in (resources.ontology() / "core").glob("*.ttl"):
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            named = isinstance(quad.subject, ox.NamedNode)
            if named and quad.predicate.value == RDF + "type" and quad.object == ox.NamedNode(OWL + kind):
                found.add(quad.subject.value.removeprefix(BKG))
    return found


def test_types_are_classes() -> None:
    """Every type of the exchange format is a class of ontology/core; Concept alone is SKOS's."""
    assert {kind for kind in ENTITY_TYPES if kind != "Concept"} <= declared("Class")
    assert len(set(ENTITY_TYPES)) == len(ENTITY_TYPES)


def test_every_entity_class_is_a_type() -> None:
    """Every class of entities is a type of the exchange format, but for groups and what only describes claims."""
    loaded = schema.load()
    entities = {name for name in loaded.classes if "Entity" in loaded.superclasses[name]}
    assert entities - {"Entity", "Place", "Author", "Indicator", "Work"} == set(ENTITY_TYPES) - {"Concept"}


def test_predicates_are_properties() -> None:
    """Every predicate of the exchange format is a property of ontology/core, once."""
    assert set(EXCHANGED) <= declared("ObjectProperty") | declared("DatatypeProperty")
    assert len(set(EXCHANGED)) == len(EXCHANGED)


@pytest.mark.parametrize("predicate", EXCHANGED)
def test_literal_predicates_agree(predicate: str) -> None:
    """A predicate has a literal object in the exchange format where the ontology has a datatype property, or a node for it."""
    literal = predicate in declared("DatatypeProperty")
    assert (predicate in LITERAL_PREDICATES) == (literal or predicate in NODES)


def test_literal_types() -> None:
    """The literal predicates take the literal types of the exchange format and no others."""
    assert set(LITERAL_PREDICATES.values()) == set(vocabulary.LITERAL_TYPES)
    assert set(LITERAL_PREDICATES) <= set(EXCHANGED)


def test_factual_modalities_are_concepts() -> None:
    """Every factual modality but the empty one is a concept of the scheme of modalities, and not all of them are factual."""
    concepts = {c.iri.rsplit("modality-", 1)[-1] for c in schema.load().concepts if c.scheme == "modality"}
    assert vocabulary.FACTUAL_MODALITIES - {""} < concepts


def test_prefixes_are_distinct() -> None:
    """No two prefixes stand for one namespace, so that a shortened IRI has one reading."""
    assert len(set(vocabulary.PREFIXES.values())) == len(vocabulary.PREFIXES)


@pytest.mark.parametrize("name", ["bkg:Port", "id:port/manzhouli", "skos:Concept"])
def test_names_and_iris_are_one(name: str) -> None:
    """A name with a prefix is its IRI shortened; what has none of ours stays as it is."""
    assert vocabulary.shortened(vocabulary.expanded(name)) == name
    for other in ("https://elsewhere.example/x", "cq01-policies", "two: words"):
        assert vocabulary.expanded(other) == vocabulary.shortened(other) == other


@pytest.mark.parametrize("name", ["bkg", "bkc", "id", "graph"])
def test_own_namespaces(name: str) -> None:
    """Our own namespaces lie below the base and end in a slash."""
    namespace = vocabulary.PREFIXES[name]
    assert namespace.startswith(vocabulary.BASE) and namespace.endswith("/")


def test_versions_agree() -> None:
    """pyproject.toml, the settings, the package and the ontology's version IRI name one version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    header = (resources.ontology() / "borderkg.ttl").read_text("utf-8")
    assert settings.VERSION == project["version"] == borderkg.__version__
    assert f"owl:versionIRI <{vocabulary.BASE}ontology/{settings.VERSION}>" in header


def test_server_is_local() -> None:
    """The address that servers bind to is this machine's own."""
    assert settings.HOST == "127.0.0.1"
