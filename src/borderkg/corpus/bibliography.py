"""How each text is cited: `sources.yaml` beside the texts, or what the text says of itself."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import yaml

from borderkg.corpus.document import Bibliography, Document
from borderkg.corpus.page import Kind
from borderkg.corpus.sections import Reading
from borderkg.errors import CorpusError

SOURCES_FILE: Final = "sources.yaml"
UNKNOWN: Final = Bibliography()
_TEXT_FIELDS: Final = ("title", "title_en", "container", "issue", "pages", "licence")
_KNOWN: Final = {*_TEXT_FIELDS, "author", "year", "type", "data_sources", "note"}


def load(folder: Path) -> dict[str, Bibliography]:
    """The bibliography of a corpus folder, by file name; empty where it has no `sources.yaml`.

    Raises CorpusError naming file and entry where the file is malformed.
    """
    path = folder / SOURCES_FILE
    return load_file(path) if path.is_file() else {}


def load_file(path: Path) -> dict[str, Bibliography]:
    """The bibliography in a file. Raises CorpusError naming file and entry where it is missing or malformed."""
    if path.is_dir():
        raise CorpusError(f"{path}: is a folder; give the file in it that is the bibliography.")
    if not path.is_file():
        raise CorpusError(f"{path}: no such file.")
    try:
        entries = yaml.safe_load(path.read_text("utf-8")) or {}
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path}: not readable as YAML in UTF-8: {' '.join(str(error).split())}") from error
    if not isinstance(entries, dict):
        raise CorpusError(f"{path}: expected a mapping from file name to its bibliography")
    return {str(name): entry(path, str(name), fields) for name, fields in entries.items()}


def entry(path: Path, name: str, fields: object) -> Bibliography:
    """One entry. Raises CorpusError where it has an unknown or ill-typed field."""
    if not isinstance(fields, Mapping):
        raise CorpusError(f"{path}: {name}: expected fields (title, author, year, …)")
    unknown = sorted(set(map(str, fields)) - _KNOWN)
    if unknown:
        raise CorpusError(f"{path}: {name}: unknown field {', '.join(unknown)}; known are {', '.join(sorted(_KNOWN))}")
    year = fields.get("year")
    if year is not None and not (isinstance(year, int) and 1000 <= year <= 2200):
        raise CorpusError(f"{path}: {name}: year must be a number such as 2022, not {year!r}")
    texts = {field: str(fields.get(field) or "") for field in _TEXT_FIELDS}
    return Bibliography(
        **texts,
        authors=_list(fields.get("author")),
        year=year,
        kind=str(fields.get("type") or ""),
        data_sources=_list(fields.get("data_sources")),
        read_from=SOURCES_FILE,
    )


def _list(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(str(item) for item in value) if isinstance(value, list) else (str(value),)


_MARKED_TITLE: Final = re.compile(r"^(?:标题|题目|书名|文件名称)\s*:\s*(.{4,60})$")
_MARKED_AUTHOR: Final = re.compile(r"^(?:作者|著者|编者|记者)\s*[:/]\s*(.{2,30})$")
_MARKED_DATE: Final = re.compile(r"^(?:发布|发文|成文|出版|刊发)(?:日期|时间)\s*:\s*((?:19|20)\d\d)")
_MARKED_UP: Final = frozenset({".md", ".html", ".htm", ".docx"})
"""Files in which the writer, not a converter of pages, says what is a heading of the first level."""

_OF_A_PART: Final = re.compile(
    r"(?:目\s*[录次]|摘\s*要|前\s*言|引\s*言|导\s*[论言]|绪\s*论|序\s*言?|正\s*文|附\s*[录件]|首\s*页)\d*"
)
_LONGEST_TITLE: Final = 60
_EDITION: Final = re.compile(r"版\s*次\s*/\s*((?:19|20)\d\d)\s*年")


def read_from_text(reading: Reading) -> Bibliography:
    """What a text says of itself: its title (first heading or marked line, else what a page is headed in its browser), marked
    author and date.

    Author lines without a mark are not guessed at.
    """
    title, year = "", None
    explicit = Path(reading.document.name).suffix.lower() in _MARKED_UP
    authors: tuple[str, ...] = ()
    for position, placed in enumerate(reading.placed[:40]):
        for line in placed.block.lines:
            text = line.squeezed
            if ":" not in text and "/" not in text:
                continue  # every mark ends in one of them
            if match := _MARKED_TITLE.match(text):
                title = title or match[1]
            elif match := _MARKED_AUTHOR.match(text):
                authors = authors or tuple(part for part in re.split(r"[、,;等]", match[1]) if len(part) >= 2)
            elif match := _MARKED_DATE.match(text) or _EDITION.match(text):
                year = year or int(match[1])
        if not title and position < 3 and placed.block.kind is Kind.HEADING:
            text, mark = placed.block.text.text, placed.block.enumerator
            if explicit and mark and mark.style == "hash1":
                title = "" if _OF_A_PART.fullmatch(text) else text
            elif 8 <= len(text) <= _LONGEST_TITLE and (mark is None or mark.style == "hash1"):
                title = text
    title = title or reading.document.title
    found = bool(title or authors or year)
    return Bibliography(title=title, authors=authors, year=year, read_from="text" if found else "")


def describe(document: Document) -> str:
    """How a document is named where it is shown: its citation, else its file name."""
    return document.bibliography.citation() or document.name
