"""Walks: networkx and rustworkx answer alike, and circles end."""

import itertools

import networkx as nx
import pytest
from hypothesis import given

from borderkg.errors import UnknownNameError
from borderkg.lineage import main_path, traversal
from borderkg.lineage.graph import Lineage
from borderkg.lineage.traversal import Limits, Networkx, Rustworkx
from tests.lineage.graphs import GRAPHS, lineage
from tests.strategies import steady


@steady
@given(GRAPHS)
def test_both_engines_answer_alike(graph: Lineage) -> None:
    """Reach, shortest and all paths, common origins and the main path are the same from the copy."""
    one, other = Networkx(graph), Rustworkx(graph)
    for node in graph:
        assert one.all_earlier(node) == other.all_earlier(node)
        assert one.all_later(node) == other.all_later(node)
        assert traversal.reach(one, node, 2) == traversal.reach(other, node, 2)
    assert traversal.shortest(one, "n0", "n1") == traversal.shortest(other, "n0", "n1")
    assert traversal.simple_paths(one, "n0", "n1") == traversal.simple_paths(other, "n0", "n1")
    assert traversal.common_origins(one, "n0", "n1") == traversal.common_origins(other, "n0", "n1")
    assert main_path.search_path_counts(one) == main_path.search_path_counts(other)
    assert main_path.main_path(one) == main_path.main_path(other)


@steady
@given(GRAPHS)
def test_reach_is_that_of_networkx(graph: Lineage) -> None:
    """Ancestors and descendants with their distances are those that networkx gives."""
    for node in graph:
        assert set(graph.ancestors(node)) == nx.ancestors(graph, node)
        expected = {n: d for n, d in nx.single_source_shortest_path_length(graph, node).items() if n != node}
        assert graph.descendants(node) == expected


@steady
@given(GRAPHS)
def test_paths_are_those_of_networkx(graph: Lineage) -> None:
    """All simple paths of at most so many hops, each once, the shorter first; the shortest path is the first of them."""
    simple = nx.DiGraph(graph)
    paths, complete = graph.paths("n0", "n1", Limits(length=9, number=10_000, seconds=60))
    assert complete
    assert sorted(paths) == sorted(tuple(p) for p in nx.all_simple_paths(simple, "n0", "n1"))
    assert [len(p) for p in paths] == sorted(len(p) for p in paths)
    shortest = graph.shortest_path("n0", "n1")
    assert shortest == (paths[0] if paths else None)


def test_limits_cut_and_say_so() -> None:
    """The number, the length and the time of a search each bound it; only the length leaves the answer complete."""
    layers = " ".join(f"{a}{i}>{b}{i + 1}" for i in range(12) for a in "ab" for b in "ab")
    graph = lineage(layers)
    some, complete = graph.paths("a0", "a12", Limits(length=12, number=5))
    assert len(some) == 5 and not complete
    assert graph.paths("a0", "a12", Limits(length=11)) == ([], True)
    late, complete = graph.paths("a0", "a12", Limits(length=12, number=10**6, seconds=0))
    assert not late and not complete


def test_common_origins_are_the_last_ones() -> None:
    """What leads to another common ancestor is left out; one of the two may be the origin of the other."""
    graph = lineage("a>b b>c b>d x>c x>d")
    assert graph.common_origins("c", "d") == ["b", "x"]
    assert graph.common_origins("b", "d") == ["b"]


@steady
@given(GRAPHS)
def test_common_origins_by_their_definition(graph: Lineage) -> None:
    """Of what both came from, those that lead to no other of it, or only to what leads back to them."""
    above = {node: nx.ancestors(graph, node) | {node} for node in graph}
    shared = above["n0"] & above["n1"]
    last = [n for n in sorted(shared) if all(m in above[n] for m in shared if n in above[m])]
    assert graph.common_origins("n0", "n1") == last


def test_a_circle_ends() -> None:
    """A node on a circle is not its own ancestor, and its depth is finite."""
    graph = lineage("a>b b>c c>a c>d")
    assert graph.ancestors("a") == {"c": 1, "b": 2}
    assert graph.depth("d") == 3
    assert graph.common_origins("a", "b") == ["a", "b", "c"]


@pytest.mark.parametrize("engine", [Networkx, Rustworkx])
def test_an_unknown_node(engine: type[Networkx] | type[Rustworkx]) -> None:
    """Asking of it is an error that names it."""
    made = engine(lineage("a>b"))
    with pytest.raises(UnknownNameError, match="nowhere"):
        traversal.reach(made, "nowhere")


def test_the_copy_is_taken_where_it_pays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the bound the graph is traversed as a copy, and a frozen graph keeps it."""
    monkeypatch.setattr(traversal, "LARGE", 1)
    large = lineage("a>b b>c").freeze()
    assert isinstance(large.engine, Rustworkx) and large.engine is large.engine
    assert isinstance(lineage("a>b").engine, Networkx)


def test_a_graph_that_changes_is_read_anew() -> None:
    """A part may be changed; the next answer sees it."""
    graph = lineage("a>b b>c")
    assert set(graph.ancestors("c")) == {"a", "b"}
    graph.remove_node("b")
    assert graph.ancestors("c") == {}


def by_hand(graph: Lineage) -> dict[tuple[str, str], int]:
    """Search path counts by listing every path from every source to every sink."""
    counts = dict.fromkeys(nx.DiGraph(graph).edges(), 0)
    sources = [n for n in graph if not graph.in_degree(n)]
    sinks = [n for n in graph if not graph.out_degree(n)]
    for source, sink in itertools.product(sources, sinks):
        for path in nx.all_simple_paths(nx.DiGraph(graph), source, sink):
            for hop in itertools.pairwise(path):
                counts[hop] += 1
    return counts


@steady
@given(GRAPHS)
def test_search_path_counts_are_those_counted_by_hand(graph: Lineage) -> None:
    """On a graph without circles each hop counts the ways from a source to a sink through it."""
    downhill = lineage(" ".join(f"{a}>{b}" for a, b in graph.edges() if a < b), {"n0": {}, "n1": {}})
    assert main_path.search_path_counts(downhill.engine) == by_hand(downhill)


def test_the_main_path_runs_where_most_lines_meet() -> None:
    """It passes the hop through which most ways run, from a source to a sink, and goes through a circle."""
    assert lineage("a>m b>m m>n n>x n>y p>q").main_path() == ("a", "m", "n", "x")
    assert lineage("a>b b>c c>d d>b d>e").main_path() == ("a", "b", "c", "d", "e")
    assert lineage("", {"a": {}}).main_path() == ()
