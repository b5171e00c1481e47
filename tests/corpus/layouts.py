"""One known table, laid out in the many ways that papers, spreadsheets and PDF extraction leave a table."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain


@dataclass(frozen=True)
class Grid:
    """What a table says: a stub over the row labels, columns (a group and a name under it, or a name alone), rows.

    All printed numbers of a grid differ, so that a cell found at the place of its number was read from there.
    """

    stub: str
    columns: tuple[str, ...]
    labels: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    groups: tuple[str, ...] = ()

    @property
    def header(self) -> tuple[str, ...]:
        """The labels that a reader should find over the columns, the stub first."""
        if not self.groups:
            return (self.stub, *self.columns)
        size = len(self.columns)
        return (self.stub, *(group + name for group in self.groups for name in self.columns[:size]))

    @property
    def facts(self) -> dict[tuple[str, str], Decimal | None]:
        """Every value by its row and column; None where the cell is empty or a dash."""
        return {
            (label, column): number(printed)
            for label, row in zip(self.labels, self.cells, strict=True)
            for column, printed in zip(self.header[1:], row, strict=True)
        }

    def printed(self) -> list[str]:
        """The numbers as the layouts print them."""
        return [text for text in chain.from_iterable(self.cells) if number(text) is not None]

    def columnwise(self) -> list[tuple[str, ...]]:
        return list(zip(*self.cells, strict=True))


def number(printed: str) -> Decimal | None:
    text = printed.replace(",", "").removesuffix("%")
    return None if text in ("", "—") else Decimal(text)


Layout = Callable[[Grid], str]

YEARS = Grid(
    "省区",
    ("2018年", "2019年", "2020年"),
    ("黑龙江", "广西", "云南", "合计"),
    (
        ("264.37", "271.09", "222.31"),
        ("623.02", "682.25", "704.14"),
        ("298.58", "336.92", "391.28"),
        ("1185.97", "1290.26", "1317.73"),
    ),
)
"""Areas and years, with a total."""

PORTS = Grid(
    "口岸",
    ("货运量", "客运量"),
    ("满洲里", "瑞丽", "凭祥"),
    (("1,312.5", "96"), ("—", "1733"), ("245", "88.1%")),
)
"""Ports and indicators, with a dash, a share and a thousands mark."""

BY_YEAR = Grid(
    "年份",
    ("进口", "出口", "总额"),
    ("2016", "2017", "2018", "2019"),
    (("11.2", "21.3", "32.5"), ("12.1", "22.4", "34.6"), ("13.7", "23.6", "37.3"), ("-14.9", "24.8", "9.9")),
)
"""Bare years down the side."""

TWO_LEVELS = Grid(
    "地区",
    ("进口", "出口"),
    ("内蒙古", "新疆", "西藏"),
    (("101", "111", "121", "131"), ("102", "112", "122", "132"), ("103", "113", "123", "133")),
    ("2019年", "2020年"),
)
"""Two indicators under each of two years."""

GAPS = Grid(
    "省区",
    ("2018年", "2019年", "2020年"),
    ("广西", "云南", "西藏"),
    (("11.5", "", "13.5"), ("21.5", "22.5", "23.5"), ("31.5", "32.5", "33.5")),
)
"""A cell in which nothing is printed."""


def _rows(grid: Grid) -> list[tuple[str, ...]]:
    return [(label, *row) for label, row in zip(grid.labels, grid.cells, strict=True)]


def _lines(rows: list[tuple[str, ...]], blank: str) -> str:
    return "\n".join(blank.join(row) for row in rows)


# Delimited


def markdown(grid: Grid) -> str:
    rows = [grid.header, tuple("---" for _ in grid.header), *_rows(grid)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def markdown_tight(grid: Grid) -> str:
    rows = [grid.header, tuple(":--:" for _ in grid.header), *_rows(grid)]
    return "\n".join(f"|{'|'.join(row)}|" for row in rows)


def markdown_padded(grid: Grid) -> str:
    rows = [grid.header, tuple("-" * 8 for _ in grid.header), *_rows(grid)]
    return "\n".join("| " + " | ".join(cell.ljust(12) for cell in row) + " |" for row in rows)


def markdown_indented(grid: Grid) -> str:
    return "\n".join("    " + line for line in markdown(grid).split("\n"))


def markdown_cut(grid: Grid) -> str:
    """Cut by a page after half its rows, with the header printed again."""
    head = markdown(grid).split("\n")
    half = 2 + len(grid.labels) // 2
    return "\n".join([*head[:half], "", "12", "", "续表", "", *head[:2], *head[half:]])


def tabbed(grid: Grid) -> str:
    return _lines([grid.header, *_rows(grid)], "\t")


def tabbed_without_stub(grid: Grid) -> str:
    return _lines([("", *grid.header[1:]), *_rows(grid)], "\t")


# A label and its cells on one line


def spaced(grid: Grid) -> str:
    return _lines([grid.header, *_rows(grid)], " ")


def spaced_wide(grid: Grid) -> str:
    return _lines([grid.header, *_rows(grid)], "\u3000\u3000")


def spaced_apart(grid: Grid) -> str:
    """A blank line after every line, as many extractions leave it."""
    return spaced(grid).replace("\n", "\n\n")


def spaced_full_width(grid: Grid) -> str:
    return widened(spaced(grid))


def spread_labels(grid: Grid) -> str:
    """Labels justified by blanks: 合 计."""
    rows = [(" ".join(label), *row) for label, row in zip(grid.labels, grid.cells, strict=True)]
    return _lines([grid.header, *rows], "  ")


def headers_apart(grid: Grid) -> str:
    """Every header on a line of its own, over rows that kept theirs."""
    return "\n".join([*grid.header, _lines(_rows(grid), " ")])


def headers_broken(grid: Grid) -> str:
    """Every header broken into two lines, without a stub, over rows that kept their lines."""
    broken = [half for name in grid.header[1:] for half in (name[: len(name) // 2], name[len(name) // 2 :])]
    return "\n".join([*broken, _lines(_rows(grid), " ")])


def without_stub(grid: Grid) -> str:
    return _lines([grid.header[1:], *_rows(grid)], " ")


def spaced_cut(grid: Grid) -> str:
    """Cut by a page after half its rows, with the header printed again under 续表."""
    head, *rows = spaced(grid).split("\n")
    half = len(rows) // 2
    return "\n".join([head, *rows[:half], "", "续表", "", head, *rows[half:]])


def two_header_lines(grid: Grid) -> str:
    """The groups on one line, the names under them on the next."""
    return "\n".join([" ".join(grid.groups), " ".join(grid.columns * len(grid.groups)), _lines(_rows(grid), " ")])


# One cell a line


def columns_flattened(grid: Grid) -> str:
    """The stub and the labels, then header and cells column by column."""
    lines = [grid.stub, *grid.labels]
    for name, column in zip(grid.header[1:], grid.columnwise(), strict=True):
        lines += [name, *column]
    return "\n".join(lines)


def columns_flattened_apart(grid: Grid) -> str:
    """As above, the labels and the columns parted by blank lines."""
    parts = ["\n\n".join([grid.stub, *grid.labels])]
    parts += ["\n".join([name, *column]) for name, column in zip(grid.header[1:], grid.columnwise(), strict=True)]
    return "\n\n".join(parts)


def columns_grouped(grid: Grid) -> str:
    """Two header levels: the group is printed once, over the first of its columns."""
    lines = [grid.stub, *grid.labels]
    for i, column in enumerate(grid.columnwise()):
        group, name = divmod(i, len(grid.columns))
        lines += [*([grid.groups[group]] if name == 0 else []), grid.columns[name], *column]
    return "\n".join(lines)


def columns_broken(grid: Grid) -> str:
    """Labels and headers broken into two lines, the parts of one label without a blank line between them."""
    labels = "\n\n".join(f"{label[:2]}\n{label[2:]}" if len(label) > 2 else label for label in grid.labels)
    parts = [grid.stub, labels]
    for name, column in zip(grid.header[1:], grid.columnwise(), strict=True):
        parts.append("\n".join([name[: len(name) // 2], name[len(name) // 2 :], *column]))
    return "\n\n".join(parts)


def rows_flattened(grid: Grid) -> str:
    """The headers, then label and cells row by row."""
    lines = list(grid.header)
    for row in _rows(grid):
        lines += row
    return "\n".join(lines)


def rows_flattened_apart(grid: Grid) -> str:
    return rows_flattened(grid).replace("\n", "\n\n")


def widened(text: str) -> str:
    """Full-width digits, letters and points, as some journals print them."""
    return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and (c.isalnum() or c in "%.") else c for c in text)
