"""CSV and TSV: the rows of a table, parted by a mark that is found out, in the encodings of plain text."""

import csv
import io
from collections import Counter
from pathlib import Path
from typing import Final

from borderkg.corpus.formats import pipes, plain
from borderkg.corpus.formats.loaded import Loaded, canonical
from borderkg.corpus.formats.pipes import Spanned
from borderkg.errors import CorpusError

_MARKS: Final = ("\t", ",", ";", "，")
_SAMPLE: Final = 50
"""Rows that are looked at to find the mark out."""


def load(data: bytes, path: Path) -> Loaded:
    """The table as rows between bars. Raises CorpusError for what is no text or no table."""
    found, encoding = rows(data, path)
    table = pipes.lines(pipes.spread([[Spanned(field) for field in row] for row in found], path))
    return canonical("\n\n".join(part.text for part in table) + "\n", encoding, path)


def rows(data: bytes, path: Path) -> tuple[list[list[str]], str]:
    """The rows of the file, empty ones too, and its encoding. Raises CorpusError as `load` does."""
    raw, encoding = plain.decode(data, path)
    text = raw.removeprefix("\ufeff")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_mark(text), strict=True)
    try:
        return [[field.strip() for field in row] for row in reader], encoding
    except csv.Error as error:
        raise CorpusError(f"{path}: line {reader.line_num}: {error}. Is a quotation mark left open?") from error


def _mark(text: str) -> str:
    """The mark that parts the most rows into the same number of cells; a comma where none does."""
    sample = text.splitlines()[:_SAMPLE]

    def agreeing(mark: str) -> tuple[int, int]:
        try:
            widths = Counter(len(row) for row in csv.reader(sample, delimiter=mark) if len(row) > 1)
        except csv.Error:
            return 0, 0
        width, rows = widths.most_common(1)[0] if widths else (0, 0)
        return rows, width

    return max(_MARKS, key=lambda mark: (agreeing(mark), mark == ","))
