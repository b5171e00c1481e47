"""Engines that work within a Python process: each in one of its own, asked over a pipe."""

import signal
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

Ask = Callable[[str], Callable[[], bytes]]
"""Evaluates a query to its last row, and gives what writes the answer as JSON."""


def pyoxigraph(path: Path) -> Ask:
    """The engine itself, over a published version: what the door asks. Its own writer of JSON is part of the answer."""
    import pyoxigraph as ox

    from borderkg.graph.store import DEFAULT_GRAPHS, GraphStore

    store = GraphStore.open(path).engine

    def ask(query: str) -> Callable[[], bytes]:
        found = store.query(query, default_graph=DEFAULT_GRAPHS)
        answer: bytes = found.serialize(format=ox.QueryResultsFormat.JSON)  # type: ignore[union-attr,assignment]
        return lambda: answer

    return ask


def _of_rdflib(store: str) -> Callable[[Path], Ask]:
    def opened(path: Path) -> Ask:
        import rdflib

        graph = rdflib.Dataset(store=store, default_union=False)
        if store == "Oxigraph":
            graph.parse(path, format="ox-nq", transactional=False)
        else:
            graph.parse(path, format="nquads")

        def ask(query: str) -> Callable[[], bytes]:
            result = graph.query(query)
            list(result)
            return lambda: result.serialize(format="json") or b""

        return ask

    return opened


ENGINES: dict[str, Callable[[Path], Ask]] = {
    "rdflib": _of_rdflib("default"),
    "oxrdflib": _of_rdflib("Oxigraph"),
    "pyoxigraph": pyoxigraph,
}


def serve(connection: Connection, name: str, path: Path, most: float) -> None:
    """Open a file or a store, then answer queries: seconds, seconds of processor time, and the answer where it is wanted."""

    def too_long(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, too_long)
    ask = ENGINES[name](path)
    connection.send("ready")
    while True:
        query, wanted = connection.recv()
        said: Any
        signal.setitimer(signal.ITIMER_REAL, most)
        begun, worked = time.perf_counter(), time.process_time()
        try:
            answer = ask(query)
            said = (time.perf_counter() - begun, time.process_time() - worked)
            signal.setitimer(signal.ITIMER_REAL, 0)
            connection.send((*said, answer() if wanted else b""))
        except TimeoutError:
            connection.send(None)
        except Exception as error:  # noqa: BLE001 - an engine's failure is a result
            connection.send(f"{type(error).__name__}: {error}")
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
