"""A table with its cells: each with the row and column of the file, and its place in the canonical text."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from borderkg.corpus.document import Bibliography, Document
from borderkg.corpus.formats import parquet, separated
from borderkg.corpus.formats.loader import load
from borderkg.errors import CorpusError, MappingError
from borderkg.extraction.marking.gazetteer import squeeze
from borderkg.records import record
from borderkg.settings import MAX_TEXT_BYTES

_ROWS: Final = {".csv": separated.rows, ".tsv": separated.rows, ".parquet": parquet.rows}


@record
class Cell:
    """A cell that says something. Rows and columns are counted from 1 as a spreadsheet does, the head being a row;
    `start` and `end` are code points of the canonical text."""

    text: str
    row: int
    column: int
    start: int
    end: int


@record
class Table:
    """The document that a table is, its head, and its rows; a cell is None where it is empty."""

    document: Document
    file_hash: str
    """SHA-256 of the file's bytes."""
    heads: tuple[Cell | None, ...]
    rows: tuple[tuple[Cell | None, ...], ...]

    @property
    def cells(self) -> Mapping[tuple[int, int], tuple[int, int]]:
        """Row and column by the range in the text."""
        return {
            (cell.start, cell.end): (cell.row, cell.column)
            for row in (self.heads, *self.rows)
            for cell in row
            if cell is not None
        }

    def column(self, name: str, where: str) -> int:
        """The place of a column in `heads` and rows. Raises MappingError where none, or several, bear the name."""
        found = [i for i, head in enumerate(self.heads) if head and squeeze(head.text) == squeeze(name)]
        if len(found) == 1:
            return found[0]
        there = ", ".join(head.text for head in self.heads if head)
        wrong = "several columns are called" if found else "no column is called"
        raise MappingError(f"{where}: {wrong} {name!r} in {self.document.name}; there are: {there}.")


def read(path: Path, about: Bibliography) -> Table:
    """Read a CSV, TSV or Parquet file. Raises CorpusError."""
    data, rows = _read(path)
    loaded = load(data, path)
    document = Document(path.name, loaded.text, loaded.sha256, loaded.encoding, about)
    lines = _lines(document, rows, path)
    return Table(document, hashlib.sha256(data).hexdigest(), lines[0], tuple(lines[1:]))


def rows_of(path: Path) -> list[list[str]]:
    """The rows of a CSV, TSV or Parquet file as texts, empty ones too. Raises CorpusError."""
    return _read(path)[1]


def _read(path: Path) -> tuple[bytes, list[list[str]]]:
    reader = _ROWS.get(path.suffix.lower())
    if reader is None:
        raise CorpusError(f"{path}: a table is read from {', '.join(_ROWS)}; save it as one of these.")
    try:
        if path.stat().st_size > MAX_TEXT_BYTES:
            raise CorpusError(f"{path}: files up to {MAX_TEXT_BYTES / 1e6:.0f} MB are read.")
        data = path.read_bytes()
    except OSError as error:
        raise CorpusError(f"{path}: cannot be read: {error.strerror or error}.") from error
    return data, reader(data, path)[0]


def _lines(document: Document, rows: list[list[str]], path: Path) -> list[tuple[Cell | None, ...]]:
    """The rows between bars, the head first. Every row of the file that is not empty is one line of the canonical text."""
    full = [(number, row) for number, row in enumerate(rows, 1) if any(row)]
    columns = sorted({i for _, row in full for i, text in enumerate(row) if text})
    found: list[tuple[Cell | None, ...]] = []
    position, numbers, ruled = 0, iter(full), False
    for line in document.text.split("\n"):
        if len(found) == 1 and not ruled:
            ruled = True  # the rule below the head, which is no row of the file
        elif line:
            number, _ = next(numbers)
            if line.startswith("| ") and line.endswith(" |"):
                found.append(_cells(line, number, columns, position))
        position += len(line) + 1
    if len(found) < 2:
        raise MappingError(f"{path}: no table: a row of heads and a row below it are needed, of two columns or more.")
    return found


def _cells(line: str, row: int, columns: list[int], start: int) -> tuple[Cell | None, ...]:
    cells: list[Cell | None] = []
    position = start + 2
    for column, text in zip(columns, line[2:-2].split(" | "), strict=True):
        cells.append(Cell(text, row, column + 1, position, position + len(text)) if text else None)
        position += len(text) + 3
    return tuple(cells)
