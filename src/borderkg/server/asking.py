"""Asks an endpoint that SERVICE may ask, for a table: no redirect is followed, and its answer is held to the limits.

An endpoint is another's machine. Whatever it does, too slow, too much, of another kind than it says, or cut off, ends in a
RemoteError that names it and what it did.
"""

import http.client
import io
import json
import socket
import ssl
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

import pyoxigraph as ox

from borderkg.errors import FederationError, RemoteError
from borderkg.graph import query_text
from borderkg.graph.remote.address import distrust
from borderkg.graph.store import Answer, GraphStore, well_formed
from borderkg.server.endpoints import Address, Endpoint, Resolve, named
from borderkg.server.limits import Limits
from borderkg.server.rows import ENDING
from borderkg.settings import VERSION
from borderkg.sparql import federation, functions
from borderkg.sparql.federation import Answered, Node, Table

if TYPE_CHECKING:
    from typing_extensions import Buffer

_FUNCTIONS: Final = {**functions.CUSTOM, **federation.FUNCTIONS}
"""What a query may call whose SERVICE clauses have been answered."""

_RESULTS: Final = "application/sparql-results+json"
_CUT: Final = ("X-SPARQL-MaxRows", "X-SQL-State")
"""By which Virtuoso says that it gave as many rows as it may, or what it had when its time was over."""

_PIECE: Final = 64 * 1024


def federated(text: str, graph: GraphStore, limits: Limits, **dataset: Any) -> Answer:
    """The answer to a query over a store, its SERVICE clauses answered by their endpoints. Raises QueryError; RemoteError
    where an endpoint fails."""
    well_formed(text)

    def asked(query: Answered) -> Answer:
        return graph.query(query.text, rows=query.rows, custom_functions=_FUNCTIONS, **dataset)

    def here(query: Answered) -> Table:
        found = asked(query)
        if not isinstance(found, ox.QuerySolutions):
            raise TypeError("a SELECT gives solutions")
        return Table(tuple(variable.value for variable in found.variables), [tuple(row) for row in found])

    def there(iri: str, queries: Iterable[str]) -> Table:
        return ask(named(limits.endpoints, iri), queries, limits)

    answered = federation.federated(text, here, there, lambda iri: named(limits.endpoints, iri))
    try:
        query_text.local(answered.text)
    except FederationError as error:
        raise FederationError(
            "SERVICE stands in the head of a query or sub-query, in HAVING or in ORDER BY; it is answered in patterns.",
            "SERVICE 位于查询或子查询的头部、HAVING 或 ORDER BY 中；只有图案中的 SERVICE 可以执行。",
        ) from error
    return asked(answered)


def ask(endpoint: Endpoint, queries: Iterable[str], limits: Limits, resolve: Resolve = socket.getaddrinfo) -> Table:
    """The answers of an endpoint to queries that give the same columns, one below the other. Raises FederationError where
    it may not be connected to, RemoteError where it fails."""
    until = 0.0
    tables: list[Table] = []
    rows = size = 0
    for query in queries:
        until = until or time.monotonic() + limits.service_seconds  # what is found out here before is no fault of its
        body = _answer(endpoint, query, until, limits.service_bytes - size, resolve)
        tables.append(_table(endpoint, body, len(tables)))
        size += len(body)
        rows += len(tables[-1].rows)
        if rows > limits.service_rows:
            raise _failed(
                endpoint,
                f"its answer has more than {limits.service_rows:,} rows",
                f"结果超过 {limits.service_rows:,} 行",
            )
    names = tuple(dict.fromkeys(name for table in tables for name in table.names))
    return Table(names, [row for table in tables for row in _ordered(table, names)])


def _ordered(table: Table, names: tuple[str, ...]) -> Iterable[tuple[Node | None, ...]]:
    if table.names == names:
        return table.rows
    places = [table.names.index(name) if name in table.names else None for name in names]
    return [tuple(None if place is None else row[place] for place in places) for row in table.rows]


def _failed(endpoint: Endpoint, what: str, zh: str) -> RemoteError:
    return RemoteError(
        f"SERVICE {endpoint.name} ({endpoint.url}): {what}.", f"SERVICE {endpoint.name}（{endpoint.url}）：{zh}。"
    )


# The request


class _Reader(io.RawIOBase):
    """What comes over a connection, until a moment."""

    def __init__(self, connection: socket.socket, until: float) -> None:
        self._connection = connection
        self._incoming = connection.makefile("rb", buffering=0)
        self._until = until

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "Buffer") -> int | None:
        self._connection.settimeout(_left(self._until))
        return self._incoming.readinto(buffer)

    def close(self) -> None:
        self._incoming.close()
        super().close()


