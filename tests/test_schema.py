"""The ontology as the program reads it."""

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from borderkg import resources, schema
from borderkg.errors import ReferenceDataError
from borderkg.vocabulary import BKG
from tests.facts import TURTLE_PREFIXES


def ontology(folder: Path, core: str, concepts: str = "") -> schema.Schema:
    """The schema of an ontology of two files."""
    for name, turtle in (("core", core), ("concepts", concepts)):
        (folder / name).mkdir()
        (folder / name / "a.ttl").write_text(TURTLE_PREFIXES + turtle, "utf-8")
    return schema.load(folder)


def test_superclasses_are_reflexive_and_transitive(tmp_path: Path) -> None:
    """A class is among its own superclasses, and so are those of its superclasses, round a circle too."""
    loaded = ontology(
        tmp_path,
        """bkg:A a owl:Class ; rdfs:subClassOf bkg:B . bkg:B a owl:Class ; rdfs:subClassOf bkg:C .
           bkg:C a owl:Class . bkg:X a owl:Class ; rdfs:subClassOf bkg:Y . bkg:Y a owl:Class ; rdfs:subClassOf bkg:X .""",
    )
    assert loaded.superclasses["A"] == {"A", "B", "C"}
    assert loaded.superclasses["C"] == {"C"}
    assert loaded.superclasses["X"] == loaded.superclasses["Y"] == {"X", "Y"}


@pytest.mark.parametrize(
    ("subject", "obj", "accepted"),
    [
        ("Port", "Region", True),
        ("Railway", "Region", True),
        ("Region", "Region", False),
        ("Port", "Port", False),
        ("Unheard", "Region", False),
    ],
)
def test_accepts(tmp_path: Path, subject: str, obj: str, accepted: bool) -> None:
    """A property joins the members of its domain's union, and their subclasses, with those of its range; no others."""
    loaded = ontology(
        tmp_path,
        """bkg:Port a owl:Class . bkg:Corridor a owl:Class . bkg:Region a owl:Class .
           bkg:Railway a owl:Class ; rdfs:subClassOf bkg:Corridor .
           bkg:near a owl:ObjectProperty ; rdfs:range bkg:Region ;
               rdfs:domain [ a owl:Class ; owl:unionOf ( bkg:Port bkg:Corridor ) ] .""",
    )
    assert loaded.accepts("near", subject, obj) is accepted


def test_literal_properties_accept_any_object(tmp_path: Path) -> None:
    """A datatype property looks at its subject alone, and one without domain at nothing."""
    loaded = ontology(
        tmp_path,
        """bkg:Port a owl:Class . bkg:code a owl:DatatypeProperty ; rdfs:domain bkg:Port ; rdfs:range xsd:string .
           bkg:note a owl:DatatypeProperty .""",
    )
    assert loaded.properties["code"].literal
    assert loaded.accepts("code", "Port", "Text") and not loaded.accepts("code", "Region", "Text")
    assert loaded.accepts("note", "Anything", "Text")


def test_concepts_carry_scheme_and_labels(tmp_path: Path) -> None:
    """A concept is read with its scheme, its label in both languages and its other labels."""
    loaded = ontology(
        tmp_path,
        "bkg:mode a owl:ObjectProperty ; bkg:fromScheme bkc:port-mode .",
        """bkc:port-mode-rail a skos:Concept ; skos:inScheme bkc:port-mode ; skos:prefLabel "铁路"@zh, "rail"@en ;
               skos:altLabel "铁道"@zh ; skos:hiddenLabel "铁"@zh .""",
    )
    (concept,) = loaded.concepts
    assert (concept.scheme, concept.label_zh, concept.label_en) == ("port-mode", "铁路", "rail")
    assert concept.other_labels == ("铁道", "铁")
    assert loaded.properties["mode"].scheme == "port-mode"


def test_malformed_file_is_named(tmp_path: Path) -> None:
    """A file that is no Turtle is named with the line of the fault."""
    with pytest.raises(ReferenceDataError, match=r"a\.ttl: .*line \d+"):
        ontology(tmp_path, "bkg:Port a owl:Class ;; ]")


