"""The store on disk: versions that are written once, and a pointer to the current one.

This is the only file that knows the embedded engine. A build writes the next version beside the others and then moves
the pointer, in one step each; a version that was published is never written again, so any number of processes may read
it. Whatever happens to a build, the version before stays whole.
"""

import contextlib
import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from borderkg.errors import QueryError, StoreError
from borderkg.graph import query_text
from borderkg.graph.iris import INFERRED
from borderkg.graph.query_text import Bindings
from borderkg.sparql import functions
from borderkg.vocabulary import PREFIXES

if TYPE_CHECKING:
    from borderkg.graph.search import Index

FORMAT: Final = 1
"""Of the folder's layout and the contract of its graphs. A store of another format is refused, not guessed at."""

_POINTER: Final = "CURRENT"
_VERSIONS: Final = "versions"
_KEPT: Final = 2
DEFAULT_GRAPHS: Final[list[ox.NamedNode | ox.DefaultGraph]] = [ox.DefaultGraph(), ox.NamedNode(INFERRED)]
"""What a query sees unless it asks otherwise: facts and what follows from them."""

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
        path = self.folder / "manifest.json"
        try:
            manifest = json.loads(path.read_text("utf-8"))
            if not isinstance(manifest, dict):
                raise ValueError("no object")
        except (OSError, ValueError) as error:
            raise StoreError(f"{path}: missing or damaged; build the store anew.") from error
        return manifest


def current(root: Path) -> Version:
    """The current version of a store. Raises StoreError where there is none, or one of another format."""
    pointer = root / _POINTER
    if not root.is_dir():
        raise StoreError(f"{root}: no store there. Build one: borderkg build FOLDER --store {root}")
    try:
        name = pointer.read_text("utf-8", "replace").strip()
    except OSError as error:
        raise StoreError(
            f"{root}: not a BorderKG store (no {_POINTER}). Build one: borderkg build FOLDER --store {root}"
        ) from error
    version = Version(root, name)
    if not name or "/" in name or not version.folder.is_dir():
        raise StoreError(f"{root}: its version {name!r} is missing; build the store anew.")
    found = version.manifest.get("format")
    if found != FORMAT:
        raise StoreError(f"{root}: a store of format {found}; this BorderKG reads format {FORMAT}. Build it anew.")
    return version


class GraphStore:
    """A version opened for reading."""

    def __init__(self, version: Version) -> None:
        self.version = version
        try:
            self._store = ox.Store.read_only(str(version.folder / "graph"))
        except (OSError, RuntimeError) as error:  # the engine's error for a corrupt table is a RuntimeError
            raise StoreError(
                f"{version.folder}: damaged ({' '.join(str(error).split())}); build the store anew."
            ) from error

    @classmethod
    def open(cls, root: Path) -> "GraphStore":
        """Open the current version of a store. Raises StoreError."""
        return cls(current(root))

    def query(
        self,
        text: str,
        *,
        bindings: Bindings | None = None,
        default_graphs: list[ox.NamedNode | ox.DefaultGraph] | None = None,
        named_graphs: list[ox.NamedNode] | None = None,
    ) -> Answer:
        """Ask a SPARQL 1.1 query; BorderKG's prefixes need no declaration. Raises QueryError for a malformed one."""
        prepared = self.prepared(query_text.bound(text, bindings or {}))
        return ask(self._store, prepared, default_graphs=default_graphs, named_graphs=named_graphs)

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
) -> Answer:
    """Ask any store of the engine's.

    The default graph is that of the dataset contract, unless the caller or else the query names graphs. Raises QueryError.
    """
    if not default_graphs and (named_graphs or not query_text.names_its_graphs(text)):
        default_graphs = DEFAULT_GRAPHS
    asked = query_text.local(query_text.bound(text, bindings or {}))
    try:
        return store.query(
            asked,
            prefixes=PREFIXES,
            default_graph=default_graphs,  # type: ignore[arg-type]
            named_graphs=named_graphs,  # type: ignore[arg-type]
            custom_functions=functions.CUSTOM,  # type: ignore[arg-type]
        )
    except SyntaxError as error:
        raise QueryError(query_text.fault(asked, error)) from error
    except (ValueError, OSError, RuntimeError) as error:
        raise QueryError(f"The query failed: {' '.join(str(error).split())}") from error


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

    `files` are kept beside the graph by name. The manifest is completed with the format and the hash of the graph by
    the caller; here it is only written.
    """
    from borderkg.graph import names_index

    versions = root / _VERSIONS
    folder = Path(tempfile.mkdtemp(prefix=".tmp-", dir=versions))
    store = ox.Store(str(folder / "graph"))
    store.bulk_extend(quads)
    store.flush()
    names_index.write(store, folder / names_index.FILE)
    del store
    for file_name, content in files.items():
        (folder / file_name).write_text(content, "utf-8")
    (folder / "manifest.json").write_text(
        json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8"
    )
    version = Version(root, name)
    if version.folder.exists():
        shutil.rmtree(version.folder)
    folder.chmod(0o755)
    folder.rename(version.folder)
    _write_atomically(root / _POINTER, name + "\n")
    _forget_old(versions, name)
    return version


def _write_atomically(path: Path, content: str) -> None:
    handle, temporary = tempfile.mkstemp(prefix=".tmp-", dir=path.parent)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(temporary).chmod(0o644)
    Path(temporary).replace(path)


def _forget_old(versions: Path, name: str) -> None:
    """Keep the current version and the one before (a running server may still read it)."""
    others = sorted(
        (path for path in versions.iterdir() if path.name != name and not path.name.startswith(".")),
        key=lambda path: path.stat().st_mtime,
        reverse=True,
    )
    for path in others[_KEPT - 1 :]:
        shutil.rmtree(path, ignore_errors=True)
