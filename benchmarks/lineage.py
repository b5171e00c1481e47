"""Walks over lineages of 1,000, 100,000 and 1,000,000 hops: `python benchmarks/lineage.py [--runs 5] [--hops 1000 …]`.

A lineage is made of layers of time, as documents are: each thing comes of two earlier ones, most of them recent. Each walk is
timed over the copy that the size calls for, once it is made; making it is timed apart. For ancestors, the nodes are drawn
from the last tenth, so that most of the graph lies behind them. Medians over the runs, in milliseconds of processor time.
"""

import argparse
import random
import time
from collections.abc import Callable
from functools import partial
from statistics import median

from graphs import earlier

from borderkg.lineage import main_path, traversal
from borderkg.lineage.graph import Lineage
from borderkg.lineage.traversal import Engine, Limits


def made(hops: int, seed: int) -> tuple[Lineage, list[str]]:
    """A lineage of about so many hops, and its nodes in order of time."""
    draw = random.Random(seed)  # noqa: S311 - a made-up graph
    nodes = [f"https://w3id.org/borderkg/id/policy/{number:012x}" for number in range(hops // 2)]
    lineage = Lineage()
    lineage.add_nodes_from(nodes)
    for number in range(2, len(nodes)):
        for _ in range(2):
            lineage.add_edge(nodes[earlier(number, draw)], nodes[number])
    return lineage, nodes


def timed(walk: Callable[[], object]) -> float:
    """Milliseconds of processor time that a walk takes."""
    begun = time.process_time()
    walk()
    return (time.process_time() - begun) * 1000


def main() -> None:
    """Print a table: one row a walk, one column a size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--hops", type=int, nargs="+", default=[1_000, 100_000, 1_000_000])
    given = parser.parse_args()
    columns: dict[str, list[float]] = {}
    for hops in given.hops:
        lineage, nodes = made(hops, seed=hops)
        begun = time.process_time()
        engine = traversal.engine(lineage)
        columns.setdefault("the copy, once", []).append((time.process_time() - begun) * 1000)
        for name, walk in walks(engine, nodes).items():
            columns.setdefault(name, []).append(median(timed(walk) for _ in range(given.runs)))
        columns.setdefault("main path, once", []).append(timed(partial(main_path.main_path, engine)))
    print(f"| walk | {' | '.join(f'{hops:,} hops' for hops in given.hops)} |")
    print(f"| --- |{' ---: |' * len(given.hops)}")
    for name, times in columns.items():
        print(f"| {name} | {' | '.join(f'{value:,.2f}' for value in times)} |")


def walks(engine: Engine, nodes: list[str]) -> dict[str, Callable[[], object]]:
    """The walks by name; each draws its nodes anew."""
    draw = random.Random(1)  # noqa: S311 - a made-up graph
    late = nodes[-len(nodes) // 10 :]
    near = nodes[len(nodes) // 2 : len(nodes) // 2 + 400]
    return {
        "ancestors": lambda: engine.all_earlier(draw.choice(late)),
        "ancestors, all named": lambda: list(engine.all_earlier(draw.choice(late))),
        "ancestors with distances": lambda: traversal.reach(engine, draw.choice(late), backwards=True),
        "ancestors, 3 hops": lambda: traversal.reach(engine, draw.choice(late), 3, backwards=True),
        "all paths of at most 8 hops": lambda: traversal.simple_paths(engine, near[0], draw.choice(near), Limits()),
    }


if __name__ == "__main__":
    main()
