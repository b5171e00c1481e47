"""The dataset describes itself to machines at the address that VoID names."""

import re

import httpx
import pytest
import rdflib
from rdflib import DCAT, RDF, VOID, Namespace, URIRef

from borderkg.graph import iris
from borderkg.sparql.functions import FUNCTIONS
from borderkg.vocabulary import SD as SD_SPACE

SD = Namespace(SD_SPACE)


@pytest.mark.parametrize(
    ("accept", "form", "media"),
    [
        ("text/turtle", "turtle", "text/turtle"),
        ("application/rdf+xml", "xml", "application/rdf+xml"),
        ("application/n-triples;q=0.5, text/csv", "nt", "application/n-triples"),
        ("*/*", "turtle", "text/turtle"),
        ("text/html", "turtle", "text/turtle"),
    ],
)
def test_the_description_of_the_dataset(accept: str, form: str, media: str, client: httpx.Client) -> None:
    """In the format asked for, Turtle for who asks for none of RDF."""
    answer = client.get("/.well-known/void", headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].partition(";")[0] == media
    graph = rdflib.Graph().parse(data=answer.content, format=form)
    assert (URIRef(iris.VOID_DOCUMENT), RDF.type, VOID.DatasetDescription) in graph
    assert len(list(graph.subjects(VOID["class"]))) > 10


def test_the_catalogue(client: httpx.Client) -> None:
    """For portals (DCAT): the dataset with its distributions, and the endpoint that serves it, without the sizes of parts."""
    answer = client.get("/.well-known/dcat", headers={"Accept": "text/turtle"})
    graph = rdflib.Graph().parse(data=answer.content, format="turtle")
    catalogue = URIRef(iris.CATALOGUE)
    assert (catalogue, RDF.type, DCAT.Catalog) in graph
    (dataset,) = graph.objects(catalogue, DCAT.dataset)
    (service,) = graph.objects(catalogue, DCAT.service)
    assert (service, DCAT.servesDataset, dataset) in graph
    assert {graph.value(form, DCAT.mediaType) for form in graph.objects(dataset, DCAT.distribution)} >= {
        URIRef("https://www.iana.org/assignments/media-types/text/turtle")
    }
    assert not set(graph.predicates()) & {VOID["class"], VOID.property, VOID.subset, VOID.classPartition}


@pytest.mark.parametrize("path", ["/", "/query"])
def test_a_page_says_where_the_dataset_is_described(path: str, client: httpx.Client) -> None:
    """In its head and in its headers."""
    answer = client.get(path)
    for address in ("/.well-known/void", "/.well-known/dcat"):
        assert f'<{address}>; rel="describedby"' in answer.headers["Link"]
        assert re.search(rf'<link rel="describedby" [^>]*href="{address}">', answer.text)


def test_the_functions_are_in_the_description_of_the_service(client: httpx.Client) -> None:
    """Each that a query may call, with what it is called (SPARQL 1.1 Service Description, section 3.3.2)."""
    answer = client.get("/sparql", headers={"Accept": "text/turtle"})
    graph = rdflib.Graph().parse(data=answer.content, format="turtle")
    named = {str(function) for function in graph.objects(None, SD.extensionFunction)}
    assert named == {function.iri for function in FUNCTIONS}
    assert all((URIRef(iri), RDF.type, SD.Function) in graph for iri in named)
