"""Where the texts lie on this machine: the graph holds offsets and hashes, the passages are read from the user's files.

`texts.json` beside the versions maps the SHA-256 of a file to its path, and says as which kind it was read. It is no part
of any version: moving a folder changes no graph.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from borderkg.corpus.formats.loader import load
from borderkg.errors import CorpusError, StoreError

FILE: Final = "texts.json"


@dataclass(frozen=True, slots=True)
class Attached:
    """Where a text lies, and how it became a text: read as `kind` (an extension), it had `length` code points.

    Of a text whose length is another today, the loader has changed: its passages do not open, rather than at the wrong place.
    """

    path: Path
    kind: str = ""
    length: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """An evidence range with its words and some of what stands around it."""

    before: str
    words: str
    after: str


class Texts:
    """The texts that are attached to a store."""

    def __init__(self, root: Path) -> None:
        self._path = root / FILE
        self._cache: dict[str, str] = {}

    def paths(self) -> dict[str, Path]:
        return {key: attached.path for key, attached in self._attached().items()}

    def _attached(self) -> dict[str, Attached]:
        if not self._path.is_file():
            return {}
        try:
            entries = json.loads(self._path.read_text("utf-8"))
            return {key: _entry(value) for key, value in entries.items()}
        except (OSError, ValueError, TypeError, LookupError, AttributeError) as error:
            raise StoreError(f"{self._path}: damaged; attach the texts anew: borderkg attach FOLDER") from error

    def attach(self, found: Mapping[str, Attached]) -> None:
        """Remember where texts lie, by hash; what was known of others stays."""
        entries = {**self._attached(), **found}
        written = {
            key: {"path": str(entry.path.resolve()), "kind": entry.kind, "length": entry.length}
            for key, entry in entries.items()
        }
        temporary = self._path.with_suffix(".tmp")
        temporary.write_text(json.dumps(written, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
        temporary.replace(self._path)

    def text(self, sha256: str) -> str | None:
        """The text with this hash, or None where it is not attached, has moved, or has changed."""
        if sha256 in self._cache:
            return self._cache[sha256]
        entry = self._attached().get(sha256)
        if entry is None:
            return None
        try:
            data = entry.path.read_bytes()
        except OSError:
            return None
        if hashlib.sha256(data).hexdigest() != sha256:
            return None
        try:
            text = load(data, entry.path, entry.kind).text
        except CorpusError:
            return None
        if entry.length not in (None, len(text)):
            return None
        self._cache[sha256] = text
        return text

    def passage(self, sha256: str, start: int, end: int, around: int = 60) -> Passage | None:
        """The passage of an evidence range, or None where the text is not at hand."""
        text = self.text(sha256)
        if text is None or not 0 <= start < end <= len(text):
            return None
        return Passage(text[max(0, start - around) : start], text[start:end], text[end : end + around])


def _entry(value: Any) -> Attached:
    """An entry of the file; stores of earlier versions hold the path alone."""
    if isinstance(value, str):
        return Attached(Path(value))
    return Attached(Path(value["path"]), value["kind"], value["length"])
