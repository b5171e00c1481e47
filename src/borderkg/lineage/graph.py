"""The lineage as a networkx graph, with the questions that are asked of it as methods.

Nodes are IRIs, edges run from the earlier or higher to the later or lower. docs/lineage.md lists the attributes.
"""

from collections.abc import Iterable, Set
from typing import TYPE_CHECKING, Any

import networkx as nx

from borderkg.lineage import main_path, traversal
from borderkg.lineage.hop import Hop, interval
from borderkg.lineage.traversal import Engine, Limits, Path

if TYPE_CHECKING:
    _MultiDiGraph = nx.MultiDiGraph[str]
else:
    _MultiDiGraph = nx.MultiDiGraph


class Lineage(_MultiDiGraph):
    """A `networkx.MultiDiGraph` of IRIs. Traversal takes a rustworkx copy beyond `traversal.LARGE` edges; a frozen graph
    keeps its copy, any other is copied at each question."""

    def __init__(self, incoming: Any = None, **attributes: Any) -> None:
        super().__init__(incoming, **attributes)
        self._engine: Engine | None = None

    @property
    def published(self) -> dict[str, str]:
        """The documents of the store, with the date on which each was published, or nothing."""
        found: dict[str, str] = self.graph.get("published", {})
        return found

    @published.setter
    def published(self, documents: dict[str, str]) -> None:
        self.graph["published"] = documents

    def add_hop(self, hop: Hop, in_conflict: Set[str] = frozenset()) -> None:
        """Add a hop between two nodes that are there with their attributes."""
        one, other = self.nodes[hop.earlier], self.nodes[hop.later]
        first, last = interval(hop.relation, (one["begin"], one["end"]), (other["begin"], other["end"]))
        self.add_edge(
            hop.earlier,
            hop.later,
            relation=hop.relation,
            inferred=hop.inferred,
            rule=hop.rule,
            reason_zh=hop.reason_zh,
            reason_en=hop.reason_en,
            claims=hop.claims,
            sources=hop.sources,
            confidence=hop.confidence,
            valid_from=first,
            valid_to=last,
            conflict=other["conflict"] or not in_conflict.isdisjoint(hop.claims),
            planned=hop.planned,
        )
        if hop.planned and not any(not d["planned"] for *_, d in self.in_edges(hop.later, data=True)):
            other["planned"] = True
        elif not hop.planned:
            other["planned"] = False
        if hop.relation == "repeals" and one["begin"] <= other["begin"]:
            for end, begin in (("end_earliest", "begin"), ("end", "begin_latest")):
                one[end] = min(filter(None, (one[end], other[begin])), default="")

    def freeze(self) -> "Lineage":
        """The same graph, which nobody may change any more."""
        nx.freeze(self)
        return self

    @property
    def engine(self) -> Engine:
        """What traverses this graph."""
        if self._engine is None or not nx.is_frozen(self):
            self._engine = traversal.engine(self)
        return self._engine

    def described(self) -> list[tuple[str, dict[str, Any]]]:
        """The nodes with their attributes, in order of their IRIs."""
        return [(iri, self.nodes[iri]) for iri in sorted(self)]

    def hops(self) -> list[tuple[str, str, dict[str, Any]]]:
        """The edges with their attributes, in a stable order."""
        return sorted(self.edges(data=True), key=lambda e: (e[0], e[1], e[2]["relation"], e[2]["rule"]))

    def hops_of(self, iri: str, *, back: bool = False) -> list[tuple[str, str, dict[str, Any]]]:
        """The edges from a node, or `back` those to it, in a stable order."""
        found = self.in_edges(iri, data=True) if back else self.out_edges(iri, data=True)
        return sorted(found, key=lambda e: (e[2]["relation"], e[0], e[1], e[2]["rule"]))

    def ancestors(self, iri: str, depth: int | None = None) -> dict[str, int]:
        """What a node came from, with the number of hops by the shortest way; without `depth` all of it."""
        return traversal.reach(self.engine, iri, depth, backwards=True)

    def descendants(self, iri: str, depth: int | None = None) -> dict[str, int]:
        """What came of a node, likewise."""
        return traversal.reach(self.engine, iri, depth)

    def shortest_path(self, one: str, other: str) -> Path | None:
        """A path of the fewest hops from one node to another, the first in order of IRIs; None where there is none."""
        return traversal.shortest(self.engine, one, other)

    def paths(self, one: str, other: str, limits: Limits = traversal.LIMITS) -> tuple[list[Path], bool]:
        """The paths that pass no node twice, shorter ones first, and whether these are all within the limits."""
        return traversal.simple_paths(self.engine, one, other, limits)

    def common_origins(self, one: str, other: str) -> list[str]:
        """What both came from, and nothing later that both came from as well; a node counts as its own origin."""
        return traversal.common_origins(self.engine, one, other)

    def depth(self, iri: str) -> int:
        """How many hops back the farthest of its ancestors lies, by the shortest way."""
        return max(self.ancestors(iri).values(), default=0)

    def main_path(self) -> Path:
        """The path along which most lines of descent run (`borderkg.lineage.main_path`)."""
        return main_path.main_path(self.engine)

    def near(self, starts: Iterable[str], depth: int | None = None, *, back: bool = True, on: bool = True) -> "Lineage":
        """The part around some nodes: they, what they came from (`back`) and what came of them (`on`)."""
        kept = set(starts)
        for start in list(kept):
            kept |= set(self.ancestors(start, depth)) if back else set()
            kept |= set(self.descendants(start, depth)) if on else set()
        return self.part(kept)

    def part(self, nodes: Iterable[str]) -> "Lineage":
        """A copy with some of the nodes and the edges between them, to change at will."""
        copy: Lineage = self.subgraph(nodes).copy()
        return copy
