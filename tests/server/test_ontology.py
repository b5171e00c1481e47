"""The ontology is served: pages for people, RDF for machines, and each IRI of a term leads to its place."""

import httpx
import pytest
import rdflib
from rdflib import OWL, RDF, SKOS, URIRef

from borderkg.vocabulary import BKC, BKG

TURTLE = {"Accept": "text/turtle"}


def rdf(answer: httpx.Response) -> rdflib.Graph:
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].partition(";")[0] == "text/turtle"
    return rdflib.Graph().parse(data=answer.content, format="turtle")


@pytest.mark.parametrize(
    ("path", "heading"),
    [
        ("/ontology", "沿边开放知识图谱本体"),
        ("/ontology/0.1.0", "沿边开放知识图谱本体"),
        ("/ontology/port", "口岸"),
        ("/ontology/core/port", "口岸"),
        ("/ontology/concepts", "概念表"),
    ],
)
def test_a_page_for_people(path: str, heading: str, client: httpx.Client) -> None:
    """HTML with its heading and a diagram or table, under the policy that allows no inline script or style."""
    answer = client.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html")
    assert f"<h1>{heading}" in answer.text
    assert "Accept" in answer.headers["Vary"]


def test_the_ontology_for_machines(client: httpx.Client) -> None:
    """The whole at /ontology, one file at its topic."""
    whole, port = (rdf(client.get(path, headers=TURTLE)) for path in ("/ontology", "/ontology/port"))
    for graph in (whole, port):
        assert (URIRef(BKG + "Port"), RDF.type, OWL.Class) in graph
    assert (URIRef(BKG + "Policy"), RDF.type, OWL.Class) in whole
    assert (URIRef(BKG + "Policy"), RDF.type, OWL.Class) not in port


@pytest.mark.parametrize(
    ("path", "leads"),
    [
        ("/ontology/Port", "/ontology/port#Port"),
        ("/ontology/counterpart", "/ontology/port#counterpart"),
        ("/concept/port-mode", "/ontology/concepts#port-mode"),
        ("/concept/port-mode-rail", "/ontology/concepts#port-mode"),
    ],
)
def test_an_iri_leads_to_its_place(path: str, leads: str, client: httpx.Client) -> None:
    """What `https://w3id.org/borderkg` + path names is told where the answer leads to (303)."""
    answer = client.get(path, headers={"Accept": "text/html"})
    assert (answer.status_code, answer.headers["Location"]) == (303, leads)
    page, _, anchor = leads.partition("#")
    assert f'id="{anchor}"' in client.get(page).text


def test_a_term_for_machines(client: httpx.Client) -> None:
    """What is said of it, its chain included, and nothing of others."""
    graph = rdf(client.get("/ontology/facesTerritory", headers=TURTLE))
    term = URIRef(BKG + "facesTerritory")
    (chain,) = graph.objects(term, OWL.propertyChainAxiom)
    assert list(graph.items(chain)) == [URIRef(BKG + "counterpart"), URIRef(BKG + "locatedIn")]
    assert {node for node in graph.subjects() if isinstance(node, URIRef)} == {term}
    concept = URIRef(BKC + "port-mode-rail")
    assert (concept, SKOS.inScheme, URIRef(BKC + "port-mode")) in rdf(
        client.get("/concept/port-mode-rail", headers=TURTLE)
    )


@pytest.mark.parametrize(
    "path", ["/ontology/Nothing", "/ontology/core/nothing", "/concept/nothing", "/ontology/..%2fcore"]
)
def test_what_the_ontology_does_not_have(path: str, client: httpx.Client) -> None:
    """404, as a problem for programs and as a page for people."""
    for headers, media in ((TURTLE, "application/problem+json"), ({"Accept": "text/html"}, "text/html")):
        answer = client.get(path, headers=headers)
        assert answer.status_code == 404
        assert answer.headers["Content-Type"].startswith(media)
