"""The server fetches nothing from elsewhere, whatever a query names."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import httpx
import pytest


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
    assert "SERVICE" in answer.json()["detail"]
    assert asked == []


def test_graphs_are_not_fetched(elsewhere: tuple[str, list[str]], client: httpx.Client) -> None:
    """FROM and the protocol name graphs of the store; their addresses are never called."""
    where, asked = elsewhere
    query = "SELECT ?s FROM <HERE> WHERE { ?s ?p ?o } LIMIT 1".replace("HERE", where)
    client.get("/sparql", params={"query": query})
    client.get("/sparql", params={"query": "SELECT ?s WHERE { ?s ?p ?o } LIMIT 1", "default-graph-uri": where})
    assert asked == []
