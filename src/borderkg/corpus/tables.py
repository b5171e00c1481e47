"""Tables: from blocks of lines to a header and rows of cells, whichever way the layout was flattened.

Read here: Markdown and tab-separated rows; a label and its cells on one line; one cell a line, column after column or
row after row; regression tables with the standard error in brackets behind or below the coefficient. A table whose
columns cannot be told with confidence is given no rows, and a warning says why.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from borderkg.corpus.cells import YEAR, Cell, Label, cell, join
from borderkg.corpus.layout import Block, Kind
from borderkg.corpus.lines import Line, Look, look
from borderkg.corpus.sections import Placed, Reading, Section


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `header[0]` stands over the first column; every row is as long as the header, `None` where a cell is
    empty."""

    number: str
    title: Label
    unit: str
    header: tuple[Label, ...]
    rows: tuple[tuple[Cell | None, ...], ...]
    regression: bool
    section: Section
    notes: tuple[Block, ...] = ()
    warning: str = ""


_NUMBERED: Final = re.compile(r"(?:续\s*)?表\s*(\d+(?:\s*[-—.]\s*\d+)*)\s*(?:[:.、]\s*)?")
_UNIT: Final = re.compile(r"\(?(?:计量)?单位:\s*([^()。;]+?)\)?$")
_CONTINUED: Final = re.compile(r"^(?:续表|\(续\)|续上表)[\d-]*$")


def tables(reading: Reading) -> list[Table]:
    """All tables of a document, in order, each with its caption and notes."""
    found: list[Table] = []
    for block, captions, notes, section in _with_captions(reading.placed):
        table = _parse(block, captions, notes, section)
        if found and _continues(found[-1], block, table):
            found[-1] = _append(found[-1], table)
        else:
            found.append(table)
    return found


def _with_captions(placed: Sequence[Placed]) -> list[tuple[Block, list[Block], list[Block], Section]]:
    """Give each table its caption (the one before it, or behind it where the one before belongs to another table)."""
    entries: list[tuple[Block, list[Block], list[Block], Section]] = []
    waiting: list[Block] = []
    notes: list[Block] = []
    last_was_caption = False
    for item in placed:
        block = item.block
        if block.kind is Kind.TABLE:
            entries.append((block, waiting, notes, item.section))
            waiting, notes = [], []
        elif block.kind is Kind.CAPTION:
            if block.text.text.startswith("图"):
                waiting = []
                last_was_caption = False
                continue
            if entries and not entries[-1][1] and not waiting and not last_was_caption:
                entries[-1][1].append(block)
            else:
                waiting.append(block)
        elif block.kind is Kind.NOTE:
            if waiting:
                notes.append(block)
            elif entries:
                entries[-1][2].append(block)
        elif block.kind is Kind.HEADING:
            waiting, notes = [], []
        last_was_caption = block.kind is Kind.CAPTION and bool(waiting)
    return entries


def _parse(block: Block, captions: Sequence[Block], notes: Sequence[Block], section: Section) -> Table:
    lines = [line for line in block.lines if not _CONTINUED.match(line.squeezed)]
    number, title, unit = _caption(captions)
    empty = Table(number, title, unit, (), (), False, section, tuple(notes))
    try:
        header, rows, regression = _grid(lines)
    except _UnalignedError as reason:
        where = f"table {number}" if number else f"table at offset {block.start}"
        return replace(empty, warning=f"{where} not read: {reason}")
    return replace(empty, header=header, rows=rows, regression=regression)


def _caption(captions: Sequence[Block]) -> tuple[str, Label, str]:
    number, unit, title = "", "", ""
    spans: list[tuple[int, int]] = []
    for caption in captions:
        text = caption.text.text
        if match := _UNIT.search(text):
            unit = unit or match[1].strip()
            text = text[: match.start()].rstrip("(")
        if match := _NUMBERED.match(text):
            number = number or re.sub(r"\s", "", match[1])
            text = text[match.end() :]
        title += text
        spans.append((caption.start, caption.end))
    return number, Label(title.strip(" ()"), tuple(spans)), unit


class _UnalignedError(Exception):
    """The columns of a table cannot be told."""


_Grid = tuple[tuple[Label, ...], tuple[tuple[Cell | None, ...], ...], bool]


