"""An endpoint that does what it should not, each in a way of its own."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TABLE = b'{"head":{"vars":["a"]},"results":{"bindings":[{"a":{"type":"uri","value":"urn:x"}}]}}'
JSON = "application/sparql-results+json"


def _row(term: str) -> bytes:
    return b'{"head":{"vars":["a"]},"results":{"bindings":[{"a":%s}]}}' % term.encode()


_SIMPLE = {
    "/well": (200, {}, TABLE),
    "/elsewhere": (302, {"Location": "/well"}, b""),
    "/forever": (301, {"Location": "http://169.254.169.254/"}, b""),
    "/broken": (500, {}, b"out of order"),
    "/page": (200, {"Content-Type": "text/html"}, b"<p>Welcome</p>"),
    "/nothing": (200, {"Content-Type": ""}, TABLE),
    "/packed": (200, {"Content-Encoding": "gzip"}, TABLE),
    "/liar": (200, {}, b"<sparql/>"),
    "/truth": (200, {}, b'{"head":{},"boolean":true}'),
    "/list": (200, {}, b"[]"),
    "/deep": (200, {}, b"[" * 100_000),
    "/short": (200, {"Content-Length": "1000"}, TABLE[:-20]),
    "/no-iri": (200, {}, _row('{"type":"uri","value":"a b"}')),
    "/no-kind": (200, {}, _row('{"type":"thing","value":"a"}')),
    "/no-language": (200, {}, _row('{"type":"literal","value":"a","xml:lang":"!"}')),
    "/ours": (
        200,
        {},
        TABLE[:-1] + b',"head":{"vars":["a"],"link":["https://w3id.org/borderkg/answer#cut-at-1-rows"]}}',
    ),
    "/most": (200, {"X-SPARQL-MaxRows": "1"}, TABLE),
    "/partial": (200, {"X-SQL-State": "S1TAT"}, TABLE),
}


@dataclass
class Hostile:
    address: str
    heard: list[str] = field(default_factory=list)
    """The paths that were asked."""
    hosts: list[str] = field(default_factory=list)
    """The Host headers."""


@contextmanager
def hostile() -> Iterator[Hostile]:
    """The server, on a free port of 127.0.0.1, for the length of a block."""
    ended = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            server.heard.append(self.path)
            server.hosts.append(self.headers["Host"])
            self.rfile.read(int(self.headers["Content-Length"]))
            with suppress(OSError):
                if self.path in _SIMPLE:
                    self._simple(*_SIMPLE[self.path])
                else:
                    self._slow() if self.path == "/slow" else self._endless()

        do_GET = do_POST  # noqa: N815 # the base class names it so

        def _simple(self, status: int, headers: dict[str, str], body: bytes) -> None:
            self.send_response(status)
            for name, value in {"Content-Type": JSON, "Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def _slow(self) -> None:
            """Always a little more, and never the end."""
            self.wfile.write(b"HTTP/1.1 200 OK\r\n")
            while not ended.wait(0.1):
                self.wfile.write(b"X-More: yes\r\n")

        def _endless(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", JSON)
            self.end_headers()
            while not ended.is_set():
                self.wfile.write(b" " * 65536)

        def log_message(self, format: str, *args: object) -> None:
            del format, args

    listener = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server = Hostile(f"http://127.0.0.1:{listener.server_port}")
    thread = threading.Thread(target=listener.serve_forever)
    thread.start()
    try:
        yield server
    finally:
        ended.set()
        listener.shutdown()
        thread.join()
        listener.server_close()
