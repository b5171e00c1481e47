"""Violations and what was held back, as a reader sees them: what is wrong, of which claim, and the sentence."""

from typing import TYPE_CHECKING, Final

import click

from borderkg.vocabulary import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from borderkg.claims.unclaimed import Held
    from borderkg.validation.report import Violation
    from borderkg.validation.witnesses import Witness, Witnesses

_SHOWN: Final = 3
"""Claims that are shown for one violation."""

_NAMED: Final = 8
"""Files that are named where several have the same lack."""

_CONSTRAINT: Final = "ConstraintComponent"


def listed(names: "Sequence[str]") -> str:
    """Names in a row, and how many more."""
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def merged(notes: "Iterable[str]") -> list[str]:
    """Notes that say the same of several files as one, in the order of the first of each."""
    found: dict[str, list[str]] = {}
    for note in notes:
        name, colon, what = note.partition(": ")
        found.setdefault(what if colon else note, []).extend([name] if colon else [])
    return [f"{listed(names)}: {what}" if names else what for what, names in found.items()]


def print_violations(violations: "Iterable[Violation]", witnesses: "Witnesses", most: int | None = None) -> int:
    """Each violation; those that say the same of several texts as one. At most so many are printed, all are counted."""
    grouped: dict[tuple[str, ...], list[Violation]] = {}
    for number, found in enumerate(violations):
        alone = "" if witnesses.file(found.focus) else str(number)
        key = (alone, found.severity, found.check, found.path, found.message, found.value)
        grouped.setdefault(key, []).append(found)
    for alike in list(grouped.values())[:most]:
        print_violation(alike, witnesses)
    return len(grouped)


def print_violation(alike: "Sequence[Violation]", witnesses: "Witnesses") -> None:
    """What is wrong in both languages, and the claims concerned with their sentences. A text is named by its file."""
    violation = alike[0]
    files = sorted({witnesses.file(found.focus) for found in alike})
    where = listed(files) if files[0] else " ".join(filter(None, map(shortened, (violation.focus, violation.path))))
    # Which constraint of SHACL it is says nothing that the message does not say in words.
    check = "" if violation.check.endswith(_CONSTRAINT) else f"{violation.check}: "
    what = " ".join(filter(None, (violation.message, violation.value)))
    zh = f" ({violation.message_zh})" if violation.message_zh else ""
    click.echo(f"{violation.severity}: {check}{where}: {what}{zh}")
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
