"""Lines that a text tells as planned: where it tells nothing of them that is so, their names alone cross nothing."""

from collections.abc import Iterator
from typing import Final

from borderkg.extraction.statement import Statement
from borderkg.records import replace

_BY_NAME: Final = "inherent::"
_AGREED: Final = "经济走廊"
"""What countries agree on and go on building: it was proposed once, and is there where a text names it so."""


def settled(statements: list[Statement]) -> list[Statement]:
    """The statements; what the bare name of a line says is only proposed where the text calls the line so elsewhere, and
    neither tells its course nor that it was opened."""
    courses = [s for s in statements if s.predicate == "crosses"]
    planned = {s.subject.text for s in courses if s.modality}
    told = {s.subject.text for s in courses if not s.modality and not s.rule.startswith(_BY_NAME)}
    doubtful = {line for line in planned - told if not line.endswith(_AGREED) and not any(_opened(statements, line))}
    return [
        replace(s, modality="proposed")
        if s.predicate == "crosses" and not s.modality and s.subject.text in doubtful
        else s
        for s in statements
    ]


def _opened(statements: list[Statement], line: str) -> Iterator[bool]:
    for s in statements:
        yield s.predicate == "dateIssued" and not s.modality and s.subject.text.startswith(line)
