"""What the closure costs, and beside owlrl: `python benchmarks/closure.py STORE [--runs 3] [--places 40]`.

The closure of a store's facts and ontology is timed as a build makes it. For the comparison both engines close a chain of
regions with ports under the same ontology, small, since owlrl takes minutes for a store; they must infer the same.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import owlrl  # type: ignore[import-untyped]
import pyoxigraph as ox
import rdflib

from borderkg import resources
from borderkg.graph import dataset, reasoner
from borderkg.graph.background import ontology_quads
from borderkg.graph.store import GraphStore
from borderkg.graph.terms import TYPE, Node, bkg
from borderkg.vocabulary import ID


def seconds(function: Callable[[], object], runs: int) -> float:
    """Of processor time, the median of some runs: what else the machine does falls out."""
    taken = []
    for _ in range(runs):
        begun = time.process_time()
        function()
        taken.append(time.process_time() - begun)
    return median(taken)


def made(places: int) -> list[ox.Triple]:
    """Facts: regions, each in the one before, and a port in each that faces the next."""
    facts = []
    for number in range(places):
        region, port = (Node(f"{ID}{kind}/made-{number}") for kind in ("region", "port"))
        facts += [ox.Triple(region, TYPE, bkg("Region")), ox.Triple(port, bkg("locatedIn"), region)]
        if number:
            facts.append(ox.Triple(region, bkg("partOf"), Node(f"{ID}region/made-{number - 1}")))
            facts.append(ox.Triple(port, bkg("counterpart"), Node(f"{ID}port/made-{number - 1}")))
    return facts


def by_owlrl(base: list[ox.Triple]) -> int:
    """The number of triples in owlrl's closure."""
    graph = rdflib.Graph().parse(data=ox.serialize(base, format=ox.RdfFormat.N_TRIPLES) or b"", format="nt")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return len(graph)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path, help="a built store")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--places", type=int, default=40, help="regions of the made graph")
    asked = parser.parse_args()
    base = [quad.triple for quad in GraphStore.open(asked.store).quads() if dataset.is_base(quad)]
    inferred = reasoner.closure(base)
    whole = seconds(lambda: reasoner.closure(base), asked.runs)
    print(f"{asked.store}: {len(inferred):,} triples from {len(base):,} in {whole:.2f} s of processor time")
    axioms = [quad.triple for quad in ontology_quads(resources.ontology()) if dataset.is_base(quad)]
    small = [*axioms, *made(asked.places)]
    one, other = seconds(lambda: reasoner.closure(small), asked.runs), seconds(lambda: by_owlrl(small), 1)
    print(f"made graph, {len(small):,} triples: {one:.3f} s, owlrl {other:.2f} s; ratio {other / one:.0f}")


if __name__ == "__main__":
    main()
