"""Queries in processes of their own, each ended at its limit.

The engine has no time limit, so a query runs in a worker process over a published version; a query that runs too long is
ended with its process, and the next one gets a fresh one. Bytes are limited while they are written, memory by the
operating system. No worker writes, and none fetches from elsewhere.
"""

import contextlib
import io
import multiprocessing
import queue
import resource
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from borderkg.errors import BorderKGError, QueryError
from borderkg.graph.store import GraphStore, Version, current
from borderkg.settings import QUERY_BYTES, QUERY_MEMORY, QUERY_SECONDS, QUERY_WORKERS
from borderkg.vocabulary import PREFIXES

if TYPE_CHECKING:
    from typing_extensions import Buffer

TABLES: Final = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
GRAPHS: Final = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}


@dataclass(frozen=True, slots=True)
class Request:
    """`accept` lists the media types that the client takes, the best first; `*/*` takes any."""

    version: str
    query: str
    accept: tuple[str, ...]
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Response:
    media_type: str
    body: bytes


class TooSlowError(QueryError):
    """A query ran into its limit of time or memory."""


class TooLargeError(QueryError):
    """An answer ran into its size limit."""


class NotAcceptableError(QueryError):
    """The client takes no format that this kind of answer has."""


class _Limited(io.BytesIO):
    """A buffer that refuses to grow beyond a limit."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit
        self.exceeded = False

    def write(self, data: "Buffer") -> int:
        if self.tell() + memoryview(data).nbytes > self._limit:
            self.exceeded = True
            raise OSError("limit reached")
        return super().write(data)


def answer(graph: GraphStore, request: Request, limit: int = QUERY_BYTES) -> Response:
    """Answer a request over an opened version. Raises QueryError."""
    out = _Limited(limit)
    try:
        result = graph.query(
            request.query,
            default_graphs=[ox.NamedNode(iri) for iri in request.default_graphs] or None,
            named_graphs=[ox.NamedNode(iri) for iri in request.named_graphs] or None,
        )
        if isinstance(result, ox.QueryTriples):
            media_type = _choose(request.accept, tuple(GRAPHS), "text/turtle")
            ox.serialize(result, out, format=GRAPHS[media_type], prefixes=PREFIXES)
        else:
            media_type = _choose(request.accept, tuple(TABLES), "application/sparql-results+json")
            result.serialize(output=out, format=TABLES[media_type])
    except (OSError, ValueError, RuntimeError) as error:
        if out.exceeded:
            raise TooLargeError(
                f"The answer is larger than {limit // 1_000_000} MB; ask for less, or with LIMIT."
            ) from error
        raise QueryError(f"The query failed: {' '.join(str(error).split())}") from error
    return Response(media_type, out.getvalue())


def _choose(accept: tuple[str, ...], offered: tuple[str, ...], default: str) -> str:
    for wanted in accept or ("*/*",):
        if wanted in offered:
            return wanted
        if wanted in ("*/*", "application/*") and default.startswith(wanted.split("/")[0].replace("*", "")):
            return default
        if wanted == "text/*":
            return next(media for media in offered if media.startswith("text/"))
    raise NotAcceptableError(f"This answer is written as {', '.join(offered)}.")


def _serve(root: str, connection: Connection, memory: int) -> None:
    """The worker: answer requests until the pipe closes."""
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (memory if most == resource.RLIM_INFINITY else min(memory, most), most))
    opened: tuple[str, GraphStore] | None = None
    with contextlib.suppress(EOFError, KeyboardInterrupt, OSError):
        while True:
            request: Request = connection.recv()
            try:
                if opened is None or opened[0] != request.version:
                    opened = (request.version, GraphStore(Version(Path(root), request.version)))
                connection.send(answer(opened[1], request))
            except BorderKGError as error:
                connection.send(error)


class _Worker:
    def __init__(self, root: Path, memory: int) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(str(root), theirs, memory), daemon=True)
        self._process.start()
        theirs.close()

    def ask(self, request: Request, seconds: float) -> Response:
        """Raises TooSlowError where the limit is reached; the worker must then be ended."""
        try:
            self._connection.send(request)
            if not self._connection.poll(seconds):
                raise TooSlowError(f"The query ran longer than {seconds:g} seconds and was ended.")
            reply = self._connection.recv()
        except (EOFError, OSError) as error:
            raise TooSlowError("The query used more memory than it may and was ended.") from error
        if isinstance(reply, BorderKGError):
            raise reply
        if not isinstance(reply, Response):
            raise QueryError("The query failed.")
        return reply

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self._connection.close()


class Pool:
    """A few workers over one store. `ask` blocks; call it from threads."""

    def __init__(
        self,
        root: Path,
        size: int = QUERY_WORKERS,
        seconds: float = QUERY_SECONDS,
        memory: int = QUERY_MEMORY,
    ) -> None:
        self._root = root
        self._seconds = seconds
        self._memory = memory
        self._free: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
        for _ in range(size):
            self._free.put(_Worker(root, memory))
        self._size = size

    def ask(
        self,
        query: str,
        accept: tuple[str, ...],
        default_graphs: tuple[str, ...] = (),
        named_graphs: tuple[str, ...] = (),
    ) -> Response:
        """Answer a query over the current version. Raises QueryError; TooSlowError where it ran into the time limit."""
        request = Request(current(self._root).name, query, accept, default_graphs, named_graphs)
        try:
            worker = self._free.get(timeout=self._seconds)
        except queue.Empty:
            raise TooSlowError("The server is busy with other queries; try again later.") from None
        try:
            response = worker.ask(request, self._seconds)
        except TooSlowError:
            worker.end()
            worker = _Worker(self._root, self._memory)
            raise
        finally:
            self._free.put(worker)
        return response

    def close(self) -> None:
        for _ in range(self._size):
            with contextlib.suppress(queue.Empty):
                self._free.get(timeout=1).end()
