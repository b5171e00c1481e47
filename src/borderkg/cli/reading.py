"""query, ask, show."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from borderkg.cli.common import (
    bom_option,
    json_option,
    place_option,
    print_json,
    read_text,
    refuse_bom_but_for_csv,
    spoken,
    write_bytes,
)
from borderkg.errors import QueryError
from borderkg.graph.place import Place, is_address
from borderkg.vocabulary import INFERRED

if TYPE_CHECKING:
    from borderkg.api import KnowledgeGraph
    from borderkg.questions.results import Result

_TABLE_ROWS = 1000
"""More than this nobody reads in a terminal; a file format gives all."""

_FORMATS = ["table", "csv", "tsv", "json", "turtle"]
_format = click.option(
    "--format", "form", type=click.Choice(_FORMATS), default=None, help="Default: table, or turtle for graphs."
)


def _print(result: "Result", form: str | None, as_json: bool, bom: bool) -> None:
    from borderkg.questions import results

    form = "json" if as_json else form
    if result.kind == "graph":
        if form not in (None, "turtle", "json"):
            raise QueryError("CONSTRUCT and DESCRIBE give a graph; ask for turtle or json.")
        write_bytes(result.serialize("jsonld" if form == "json" else "turtle"), None)
    elif form in (None, "table"):
        if result.kind == "boolean":
            click.echo("yes" if result.boolean else "no")
        else:
            click.echo(results.table(result.variables, result.shown()))
            click.echo(f"({len(result)} rows)", err=True)
    elif form == "turtle":
        raise QueryError("Only CONSTRUCT and DESCRIBE give a graph; ask for table, csv, tsv or json.")
    else:
        write_bytes((results.BOM.encode() if bom else b"") + result.serialize(form or "json"), None)
    if not result.complete:
        click.echo(f"(cut at {len(result)}: there are more; --limit N reads N)", err=True)


@click.command(
    epilog="""
\b
Examples:
  borderkg query "SELECT ?p ?year WHERE { ?p a bkg:Platform ; bkg:dateEstablished ?year }"
  borderkg query --file queries/competency/cq03-ports-and-neighbours.rq --format csv
  borderkg query --endpoint http://127.0.0.1:8000/sparql "ASK { ?p a bkg:Port }"
"""
)
@click.argument("sparql", required=False)
@click.option(
    "--file", "query_file", type=click.Path(path_type=Path, dir_okay=False), help="Read the query from a file."
)
@click.option("--limit", type=click.IntRange(1), help="Rows to read at most.  [default: 1000 for a table, else all]")
@click.option("--endpoint", metavar="URL", help="Ask this SPARQL endpoint, of whatever graph, instead of a store.")
@place_option
@_format
@bom_option
@json_option
def query(
    sparql: str | None,
    query_file: Path | None,
    limit: int | None,
    endpoint: str | None,
    store: Place,
    form: str | None,
    bom: bool,
    as_json: bool,
) -> None:
    """Ask a SPARQL 1.1 query; the prefixes bkg:, bkc:, skos:, oa: and so on need no declaration."""
    refuse_bom_but_for_csv("json" if as_json else form, bom=bom)
    if (sparql is None) == (query_file is None):
        raise click.UsageError("Give a query, or --file FILE.")
    if query_file is not None:
        sparql = read_text(query_file, QueryError)
    if limit is None and form in (None, "table") and not as_json:
        limit = _TABLE_ROWS
    if endpoint:
        from borderkg.questions.remote import Connection

        _print(Connection(endpoint).query(sparql or "", limit=limit), form, as_json, bom)
        return
    from borderkg.api import open_graph

    graph = open_graph(store)
    result = graph.query(sparql or "", limit=limit)
    _print(result, form, as_json, bom)
    _remark(graph, sparql or "", nothing=not (result.boolean or len(result)), at_hand=not is_address(store))


def _remark(graph: "KnowledgeGraph", sparql: str, *, nothing: bool, at_hand: bool) -> None:
    """What a query names and the ontology or the graph lacks: an answer without rows does not tell a slip of the pen.

    The graph of a server is not copied nor counted for this."""
    from borderkg.questions import checking

    index = graph.store.index if at_hand else None
    for remark in checking.of_terms(sparql, graph.terms, index, unused=nothing and at_hand):
        words = sparql[remark.start : remark.end]
        meant = spoken(f" Is {remark.better} meant?", f"是否指 {remark.better}？") if remark.better else ""
        said = spoken(
            f"line {remark.line}, column {remark.column}: {words}: {remark.en}",
            f"第{remark.line}行第{remark.column}列：{words}：{remark.zh}",
        )
        click.echo(f"({said}{meant})", err=True)


@click.command(
    epilog="""
