"""Where a reader finds evidence in its file: the row and column of a cell, with the head of the column, or the characters of
a text."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from borderkg.corpus.formats import pipes
from borderkg.graph import iris
from borderkg.graph.store import GraphStore

Cell = tuple[int, int]
"""Row and column of a table file, counted from 1 as a spreadsheet does, the head being a row."""

Range = tuple[str, int, int]
"""The hash of a text, first character, end."""

_CELLS: Final = """
SELECT ?place ?cell WHERE {
  VALUES ?place { ?_places }
  GRAPH ?g { ?fragment rdf:value ?cell . ?place oa:hasSelector ?fragment }
}"""
_AT_ONCE: Final = 2000

_FRAGMENT: Final = re.compile(r"cell=(\d+),(\d+)")


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in words, in English and Chinese; of a cell its numbers too. The characters of a text, counted from 0, are the
    same in both."""

    en: str
    zh: str
    row: int | None = None
    column: int | None = None
    head: str = ""
    """Of the column; empty where it has none, or the table is not at hand."""

    def __str__(self) -> str:
        return self.en if self.en == self.zh else f"{self.en} ({self.zh})"


def locate(file: str, start: int, end: int, cell: Cell | None, text: str | None) -> Locator:
    """The place of a range of a text, and of `cell` where it is one. `text` is that of the file, where it is at hand."""
    if cell is None:
        characters = f"[{start}–{end}]"
        return Locator(characters, characters)
    row, column = cell
    head = pipes.head_over(text, start) if text else ""
    quoted = f"“{head}”" if head else ""
    en = " ".join(filter(None, (f"{file}, row {row}, column {column}", quoted)))
    return Locator(en, f"{file}第{row}行第{column}列{quoted}", row, column, head)


def cells(store: GraphStore, ranges: Collection[Range]) -> dict[Range, Cell]:
    """Those ranges of a graph's evidence that are cells, each with its cell. Asked apart and not with each claim: few texts
    are tables."""
    places = {f"<{iris.evidence(*at)}>": at for at in ranges}
    names = sorted(places)
    found = {}
    for start in range(0, len(names), _AT_ONCE):
        answer = store.query(_CELLS.replace("?_places", " ".join(names[start : start + _AT_ONCE])))
        for place, value in answer if isinstance(answer, ox.QuerySolutions) else ():
            if cell := cell_of(value.value):
                found[places[str(place)]] = cell
    return found


def fragment(cell: Cell) -> str:
    """A cell as the value of a fragment selector (RFC 7111, section 2.3): `cell=2,3`."""
    return f"cell={cell[0]},{cell[1]}"


def cell_of(value: object) -> Cell | None:
    """The cell that the value of a fragment selector names; None for anything else."""
    match = _FRAGMENT.fullmatch(str(value))
    return (int(match[1]), int(match[2])) if match else None
