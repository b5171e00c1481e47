"""The figures as an RDF Data Cube: one data set, and the structure that says what its dimensions are.

W3C, The RDF Data Cube Vocabulary, sections 6 and 8. All figures are one data set, whatever text states them: equal
figures of two texts are one observation. Where texts disagree, two observations share their dimensions (against the
integrity constraint IC-12), and where a text gives no time a figure has none (against IC-11): what the texts say stands.
"""

from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from borderkg.graph import iris
from borderkg.graph import terms as t
from borderkg.graph.terms import DEFAULT, Node, Term, bkg
from borderkg.vocabulary import QB

_COMPONENTS: Final = (
    ("dimension", "area"),
    ("dimension", "indicator"),
    ("dimension", "refTime"),
    ("measure", "value"),
    ("attribute", "unit"),
    ("attribute", "low"),
    ("attribute", "high"),
    ("attribute", "comparator"),
    ("attribute", "tableNumber"),
)


def quads() -> Iterator[ox.Quad]:
    """The data set of the figures and its structure, in the default graph."""
    figures, structure = Node(iris.FIGURES), Node(iris.STRUCTURE)
    facts: list[tuple[Node, Node, Term]] = [
        (figures, t.TYPE, t.DATA_SET_CLASS),
        (figures, t.LABEL, t.text("figures that the texts state", "en")),
        (figures, t.LABEL, t.text("文献所述的数字", "zh")),
        (figures, Node(QB + "structure"), structure),
        (structure, t.TYPE, Node(QB + "DataStructureDefinition")),
    ]
    for kind, name in _COMPONENTS:
        component = Node(f"{iris.STRUCTURE}-{name}")
        facts += [
            (structure, Node(QB + "component"), component),
            (component, t.TYPE, Node(QB + "ComponentSpecification")),
            (component, Node(QB + kind), bkg(name)),
        ]
    for subject, predicate, value in facts:
        yield ox.Quad(subject, predicate, value, DEFAULT)
