"""SERVICE is refused in every way that the engine would take it, and nothing else is."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import httpx
import pyoxigraph as ox
import pytest

from borderkg.server import federation

CALLS = [
    "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SELECT * { service <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SELECT * { SERVICE<http://127.0.0.1:1/>{ ?s ?p ?o } }",
    "SELECT * {SERVICE#x\n#y\r\n<http://127.0.0.1:1/>{ ?s ?p ?o } }",
    "SELECT * { FILTER(1<2)SERVICE#x>\n<http://127.0.0.1:1/>{ ?s ?p ?o } }",
    "PREFIX x: <http://127.0.0.1:1/> SELECT * { SERVICE x: { ?s ?p ?o } }",
    "PREFIX : <http://127.0.0.1:1/> SELECT * { SERVICE:a { ?s ?p ?o } }",
    "PREFIX x·1: <http://127.0.0.1:1/> SELECT * { SERVICE x·1:a { ?s ?p ?o } }",
    "SELECT * { BIND(<http://127.0.0.1:1/> AS ?where) SERVICE ?where { ?s ?p ?o } }",
    "SELECT * { BIND(<http://127.0.0.1:1/> AS ?where) SERVICE$where{ ?s ?p ?o } }",
    "ASK { BIND(1 AS ?n)SERVICE<http://127.0.0.1:1/>{ ?s ?p ?o } }",
    "ASK { BIND('?' AS ?n)SERVICE<http://127.0.0.1:1/>{ ?s ?p ?o } }",
    "CONSTRUCT { ?s ?p ?o } WHERE { { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } }",
]
HARMLESS = [
    "SELECT ?service ?o WHERE { ?service ?p ?o }",
    "SELECT ?customsService { ?customsService <http://example.org/p> ?x }",
    "SELECT * { ?s ?p ?o FILTER(CONTAINS(?o, 'customs service')) }",
    "# a service for readers\nASK { ?s ?p ?o }",
]


@pytest.mark.parametrize("query", CALLS)
def test_what_the_engine_would_call_is_refused(query: str) -> None:
    """The engine by itself tries to fetch (port 1 is closed to it); the server refuses before."""
    with pytest.raises((OSError, RuntimeError), match=r"port 1|service name"):
        answer = ox.Store().query(query)
        if not isinstance(answer, ox.QueryBoolean):
            list(answer)
    with pytest.raises(federation.FederationError):
        federation.refuse(query)


@pytest.mark.parametrize("query", HARMLESS)
def test_the_word_alone_is_no_call(query: str) -> None:
    """Variables and texts may speak of services."""
    federation.refuse(query)


@pytest.mark.parametrize("gap", [" ", " SILENT ", "SILENT", "#x\nSILENT#y\n"])
def test_silent_calls_are_refused(gap: str) -> None:
    """SILENT hides the failure, not the call."""
    with pytest.raises(federation.FederationError):
        federation.refuse(f"SELECT * {{ SERVICE{gap}<http://127.0.0.1:1/> {{ ?s ?p ?o }} }}")


@pytest.fixture
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    """Another server on this machine, and what it was asked."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(self.path)
            self.send_error(500)

        do_GET = do_POST  # noqa: N815 # the base class names it so

        def log_message(self, format: str, *args: object) -> None:
            del format, args

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/", asked
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("silent", ["", "SILENT "])
def test_the_server_calls_nobody(silent: str, elsewhere: tuple[str, list[str]], client: httpx.Client) -> None:
    """403, and the other server hears nothing."""
    where, asked = elsewhere
    query = f"SELECT * {{ SERVICE {silent}<{where}> {{ ?s ?p ?o }} }}"
    answer = client.get("/sparql", params={"query": query})
    assert answer.status_code == 403
    assert "SERVICE is refused" in answer.json()["detail"]
    assert asked == []


def test_graphs_are_not_fetched(elsewhere: tuple[str, list[str]], client: httpx.Client) -> None:
    """FROM and the protocol name graphs of the store; their addresses are never called."""
    where, asked = elsewhere
    query = "SELECT ?s FROM <HERE> WHERE { ?s ?p ?o } LIMIT 1".replace("HERE", where)
    client.get("/sparql", params={"query": query})
    client.get("/sparql", params={"query": "SELECT ?s WHERE { ?s ?p ?o } LIMIT 1", "default-graph-uri": where})
    assert asked == []
