"""Violations and what was held back, as a reader sees them: what is wrong, of which claim, and the sentence."""

from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from borderkg.claims.unclaimed import Held
    from borderkg.validation.report import Violation
    from borderkg.validation.witnesses import Witness, Witnesses

_SHOWN: Final = 3
"""Claims that are shown for one violation."""


def print_violation(violation: "Violation", witnesses: "Witnesses") -> None:
    """What is wrong in both languages, and the claims concerned with their sentences."""
    where = " ".join(filter(None, (violation.focus, violation.path)))
    what = " ".join(filter(None, (violation.message, violation.value)))
    zh = f" ({violation.message_zh})" if violation.message_zh else ""
    click.echo(f"{violation.severity}: {violation.check}: {where}: {what}{zh}")
    found = witnesses.of(violation)
    for witness in found[:_SHOWN]:
        if witness.claim != violation.focus:
            click.echo(f"  claim {witness.claim}")
        _print_sentence(witness)
    if len(found) > _SHOWN:
        click.echo(f"  and {len(found) - _SHOWN} more claims")


def print_held(entry: "Held", witnesses: "Witnesses") -> None:
    """What was held back, why, and its sentence."""
    zh = f" ({entry.reason_zh})" if entry.reason_zh else ""
    click.echo(f"Held back: {entry.subject} — {entry.predicate} — {entry.object}: {entry.reason}{zh}")
    click.echo(f"  rule {entry.rule}")
    if entry.claim:
        click.echo(f"  claim {entry.claim}")
    _print_sentence(witnesses.of_held(entry))


def _print_sentence(witness: "Witness") -> None:
    if not witness.citation:
        return
    click.echo(f"  » {witness.citation} {witness.where}")
    click.echo(f"    {witness.sentence or '(the text is not at hand; borderkg attach FOLDER)'}")
