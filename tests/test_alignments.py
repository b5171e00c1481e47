"""Alignments say axioms about our terms alone, in words that the frozen vocabularies have; nothing else reads them."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
import rdflib
import yaml
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from borderkg import checks, resources, schema
from borderkg.graph import background
from borderkg.validation import clashes, consistency
from borderkg.validation.report import Violation
from borderkg.vocabulary import BKG, SH

FOLDER = resources.ontology()
CORE = sorted(FOLDER.glob("core/*.ttl"))
SHAPES = sorted(FOLDER.glob("shapes/*.ttl"))
ALIGNMENTS = sorted(FOLDER.glob("alignments/*.ttl"))
IMPORTS = sorted(FOLDER.glob("imports/*.ttl"))
MANIFEST = yaml.safe_load((FOLDER / "imports" / "manifest.yaml").read_text("utf-8"))
QB = rdflib.Namespace("http://purl.org/linked-data/cube#")
_SH = rdflib.Namespace(SH)

ANNOTATED = (OWL.annotatedSource, OWL.annotatedProperty, OWL.annotatedTarget)
CLASS_AXIOMS = {RDFS.subClassOf, OWL.equivalentClass}
PROPERTY_AXIOMS = {RDFS.subPropertyOf, OWL.equivalentProperty}
MATCHES = {SKOS.closeMatch, SKOS.relatedMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.exactMatch}
CLASS_KINDS = {RDFS.Class, OWL.Class, RDFS.Datatype}
PROPERTY_KINDS = {RDF.Property, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.OntologyProperty}
KINDS: dict[str, set[URIRef]] = {"class": CLASS_KINDS, "property": PROPERTY_KINDS}
NAMES_A_CLASS = {RDF.type, *CLASS_AXIOMS, RDFS.domain, RDFS.range, OWL.disjointWith, _SH["class"], _SH.targetClass}
NAMES_A_PROPERTY = {*PROPERTY_AXIOMS, OWL.inverseOf, OWL.annotatedProperty, _SH.lessThan}

Use = tuple[URIRef, str]
"""A foreign term and how it is used: as a `class`, a `property`, or any `term`."""


@cache
def read(path: Path) -> Graph:
    return Graph().parse(path)


@cache
def frozen() -> Graph:
    return sum((read(path) for path in IMPORTS), Graph())


def axioms(path: Path) -> Iterator[tuple[Node, Node, Node]]:
    """What an alignment says, without its header and the reasons."""
    graph = read(path)
    others = {*graph.subjects(RDF.type, OWL.Ontology), *graph.subjects(RDF.type, OWL.Axiom)}
    return (triple for triple in graph if triple[0] not in others)


def uses(path: Path) -> set[Use]:
    """The foreign terms of a file, each with how it is used."""
    found: set[tuple[Node, str]] = set()
    for subject, predicate, obj in read(path):
        kind = "class" if predicate in NAMES_A_CLASS else "property" if predicate in NAMES_A_PROPERTY else "term"
        found |= {(subject, "term"), (predicate, "property"), (obj, kind)}
        if isinstance(obj, Literal) and obj.datatype:
            found.add((obj.datatype, "class"))
    return {(term, kind) for term, kind in found if isinstance(term, URIRef) and is_foreign(term)}


def is_foreign(term: URIRef) -> bool:
    return any(term != URIRef(v["namespace"]) and term.startswith(v["namespace"]) for v in MANIFEST)


def is_a(term: Node, kinds: Iterable[Node]) -> bool:
    return not {*frozen().objects(term, RDF.type)}.isdisjoint(kinds)


@pytest.mark.parametrize(
    "path", [FOLDER / "borderkg.ttl", *CORE, *SHAPES, *ALIGNMENTS], ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_every_foreign_term_exists_and_is_of_its_kind(path: Path) -> None:
    """What we call a class is one in the vocabulary that it comes from, and so is a property; nothing is misspelt."""
    found = uses(path)
    assert {kind for _, kind in found} >= {"class", "property"}
    for term, kind in found:
        known = (term, RDF.type, None) in frozen()
        assert is_a(term, KINDS[kind]) if kind in KINDS else known, f"{term} is no {kind}"


def test_a_misspelt_term_is_none() -> None:
    """The check above can fail: a term that nobody has is of no kind, and a class is no property."""
    assert not is_a(_SH.minCont, PROPERTY_KINDS)
    assert not is_a(SKOS.Concept, PROPERTY_KINDS) and is_a(SKOS.Concept, CLASS_KINDS)


@pytest.mark.parametrize("path", ALIGNMENTS, ids=lambda path: path.stem)
def test_an_alignment_holds_axioms_about_our_terms_alone(path: Path) -> None:
    """Each joins a term that the core declares with a foreign one, class with class and property with property."""
    loaded = schema.load()
    said = list(axioms(path))
    assert said
    for subject, predicate, obj in said:
        name = str(subject).removeprefix(BKG)
        assert str(subject).startswith(BKG) and isinstance(obj, URIRef) and is_foreign(obj), (subject, obj)
        if predicate in CLASS_AXIOMS:
            assert name in loaded.classes and is_a(obj, CLASS_KINDS), (name, obj)
        elif predicate in PROPERTY_AXIOMS:
            other = OWL.ObjectProperty if loaded.properties[name].literal else OWL.DatatypeProperty
            assert is_a(obj, PROPERTY_KINDS) and not is_a(obj, {other}), (name, obj)
        elif predicate == RDF.type:
            assert name in loaded.properties and (obj, RDFS.subClassOf, QB.ComponentProperty) in frozen(), (name, obj)
        else:
            assert predicate in MATCHES, (name, predicate)
            declared = name in loaded.classes or name in loaded.properties or name == "fromScheme"
            assert declared and is_a(obj, CLASS_KINDS) == (name in loaded.classes), (name, obj)


@pytest.mark.parametrize("path", ALIGNMENTS, ids=lambda path: path.stem)
def test_an_alignment_gives_its_reasons(path: Path) -> None:
    """Each reason is given in both languages and for an axiom of the file; what is no logical axiom always has one."""
    graph = read(path)
    explained = set()
    for reason in graph.subjects(RDF.type, OWL.Axiom):
        subject, predicate, obj = (graph.value(reason, part) for part in ANNOTATED)
        assert subject and predicate and obj
        axiom = (subject, predicate, obj)
        assert axiom in graph, axiom
        assert {getattr(text, "language", None) for text in graph.objects(reason, RDFS.comment)} == {"en", "zh"}
        explained.add(axiom)
    assert {axiom for axiom in axioms(path) if axiom[1] in MATCHES} <= explained


@pytest.mark.parametrize("path", ALIGNMENTS, ids=lambda path: path.stem)
def test_an_alignment_has_its_header(path: Path) -> None:
    """Its IRI, a label in both languages, the licence of the core, and as imports the core and frozen files."""
    (ontology,) = read(path).subjects(RDF.type, OWL.Ontology)
    assert str(ontology) == f"{BKG}alignments/{path.stem}"
    assert {getattr(label, "language", None) for label in read(path).objects(ontology, RDFS.label)} == {"en", "zh"}
    (core,) = read(FOLDER / "borderkg.ttl").subjects(RDF.type, OWL.Ontology)
    assert read(path).value(ontology, DCTERMS.license) == read(FOLDER / "borderkg.ttl").value(core, DCTERMS.license)
    imported = set(read(path).objects(ontology, OWL.imports)) - {core}
    assert imported and imported <= set(frozen().subjects(RDF.type, OWL.Ontology))


def test_no_term_is_a_contradiction_under_all_alignments() -> None:
    """With core, alignments and what the vocabularies say of themselves, no class is empty and no example in two minds."""
    valid = sorted(FOLDER.glob("examples/valid/*.ttl"))
    assert clashes.check([*CORE, *ALIGNMENTS, *IMPORTS, *valid]) == []


def test_a_wrong_alignment_would_be_seen(tmp_path: Path) -> None:
    """PROV-O parts entities from activities: a document is no activity, and no class of ours both."""
    wrong = tmp_path / "wrong.ttl"
    wrong.write_text(f"<{BKG}Document> <{RDFS.subClassOf}> <http://www.w3.org/ns/prov#Activity> .", "utf-8")
    valid = FOLDER / "examples" / "valid" / "document.ttl"
    found = clashes.check([*CORE, *ALIGNMENTS, *IMPORTS, valid, wrong])
    assert {violation.focus for violation in found} == {"bkg:Document", "id:document/d"}


def test_nothing_is_built_from_alignments() -> None:
    """Neither the files from which the closure starts, nor what a build writes of the ontology, has a foreign axiom."""
    assert {path.parent.name for path in schema.files(FOLDER)} == {"core", "concepts"}
    aligned = {term for path in ALIGNMENTS for _, _, term in axioms(path)} - {SKOS.altLabel, SKOS.inScheme}
    written = {q.object.value for q in background.ontology_quads(FOLDER) if hasattr(q.object, "value")}
    assert aligned and not {str(term) for term in aligned} & written


def test_hermit_is_given_the_core_alone(demo_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`check --reason` hands over the files of the core, no alignment and no foreign vocabulary."""
    given: list[Path] = []

    def sound(files: Sequence[Path]) -> list[Violation]:
        given.extend(files)
        return []

    monkeypatch.setattr(consistency, "check", sound)
    checks.check(demo_store, reason=True)
    assert given == CORE


def test_the_frozen_files_are_those_of_the_manifest() -> None:
    """One file a vocabulary, with its source, version, licence and hash; none was changed by hand."""
    assert {path.stem for path in IMPORTS} == {entry["prefix"] for entry in MANIFEST}
    for entry in MANIFEST:
        assert {"name", "namespace", "version", "licence", "licence_url", "download", "sha256"} <= entry.keys()
        assert "npm" in entry or "git" in entry
        text = (FOLDER / "imports" / f"{entry['prefix']}.ttl").read_text("utf-8")
        assert f"Licence: {entry['licence']}" in text.splitlines()[0] and f"<{entry['licence_url']}>" in text
    sums = [line.split() for line in (FOLDER / "imports" / "SHA256SUMS").read_text("utf-8").splitlines()]
    assert {name for _, name in sums} == {path.name for path in IMPORTS}
    for digest, name in sums:
        assert hashlib.sha256((FOLDER / "imports" / name).read_bytes()).hexdigest() == digest, name
