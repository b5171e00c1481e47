"""What the graph says of one thing, with where it was read: the document that its IRI leads to.

It holds what is said of the thing itself, the claims of which it is subject or object, and of each claim the evidence with
its places, the source and the rule: enough to find every sentence again. What was held back is not in it.
"""

from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from borderkg.graph import iris
from borderkg.graph.store import GraphStore
from borderkg.graph.terms import Node, bkg
from borderkg.vocabulary import OA

_CLAIMED: Final = bkg("claimSubject"), bkg("claimObject")
_FOLLOWED: Final = frozenset(
    (
        *map(bkg, ("evidence", "context", "furtherEvidence", "statedIn", "readBy")),
        Node(OA + "hasSelector"),
        Node(OA + "hasSource"),
    )
)
"""From a claim, and from its evidence, to what it was read from."""


def about(store: GraphStore, iri: str) -> Iterator[ox.Quad]:
    """The quads about a thing; none where the graph has nothing to say of it."""
    thing = _node(iri)
    if thing is None:
        return
    claims = (quad.subject for predicate in _CLAIMED for quad in store.quads(None, predicate, thing))
    seen: dict[Node, None] = {}
    waiting = [thing, *(claim for claim in claims if isinstance(claim, Node))]
    while waiting:
        node = waiting.pop(0)
        if node in seen:
            continue
        seen[node] = None
        for quad in said(store, node):
            yield quad
            if quad.predicate in _FOLLOWED and isinstance(quad.object, Node):
                waiting.append(quad.object)


def said(store: GraphStore, thing: Node) -> Iterator[ox.Quad]:
    """The quads whose subject is a thing, but for what was held back."""
    return (quad for quad in store.quads(thing) if quad.graph_name != Node(iris.QUARANTINE))


def knows(store: GraphStore, iri: str) -> bool:
    """Whether the graph says anything of what an IRI names."""
    thing = _node(iri)
    return thing is not None and next(said(store, thing), None) is not None


def _node(iri: str) -> Node | None:
    try:
        return Node(iri)
    except ValueError:
        return None
