"""What the shapes cost: `python benchmarks/validation.py STORE [--runs 5]`.

All that the shapes judge is validated as `borderkg check` does it, and once by pySHACL; both must report the same number of
results.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pyoxigraph as ox
import pyshacl
import rdflib

from borderkg import checks, resources
from borderkg.graph.store import GraphStore
from borderkg.validation import shapes

SHAPES = resources.ontology() / "shapes"


def timed(function: Callable[[], int], runs: int) -> tuple[int, float]:
    """What a function gives, and its processor time in seconds, the median of some runs."""
    given, taken = 0, []
    for _ in range(runs):
        begun = time.process_time()
        given = function()
        taken.append(time.process_time() - begun)
    return given, median(taken)


def by_pyshacl(triples: list[ox.Triple]) -> int:
    """The number of results in pySHACL's report."""
    data = rdflib.Graph().parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"", format="nt")
    judges = rdflib.Graph().parse(data=b"".join(shapes.shape_triples(SHAPES)), format="nt")
    _, report, _ = pyshacl.validate(data, shacl_graph=judges, inference="none", allow_warnings=True)
    return len(shapes.read_results(report)) if isinstance(report, rdflib.Graph) else -1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path, help="a built store")
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    whole = checks.judged(GraphStore.open(asked.store))
    found, taken = timed(lambda: len(shapes.validate(whole, SHAPES)), asked.runs)
    print(f"{asked.store}: {len(whole):,} triples, {found} results in {taken:.2f} s of processor time")
    others, theirs = timed(lambda: by_pyshacl(whole), 1)
    print(f"pySHACL: {others} results in {theirs:.2f} s; ratio {theirs / taken:.1f}")


if __name__ == "__main__":
    main()
