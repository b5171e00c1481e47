"""The store on disk: versions that are written once, and a pointer to the current one.

This is the only file that knows the embedded engine. A build writes the next version beside the others and then moves
the pointer, in one step each; a version that was published is never written again, so any number of processes may read
it. Whatever happens to a build, the version before stays whole.
"""

import contextlib
import fcntl
import itertools
import json
import os
import shutil
import tempfile
import weakref
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from borderkg.errors import FederationError, QueryError, StoreError
from borderkg.graph import departures, query_fault, query_text
from borderkg.graph.iris import INFERRED
from borderkg.graph.query_text import Bindings
from borderkg.sparql import functions
from borderkg.sparql.scope import Pattern, sees
from borderkg.vocabulary import BASE, PREFIXES

if TYPE_CHECKING:
    from borderkg.graph.search import Index

FORMAT: Final = 2
"""Of the folder's layout and the contract of its graphs. A store of another format is refused, not guessed at."""

_POINTER: Final = "CURRENT"
_VERSIONS: Final = "versions"
_MANIFEST: Final = "manifest.json"
_KEPT: Final = 2
DEFAULT_GRAPHS: Final[list[ox.NamedNode | ox.DefaultGraph]] = [ox.DefaultGraph(), ox.NamedNode(INFERRED)]
"""What a query sees unless it asks otherwise: facts and what follows from them."""
_FACTS: Final[list[ox.NamedNode | ox.DefaultGraph]] = [ox.DefaultGraph()]
_MOST_PATTERNS: Final = 10_000
"""Patterns of which it is remembered whether something that fits them was inferred."""

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


@dataclass(frozen=True)
class Version:
    """One published version of a store."""

    root: Path
    """The store's folder."""
    name: str

    @property
    def folder(self) -> Path:
        return self.root / _VERSIONS / self.name

    @property
    def manifest(self) -> dict[str, Any]:
        path = self.folder / _MANIFEST
        try:
            manifest = json.loads(path.read_text("utf-8"))
            if not isinstance(manifest, dict):
                raise ValueError("no object")
        except (OSError, ValueError) as error:
            raise StoreError(f"{path}: missing or damaged; build the store anew.") from error
        return manifest


def current(root: Path) -> Version:
    """The current version of a store. Raises StoreError where there is none, or one of another format."""
    while True:
        name = _pointed(root)
        try:
            return _checked(root, name)
        except StoreError:
            if _pointed(root) == name:
                raise  # else builds have moved on meanwhile, and taken the old version away


def _pointed(root: Path) -> str:
    if not root.is_dir():
        raise StoreError(f"{root}: no store there. Build one: borderkg build FOLDER --store {root}")
    try:
        return (root / _POINTER).read_text("utf-8", "replace").strip()
    except OSError as error:
        raise StoreError(
            f"{root}: not a BorderKG store (no {_POINTER}). Build one: borderkg build FOLDER --store {root}"
        ) from error


def _checked(root: Path, name: str) -> Version:
    version = Version(root, name)
    if not name or "/" in name or not version.folder.is_dir():
        raise StoreError(f"{root}: its version {name!r} is missing; build the store anew.")
    found = version.manifest.get("format")
    if found != FORMAT:
        raise StoreError(f"{root}: a store of format {found}; this BorderKG reads format {FORMAT}. Build it anew.")
    return version


