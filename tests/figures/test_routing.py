"""The ways of links: upright and level, from their tail to their head, never through words."""

from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given

from borderkg.figures.drawing import Drawing, Options, draw
from borderkg.figures.layout import BAR, Rect
from borderkg.figures.routing import Router
from borderkg.figures.scene import Point
from tests.figures import factory, strategies
from tests.figures.strategies import few


def crosses(a: Point, b: Point, box: Rect) -> bool:
    """Whether a stroke runs through the inside of a box."""
    x0, x1 = sorted((a[0], b[0]))
    y0, y1 = sorted((a[1], b[1]))
    return x0 < box[2] - 0.01 and box[0] + 0.01 < x1 + 0.02 and y0 < box[3] - 0.01 and box[1] + 0.01 < y1 + 0.02


def check(drawing: Drawing) -> None:
    router = Router(drawing.layout, drawing.content.links)
    boxes = [box for place in drawing.layout.places.values() for box in place.boxes]
    for link in drawing.content.links:
        way = router.way(link)
        tail, head = drawing.layout.places[link.tail], drawing.layout.places[link.head]
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(way)), way
        assert tail.x0 - 0.01 <= way[0][0] <= tail.x1 + 0.01 or not tail.dated
        assert abs(way[0][1] - tail.y) < 12 and abs(way[-1][1] - head.y) < 12
        assert way[-1][0] <= head.x0 or not head.dated
        for run in router.visible(way):
            for a, b in pairwise(run):
                assert not [box for box in boxes if crosses(a, b, box)], (link, a, b)


@few
@given(strategies.graphs())
def test_ways_are_upright_and_level_and_clear_of_words(graph: "nx.MultiDiGraph[str]") -> None:
    """Each way begins at its tail and ends where its head begins; what is seen of it runs through no label."""
    check(draw(graph, Options()))


@pytest.mark.parametrize("size", [60, 150])
def test_strokes_are_near_their_dates(size: int) -> None:
    """Where a link turns to or from a row of the margin, it is within the width of three characters of its item's date."""
    drawing = draw(factory.made(size), Options())
    check(drawing)
    router = Router(drawing.layout, drawing.content.links)
    for link in drawing.content.links:
        way = router.way(link)
        tail, head = drawing.layout.places[link.tail], drawing.layout.places[link.head]
        if tail.dated and not head.dated:
            assert abs(way[-1][0] - tail.x0) < 32
        if head.dated and not tail.dated:
            assert head.x0 - way[-2][0] < 32


def test_what_is_stated_does_not_hide_what_is_inferred() -> None:
    """A stated and an inferred hop between the same two run apart."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, begin in (("a", "2007-01-01"), ("b", "2011-01-01")):
        graph.add_node(iri, label=iri, type="Policy", level="national", begin=begin)
    graph.add_edge("a", "b", relation="follows", inferred=False)
    graph.add_edge("a", "b", relation="follows", inferred=True)
    drawing = draw(graph, Options())
    router = Router(drawing.layout, drawing.content.links)
    stated, inferred = sorted((router.way(link) for link in drawing.content.links), key=lambda way: way[0][1])
    assert not set(stated) & set(inferred)
    assert abs(stated[-1][1] - inferred[-1][1]) < BAR / 2
