"""A small HTTP server on loopback that behaves as a test says, and notes what it was asked."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

MANIFEST = {
    "versions": ["0.2"],
    "name": "Test",
    "identifierSpace": "http://example.org/id/",
    "schemaSpace": "http://example.org/schema/",
}


@dataclass
class Server:
    """`manifest` answers GET, `answer` POST with the queries that it is given."""

    manifest: Callable[[BaseHTTPRequestHandler], None]
    answer: Callable[[BaseHTTPRequestHandler, dict[str, Any]], None]
    address: str = ""
    asked: list[str] = field(default_factory=list)
    """Method and path of each request."""
    batches: list[dict[str, Any]] = field(default_factory=list)


def send(handler: BaseHTTPRequestHandler, body: object, status: int = 200, **headers: str) -> None:
    """A whole answer: JSON, or bytes as they are."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    handler.send_response(status)
    for name, value in {
        "Content-Length": str(len(data)),
        **{k.replace("_", "-"): v for k, v in headers.items()},
    }.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(data)


def manifest(handler: BaseHTTPRequestHandler) -> None:
    send(handler, MANIFEST)


def candidates(handler: BaseHTTPRequestHandler, queries: dict[str, Any]) -> None:
    """One certain candidate for each query, called as it asks."""
    found = {
        name: {"result": [{"id": query["query"], "name": query["query"], "score": 100, "match": True}]}
        for name, query in queries.items()
    }
    send(handler, found)


@contextmanager
def served(
    manifest: Callable[[BaseHTTPRequestHandler], None] = manifest,
    answer: Callable[[BaseHTTPRequestHandler, dict[str, Any]], None] = candidates,
) -> Iterator[Server]:
    """A server that lasts as long as the block."""
    state = Server(manifest, answer)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            state.asked.append(f"GET {self.path}")
            state.manifest(self)

        def do_POST(self) -> None:
            state.asked.append(f"POST {self.path}")
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            queries = json.loads(form["queries"][0])
            state.batches.append(queries)
            state.answer(self, queries)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """A client that goes away is no news."""

    with Quiet(("127.0.0.1", 0), Handler) as server:
        state.address = f"http://127.0.0.1:{server.server_address[1]}/reconcile"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield state
        finally:
            server.shutdown()
            thread.join()
