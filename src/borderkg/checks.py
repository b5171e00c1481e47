"""All checks of a published graph: shapes, hygiene, contradictions, expectations, competency questions, and (on request)
consistency."""

from collections import Counter, defaultdict
from pathlib import Path

import pyoxigraph as ox

from borderkg import resources
from borderkg.graph import dataset
from borderkg.graph.store import GraphStore
from borderkg.questions import competency
from borderkg.questions.results import read
from borderkg.validation import clashes, consistency, expectations, hygiene, shapes
from borderkg.validation.report import Report, Violation

_COUNTS = """
SELECT ?hash ?name ?predicate (COUNT(?claim) AS ?n) WHERE {
  ?source bkg:textHash ?hash ; bkg:fileName ?name .
  GRAPH ?g { ?claim bkg:statedIn ?source ; bkg:claimPredicate ?predicate ; bkg:modality bkc:modality-asserted }
} GROUP BY ?hash ?name ?predicate
"""


def check(root: Path, *, reason: bool = False) -> Report:
    """Check the current version of a store. Raises StoreError where there is none."""
    graph = GraphStore.open(root)
    report = Report()
    report.add(shapes.validate(judged(graph), resources.ontology() / "shapes"))
    report.add(hygiene.run(graph, resources.queries() / "hygiene"))
    report.add(clashes.find(graph))
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    names: dict[str, str] = {}
    for row in read(graph.query(_COUNTS)):
        counts[str(row["hash"])][str(row["predicate"]).rsplit("/", 1)[-1]] += int(str(row["n"]))
        names[str(row["hash"])] = str(row["name"])
    report.add(expectations.check(counts, names, expectations.load(resources.expectations())))
    compare = frozenset(counts) == competency.texts_answered()
    for outcome in competency.run(graph, compare=compare):
        if outcome.fault:
            report.add([Violation("competency", "Violation", outcome.question, outcome.fault)])
    if reason:
        report.add(consistency.check(sorted(resources.ontology().glob("core/*.ttl"))))
    return report


def judged(graph: GraphStore) -> list[ox.Triple]:
    """What the shapes judge: facts, claims, rules, and where known places lie."""
    return [quad.triple for quad in graph.quads() if dataset.is_data(quad)]
