"""check, ontology diff."""

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
    """Check a graph: shapes, hygiene, contradictions, expectations, competency questions. Exits with 1 on a violation."""
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


@click.group(epilog="\b\nExample:\n  borderkg ontology diff ../borderkg-0.1/ontology ontology\n")
def ontology() -> None:
    """What the ontology says, and how it changed."""


@ontology.command(epilog="\b\nExample:\n  borderkg ontology diff ../borderkg-0.1/ontology ontology\n")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@json_option
def diff(old: Path, new: Path, as_json: bool) -> None:
    """The terms added, removed and changed from the ontology folder OLD to NEW, and the questions, shapes and rules touched."""
    from borderkg import ontology_changes

    changes = ontology_changes.between(old, new)
    if as_json:
        print_json([change.as_dict() for change in changes])
        return
    marks = {"added": "+", "removed": "-", "changed": "~"}
    for change in changes:
        click.echo(f"{marks[change.kind]} {change.term}")
        if change.kind == "changed":
            for mark, lines in (("-", change.before), ("+", change.after)):
                for line in lines:
                    click.echo(f"    {mark} {line}")
        for what, names in (("questions", change.questions), ("shapes", change.shapes), ("rules", change.rules)):
            if names:
                click.echo(f"    {what}: {', '.join(names)}")
    counted = ", ".join(f"{sum(c.kind == kind for c in changes)} {kind}" for kind in marks)
    click.echo(f"{counted}.")


COMMANDS = (check, ontology)
