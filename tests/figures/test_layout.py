"""Where things stand: no words on each other, everything drawn or counted, later never left of earlier."""

from datetime import date
from itertools import combinations
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderkg.errors import FigureError
from borderkg.figures import background
from borderkg.figures.drawing import WIDTHS, Options, draw
from borderkg.figures.items import Period
from borderkg.figures.layout import BAR, Place
from tests.figures import factory, reading, strategies
from tests.figures.conftest import Real
from tests.figures.strategies import few

ROUNDS = "历史逻辑与推进方向"
"""A word of the citation of the source whose three rounds of opening are the periods of these tests."""


@few
@given(
    strategies.graphs(),
    strategies.divisions() | st.just([]),
    st.sampled_from(["level", "platform"]),
    st.sampled_from(["zh", "en"]),
    st.sampled_from([420.0, *WIDTHS.values()]),
    st.none() | strategies.days.map(date.isoformat),
)
def test_no_words_meet_and_none_leave_the_page(
    graph: "nx.MultiDiGraph[str]", periods: list[Period], lanes: Any, language: str, width: float, as_of: str | None
) -> None:
    """Labels, years, lanes, periods, legend and caption: no two lines of text overlap, all are on the page."""
    options = Options("题目", periods, "某书", lanes, as_of, language, width, {}, "v1")
    scene = draw(graph, options).scene
    assert not reading.overlaps(scene)
    assert not reading.outside(scene)


@few
@given(strategies.graphs(), st.sampled_from(["level", "platform"]))
def test_every_node_and_hop_is_drawn(graph: "nx.MultiDiGraph[str]", lanes: Any) -> None:
    """Each node is a group of its own; each two nodes with a hop have a line, stated and inferred ones apart."""
    drawing = draw(graph, Options(lanes=lanes))
    assert {group.about["iri"] for group in reading.groups(drawing.scene, "node")} == set(graph)
    drawn = {
        (g.about["tail"], g.about["head"], g.about["key"].rsplit("|")[-1])
        for g in reading.groups(drawing.scene, "edge")
    }
    hops = {(t, h, "inferred" if d["inferred"] else "stated") for t, h, d in graph.edges(data=True)}
    assert drawn == hops


@few
@given(strategies.graphs())
def test_time_runs_to_the_right(graph: "nx.MultiDiGraph[str]") -> None:
    """Of two dated items, the one that begins later is not left of the other; an end is not left of its beginning."""
    drawing = draw(graph, Options())
    dated = sorted((p for p in drawing.layout.places.values() if p.dated), key=lambda p: p.item.begin or 0)
    assert all(a.x0 <= b.x0 + 1e-9 for a, b in combinations(dated, 2))
    assert all(p.x0 == drawing.layout.axis.x(p.item.begin or 0) and p.x0 <= p.x1 for p in dated)


def bar(place: Place) -> tuple[float, float, float, float]:
    return (place.x0, place.y - BAR / 2, place.x1, place.y + BAR / 2)


@few
@given(strategies.graphs())
def test_no_bar_lies_on_a_label_or_another_bar(graph: "nx.MultiDiGraph[str]") -> None:
    """Bars keep clear of each other and of words."""
    places = [p for p in draw(graph, Options()).layout.places.values() if p.dated]
    assert not [1 for a, b in combinations(places, 2) if reading.meet(bar(a), bar(b))]
    assert not [1 for p in places for q in places for words in q.boxes if reading.meet(bar(p), words)]


@pytest.mark.parametrize("size", [20, 60, 150])
@pytest.mark.parametrize("width", WIDTHS.values())
def test_up_to_150_nodes_stand_alone(size: int, width: float) -> None:
    """Graphs of that size are drawn node by node, without overlap, at each width."""
    graph = factory.made(size)
    scene = draw(graph, Options(width=width)).scene
    assert {group.about["iri"] for group in reading.groups(scene, "node")} == set(graph)
    assert not reading.overlaps(scene)


