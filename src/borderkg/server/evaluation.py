"""The process in which queries are evaluated, one after another: over a published version, for reading, fetching
nothing but from the endpoints that the operator allowed.

It writes an answer in pieces to the server and stops at the limits of rows and bytes; the operating system holds it to
its memory, and the server ends it at its time.
"""

import contextlib
import io
import itertools
import json
import resource
import signal
import socket
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from borderkg.errors import BorderKGError, QueryError, UnknownNameError
from borderkg.graph.about import about
from borderkg.graph.place import Place
from borderkg.graph.query_text import calls_a_service
from borderkg.graph.store import DEFAULT_GRAPHS, Answer, GraphStore
from borderkg.server import messages, rows
from borderkg.server.endings import NotAcceptableError, TooLargeError
from borderkg.server.limits import Limits
from borderkg.server.messages import End, Head, Piece, Reply, Task
from borderkg.server.negotiation import GRAPHS, TABLES, choose
from borderkg.vocabulary import PREFIXES

if TYPE_CHECKING:
    from typing_extensions import Buffer

_PIECE: Final = 32 * 1024
"""Bytes that are gathered before they are sent, ..."""

_GRACE: Final = 5.0
"""Seconds of work over its limit after which a process ends itself, should the server not be there to do it."""

_ROWS: Final = 64
"""Rows that are encoded together."""

_PATIENCE: Final = 0.5
"""... or seconds, whichever comes first."""

Send = Callable[[Reply], None]
_Statements = Iterable[ox.Triple] | Iterable[ox.Quad]


