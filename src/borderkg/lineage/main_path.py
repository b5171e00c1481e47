"""The main path: the chain of hops along which most lines of descent run.

Search path counts (Hummon & Doreian, Connectivity in a citation network, Social Networks 11, 1989): a hop counts as many
times as there are ways from a source (nothing before it) to a sink (nothing after it) through it. They are counted in one
pass each way (Batagelj, Efficient algorithms for citation network analysis, arXiv cs/0309023, 2003), and the path is the one
of the greatest sum (there: the CPM path). A circle is one step: within it nothing is counted, and its shortest way is taken.
"""

from collections import defaultdict

from borderkg.lineage import traversal
from borderkg.lineage.traversal import Engine, Path

Hop = tuple[str, str]


def search_path_counts(engine: Engine) -> dict[Hop, int]:
    """The count of each hop between two nodes that are on no circle together."""
    order, component, hops = _condensed(engine)
    before: dict[int, int] = defaultdict(int)
    after: dict[int, int] = defaultdict(int)
    into: dict[int, list[Hop]] = defaultdict(list)
    out: dict[int, list[Hop]] = defaultdict(list)
    for hop in hops:
        out[component[hop[0]]].append(hop)
        into[component[hop[1]]].append(hop)
    for number in order:
        before[number] = sum(before[component[one]] for one, _ in into[number]) or 1
    for number in reversed(order):
        after[number] = sum(after[component[other]] for _, other in out[number]) or 1
    return {(one, other): before[component[one]] * after[component[other]] for one, other in hops}


def main_path(engine: Engine) -> Path:
    """The path of the greatest sum of counts, of several the first in order of IRIs; empty for a graph without hops."""
    counts = search_path_counts(engine)
    if not counts:
        return ()
    order, component, hops = _condensed(engine)
    into: dict[int, list[Hop]] = defaultdict(list)
    for hop in hops:
        into[component[hop[1]]].append(hop)
    best: dict[int, tuple[int, Hop | None]] = {}
    for number in order:
        ways = [(best[component[hop[0]]][0] + counts[hop], hop) for hop in sorted(into[number])]
        best[number] = max(ways, key=lambda way: way[0], default=(0, None))
    number = max(sorted(order), key=lambda n: best[n][0])
    chain: list[Hop] = []
    while (last := best[number][1]) is not None:
        chain.insert(0, last)
        number = component[last[0]]
    return _joined(engine, chain)


def _joined(engine: Engine, chain: list[Hop]) -> Path:
    """The nodes of a chain of hops; where it enters a circle at one node and leaves it at another, the way between."""
    path = [chain[0][0]]
    for one, other in chain:
        if path[-1] != one:
            path += (traversal.shortest(engine, path[-1], one) or (path[-1], one))[1:]
        path.append(other)
    return tuple(path)


def _condensed(engine: Engine) -> tuple[list[int], dict[str, int], list[Hop]]:
    """The circles as single steps: their numbers in an order of descent, the number of each node, the hops between."""
    parts = sorted(engine.components(), key=min)
    component = {node: number for number, nodes in enumerate(parts) for node in nodes}
    hops = [
        (node, other)
        for number, nodes in enumerate(parts)
        for node in sorted(nodes)
        for other in engine.later(node)
        if component[other] != number
    ]
    waiting_for = dict.fromkeys(range(len(parts)), 0)
    onward: dict[int, list[int]] = defaultdict(list)
    for one, other in hops:
        waiting_for[component[other]] += 1
        onward[component[one]].append(component[other])
    ready = [number for number in range(len(parts)) if not waiting_for[number]]
    order = []
    while ready:
        number = ready.pop()
        order.append(number)
        for following in onward[number]:
            waiting_for[following] -= 1
            if not waiting_for[following]:
                ready.append(following)
    return order, component, hops
