"""Tables that lost their layout: a label and its cells on one line, or one cell a line, column after column."""

import re
from collections.abc import Sequence
from dataclasses import replace

from borderkg.corpus.cells import YEAR, Cell, Label, cell, join
from borderkg.corpus.grid import Grid, UnalignedError
from borderkg.corpus.lines import Line, column_words


def tokens(line: Line) -> list[Cell]:
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


def row_lines(lines: Sequence[Line], tokens: Sequence[list[Cell]]) -> Grid | None:
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
        raise UnalignedError(f"rows of {common} cells and others of {', '.join(str(len(r)) for r in stray)}")
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
            raise UnalignedError(f"{len(row)} header words over {values} columns")
    if not any(columns[1:]):
        raise UnalignedError("no header was found over its columns")
    return tuple(join(c) for c in columns)


def _group(singles: Sequence[Cell], values: int) -> tuple[list[list[Cell]], list[Cell]]:
    """Headers flattened to one piece a line: as many pieces for every column, after the stub's if one is left over."""
    for stub in (0, 1, 2):
        rest = len(singles) - stub
        if rest >= values and rest % values == 0:
            size = rest // values
            groups = [list(singles[stub + i * size : stub + (i + 1) * size]) for i in range(values)]
            return groups, list(singles[:stub])
    raise UnalignedError(f"{len(singles)} header lines over {values} columns")


# One cell a line


def names(lines: Sequence[Line]) -> Grid:
    """A table of names, row after row: the words over its columns first."""
    cells = [cell(line.text, line.start) for line in lines]
    width = column_words(lines)
    header = tuple(Label(c.text, ((c.start, c.end),)) for c in cells[:width])
    rows = tuple(tuple(cells[i : i + width]) for i in range(width, len(cells), width))
    return header, rows, False


def stream(lines: Sequence[Line], tokens: Sequence[list[Cell]]) -> Grid:
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
        raise UnalignedError(f"{len(numbers)} runs of numbers and {len(labels)} of labels")
    length = max(len(run) for run in numbers)
    if length < 2:
        raise UnalignedError("labels and numbers do not alternate")
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
        raise UnalignedError("numbers at both ends")
    turned = []
    for i in range(0, len(runs), 2):
        turned += [runs[i + 1], runs[i]]
    tail = turned[-2][1]
    length = max(len(run) for numeric, run in turned if numeric)
    if len(tail) <= length:
        raise UnalignedError("headers behind the numbers, and no row labels")
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
        raise UnalignedError(f"{len(first)} labels before columns of {length} cells")
    bad, _, _, _, _, merged, header = min(choices, key=lambda choice: choice[:5])
    if bad:
        raise UnalignedError(f"{len(merged)} row labels for columns of {length} cells")
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
                raise UnalignedError(
                    f"a column of {len(run)} cells among columns of {length}, and nothing tells which is empty"
                )
            column.insert(odd[0], None)
        columns.append(column)
    return columns
