"""How the quads of a file get into each store, and what that takes: each in a process of its own, started for it."""

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import Final, ParamSpec, TypeVar

import pyoxigraph as ox
from benchmarks.query.engines import work
from tests.servers import SparqlServer

from borderkg.graph import versions
from borderkg.graph.iris import INFERRED

P = ParamSpec("P")
T = TypeVar("T")

FACTS: Final = "urn:facts"
"""The graph that stands for the default graph in Virtuoso, which has none."""


@dataclass(frozen=True, slots=True)
class Loaded:
    seconds: float
    work: float
    """Seconds of processor time."""
    memory: float
    """Megabytes at most; 0 where it is not known."""
    disk: float
    """Megabytes."""


def ours(file: Path, root: Path) -> Loaded:
    """Publish a version of a store, as a build does: the quads, and the index of their names."""
    return _measured(_publish, file, root)


def engines_own(file: Path, folder: Path) -> Loaded:
    """pyoxigraph's own bulk load."""
    return _measured(_bulk_load, file, folder)


def put_in_order(file: Path, folder: Path) -> Loaded:
    """The same, and its files put in order, as those of a published version are."""
    return _measured(_bulk_load_in_order, file, folder)


def oxigraph(file: Path, folder: Path) -> Loaded:
    """Into the folder of an `oxigraph serve` to come, by `oxigraph load`."""
    program = Path(sys.executable).parent / "oxigraph"
    return _measured(_run, [str(program), "load", "--location", str(folder), "--file", str(file)], folder)


def virtuoso(file: Path, server: SparqlServer) -> Loaded:
    """Into a Virtuoso that runs, by its own loader."""
    near = server.folder / "made.nq"
    near.hardlink_to(file)
    worked, begun = work([server.pid]), perf_counter()
    for command in (f"ld_dir('{server.folder}', 'made.nq', '{FACTS}');", "rdf_loader_run();", "checkpoint;"):
        said = subprocess.run([*server.isql, f"EXEC={command}"], capture_output=True, encoding="utf-8", check=True)
        if "Error" in said.stdout:
            raise SystemExit(f"Virtuoso: {said.stdout}")
    seconds = perf_counter() - begun
    near.unlink()
    memory = int(Path(f"/proc/{server.pid}/statm").read_text("utf-8").split()[1]) * resource.getpagesize() / 1e6
    return Loaded(seconds, work([server.pid]) - worked, memory, size(server.folder))


def plain(file: Path, other: Path) -> None:
    """The same quads for stores that know no dataset contract: what a query sees by itself, facts and what follows from
    them, is their default graph."""
    inferred = f" <{INFERRED}> .\n".encode()
    with file.open("rb") as lines, other.open("wb") as out:
        out.writelines(line.removesuffix(inferred) + b" .\n" if line.endswith(inferred) else line for line in lines)


def size(folder: Path) -> float:
    """Megabytes of the files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def _publish(file: Path, root: Path) -> None:
    with versions.building(root):
        quads = ox.parse(path=str(file), format=ox.RdfFormat.N_QUADS)
        versions.publish(root, "made", quads, {}, {"format": versions.FORMAT})


def _bulk_load(file: Path, folder: Path, *, in_order: bool = False) -> None:
    made = ox.Store(str(folder))
    made.bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS)
    if in_order:
        made.optimize()
    made.flush()


def _bulk_load_in_order(file: Path, folder: Path) -> None:
    _bulk_load(file, folder, in_order=True)


def _run(command: list[str], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(os.environ))


def apart(function: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
    """What a function gives, in a process of its own: none of its memory stays here, or is taken for that of another."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(function, *given, **named).result()


def _measured(load: Callable[[T, Path], None], given: T, folder: Path) -> Loaded:
    seconds, worked, memory = apart(_timed, load, given, folder)
    return Loaded(seconds, worked, memory, size(folder))


def _timed(load: Callable[[T, Path], None], given: T, folder: Path) -> tuple[float, float, float]:
    """Runs in the new process, which has imported all it needs."""
    worked, begun = _work(), perf_counter()
    load(given, folder)
    seconds = perf_counter() - begun
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return seconds, _work() - worked, most / 1000


def _work() -> float:
    spent = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in spent)
