"""What is asked: engines inside a Python process, and servers over HTTP, each with the processor time that it takes."""

import http.client
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import Final, Protocol
from urllib.parse import urlencode

from benchmarks.query import inside

_TICK: Final = os.sysconf("SC_CLK_TCK")
_IDLE: Final = 1.0
"""Seconds after which a server may have closed a connection that nobody used."""
_PAGE: Final = os.sysconf("SC_PAGE_SIZE") / 1e6
_FORM: Final = {
    "Content-Type": "application/x-www-form-urlencoded",
    "Accept": "application/sparql-results+json",
}


@dataclass(frozen=True, slots=True)
class Took:
    """One query that was answered."""

    seconds: float
    work: float
    """Seconds of processor time, of all processes of the engine; of a server in steps of a hundredth."""
    answer: bytes = b""


class Failed(Exception):  # noqa: N818 - a result that the table shows
    """A query that was not: the reason in a word or two."""


class Engine(Protocol):
    name: str

    def ask(self, query: str, *, wanted: bool = False) -> Took:
        """Ask for the whole answer; `wanted` keeps it. Raises Failed."""


class Inside:
    """An engine in a Python process of its own."""

    def __init__(self, name: str, path: Path, most: float) -> None:
        """Open a file of N-Quads, or a store; a query may take `most` seconds."""
        context = get_context("spawn")
        self.name = name
        self._most = most
        self._pipe, theirs = context.Pipe()
        self.process = context.Process(target=inside.serve, args=(theirs, name, path, most), daemon=True)
        begun = perf_counter()
        self.process.start()
        theirs.close()
        self._pipe.recv()
        self.opened = perf_counter() - begun
        """Seconds until it could be asked."""
        self.memory = int(Path(f"/proc/{self.process.pid}/statm").read_text("utf-8").split()[1]) * _PAGE
        """Megabytes then."""

    def ask(self, query: str, *, wanted: bool = False) -> Took:
        if not self.process.is_alive():
            raise Failed("ended")
        self._pipe.send((query, wanted))
        if not self._pipe.poll(self._most * 2 + 10):
            self.process.kill()
            self.process.join()
            raise Failed(f"> {self._most:g} s")
        said = self._pipe.recv()
        if said is None:
            raise Failed(f"> {self._most:g} s")
        if isinstance(said, str):
            raise Failed(said)
        return Took(*said)

    def close(self) -> None:
        self.process.kill()
        self.process.join()


class Http:
    """A server that speaks the SPARQL protocol, over one connection."""

    def __init__(
        self, name: str, address: str, pids: Callable[[], Iterable[int]], most: float, **parameters: str
    ) -> None:
        self.name = name
        self.host, self.path = address.removeprefix("http://").split("/", 1)
        self._pids = pids
        self._most = most
        self._parameters = parameters
        self._connection = http.client.HTTPConnection(self.host, timeout=most)
        self._asked = perf_counter()

    def ask(self, query: str, *, wanted: bool = False) -> Took:
        if perf_counter() - self._asked > _IDLE:
            self._connection.close()  # which opens it anew
        try:
            return self._answer(query, wanted)
        finally:
            self._asked = perf_counter()

    def _answer(self, query: str, wanted: bool) -> Took:
        body = urlencode({"query": query, **self._parameters})
        worked, begun = self.work(), perf_counter()
        try:
            self._connection.request("POST", f"/{self.path}", body, _FORM)
            response = self._connection.getresponse()
            answer = response.read()
        except TimeoutError as error:
            self._connection.close()
            raise Failed(f"> {self._most:g} s") from error
        except OSError as error:
            self._connection.close()
            raise Failed(str(error)) from error
        seconds = perf_counter() - begun
        if response.status != http.client.OK:
            raise Failed(f"{response.status} {answer[:200].decode(errors='replace')}")
        return Took(seconds, self.work() - worked, answer if wanted else b"")

    def work(self) -> float:
        """Seconds of processor time that its processes have taken so far."""
        return work(self._pids())


def work(pids: Iterable[int]) -> float:
    """Seconds of processor time that processes have taken, with those of theirs that have ended."""
    ticks = 0
    for pid in pids:
        try:
            fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        ticks += sum(map(int, fields[11:15]))
    return ticks / _TICK
