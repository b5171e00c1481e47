"""The competency questions as a regression suite: each runs, and over the texts that its answers were written for it
gives them."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

import yaml

from borderkg import resources
from borderkg.errors import QueryError
from borderkg.graph.store import GraphStore
from borderkg.questions import catalogue
from borderkg.questions.results import Result, read


@dataclass(frozen=True, slots=True)
class Outcome:
    """`fault` is empty where the question answers as expected."""

    question: str
    rows: int
    fault: str


def texts_answered(folder: Path | None = None) -> frozenset[str]:
    """The hashes of the texts over which the expected answers hold."""
    path = (folder or resources.queries() / "competency") / "texts.yaml"
    entries = yaml.safe_load(path.read_text("utf-8")) if path.is_file() else {}
    return frozenset(str(sha256) for sha256 in (entries or {}).get("sha256", ()))


def run(graph: GraphStore, *, compare: bool) -> list[Outcome]:
    """Run every question with its default parameters, and compare its answer where `compare` says that it should hold."""
    outcomes = []
    for question in catalogue.load().values():
        try:
            result = read(graph.query(question.query, bindings=question.bindings({})))
        except QueryError as error:
            outcomes.append(Outcome(question.name, 0, str(error)))
            continue
        fault = ""
        if compare:
            if question.expected is None:
                fault = "has no expected answer"
            else:
                fault = difference(result, question.expected.read_text("utf-8"))
        outcomes.append(Outcome(question.name, len(result), fault))
    return outcomes


def difference(result: Result, expected: str) -> str:
    """How an answer differs from the expected CSV (rows compare as a multiset), or nothing."""
    mine = _rows(result.csv())
    right = _rows(expected)
    if mine[0] != right[0]:
        return f"its columns are {', '.join(mine[0])}, expected {', '.join(right[0])}"
    missing = _minus(right[1], mine[1])
    extra = _minus(mine[1], right[1])
    if not missing and not extra:
        return ""
    parts = []
    if missing:
        parts.append(f"{len(missing)} rows missing, such as {' | '.join(missing[0])}")
    if extra:
        parts.append(f"{len(extra)} rows too many, such as {' | '.join(extra[0])}")
    return "; ".join(parts)


def _rows(text: str) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    rows = [tuple(row) for row in csv.reader(io.StringIO(text))]
    return (rows[0] if rows else ()), rows[1:]


def _minus(a: list[tuple[str, ...]], b: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    left = list(b)
    out = []
    for row in a:
        if row in left:
            left.remove(row)
        else:
            out.append(row)
    return out
