"""check."""

from pathlib import Path

import click

from borderkg.cli.common import json_option, print_json, store_option


@click.command(
    epilog="\b\nExamples:\n  borderkg check --store build/graph\n"
    "  borderkg check --reason      (OWL 2 DL consistency too; needs Java)\n"
)
@store_option
@click.option("--reason", is_flag=True, help="Check the ontology's consistency with HermiT, through owlready2.")
@json_option
def check(store: Path, reason: bool, as_json: bool) -> None:
    """Check a graph: shapes, hygiene, expectations, competency questions. Exits with 1 on a violation."""
    from dataclasses import asdict

    from borderkg import checks

    report = checks.check(store, reason=reason)
    if as_json:
        print_json({"violations": [asdict(v) for v in report.violations], "errors": len(report.errors)})
    else:
        for violation in report.violations:
            where = " ".join(filter(None, (violation.focus, violation.path)))
            what = " ".join(filter(None, (violation.message, violation.value)))
            click.echo(f"{violation.severity}: {violation.check}: {where}: {what}")
        click.echo(f"{len(report.errors)} violations, {len(report.warnings)} warnings.")
    if report.errors:
        raise click.exceptions.Exit(1)


COMMANDS = (check,)