class GraphStore:
    """A version opened for reading. It is kept on disk for as long as this object lives."""

    def __init__(self, version: Version) -> None:
        self.version = version
        self._inferred: dict[Pattern, bool] = {}
        self._held = weakref.finalize(self, os.close, _hold(version))
        try:
            self._store = ox.Store.read_only(str(version.folder / "graph"))
        except (OSError, RuntimeError) as error:  # the engine's error for a corrupt table is a RuntimeError
            raise StoreError(
                f"{version.folder}: damaged ({' '.join(str(error).split())}); build the store anew."
            ) from error

    @classmethod
    def open(cls, root: Path) -> "GraphStore":
        """Open the current version of a store. Raises StoreError."""
        while True:
            version = current(root)
            try:
                return cls(version)
            except StoreError:
                if _pointed(root) == version.name:
                    raise

    @property
    def is_current(self) -> bool:
        """Whether no newer version has been published. Raises StoreError where the store is gone."""
        return _pointed(self.version.root) == self.version.name

    def renewed(self) -> "GraphStore":
        """This object while its version is current, the current one opened afterwards. Raises StoreError."""
        return self if self.is_current else GraphStore.open(self.version.root)

    def query(
        self,
        text: str,
        *,
        bindings: Bindings | None = None,
        default_graphs: list[ox.NamedNode | ox.DefaultGraph] | None = None,
        named_graphs: list[ox.NamedNode] | None = None,
        **options: Any,
    ) -> Answer:
        """Ask a SPARQL 1.1 query; BorderKG's prefixes need no declaration. Raises QueryError for a malformed one."""
        prepared = self.prepared(query_text.bound(text, bindings or {}))
        seen = DEFAULT_GRAPHS if sees(prepared, self._follows) else _FACTS
        return ask(
            self._store, prepared, default_graphs=default_graphs, named_graphs=named_graphs, seen=seen, **options
        )

    def _follows(self, pattern: Pattern) -> bool:
        """Whether something that fits a pattern was inferred."""
        if pattern not in self._inferred:
            terms = (None if iri is None else ox.NamedNode(iri) for iri in pattern)
            found = next(self.quads(*terms, ox.NamedNode(INFERRED)), None)
            if len(self._inferred) >= _MOST_PATTERNS:
                self._inferred.clear()
            self._inferred[pattern] = found is not None
        return self._inferred[pattern]

    def prepared(self, text: str) -> str:
        """A query as the engine is asked it: searches of names looked up, slow shapes as others of the same meaning."""
        from borderkg.sparql.rewriting import rewritten

        return rewritten(text, lambda words, most: [(hit.iri, hit.score) for hit in self.index.search(words, most)])

    def quads(self, *pattern: ox.NamedNode | ox.Literal | ox.DefaultGraph | None) -> Iterator[ox.Quad]:
        """The quads that fit a pattern of subject, predicate, object, graph."""
        filled = [*pattern, *([None] * (4 - len(pattern)))]
        return iter(self._store.quads_for_pattern(*filled))  # type: ignore[arg-type]

    def dump(self) -> bytes:
        """The whole store as sorted N-Quads: the same graph gives the same bytes."""
        return sorted_nquads(self._store)

    def __len__(self) -> int:
        return len(self._store)

    @cached_property
    def index(self) -> "Index":
        """The index of the version's names. Raises StoreError where it is missing or damaged."""
        from borderkg.graph.search import (
            Index,
        )  # not for every worker of a server, which starts in place of an ended one

        return Index(self.version.folder)

    @property
    def engine(self) -> ox.Store:
        """The engine's own store, for the rdflib view."""
        return self._store


def ask(
    store: ox.Store,
    text: str,
    *,
    bindings: Bindings | None = None,
    default_graphs: list[ox.NamedNode | ox.DefaultGraph] | None = None,
    named_graphs: list[ox.NamedNode] | None = None,
    seen: list[ox.NamedNode | ox.DefaultGraph] = DEFAULT_GRAPHS,
    **options: Any,
) -> Answer:
    """Ask any store of the engine's.

    The dataset is what the caller names: default graphs and named graphs, each empty where only the other is given. Else
    it is what the query names; else every graph by its name, and as default graph those `seen`. IRIs are relative to
    BorderKG's own base. `options` are
    the engine's (prefixes, substitutions). Raises QueryError.
    """
    if default_graphs is not None or named_graphs is not None:
        default_graphs, named_graphs = default_graphs or [], named_graphs or []
    elif not query_text.names_its_graphs(text):
        default_graphs = seen
    asked = query_text.bound(text, bindings or {})
    options = {"base_iri": BASE, "prefixes": PREFIXES, "custom_functions": functions.CUSTOM, **options}
    try:
        try:
            asked = query_text.local(asked)
        except FederationError:
            _NOTHING.query(query_text.without_services(asked), **options)  # what is malformed is told first
            raise
        _NOTHING.query(asked, **options)
        mended = departures.mended(
            asked,
            lambda: _names(store, named_graphs),
            lambda prologue, term: _holds(store, prologue, term, {"default_graph": default_graphs, **options}),
        )
        return store.query(mended, default_graph=default_graphs, named_graphs=named_graphs, **options)  # type: ignore[arg-type]
    except SyntaxError as error:
        raise query_fault.of(asked, error) from error
    except (ValueError, OSError, RuntimeError) as error:
        raise QueryError(f"The query failed: {' '.join(str(error).split())}") from error


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


