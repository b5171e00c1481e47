"""What a store is to whoever asks it, wherever it is; and the one on disk, a published version in the embedded engine.

`graph.versions` has the folder of such a store, `graph.remote` the store on a SPARQL 1.1 server.
"""

import os
import weakref
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

import pyoxigraph as ox

from borderkg.errors import FederationError, QueryError, StoreError
from borderkg.graph import departures, query_fault, query_text
from borderkg.graph.iris import INFERRED
from borderkg.graph.place import Place, is_address
from borderkg.graph.query_text import Bindings
from borderkg.graph.versions import Version, hold, latest, pointed
from borderkg.sparql import functions
from borderkg.sparql.scope import Pattern, sees
from borderkg.vocabulary import BASE, PREFIXES

if TYPE_CHECKING:
    from borderkg.graph.search import Index

DEFAULT_GRAPHS: Final[list[ox.NamedNode | ox.DefaultGraph]] = [ox.DefaultGraph(), ox.NamedNode(INFERRED)]
"""What a query sees unless it asks otherwise: facts and what follows from them."""
_FACTS: Final[list[ox.NamedNode | ox.DefaultGraph]] = [ox.DefaultGraph()]
_MOST_PATTERNS: Final = 10_000
"""Patterns of which it is remembered whether something that fits them was inferred."""

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
Graphs = list[ox.NamedNode | ox.DefaultGraph]
NO_ROWS: Final[Mapping[str, str]] = {}


class Versioned(Protocol):
    """What is known of one version of a store, whichever kind it is."""

    @property
    def name(self) -> str: ...
    @property
    def manifest(self) -> dict[str, Any]: ...
    @property
    def folder(self) -> Path:
        """Of the files of a build. Raises StoreError where the version has none."""


def current(place: Place) -> Versioned:
    """The current version of a store. Raises StoreError where there is none, or one of another format."""
    if is_address(place):
        from borderkg.graph.remote.publication import current as published

        return published(str(place))
    return latest(Path(place))


class GraphStore(ABC):
    """A version of a store, opened for reading: whatever asks the graph asks one of these."""

    version: Versioned
    place: Place

    @staticmethod
    def open(place: Place) -> "GraphStore":
        """Open the current version of a store. Raises StoreError; RemoteError where its server does not answer."""
        if is_address(place):
            from borderkg.graph.remote.store import RemoteStore

            return RemoteStore(str(place))
        return LocalStore.opened(Path(place))

    @property
    @abstractmethod
    def is_current(self) -> bool:
        """Whether no newer version has been published. Raises StoreError where the store is gone."""

    def renewed(self) -> "GraphStore":
        """This object while its version is current, the current one opened afterwards. Raises StoreError."""
        return self if self.is_current else GraphStore.open(self.place)

    @property
    @abstractmethod
    def home(self) -> Path:
        """The folder in which this machine keeps what belongs to the store and to no version of it: where texts lie."""

    @abstractmethod
    def query(
        self,
        text: str,
        *,
        bindings: Bindings | None = None,
        default_graphs: Graphs | None = None,
        named_graphs: list[ox.NamedNode] | None = None,
        rows: Mapping[str, str] = NO_ROWS,
        **options: Any,
    ) -> Answer:
        """Ask a SPARQL 1.1 query; BorderKG's prefixes need no declaration. `rows` as `ask` has them. Raises QueryError for a
        malformed one."""

    def prepared(self, text: str) -> str:
        """A query as the engine is asked it: searches of names looked up, slow shapes as others of the same meaning."""
        from borderkg.sparql.rewriting import rewritten

        return rewritten(text, self.search)

    def search(self, words: str, most: int) -> list[tuple[str, float]]:
        """IRI and score of the entities whose names fit, the best first: what `bkg:search` finds."""
        return [(hit.iri, hit.score) for hit in self.index.search(words, most)]

    @abstractmethod
    def quads(self, *pattern: ox.NamedNode | ox.Literal | ox.DefaultGraph | None) -> Iterator[ox.Quad]:
        """The quads that fit a pattern of subject, predicate, object, graph."""

    @abstractmethod
    def holds_graph(self, iri: str) -> bool:
        """Whether it has a named graph."""

    @abstractmethod
    def dump(self) -> bytes:
        """The whole store as sorted N-Quads: the same graph gives the same bytes."""

    @abstractmethod
    def __len__(self) -> int: ...

    @property
    @abstractmethod
    def index(self) -> "Index":
        """The index of the version's names. Raises StoreError where it is missing or damaged."""

    @property
    @abstractmethod
    def engine(self) -> ox.Store:
        """The whole graph in the embedded engine: for the rdflib view, and for what walks the graph far and wide."""


