"""serve."""

import re
from pathlib import Path

import click

from borderkg.cli.common import place_option
from borderkg.graph.place import Place
from borderkg.settings import (
    HOST,
    MAX_REQUEST_BYTES,
    PORT,
    QUERIES_AT_ONCE,
    QUERY_BYTES,
    QUERY_MEMORY,
    QUERY_ROWS,
    QUERY_SECONDS,
)

_MB = 1024 * 1024


class _HostName(click.ParamType[str]):
    """The name of a host: no scheme, no port, no star."""

    name = "host"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        text = str(value).lower()
        if not re.fullmatch(
            r"(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*", text
        ):
            self.fail(f"{text[:100]!r} is no name of a host. Give it bare, as in --name graph.example.org", param, ctx)
        return text


@click.command(epilog="\b\nExample:\n  borderkg serve --store build/graph --port 8000\n")
@place_option
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0 takes a free port.")
@click.option(
    "--seconds", type=click.FloatRange(0.1), default=QUERY_SECONDS, show_default=True, help="Time limit of a query."
)
@click.option("--rows", type=click.IntRange(1), default=QUERY_ROWS, show_default=True, help="Rows of an answer.")
@click.option(
    "--megabytes", type=click.IntRange(1), default=QUERY_BYTES // _MB, show_default=True, help="Of an answer."
)
@click.option(
    "--memory", type=click.IntRange(256), default=QUERY_MEMORY // _MB, show_default=True, help="Megabytes of a query."
)
@click.option("--queries", type=click.IntRange(1), default=QUERIES_AT_ONCE, show_default=True, help="Queries at once.")
@click.option(
    "--request-kilobytes",
    type=click.IntRange(1),
    default=MAX_REQUEST_BYTES // 1024,
    show_default=True,
    help="Of a request.",
)
@click.option(
    "--basemap",
    default="",
    metavar="FILE.geojson|none",
    help="The map under the points; its `source` is printed on it. Without it, Natural Earth.",
)
@click.option(
    "--allow-service",
    "services",
    metavar="NAME=URL",
    multiple=True,
    help="An endpoint that SERVICE may ask; as often as wanted. 允许 SERVICE 访问的端点，可多次给出。",
)
@click.option(
    "--name",
    "names",
    type=_HostName(),
    multiple=True,
    help="A name of a host under which a proxy serves this; as often as wanted. 反向代理所用的主机名，可多次给出。",
)
def serve(
    store: Place,
    port: int,
    seconds: float,
    rows: int,
    megabytes: int,
    memory: int,
    queries: int,
    request_kilobytes: int,
    basemap: str,
    services: tuple[str, ...],
    names: tuple[str, ...],
) -> None:
    """Serve the explorer and the SPARQL endpoint, on 127.0.0.1 and for reading only, within these limits."""
    from borderkg.server import endpoints
    from borderkg.server.basemap import read
    from borderkg.server.limits import Limits
    from borderkg.server.run import run

    allowed = endpoints.read(services)
    limits = Limits(seconds, rows, megabytes * _MB, memory * _MB, queries, request_kilobytes * 1024, allowed)
    base = read(None if basemap == "none" else Path(basemap)) if basemap else None
    run(store, HOST, port, limits, base, names)


COMMANDS = (serve,)