@contextlib.contextmanager
def building(root: Path) -> Iterator[None]:
    """Hold the store for one build. Raises StoreError where another build holds it."""
    root.mkdir(parents=True, exist_ok=True)
    with (root / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise StoreError(f"{root}: another build is writing this store; wait for it to end.") from error
        versions = root / _VERSIONS
        versions.mkdir(exist_ok=True)
        for leftover in versions.glob(".tmp-*"):  # of a build that was killed
            shutil.rmtree(leftover, ignore_errors=True)
        yield


def publish(
    root: Path, name: str, quads: Iterable[ox.Quad], files: dict[str, str], manifest: dict[str, Any]
) -> Version:
    """Write a new version and move the pointer to it. Call within `building`.

    A version of that name that is there already stays as it is; the new one then bears a number behind the name.
    `files` are kept beside the graph by name. The manifest is completed with the format and the hash of the graph by
    the caller; here it is only written.
    """
    from borderkg.graph import names_index

    versions = root / _VERSIONS
    folder = Path(tempfile.mkdtemp(prefix=".tmp-", dir=versions))
    store = ox.Store(str(folder / "graph"))
    store.bulk_extend(quads)
    store.optimize()  # nothing puts its files in order later: a published version is only read
    store.flush()
    names_index.write(store, folder / names_index.FILE)
    del store
    for file_name, content in files.items():
        (folder / file_name).write_text(content, "utf-8")
    (folder / _MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
    names = itertools.chain([name], (f"{name}-{number}" for number in itertools.count(2)))
    version = next(Version(root, free) for free in names if not (versions / free).exists())
    folder.chmod(0o755)
    folder.rename(version.folder)
    _write_atomically(root / _POINTER, version.name + "\n")
    _forget_old(versions, version.name)
    return version


def _write_atomically(path: Path, content: str) -> None:
    handle, temporary = tempfile.mkstemp(prefix=".tmp-", dir=path.parent)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(temporary).chmod(0o644)
    Path(temporary).replace(path)


def _hold(version: Version) -> int:
    """A descriptor that holds a version: none is forgotten while a process has one. Raises StoreError where it is gone."""
    path = version.folder / _MANIFEST
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError as error:
        raise StoreError(f"{path}: missing or damaged; build the store anew.") from error
    with contextlib.suppress(OSError):  # a file system without locks: the version before the current one is kept anyway
        fcntl.flock(descriptor, fcntl.LOCK_SH)
    if os.fstat(descriptor).st_nlink == 0:  # forgotten between the two steps
        os.close(descriptor)
        raise StoreError(f"{path}: missing; build the store anew.")
    return descriptor


def _forget_old(versions: Path, name: str) -> None:
    """Keep the current version, the one before (a reader may be about to open it), and what readers hold."""
    others = sorted(
        (path for path in versions.iterdir() if path.name != name and not path.name.startswith(".")),
        key=lambda path: path.stat().st_mtime,
        reverse=True,
    )
    for path in others[_KEPT - 1 :]:
        with contextlib.suppress(OSError), (path / _MANIFEST).open("rb") as manifest:
            fcntl.flock(manifest, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(path, ignore_errors=True)
