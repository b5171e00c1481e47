"""Twelve questions to six engines and our own door: `python -m benchmarks.query [--quads 10000 1000000] [--runs 9]`.

For each size a graph is made (`graphs.py`) and loaded into every store. Each question is asked once of all, and the answers
are compared with those of our door; then in turns, so that what else the machine does falls on all. Printed are the medians of
the wall clock, and our door beside `oxigraph serve`: the median of the ratios of each turn and what it adds, and the same of
processor time, by its sum. A question that takes an engine longer than `--most` seconds is given up. Needs Debian's
virtuoso-opensource-7-bin and PyPI's oxigraph.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks import graphs
from benchmarks.query import answers, clients, loading
from benchmarks.query.engines import Engine, Failed, Http, Inside, Took
from benchmarks.query.questions import questions
from tests.running import running
from tests.servers import oxigraph, virtuoso

DOOR: Final = "borderkg serve"
SERVE: Final = "oxigraph serve"
_RDFLIB_UPTO: Final = 2_000_000
"""Quads: beyond, rdflib takes more memory than machines of this kind have."""
_LIGHT: Final = 0.05
_LIGHT_RUNS: Final = 40
"""Turns at a question that `oxigraph serve` answers within so many seconds: few say little of it."""
_SURE: Final = 0.1
"""Seconds of processor time below which its ratio is chance: it is counted in steps of a hundredth."""
_ENOUGH: Final = 12.0
"""Seconds that one engine's turns at one question may take in all."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quads", type=int, nargs="+", default=[10_000, 1_000_000, 10_000_000])
    parser.add_argument("--runs", type=int, default=9, help="turns at each question")
    parser.add_argument("--most", type=float, default=60, help="seconds for one question")
    parser.add_argument("--file", type=Path, help="a made graph that is there already, in place of making one")
    parser.add_argument("--without", nargs="*", default=[], help="engines to leave out")
    parser.add_argument("--seconds", type=float, default=5, help="that sixteen clients ask each server")
    asked = parser.parse_args()
    for quads in [0] if asked.file else asked.quads:
        with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
            made = asked.file or Path(folder) / "made.nq"
            if not asked.file:
                loading.apart(graphs.write, made, quads)
            _measure(Path(folder), made, asked)


def _measure(folder: Path, made: Path, asked: argparse.Namespace) -> None:
    plain = folder / "plain.nq"
    loading.plain(made, plain)
    with made.open("rb") as lines:
        number = sum(1 for _ in lines)
    print(f"\n## {number:,} quads\n\nLoad of the machine {_load()}.\n")
    with ExitStack() as stack:
        engines = stack.enter_context(_engines(folder, made, plain, number, asked))
        _ask(engines, asked.runs)
        _many(engines, asked.seconds)
    sys.stdout.flush()


