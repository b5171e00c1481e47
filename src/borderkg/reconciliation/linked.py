"""What a service says of a table's names, as the table with candidates, and of our entities, as SSSOM."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from borderkg.claims.exchange import no_formula
from borderkg.errors import ReconciliationError
from borderkg.graph.store import GraphStore
from borderkg.reconciliation.client import Asked, Found, Service
from borderkg.reconciliation.names import Names
from borderkg.schema import load as load_schema
from borderkg.settings import VERSION
from borderkg.tabular.table import rows_of
from borderkg.vocabulary import BKG, SKOS

CANDIDATE: Final = ("candidate", "id", "iri", "score", "match")
"""The columns that a table gets."""

_SSSOM: Final = (
    "subject_id",
    "subject_label",
    "subject_category",
    "predicate_id",
    "object_id",
    "object_label",
    "mapping_justification",
    "confidence",
    "mapping_tool",
    "mapping_tool_version",
    "comment",
)
Progress = Callable[[str, int, int], None]


def table(
    path: Path,
    service: Service,
    *,
    column: str = "",
    kind: str = "",
    given: Mapping[str, str],
    limit: int,
    progress: Progress,
) -> str:
    """A table as CSV with the candidates behind its own columns: a row for each candidate, or one with none.

    `column` holds the names (the first where it is left out), `given` the columns of properties. Raises CorpusError,
    ReconciliationError or RemoteError.
    """
    heads, *body = [row for row in rows_of(path) if any(row)] or [[]]
    if not body:
        raise ReconciliationError(f"{path}: no table: a row of heads and a row below it are needed.")
    at = _column(path, heads, column) if column else 0
    places = {prop: _column(path, heads, name) for prop, name in given.items()}
    filled = [row + [""] * (len(heads) - len(row)) for row in body]
    asked = [
        Asked(row[at], kind, tuple((prop, row[i]) for prop, i in places.items() if row[i])) if row[at] else None
        for row in filled
    ]
    found = _found(service, [one for one in asked if one], limit, progress)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*heads, *CANDIDATE])
    for row, one in zip(filled, asked, strict=True):
        for cells in [_cells(service, candidate) for candidate in (found[one] if one else [])] or [
            [""] * len(CANDIDATE)
        ]:
            writer.writerow([*row, *cells])
    return out.getvalue()


def entities(
    graph: GraphStore, kind: str, service: Service, *, type_there: str = "", limit: int, progress: Progress
) -> str:
    """Candidates of our entities of a class, and of those below it, as SSSOM: a table of mappings with its metadata.

    A match is `skos:exactMatch` by the word of the service, another candidate `skos:closeMatch`; none has been reviewed.
    Raises ReconciliationError for no class, or one without entities; RemoteError.
    """
    schema = load_schema()
    names = Names.within(graph.index)
    iris = sorted(iri for iri in names.of if kind in schema.superclasses.get(names.type(iri), ()))
    if not iris:
        there = ", ".join(sorted({names.type(iri) for iri in names.of}))
        raise ReconciliationError(f"{kind}: the graph has no entities of this class; it has {there}.")
    found = _found(service, [Asked(names.shown(iri), type_there) for iri in iris], limit, progress)
    out = io.StringIO(newline="")
    out.write(_metadata(service))
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerow(_SSSOM)
    for iri in iris:
        for candidate in found[Asked(names.shown(iri), type_there)]:
            writer.writerow(_mapping(iri, names, candidate, service))
    return out.getvalue()


def _found(service: Service, asked: Iterable[Asked], limit: int, progress: Progress) -> dict[Asked, list[Found]]:
    """The candidates of each name, which is asked once however often it stands there."""
    distinct = list(dict.fromkeys(asked))
    found: dict[Asked, list[Found]] = {}
    for one, candidates in service.reconcile(distinct, limit):
        found[one] = candidates
        progress("reconciling", len(found), len(distinct))
    return found


def _column(path: Path, heads: Sequence[str], name: str) -> int:
    if heads.count(name) != 1:
        wrong = "several columns are called" if name in heads else "no column is called"
        raise ReconciliationError(f"{path}: {wrong} {name!r}; there are: {', '.join(heads)}.")
    return heads.index(name)


def _cells(service: Service, found: Found) -> list[str]:
    texts = (found.name, found.id, service.iri(found.id))
    return [*map(no_formula, texts), f"{found.score:g}", "true" if found.match else "false"]


def _metadata(service: Service) -> str:
    """The head of the file, in YAML behind `#`. No date: the same answers give the same bytes."""
    prefixes = {"skos": SKOS, "semapv": "https://w3id.org/semapv/vocab/", "bkg": BKG}
    lines = ["curie_map:", *(f"  {prefix}: {space}" for prefix, space in prefixes.items())]
    lines += [f"object_source: {service.url}", "comment: candidates of a reconciliation service, not reviewed"]
    return "".join(f"#{line}\n" for line in lines)


def _mapping(iri: str, names: Names, found: Found, service: Service) -> list[str]:
    confidence = f"{found.score / 100:.4g}" if 0 <= found.score <= 100 else ""
    return [
        iri,
        names.shown(iri),
        f"bkg:{names.type(iri)}",
        "skos:exactMatch" if found.match else "skos:closeMatch",
        no_formula(service.iri(found.id)),
        no_formula(found.name),
        "semapv:LexicalMatching",
        confidence,
        "BorderKG",
        VERSION,
        f"score {found.score:g}",
    ]
