"""The many ways in which papers, spreadsheets and the extraction of text from PDF lay out one table."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence

from tests.tables.known import Known

Layout = Callable[[Known], str]


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _body(rows: Iterable[Sequence[str]], mark: str) -> str:
    return "\n".join(mark.join(row) for row in rows)


def _head(table: Known) -> list[tuple[str, ...]]:
    """The lines of the header: one, or the groups over the names, each group printed once."""
    if not table.groups:
        return [table.header]
    seen: set[str] = set()
    groups = []
    for column in table.columns:
        groups.append("" if column.group in seen else column.group)
        seen.add(column.group)
    return [(table.stub, *groups), ("", *(column.text for column in table.columns))]


# Cells parted by a mark


def markdown(table: Known) -> str:
    first, *others = _head(table)
    rows = [first, tuple("---" for _ in first), *others, *table.lines]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def markdown_one_head(table: Known) -> str:
    rows = [table.header, tuple(":--:" for _ in table.header), *table.lines]
    return "\n".join(f"|{'|'.join(row)}|" for row in rows)


def markdown_repeated_groups(table: Known) -> str:
    """The group printed over each of its columns."""
    first = (table.stub, *(column.group for column in table.columns))
    rows = [first, tuple("---" for _ in first), (table.stub, *(c.text for c in table.columns)), *table.lines]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def tabbed(table: Known) -> str:
    return _body([*_head(table), *table.lines], "\t")


def csv(table: Known) -> str:
    return _body([*_head(table), *table.lines], ",")


def csv_quoted(table: Known) -> str:
    return _body([[f'"{cell}"' for cell in row] for row in [*_head(table), *table.lines]], ",")


# A label and its cells on one line


def spaced(table: Known) -> str:
    return _body([table.header, *table.lines], " ")


def spaced_apart(table: Known) -> str:
    return spaced(table).replace("\n", "\n\n")


def full_width_blanks(table: Known) -> str:
    return _body([table.header, *table.lines], "\u3000")


def full_width(table: Known) -> str:
    """Full-width digits, letters and points, as some journals print them."""
    return widened(spaced(table))


def lost_points(table: Known) -> str:
    """A blank where the points were, in full-width digits."""
    rows = [[row[0], *(cell.replace(".", " ") for cell in row[1:])] for row in table.lines]
    return widened(_body([table.header, *rows], " "))


def aligned(table: Known) -> str:
    """Columns set under each other by blanks, words to the left, numbers to the right."""
    return _aligned([*_head(table), *table.lines])


def aligned_indented(table: Known) -> str:
    return "\n".join("    " + line for line in aligned(table).split("\n"))


def aligned_wrapped_head(table: Known) -> str:
    """Words over a column broken into two lines."""
    halves = [_halves(name) for name in table.header[1:]]
    return _aligned([(table.stub, *(a for a, _ in halves)), ("", *(b for _, b in halves)), *table.lines])


def _aligned(rows: list[Sequence[str]]) -> str:
    widths = [max(_width(row[k]) for row in rows) for k in range(len(rows[0]))]
    lines = []
    for row in rows:
        pieces = []
        for k, (cell, width) in enumerate(zip(row, widths, strict=True)):
            pad = " " * (width - _width(cell))
            pieces.append(pad + cell if k and cell[:1].isdigit() else cell + pad)
        lines.append("   ".join(pieces).rstrip())
    return "\n".join(lines)


def groups_evenly_over(table: Known) -> str:
    """Groups on one line, names on the next, single blanks between them."""
    groups = " ".join(table.groups)
    names = " ".join(column.text for column in table.columns)
    return "\n".join([f"{table.stub} {groups}", names, _body(table.lines, " ")])


def heads_apart(table: Known) -> str:
    """Every word of the header on a line of its own, over rows that kept theirs."""
    return "\n".join([*table.header, _body(table.lines, " ")])


def heads_broken(table: Known) -> str:
    """Every word over a column on two lines of their own."""
    halves = [half for name in table.header[1:] for half in _halves(name) if half]
    return "\n".join([*halves, _body(table.lines, " ")])


def _halves(name: str) -> tuple[str, str]:
    """Two lines of a word over a column, where it has a place to break at."""
    return ("", name) if not _cut(name) else (name[: _cut(name)], name[_cut(name) :])


def labels_broken(table: Known) -> str:
    """Long labels broken before their last brackets, their cells behind the second half."""
    lines = [" ".join(table.header)]
    for label, *cells in table.lines:
        cut = _cut(label)
        lines += [label[:cut], " ".join([label[cut:], *cells])] if cut else [" ".join([label, *cells])]
    return "\n".join(lines)


def labels_broken_behind(table: Known) -> str:
    """Long labels broken, their cells behind the first half."""
    lines = [" ".join(table.header)]
    for label, *cells in table.lines:
        cut = _cut(label)
        lines += [" ".join([label[:cut], *cells]), label[cut:]] if cut else [" ".join([label, *cells])]
    return "\n".join(lines)


def _cut(label: str) -> int:
    for mark in ("自治区", "经济合作区", "比重", "（"):
        if label.find(mark) > 1:
            return label.index(mark)
    return 0


# Cut by a page


def cut_with_head(table: Known) -> str:
    """After half the rows a page ends; the next begins with its number, 续表 and the header again."""
    half = len(table.rows) // 2
    head, rows = " ".join(table.header), [" ".join(row) for row in table.lines]
    return "\n".join([head, *rows[:half], "", "— 37 —", "", "续表", "", head, *rows[half:]])


def cut_without_head(table: Known) -> str:
    half = len(table.rows) // 2
    rows = [" ".join(row) for row in table.lines]
    return "\n".join([" ".join(table.header), *rows[:half], "", "38", "", "续表1", "", *rows[half:]])


def markdown_cut(table: Known) -> str:
    head = markdown(table).split("\n")
    first = 3 if table.groups else 2
    half = first + len(table.rows) // 2
    return "\n".join([*head[:half], "", "12", "", "（续表）", "", *head[:first], *head[half:]])


# One cell a line


def columns(table: Known) -> str:
    """The stub and the labels, then header and cells column by column; a group over the first of its columns only."""
    lines = [table.stub, *(head.text for head in table.rows)]
    seen: set[str] = set()
    for head, column in zip(table.columns, table.columnwise, strict=True):
        lines += [*([head.group] if head.group and head.group not in seen else []), head.text, *column]
        seen.add(head.group)
    return "\n".join(lines)


def columns_apart(table: Known) -> str:
    parts = ["\n\n".join([table.stub, *(head.text for head in table.rows)])]
    parts += ["\n".join([h.whole, *column]) for h, column in zip(table.columns, table.columnwise, strict=True)]
    return "\n\n".join(parts)


def columns_labels_broken(table: Known) -> str:
    """Labels broken into two lines; those of one label are not parted by a blank line."""
    labels = [h.text for h in table.rows]
    broken = "\n\n".join(f"{t[: _cut(t)]}\n{t[_cut(t) :]}" if _cut(t) else t for t in labels)
    parts = [table.stub, broken]
    parts += ["\n".join([h.whole, *column]) for h, column in zip(table.columns, table.columnwise, strict=True)]
    return "\n\n".join(parts)


def columns_heads_behind(table: Known) -> str:
    """Every header behind its cells, the labels behind the last."""
    lines: list[str] = []
    for head, column in zip(table.columns, table.columnwise, strict=True):
        lines += [*column, head.whole]
    return "\n".join([*lines, *(head.text for head in table.rows)])


def rows(table: Known) -> str:
    """The header, then label and cells row by row."""
    lines = [table.stub]
    if table.groups:
        seen: set[str] = set()
        for head in table.columns:
            lines += [*([head.group] if head.group not in seen else []), head.text]
            seen.add(head.group)
    else:
        lines += [head.text for head in table.columns]
    for line in table.lines:
        lines += line
    return "\n".join(lines)


def rows_apart(table: Known) -> str:
    return rows(table).replace("\n", "\n\n")


def rows_groups_first(table: Known) -> str:
    """All groups, then all names, then row by row."""
    lines = [table.stub, *table.groups, *(head.text for head in table.columns)]
    for line in table.lines:
        lines += line
    return "\n".join(lines)


def rows_head_behind(table: Known) -> str:
    """Label and cells row by row, the header behind them all."""
    lines: list[str] = []
    for line in table.lines:
        lines += line
    return "\n".join([*lines, *table.header])


def labels_then_numbers(table: Known) -> str:
    """All labels, all headers, then the cells column by column, the columns parted by blank lines."""
    labels = [table.stub, *(head.text for head in table.rows)]
    heads = [head.whole for head in table.columns]
    return "\n\n".join(["\n".join(labels), "\n".join(heads), *("\n".join(c) for c in table.columnwise)])


def widened(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and (c.isalnum() or c in "%.") else c for c in text)


ONE_LEVEL: tuple[Layout, ...] = (
    spaced,
    spaced_apart,
    full_width_blanks,
    full_width,
    heads_apart,
    heads_broken,
    labels_broken,
    labels_broken_behind,
    aligned_wrapped_head,
    cut_with_head,
    cut_without_head,
    columns_heads_behind,
    rows_head_behind,
    labels_then_numbers,
)
ANY_LEVEL: tuple[Layout, ...] = (
    markdown,
    markdown_one_head,
    markdown_cut,
    tabbed,
    csv,
    csv_quoted,
    aligned,
    aligned_indented,
    columns,
    columns_apart,
    columns_labels_broken,
    rows,
    rows_apart,
)
TWO_LEVELS: tuple[Layout, ...] = (markdown_repeated_groups, groups_evenly_over, rows_groups_first)
