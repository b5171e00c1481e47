"""Walks over a lineage: the same answers from networkx and, beyond some size, from a rustworkx copy."""

import time
from collections import deque
from collections.abc import Iterable, Iterator, Set
from typing import Final, Protocol

import networkx as nx
import rustworkx

from borderkg.errors import UnknownNameError
from borderkg.records import record
from borderkg.settings import LINEAGE_SECONDS

LARGE: Final = 50_000
"""Edges beyond which the copy pays: it takes about as long to make as a hundred small questions take."""

Path = tuple[str, ...]
"""Nodes in order, from the earlier to the later."""


@record
class Limits:
    """Bounds of a search for paths: hops of one path, number of paths, seconds."""

    length: int = 8
    number: int = 100
    seconds: float = LINEAGE_SECONDS


LIMITS: Final = Limits()


class Engine(Protocol):
    """What a walk needs of a graph; parallel edges count once, and neighbours come in order of their IRIs."""

    def nodes(self) -> Iterable[str]:
        """All nodes."""

    def later(self, iri: str) -> list[str]:
        """The nodes one hop on."""

    def earlier(self, iri: str) -> list[str]:
        """The nodes one hop back."""

    def layers(self, iri: str, *, backwards: bool = False) -> Iterable[Iterable[str]]:
        """A node, the nodes one hop on (or back), two hops, and so on to the last, each node once."""

    def all_later(self, iri: str) -> Set[str]:
        """What a node leads to, by however many hops, without itself."""

    def all_earlier(self, iri: str) -> Set[str]:
        """What leads to a node, by however many hops, without itself."""

    def components(self) -> list[set[str]]:
        """The strongly connected components: a node of a circle with all that the circle passes."""

    def __contains__(self, iri: object) -> bool: ...


class Networkx:
    """The graph itself."""

    def __init__(self, graph: "nx.MultiDiGraph[str]") -> None:
        self._graph = graph

    def nodes(self) -> Iterable[str]:
        return list(self._graph)

    def later(self, iri: str) -> list[str]:
        return sorted(self._graph.successors(iri))

    def earlier(self, iri: str) -> list[str]:
        return sorted(self._graph.predecessors(iri))

    def layers(self, iri: str, *, backwards: bool = False) -> Iterable[Iterable[str]]:
        return nx.bfs_layers(self._graph.reverse(copy=False) if backwards else self._graph, [iri])

    def all_later(self, iri: str) -> Set[str]:
        return set(nx.descendants(self._graph, iri))

    def all_earlier(self, iri: str) -> Set[str]:
        return set(nx.ancestors(self._graph, iri))

    def components(self) -> list[set[str]]:
        return [set(component) for component in nx.strongly_connected_components(self._graph)]

    def __contains__(self, iri: object) -> bool:
        return iri in self._graph


class Rustworkx:
    """A copy of its nodes and edges, numbered, and another with the edges turned round: walking back is as fast as on."""

    def __init__(self, graph: "nx.MultiDiGraph[str]") -> None:
        self._names = list(graph)
        self._index = index = {name: number for number, name in enumerate(self._names)}
        self._copy: rustworkx.PyDiGraph[None, None] = rustworkx.PyDiGraph(multigraph=False)
        self._copy.add_nodes_from([None] * len(index))
        self._copy.add_edges_from_no_data([(index[one], index[other]) for one, other in graph.edges()])
        self._turned = self._copy.copy()
        self._turned.reverse()

    def nodes(self) -> Iterable[str]:
        return self._names

    def later(self, iri: str) -> list[str]:
        return sorted(self._names[n] for n in self._copy.successor_indices(self._index[iri]))

    def earlier(self, iri: str) -> list[str]:
        return sorted(self._names[n] for n in self._copy.predecessor_indices(self._index[iri]))

    def layers(self, iri: str, *, backwards: bool = False) -> Iterable[Iterable[str]]:
        name = self._names.__getitem__
        return (map(name, layer) for layer in self._layers(iri, backwards))

    def all_later(self, iri: str) -> Set[str]:
        return self._named(rustworkx.descendants(self._copy, self._index[iri]))

    def all_earlier(self, iri: str) -> Set[str]:
        return self._named(rustworkx.ancestors(self._copy, self._index[iri]))

    def components(self) -> list[set[str]]:
        return [{self._names[n] for n in found} for found in rustworkx.strongly_connected_components(self._copy)]

    def _named(self, numbers: set[int]) -> Set[str]:
        return _Named(numbers, self._names, self._index)

    def _layers(self, iri: str, backwards: bool) -> list[list[int]]:
        return rustworkx.digraph_bfs_layers(self._turned if backwards else self._copy, [self._index[iri]])

    def __contains__(self, iri: object) -> bool:
        return iri in self._index


