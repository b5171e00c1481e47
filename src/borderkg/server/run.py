"""Serve a store until interrupted."""

import socket
from pathlib import Path

import click
import uvicorn

from borderkg.errors import StoreError
from borderkg.graph.store import current
from borderkg.server.app import create_app


def run(root: Path, host: str, port: int, seconds: float) -> None:
    """Serve on a port (0: a free one), and end queries after `seconds`.

    Raises StoreError where there is no store, or the port is taken.
    """
    current(root)
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen()  # before the address is printed: who reads it may connect at once
    except OSError as error:
        raise StoreError(f"port {port} cannot be had ({error.strerror}); choose another: --port 8001") from error
    address = f"http://{host}:{listener.getsockname()[1]}"
    click.echo(f"BorderKG at {address}  (SPARQL: {address}/sparql)  Ctrl-C ends it.")
    config = uvicorn.Config(create_app(root, seconds=seconds), log_level="warning", server_header=False)
    uvicorn.Server(config).run(sockets=[listener])
