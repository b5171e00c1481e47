"""Word documents: paragraphs, headings and tables in their order, as they read once every tracked change is accepted."""

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any, Final

from borderkg.corpus.formats import notes, pipes
from borderkg.corpus.formats.loaded import Loaded, canonical
from borderkg.corpus.formats.pipes import Spanned
from borderkg.errors import CorpusError
from borderkg.settings import MAX_UNPACKED_BYTES

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOT_READ: Final = {_W + tag for tag in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "rt")} | {_FALLBACK}
"""Tracked deletions, formatting, the formulas behind fields, the reading beside a character, a drawing's second form."""

_NOTES: Final = ("footnote", "endnote")
_SIGNS: Final = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
_TITLES: Final = {"title", "标题"}
_CONTENTS: Final = re.compile(r"(?:toc|目录)\s*\d")


def load(data: bytes, path: Path) -> Loaded:
    """The text of a document. Raises CorpusError where it is damaged, encrypted, of another kind, or blown up beyond measure."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise CorpusError(f"{path}: an old or an encrypted Office file. Remove the password and save it as .docx.")
    if not data.startswith(b"PK"):
        raise CorpusError(f"{path}: not a Word document (.docx), whatever its name says. Save it as .docx anew.")
    _measured(data, path)
    import docx

    try:
        document = docx.Document(io.BytesIO(data))
        return canonical(_Writer(document, path).text(), "docx", path)
    except CorpusError:
        raise
    except Exception as error:  # a damaged package makes python-docx raise whatever its parts raise
        raise CorpusError(
            f"{path}: damaged, or not a Word document ({type(error).__name__}). Save it as .docx anew."
        ) from error


def _measured(data: bytes, path: Path) -> None:
    """Refuse what would unpack to more than a document holds; no part unpacks to more than its entry says."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
        raise CorpusError(f"{path}: a damaged Word document: {error}. Save it as .docx anew.") from error
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MAX_UNPACKED_BYTES:
        raise CorpusError(
            f"{path}: unpacks to {unpacked / 1e6:.0f} MB; up to {MAX_UNPACKED_BYTES / 1e6:.0f} MB are read. "
            "Save it without its pictures, or split it."
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise CorpusError(f"{path}: encrypted. Remove the password.")


class _Writer:
    def __init__(self, document: Any, path: Path) -> None:
        self.path = path
        self.body = document.element.body
        self.levels, self.contents = _styles(document)
        self.notes = {(kind, key): note for kind in _NOTES for key, note in _notes(document, kind).items()}
        self.cited: dict[tuple[str, str], int] = {}
        """The notes in the order of their marks, each with its number."""

    def text(self) -> str:
        paragraphs = list(self._blocks(self.body))
        written = 0
        while written < len(self.cited):  # a note may cite a note
            for key, number in list(self.cited.items())[written:]:
                paragraphs.append(notes.note(number, self._running(self.notes[key])))
                written = number
        return "\n\n".join(paragraphs) + "\n"

    def _running(self, container: Any) -> str:
        """All that stands in an element, as running words."""
        return " ".join(chain.from_iterable(map(str.split, self._blocks(container))))

    def _blocks(self, container: Any) -> Iterator[str]:
        """The paragraphs below an element: those of content controls and insertions too, in their order."""
        for child in container:
            if child.tag == _W + "p":
                yield from self._paragraph(child)
            elif child.tag == _W + "tbl":
                yield from self._table(child)
            elif child.tag not in _NOT_READ:
                yield from self._blocks(child)

    def _paragraph(self, paragraph: Any) -> Iterator[str]:
        pieces: list[str] = []
        boxes: list[Any] = []
        self._words(paragraph, pieces, boxes, False)
        lines = [" ".join(line.split()) for line in "".join(pieces).split("\n")]
        text = "\n".join(filter(None, lines))
        style = _value(paragraph, "pPr", "pStyle")
        level = _level(paragraph.find(_W + "pPr")) or self.levels.get(style, 0)
        if text and style in self.contents:
            yield re.sub(r"\s*(\d*)$", r" …… \1", " ".join(text.split()), count=1)
        elif text and level:
            yield "#" * min(level, 6) + " " + " ".join(text.split())
        elif text:
            yield ("- " if paragraph.find(f"{_W}pPr/{_W}numPr") is not None else "") + text
        for box in boxes:
            yield from self._blocks(box)

    def _words(self, element: Any, pieces: list[str], boxes: list[Any], raised: bool) -> None:
        """Gather the words of runs, wherever links, fields, controls and insertions keep them; text boxes stand behind."""
        for child in element:
            tag = child.tag
            if tag in _NOT_READ or not isinstance(tag, str):
                continue
            name = tag.rpartition("}")[2]
            if tag in (_W + "t", _M + "t"):
                words = child.text or ""
                pieces.append(notes.raised(words, _last(pieces)) if raised else words)
            elif tag.startswith(_W) and name in _SIGNS:
                pieces.append(_SIGNS[name])
            elif (kind := name.removesuffix("Reference")) in _NOTES and kind != name:
                self._mark(child, kind, pieces)
            elif name == "txbxContent":
                boxes.append(child)
            elif tag == _W + "r":
                if child.find(f"{_W}rPr/{_W}vanish") is None:
                    self._words(child, pieces, boxes, _value(child, "rPr", "vertAlign") == "superscript")
            else:
                self._words(child, pieces, boxes, raised)

    def _mark(self, reference: Any, kind: str, pieces: list[str]) -> None:
        key = kind, reference.get(_W + "id")
        if key in self.notes:
            pieces.append(notes.mark(self.cited.setdefault(key, len(self.cited) + 1)))

    def _table(self, table: Any) -> Iterator[str]:
        """A table; one that holds tables, or one cell a row, only lays out the page and is written as paragraphs."""
        rows = [row for row in table.iter(_W + "tr") if row.find(f"{_W}trPr/{_W}del") is None]
        nested = next(iter(table.iterdescendants(_W + "tbl")), None) is not None
        if nested or all(len(row.findall(_W + "tc")) < 2 for row in rows):
            yield from self._blocks(table)
            return
        heads = sum(row.find(f"{_W}trPr/{_W}tblHeader") is not None for row in rows)
        yield from (part.text for part in pipes.lines(pipes.spread(self._rows(rows), self.path), heads))

    def _rows(self, rows: list[Any]) -> list[list[Spanned]]:
        """Cells by rows. A cell merged downwards is repeated: the table keeps one object for all its places."""
        laid: list[list[Spanned]] = []
        above: dict[int, Spanned] = {}
        for row in rows:
            line = [Spanned("")] * _count(row, "trPr", "gridBefore", 0)
            for cell in row.iter(_W + "tc"):
                across = _count(cell, "tcPr", "gridSpan", 1)
                merge = cell.find(f"{_W}tcPr/{_W}vMerge")
                column = len(line)
                if merge is not None and merge.get(_W + "val") != "restart" and column in above:
                    spanned = above[column]
                else:
                    spanned = Spanned(self._running(cell))
                if merge is not None:
                    above[column] = spanned
                else:
                    above.pop(column, None)
                line += [spanned] * across
            laid.append(line)
        return laid


def _last(pieces: list[str]) -> str:
    return "".join(pieces[-3:]).rstrip()[-1:]


def _value(element: Any, part: str, name: str) -> str:
    """The value of a property of a paragraph, run, row or cell; empty where it is not set."""
    found = element.find(f"{_W}{part}/{_W}{name}")
    return "" if found is None else found.get(_W + "val") or ""


def _count(element: Any, part: str, name: str, otherwise: int) -> int:
    value = _value(element, part, name)
    return min(int(value), 1000) if value.isdecimal() and len(value) <= 5 else otherwise


def _level(properties: Any) -> int:
    """The heading level that a paragraph's or style's outline gives; 0 for body text."""
    found = None if properties is None else properties.find(_W + "outlineLvl")
    value = "" if found is None else found.get(_W + "val") or ""
    return int(value) + 1 if value in tuple("012345678") else 0


def _styles(document: Any) -> tuple[dict[str, int], set[str]]:
    """The heading level of every paragraph style that has one, and the styles of a table of contents, by identifier."""
    styles = {style.get(_W + "styleId") or "": style for style in document.styles.element.findall(_W + "style")}
    names = {key: _name(style) for key, style in styles.items()}
    levels = {key: 1 for key, name in names.items() if name in _TITLES}
    for key in styles.keys() - levels.keys():
        above, seen = key, set()
        while above in styles and above not in seen:
            seen.add(above)
            if level := _level(styles[above].find(_W + "pPr")):
                levels[key] = level
                break
            based = styles[above].find(_W + "basedOn")
            above = "" if based is None else based.get(_W + "val") or ""
    return levels, {key for key, name in names.items() if _CONTENTS.match(name)}


def _name(style: Any) -> str:
    found = style.find(_W + "name")
    return "" if found is None else (found.get(_W + "val") or "").lower()


def _notes(document: Any, kind: str) -> dict[str, Any]:
    """The footnotes or endnotes by their identifiers; Word's own separator lines are none."""
    from docx.oxml.parser import parse_xml

    for relation in document.part.rels.values():
        if relation.reltype.endswith(f"/{kind}s") and not relation.is_external:
            entries = parse_xml(relation.target_part.blob).findall(_W + kind)
            return {entry.get(_W + "id"): entry for entry in entries if not entry.get(_W + "type")}
    return {}
