"""The versions of a store on disk: each written once, and a pointer to the current one.

A build writes the next version beside the others and then moves the pointer, in one step each; a version that was published
is never written again, so any number of processes may read it. Whatever happens to a build, the version before stays whole.
"""

import contextlib
import fcntl
import itertools
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from borderkg.errors import StoreError

FORMAT: Final = 2
"""Of the folder's layout and the contract of its graphs. A store of another format is refused, not guessed at."""

_POINTER: Final = "CURRENT"
_VERSIONS: Final = "versions"
_MANIFEST: Final = "manifest.json"
_KEPT: Final = 2


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


def latest(root: Path) -> Version:
    """The current version of a store. Raises StoreError where there is none, or one of another format."""
    while True:
        name = pointed(root)
        try:
            return _checked(root, name)
        except StoreError:
            if pointed(root) == name:
                raise  # else builds have moved on meanwhile, and taken the old version away


def pointed(root: Path) -> str:
    """The name of the current version. Raises StoreError where there is no store."""
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
    from borderkg.graph.named import Named

    versions = root / _VERSIONS
    folder = Path(tempfile.mkdtemp(prefix=".tmp-", dir=versions))
    store = ox.Store(str(folder / "graph"))
    named = Named()
    store.bulk_extend(named.passing(quads))
    with ThreadPoolExecutor(1) as beside:
        ordered = beside.submit(
            store.optimize
        )  # nothing puts its files in order later: a published version is only read
        names_index.write(named, folder / names_index.FILE)
    ordered.result()
    store.flush()
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


def hold(version: Version) -> int:
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
