"""A query that takes too long, too much memory or gives too much is ended, and the server lives on."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from borderkg.graph.store import GraphStore
from borderkg.server.workers import Pool, Request, TooLargeError, TooSlowError, answer
from tests.running import serving

CROSS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
SORTED = "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f"
LONG = "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f }"
QUICK = "ASK { ?p a bkg:Port }"


@pytest.fixture(scope="module")
def impatient(demo_store: Path) -> Iterator[str]:
    """A server that ends a query after a second."""
    with serving(demo_store, "--seconds", "1") as address:
        yield address


def test_a_cross_join_is_stopped_and_the_server_lives_on(impatient: str) -> None:
    """More heavy queries at once than there are workers are ended, each with 503; the next question is answered."""
    with httpx.Client(base_url=impatient, timeout=60) as client:

        def ask(query: str) -> httpx.Response:
            return client.get("/sparql", params={"query": query})

        with ThreadPoolExecutor(4) as pool:
            ended = list(pool.map(ask, [CROSS] * 4))
        assert [response.status_code for response in ended] == [503] * 4
        details = {response.json()["detail"] for response in ended}
        assert "The query ran longer than 1 seconds and was ended." in details
        assert ask(QUICK).json()["boolean"] is True
        assert client.get("/api/search", params={"q": "满洲里"}).status_code == 200


def test_an_answer_beyond_the_size_limit_is_refused(client: httpx.Client) -> None:
    """413 at 64 MB, not half an answer; the server lives on."""
    answered = client.get("/sparql", params={"query": LONG}, headers={"Accept": "text/csv"})
    assert answered.status_code == 413
    assert "LIMIT" in answered.json()["detail"]
    assert client.get("/sparql", params={"query": QUICK}).json()["boolean"] is True


def test_the_size_limit_is_of_bytes(demo_store: Path) -> None:
    """An answer up to the limit comes whole; one byte less of room refuses it."""
    graph = GraphStore.open(demo_store)
    request = Request("", "SELECT ?p WHERE { ?p a bkg:Port } LIMIT 10", ("text/csv",))
    size = len(answer(graph, request).body)
    assert len(answer(graph, request, limit=size).body) == size
    with pytest.raises(TooLargeError):
        answer(graph, request, limit=size - 1)


def test_a_query_that_takes_too_much_memory_is_ended(demo_store: Path) -> None:
    """The worker dies at its limit of memory; the pool has another."""
    pool = Pool(demo_store, size=1, seconds=30, memory=800 * 1024**2)
    try:
        with pytest.raises(TooSlowError, match="more memory"):
            pool.ask(SORTED, ())
        assert b"true" in pool.ask(QUICK, ()).body
    finally:
        pool.close()
