"""What every way of reading a table gives: header labels, rows of cells, and whether it is a regression table."""

from dataclasses import dataclass

from borderkg.corpus.grids.cells import Cell, Label


@dataclass(frozen=True, slots=True)
class Grid:
    """`header[0]` stands over the first column; every row is as long as the header, `None` where a cell is empty."""

    header: tuple[Label, ...]
    rows: tuple[tuple[Cell | None, ...], ...]
    regression: bool = False


class UnalignedError(Exception):
    """The columns of a table cannot be told."""
