"""Parts of a graph elsewhere, fetched to be evaluated here: what a server answers wrongly or cannot, it still can hand over.

A query is answered rightly from any part that has all triples with the predicates of its patterns. Which those are is read
from the query; where that cannot be told (a variable as predicate, a path of no length), the whole graph is fetched.
"""

import threading
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

import pyoxigraph as ox

from borderkg import settings
from borderkg.graph.remote.endpoint import Endpoint
from borderkg.graph.remote.publication import FACTS, NOTHING, Publication, too_many
from borderkg.sparql.reader import read
from borderkg.sparql.syntax import Group, Path, Query, UnreadableError, tokens

_WANDERING: Final = frozenset({"*", "?", "!"})
"""Operators by which a path also finds what no predicate of it touches."""


def predicates(text: str) -> frozenset[str] | None:
    """The predicates whose triples suffice to answer a query; None where it may need any."""
    try:
        query = read(text)
    except UnreadableError:
        return None
    if query.group is None or _has_hidden_groups(query):
        return None
    found: set[str] = set()
    for group in query.groups():
        triples = [t for run in group.runs() for s in run for t in (*s.triples, *s.nested)]
        if not triples and _is_bare(group):
            return None
        for triple in triples:
            terms = list(triple.path.terms)
            if _wanders(triple.path) or any(term.kind != "iri" or not term.value for term in terms):
                return None
            if "nested" in (triple.subject.kind, triple.object.kind) and (triple.subject.parts or triple.object.parts):
                return None  # a collection, with rdf:first and rdf:rest unwritten
            found.update(term.value for term in terms)
    return frozenset(found)


def _wanders(path: Path) -> bool:
    return path.operator in _WANDERING or any(_wanders(part) for part in path.parts)


def _is_bare(group: Group) -> bool:
    """Whether a group has nothing in it: GRAPH ?g {} finds every graph."""
    return not group.parts


def _has_hidden_groups(query: Query) -> bool:
    """Whether an EXISTS stands where groups are not read: in SELECT, HAVING or ORDER BY."""
    known = {group.start for group in query.groups()}
    followed = pairwise(tokens(query.text))
    return any(word.is_word("EXISTS") and after.start not in known for word, after in followed)


class Copied:
    """What of a version was fetched so far."""

    def __init__(self, endpoint: Endpoint, version: Publication) -> None:
        self._endpoint = endpoint
        self._version = version
        self._held = ox.Store()
        self._whole: ox.Store | None = None
        self._predicates: set[str] = set()
        self._lock = threading.Lock()

    def holding(self, wanted: frozenset[str] | None) -> ox.Store:
        """A store with all triples of these predicates, or with everything. Raises RemoteError where that is too much."""
        with self._lock:
            if self._whole is not None:
                return self._whole
            if wanted is None:
                self._whole = self._all()
                self._held = ox.Store()
                return self._whole
            if lacking := sorted(wanted - self._predicates):
                self._fetch(lacking)
                self._predicates.update(lacking)
            return self._held

    def graph(self, iri: str) -> Iterator[ox.Quad]:
        """The quads of one graph, the facts' where the IRI is theirs."""
        return self._of(iri, f"SELECT ?s ?p ?o {{ GRAPH <{iri}> {{ ?s ?p ?o }} }}")

    def _all(self) -> ox.Store:
        if self._version.size > settings.REMOTE_QUADS:
            raise too_many(self._endpoint, self._version.size, "this")
        store = ox.Store()
        for iri in self._version.graphs:
            store.bulk_extend(self.graph(iri))
        return store

    def _fetch(self, lacking: list[str]) -> None:
        listed = " ".join(str(ox.NamedNode(iri)) for iri in lacking)
        number = 0
        for iri in self._version.graphs:
            number = len(self._held)
            if number > settings.REMOTE_QUADS:
                raise too_many(self._endpoint, number, "this")
            query = f"SELECT ?s ?p ?o {{ VALUES ?p {{ {listed} }} GRAPH <{iri}> {{ ?s ?p ?o }} }}"
            self._held.bulk_extend(self._of(iri, query))

    def _of(self, iri: str, query: str) -> Iterator[ox.Quad]:
        home = ox.DefaultGraph() if iri == FACTS else ox.NamedNode(iri)
        rows: Iterable[tuple[ox.NamedNode, ox.NamedNode, ox.Literal]] = self._endpoint.ask(query, [NOTHING], [iri])
        for subject, predicate, obj in rows:
            yield ox.Quad(subject, predicate, obj, home)
