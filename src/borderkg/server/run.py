"""Serve a store until interrupted."""

import logging
import socket
from collections.abc import Sequence
from typing import Final

import click
import uvicorn

from borderkg.errors import StoreError
from borderkg.graph.place import Place
from borderkg.graph.store import current
from borderkg.server.app import create_app
from borderkg.server.limits import Limits

_HEADERS: Final = 64 * 1024
"""Bytes of a request besides its address."""

_FAREWELL: Final = 3
"""Seconds that running queries have when the server is told to end."""


def _is_news(record: logging.LogRecord) -> bool:
    """An answer that was cut is broken off on purpose; the server's library takes it for a fault."""
    return "without completing response" not in record.getMessage()


def run(
    place: Place, host: str, port: int, limits: Limits, base: bytes | None = None, names: Sequence[str] = ()
) -> None:
    """Serve on a port (0: a free one), within limits, with a base map as `basemap.read` gives it; behind a proxy, under names.

    Raises StoreError where there is no store, or the port is taken.
    """
    current(place)
    # With its protocol named, or the loop does not know that it is TCP, and each answer waits 40 ms for its second half.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen()  # before the address is printed: who reads it may connect at once
    except OSError as error:
        raise StoreError(f"port {port} cannot be had ({error.strerror}); choose another: --port 8001") from error
    address = f"http://{host}:{listener.getsockname()[1]}"
    click.echo(f"BorderKG at {address}  (SPARQL: {address}/sparql)  Ctrl-C ends it.")
    config = uvicorn.Config(
        create_app(place, limits, base, names),
        log_level="warning",
        server_header=False,
        http="h11",
        h11_max_incomplete_event_size=limits.request_bytes + _HEADERS,
        timeout_graceful_shutdown=_FAREWELL,
    )
    logging.getLogger("uvicorn.error").addFilter(_is_news)
    uvicorn.Server(config).run(sockets=[listener])
