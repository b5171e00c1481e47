"""Whole graphs over HTTP (https://www.w3.org/TR/sparql11-http-rdf-update/), for reading."""

import httpx
import pyoxigraph as ox
import pytest

from borderkg.graph import iris
from borderkg.vocabulary import GRAPH

SERVICE = "/rdf-graphs/service"


def triples(answer: httpx.Response) -> set[ox.Triple]:
    assert answer.status_code == 200, answer.text
    return {quad.triple for quad in ox.parse(answer.content, format=ox.RdfFormat.N_TRIPLES)}


def asked(client: httpx.Client, query: str) -> set[ox.Triple]:
    """The answer of the endpoint to a CONSTRUCT."""
    return triples(client.get("/sparql", params={"query": query}, headers={"Accept": "application/n-triples"}))


NT = {"Accept": "application/n-triples"}


def test_a_graph_by_its_iri(client: httpx.Client) -> None:
    """Indirect and direct identification give the same graph: that which GRAPH sees."""
    wanted = asked(client, f"CONSTRUCT {{ ?s ?p ?o }} {{ GRAPH <{iris.ONTOLOGY}> {{ ?s ?p ?o }} }}")
    assert wanted
    assert triples(client.get(SERVICE, params={"graph": iris.ONTOLOGY}, headers=NT)) == wanted
    assert triples(client.get("/graph/" + iris.ONTOLOGY.removeprefix(GRAPH), headers=NT)) == wanted


def test_the_default_graph(client: httpx.Client) -> None:
    """What a query sees that names no graph: facts and what follows from them."""
    whole = triples(client.get(SERVICE + "?default", headers=NT))
    assert whole == asked(client, "CONSTRUCT WHERE { ?s ?p ?o }")
    assert triples(client.get(SERVICE + "?default=", headers=NT)) == whole


@pytest.mark.parametrize("path", [f"{SERVICE}?graph=urn:none", "/graph/none", f"{SERVICE}?graph={GRAPH}none"])
def test_an_unknown_graph(path: str, client: httpx.Client) -> None:
    """404, by GET and by HEAD."""
    assert client.get(path).status_code == 404
    assert client.get(path).json()["type"].endswith("/not-found")
    assert client.head(path).status_code == 404


@pytest.mark.parametrize(
    "query", ["", "?default&graph=urn:a", "?graph=urn:a&graph=urn:b", "?graph=relative", "?graph="]
)
def test_no_one_graph(query: str, client: httpx.Client) -> None:
    """400 for none, for several, and for what is no absolute IRI."""
    assert client.get(SERVICE + query).status_code == 400


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
@pytest.mark.parametrize("path", [f"{SERVICE}?default", "/graph/ontology"])
def test_nothing_is_written(method: str, path: str, client: httpx.Client) -> None:
    """405, with the methods for reading."""
    answer = client.request(method, path, content="<urn:a> <urn:b> <urn:c> .")
    assert answer.status_code == 405
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


def test_formats_head_and_cache(client: httpx.Client) -> None:
    """Formats are negotiated, HEAD has no body, an ETag spares the second time, other sites may read."""
    path = f"{SERVICE}?graph={iris.ONTOLOGY}"
    for media in ("text/turtle", "application/ld+json", "application/rdf+xml", "application/trig"):
        answer = client.get(path, headers={"Accept": media})
        assert answer.headers["Content-Type"].partition(";")[0] == media
        form = ox.RdfFormat.from_media_type(media)
        assert form and list(ox.parse(answer.content, format=form))
    assert client.get(path, headers={"Accept": "text/csv"}).status_code == 406
    head = client.head(path)
    assert (head.status_code, head.content) == (200, b"")
    assert client.get(path, headers={"If-None-Match": head.headers["ETag"]}).status_code == 304
    assert client.options(path).headers["Allow"] == "GET, HEAD, OPTIONS"
    assert client.get(path, headers={"Origin": "https://example.org"}).headers["Access-Control-Allow-Origin"] == "*"
