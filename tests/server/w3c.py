"""The W3C's SPARQL 1.1 cases: read from their manifests, and answers compared as the cases mean it.

A case's files are named as the W3C publishes them, so that its data can lie in one store with that of all the others: each
file is a graph, and a request names the graphs of its dataset.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from borderkg.vocabulary import RDF, XSD

HOME: Final = "http://www.w3.org/2009/sparql/docs/tests/data-sparql11/"
MF: Final = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
QT: Final = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
RS: Final = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"

EVALUATION: Final = (
    *("aggregates", "bind", "bindings", "cast", "construct", "exists", "functions", "grouping", "negation"),
    *("project-expression", "property-path", "subquery", "csv-tsv-res", "json-res"),
)
SYNTAX: Final = ("syntax-query", "syntax-fed")
SERVICE: Final = ("service",)

_RDF_FORMATS: Final = {".ttl": ox.RdfFormat.TURTLE, ".rdf": ox.RdfFormat.RDF_XML, ".nt": ox.RdfFormat.N_TRIPLES}


@dataclass(frozen=True)
class Case:
    name: str
    """As `aggregates/agg01`."""
    kind: str
    """As `QueryEvaluationTest`, `NegativeSyntaxTest11`."""
    query: Path
    data: tuple[Path, ...] = ()
    graphs: tuple[Path, ...] = ()
    result: Path | None = None
    services: tuple[tuple[str, Path], ...] = ()
    """Endpoints by their addresses, each with its data."""


def iri(path: Path) -> str:
    """The IRI of a file of the cases."""
    return f"{HOME}{path.parent.name}/{path.name}"


def cases(folder: Path, *areas: str) -> list[Case]:
    """The query cases of some areas, in the order of their manifests."""
    return [case for area in areas for case in _area(folder / area)]


def _area(folder: Path) -> Iterator[Case]:
    facts: dict[str, dict[str, list[Any]]] = {}
    for quad in ox.parse(
        path=str(folder / "manifest.ttl"), format=ox.RdfFormat.TURTLE, base_iri=f"{HOME}{folder.name}/"
    ):
        facts.setdefault(str(quad.subject), {}).setdefault(quad.predicate.value, []).append(quad.object)

    def files(about: dict[str, list[Any]], name: str) -> tuple[Path, ...]:
        named = (node.value for node in about.get(QT + name, []) if isinstance(node, ox.NamedNode))
        return tuple(folder / value.rsplit("/", 1)[-1] for value in named)

    for subject, about in facts.items():
        kind = next((t.value.removeprefix(MF) for t in about.get(RDF + "type", []) if t.value.startswith(MF)), "")
        if not kind.endswith(("QueryEvaluationTest", "CSVResultFormatTest", "SyntaxTest11")) or "Update" in kind:
            continue
        action = about[MF + "action"][0]
        name = f"{folder.name}/{subject.strip('<>').rsplit('#', 1)[-1]}"
        if isinstance(action, ox.NamedNode):
            yield Case(name, kind, folder / action.value.rsplit("/", 1)[-1])
        else:
            inside = facts[str(action)]
            result = about[MF + "result"][0].value.rsplit("/", 1)[-1]
            query, data, graphs = files(inside, "query")[0], files(inside, "data"), files(inside, "graphData")
            served = [facts[str(node)] for node in inside.get(QT + "serviceData", [])]
            services = tuple((about[QT + "endpoint"][0].value, files(about, "data")[0]) for about in served)
            yield Case(name, kind, query, data, graphs, folder / result, services)


def quads(found: Sequence[Case]) -> Iterator[ox.Quad]:
    """The data of cases, each file a graph."""
    for path in sorted({path for case in found for path in (*case.data, *case.graphs, *(p for _, p in case.services))}):
        name = ox.NamedNode(iri(path))
        for quad in ox.parse(
            path=str(path), format=_RDF_FORMATS[path.suffix], base_iri=iri(path), rename_blank_nodes=True
        ):
            yield ox.Quad(quad.subject, quad.predicate, quad.object, name)


# Answers


Rows = list[tuple[Any, ...]]


def expected(case: Case) -> tuple[str, Any]:
    """The media type to ask for, and the answer of a case: a truth value, or rows with their names first."""
    assert case.result
    text = case.result.read_bytes()
    media = {
        ".srx": "application/sparql-results+xml",
        ".srj": "application/sparql-results+json",
        ".csv": "text/csv",
        ".tsv": "text/tab-separated-values",
    }.get(case.result.suffix)
    if media:
        return media, read(media, text)
    triples = [
        quad.triple for quad in ox.parse(text, format=_RDF_FORMATS[case.result.suffix], base_iri=iri(case.result))
    ]
    if any(triple.object == ox.NamedNode(RS + "ResultSet") for triple in triples):
        return "application/sparql-results+json", _result_set(triples)
    return "application/n-triples", [(t.subject, t.predicate, _value(t.object)) for t in triples]


def read(media: str, text: bytes) -> Any:
    """An answer: a truth value, or rows, each column's name with its value, so that the order of columns is no matter."""
    if media == "text/csv":
        header, *lines = csv.reader(io.StringIO(text.decode("utf-8"), newline=""))
        return [tuple(sorted(zip(header, map(_csv_value, line), strict=True))) for line in lines]
    if media == "application/n-triples":
        parsed = ox.parse(text, format=ox.RdfFormat.N_TRIPLES)
        return [(q.subject, q.predicate, _value(q.object)) for q in parsed]
    form = next(f for f in (_XML, _JSON, _TSV) if f.media_type.startswith(media))
    answer = ox.parse_query_results(text, format=form)
    if isinstance(answer, ox.QueryBoolean):
        return bool(answer)
    names = [variable.value for variable in answer.variables]
    return [
        tuple(part for name in sorted(names) if row[name] is not None for part in (name, _value(row[name])))
        for row in answer
    ]