@pytest.mark.parametrize("name", sorted([*schema.load().classes, *schema.load().properties]))
def test_every_term_has_labels_in_both_languages(name: str) -> None:
    """Every class and property of the ontology is labelled in Chinese and in English."""
    assert all(schema.load().labels[name])


def test_every_concept_is_labelled_and_in_a_scheme() -> None:
    """Every concept is labelled in both languages and lies in a scheme, whose name its IRI begins with."""
    concepts = schema.load().concepts
    assert concepts
    for concept in concepts:
        assert concept.label_zh and concept.label_en and concept.scheme, concept
        assert concept.iri.rsplit("/", 1)[-1].startswith(concept.scheme + "-"), concept


def test_schemes_of_properties_exist() -> None:
    """Every property that takes its objects from a scheme names one that has concepts."""
    loaded = schema.load()
    schemes = {concept.scheme for concept in loaded.concepts}
    assert {prop.scheme for prop in loaded.properties.values() if prop.scheme} <= schemes


def test_domains_and_ranges_are_classes() -> None:
    """No property is said of a class that the ontology lacks."""
    loaded = schema.load()
    named = {kind for prop in loaded.properties.values() for kind in prop.domain}
    named |= {kind for prop in loaded.properties.values() if not prop.literal for kind in prop.range}
    assert named <= loaded.classes | {"Concept"}


def test_every_core_file_has_its_shapes_and_is_imported() -> None:
    """The shapes mirror the core file for file, and the header imports each core file."""
    folder = resources.ontology()
    core = {path.name for path in folder.glob("core/*.ttl")}
    header = (folder / "borderkg.ttl").read_text("utf-8")
    assert core == {path.name for path in folder.glob("shapes/*.ttl")}
    assert all(f"/core/{name.removesuffix('.ttl')}>" in header for name in core)


def described() -> dict[str, dict[str, list[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]]]:
    """What core says of each term, by local names of term and property."""
    found: dict[str, dict[str, list[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]]] = {}
    for path in resources.ontology().glob("core/*.ttl"):
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(BKG):
                name, predicate = quad.subject.value.removeprefix(BKG), quad.predicate.value.rsplit("/", 1)[-1]
                found.setdefault(name, {}).setdefault(predicate.rsplit("#", 1)[-1], []).append(quad.object)
    return found


DESCRIBED = described()
TERMS = sorted([*schema.load().classes, *schema.load().properties])


@pytest.mark.parametrize("name", TERMS)
def test_every_term_is_defined_and_not_by_itself(name: str) -> None:
    """A definition in each language, in which the term's own name does not stand."""
    texts = {
        kind: {t.language: t.value for t in DESCRIBED[name][kind] if isinstance(t, ox.Literal)}
        for kind in ("label", "definition")
    }
    assert set(texts["definition"]) == {"zh", "en"}
    for language, label in texts["label"].items():
        assert label.lower() not in texts["definition"][language].lower()


@pytest.mark.parametrize("name", sorted(schema.load().properties))
def test_every_property_has_domain_and_range(name: str) -> None:
    """All but the predicate of a claim, whose value is a property: a class of properties would make things of them."""
    assert DESCRIBED[name].get("domain")
    assert DESCRIBED[name].get("range") or name in ("claimPredicate", "hopRelation")  # a property is no individual


def test_every_class_has_its_shape() -> None:
    """One shape a class, in the file that mirrors that of the class; a finding is judged as the conflict or
    resemblance that it is, and what a rank asks of a claim stands beside the ranks."""
    for path in resources.ontology().glob("core/*.ttl"):
        classes, judged = (
            {str(x).removeprefix(BKG) for x in found if str(x).startswith(BKG)}
            for found in (
                rdflib.Graph().parse(path).subjects(rdflib.RDF.type, rdflib.OWL.Class),
                rdflib.Graph().parse(path.parents[1] / "shapes" / path.name).objects(None, rdflib.SH.targetClass),
            )
        )
        besides = {"Claim", "Finding"} if path.name == "conflict.ttl" else set()
        assert classes - besides == judged - besides, path.name
