"""Many clients at once: how many requests a second a server answers, and what one costs it."""

import socket
import threading
import time
from dataclasses import dataclass
from urllib.parse import urlencode

from benchmarks.query.engines import Http

CLIENTS = 16


@dataclass(frozen=True, slots=True)
class Rate:
    a_second: float
    work: float
    """Milliseconds of the server's processor time for a request."""


def rate(server: Http, query: str, seconds: float) -> Rate:
    """Ask one query over and over for some seconds, each client over a connection of its own."""
    request = (
        f"GET /{server.path}?{urlencode({'query': query})} HTTP/1.1\r\nHost: {server.host}\r\n"
        "Accept: application/sparql-results+json\r\n\r\n"
    ).encode()
    host, _, port = server.host.partition(":")
    counts = [0] * CLIENTS
    until = time.monotonic() + seconds

    def client(number: int) -> None:
        with socket.create_connection((host, int(port))) as connection:
            while time.monotonic() < until:
                connection.sendall(request)
                _whole(connection)
                counts[number] += 1

    threads = [threading.Thread(target=client, args=(number,)) for number in range(CLIENTS)]
    worked, begun = server.work(), time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    taken = time.monotonic() - begun
    return Rate(sum(counts) / taken, (server.work() - worked) / max(sum(counts), 1) * 1000)


def _whole(connection: socket.socket) -> None:
    """Read one answer to its end. Raises ConnectionError where there is none, or one of another status than 200."""
    answer = b""
    while b"\r\n\r\n" not in answer:
        answer += _more(connection)
    head, _, body = answer.partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise ConnectionError(head.decode(errors="replace"))
    lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    if lengths:
        left = int(lengths[0].split(b":")[1]) - len(body)
        while left > 0:
            left -= len(_more(connection))
        return
    while not body.endswith(b"0\r\n\r\n"):
        body += _more(connection)


def _more(connection: socket.socket) -> bytes:
    found = connection.recv(65536)
    if not found:
        raise ConnectionError("the server closed the connection")
    return found
