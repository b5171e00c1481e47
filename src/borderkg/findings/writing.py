"""Findings as a table for the terminal, as CSV (one row a claim, RFC 4180) and as JSON."""

import csv
import io
import json
from collections.abc import Callable, Sequence
from typing import Final

from borderkg.findings.reading import Disagreement, Side
from borderkg.questions import results

_OF_FINDING: Final = (
    "iri", "severity", "kind", "check", "reason", "reason_zh", "computation", "rule", "rule_reason", "rule_reason_zh"
)  # fmt: skip
_OF_SIDE: Final = (
    "claim", "source", "citation", "start", "end", "where", "subject", "predicate", "indicator", "time", "value", "unit",
    "rank", "proposed",
)  # fmt: skip
COLUMNS: Final = (*_OF_FINDING, *_OF_SIDE, "words")
"""The columns of the CSV; `words` is the passage, empty where the text is not attached."""


def conflicts_table(found: Sequence[Disagreement]) -> str:
    """One row a finding, aligned for a terminal: what is spoken of, the values that differ, and which is preferred."""
    return _table(found, "preferred", _preferred)


def audit_table(found: Sequence[Disagreement]) -> str:
    """The same, with what was computed in place of what is preferred."""
    return _table(found, "computation", lambda finding: finding.computation)


def _table(found: Sequence[Disagreement], last: str, shows: Callable[[Disagreement], str]) -> str:
    header = ("severity", "kind", "subject", "stated", "time", "values", last)
    return results.table(header, [[f.severity, f.kind, *_spoken_of(f), shows(f)] for f in found])


def _spoken_of(found: Disagreement) -> list[str]:
    """Subject, indicator or property, time and values, each once; what only one claim has stands for all."""
    columns = (
        [side.subject for side in found.sides],
        [side.indicator or side.predicate for side in found.sides],
        [side.time for side in found.sides],
        [shown(side) for side in found.sides],
    )
    return [" | ".join(filter(None, dict.fromkeys(column))) for column in columns]


def _preferred(found: Disagreement) -> str:
    values = dict.fromkeys(shown(side) for side in found.sides if side.proposed == "prefers")
    return f"{', '.join(values)} ({found.rule})" if values else ""


def shown(side: Side) -> str:
    """The value of a claim with its unit."""
    return f"{side.value} {side.unit}".strip()


def to_csv(found: Sequence[Disagreement]) -> str:
    """A header and one row for each claim of each finding; the finding's own columns are repeated."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for finding in found:
        for side in finding.sides:
            words = side.passage.words if side.passage else ""
            writer.writerow(
                [
                    *(getattr(finding, name) for name in _OF_FINDING),
                    *(getattr(side, name) for name in _OF_SIDE),
                    words,
                ]
            )
    return out.getvalue()


def to_json(found: Sequence[Disagreement]) -> str:
    """A list of findings, each with its claims in `sides`."""
    return json.dumps([finding.as_dict() for finding in found], ensure_ascii=False, indent=1) + "\n"
