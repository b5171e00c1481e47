"""Grids: the lines of a table, in whichever way they came through, brought to a header and rows of cells."""