\b
Examples:
  borderkg ask                      (lists the questions)
  borderkg ask cq02
  borderkg ask cq04 --param province=吉林省 --format csv
"""
)
@click.argument("question", required=False)
@click.option("--param", "parameters", multiple=True, metavar="NAME=VALUE", help="A parameter of the question.")
@place_option
@_format
@bom_option
@json_option
def ask(
    question: str | None, parameters: tuple[str, ...], store: Place, form: str | None, bom: bool, as_json: bool
) -> None:
    """Ask a QUESTION of the catalogue by its name or number."""
    refuse_bom_but_for_csv("json" if as_json else form, bom=bom)
    from borderkg.questions import catalogue

    if question is None:
        if as_json:
            print_json([entry.as_dict() for entry in catalogue.load().values()])
            return
        for entry in catalogue.load().values():
            names = " ".join(f"[{p.name}={p.default}]" for p in entry.parameters)
            click.echo(f"{entry.name}  {names}".rstrip())
            click.echo(f"    {entry.summary_zh}\n    {entry.summary}")
        return
    from borderkg.api import open_graph

    given = {}
    for parameter in parameters:
        name, equals, value = parameter.partition("=")
        if not equals:
            raise click.UsageError(f"--param {parameter}: expected NAME=VALUE.")
        given[name] = value
    graph = open_graph(store)
    values = graph.meanings.values(catalogue.find(question), given)
    for name, value in values.items():
        if value != given[name]:
            click.echo(f"({name}: {given[name]} is read as {value})", err=True)
    _print(graph.ask(question, values), form, as_json, bom)


@click.command(epilog="\b\nExamples:\n  borderkg show 满洲里口岸\n  borderkg show 云南省 --limit 5\n")
@click.argument("name")
@click.option("--limit", type=click.IntRange(1), default=200, show_default=True, help="Claims to print at most.")
@place_option
@json_option
def show(name: str, limit: int, store: Place, as_json: bool) -> None:
    """Show an entity by its NAME (or IRI): its claims, and the passage behind each.

    The number behind a claim is the confidence of its reading: the share of the claims of its rule that were right where
    that was measured, (right + 1) / (checked + 2); a claim without one was read by a rule that was not measured.
    """
    from dataclasses import asdict

    from borderkg.api import open_graph

    graph = open_graph(store)
    entity = graph.find(name)
    statements = graph.statements(entity.iri)
    if as_json:
        print_json(
            {
                "iri": entity.iri,
                "label": graph.label(entity.iri),
                "type": entity.type,
                "claims": [asdict(s) for s in statements],
            }
        )
        return
    click.echo(f"{graph.label(entity.iri)}  ({entity.type})  <{entity.iri}>")
    for statement in statements[:limit]:
        modality = "" if statement.modality == "asserted" else f"  [{statement.modality}]"
        detail = f" ({statement.detail})" if statement.detail else ""
        sure = "" if statement.confidence is None else f"  {statement.confidence:.2f}"
        said = f"{statement.subject_label} — {statement.predicate}{detail} — {statement.object_label}"
        click.echo(f"\n{said}{modality}{sure}")
        for evidence in statement.evidence:
            mark = "»" if evidence.primary and statement.modality != INFERRED else "·"  # » is what states the claim
            page = f", p. {evidence.passage.page}" if evidence.passage and evidence.passage.page else ""
            click.echo(f"  {mark} {evidence.citation} {evidence.where}{page}")
            if evidence.passage and evidence.primary:
                click.echo(f"    {evidence.passage.marked}")
            elif evidence.primary:
                click.echo("    (the text is not at hand; borderkg attach FOLDER)")
        if statement.conflicts:
            click.echo("  ! in conflict with another claim")
    if len(statements) > limit:
        click.echo(f"\n{len(statements) - limit} more claims; --limit {len(statements)} prints them.", err=True)


COMMANDS = (query, ask, show)
