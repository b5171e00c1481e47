"""conflicts, audit."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from borderkg.claims.finding import SEVERITIES
from borderkg.cli.common import bom_option, place_option, refuse_bom_but_for_csv, write_bytes
from borderkg.graph.place import Place

if TYPE_CHECKING:
    from borderkg.findings.reading import Disagreement

FOUND: Final = 3
"""The exit code of --fail-on where something is found."""

_SHOWN: Final = ("contradiction", "doubt")
"""What is shown where no severity is asked for: a note only looks like a disagreement."""


def _options(function: Callable[..., Any]) -> Callable[..., Any]:
    """What both commands take, the last first."""
    for option in (
        click.option(
            "--fail-on", type=click.Choice(SEVERITIES), help="Exit with 3 where one so severe, or worse, is shown."
        ),
        bom_option,
        click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file."),
        click.option(
            "--format", "form", type=click.Choice(["table", "csv", "json", "html"]), default="table", show_default=True
        ),
        click.option(
            "--severity",
            "severities",
            multiple=True,
            type=click.Choice(SEVERITIES),
            help="Default: contradiction, doubt.",
        ),
        click.option("--indicator", default="", help="Only figures of indicators of this name, or a part of it."),
        click.option("--source", default="", help="Only those of a text: a part of its file name or citation."),
        place_option,
    ):
        function = option(function)
    return function


@click.command(
    epilog="""
\b
Examples:
  borderkg conflicts
  borderkg conflicts --kind date --format html -o build/conflicts.html
  borderkg conflicts --severity note --indicator 口岸
"""
)
@click.option(
    "--kind", default="", help="Only those of this kind: value, date, count, table, issuer, class, spelling …"
)
@_options
def conflicts(store: Place, **asked: Any) -> None:
    """What the sources disagree on, which claim is to be preferred, and by which declared rule."""
    from borderkg.api import open_graph
    from borderkg.findings import writing

    _give(open_graph(store).conflicts, ("Conflicts", "分歧"), writing.conflicts_table, **asked)


@click.command(
    epilog="""
\b
Examples:
  borderkg audit
  borderkg audit --source yearbook --format csv -o build/audit.csv --fail-on contradiction
"""
)
@click.option("--kind", default="", help="Only those of this kind: total, share, growth, multiple, rank, list …")
@_options
def audit(store: Place, **asked: Any) -> None:
    """Which figures do not add up: totals, shares, growth, counts and the lists that follow them."""
    from borderkg.api import open_graph
    from borderkg.findings import writing

    _give(open_graph(store).audit, ("Arithmetic audit", "算术核对"), writing.audit_table, **asked)


def _give(
    ask: Callable[..., "list[Disagreement]"],
    titles: tuple[str, str],
    table: "Callable[[Sequence[Disagreement]], str]",
    *,
    severities: tuple[str, ...],
    form: str,
    bom: bool,
    output: Path | None,
    fail_on: str | None,
    **filters: str,
) -> None:
    """Ask, write what is found, and exit with `FOUND` where something is as severe as `fail_on` says."""
    from borderkg.findings import page, writing
    from borderkg.questions.results import BOM

    refuse_bom_but_for_csv(form, bom=bom)
    found = ask(severities=severities or _SHOWN, **filters)
    if form == "csv":
        text = (BOM if bom else "") + writing.to_csv(found)
    elif form == "json":
        text = writing.to_json(found)
    elif form == "html":
        text = page.page(found, *titles)
    else:
        text = table(found) + "\n" if found else ""
    write_bytes(text.encode(), output)
    if form == "table":
        click.echo(f"({len(found)} findings)", err=True)
    worst = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on else ()
    if any(finding.severity in worst for finding in found):
        raise click.exceptions.Exit(FOUND)


COMMANDS = (conflicts, audit)
