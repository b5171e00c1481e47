"""build, claims, score, attach, export, release."""

from pathlib import Path
from typing import Any, Final

import click

from borderkg.cli.common import (
    json_option,
    place_option,
    print_json,
    progress_bar,
    read_text,
    store_option,
    write_bytes,
)
from borderkg.cli.findings import merged, print_held, print_violations
from borderkg.errors import BorderKGError, CorpusError
from borderkg.graph.place import Place
from borderkg.vocabulary import PREDICATES

_folder = click.Path(path_type=Path)


@click.command(
    epilog="""
\b
Examples:
  borderkg build data/corpus --store build/graph
  borderkg build data/corpus --store build/graph --release data/release
  borderkg build data/corpus --store build/graph --release data/release --data data/examples/gdp.yaml
"""
)
@click.argument("corpus", type=_folder)
@store_option
@click.option("--release", "release_folder", type=_folder, help="Join with the claims of a release.")
@click.option(
    "--sources", "sources_file", type=_folder, help="The bibliography, where it does not lie beside the texts."
)
@click.option("--data", "data_files", type=_folder, multiple=True, help="A mapping of a table of your own; repeatable.")
@click.option("--jobs", type=click.IntRange(1, 64), help="Processes to read texts with.")
@json_option
def build(
    corpus: Path,
    store: Path,
    release_folder: Path | None,
    sources_file: Path | None,
    data_files: tuple[Path, ...],
    jobs: int | None,
    as_json: bool,
) -> None:
    """Build a graph from the texts of the folder CORPUS.

    Exits with 0; with 3 where something was quarantined (the graph is written without it); with 4 where a violation stays
    that no claim makes, so that nothing could be held back.
    """
    from borderkg import pipeline

    with progress_bar() as report:
        summary = pipeline.build(
            corpus,
            store,
            release_folder=release_folder,
            sources_file=sources_file,
            data_files=data_files,
            jobs=jobs,
            progress=report,
        )
    if as_json:
        print_json(summary.as_dict())
    else:
        _print_summary(summary.as_dict(), store)
    if not summary.unchanged and (summary.standing or summary.quarantined):
        raise click.exceptions.Exit(4 if summary.standing else 3)


def _print_summary(summary: dict[str, Any], store: Path) -> None:
    if summary["unchanged"]:
        click.echo(f"{store}: nothing to do; the texts, rules and ontology are those of version {summary['version']}.")
        return
    total = sum(summary["claims"].values())
    click.echo(
        f"{summary['documents']} documents, {total} claims, {summary['triples']} triples ({summary['inferred']} inferred)"
    )
    for predicate, count in sorted(summary["claims"].items(), key=lambda entry: (-entry[1], entry[0])):
        click.echo(f"  {predicate:18} {count:6}")
    click.echo(
        f"{summary['not_factual']} planned, proposed, denied or inferred · {summary['conflicts']} conflicts · "
        f"{summary['violations']} violations · {summary['warnings']} warnings · {summary['quarantined']} quarantined · "
        f"{summary['merged']} said again"
    )
    for note in merged(summary["notes"]):
        click.echo(f"note: {note}", err=True)
    _print_found(store, all_stay=bool(summary["standing"]))
    if summary["quarantined"]:
        click.echo(f"What was held back, and why: {store}/versions/{summary['version']}/quarantine.jsonl", err=True)
    click.echo(f"version {summary['version']}, graph sha256 {summary['graph_hash'][:16]}…")


_LISTED: Final = 10
"""What was held back or found is listed up to this number; `quarantine` and `check` list all."""


def _print_found(store: Path, *, all_stay: bool) -> None:
    """What was held back, and the warnings; the violations too where some stay."""
    from borderkg.validation.witnesses import Witnesses

    witnesses = Witnesses(store)
    held, found = list(witnesses.held()), list(witnesses.found())
    stay = [violation for violation in found if all_stay or violation.severity != "Violation"]
    for entry in held[:_LISTED]:
        print_held(entry, witnesses)
    if max(len(held), print_violations(stay, witnesses, _LISTED)) > _LISTED:
        click.echo(f"All that was held back and warned of: borderkg quarantine --store {store}", err=True)


@click.command(
    epilog="""
\b
Examples:
  borderkg claims data/corpus > claims.jsonl
  borderkg claims data/corpus --format csv -o claims.csv
"""
)
@click.argument("corpus", type=_folder)
@click.option("--format", "form", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True)
@click.option("-o", "--output", type=_folder, help="Write to this file instead of standard output.")
@click.option("--jobs", type=click.IntRange(1, 64), help="Processes to read texts with.")
@click.option("--scored", is_flag=True, help="Only the predicates that gold claims hold: what a scorer compares.")
def claims(corpus: Path, form: str, output: Path | None, jobs: int | None, scored: bool) -> None:
    """Extract the claims of the texts of the folder CORPUS, without building a graph."""
    from borderkg import pipeline
    from borderkg.claims import exchange
    from borderkg.corpus import reader

    with progress_bar() as report:
        results = pipeline.read_documents(list(reader.documents(reader.find(corpus))), jobs, report)
    for result in results:
        for warning in result.warnings:
            click.echo(f"{result.document.name}: {warning}", err=True)
    found = [claim for result in results for claim in result.assembled.claims]
    if scored:
        found = [claim for claim in found if exchange.predicate(claim) in PREDICATES]
    text = exchange.json_lines(found) if form == "jsonl" else exchange.table(found)
    write_bytes(text.encode(), output)