def _grid(lines: Sequence[Line]) -> _Grid:
    looks = [look(line) for line in lines]
    if looks.count(Look.PIPES) >= 2:
        return _delimited([line for line, kind in zip(lines, looks, strict=True) if kind is Look.PIPES])
    tokens = [_tokens(line) for line in lines]
    numbers = [t for row in tokens for t in row if t.number is not None]
    brackets = sum(t.bracketed for t in numbers)
    if brackets >= 2 and brackets >= 0.25 * len(numbers):
        return _regression(tokens)
    return _row_lines(lines, tokens) or _stream(lines, tokens)


# Markdown and tab-separated


def _delimited(lines: Sequence[Line]) -> _Grid:
    rows = []
    for line in lines:
        text, start = line.text, line.start
        if "\t" in text:
            rows.append(_split(text, "\t", start))
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


# A label and its cells on one line


def _tokens(line: Line) -> list[Cell]:
    """The cells of a line: numbers, and the words between them as one label."""
    cells: list[Cell] = []
    label: list[re.Match[str]] = []

    def close() -> None:
        if label:
            begin, end = label[0].start(), label[-1].end()
            cells.append(cell(line.text[begin:end], line.start + begin))
            label.clear()

    text = re.sub(
        r"(\d)(\s*)([—~])(\s*)(?=\d{4})", lambda m: m[1] + "\x00" * len(m[2]) + m[3] + "\x00" * len(m[4]), line.text
    )
    for match in re.finditer(r"\S+", text):
        piece = match[0].replace("\x00", "")
        read = cell(piece, line.start + match.start())
        if read.number is not None and not YEAR.match(piece):
            if label and read.text.startswith("*"):
                continue
            close()
            cells.append(replace(read, end=line.start + match.end()))
        elif YEAR.match(piece) or read.dash:
            close()
            cells.append(replace(read, text=piece, end=line.start + match.end()))
        elif re.fullmatch(r"\*{1,3}", piece) and cells and cells[-1].number is not None:
            cells[-1] = replace(cells[-1], stars=len(piece), end=line.start + match.end())
        else:
            label.append(match)
    close()
    return cells


def _row_lines(lines: Sequence[Line], tokens: Sequence[list[Cell]]) -> _Grid | None:
    """Rows printed one a line, all of one length, below header lines; None where the table is not of this kind."""
    counts = [len(row) if _is_row(row) else 0 for row in tokens]
    common = max(set(counts), key=lambda n: (counts.count(n) if n >= 3 else 0, n))
    if common < 3 or counts.count(common) < 2:
        if max(counts) != 2 or counts.count(2) < 3 or counts.count(2) < 0.7 * len(tokens):
            return None
        common = 2
    first = counts.index(common)
    body = [row for row, n in zip(tokens[first:], counts[first:], strict=True) if n == common]
    stray = [row for row, n in zip(tokens[first:], counts[first:], strict=True) if n != common]
    if any(c.number is not None and not YEAR.match(c.text) for row in stray for c in row):
        raise _UnalignedError(f"rows of {common} cells and others of {', '.join(str(len(r)) for r in stray)}")
    header = _header(lines[:first], common)
    return header, tuple(tuple(None if c.dash else c for c in row) for row in body), False


def _is_row(row: Sequence[Cell]) -> bool:
    return (
        len(row) >= 2
        and all(c.number is not None or c.dash for c in row[1:])
        and not (row[0].number is not None and not YEAR.match(row[0].text))
    )