@contextmanager
def _engines(folder: Path, made: Path, plain: Path, number: int, asked: argparse.Namespace) -> Iterator[list[Engine]]:
    """All engines over the quads; what loading them took is printed."""
    table: list[tuple[str, loading.Loaded]] = []
    with ExitStack() as stack:
        table.append(("borderkg: published, with the index of names", loading.ours(made, folder / "ours")))
        table.append(("pyoxigraph: bulk load", loading.engines_own(made, folder / "own")))
        shutil.rmtree(folder / "own")
        table.append(("pyoxigraph: bulk load, put in order", loading.put_in_order(made, folder / "ordered")))
        shutil.rmtree(folder / "ordered")
        table.append(("oxigraph load", loading.oxigraph(plain, folder / "serve")))
        engines: list[Engine] = []
        if "Virtuoso" not in asked.without:
            server = stack.enter_context(virtuoso(folder / "virtuoso", buffers=max(20_000, number // 60)))
            table.append(("Virtuoso: its loader", loading.virtuoso(plain, server)))
            pids = [server.pid]
            engines.append(
                Http("Virtuoso", server.query, lambda: pids, asked.most, **{"default-graph-uri": loading.FACTS})
            )
        for name, path in (("rdflib", plain), ("oxrdflib", plain), ("pyoxigraph", folder / "ours")):
            if name in asked.without or (name == "rdflib" and number > _RDFLIB_UPTO):
                continue
            inside = Inside(name, path, asked.most)
            stack.callback(inside.close)
            engines.insert(len(engines) - ("Virtuoso" not in asked.without), inside)
            if path == plain:
                table.append((f"{name}: parsed", loading.Loaded(inside.opened, 0, inside.memory, 0)))
        serve = stack.enter_context(oxigraph(folder / "serve"))
        engines.append(Http(SERVE, serve.query, lambda: [serve.pid], asked.most))
        limits = {"seconds": asked.most, "megabytes": 4096, "memory": 16384, "rows": 100_000_000}
        options = [part for name, value in limits.items() for part in (f"--{name}", str(value))]
        door = stack.enter_context(running(folder / "ours", *options))
        engines.append(Http(DOOR, f"{door.address}/sparql", door.processes, asked.most))
        plain.unlink()
        print("| loading | seconds | processor | memory MB | disk MB |\n| --- | ---: | ---: | ---: | ---: |")
        for name, one in table:
            print(f"| {name} | {one.seconds:.1f} | {one.work:.1f} | {one.memory:.0f} | {one.disk:.0f} |")
        yield engines


def _ask(engines: Sequence[Engine], runs: int) -> None:
    names = [engine.name for engine in engines]
    more = ["our door ÷ serve", "added", "processor ÷", "added"]
    print(f"\nMilliseconds; load of the machine {_load()}.\n")
    print("| question | rows |", " | ".join([*names, *more]), "|")
    print("| --- |", " | ".join(["---:"] * (len(names) + len(more) + 1)), "|")
    for question, query in questions().items():
        first = {engine.name: _first(engine, query) for engine in engines}
        right = _rows(first[DOOR])
        took: dict[str, list[Took]] = {name: [] for name in names}
        theirs = first[SERVE]
        light = isinstance(theirs, Took) and theirs.seconds < _LIGHT
        for _ in range(_LIGHT_RUNS if light else runs):
            for engine in engines:
                taken = took[engine.name]
                if isinstance(first[engine.name], Took) and sum(one.seconds for one in taken) < _ENOUGH:
                    taken.append(engine.ask(query))
        cells = [_cell(first[name], took[name], right) for name in names]
        print(
            f"| {question} | {right.total() if right is not None else '–'} |", " | ".join([*cells, *_beside(took)]), "|"
        )
        sys.stdout.flush()


def _first(engine: Engine, query: str) -> Took | Failed:
    try:
        return engine.ask(query, wanted=True)
    except Failed as error:
        return error


def _rows(first: Took | Failed) -> answers.Rows | None:
    return answers.rows(first.answer) if isinstance(first, Took) else None


def _cell(first: Took | Failed, took: Sequence[Took], right: answers.Rows | None) -> str:
    if isinstance(first, Failed):
        return " ".join(str(first).split())[:40]
    found = _rows(first)
    told = "" if found == right else f" ({found.total() if found is not None else 0} rows, others)"
    return f"{median(one.seconds for one in took) * 1000:.1f}{told}"


def _beside(took: dict[str, list[Took]]) -> list[str]:
    pairs = list(zip(took[DOOR], took[SERVE], strict=False))
    if not pairs:
        return ["–"] * 4
    ours, theirs = (sum(pair[side].work for pair in pairs) for side in (0, 1))
    return [
        f"{median(a.seconds / b.seconds for a, b in pairs):.2f}",
        f"{median(a.seconds - b.seconds for a, b in pairs) * 1000:.1f}",
        f"{ours / theirs:.2f}" if theirs >= _SURE else "–",
        f"{(ours - theirs) / len(pairs) * 1000:.1f}",
    ]


def _many(engines: Sequence[Engine], seconds: float) -> None:
    query = next(iter(questions().values()))
    print(f"\n| {clients.CLIENTS} clients, the first question | requests a second | processor ms a request |")
    print("| --- | ---: | ---: |")
    for engine in engines:
        if isinstance(engine, Http) and engine.name in (SERVE, DOOR):
            found = clients.rate(engine, query, seconds)
            print(f"| {engine.name} | {found.a_second:,.0f} | {found.work:.2f} |")


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}"


if __name__ == "__main__":
    main()
