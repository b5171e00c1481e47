"""Hygiene queries: one fault each, the first line a sentence; a returned row is a violation.

`queries/hygiene/*.rq`; the first comment line is the message, `# severity: Warning` makes it a warning.
"""

from pathlib import Path

import pyoxigraph as ox

from borderkg.graph.store import GraphStore
from borderkg.validation.report import Violation


def run(graph: GraphStore, folder: Path) -> list[Violation]:
    """The violations that the queries of a folder find in a graph."""
    found = []
    for path in sorted(folder.glob("*.rq")):
        text = path.read_text("utf-8")
        comments = [line.lstrip("# ").strip() for line in text.splitlines() if line.startswith("#")]
        severity = "Warning" if any(c.lower() == "severity: warning" for c in comments) else "Violation"
        answer = graph.query(text)
        if not isinstance(answer, ox.QuerySolutions):
            continue
        names = [variable.value for variable in answer.variables]
        for solution in answer:
            values = [_text(solution[name]) for name in names]
            found.append(Violation(path.stem, severity, values[0], comments[0], value=" ".join(values[1:])))
    return found


def _text(term: object) -> str:
    return str(getattr(term, "value", "") or "")
