"""A folder of texts, as documents: which files, in which encoding, and what is wrong with those that cannot be read."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from borderkg.corpus import bibliography
from borderkg.corpus.document import Bibliography, Document
from borderkg.corpus.sections import read
from borderkg.errors import CorpusError
from borderkg.settings import MAX_TEXT_BYTES

SUFFIXES: Final = (".txt", ".md")
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
    """Read one file. Raises CorpusError where it is not a text in UTF-8, UTF-16 or GB18030."""
    try:
        size = path.stat().st_size
        if size > MAX_TEXT_BYTES:
            raise CorpusError(f"{path}: {size / 1e6:.0f} MB; texts up to {MAX_TEXT_BYTES / 1e6:.0f} MB are read.")
        data = path.read_bytes()
    except OSError as error:
        raise CorpusError(f"{path}: cannot be read: {error.strerror or error}") from error
    text, encoding = decode(data, path)
    plain = Document(name, text, hashlib.sha256(data).hexdigest(), encoding)
    return replace(plain, bibliography=bibliographies.get(name) or bibliography.read_from_text(read(plain)))


_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes, path: Path) -> tuple[str, str]:
    """The text of a file and the name of its encoding; a byte-order mark of UTF-8 stays in the text, as offsets count it.

    Raises CorpusError for binary files and broken encodings, naming the place.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16"), "utf-16"
        except UnicodeDecodeError as error:
            raise CorpusError(f"{path}: broken UTF-16 at byte {error.start}.") from error
    if b"\x00" in data[:65536] or data.startswith((b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xd0\xcf\x11\xe0")):
        raise CorpusError(f"{path}: a binary file, not a text. Texts are read as {', '.join(SUFFIXES)}.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = _gb18030(data, path, error)
        return text, "gb18030"
    if len(_CONTROL.findall(text)) > 0.001 * len(text) + 2:
        raise CorpusError(f"{path}: full of control characters; this does not look like a text.")
    return text, "utf-8"


def _gb18030(data: bytes, path: Path, utf8_error: UnicodeDecodeError) -> str:
    """Decode as GB18030 where the result looks like Chinese; a damaged UTF-8 file would decode to rare characters."""
    line = data.count(b"\n", 0, utf8_error.start) + 1
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        raise CorpusError(
            f"{path}: neither UTF-8 (byte {utf8_error.start}, line {line}) nor GB18030 (byte {error.start}). "
            "Save it as UTF-8."
        ) from error
    foreign = [c for c in text if c > "\x7f"]
    usual = sum(_is_usual(c) for c in foreign)
    if usual < 0.8 * len(foreign):
        raise CorpusError(f"{path}: broken UTF-8 at byte {utf8_error.start}, line {line}. Save it as UTF-8 anew.")
    return text


def _is_usual(character: str) -> bool:
    """In GB 2312 or Big5, the repertoires of ordinary simplified and traditional texts."""
    for codec in ("gb2312", "big5"):
        try:
            character.encode(codec)
        except UnicodeEncodeError:
            continue
        return True
    return False


def hashes(folders: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """The SHA-256 of every readable file below the folders, to find texts again by their content."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.stat().st_size <= MAX_TEXT_BYTES:
                yield hashlib.sha256(path.read_bytes()).hexdigest(), path
