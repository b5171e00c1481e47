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
        "同属互斥的两类{}与{}",
        "SELECT ?it ?one ?other WHERE { ?one owl:disjointWith ?other . ?it a ?one , ?other }",
    ),
    (
        "Violation",
        "lies below {} and {}, which are disjoint: it can have no members",
        "同在互斥的两类{}与{}之下，不可能有成员",
        "SELECT ?it ?one ?other WHERE { ?one owl:disjointWith ?other . ?it rdfs:subClassOf* ?one , ?other }",
    ),
    (
        "Violation",
        "is joined by {} to itself: {} joins different things",
        "以{}与自身相连，而{}只连接不同之物",
        "SELECT ?it ?one (?one AS ?other) WHERE { ?one a owl:IrreflexiveProperty . ?it ?one ?it }",
    ),
    (
        "Warning",  # two sources may differ on which of two came first
        "is joined by {} to {}, and that to it: the property goes one way",
        "以{}与{}互连，而该属性只有一个方向",
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
    for severity, en, zh, query in _QUERIES:
        answer = ask(known, query, default_graphs=graphs)
        for row in answer if isinstance(answer, ox.QuerySolutions) else ():
            it, one, other = (_short(row[name]) for name in ("it", "one", "other"))
            message, message_zh = en.format(one, other), zh.format(one, other)
            found.add(Violation("clash", severity, it, message, message_zh=message_zh))
    return sorted(found, key=lambda violation: (violation.focus, violation.message))


def _short(term: object) -> str:
    return shortened(term.value if isinstance(term, Node) else str(term))
