"""What a store holds of one entity, as quads: each triple in the graph that says it, so that its provenance goes with it.

The triples with the entity as subject; the claims that speak of it with their evidence; the documents, rules and builds
that stand behind those.
"""

from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from borderkg.graph import iris
from borderkg.graph import terms as t
from borderkg.graph.store import GraphStore
from borderkg.graph.terms import DEFAULT, Node, bkg

_PLACES: Final = frozenset(bkg(name) for name in ("evidence", "context", "furtherEvidence"))
_BEHIND: Final = frozenset(bkg(name) for name in ("statedIn", "readBy", "rankedBy"))
_PROVENANCE: Final = Node(iris.PROVENANCE)


def quads(store: GraphStore, iri: str) -> Iterator[ox.Quad]:
    """The quads about an entity, each once, in a stable order."""
    return iter(sorted(set(_quads(store, Node(iri))), key=str))


def _quads(store: GraphStore, entity: Node) -> Iterator[ox.Quad]:
    yield from store.quads(entity)
    for role in ("claimSubject", "claimObject"):
        for quad in store.quads(None, bkg(role), entity):
            if isinstance(quad.subject, Node) and isinstance(quad.graph_name, Node):
                yield from _claim(store, quad.subject, quad.graph_name)
                yield from store.quads(quad.graph_name, t.GENERATED_BY)


def _claim(store: GraphStore, claim: Node, graph: Node) -> Iterator[ox.Quad]:
    """A claim with its evidence, and what describes its document and its rules."""
    for quad in store.quads(claim, None, None, graph):
        yield quad
        if not isinstance(quad.object, Node):
            continue
        if quad.predicate in _PLACES:
            yield from store.quads(quad.object, None, None, graph)
            for selector in store.quads(quad.object, t.HAS_SELECTOR, None, graph):
                if isinstance(selector.object, Node):
                    yield from store.quads(selector.object, None, None, graph)
        elif quad.predicate in _BEHIND:
            for home in (DEFAULT, _PROVENANCE):
                described = store.quads(quad.object, None, None, home)
                yield from (about for about in described if isinstance(about.object, ox.Literal))