_XML, _JSON, _TSV = ox.QueryResultsFormat.XML, ox.QueryResultsFormat.JSON, ox.QueryResultsFormat.TSV


def _csv_value(text: str) -> str:
    return "_:" if text.startswith("_:") else text


def _result_set(triples: list[ox.Triple]) -> Rows:
    facts: dict[Any, list[tuple[str, Any]]] = {}
    for triple in triples:
        facts.setdefault(triple.subject, []).append((triple.predicate.value.removeprefix(RS), triple.object))
    rows: Rows = []
    for about in facts.values():
        bindings = [dict(facts[node]) for name, node in about if name == "binding"]
        if bindings:
            pairs = sorted((b["variable"].value, b["value"]) for b in bindings)
            rows.append(tuple(part for name, value in pairs for part in (name, _value(value))))
    return rows


def _value(term: Any) -> Any:
    """A term as it is compared: numbers and truth values by value and type."""
    if isinstance(term, ox.Literal):
        kind = term.datatype.value.removeprefix(XSD)
        try:
            if kind in ("integer", "decimal"):
                return kind, Decimal(term.value).normalize()
            if kind in ("double", "float"):
                return kind, float(term.value)
            if kind == "boolean":
                return kind, {"1": "true", "0": "false"}.get(term.value, term.value)
        except (ArithmeticError, ValueError):
            return term
    return term


def same(one: Any, other: Any) -> bool:
    """Whether two answers are the same: the same rows as often, under some renaming of blank nodes."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return len(one) == len(other) and _matched(sorted(one, key=_blanks), list(other), {})


def _blanks(row: tuple[Any, ...]) -> int:
    return sum(isinstance(part, ox.BlankNode) for part in row)


def _matched(rows: Rows, others: Rows, renamed: dict[Any, Any]) -> bool:
    if not rows:
        return True
    first, *rest = rows
    tried = []
    for position, candidate in enumerate(others):
        if candidate in tried:
            continue
        tried.append(candidate)
        names = _renamed(first, candidate, renamed)
        if names is not None and _matched(rest, others[:position] + others[position + 1 :], names):
            return True
    return False


def _renamed(row: tuple[Any, ...], other: tuple[Any, ...], renamed: dict[Any, Any]) -> dict[Any, Any] | None:
    if len(row) != len(other):
        return None
    names = dict(renamed)
    for part, that in zip(row, other, strict=True):
        if isinstance(part, ox.BlankNode) and isinstance(that, ox.BlankNode):
            if names.setdefault(part, that) != that or list(names.values()).count(that) > 1:
                return None
        elif part != that:
            return None
    return names
