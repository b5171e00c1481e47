"""What the closure costs, and beside owlrl: `python benchmarks/closure.py STORE [--runs 3]`.

The closure of a store's facts and ontology is timed as a build makes it. For the comparison both engines close the
facts of one made document (`graphs.py`) under the same ontology: owlrl takes minutes for a store.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import owlrl  # type: ignore[import-untyped]
import pyoxigraph as ox
import rdflib
from graphs import quads

from borderkg.graph import dataset, reasoner
from borderkg.graph.store import GraphStore


def seconds(function: Callable[[], object], runs: int) -> float:
    """Of processor time, the median of some runs: what else the machine does falls out."""
    taken = []
    for _ in range(runs):
        begun = time.process_time()
        function()
        taken.append(time.process_time() - begun)
    return median(taken)


def by_owlrl(base: list[ox.Triple]) -> int:
    """The number of triples in owlrl's closure."""
    graph = rdflib.Graph().parse(data=ox.serialize(base, format=ox.RdfFormat.N_TRIPLES) or b"", format="nt")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return len(graph)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path, help="a built store")
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    base = [quad.triple for quad in GraphStore.open(asked.store).quads() if dataset.is_base(quad)]
    inferred = reasoner.closure(base)
    whole = seconds(lambda: reasoner.closure(base), asked.runs)
    print(f"{asked.store}: {len(inferred):,} triples from {len(base):,} in {whole:.2f} s of processor time")
    small = list(dict.fromkeys(quad.triple for quad in quads(1) if dataset.is_base(quad)))
    one, other = seconds(lambda: reasoner.closure(small), asked.runs), seconds(lambda: by_owlrl(small), 1)
    print(f"made document, {len(small):,} triples: {one:.3f} s, owlrl {other:.2f} s; ratio {other / one:.0f}")


if __name__ == "__main__":
    main()
