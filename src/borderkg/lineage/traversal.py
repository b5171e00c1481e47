"""Walks over a lineage: the same answers from networkx and, beyond some size, from a rustworkx copy."""

import time
from collections import deque
from collections.abc import Iterable, Iterator
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

    def all_later(self, iri: str) -> set[str]:
        """What a node leads to, by however many hops, without itself."""

    def all_earlier(self, iri: str) -> set[str]:
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

    def all_later(self, iri: str) -> set[str]:
        return set(nx.descendants(self._graph, iri))

    def all_earlier(self, iri: str) -> set[str]:
        return set(nx.ancestors(self._graph, iri))

    def components(self) -> list[set[str]]:
        return [set(component) for component in nx.strongly_connected_components(self._graph)]

    def __contains__(self, iri: object) -> bool:
        return iri in self._graph


class Rustworkx:
    """A copy of its nodes and edges, numbered."""

    def __init__(self, graph: "nx.MultiDiGraph[str]") -> None:
        self._copy: rustworkx.PyDiGraph[str, None] = rustworkx.PyDiGraph(multigraph=False)
        self._names = list(graph)
        self._index = {name: number for number, name in enumerate(self._names)}
        index = self._index
        self._copy.add_nodes_from(self._names)
        self._copy.add_edges_from_no_data([(index[one], index[other]) for one, other in graph.edges()])

    def nodes(self) -> Iterable[str]:
        return self._names

    def later(self, iri: str) -> list[str]:
        return sorted(self._copy.successors(self._index[iri]))

    def earlier(self, iri: str) -> list[str]:
        return sorted(self._copy.predecessors(self._index[iri]))

    def all_later(self, iri: str) -> set[str]:
        return self._named(rustworkx.descendants(self._copy, self._index[iri]))

    def all_earlier(self, iri: str) -> set[str]:
        return self._named(rustworkx.ancestors(self._copy, self._index[iri]))

    def components(self) -> list[set[str]]:
        return [self._named(found) for found in rustworkx.strongly_connected_components(self._copy)]

    def _named(self, numbers: Iterable[int]) -> set[str]:
        names = self._names
        return {names[number] for number in numbers}

    def __contains__(self, iri: object) -> bool:
        return iri in self._index


def engine(graph: "nx.MultiDiGraph[str]") -> Engine:
    """What traverses a graph of this size."""
    return Rustworkx(graph) if graph.number_of_edges() > LARGE else Networkx(graph)


def reach(engine: Engine, iri: str, depth: int | None = None, *, backwards: bool = False) -> dict[str, int]:
    """The nodes that a node leads to, or backwards that lead to it, with their distance in hops, nearest first.

    A node on a circle is not its own ancestor. Raises UnknownNameError where the graph has no such node.
    """
    _known(engine, iri)
    step = engine.earlier if backwards else engine.later
    distance = {iri: 0}
    waiting = deque([iri])
    while waiting:
        here = waiting.popleft()
        if depth is not None and distance[here] >= depth:
            continue
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
    last = []
    for node in sorted(shared):
        beyond = engine.all_later(node) & shared
        if all(node in engine.all_later(later) for later in beyond):
            last.append(node)
    return last


def _known(engine: Engine, *iris: str) -> None:
    for iri in iris:
        if iri not in engine:
            raise UnknownNameError(f"{iri}: not in the lineage; nothing leads to it and nothing comes of it.")
