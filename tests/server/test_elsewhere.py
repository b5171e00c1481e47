"""`borderkg serve` over a store on a server answers as over a folder: the endpoint, entities, questions, search, lineage."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx
import pyoxigraph as ox
import pytest

from tests import servers
from tests.running import done, serving


@pytest.fixture(scope="module")
def upstream(demo_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an `oxigraph serve` with the demonstration graph."""
    with pytest.MonkeyPatch.context() as patched, servers.oxigraph() as server:
        patched.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        done("publish", server.query, "--store", demo_store)
        yield server.query


@pytest.fixture(scope="module")
def remote(upstream: str) -> Iterator[httpx.Client]:
    """A client of a `borderkg serve` over that server."""
    with serving(upstream) as where, httpx.Client(base_url=where, timeout=120) as http:
        yield http


PATHS = {
    "summary": "/api/summary",
    "search": "/api/search?q=试验区&limit=5",
    "question": "/api/questions/cq20-figures-in-conflict",
    "lineage": "/api/lineage?name=国务院&depth=1",
    "proof": "/api/why?s=满洲里口岸&p=locatedIn&o=中国",
    "completion": "/api/complete?query=SELECT ?x { ?x a bkg:P",
    "no such entity": "/api/entity?iri=http://example.org/nothing",
    "malformed": "/sparql?query=SELECT",
}
GRAPHS = {
    "an entity": "/entity?iri=https://w3id.org/borderkg/id/port/manzhouli",
    "a graph": "/graph/provenance",
    "the default graph": "/rdf-graphs/service?default",
    "the description": "/.well-known/void",
}


def shown(answer: httpx.Response) -> Any:
    """An answer without what depends on where the server is and where texts lie."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: plain(v) for key, v in value.items() if key != "passage"}
        return [plain(v) for v in value] if isinstance(value, list) else value

    return answer.status_code, plain(answer.json())


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_the_same_json(path: str, remote: httpx.Client, client: httpx.Client) -> None:
    """Status and content."""
    assert shown(remote.get(path)) == shown(client.get(path))


@pytest.mark.parametrize("path", GRAPHS.values(), ids=GRAPHS)
def test_the_same_triples(path: str, remote: httpx.Client, client: httpx.Client) -> None:
    """As sets: Turtle leaves their order open."""
    found = [
        {quad.triple for quad in ox.parse(answer.content, format=ox.RdfFormat.N_TRIPLES)}
        for answer in (http.get(path, headers={"Accept": "application/n-triples"}) for http in (remote, client))
    ]
    assert found[0] == found[1] != set()


def test_the_limits_hold(upstream: str) -> None:
    """Rows and bytes are counted here, wherever they come from."""
    with serving(upstream, "--rows", "7") as where:
        query = {"query": "SELECT ?s { ?s ?p ?o }"}
        answer = httpx.get(f"{where}/api/query", params=query, timeout=60).json()
        assert answer["answer"]["state"] == "cut" and len(answer["results"]["bindings"]) == 7


def test_a_server_that_goes_away(disputed_store: Path) -> None:
    """A problem document that says so (502), and no other error."""
    query = {"query": "ASK { ?s ?p ?o }"}
    with ExitStack() as running:
        with servers.oxigraph() as server:
            done("publish", server.query, "--store", disputed_store)
            where = running.enter_context(serving(server.query))
        answer = httpx.get(f"{where}/sparql", params=query, timeout=60)
        assert answer.status_code == 502
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert "cannot be reached" in answer.json()["detail"]
