"""A SPARQL endpoint elsewhere: its answers as those of the embedded engine, whole or not at all."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any, Final

import pyoxigraph as ox

from borderkg import settings
from borderkg.errors import QueryError, RemoteError
from borderkg.graph.remote import quirks, wording
from borderkg.graph.remote.exchange import Exchange, Reply
from borderkg.graph.remote.quirks import Quirks

_TABLES: Final = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "application/xml": ox.QueryResultsFormat.XML,
    "text/xml": ox.QueryResultsFormat.XML,
}
_GRAPHS: Final = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/turtle": ox.RdfFormat.TURTLE,
    "application/x-turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}
_EMPTY: Final = ox.Store()
_TOGETHER: Final = 5000
"""Rows that are put into one template at once."""

Row = tuple[Any, ...]


class Endpoint:
    """A server, asked in turn. Safe to use from several threads."""

    def __init__(self, exchange: Exchange) -> None:
        self.exchange = exchange
        self.url = exchange.url

    @cached_property
    def quirks(self) -> Quirks:
        """Those of the server, which is asked once who it is. Raises RemoteError where it does not answer as SPARQL."""
        reply = self.exchange.query("ASK {}", "ASK", "json")
        self._boolean(reply)
        return quirks.of(reply.headers, reply.body)

    def ask(self, text: str, default_graphs: Sequence[str] = (), named_graphs: Sequence[str] = ()) -> Any:
        """The answer of a query over a dataset (without graphs: over what the server takes by itself).

        Solutions, a boolean or triples as the embedded engine gives them (`graph.store.Answer`). An answer that the server
        cut at its limit of rows is completed page by page. Raises RemoteError where it will not be whole.
        """
        form = wording.form(text)
        if form == "ASK":
            return self._boolean(self.exchange.query(text, form, "json", default_graphs, named_graphs))
        if form == "SELECT":
            return self._table(text, default_graphs, named_graphs)
        if form == "CONSTRUCT" and self.quirks.cuts_graphs:
            return self._constructed(text, default_graphs, named_graphs)
        reply = self.exchange.query(text, form, "turtle", default_graphs, named_graphs)
        return _triples(self._graph(reply))

    def _boolean(self, reply: Reply) -> Any:
        answer = self._parsed(reply)
        if isinstance(answer, ox.QueryBoolean):
            return answer
        said = quirks.boolean(tuple(v.value for v in answer.variables), self._rows(reply))
        if said is None:
            raise self._lied("no yes or no for ASK")
        return _EMPTY.query(f"ASK {{ FILTER({str(said).lower()}) }}")

    # Tables

    def _table(self, text: str, default_graphs: Sequence[str], named_graphs: Sequence[str]) -> Any:
        reply = self.exchange.query(text, "SELECT", self.quirks.tables, default_graphs, named_graphs)
        rows = self._rows(reply)
        most = self._cut_at(reply, len(rows))
        if most is None:
            return self._parsed(reply)
        names = tuple(v.value for v in self._parsed(reply).variables)
        return self._paged(text, names, most, default_graphs, named_graphs)

    def _cut_at(self, reply: Reply, rows: int) -> int | None:
        """The number of rows at which an answer was, or may have been, cut. Raises RemoteError where it ended otherwise."""
        mark = (
            reply.body.rpartition(quirks.ENDED)[2].partition(b'"')[0]
            if quirks.ENDED in reply.body[-4096:]
            else b"complete"
        )
        if mark.startswith(b"cut-at-") and mark.endswith(b"-rows"):
            return rows
        if mark != b"complete":
            how = mark.decode("ascii", "replace")[:100]
            raise self.exchange.fault(
                f"ended the query before its answer was whole: {how}.", f"查询未完即被终止：{how}。"
            )
        most = quirks.most_rows(reply.headers)
        return most if most is not None and 0 < most <= rows else None

    def _paged(
        self, text: str, names: Sequence[str], most: int, default_graphs: Sequence[str], named_graphs: Sequence[str]
    ) -> Any:
        """All rows of a query, so many at a time, in an order that stays the same."""
        query = wording.parts(text)
        found: list[Row] = []
        while True:
            page = query.page(names, most, len(found))
            rows = self._rows(self.exchange.query(page, "SELECT", self.quirks.tables, default_graphs, named_graphs))
            if any(isinstance(term, ox.BlankNode) for row in rows for term in row):
                raise self.exchange.fault(
                    f"cuts answers at {most:,} rows, and blank nodes have no order to turn pages by; ask for less.",
                    f"结果在 {most:,} 行处截断，而空白节点无法排序分页；请缩小范围。",
                )
            if len(found) + len(rows) > settings.QUERY_ROWS:
                raise self.exchange.fault(
                    f"the answer has more than {settings.QUERY_ROWS:,} rows; ask for less.",
                    f"结果超过 {settings.QUERY_ROWS:,} 行；请缩小范围。",
                )
            found += rows
            if len(rows) < most:
                return _solutions(names, found)

    def _rows(self, reply: Reply) -> list[Row]:
        """The rows of an answer, read to their end. Raises RemoteError where it is no table."""
        answer = self._parsed(reply)
        if not isinstance(answer, ox.QuerySolutions):
            raise self._lied("no table for SELECT")
        try:
            return [tuple(solution) for solution in answer]
        except (SyntaxError, ValueError, OSError) as error:
            why = str(error)
        del (
            answer
        )  # the engine's rows may be dropped by this thread alone, and whoever keeps the error keeps this frame
        raise self._lied(why)

    def _parsed(self, reply: Reply) -> Any:
        form = _TABLES.get(reply.media_type)
        if form is None:
            raise self._no_sparql(reply)
        body = quirks.readable(reply.body) if form == ox.QueryResultsFormat.XML else reply.body
        try:
            return ox.parse_query_results(body, format=form)
        except (SyntaxError, ValueError, OSError) as error:
            raise self._lied(str(error)) from error

    # Graphs

    def _graph(self, reply: Reply) -> list[ox.Triple]:
        form = _GRAPHS.get(reply.media_type)
        if form is None:
            raise self._no_sparql(reply)
        if not reply.measured and form != ox.RdfFormat.RDF_XML:
            raise self.exchange.fault(
                "sends graphs without their length, so that nobody can tell a whole one from a cut one.",
                "应答未注明长度，无从判断图是否完整。",
            )
        try:
            return [quad.triple for quad in ox.parse(reply.body, format=form, base_iri=self.url)]
        except (SyntaxError, ValueError, OSError) as error:
            raise self._lied(str(error)) from error

    def _constructed(self, text: str, default_graphs: Sequence[str], named_graphs: Sequence[str]) -> Any:
        """A CONSTRUCT as the table of its solutions, which the server does not cut in silence, put into its template here."""
        cut = wording.parts(text)
        query, template = cut.solutions()
        answer = self._table(query, default_graphs, named_graphs)
        names, rows = [v.value for v in answer.variables], [tuple(row) for row in answer]
        triples: dict[ox.Triple, None] = {}
        for start in range(0, len(rows), _TOGETHER):
            data = _values(names, rows[start : start + _TOGETHER])
            made = _EMPTY.query(f"{cut.prologue} CONSTRUCT {template} WHERE {{ {data} }}")
            triples.update(dict.fromkeys(made))  # type: ignore[arg-type]
        return _triples(list(triples))

    # What goes wrong

    def _no_sparql(self, reply: Reply) -> RemoteError:
        said = reply.media_type[:60] or "no type at all"
        return self.exchange.fault(
            f"answers with {said}, which is no SPARQL answer; is this its SPARQL endpoint?",
            f"返回 {said}，不是 SPARQL 结果；请核对 SPARQL 端点的地址。",
        )

    def _lied(self, why: str) -> RemoteError:
        short = " ".join(why.split())[:200]
        return self.exchange.fault(
            f"its answer is not what it says it is ({short}).", f"应答的内容与其声明的类型不符（{short}）。"
        )


def _values(names: Sequence[str], rows: Sequence[Row]) -> str:
    """Rows as VALUES. Raises QueryError for blank nodes, which it cannot hold."""
    if any(isinstance(term, ox.BlankNode) for row in rows for term in row):
        raise QueryError(
            "CONSTRUCT over this server cannot make triples of blank nodes; ask for a table.",
            "在此服务器上，CONSTRUCT 不能处理空白节点；请改用 SELECT。",
        )
    listed = "\n".join(f"({' '.join('UNDEF' if term is None else str(term) for term in row)})" for row in rows)
    return f"VALUES ({' '.join(f'?{name}' for name in names)}) {{\n{listed}\n}}"


def _solutions(names: Sequence[str], rows: Sequence[Row]) -> Any:
    return _EMPTY.query(f"SELECT {' '.join(f'?{name}' for name in names)} {{ {_values(names, rows)} }}")


def _triples(triples: Sequence[ox.Triple]) -> Any:
    """Triples as the engine gives those of a CONSTRUCT."""
    held = ox.Store()
    held.extend(ox.Quad(*triple) for triple in triples)
    return held.query("CONSTRUCT WHERE { ?s ?p ?o }")
