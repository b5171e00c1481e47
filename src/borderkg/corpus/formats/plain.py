"""Plain text and Markdown: the text is the file, byte for byte, in UTF-8, UTF-16, GB18030 or, where it is certain, Big5."""

import hashlib
from pathlib import Path
from typing import Final

from borderkg.corpus.formats.loaded import Loaded
from borderkg.errors import CorpusError

_CONTROL: Final = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)])
_MAGIC: Final = {
    b"%PDF": "a PDF; give it the extension .pdf",
    b"PK\x03\x04": "a zip file; give it the extension .docx if it is of Word",
    b"\xd0\xcf\x11\xe0": "an old Office file; save it as .docx",
    b"\x89PNG": "a picture; have its text recognised (OCR) first",
}

_BIG5: Final = "big5hkscs"
_ENOUGH: Final = 8
"""Characters below which chance may make Big5 of anything."""


def load(data: bytes, path: Path) -> Loaded:
    """The text of a file, known by the hash of its bytes. Raises CorpusError as `decode` does."""
    text, encoding = decode(data, path)
    return Loaded(text, encoding, hashlib.sha256(data).hexdigest())


def decode(data: bytes, path: Path) -> tuple[str, str]:
    """The characters of a file and the name of its encoding; a byte-order mark of UTF-8 stays, as offsets count it.

    Raises CorpusError for binary files and broken encodings, naming the place.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16"), "utf-16"
        except UnicodeDecodeError as error:
            raise CorpusError(f"{path}: broken UTF-16 at byte {error.start}.") from error
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise CorpusError(f"{path}: a binary file, not a text: {what}.")
    if b"\x00" in data[:65536]:
        raise CorpusError(f"{path}: a binary file, not a text. Save what it says as text in UTF-8.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _chinese(data, path, error)
    if len(data) - len(data.translate(None, _CONTROL)) > 0.001 * len(text) + 2:
        raise CorpusError(f"{path}: full of control characters; this does not look like a text.")
    return text, "utf-8"


def _chinese(data: bytes, path: Path, utf8_error: UnicodeDecodeError) -> tuple[str, str]:
    """Decode as GB18030 or Big5 where the result looks like Chinese; a damaged UTF-8 file would decode to rare characters."""
    line = data.count(b"\n", 0, utf8_error.start) + 1
    broken = 0
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        text, broken = "", error.start
    if text and looks_usual(text):
        return text, "gb18030"
    traditional = _big5(data)
    if traditional and _is_surely_big5(traditional):
        return traditional, _BIG5
    way_out = "Save it as UTF-8" + (
        f"; if it is in Big5: iconv -f BIG5-HKSCS -t UTF-8 {path.name} > new{path.suffix}" if traditional else " anew."
    )
    if not text:
        raise CorpusError(
            f"{path}: neither UTF-8 (byte {utf8_error.start}, line {line}) nor GB18030 (byte {broken}). {way_out}"
        ) from utf8_error
    raise CorpusError(f"{path}: broken UTF-8 at byte {utf8_error.start}, line {line}. {way_out}") from utf8_error


def _big5(data: bytes) -> str:
    try:
        return data.decode(_BIG5)
    except UnicodeDecodeError:
        return ""


def _is_surely_big5(text: str) -> bool:
    """Whether characters that may be of Big5 are such as people write: nine in ten punctuation or of its first level, which
    holds the common characters. The bytes of Chinese in UTF-8 would be of the second level, or of none."""
    leads = [encoded[0] for c in text if c > "\x7f" and len(encoded := c.encode(_BIG5)) == 2]
    return len(leads) >= _ENOUGH and sum(0xA1 <= lead <= 0xC6 for lead in leads) >= 0.9 * len(leads)


def looks_usual(text: str) -> bool:
    """Whether a decoded text is one that somebody wrote: of its characters beyond ASCII, four in five are usual ones."""
    foreign = [c for c in text if c > "\x7f"]
    return sum(_is_usual(c) for c in foreign) >= 0.8 * len(foreign)


def _is_usual(character: str) -> bool:
    """In GB 2312 or Big5, the repertoires of ordinary simplified and traditional texts."""
    for codec in ("gb2312", "big5"):
        try:
            character.encode(codec)
        except UnicodeEncodeError:
            continue
        return True
    return False
