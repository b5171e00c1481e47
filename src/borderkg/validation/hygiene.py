"""Hygiene queries: one fault each, the first line a sentence; a returned row is a violation.

`queries/hygiene/*.rq`; the first comment line is the message, `# zh: …` the same in Chinese, `# severity: Warning` (or `Info`)
makes it less than a violation. Rows that are no fault stand with their reason in `data/lookups.yaml`.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from borderkg import lookups
from borderkg.graph.store import GraphStore
from borderkg.validation.report import Violation
from borderkg.vocabulary import shortened

_FIELD: Final = re.compile(r"# (zh|severity): *(.+)")


def run(graph: GraphStore, folder: Path, allowed: Mapping[str, str] | None = None) -> list[Violation]:
    """The violations that the queries of a folder find in a graph, but for the rows `allowed`: `query term` to reason, as
    `term-unused bkg:repeals`; those of `data/lookups.yaml` where it is left out."""
    known = lookups.load()["hygiene_allowed"] if allowed is None else allowed
    found = [violation for path in sorted(folder.glob("*.rq")) for violation in _rows(graph, path)]
    return [violation for violation in found if row_of(violation) not in known]


def row_of(violation: Violation) -> str:
    """How `data/lookups.yaml` names a row: the query and the first column, its IRI shortened."""
    return f"{violation.check} {shortened(violation.focus)}"


def _rows(graph: GraphStore, path: Path) -> list[Violation]:
    text = path.read_text("utf-8")
    said = dict(_FIELD.findall(text))
    answer = graph.query(text)
    if not isinstance(answer, ox.QuerySolutions):
        return []
    rows = [[_text(term) for term in row] for row in answer]
    message = text.splitlines()[0].removeprefix("# ")
    return [
        Violation(
            path.stem,
            said.get("severity", "Violation"),
            row[0],
            message,
            value=" ".join(row[1:]),
            message_zh=said["zh"],
        )
        for row in rows
    ]


def _text(term: object) -> str:
    return str(getattr(term, "value", "") or "")