def test_beyond_150_nodes_are_counted_in_groups() -> None:
    """What is not drawn is a member of a group, whose label says how many there are."""
    graph = factory.made(400)
    content = draw(graph, Options()).content
    members = [iri for item in content.items.values() for iri in (item.members or (item.iri,))]
    assert len(content.items) <= 150
    assert sorted(members) == sorted(graph)
    assert all(item.label.endswith(f"×{len(item.members)}") for item in content.items.values() if item.members)
    assert any(item.label.startswith("边境经济合作区 ×") for item in content.items.values())


def test_groups_keep_stated_and_inferred_hops_apart() -> None:
    """The hops between groups add up, and none changes its standing."""
    graph = factory.made(400)
    drawing = draw(graph, Options())
    place = {iri: item.iri for item in drawing.content.items.values() for iri in (item.members or (item.iri,))}
    between = [(t, h, d["inferred"]) for t, h, d in graph.edges(data=True) if place[t] != place[h]]
    for inferred in (True, False):
        drawn = sum(link.count for link in drawing.content.links if link.inferred is inferred)
        assert drawn == sum(hop[2] is inferred for hop in between)


def test_the_demonstration_graph_is_drawn_whole(real: Real) -> None:
    """All of its lineage, with the rounds of one source behind: nothing overlaps, each node is drawn or counted."""
    cited, rounds = background.periods(real.store, ROUNDS)
    for width in WIDTHS.values():
        drawing = draw(real.whole, Options("谱系", rounds, cited, width=width, sources=real.citations))
        items = drawing.content.items.values()
        assert {iri for item in items for iri in (item.members or (item.iri,))} == set(real.whole)
        assert {g.about["iri"] for g in reading.groups(drawing.scene, "node")} == {item.iri for item in items}
        assert [g.title for g in reading.groups(drawing.scene, "period")] == [p.label for p in rounds]
        assert not reading.overlaps(drawing.scene)


def test_a_period_that_is_a_node_stands_in_the_head(real: Real) -> None:
    """A period that marks a policy is not drawn twice: its hops leave from the band's name."""
    cited, rounds = background.periods(real.store, ROUNDS)
    layout = draw(real.whole, Options(periods=rounds, period_source=cited)).layout
    assert {p.iri for p in rounds} <= set(layout.places)
    assert all(layout.places[p.iri].y < layout.top for p in rounds)


def test_a_body_stands_in_the_margin_whenever_it_began() -> None:
    """That a ministry is older than all its documents does not stretch the axis."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("a", label="财政部", type="Organization", level="national", begin="1949-10-01", end="")
    graph.add_node(
        "b", label="通知", type="Policy", level="national", begin="2008-01-01", begin_latest="2008-12-31", end=""
    )
    graph.add_edge("a", "b", relation="issuedBy")
    layout = draw(graph, Options()).layout
    assert date.fromordinal(layout.axis.knots[0][0]).year == 2008
    assert not layout.places["a"].dated and layout.places["a"].x1 < layout.plot


@pytest.mark.parametrize(
    ("node", "message"),
    [
        ({"begin": "1992"}, "'1992' is no day"),
        ({"begin": "1992-02-30"}, "is no day"),
        ({"begin": "1992-02-03", "end": "1991-01-01"}, "ends .* before it begins"),
    ],
)
def test_a_date_that_is_none_is_told(node: dict[str, str], message: str) -> None:
    """The error names the node, its date and the way out."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("https://example.org/x", label="某", type="Policy", **node)
    with pytest.raises(FigureError, match=message) as raised:
        draw(graph, Options())
    assert str(raised.value).startswith("https://example.org/x")


def test_an_empty_lineage_is_told() -> None:
    """There is no figure of nothing."""
    with pytest.raises(FigureError, match="nothing to draw"):
        draw(nx.MultiDiGraph(), Options())
