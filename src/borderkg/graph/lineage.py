"""Policy lineage: what comes from what, over the stated relations between policies, bodies, platforms and places.

Edges run from the earlier or higher to the later or lower: a body to what it issued, a policy to what follows, amends or
carries it out, to the platform it set up, to the place it is about. Each has the claims that state it; only what a text
states is here, nothing is inferred.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import networkx as nx
import pyoxigraph as ox

from borderkg.graph.store import GraphStore
from borderkg.graph.terms import TYPE, bkg
from borderkg.vocabulary import BKG, SKOS

FORWARD: Final = ("issues", "transmits", "establishes", "appliesTo", "markedBy")
BACKWARD: Final = (
    "issuedBy",
    "follows",
    "amends",
    "repeals",
    "implements",
    "basedOn",
    "consolidates",
    "succeeds",
    "establishedBy",
)
"""Relations whose subject is the later: their edges run from object to subject."""

RELATIONS: Final = (*FORWARD, *BACKWARD)


@dataclass(frozen=True, slots=True)
class Hop:
    """One edge on the way from an entity: how far, from where, by what relation, to where, and who says so."""

    depth: int
    source: str
    relation: str
    target: str
    claims: tuple[str, ...]


def graph(store: GraphStore, relations: Iterable[str] = RELATIONS) -> "nx.MultiDiGraph[str]":
    """The lineage graph of a store: nodes are IRIs with `label`, `type` and `date`; edges have `relation` and `claims`."""
    lineage: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for relation in relations:
        stated: dict[tuple[str, str], set[str]] = {}
        for quad in store.quads(None, bkg("claimPredicate"), bkg(relation)):
            claim = quad.subject
            ends = [_value(store, claim, bkg(name)) for name in ("claimSubject", "claimObject")]
            if ends[0] and ends[1] and _factual(store, ends[0], relation, ends[1]):
                stated.setdefault((ends[0], ends[1]), set()).add(str(getattr(claim, "value", "")))
        for (subject, obj), claims in sorted(stated.items()):
            tail, head = (subject, obj) if relation in FORWARD else (obj, subject)
            lineage.add_edge(tail, head, relation=relation, claims=tuple(sorted(claims)))
    for node in lineage:
        lineage.nodes[node].update(_describe(store, node))
    return lineage


def _factual(store: GraphStore, subject: str, relation: str, obj: str) -> bool:
    """Whether the direct triple stands: a planned or denied relation is no edge."""
    pattern = store.quads(ox.NamedNode(subject), bkg(relation), ox.NamedNode(obj), ox.DefaultGraph())
    return next(pattern, None) is not None


def _value(store: GraphStore, subject: object, predicate: ox.NamedNode) -> str:
    if not isinstance(subject, ox.NamedNode):
        return ""
    quad = next(store.quads(subject, predicate), None)
    return quad.object.value if quad is not None and isinstance(quad.object, ox.NamedNode) else ""


def _describe(store: GraphStore, iri: str) -> dict[str, str]:
    node = ox.NamedNode(iri)
    default = ox.DefaultGraph()
    labels = [q.object for q in store.quads(node, ox.NamedNode(SKOS + "prefLabel"), None, default)]
    texts = sorted((t for t in labels if isinstance(t, ox.Literal)), key=lambda t: (t.language != "zh", t.value))
    types = [q.object.value for q in store.quads(node, TYPE, None, default) if isinstance(q.object, ox.NamedNode)]
    dates = sorted(
        q.object.value for q in store.quads(node, bkg("dateIssued"), None, default) if isinstance(q.object, ox.Literal)
    )
    dates += sorted(
        q.object.value
        for q in store.quads(node, bkg("dateEstablished"), None, default)
        if isinstance(q.object, ox.Literal)
    )
    return {
        "label": texts[0].value if texts else iri,
        "type": min((t.removeprefix(BKG) for t in types if t.startswith(BKG)), default=""),
        "date": dates[0] if dates else "",
    }


def reach(lineage: "nx.MultiDiGraph[str]", start: str, *, depth: int = 2, backwards: bool = False) -> list[Hop]:
    """The hops from an entity, breadth first, up to a depth: what came of it, or backwards what it came from."""
    hops: list[Hop] = []
    seen = {start}
    frontier = [start]
    for level in range(1, depth + 1):
        following: list[str] = []
        for node in frontier:
            edges = lineage.in_edges(node, data=True) if backwards else lineage.out_edges(node, data=True)
            for tail, head, data in sorted(edges, key=lambda e: (e[2]["relation"], e[0], e[1])):
                other = tail if backwards else head
                hops.append(Hop(level, tail, data["relation"], head, data["claims"]))
                if other not in seen:
                    seen.add(other)
                    following.append(other)
        frontier = following
    return hops
