"""The graph in the formats of others: sorted N-Quads, TriG, Turtle of the facts, claims, GraphML of the lineage."""

import pyoxigraph as ox

from borderkg.graph.store import GraphStore
from borderkg.lineage import exports as lineages
from borderkg.lineage import reading
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
    return lineages.written(reading.read(store.engine), "graphml")
