"""TLS on this machine: an authority of a test's own, what it signs, and a server that speaks TLS in front of another."""

import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2")


class Authority:
    """Signs certificates in a folder. Who is to trust it is given the file `trusted`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.trusted = folder / "authority.pem"
        self._key = folder / "authority.key"
        signs = ("-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign")
        self._request("authority of a test", self._key, self.trusted, *signs)

    def certificate(self, name: str) -> Path:
        """A certificate for a name (`DNS:data.example`, `IP:127.0.0.1`) with its key, in one file."""
        found = self._folder / f"{name.replace(':', '-')}.pem"
        key = found.with_suffix(".key")
        of = ("-CA", self.trusted, "-CAkey", self._key, "-addext", f"subjectAltName={name}")
        self._request(name, key, found, *of, "-addext", "basicConstraints=critical,CA:FALSE")
        found.write_bytes(found.read_bytes() + key.read_bytes())
        return found

    def _request(self, name: str, key: Path, certificate: Path, *options: str | Path) -> None:
        files = ("-keyout", key, "-out", certificate)
        command = ("openssl", "req", "-x509", *_KEY, "-subj", f"/CN={name}", *files, *options)
        made = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=60)
        assert made.returncode == 0, made.stderr


@dataclass
class Secured:
    """A server that speaks TLS."""

    port: int
    heard: list[str] = field(default_factory=list)
    """The Host headers of the requests that came through."""

    def at(self, path: str, host: str = "127.0.0.1") -> str:
        return f"https://{host}:{self.port}{path}"


@contextmanager
def secured(address: str, certificate: Path) -> Iterator[Secured]:
    """TLS on a free port of 127.0.0.1 under a certificate, in front of the server at an http address."""
    behind = urlsplit(address)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            server.heard.append(self.headers["Host"])
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            with closing(HTTPConnection(behind.hostname or "", behind.port, timeout=60)) as connection:
                connection.request(self.command, self.path, body, {**self.headers, "Host": behind.netloc})
                with connection.getresponse() as answer:
                    data = answer.read()
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.headers["Content-Type"])
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST  # noqa: N815 # the base class names it so

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listener:
        listener.socket = context.wrap_socket(listener.socket, server_side=True)
        server = Secured(listener.server_address[1])
        thread = threading.Thread(target=listener.serve_forever)
        thread.start()
        try:
            yield server
        finally:
            listener.shutdown()
            thread.join()
