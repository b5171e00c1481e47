"""The texts themselves, kept beside a store by their hash, and for print what stands where on which sheet.

`texts/SHA256` holds the bytes that have this hash: those of a text file, or the text that was made of another file, in UTF-8.
`texts/SHA256.sheets` holds the sheets of a PDF, and the hash of its file. They are no part of any version and of no release:
the folder is for its owner alone, as the texts may belong to others.
"""

import gzip
import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from borderkg.corpus.formats import plain
from borderkg.corpus.sheets import Box, Sheet
from borderkg.errors import CorpusError

FOLDER: Final = "texts"
_FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class Print:
    """The sheets that a text is printed on."""

    file: str
    """The SHA-256 of the PDF, which may since have been moved or changed."""
    sheets: tuple[Sheet, ...]


class Kept:
    """The texts that are kept beside one store."""

    def __init__(self, root: Path) -> None:
        self._folder = root / FOLDER

    def keep(self, sha256: str, text: str, path: Path, sheets: tuple[Sheet, ...] = ()) -> None:
        """Keep a text that was read from a file; nothing where neither text nor file has the hash."""
        if not (self._folder / sha256).is_file():
            data = text.encode()
            if _hash(data) != sha256:
                data = path.read_bytes()
            if _hash(data) != sha256:
                return
            self._write(sha256, data)
        if sheets:
            file = _hash(path.read_bytes())
            known = self.print_of(sha256)
            if known is None or known.file != file:
                self._write(f"{sha256}.sheets", _packed(Print(file, sheets)))

    def text(self, sha256: str) -> str | None:
        """The text with this hash, or None where it is not kept or damaged."""
        try:
            data = (self._folder / sha256).read_bytes()
        except OSError:
            return None
        if _hash(data) != sha256:
            return None
        try:
            return data.decode()
        except UnicodeDecodeError:
            pass
        try:
            return plain.decode(data, self._folder / sha256)[0]
        except CorpusError:
            return None

    def print_of(self, sha256: str) -> Print | None:
        """Where a text is printed; None where it is no print, or its sheets are not kept or damaged."""
        try:
            packed = (self._folder / f"{sha256}.sheets").read_bytes()
            return _unpacked(json.loads(gzip.decompress(packed)))
        except (OSError, EOFError, ValueError, TypeError, KeyError, IndexError):
            return None

    def _write(self, name: str, data: bytes) -> None:
        """In one step; nobody but the owner may read it."""
        self._folder.mkdir(mode=0o700, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".tmp-", dir=self._folder)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).replace(self._folder / name)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _packed(printed: Print) -> bytes:
    """As JSON, compressed: of each sheet its size, and six numbers a box, each start counted from the one before."""
    sheets = [[sheet.width, sheet.height, list(_numbers(sheet.boxes))] for sheet in printed.sheets]
    record = {"format": _FORMAT, "file": printed.file, "sheets": sheets}
    return gzip.compress(json.dumps(record, separators=(",", ":")).encode(), mtime=0)


def _numbers(boxes: Iterable[Box]) -> Iterator[int]:
    before = 0
    for box in boxes:
        yield from (box.start - before, box.end - box.start)
        yield from (box.left, box.top, box.right - box.left, box.bottom - box.top)
        before = box.start


def _unpacked(record: Any) -> Print | None:
    if record["format"] != _FORMAT:
        return None
    return Print(str(record["file"]), tuple(Sheet(w, h, tuple(_boxes(numbers))) for w, h, numbers in record["sheets"]))


def _boxes(numbers: list[int]) -> Iterator[Box]:
    start = 0
    for i in range(0, len(numbers), 6):
        step, length, left, top, width, height = numbers[i : i + 6]
        start += step
        yield Box(start, start + length, left, top, left + width, top + height)
