"""The graph describes itself in the terms of VoID, DCAT and the SPARQL service description, with figures that are true."""

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib import DCAT, DCTERMS, PROV, RDF, VOID, XSD, URIRef

from borderkg import pipeline
from borderkg.graph import description, iris
from borderkg.graph.store import GraphStore
from borderkg.questions.results import read
from borderkg.vocabulary import FOAF, SD
from tests.conftest import ROOT

_SD = rdflib.Namespace(SD)
ENDPOINT = URIRef("http://127.0.0.1:8000/sparql")
SD_TERMS = {
    *("Service", "Dataset", "Graph", "NamedGraph", "Function", "extensionFunction"),
    *("endpoint", "supportedLanguage", "resultFormat", "defaultDataset", "defaultGraph", "namedGraph", "name", "graph"),
}
"""Of the service description's vocabulary (section 3); rdflib knows the terms of VoID, and of DCAT but for `dcat:version`."""


def rdflib_graph(triples: list[ox.Triple]) -> rdflib.Graph:
    return rdflib.Graph().parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"", format="nt")


@pytest.fixture(scope="module")
def store(demo_store: Path) -> GraphStore:
    return GraphStore.open(demo_store)


@pytest.fixture(scope="module")
def void(store: GraphStore) -> rdflib.Graph:
    return rdflib_graph(description.described(store))


@pytest.fixture(scope="module")
def service(store: GraphStore) -> rdflib.Graph:
    return rdflib_graph(description.service_description(store, str(ENDPOINT)))


@pytest.fixture(scope="module")
def dataset(void: rdflib.Graph) -> URIRef:
    topic = void.value(URIRef(iris.VOID_DOCUMENT), URIRef(FOAF + "primaryTopic"))
    assert isinstance(topic, URIRef)
    return topic


def number(store: GraphStore, query: str) -> int:
    (row,) = read(store.query(query))
    return int(str(row["n"]))


def test_a_dataset_says_what_is_required(void: rdflib.Graph, dataset: URIRef) -> None:
    """What VoID and DCAT ask of a dataset: title and description in both languages, licence, publisher, citation, sources,
    endpoint, distributions, extent in time and space, what made it."""
    assert {VOID.Dataset, DCAT.Dataset} <= set(void.objects(dataset, RDF.type))
    for name in (DCTERMS.title, DCTERMS.description):
        assert {getattr(text, "language", "") for text in void.objects(dataset, name)} == {"zh", "en"}
    required = (
        *(
            DCTERMS.license,
            DCTERMS.publisher,
            DCTERMS.identifier,
            DCTERMS.bibliographicCitation,
            DCTERMS.isReferencedBy,
        ),
        *(DCTERMS.source, DCTERMS.temporal, DCTERMS.spatial, DCAT.keyword, DCAT.distribution, PROV.wasGeneratedBy),
        *(VOID.sparqlEndpoint, VOID.triples, VOID.entities, VOID.vocabulary, VOID.subset),
    )
    assert not [name for name in required if (dataset, name, None) not in void]
    assert (dataset, DCTERMS.license, URIRef("https://creativecommons.org/licenses/by/4.0/")) in void
    assert len(set(void.objects(dataset, DCTERMS.source))) == 13


def test_a_distribution_says_what_is_required(void: rdflib.Graph, dataset: URIRef) -> None:
    """Its format, its licence, and how to come at it."""
    distributions = list(void.objects(dataset, DCAT.distribution))
    assert len(distributions) == 3
    for one in distributions:
        for name in (
            DCTERMS.title,
            DCTERMS.license,
            DCTERMS["format"],
            DCAT.mediaType,
            DCAT.accessURL,
            DCAT.accessService,
        ):
            assert (one, name, None) in void, (one, name)


def test_only_terms_of_the_vocabularies(void: rdflib.Graph, service: rdflib.Graph) -> None:
    """No property or class is used that VoID, DCAT or the service description does not have, and there is no blank node."""
    for graph in (void, service):
        names = {name for name in (*graph.predicates(), *graph.objects(None, RDF.type)) if isinstance(name, URIRef)}
        for vocabulary in (VOID, DCAT, DCTERMS, PROV):
            used = {name for name in names if name.startswith(str(vocabulary))}
            assert not {name for name in used if name not in vocabulary and str(name) != f"{DCAT}version"}
        assert {name.removeprefix(SD) for name in names if name.startswith(SD)} <= SD_TERMS
        assert not [node for triple in graph for node in triple if isinstance(node, rdflib.BNode)]
    assert VOID.Dataset in set(void.objects(None, RDF.type)) and _SD.Service in set(service.objects(None, RDF.type))


