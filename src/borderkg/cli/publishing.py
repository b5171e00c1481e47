"""publish."""

from pathlib import Path

import click

from borderkg.cli.common import json_option, print_json, progress_bar, store_option


@click.command(
    epilog="""
\b
Examples:
  borderkg publish http://127.0.0.1:7878/query --store build/graph
  borderkg publish https://graph.example.org/sparql --update https://graph.example.org/update
"""
)
@click.argument("url")
@click.option("--update", default="", metavar="URL", help="Where the server takes updates, if we do not know.")
@click.option("--seconds", type=click.FloatRange(1), default=60, show_default=True, help="Time limit of a request.")
@store_option
@json_option
def publish(url: str, update: str, seconds: float, store: Path, as_json: bool) -> None:
    """Load the graph of a store into the SPARQL 1.1 server at URL, where queries go.

    A loading that was broken off goes on where it stopped. Credentials: BORDERKG_STORE_USER, BORDERKG_STORE_PASSWORD.
    """
    from borderkg.graph.remote import address
    from borderkg.graph.remote.endpoint import Endpoint
    from borderkg.graph.remote.exchange import Exchange
    from borderkg.graph.remote.publishing import publish as load
    from borderkg.graph.store import GraphStore

    exchange = Exchange(address.checked(url, guarded=True), given=address.credentials(), seconds=seconds)
    exchange.update_url = address.checked(update, guarded=True) if update else exchange.url
    graph = GraphStore.open(store)
    with progress_bar() as progress:
        report = load(graph, Endpoint(exchange), progress)
    if as_json:
        print_json(report.as_dict())
    elif report.sent:
        click.echo(
            f"{url}: version {report.version}, {report.triples:,} triples in {report.graphs} graphs; {report.sent:,} sent."
        )
    else:
        click.echo(f"{url}: has version {report.version} already; nothing to do.")


COMMANDS = (publish,)
