"""A server on this machine that answers as it is told: wrongly, late, in part, or not at all."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

JSON = "application/sparql-results+json"
YES = b'{"head": {}, "boolean": true}'


@dataclass(frozen=True)
class Said:
    """One answer. `length` is announced where it is not that of the body; None announces nothing. `drip` are seconds
    between the bytes."""

    body: bytes = YES
    status: int = 200
    media: str = JSON
    headers: Mapping[str, str] = field(default_factory=dict)
    length: int | None = -1
    drip: float = 0.0


@dataclass
class Misbehaving:
    """The server: it gives `answers` one after another, the last of them for ever, and keeps what it was sent."""

    url: str = ""
    answers: list[Said] = field(default_factory=lambda: [Said()])
    forms: list[dict[str, list[str]]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def says(self, *answers: Said) -> None:
        """From now on; the first request of an endpoint only asks who is there."""
        self.answers = list(answers)

    @property
    def queries(self) -> list[str]:
        return [form.get("query", form.get("update", [""]))[0] for form in self.forms]


@contextmanager
def misbehaving() -> Iterator[Misbehaving]:
    """Run one on a free port."""
    state = Misbehaving()
    ended = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            form = self.rfile.read(int(self.headers["Content-Length"])).decode()
            state.forms.append(parse_qs(form))
            state.headers.append(dict(self.headers))
            said = state.answers.pop(0) if len(state.answers) > 1 else state.answers[0]
            self.send_response(said.status)
            self.send_header("Content-Type", said.media)
            for name, value in said.headers.items():
                self.send_header(name, value)
            if said.length is not None:
                self.send_header("Content-Length", str(len(said.body) if said.length < 0 else said.length))
            self.end_headers()
            try:
                self._write(said)
            except OSError:  # who asked has gone
                self.close_connection = True

        do_GET = do_POST  # noqa: N815 # the base class names it so

        def _write(self, said: Said) -> None:
            if not said.drip:
                self.wfile.write(said.body)
                return
            for byte in said.body:
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
                if ended.wait(said.drip):
                    return

        def log_message(self, format: str, *args: object) -> None:
            del format, args

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    state.url = f"http://127.0.0.1:{server.server_port}/sparql"
    try:
        yield state
    finally:
        ended.set()
        server.shutdown()
        thread.join()
        server.server_close()