class LocalStore(GraphStore):
    """A version on disk. It is kept there for as long as this object lives."""

    version: Version

    def __init__(self, version: Version) -> None:
        self.version = version
        self.place = version.root
        self._inferred: dict[Pattern, bool] = {}
        self._held = weakref.finalize(self, os.close, hold(version))
        try:
            self._store = ox.Store.read_only(str(version.folder / "graph"))
        except (OSError, RuntimeError) as error:  # the engine's error for a corrupt table is a RuntimeError
            raise StoreError(
                f"{version.folder}: damaged ({' '.join(str(error).split())}); build the store anew."
            ) from error

    @classmethod
    def opened(cls, root: Path) -> "LocalStore":
        """Open the current version in a folder. Raises StoreError."""
        while True:
            version = latest(root)
            try:
                return cls(version)
            except StoreError:
                if pointed(root) == version.name:
                    raise

    @property
    def is_current(self) -> bool:
        return pointed(self.version.root) == self.version.name

    @property
    def home(self) -> Path:
        return self.version.root

    def query(
        self,
        text: str,
        *,
        bindings: Bindings | None = None,
        default_graphs: Graphs | None = None,
        named_graphs: list[ox.NamedNode] | None = None,
        rows: Mapping[str, str] = NO_ROWS,
        **options: Any,
    ) -> Answer:
        prepared = self.prepared(query_text.bound(text, bindings or {}))
        dataset: dict[str, Any] = {"default_graphs": default_graphs, "named_graphs": named_graphs}
        seen = DEFAULT_GRAPHS if sees(prepared, self._follows) else _FACTS
        return ask(self._store, prepared, rows=rows, seen=seen, **dataset, **options)

    def _follows(self, pattern: Pattern) -> bool:
        """Whether something that fits a pattern was inferred."""
        if pattern not in self._inferred:
            terms = (None if iri is None else ox.NamedNode(iri) for iri in pattern)
            found = next(self.quads(*terms, ox.NamedNode(INFERRED)), None)
            if len(self._inferred) >= _MOST_PATTERNS:
                self._inferred.clear()
            self._inferred[pattern] = found is not None
        return self._inferred[pattern]

    def quads(self, *pattern: ox.NamedNode | ox.Literal | ox.DefaultGraph | None) -> Iterator[ox.Quad]:
        filled = [*pattern, *([None] * (4 - len(pattern)))]
        return iter(self._store.quads_for_pattern(*filled))  # type: ignore[arg-type]

    def holds_graph(self, iri: str) -> bool:
        return self._store.contains_named_graph(ox.NamedNode(iri))

    def dump(self) -> bytes:
        return sorted_nquads(self._store)

    def __len__(self) -> int:
        return len(self._store)

    @cached_property
    def index(self) -> "Index":
        from borderkg.graph.search import (
            Index,
        )  # not for every worker of a server, which starts in place of an ended one

        return Index(self.version.folder)

    @property
    def engine(self) -> ox.Store:
        return self._store


def ask(
    store: ox.Store,
    text: str,
    *,
    bindings: Bindings | None = None,
    default_graphs: list[ox.NamedNode | ox.DefaultGraph] | None = None,
    named_graphs: list[ox.NamedNode] | None = None,
    rows: Mapping[str, str] = NO_ROWS,
    seen: Graphs = DEFAULT_GRAPHS,
    **options: Any,
) -> Answer:
    """Ask any store of the engine's.

    The dataset is what the caller names: default graphs and named graphs, each empty where only the other is given. Else
    it is what the query names; else every graph by its name, and as default graph those `seen`. IRIs are relative to
    BorderKG's own base. `rows` are rows of VALUES by the words that hold their place, and are put there at the end. `options`
    are the engine's (prefixes, substitutions). Raises QueryError.
    """
    if default_graphs is not None or named_graphs is not None:
        default_graphs, named_graphs = default_graphs or [], named_graphs or []
    elif not query_text.names_its_graphs(text):
        default_graphs = seen
    options = {**_OPTIONS, **options}
    asked = _alone(query_text.bound(text, bindings or {}))
    try:
        mended = departures.mended(
            asked,
            lambda: _names(store, named_graphs),
            lambda prologue, term: _holds(store, prologue, term, {"default_graph": default_graphs, **options}),
        )
        for place, lines in rows.items():
            mended = mended.replace(place, lines)
        return store.query(mended, default_graph=default_graphs, named_graphs=named_graphs, **options)  # type: ignore[arg-type]
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        if isinstance(error, SyntaxError):
            well_formed(asked, **options)  # which tells the place in the query's own words
        raise QueryError(f"The query failed: {' '.join(str(error).split())}") from error


def checked(text: str, **options: Any) -> str:
    """A query that is well formed and asks nothing of another machine. Raises QueryError."""
    alone = _alone(text)
    well_formed(alone, **options)
    return alone


def _alone(text: str) -> str:
    """A query that asks nothing of another machine. Raises FederationError; what is malformed is told first."""
    try:
        return query_text.local(text)
    except FederationError:
        well_formed(text)
        raise


def well_formed(text: str, **options: Any) -> None:
    """Read a query for its form alone, that of its SERVICE clauses too. Raises MalformedQueryError, QueryError."""
    try:
        _NOTHING.query(query_text.without_services(text), **{**_OPTIONS, **options})
    except SyntaxError as error:
        raise query_fault.of(text, error) from error
    except (ValueError, OSError, RuntimeError) as error:
        raise QueryError(f"The query failed: {' '.join(str(error).split())}") from error


_OPTIONS: Final[dict[str, Any]] = {"base_iri": BASE, "prefixes": PREFIXES, "custom_functions": functions.CUSTOM}
_NOTHING: Final = ox.Store()
"""An empty store, over which a query is read for its form alone."""


def _names(store: ox.Store, named_graphs: list[ox.NamedNode] | None) -> list[str]:
    graphs = store.named_graphs() if named_graphs is None else named_graphs
    return sorted(graph.value for graph in graphs if isinstance(graph, ox.NamedNode))


def _holds(store: ox.Store, prologue: str, term: str, options: dict[str, Any]) -> bool:
    """Whether a term of a query, in the query's own words, is subject or object of a triple of the default graph."""
    return bool(store.query(f"{prologue} ASK {{ {{ {term} ?p ?o }} UNION {{ ?s ?p {term} }} }}", **options))


def sorted_nquads(store: ox.Store) -> bytes:
    lines = store.dump(format=ox.RdfFormat.N_QUADS)
    return b"\n".join(sorted(lines.splitlines())) + b"\n" if lines else b""