@click.command(
    epilog="""
\b
Examples:
  borderkg score tests/dev/a/claims.jsonl --corpus tests/dev/a/texts
  borderkg score tests/dev/a/claims.jsonl tests/dev/b/claims.jsonl --claims claims.jsonl --misses
"""
)
@click.argument("gold", nargs=-1, required=True, type=_folder)
@click.option("--corpus", type=_folder, help="Extract the claims of this folder's texts, and score them.")
@click.option("--claims", "claims_file", type=_folder, help="Score this claims file instead.")
@click.option("--misses", is_flag=True, help="List what is missed and what is wrong, with passages.")
@json_option
def score(gold: tuple[Path, ...], corpus: Path | None, claims_file: Path | None, misses: bool, as_json: bool) -> None:
    """Score claims against GOLD files (JSON Lines in the exchange format)."""
    from borderkg import pipeline
    from borderkg.claims import exchange, scoring
    from borderkg.corpus import reader

    if (corpus is None) == (claims_file is None):
        raise click.UsageError("Give either --corpus FOLDER or --claims FILE.")
    golds = [record for path in gold for record in exchange.read_records(path)]
    texts: dict[str, str] = {}
    if corpus is not None:
        documents = list(reader.documents(reader.find(corpus)))
        texts = {document.name: document.text for document in documents}
        results = pipeline.read_documents(documents, None)
        predicted = [exchange.record(claim) for result in results for claim in result.assembled.claims]
    else:
        predicted = list(exchange.read_records(claims_file or Path()))
    result = scoring.score(scoring.scored(predicted, golds), golds)
    if as_json:
        print_json(scoring.figures(result))
        return
    click.echo(scoring.report(result))
    if misses:
        click.echo(scoring.misses(result, texts))


@click.command(epilog="\b\nExample:\n  borderkg attach ~/papers --store build/graph\n")
@click.argument("folders", nargs=-1, required=True, type=_folder)
@place_option
def attach(folders: tuple[Path, ...], store: Place) -> None:
    """Find the texts of a graph in FOLDERS by their hashes, so that passages open."""
    from borderkg.api import open_graph
    from borderkg.corpus import reader

    graph = open_graph(store)
    wanted = {
        str(row["hash"]): str(row["name"])
        for row in graph.query("SELECT ?hash ?name { ?d bkg:textHash ?hash ; bkg:fileName ?name }")
    }
    for folder in folders:
        if folder.is_file():
            raise BorderKGError(f"{folder}: is a file; give the folder that holds it.")
        if not folder.is_dir():
            raise BorderKGError(f"{folder}: no such folder.")
    found: dict[str, Path] = {}
    for path, text in reader.loaded(folders):
        if text.sha256 in wanted:
            found[text.sha256] = path
            graph.texts.keep(text.sha256, text.text, path, text.sheets)
    graph.texts.attach(found)
    click.echo(f"{len(found)} of {len(wanted)} texts found.")
    missing = sorted(wanted[sha] for sha in wanted if graph.texts.text(sha) is None)
    if missing:
        click.echo(f"Not at hand: {', '.join(missing)}", err=True)


@click.command(
    epilog="""
\b
Examples:
  borderkg export --format nq -o graph.nq
  borderkg export --format claims > claims.jsonl
"""
)
@place_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["nq", "trig", "ttl", "claims", "graphml"]),
    default="nq",
    show_default=True,
    help="nq: everything, sorted N-Quads; trig; ttl: the facts alone; claims: JSON Lines; graphml: the lineage graph.",
)
@click.option("-o", "--output", type=_folder, help="Write to this file instead of standard output.")
def export(store: Place, form: str, output: Path | None) -> None:
    """Write the graph out. The same input gives the same bytes."""
    from borderkg.graph.store import GraphStore
    from borderkg.questions import exports

    write_bytes(exports.export(GraphStore.open(store), form), output)


@click.command(
    epilog="""
\b
Example:
  borderkg build data/corpus --store build/graph
  borderkg release build/release --store build/graph --sources data/corpus/sources.yaml
"""
)
@click.argument("folder", type=_folder)
@store_option
@click.option("--sources", "sources_file", type=_folder, required=True, help="The bibliography of the texts.")
def release(folder: Path, store: Path, sources_file: Path) -> None:
    """Write the graph as a release to FOLDER: facts, offsets, hashes, bibliography; no sentence of the texts."""
    from borderkg.corpus import bibliography
    from borderkg.graph import release as releases
    from borderkg.graph.store import GraphStore

    graph = GraphStore.open(store)
    bibliography.load_file(sources_file)  # a release that cannot be read back is not written
    releases.write(graph, folder, read_text(sources_file, CorpusError))
    click.echo(f"{folder}: written.")


COMMANDS = (build, claims, score, attach, export, release)