def serve(connection: socket.socket, place: Place, limits: Limits) -> None:
    """Answer tasks until the server closes the connection."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends its processes
    # what is written to counts, not the address space: threads that start at once reserve half a gigabyte of that
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    memory = limits.memory if most == resource.RLIM_INFINITY else min(limits.memory, most)
    resource.setrlimit(resource.RLIMIT_DATA, (memory, most))
    graph = _opened(place)
    with contextlib.suppress(OSError, EOFError), connection, connection.makefile("rb") as incoming:

        def send(reply: Reply) -> None:
            connection.sendall(messages.packed(reply))

        while prefix := incoming.read(messages.PREFIX):
            task = messages.unpacked(incoming.read(messages.length(prefix)))
            signal.setitimer(signal.ITIMER_PROF, limits.seconds + _GRACE)
            try:
                graph = GraphStore.open(place) if graph is None else graph.renewed()
                answer(graph, task, limits, send)
            except BorderKGError as error:
                send(End(error))
            else:
                send(End())


def _opened(place: Place) -> GraphStore | None:
    """The store, so that the first task need not wait for it; None where it cannot be had, of which that task is told."""
    with contextlib.suppress(BorderKGError):
        return GraphStore.open(place)
    return None


def answer(graph: GraphStore, task: Task, limits: Limits, send: Send) -> None:
    """Send the head and the pieces of an answer. Raises QueryError, TooLargeError behind what fits the limits."""
    try:
        if task.job is not None:
            _write_json(task.job(graph), graph, limits, send)
            return
        if task.graph is not None:
            _write_graph(_whole(graph, task.graph), graph, task, limits, send)
            return
        if task.about is not None:
            _write_graph(_document(graph, task, limits), graph, task, limits, send)
            return
        result = _asked(graph, task, limits)
        if isinstance(result, ox.QueryBoolean):
            media = _chosen(task.accept, TABLES)
            send(Head(media, graph.version.name, "boolean"))
            send(Piece(rows.BY_MEDIA[media].boolean(bool(result)).encode(), 1))
        elif isinstance(result, ox.QuerySolutions):
            names = tuple(variable.value for variable in result.variables)
            _write_table(names, result, "table", graph, task, limits, send)
        elif task.as_rows:
            _write_table(("subject", "predicate", "object"), result, "graph", graph, task, limits, send)
        else:
            _write_graph(result, graph, task, limits, send)
    except (OSError, ValueError, RuntimeError) as error:
        said = " ".join(str(error).split())
        raise QueryError(f"The query failed: {said}", f"查询失败：{said}") from error


def _asked(graph: GraphStore, task: Task, limits: Limits) -> Answer:
    dataset: dict[str, Any] = {"default_graphs": _nodes(task.default_graphs), "named_graphs": _nodes(task.named_graphs)}
    if not limits.endpoints or not calls_a_service(task.query):
        return graph.query(task.query, **dataset)
    from borderkg.server import asking  # not for every worker: few queries ask elsewhere

    return asking.federated(task.query, graph, limits, **dataset)


def _nodes(iris: tuple[str, ...] | None) -> list[Any] | None:
    return None if iris is None else [ox.NamedNode(iri) for iri in iris]


def _whole(graph: GraphStore, iri: str) -> Iterator[ox.Triple]:
    """The triples of a graph of the store. Raises UnknownNameError."""
    if iri and not graph.holds_graph(iri):
        raise UnknownNameError(f"{iri[:200]}: no such graph in the store.", f"{iri[:200]}：图谱库中没有这个图。")
    names = [ox.NamedNode(iri)] if iri else DEFAULT_GRAPHS
    return (quad.triple for name in names for quad in graph.quads(None, None, None, name))


def _document(graph: GraphStore, task: Task, limits: Limits) -> _Statements:
    """What is said of a thing: in TriG by the graphs that say it, else as triples. Raises UnknownNameError."""
    iri = task.about or ""
    quads = sorted(
        itertools.islice(about(graph, iri), limits.rows + 1), key=lambda q: (str(q.graph_name), str(q.triple))
    )
    if not quads:
        raise UnknownNameError(f"{iri[:200]}: nothing is said of it here.", f"{iri[:200]}：此处没有相关内容。")
    if _chosen(task.accept, GRAPHS) == "application/trig":
        return quads
    return dict.fromkeys(quad.triple for quad in quads)


def _chosen(accept: str, offered: Iterable[str]) -> str:
    offered = tuple(offered)
    media = choose(accept, offered)
    if media is None:
        listed = ", ".join(offered)
        raise NotAcceptableError(f"This answer is written as {listed}.", f"这一结果可用的格式：{listed}。")
    return media


def _write_table(
    names: tuple[str, ...],
    solutions: Iterable[Any],
    kind: str,
    graph: GraphStore,
    task: Task,
    limits: Limits,
    send: Send,
) -> None:
    media = _chosen(task.accept, TABLES)
    form = rows.BY_MEDIA[media]
    written, between, clock = form.row(names), "", time.monotonic
    pieces = _Pieces(limits, send)
    send(Head(media, graph.version.name, kind, names))
    pieces.add(form.open(names).encode())
    held: list[str] = []
    most = limits.rows if task.most is None else min(task.most, limits.rows)
    for number, solution in enumerate(solutions):
        if number == most:
            pieces.add_rows(held)
            pieces.flush()
            raise TooLargeError.rows(most)
        held.append(between + written(solution))
        between = form.between
        if len(held) == _ROWS or clock() > pieces.due:
            pieces.add_rows(held)
            held = []
    pieces.add_rows(held)
    pieces.flush()


def _write_json(value: object, graph: GraphStore, limits: Limits, send: Send) -> None:
    pieces = _Pieces(limits, send)
    send(Head("application/json", graph.version.name, "json"))
    pieces.add(json.dumps(value, ensure_ascii=False).encode(), 1)
    pieces.flush()


def _write_graph(statements: _Statements, graph: GraphStore, task: Task, limits: Limits, send: Send) -> None:
    media = _chosen(task.accept, GRAPHS)
    send(Head(media, graph.version.name, "graph"))
    out = _Out(_Pieces(limits, send))
    try:
        ox.serialize(out.counted(statements, limits.rows), out, format=GRAPHS[media], prefixes=PREFIXES)
    except (TooLargeError, OSError, ValueError, RuntimeError) as error:
        out.pieces.flush()
        raise (out.ended or error) from None
    out.pieces.flush()


class _Pieces:
    """Gathers what is written and sends it on. Raises TooLargeError where it would exceed the limit of bytes."""

    def __init__(self, limits: Limits, send: Send) -> None:
        self._limit = limits.bytes
        self._send = send
        self._held: list[bytes] = []
        self._size = self._rows = self._sent = 0
        self.due = time.monotonic() + _PATIENCE
        """When what is held has waited long enough."""

    def add_rows(self, rows: list[str]) -> None:
        """Several rows at once, or as many as there is room for."""
        data = "".join(rows).encode()
        if self._sent + self._size + len(data) <= self._limit:
            self.add(data, len(rows))
            return
        for row in rows:
            self.add(row.encode(), 1)

    def add(self, data: bytes, rows: int = 0) -> None:
        if self._sent + self._size + len(data) > self._limit:
            self.flush()
            raise TooLargeError.bytes(self._limit)
        self._held.append(data)
        self._size += len(data)
        self._rows += rows
        if self._size >= _PIECE or time.monotonic() > self.due:
            self.flush()

    def flush(self) -> None:
        if self._held:
            self._send(Piece(b"".join(self._held), self._rows))
            self._sent += self._size
            self._held, self._size, self._rows = [], 0, 0
        self.due = time.monotonic() + _PATIENCE


class _Out(io.BytesIO):
    """A file to which the engine writes a graph."""

    def __init__(self, pieces: _Pieces) -> None:
        super().__init__()
        self.pieces = pieces
        self.ended: TooLargeError | None = None
        self._rows = 0

    def counted(self, statements: _Statements, limit: int) -> Iterator[Any]:
        for number, statement in enumerate(statements):
            if number == limit:
                self.ended = TooLargeError.rows(limit)
                raise self.ended
            self._rows += 1
            yield statement

    def write(self, data: "Buffer") -> int:
        content = bytes(data)
        try:
            self.pieces.add(content, self._rows)
        except TooLargeError as error:
            self.ended = error
            raise
        self._rows = 0
        return len(content)
