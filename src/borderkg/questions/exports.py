"""The graph in the formats of others: sorted N-Quads, TriG, Turtle of the facts, claims, GraphML of the lineage."""

import io

import pyoxigraph as ox

from borderkg.graph import lineage
from borderkg.graph.store import GraphStore
from borderkg.vocabulary import PREFIXES


def export(store: GraphStore, form: str) -> bytes:
    """Bytes of a format: nq, trig, ttl, claims, graphml. The same graph gives the same bytes."""
    if form == "nq":
        return store.dump()
    if form == "claims":
        return (store.version.folder / "claims.jsonl").read_bytes()
    if form == "ttl":
        facts = sorted((q.triple for q in store.quads(None, None, None, ox.DefaultGraph())), key=str)
        return ox.serialize(facts, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES) or b""
    if form == "trig":
        quads = sorted(store.quads(), key=lambda q: (str(q.graph_name), str(q.triple)))
        return ox.serialize(quads, format=ox.RdfFormat.TRIG, prefixes=PREFIXES) or b""
    return _graphml(store)


def _graphml(store: GraphStore) -> bytes:
    import networkx as nx

    whole = lineage.graph(store)
    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    plain.add_nodes_from(sorted(whole.nodes(data=True)))
    for tail, head, data in sorted(whole.edges(data=True), key=lambda e: (e[0], e[1], e[2]["relation"])):
        plain.add_edge(tail, head, relation=data["relation"], claims=" ".join(data["claims"]))
    out = io.BytesIO()
    nx.write_graphml(plain, out)
    return out.getvalue()
