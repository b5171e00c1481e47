"""What a loader hands on: the canonical text of a file, which all offsets count into."""

import hashlib
import re
from pathlib import Path
from typing import Final

from borderkg.corpus.sheets import Sheet
from borderkg.errors import CorpusError
from borderkg.records import record
from borderkg.settings import MAX_CANONICAL_TEXT


@record
class Loaded:
    """A file as a text. The same bytes give the same text."""

    text: str
    encoding: str
    """How the bytes were read: `utf-8`, `utf-16`, `gb18030`, `big5hkscs`, or the format where that settles it (`docx`, `pdf`)."""

    sha256: str
    """What the text is known by: the hash of the file where that is the text itself, else of the canonical text in UTF-8.

    Whoever opens a passage finds it under the same hash only if the same offsets lead to the same words.
    """

    sheets: tuple[Sheet, ...] = ()
    """Of a PDF, its sheets, with what stands where."""

    title: str = ""
    """Of a web page, what its `title` says; no part of the text."""


_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def canonical(text: str, encoding: str, path: Path) -> Loaded:
    """The text that a loader made, cleaned of what no text holds: control characters and halves of characters.

    Raises CorpusError where it is longer than any text that is read.
    """
    if len(text) > MAX_CANONICAL_TEXT:
        raise CorpusError(
            f"{path}: {len(text) / 1e6:.0f} million characters of text; up to {MAX_CANONICAL_TEXT / 1e6:.0f} million are read. "
            "Split the file."
        )
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    clean = _CONTROL.sub("", whole)
    return Loaded(clean, encoding, hashlib.sha256(clean.encode()).hexdigest())
