"""reconcile."""

from pathlib import Path

import click

from borderkg.cli.common import progress_bar, store_option, write_bytes
from borderkg.settings import REMOTE_SECONDS

_file = click.Path(path_type=Path)


@click.command(
    epilog="""
\b
Examples:
  borderkg reconcile ports.csv --service http://127.0.0.1:8000/reconcile --column 口岸 --type Port -o linked.csv
  borderkg reconcile --entities Port --store build/graph --service http://127.0.0.1:8000/reconcile -o ports.sssom.tsv
"""
)
@click.argument("file", type=_file, required=False)
@click.option("--service", required=True, help="The address of the service; nothing else is asked.")
@click.option("--column", default="", help="The column of names; the first where it is left out.")
@click.option("--type", "kind", default="", help="The type, as the service names it.")
@click.option(
    "--property", "properties", multiple=True, metavar="PID=COLUMN", help="A property that should agree; repeatable."
)
@click.option("--entities", metavar="CLASS", default="", help="Our entities of this class instead of a file, as SSSOM.")
@store_option
@click.option(
    "--limit", type=click.IntRange(1, 50), default=1, show_default=True, help="Candidates of a name, one a row."
)
@click.option(
    "--seconds", type=click.FloatRange(0.1), default=REMOTE_SECONDS, show_default=True, help="Of one request."
)
@click.option("-o", "--output", type=_file, help="Write to this file instead of standard output.")
def reconcile(
    file: Path | None,
    service: str,
    column: str,
    kind: str,
    properties: tuple[str, ...],
    entities: str,
    store: Path,
    limit: int,
    seconds: float,
    output: Path | None,
) -> None:
    """Link the names of the table FILE, or our entities, to a reconciliation service (OpenRefine's API)."""
    from borderkg.graph.store import GraphStore
    from borderkg.reconciliation import linked
    from borderkg.reconciliation.client import Service

    if (file is None) == (not entities):
        raise click.UsageError("Give either a FILE or --entities CLASS.")
    given = dict(pair.partition("=")[::2] for pair in properties)
    if not all(name and where for name, where in given.items()):
        raise click.UsageError("--property: give the property and the column, as locatedIn=省份.")
    graph = GraphStore.open(store) if entities else None
    there = Service(service, seconds=seconds)
    with progress_bar() as report:
        if graph is not None:
            text = linked.entities(graph, entities, there, type_there=kind, limit=limit, progress=report)
        else:
            text = linked.table(
                file or Path(), there, column=column, kind=kind, given=given, limit=limit, progress=report
            )
    write_bytes(text.encode(), output)


COMMANDS = (reconcile,)
