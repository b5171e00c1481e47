"""What every way of reading a table gives: header labels, rows of cells, and whether it is a regression table."""

from borderkg.corpus.cells import Cell, Label

Grid = tuple[tuple[Label, ...], tuple[tuple[Cell | None, ...], ...], bool]
"""`header[0]` stands over the first column; every row is as long as the header, `None` where a cell is empty."""


class UnalignedError(Exception):
    """The columns of a table cannot be told."""
