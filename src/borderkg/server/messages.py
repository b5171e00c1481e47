"""What the server and the processes that evaluate queries say to each other: one record a message."""

import pickle
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from borderkg.errors import BorderKGError
from borderkg.graph.store import GraphStore

Job: TypeAlias = Callable[[GraphStore], Any]
"""What is done over a graph and answered as JSON: a function of a module, its other arguments bound by `functools.partial`."""

_LENGTH: Final = struct.Struct("!I")


@dataclass(frozen=True, slots=True)
class Task:
    """What to answer: a query; a whole graph by its IRI (the empty string: what a query sees unless it names graphs); a
    document about a thing; a job."""

    query: str = ""
    accept: str = ""
    """What the client takes, as an Accept header has it."""
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    """None, both of them: the dataset of the query."""
    graph: str | None = None
    about: str | None = None
    """What a document about a thing is asked for, by its IRI."""
    as_rows: bool = False
    """Triples are wanted as a table of subject, predicate, object."""
    most: int | None = None
    """So many rows are wanted of a table, where that is fewer than the limit."""
    job: Job | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """Before an answer: its format, the version of the store that it comes from, and the names of its columns."""

    media_type: str
    version: str
    kind: str
    """`table`, `boolean`, `graph`."""
    names: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of an answer, which ends at a row where it is a table."""

    data: bytes
    rows: int


@dataclass(frozen=True, slots=True)
class End:
    """After an answer; with the error that says why it is not whole, where it is not."""

    error: BorderKGError | None = None


Reply = Head | Piece | End


def packed(message: Task | Reply) -> bytes:
    """A message with its length before it."""
    body = pickle.dumps(message)
    return _LENGTH.pack(len(body)) + body


def length(prefix: bytes) -> int:
    """How many bytes follow the first ones of a message."""
    size: int = _LENGTH.unpack(prefix)[0]
    return size


def unpacked(body: bytes) -> Any:
    """The message in these bytes, which one of our own processes packed."""
    return pickle.loads(body)  # noqa: S301 # both ends are ours, over a pair of sockets that nobody else has


PREFIX: Final = _LENGTH.size
