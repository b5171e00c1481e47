"""Answers of queries: a table of terms, a yes or no, or triples; as table, CSV, TSV, JSON, Turtle, DataFrame."""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from borderkg.errors import QueryError
from borderkg.graph.store import Answer
from borderkg.vocabulary import BASE, PREFIXES, XSD

if TYPE_CHECKING:
    import pandas

Value = str | int | float | bool | None
BOM: Final = "\ufeff"
"""The byte-order mark. Before a CSV it tells Excel, which takes the code page of its computer else, that the text is UTF-8."""

TABULAR: Final = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
GRAPHS: Final = {
    "turtle": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "trig": ox.RdfFormat.TRIG,
}


@dataclass(frozen=True)
class Result:
    """An answer, read to its end.

    `kind` is `table` (SELECT), `boolean` (ASK) or `graph` (CONSTRUCT, DESCRIBE). `complete` is False where it was cut at
    the row limit.
    """

    kind: str
    variables: tuple[str, ...] = ()
    rows: tuple[tuple[Any, ...], ...] = ()
    boolean: bool = False
    triples: tuple[ox.Triple, ...] = ()
    complete: bool = True

    def __iter__(self) -> Iterator[dict[str, Value]]:
        """The rows as dictionaries of Python values."""
        for row in self.rows:
            yield {name: python(term) for name, term in zip(self.variables, row, strict=True)}

    def __len__(self) -> int:
        return len(self.triples) if self.kind == "graph" else len(self.rows)

    def to_pandas(self) -> "pandas.DataFrame":
        """The table as a DataFrame, one column a variable; numbers as numbers, IRIs and dates as strings."""
        import pandas

        if self.kind != "table":
            raise QueryError("Only the answer of a SELECT query is a table.")
        values = [[python(term) for term in row] for row in self.rows]
        return pandas.DataFrame(values, columns=list(self.variables))

    def csv(self, separator: str = ",") -> str:
        """CSV as SPARQL 1.1 has it: the values, a header, nothing for an unbound variable."""
        import csv

        if self.kind != "table":
            raise QueryError("Only the answer of a SELECT query is a table.")
        out = io.StringIO(newline="")
        writer = csv.writer(out, delimiter=separator, lineterminator="\n")
        writer.writerow(self.variables)
        for row in self.rows:
            writer.writerow(["" if term is None else term.value for term in row])
        return out.getvalue()

    def shown(self) -> list[list[str]]:
        """The rows as people read them: labels and numbers, IRIs shortened."""
        return [[shown(term) for term in row] for row in self.rows]

    def serialize(self, form: str) -> bytes:
        """As bytes of a format: csv, tsv, json, xml for tables and booleans; turtle, nt, jsonld, rdfxml, trig for graphs."""
        if self.kind == "graph":
            if form not in GRAPHS:
                raise QueryError(f"A graph is written as {', '.join(GRAPHS)}; not as {form}.")
            return ox.serialize(self.triples, format=GRAPHS[form], prefixes=PREFIXES) or b""
        if form not in TABULAR:
            raise QueryError(f"A table is written as {', '.join(TABULAR)}; not as {form}.")
        if form == "csv":
            return self.csv().encode() if self.kind == "table" else str(self.boolean).lower().encode()
        return self._results(form)

    def _results(self, form: str) -> bytes:
        if self.kind == "boolean":
            return _serialized(f"ASK {{ FILTER({str(self.boolean).lower()}) }}", form)
        if not self.variables:
            raise QueryError("The answer has no columns: name variables after SELECT.")
        # Blank nodes may not stand in VALUES, so the rows are told to an empty store and asked back in order.
        rows, columns = ox.Store(), [ox.NamedNode(f"urn:column:{k}") for k in range(len(self.variables))]
        for number, row in enumerate(self.rows):
            node = ox.NamedNode(f"urn:row:{number}")
            rows.add(ox.Quad(node, _ROW, ox.Literal(number)))
            rows.extend(ox.Quad(node, c, term) for c, term in zip(columns, row, strict=True) if term is not None)
        header = " ".join(f"?{name}" for name in self.variables)
        parts = " ".join(f"OPTIONAL {{ ?__row {c} ?{v} }}" for c, v in zip(columns, self.variables, strict=True))
        return _serialized(f"SELECT {header} WHERE {{ ?__row {_ROW} ?__n {parts} }} ORDER BY ?__n", form, rows)


_ROW: Final = ox.NamedNode("urn:row")


def _serialized(query: str, form: str, over: ox.Store | None = None) -> bytes:
    """An answer that is known already, written by the engine's own writers."""
    answer = (over or ox.Store()).query(query)
    if isinstance(answer, ox.QueryTriples):
        raise TypeError("a known table is no graph")
    return answer.serialize(format=TABULAR[form]) or b""


def read(answer: Answer, limit: int | None = None) -> Result:
    """Read an answer to its end, or to a number of rows."""
    if isinstance(answer, ox.QueryBoolean):
        return Result("boolean", boolean=bool(answer))
    try:
        if isinstance(answer, ox.QueryTriples):
            triples, complete = _take(answer, limit)
            return Result("graph", triples=tuple(triples), complete=complete)
        names = tuple(variable.value for variable in answer.variables)
        solutions, complete = _take(answer, limit)
        rows = tuple(tuple(solution[name] for name in names) for solution in solutions)
        return Result("table", names, rows, complete=complete)
    except (OSError, ValueError, RuntimeError) as error:
        raise QueryError(f"The query failed: {' '.join(str(error).split())}") from error


def _take(items: Any, limit: int | None) -> tuple[list[Any], bool]:
    taken: list[Any] = []
    for item in items:
        if limit is not None and len(taken) >= limit:
            return taken, False
        taken.append(item)
    return taken, True


_NUMBERS: Final[dict[str, Callable[[str], Value]]] = {
    XSD + "integer": int,
    XSD + "decimal": float,
    XSD + "double": float,
    XSD + "float": float,
    XSD + "boolean": lambda value: value in ("true", "1"),
}


def python(term: Any) -> Value:
    """A term as a Python value."""
    if term is None:
        return None
    if isinstance(term, ox.Literal):
        convert = _NUMBERS.get(term.datatype.value)
        return convert(term.value) if convert else term.value
    return str(term.value)


def shown(term: Any) -> str:
    """A term as people read it."""
    if term is None:
        return ""
    if isinstance(term, ox.Literal):
        if term.datatype.value == XSD + "decimal":
            return term.value.removesuffix(".0")
        return term.value
    return shorten(str(term.value))


def shorten(iri: str) -> str:
    """An IRI with its prefix, where it has one of ours."""
    for prefix, namespace in sorted(PREFIXES.items(), key=lambda entry: -len(entry[1])):
        if iri.startswith(namespace) and namespace != BASE:
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def table(variables: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A plain text table for terminals, columns aligned by display width."""
    import unicodedata

    def width(text: str) -> int:
        return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)

    lines = [list(variables), *map(list, rows)]
    widths = [max(width(line[i]) for line in lines) for i in range(len(variables))]
    out = []
    for k, line in enumerate(lines):
        out.append("  ".join(cell + " " * (widths[i] - width(cell)) for i, cell in enumerate(line)).rstrip())
        if k == 0:
            out.append("  ".join("-" * w for w in widths))
    return "\n".join(out)