def _header(lines: Sequence[Line], width: int) -> tuple[Label, ...]:
    """Column headers of `width` columns (the first is the stub's) from the lines above the first row."""
    columns: list[list[Cell]] = [[] for _ in range(width)]
    values = width - 1
    rows = [[cell(m[0], line.start + m.start()) for m in re.finditer(r"\S+", line.text)] for line in lines]
    if values > 1 and all(len(row) == 1 for row in rows):
        groups, columns[0] = _group([row[0] for row in rows], values)
        return tuple(join(group) for group in [columns[0], *groups])
    for row in rows:
        if len(row) == width:
            for i, c in enumerate(row):
                columns[i].append(c)
        elif len(row) == 1:
            columns[0].append(row[0])
        elif values % len(row) == 0:
            for i in range(values):
                columns[i + 1].append(row[i * len(row) // values])
        elif values % (len(row) - 1) == 0:
            columns[0].append(row[0])
            for i in range(values):
                columns[i + 1].append(row[1 + i * (len(row) - 1) // values])
        else:
            raise _UnalignedError(f"{len(row)} header words over {values} columns")
    if not any(columns[1:]):
        raise _UnalignedError("no header was found over its columns")
    return tuple(join(c) for c in columns)


def _group(singles: Sequence[Cell], values: int) -> tuple[list[list[Cell]], list[Cell]]:
    """Headers flattened to one piece a line: as many pieces for every column, after the stub's if one is left over."""
    for stub in (0, 1, 2):
        rest = len(singles) - stub
        if rest >= values and rest % values == 0:
            size = rest // values
            groups = [list(singles[stub + i * size : stub + (i + 1) * size]) for i in range(values)]
            return groups, list(singles[:stub])
    raise _UnalignedError(f"{len(singles)} header lines over {values} columns")


# One cell a line


def _stream(lines: Sequence[Line], tokens: Sequence[list[Cell]]) -> _Grid:
    """A table flattened cell by cell: labels of one axis first, then header and cells by turns."""
    stream = [
        (c, line.blanks if k == 0 else 0) for line, row in zip(lines, tokens, strict=True) for k, c in enumerate(row)
    ]
    runs: list[tuple[bool, list[tuple[Cell, int]]]] = []
    for c, gap in stream:
        numeric = (c.number is not None or c.dash) and not YEAR.match(c.text)
        if runs and runs[-1][0] == numeric:
            runs[-1][1].append((c, gap))
        else:
            runs.append((numeric, [(c, gap)]))
    if runs and runs[0][0]:
        runs = _turned(runs)
    numbers = [run for numeric, run in runs if numeric]
    labels = [run for numeric, run in runs if not numeric]
    if not numbers or len(labels) != len(numbers):
        raise _UnalignedError(f"{len(numbers)} runs of numbers and {len(labels)} of labels")
    length = max(len(run) for run in numbers)
    if length < 2:
        raise _UnalignedError("labels and numbers do not alternate")
    stub, minor, first_header = _minor_axis(labels[0], labels[1:], length)
    headers = [first_header, *([c for c, _ in run] for run in labels[1:])]
    columns = _aligned(numbers, length)
    header = (join(stub), *_inherit([join(h) for h in headers]))
    rows = tuple(
        (Cell(label.text, label.spans[0][0], label.spans[-1][1]), *(column[i] for column in columns))
        for i, label in enumerate(minor)
    )
    return header, rows, False


def _turned(runs: list[tuple[bool, list[tuple[Cell, int]]]]) -> list[tuple[bool, list[tuple[Cell, int]]]]:
    """A table whose headers stand behind their numbers, brought into the usual order."""
    if runs[-1][0]:
        raise _UnalignedError("numbers at both ends")
    turned = []
    for i in range(0, len(runs), 2):
        turned += [runs[i + 1], runs[i]]
    tail = turned[-2][1]
    length = max(len(run) for numeric, run in turned if numeric)
    if len(tail) <= length:
        raise _UnalignedError("headers behind the numbers, and no row labels")
    head, labels = tail[:-length], tail[-length:]
    turned[-2] = (False, head)
    turned[0] = (False, labels + turned[0][1])
    return turned


def _minor_axis(
    first: Sequence[tuple[Cell, int]], others: Sequence[Sequence[tuple[Cell, int]]], length: int
) -> tuple[list[Cell], list[Label], list[Cell]]:
    """Part the labels before the first numbers into the stub, the labels of the minor axis, and the first header."""
    sizes = {len(run) for run in others} or {1}
    choices = []
    for size in sorted(sizes | {1}):
        if len(first) - size < length:
            continue
        body, header = first[: len(first) - size], [c for c, _ in first[len(first) - size :]]
        merged = _merge_wrapped(body, length)
        if merged is None:
            continue
        surplus = len(merged) - length
        year_first = bool(YEAR.match(header[0].text)) == any(YEAR.match(run[0][0].text) for run in others if run)
        choices.append((surplus not in (0, 1), not year_first, size not in sizes, surplus == 0, size, merged, header))
    if not choices:
        raise _UnalignedError(f"{len(first)} labels before columns of {length} cells")
    bad, _, _, _, _, merged, header = min(choices, key=lambda choice: choice[:5])
    if bad:
        raise _UnalignedError(f"{len(merged)} row labels for columns of {length} cells")
    surplus = len(merged) - length
    stub = [c for group in merged[:surplus] for c in group]
    return stub, [join(group) for group in merged[surplus:]], header


def _merge_wrapped(body: Sequence[tuple[Cell, int]], length: int) -> list[list[Cell]] | None:
    """Join labels that a line break parted, until as many are left as there are cells (and a stub, perhaps)."""
    groups = [[c] for c, _ in body]
    gaps = [gap for _, gap in body]
    while len(groups) > length + 1:
        usual = max(gaps[1:]) if len(gaps) > 1 else 0
        candidates = [
            i
            for i in range(1, len(groups))
            if gaps[i] < usual or re.match(r"[(%]", groups[i][0].text) or _open(groups[i - 1])
        ]
        if not candidates:
            return None
        i = max(candidates, key=lambda k: (_open(groups[k - 1]), -gaps[k], k))
        groups[i - 1] += groups.pop(i)
        gaps.pop(i)
    return groups


def _open(group: Sequence[Cell]) -> bool:
    text = "".join(c.text for c in group)
    return text.count("(") > text.count(")") or text.endswith(("的", "及", "与", "和", "、"))


def _inherit(labels: Sequence[Label]) -> list[Label]:
    """A year printed over the first of several columns holds for those after it too."""
    result: list[Label] = []
    year: Label | None = None
    dated = sum(bool(re.match(r"(?:19|20)\d\d", label.text)) for label in labels)
    for label in labels:
        match = re.match(r"(?:19|20)\d\d年?", label.text)
        if match:
            year = Label(match[0], label.spans[:1])
        inherits = match is None and year is not None and dated >= 2
        result.append(Label(year.text + label.text, year.spans + label.spans) if inherits and year else label)
    return result


def _aligned(numbers: Sequence[Sequence[tuple[Cell, int]]], length: int) -> list[list[Cell | None]]:
    """Each run as a column of `length` cells; where one was lost, the gap that it left in the page tells which."""
    full = [run for run in numbers if len(run) == length]
    usual = {i for run in full for i in range(1, length) if run[i][1] > 0}
    columns: list[list[Cell | None]] = []
    for run in numbers:
        column: list[Cell | None] = [None if c.dash else c for c, _ in run]
        if len(run) < length:
            gaps = [i for i in range(1, len(run)) if run[i][1] > 0]
            odd = [i for i in gaps if i not in usual and i + 1 not in usual]
            if len(run) != length - 1 or len(odd) != 1 or 2 * len(full) < len(numbers):
                raise _UnalignedError(
                    f"a column of {len(run)} cells among columns of {length}, and nothing tells which is empty"
                )
            column.insert(odd[0], None)
        columns.append(column)
    return columns


# Regression tables


def _regression(tokens: Sequence[list[Cell]]) -> _Grid:
    """Terms as rows, samples or models as columns; standard errors in brackets behind or below the coefficients."""
    flat = [c for row in tokens for c in row]
    start = next(
        (i for i, c in enumerate(flat) if c.number is not None and not YEAR.match(c.text) and not _model(c)), len(flat)
    )
    term = start - 1
    if term < 0:
        raise _UnalignedError("no term before the first coefficient")
    head = flat[:term]
    groups: list[tuple[Cell, list[Cell]]] = []
    for c in flat[term:]:
        if c.number is None and not c.dash:
            if groups and not groups[-1][1]:
                groups[-1] = (Cell(groups[-1][0].text + c.text, groups[-1][0].start, c.end), [])
            else:
                groups.append((c, []))
        else:
            groups[-1][1].append(c)
    rows = [(label, _paired(cells)) for label, cells in groups]
    width = max(len(cells) for _, cells in rows)
    columns = [c for c in head if YEAR.match(c.text) or _model(c)][-width:] or head[-width:]
    if len(columns) != width:
        raise _UnalignedError(f"{len(columns)} headers over {width} columns of coefficients")
    dependent = [c for c in head if c not in columns]
    header = (join(dependent), *(Label(c.text, ((c.start, c.end),)) for c in columns))
    body = [(label, *cells) for label, cells in rows if len(cells) == width]
    return header, tuple(body), True


def _model(c: Cell) -> bool:
    return bool(re.match(r"\(\d{1,2}\)$|模型|Model|列", c.text))


def _paired(cells: Sequence[Cell]) -> list[Cell]:
    """Coefficients with their standard errors, printed by turns or all coefficients first."""
    coefficients = [c for c in cells if not c.bracketed]
    errors = [c for c in cells if c.bracketed]
    if errors and len(errors) == len(coefficients):
        return [replace(c, error=e) for c, e in zip(coefficients, errors, strict=True)]
    return coefficients


# Tables cut by a page


def _continues(before: Table, block: Block, table: Table) -> bool:
    marked = any(_CONTINUED.match(line.squeezed) for line in block.lines[:2])
    same = bool(table.header) and [h.text for h in table.header] == [h.text for h in before.header]
    return bool(before.rows) and same and (marked or not table.title.text)


def _append(before: Table, table: Table) -> Table:
    return replace(before, rows=before.rows + table.rows, notes=before.notes + table.notes)
