"""The dataset describes itself to machines at the address that VoID names."""

import httpx
import pytest
import rdflib
from rdflib import RDF, VOID, URIRef

from borderkg.graph import iris


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