def test_the_sizes_are_true(store: GraphStore, void: rdflib.Graph, dataset: URIRef) -> None:
    """Triples, classes and properties as a query counts them, each partition with its own number."""
    said = {
        str(name): int(str(void.value(dataset, VOID[name])))
        for name in ("triples", "classes", "properties", "entities")
    }
    assert said["triples"] == number(store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert said["entities"] == number(store, "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }")
    for kind, total, size in (("class", said["classes"], "entities"), ("property", said["properties"], "triples")):
        parts = list(void.objects(dataset, VOID[f"{kind}Partition"]))
        assert len(parts) == len({void.value(part, VOID[kind]) for part in parts}) == total
        pattern = "?s a <{}>" if kind == "class" else "?s <{}> ?o"
        for part in parts[::5]:
            where = pattern.format(void.value(part, VOID[kind]))
            assert int(str(void.value(part, VOID[size]))) == number(store, f"SELECT (COUNT(*) AS ?n) {{ {where} }}")


def test_the_claims_are_a_part_of_their_own(void: rdflib.Graph, dataset: URIRef) -> None:
    """Which properties claims and evidence have is told apart from the facts; each source's graph is a part of it."""
    (claims,) = void.objects(dataset, VOID.subset)
    said = {
        str(void.value(part, VOID.property)).rsplit("/", 1)[-1] for part in void.objects(claims, VOID.propertyPartition)
    }
    assert {"claimSubject", "evidence", "modality"} <= said
    assert len(list(void.objects(claims, VOID.subset))) == 13


def test_a_citation_that_can_be_used(void: rdflib.Graph, dataset: URIRef) -> None:
    """The sentence and the BibTeX entry name the version, the graph and its licence."""
    identity = str(void.value(dataset, DCTERMS.identifier))
    entry = void.value(dataset, DCTERMS.isReferencedBy)
    bibtex = str(void.value(entry, URIRef(description.CONTENT + "chars")))
    assert bibtex.startswith(f"@misc{{borderkg-{identity[:16]},") and bibtex.count("{") == bibtex.count("}")
    for text in (bibtex, str(void.value(dataset, DCTERMS.bibliographicCitation))):
        assert "The BorderKG contributors" in text and identity[:16] in text and "CC BY 4.0" in text


def test_what_a_citation_needs(store: GraphStore, dataset: URIRef) -> None:
    """For the page that writes it in other styles; the dataset is known by its IRI wherever it is served."""
    found = description.cited(store)
    assert (found["author"], found["graph"]) == ("The BorderKG contributors", store.version.name)
    assert found["identifier"] == str(dataset)
    assert found["year"].isdigit() and len(found["title"]) == 2


def test_the_service_says_what_is_required(store: GraphStore, service: rdflib.Graph) -> None:
    """The endpoint, its language and formats, and each graph with its size."""
    assert (ENDPOINT, RDF.type, _SD.Service) in service
    assert (ENDPOINT, _SD.endpoint, ENDPOINT) in service
    assert (ENDPOINT, _SD.supportedLanguage, _SD.SPARQL11Query) in service
    assert len(list(service.objects(ENDPOINT, _SD.resultFormat))) == 8
    served = service.value(ENDPOINT, _SD.defaultDataset)
    seen = service.value(served, _SD.defaultGraph)
    assert int(str(service.value(seen, VOID.triples))) == number(store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    named = {
        str(service.value(node, _SD.name)): service.value(node, _SD.graph)
        for node in service.objects(served, _SD.namedGraph)
    }
    assert set(named) == {quad.graph_name.value for quad in store.quads() if isinstance(quad.graph_name, ox.NamedNode)}
    size = service.value(named[iris.INFERRED], VOID.triples)
    assert size == rdflib.Literal(store.version.manifest["summary"]["inferred"], datatype=XSD.integer)


def test_it_can_be_queried(store: GraphStore) -> None:
    """In its own graph, with the prefixes that need no declaration."""
    ports = "[] a dcat:Dataset ; void:classPartition [ void:class bkg:Port ; void:entities ?n ]"
    query = f"SELECT ?n {{ GRAPH graph:description {{ {ports} }} }}"
    assert number(store, query) == number(store, "SELECT (COUNT(*) AS ?n) { ?s a bkg:Port }")


def test_the_same_input_the_same_description(demo_store: Path, tmp_path: Path) -> None:
    """Built again, the description is the same, triple for triple."""
    pipeline.build(ROOT / "data" / "corpus", tmp_path, release_folder=ROOT / "data" / "release")
    first, second = (set(description.described(GraphStore.open(root))) for root in (demo_store, tmp_path))
    assert first and first == second