class _Connection(http.client.HTTPConnection):
    """A connection to an address that was checked, under the endpoint's own name; all of it ends at one moment."""

    def __init__(self, endpoint: Endpoint, addresses: Iterable[Address], until: float) -> None:
        self.default_port = 443 if endpoint.secure else 80
        super().__init__(endpoint.host, endpoint.port)
        self._endpoint = endpoint
        self._addresses = addresses
        self._until = until
        self._incoming: io.BufferedReader | None = None

    def connect(self) -> None:
        failed: OSError = OSError("no address")
        for family, address in self._addresses:
            connection = socket.socket(family, socket.SOCK_STREAM)
            try:
                connection.settimeout(_left(self._until))
                connection.connect(address)
                if self._endpoint.secure:
                    context = ssl.create_default_context()
                    connection = context.wrap_socket(connection, server_hostname=self._endpoint.host)
            except OSError as error:
                connection.close()
                failed = error
            else:
                self.sock = connection
                return
        raise failed

    def response_class(self, sock: socket.socket, *args: Any, **options: Any) -> http.client.HTTPResponse:  # type: ignore[override]
        response = http.client.HTTPResponse(sock, *args, **options)
        response.fp.close()  # it waits anew for each piece
        response.fp = self._incoming = io.BufferedReader(_Reader(sock, self._until))
        return response

    def end(self) -> None:
        """Close it for good; `close` leaves what is being read."""
        self.close()
        if self._incoming:
            self._incoming.close()


def _left(until: float) -> float:
    """Seconds until a moment. Raises TimeoutError where it has passed."""
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError("timed out")
    return left


def _answer(endpoint: Endpoint, query: str, until: float, most: int, resolve: Resolve) -> bytes:
    """The body of an answer that says that it is a table. Raises FederationError, RemoteError."""
    connection = _Connection(endpoint, endpoint.addresses(resolve), until)
    headers = {
        "Accept": _RESULTS,
        "Accept-Encoding": "identity",
        "Content-Type": "application/x-www-form-urlencoded",
        "User-Agent": f"BorderKG/{VERSION}",
        "Connection": "close",
    }
    try:
        connection.request("POST", endpoint.target, urlencode({"query": query}), headers)
        with connection.getresponse() as response:
            _judge(endpoint, response)
            body = bytearray()
            while piece := response.read(_PIECE):
                body += piece
                if len(body) > most:
                    raise _failed(endpoint, "its answer is larger than it may be", "结果过大")
    except TimeoutError as error:
        raise _failed(endpoint, "it did not answer in time", "未在时限内作答") from error
    except ssl.SSLCertVerificationError as error:
        raise _failed(endpoint, *distrust(error)) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        said = " ".join(str(error).split())[:200] or type(error).__name__
        raise _failed(
            endpoint, f"it cannot be reached, or broke off ({said})", f"无法连接或连接中断（{said}）"
        ) from error
    finally:
        connection.end()
    return bytes(body)


def _judge(endpoint: Endpoint, response: http.client.HTTPResponse) -> None:
    """Raises RemoteError where the head of an answer is not that of a table."""
    if 300 <= response.status < 400:
        raise _failed(
            endpoint,
            f"it answered {response.status}, and led elsewhere; no redirect is followed",
            f"返回 {response.status} 重定向，不予跟随",
        )
    if response.status != 200:
        said = " ".join(response.read(300).decode("utf-8", "replace").split())
        raise _failed(endpoint, f"it answered {response.status}: {said}", f"返回 {response.status}：{said}")
    cut = next((name for name in _CUT if name in response.headers), "")
    if cut:
        raise _failed(endpoint, f"its answer is not whole ({cut})", f"结果不完整（{cut}）")
    media = response.headers.get_content_type() if response.headers["Content-Type"] else "nothing"
    coded = response.headers.get("Content-Encoding", "identity")
    if media not in (_RESULTS, "application/json") or coded != "identity":
        raise _failed(
            endpoint,
            f"it was asked for {_RESULTS} and sent {media} ({coded})",
            f"应返回 {_RESULTS}，实为 {media}（{coded}）",
        )


# The table (https://www.w3.org/TR/sparql11-results-json/)


def _table(endpoint: Endpoint, body: bytes, number: int) -> Table:
    """The table of an answer, one of several; blank nodes are those of this one alone."""
    try:
        answer = json.loads(body)
        names = tuple(map(str, answer["head"].get("vars", ())))
        ended = [link for link in answer["head"].get("link", ()) if str(link).startswith(ENDING)]
        rows = [tuple(_term(row.get(name), number) for name in names) for row in answer["results"]["bindings"]]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        said = " ".join(str(error).split())[:100]
        raise _failed(
            endpoint, f"its answer is no table of SPARQL ({said})", f"结果不是 SPARQL 表（{said}）"
        ) from error
    if ended and ended != [ENDING + "complete"]:
        how = str(ended[0]).removeprefix(ENDING)[:100]
        raise _failed(endpoint, f"its answer is not whole: {how}", f"结果不完整：{how}")
    return Table(names, rows)


def _term(said: Any, number: int) -> Node | None:
    """A term; ValueError or LookupError where it is none."""
    if said is None:
        return None
    kind, value = said["type"], said["value"]
    if kind == "uri":
        return ox.NamedNode(value)
    if kind == "bnode":
        return ox.BlankNode(f"b{number}x{value.encode().hex()}")
    if kind not in ("literal", "typed-literal"):  # the second is that of the draft of 2007, which Virtuoso writes
        raise ValueError(f"a term of the kind {kind}")
    if "xml:lang" in said:
        return ox.Literal(value, language=said["xml:lang"])
    return ox.Literal(value, datatype=ox.NamedNode(said["datatype"])) if "datatype" in said else ox.Literal(value)