class _Named(Set[str]):
    """A set of nodes kept as numbers; their names, half of the time of a walk over a million hops, are had when asked for."""

    def __init__(self, numbers: set[int], names: list[str], index: dict[str, int]) -> None:
        self._numbers = numbers
        self._names = names
        self._index = index

    def __contains__(self, iri: object) -> bool:
        return self._index.get(str(iri)) in self._numbers

    def __iter__(self) -> Iterator[str]:
        return map(self._names.__getitem__, self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    @classmethod
    def _from_iterable(cls, it: Iterable[str]) -> Set[str]:  # type: ignore[override]  # of two of them, a plain set
        return set(it)


def engine(graph: "nx.MultiDiGraph[str]") -> Engine:
    """What traverses a graph of this size."""
    return Rustworkx(graph) if graph.number_of_edges() > LARGE else Networkx(graph)


def reach(engine: Engine, iri: str, depth: int | None = None, *, backwards: bool = False) -> dict[str, int]:
    """The nodes that a node leads to, or backwards that lead to it, with their distance in hops, nearest first.

    A node on a circle is not its own ancestor. Raises UnknownNameError where the graph has no such node.
    """
    _known(engine, iri)
    if depth is None:
        layers = enumerate(engine.layers(iri, backwards=backwards))
        return {node: hops for hops, layer in layers if hops for node in layer}
    step = engine.earlier if backwards else engine.later
    distance = {iri: 0}
    waiting = deque([iri])
    while waiting and distance[waiting[0]] < depth:
        here = waiting.popleft()
        for other in step(here):
            if other not in distance:
                distance[other] = distance[here] + 1
                waiting.append(other)
    del distance[iri]
    return distance


def shortest(engine: Engine, one: str, other: str) -> Path | None:
    """A path of the fewest hops, of several the first in order of IRIs; None where there is none."""
    _known(engine, one, other)
    if one == other:
        return (one,)
    distance = reach(engine, other, backwards=True)
    if one not in distance:
        return None
    path = [one]
    while path[-1] != other:
        left = distance[path[-1]] - 1
        path.append(next(n for n in engine.later(path[-1]) if distance.get(n, 0 if n == other else -1) == left))
    return tuple(path)


def simple_paths(engine: Engine, one: str, other: str, limits: Limits = LIMITS) -> tuple[list[Path], bool]:
    """The paths that pass no node twice, shorter ones first, and whether these are all of at most that length.

    Only nodes that still reach the end in the hops left are entered, so that a search without an answer ends at once.
    """
    _known(engine, one, other)
    distance = {other: 0, **reach(engine, other, limits.length, backwards=True)}
    deadline = time.monotonic() + limits.seconds
    found: list[Path] = []
    for length in range(distance.get(one, limits.length + 1), limits.length + 1):
        for path in _of_length(engine, one, other, length, distance, deadline):
            if path is None or len(found) == limits.number:
                return found, False
            found.append(path)
    return found, True


def _of_length(
    engine: Engine, one: str, other: str, length: int, distance: dict[str, int], deadline: float
) -> Iterator[Path | None]:
    """The simple paths of so many hops, in order; None where the time is over."""
    path = [one]
    waiting = [iter(engine.later(one) if length else ())]
    if length == 0 and one == other:
        yield (one,)
    while waiting:
        if time.monotonic() > deadline:
            yield None
            return
        node = next(waiting[-1], None)
        if node is None:
            waiting.pop()
            path.pop()
            continue
        left = length - len(path)
        if node in path or distance.get(node, left + 1) > left:
            continue
        if node == other:
            if left == 0:
                yield (*path, node)
            continue
        if left:
            path.append(node)
            waiting.append(iter(engine.later(node)))


def common_origins(engine: Engine, one: str, other: str) -> list[str]:
    """The last common ancestors: what both came from, without what leads to another that both came from.

    Of a circle that both came from, all its nodes count.
    """
    _known(engine, one, other)
    shared = ({one} | engine.all_earlier(one)) & ({other} | engine.all_earlier(other))
    circle = {node: number for number, nodes in enumerate(engine.components()) for node in nodes if node in shared}
    onward = {  # a way from one shared node to another passes shared nodes alone, so that one hop tells
        circle[node]
        for node in shared
        for later in engine.later(node)
        if circle.get(later, circle[node]) != circle[node]
    }
    return sorted(node for node in shared if circle[node] not in onward)


def _known(engine: Engine, *iris: str) -> None:
    for iri in iris:
        if iri not in engine:
            raise UnknownNameError(
                f"{iri}: not in the lineage; nothing leads to it and nothing comes of it.",
                f"{iri}：不在沿革之中，没有来龙，也没有去脉。",
            )
