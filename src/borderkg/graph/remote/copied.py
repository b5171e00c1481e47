"""Parts of a graph elsewhere, fetched to be evaluated here: what a server answers wrongly or cannot, it still can hand over."""

import contextlib
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from borderkg import settings
from borderkg.errors import StoreError
from borderkg.graph.remote.endpoint import Endpoint
from borderkg.graph.remote.publication import FACTS, NOTHING, Publication, too_many

_GRAPH: Final = "graph"


class Copied:
    """What of a version was fetched so far: parts in memory, the whole in a folder of this machine, for other processes too."""

    def __init__(self, endpoint: Endpoint, version: Publication, home: Path, still_there: Callable[[], None]) -> None:
        """`still_there` raises RemoteError where the server has another version by now."""
        self._endpoint = endpoint
        self._version = version
        self._home = home
        self._still_there = still_there
        self._held = ox.Store()
        self._whole: ox.Store | None = None
        self._predicates: set[str] = set()
        self._lock = threading.Lock()

    def holding(self, wanted: frozenset[str] | None) -> ox.Store:
        """A store with all triples of these predicates, or with everything. Raises RemoteError where that is too much."""
        with self._lock:
            if self._whole is None and (wanted is None or (self.folder / _GRAPH).is_dir()):
                self._whole = self._all()
                self._held = ox.Store()
            if self._whole is not None:
                return self._whole
            if lacking := sorted((wanted or frozenset()) - self._predicates):
                self._fetch(lacking)
                self._still_there()
                self._predicates.update(lacking)
            return self._held

    @property
    def folder(self) -> Path:
        """Where what was fetched of the version is kept; that of other versions goes. Raises StoreError."""
        folder = self._home / self._version.key
        try:
            if not folder.is_dir():
                for other in self._home.glob("*/"):
                    shutil.rmtree(other, ignore_errors=True)
                folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"{folder}: cannot be made ({error.strerror}); set XDG_CACHE_HOME to a folder.") from error
        return folder

    def graph(self, iri: str) -> Iterator[ox.Quad]:
        """The quads of one graph, the facts' where the IRI is theirs."""
        return self._of(iri, f"SELECT ?s ?p ?o {{ GRAPH <{iri}> {{ ?s ?p ?o }} }}")

    def _all(self) -> ox.Store:
        if self._version.size > settings.REMOTE_QUADS:
            raise too_many(self._endpoint, self._version.size, "this")
        kept = self.folder / _GRAPH
        if not kept.is_dir():
            with tempfile.TemporaryDirectory(prefix=".tmp-", dir=self.folder) as made:
                store = ox.Store(str(Path(made) / _GRAPH))
                for iri in self._version.graphs:
                    store.bulk_extend(self.graph(iri))
                store.flush()
                del store
                self._still_there()
                with contextlib.suppress(OSError):  # another process was quicker
                    (Path(made) / _GRAPH).rename(kept)
        try:
            return ox.Store.read_only(str(kept))
        except (OSError, RuntimeError) as error:
            raise StoreError(f"{kept}: damaged; remove this folder.") from error

    def _fetch(self, lacking: list[str]) -> None:
        listed = " ".join(str(ox.NamedNode(iri)) for iri in lacking)
        for iri in self._version.graphs:
            if len(self._held) > settings.REMOTE_QUADS:
                raise too_many(self._endpoint, len(self._held), "this")
            query = f"SELECT ?s ?p ?o {{ VALUES ?p {{ {listed} }} GRAPH <{iri}> {{ ?s ?p ?o }} }}"
            self._held.bulk_extend(self._of(iri, query))

    def _of(self, iri: str, query: str) -> Iterator[ox.Quad]:
        home = ox.DefaultGraph() if iri == FACTS else ox.NamedNode(iri)
        rows: Iterable[tuple[ox.NamedNode, ox.NamedNode, ox.Literal]] = self._endpoint.ask(query, [NOTHING], [iri])
        for subject, predicate, obj in rows:
            yield ox.Quad(subject, predicate, obj, home)
