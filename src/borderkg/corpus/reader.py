"""A folder of texts, as documents: which files, in which encoding, and what is wrong with those that cannot be read."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from borderkg.corpus import bibliography
from borderkg.corpus.document import Bibliography, Document
from borderkg.corpus.formats.loaded import Loaded
from borderkg.corpus.formats.loader import LOADERS, load
from borderkg.corpus.sections import read
from borderkg.errors import CorpusError
from borderkg.settings import MAX_TEXT_BYTES

SUFFIXES: Final = tuple(LOADERS)
_IGNORED: Final = {bibliography.SOURCES_FILE, "README.md", "README.txt", "FACTS.md", "LICENSE.txt"}


@dataclass(frozen=True, slots=True)
class Corpus:
    """A folder, the texts found in it (by name, in order), and the files passed over."""

    folder: Path
    files: tuple[Path, ...]
    skipped: tuple[Path, ...]
    bibliographies: dict[str, Bibliography]


def find(folder: Path) -> Corpus:
    """List the texts of a folder. Raises CorpusError where it is missing or holds none."""
    if not folder.exists():
        raise CorpusError(f"{folder}: no such folder. Give the folder that holds your texts ({', '.join(SUFFIXES)}).")
    if not folder.is_dir():
        raise CorpusError(f"{folder}: is a file; give the folder that holds it.")
    inside = sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )
    files = tuple(p for p in inside if p.suffix.lower() in SUFFIXES and p.name not in _IGNORED)
    skipped = tuple(p for p in inside if p.suffix.lower() not in SUFFIXES and p.name not in _IGNORED)
    if not files:
        held = f"; it holds {len(skipped)} files of other kinds" if skipped else ""
        raise CorpusError(f"{folder}: no texts in it ({', '.join('*' + s for s in SUFFIXES)}){held}.")
    return Corpus(folder, files, skipped, bibliography.load(folder))


def name_of(corpus: Corpus, path: Path) -> str:
    """A text's name in claims and graph: its path below the corpus folder, with forward slashes."""
    return path.relative_to(corpus.folder).as_posix()


def documents(corpus: Corpus) -> Iterator[Document]:
    """The documents of a corpus, one at a time. Raises CorpusError naming all files that cannot be read, at once."""
    faults = []
    for path in corpus.files:
        try:
            yield document(path, name_of(corpus, path), corpus.bibliographies)
        except CorpusError as error:
            faults.append(str(error))
    if faults:
        raise CorpusError("\n".join(faults))


def document(path: Path, name: str, bibliographies: dict[str, Bibliography]) -> Document:
    """Read one file, as the kind that its extension says. Raises CorpusError where it is too large or no text is in it."""
    try:
        size = path.stat().st_size
        if size > MAX_TEXT_BYTES:
            raise CorpusError(f"{path}: {size / 1e6:.0f} MB; texts up to {MAX_TEXT_BYTES / 1e6:.0f} MB are read.")
        data = path.read_bytes()
    except OSError as error:
        raise CorpusError(f"{path}: cannot be read: {error.strerror or error}") from error
    loaded = load(data, path)
    plain = Document(name, loaded.text, loaded.sha256, loaded.encoding, sheets=loaded.sheets, title=loaded.title)
    return replace(plain, bibliography=bibliographies.get(name) or bibliography.read_from_text(read(plain)))


def loaded(folders: Iterable[Path]) -> Iterator[tuple[Path, Loaded]]:
    """Every readable file below the folders with its text, to find texts again by their hash."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.stat().st_size <= MAX_TEXT_BYTES:
                with suppress(CorpusError):
                    yield path, load(path.read_bytes(), path)
