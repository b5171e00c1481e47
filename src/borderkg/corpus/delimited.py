"""Tables whose cells are parted by a mark: Markdown, tabs, or single blanks between words and numbers."""

import re
from collections.abc import Sequence

from borderkg.corpus.cells import Cell, Label, cell
from borderkg.corpus.grid import Grid
from borderkg.corpus.lines import Line


def read(lines: Sequence[Line]) -> Grid:
    rows = []
    for line in lines:
        text, start = line.text, line.start
        if "\t" in text:
            rows.append(_split(text, "\t", start))
        elif "|" not in text:
            rows.append([cell(m[0], start + m.start()) for m in re.finditer(r"\S+", text)])
        else:
            if re.fullmatch(r"[|\s:+-]+", text):
                continue
            rows.append(_split(text.strip("|"), "|", start + (1 if text.startswith("|") else 0)))
    width = max(len(row) for row in rows)
    # The blanks at the head of a line went with its indentation: a shorter row has lost its leading, merged cells.
    rows = [[Cell("", row[0].start, row[0].start)] * (width - len(row)) + row for row in rows]
    header = tuple(Label(c.text, ((c.start, c.end),)) for c in rows[0])
    body: list[tuple[Cell | None, ...]] = []
    above: list[Cell | None] = [None] * width
    for row in rows[1:]:
        if [c.text for c in row] == [label.text for label in header]:
            continue
        filled: list[Cell | None] = []
        leading = True
        for i, c in enumerate(row):
            if c.text:
                leading = False
                filled.append(c)
                continue
            before = above[i]
            # A cell merged downwards is printed once: the label carries on, a number does not.
            filled.append(before if leading and before is not None and before.number is None else None)
        above = filled
        body.append(tuple(filled))
    return header, tuple(body), False


def _split(text: str, mark: str, start: int) -> list[Cell]:
    parts = []
    for piece in text.split(mark):
        parts.append(cell(piece, start))
        start += len(piece) + 1
    return parts
