"""The texts of this machine: the graph holds offsets and hashes, the words are read from the texts, which lie beside it.

A text that was read is kept by its hash (`kept`); `texts.json` beside the versions maps the hash to the path of its file. Both
are no part of any version: moving a folder changes no graph.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from borderkg.corpus.formats.loader import load
from borderkg.corpus.sheets import Sheet
from borderkg.errors import CorpusError, StoreError
from borderkg.graph.kept import Kept

FILE: Final = "texts.json"


@dataclass(frozen=True, slots=True)
class Passage:
    """An evidence range with its words and some of what stands around it."""

    before: str
    words: str
    after: str
    page: int | None = None
    """The page of the file that it begins on, counted from 1, where the text tells its pages apart (by form feeds)."""

    @property
    def marked(self) -> str:
        """On one line, the words marked: …前文【原文】后文…"""
        return "".join(f"…{self.before}【{self.words}】{self.after}…".split())

    @property
    def sentence(self) -> str:
        """On one line, no more than the sentences that the words stand in, the words marked."""
        begun = _END.split(self.before)[-1]
        end = _END.search(self.after)
        rest = self.after[: end.end()] if end else self.after
        ended = any(found.end() == len(self.words.rstrip()) for found in _END.finditer(self.words))
        return "".join(f"{begun}【{self.words}】{'' if ended else rest}".split())


_END: Final = re.compile(r"[。！？；]|\n\s*\n|\f|(?<=\|)\n")
"""Of a sentence, or of what is none: a title, a row of a table."""


class Texts:
    """The texts that are attached to a store."""

    def __init__(self, root: Path) -> None:
        self._path = root / FILE
        self.kept: Final = Kept(root)
        self._cache: dict[str, str] = {}
        self._changed: dict[str, int] = {}
        """When a file was last written that turned out not to hold its text: it is not opened again for every passage."""

    def paths(self) -> dict[str, Path]:
        if not self._path.is_file():
            return {}
        try:
            entries = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise StoreError(f"{self._path}: damaged; attach the texts anew: borderkg attach FOLDER") from error
        return {key: Path(value) for key, value in entries.items()}

    def attach(self, found: Mapping[str, Path]) -> None:
        """Remember where texts lie, by hash; what was known of others stays."""
        entries = {key: str(path) for key, path in self.paths().items()}
        entries.update({key: str(path.resolve()) for key, path in found.items()})
        temporary = self._path.with_suffix(".tmp")
        temporary.write_text(json.dumps(entries, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
        temporary.replace(self._path)

    def keep(self, sha256: str, text: str, path: Path, sheets: tuple[Sheet, ...] = ()) -> None:
        """Keep a text itself too, with its sheets where it is print, so that it opens wherever its file goes."""
        self.kept.keep(sha256, text, path, sheets)

    def text(self, sha256: str) -> str | None:
        """The text with this hash: the one that is kept, else its file's; None where that is gone or has changed."""
        if sha256 not in self._cache:
            text = self.kept.text(sha256)
            if text is None:
                text = self._of_file(sha256)
            if text is None:
                return None
            self._cache[sha256] = text
        return self._cache[sha256]

    def file(self, sha256: str) -> Path | None:
        """The file that a text was read from, where it still holds the text."""
        return None if self._of_file(sha256) is None else self.paths()[sha256]

    def _of_file(self, sha256: str) -> str | None:
        path = self.paths().get(sha256)
        if path is None:
            return None
        try:
            written = path.stat().st_mtime_ns
            if self._changed.get(sha256) == written:
                return None
            loaded = load(path.read_bytes(), path)
        except OSError:
            return None
        except CorpusError:
            loaded = None
        if loaded is None or loaded.sha256 != sha256:
            self._changed[sha256] = written
            return None
        return loaded.text

    def passage(self, sha256: str, start: int, end: int, around: int = 60) -> Passage | None:
        """The passage of an evidence range, or None where the text is not at hand."""
        text = self.text(sha256)
        if text is None or not 0 <= start < end <= len(text):
            return None
        page = text.count("\f", 0, start) + 1 if "\f" in text else None
        return Passage(text[max(0, start - around) : start], text[start:end], text[end : end + around], page)
