"""serve."""

from pathlib import Path

import click

from borderkg.cli.common import store_option
from borderkg.settings import HOST, PORT, QUERY_SECONDS


@click.command(epilog="\b\nExample:\n  borderkg serve --store build/graph --port 8000\n")
@store_option
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0 takes a free port.")
@click.option(
    "--seconds", type=click.FloatRange(0.1), default=QUERY_SECONDS, show_default=True, help="Time limit of a query."
)
def serve(store: Path, port: int, seconds: float) -> None:
    """Serve the explorer and the SPARQL endpoint, on 127.0.0.1 and for reading only."""
    from borderkg.server.run import run

    run(store, HOST, port, seconds)


COMMANDS = (serve,)
