"""Load a build into a SPARQL 1.1 server, by INSERT DATA in batches: whole at the end, or said to be a part.

The server says "being loaded" from before the first batch to behind the last, and what was loaded before is kept when the
same version is loaded again: a loading that was broken off goes on where it stopped.
"""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from itertools import islice
from typing import Any, Final

import pyoxigraph as ox

from borderkg.errors import StoreError
from borderkg.graph.remote import publication
from borderkg.graph.remote.endpoint import Endpoint
from borderkg.graph.remote.publication import FACTS, NOTHING, Publication
from borderkg.graph.remote.quirks import Quirks, held
from borderkg.graph.store import GraphStore

_BATCH: Final = 1000
"""Triples of one update. Virtuoso 7.2.5 takes 2,000 and refuses 5,000."""

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Report:
    """What a publication did; `sent` are the triples that were sent, the others were there."""

    url: str
    version: str
    graphs: int
    triples: int
    sent: int

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def publish(store: GraphStore, endpoint: Endpoint, progress: Progress = lambda stage, done, total: None) -> Report:
    """Load the current version of a store. Raises RemoteError where the server refuses, StoreError where what it holds in
    the end is not what was sent."""
    graphs = {_there(name): size for name, size in _sizes(store)}
    whole = Publication(endpoint.url, store.version.name, store.version.manifest, graphs)
    before = publication.read(endpoint)
    goes_on = before is not None and before.key == whole.key
    if before is not None and goes_on and before.complete:
        return Report(endpoint.url, whole.name, len(graphs), whole.size, 0)
    _address_updates(endpoint)
    endpoint.exchange.update(replace(whole, complete=False).written())
    for gone in sorted(set(before.graphs if before else ()) - set(graphs)):
        endpoint.exchange.update(f"DROP SILENT GRAPH <{gone}>")
    done = sent = 0
    for iri, size in graphs.items():
        held = _count(endpoint, iri) if goes_on else 0
        if not goes_on or held > size:
            endpoint.exchange.update(f"CLEAR SILENT GRAPH <{iri}>")
            held = 0
        if held < size:
            skipped = held // _BATCH * _BATCH  # batches are sent in the order of the store, which does not change
            done += skipped
            for batch in _batches(store, iri, skipped):
                endpoint.exchange.update(_inserted(iri, batch, endpoint.quirks))
                done, sent = done + len(batch), sent + len(batch)
                progress("publishing", done, whole.size)
            _hold_against(endpoint, iri, size)
        else:
            done += size
    endpoint.exchange.update(whole.written())
    return Report(endpoint.url, whole.name, len(graphs), whole.size, sent)


def _sizes(store: GraphStore) -> list[tuple[ox.NamedNode | ox.DefaultGraph, int]]:
    named = [graph for graph in store.engine.named_graphs() if isinstance(graph, ox.NamedNode)]
    names: list[ox.NamedNode | ox.DefaultGraph] = [ox.DefaultGraph(), *sorted(named, key=str)]
    return [(name, sum(1 for _ in store.quads(None, None, None, name))) for name in names]


def _there(name: ox.NamedNode | ox.DefaultGraph) -> str:
    """The IRI of a graph on a server."""
    return FACTS if isinstance(name, ox.DefaultGraph) else name.value


def _batches(store: GraphStore, iri: str, skipped: int) -> Iterator[list[ox.Triple]]:
    name = ox.DefaultGraph() if iri == FACTS else ox.NamedNode(iri)
    triples = islice((quad.triple for quad in store.quads(None, None, None, name)), skipped, None)
    while batch := list(islice(triples, _BATCH)):
        if any(isinstance(term, ox.BlankNode) for triple in batch for term in (triple.subject, triple.object)):
            raise StoreError(
                f"{iri}: has blank nodes, which cannot be sent twice and stay the same; build the store anew."
            )
        yield batch


def _inserted(iri: str, batch: list[ox.Triple], known: Quirks) -> str:
    lines = held(ox.serialize(batch, format=ox.RdfFormat.N_TRIPLES) or b"", known)
    return f"INSERT DATA {{ GRAPH <{iri}> {{\n{lines.decode()}}} }}"


def _count(endpoint: Endpoint, iri: str) -> int:
    query = f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{iri}> {{ ?s ?p ?o }} }}"
    ((number,),) = endpoint.ask(query, [NOTHING], [iri])
    return int(number.value)


def _hold_against(endpoint: Endpoint, iri: str, size: int) -> None:
    held = _count(endpoint, iri)
    if held != size:
        raise StoreError(
            f"{endpoint.url}: holds {held:,} triples of <{iri}>, of the {size:,} sent; it changes or drops what it is given."
        )


def _address_updates(endpoint: Endpoint) -> None:
    """Send updates where this server takes them, unless an address was given."""
    exchange = endpoint.exchange
    if exchange.update_url == exchange.url:
        exchange.update_url = endpoint.quirks.update_address(exchange.url, guarded=exchange.given is not None)
