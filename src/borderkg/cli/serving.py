"""serve."""

from pathlib import Path

import click

from borderkg.cli.common import store_option
from borderkg.settings import HOST, PORT


@click.command(epilog="\b\nExample:\n  borderkg serve --store build/graph --port 8000\n")
@store_option
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0 takes a free port.")
def serve(store: Path, port: int) -> None:
    """Serve the explorer and the SPARQL endpoint, on 127.0.0.1 and for reading only."""
    from borderkg.server.run import run

    run(store, HOST, port)


COMMANDS = (serve,)
