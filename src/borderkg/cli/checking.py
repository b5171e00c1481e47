"""check, quarantine, ontology diff and docs."""

from pathlib import Path

import click

from borderkg.cli.common import json_option, print_json, store_option
from borderkg.cli.findings import print_held, print_violations


@click.command(
    epilog="\b\nExamples:\n  borderkg check --store build/graph\n"
    "  borderkg check --reason      (OWL 2 DL consistency too; needs Java)\n"
)
@store_option
@click.option("--notes", is_flag=True, help="Print what is worth knowing and no fault, too.")
@click.option("--reason", is_flag=True, help="Check the ontology's consistency with HermiT, through owlready2.")
@json_option
def check(store: Path, notes: bool, reason: bool, as_json: bool) -> None:
    """Check a graph: shapes, hygiene, contradictions, expectations, competency questions. Exits with 1 on a violation."""
    from dataclasses import asdict

    from borderkg import checks
    from borderkg.validation.witnesses import Witnesses

    report = checks.check(store, reason=reason)
    witnesses = Witnesses(store)
    if as_json:
        found = [asdict(v) | {"claims": [w.as_dict() for w in witnesses.of(v)]} for v in report.violations]
        print_json({"violations": found, "errors": len(report.errors)})
    else:
        print_violations((*report.errors, *report.warnings, *(report.notes if notes else ())), witnesses)
        click.echo(f"{len(report.errors)} violations, {len(report.warnings)} warnings, {len(report.notes)} notes.")
    if report.errors:
        raise click.exceptions.Exit(1)


@click.command(epilog="\b\nExamples:\n  borderkg quarantine --store build/graph\n  borderkg quarantine --json\n")
@store_option
@json_option
def quarantine(store: Path, as_json: bool) -> None:
    """List what the build held back, each with its reason and sentence, and what it warned of and let stand."""
    from dataclasses import asdict

    from borderkg.validation.witnesses import Witnesses

    witnesses = Witnesses(store)
    held = list(witnesses.held())
    warnings = [violation for violation in witnesses.found() if violation.severity != "Violation"]
    if as_json:
        entries = [asdict(entry) | {"passage": witnesses.of_held(entry).as_dict()} for entry in held]
        print_json({"quarantined": entries, "warnings": [asdict(warning) for warning in warnings]})
        return
    for entry in held:
        print_held(entry, witnesses)
    print_violations(warnings, witnesses)
    click.echo(f"{len(held)} held back, {len(warnings)} warnings.")


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


@ontology.command(epilog="\b\nExample:\n  borderkg ontology docs docs/ontology\n")
@click.argument("folder", type=click.Path(path_type=Path), default=Path("docs/ontology"))
def docs(folder: Path) -> None:
    """Write the ontology's documentation to FOLDER: Markdown in Chinese and English, diagrams as SVG."""
    from borderkg.ontology_docs import markdown

    click.echo(f"{folder}: {len(markdown.write(folder))} files written.")


COMMANDS = (check, quarantine, ontology)
