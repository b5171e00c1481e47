"""Contradictions that show without a DL reasoner: a thing of two disjoint classes, a class that nothing can be in, a
property that turns back. Needs no Java and sees less than `consistency`: what a closure by OWL 2 RL brings together.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from borderkg.graph import iris
from borderkg.graph.reasoner import saturated
from borderkg.graph.store import GraphStore, ask
from borderkg.graph.terms import DEFAULT, Node
from borderkg.schema import parse
from borderkg.validation.report import Violation
from borderkg.vocabulary import shortened

_QUERIES: Final = (
    (
        "Violation",
        "is of {} and of {}, which are disjoint",
        "SELECT ?it ?one ?other WHERE { ?one owl:disjointWith ?other . ?it a ?one , ?other }",
    ),
    (
        "Violation",
        "lies below {} and {}, which are disjoint: it can have no members",
        "SELECT ?it ?one ?other WHERE { ?one owl:disjointWith ?other . ?it rdfs:subClassOf* ?one , ?other }",
    ),
    (
        "Violation",
        "is joined by {} to itself: {} joins different things",
        "SELECT ?it ?one (?one AS ?other) WHERE { ?one a owl:IrreflexiveProperty . ?it ?one ?it }",
    ),
    (
        "Warning",  # two sources may differ on which of two came first
        "is joined by {} to {}, and that to it: the property goes one way",
        "SELECT ?it ?one ?other WHERE { ?one a owl:AsymmetricProperty . ?it ?one ?other . ?other ?one ?it }",
    ),
)


def check(files: Sequence[Path]) -> list[Violation]:
    """The contradictions in the closure of these Turtle files. Raises ReferenceDataError where one is malformed."""
    return _clashes(saturated(triple for path in files for triple in parse(path)), [DEFAULT])


def find(graph: GraphStore) -> list[Violation]:
    """The contradictions in the facts of a built graph and what was inferred from them, by its own ontology."""
    return _clashes(graph.engine, [DEFAULT, Node(iris.INFERRED), Node(iris.ONTOLOGY)])


def _clashes(known: ox.Store, graphs: list[Node | ox.DefaultGraph]) -> list[Violation]:
    found = set()
    for severity, message, query in _QUERIES:
        answer = ask(known, query, default_graphs=graphs)
        for row in answer if isinstance(answer, ox.QuerySolutions) else ():
            it, one, other = (_short(row[name]) for name in ("it", "one", "other"))
            found.add(Violation("clash", severity, it, message.format(one, other)))
    return sorted(found, key=lambda violation: (violation.focus, violation.message))


def _short(term: object) -> str:
    return shortened(term.value if isinstance(term, Node) else str(term))
