"""Tables whose cells are framed by lines on a PDF page: the frames say what is one cell, however its words are broken."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from borderkg.corpus.formats import pipes
from borderkg.corpus.formats.glyphs import NUMBER, Block, Glyph, Run, runs, words
from borderkg.corpus.formats.pipes import Spanned
from borderkg.corpus.formats.strokes import TOUCH, Stroke, Strokes, clusters
from borderkg.records import record

_FILLED: Final = 0.4
"""Of the cells of a table: the grid behind a chart holds less."""

_MOST_PLACES: Final = 400
"""Lines of one direction in one table."""

Place = tuple[int, int]
"""A column and a row of the grid, from the left and from below."""


@record
class Frame:
    """A grid of lines: where they run, and to which cell each place belongs."""

    across: list[float]
    upwards: list[float]
    cells: dict[Place, Place]
    """A merged cell bears the name of its first place."""

    def cell(self, glyph: Glyph) -> Place | None:
        """The cell that a character stands in."""
        column = bisect(self.across, (glyph.left + glyph.right) / 2) - 1
        row = bisect(self.upwards, glyph.base + 0.3 * glyph.size) - 1
        return self.cells.get((column, row))


def taken(found: Sequence[Glyph], drawn: Strokes, path: Path) -> tuple[list[Glyph], list[Block]]:
    """The characters of a page outside its framed tables, and those tables. Raises CorpusError for one beyond all measure."""
    rest, blocks = list(found), []
    for frame in _frames(drawn):
        inside: dict[Place, list[Glyph]] = defaultdict(list)
        outside: list[Glyph] = []
        for glyph in rest:
            cell = frame.cell(glyph)
            (outside if cell is None else inside[cell]).append(glyph)
        block = _block(frame, inside, path)
        if block:
            rest = outside
            blocks.append(block)
    return rest, blocks


def _block(frame: Frame, inside: dict[Place, list[Glyph]], path: Path) -> Block | None:
    """The table in a frame; none where it is no table, or where a row of the frame holds several of the table."""
    named = set(frame.cells.values())
    if len(inside) < max(3, _FILLED * len(named)):
        return None
    held = {cell: runs(inside.get(cell, ())) for cell in named}
    columns, rows = len(frame.across) - 1, len(frame.upwards) - 1
    lowest = [held[frame.cells[column, 0]] for column in range(columns)]
    several = rows == 2 and sum(_lines(cell) > 2 for cell in lowest) * 2 > columns
    if several or any(sum(bool(NUMBER.match(run.text)) for run in cell) > 1 for cell in held.values()):
        return None
    spanned = {cell: Spanned(words(broken), pieces=tuple(run.piece for run in broken)) for cell, broken in held.items()}
    grid = [[spanned[frame.cells[column, row]] for column in range(columns)] for row in reversed(range(rows))]
    size = max(glyph.size for together in inside.values() for glyph in together)
    table = pipes.lines(pipes.squared(grid, path))
    return Block(tuple(table), frame.across[0], frame.across[-1], frame.upwards[-1] - size, size)


def _lines(cell: Sequence[Run]) -> int:
    return len({run.row for run in cell})


def _frames(drawn: Strokes) -> list[Frame]:
    """The grids of a page: lines that meet, at least two columns and two rows of them."""
    frames = []
    for level, upright in _meeting(drawn):
        across, upwards = _places(upright, level), _places(level, upright)
        if 3 <= len(across) <= _MOST_PLACES and 3 <= len(upwards) <= _MOST_PLACES:
            cells = _cells(across, upwards, level, upright)
            if cells:
                frames.append(Frame(across, upwards, cells))
    return frames


def _places(strokes: Sequence[Stroke], crossing: Sequence[Stroke]) -> list[float]:
    """Where a net has lines, and where those across them end: a table may be open at its sides."""
    found = [stroke.at for stroke in strokes] + [min(r.start for r in crossing), max(r.end for r in crossing)]
    return [sum(together) / len(together) for together in clusters(found, key=float)]


def _meeting(drawn: Strokes) -> list[tuple[list[Stroke], list[Stroke]]]:
    """Level and upright lines by the net that they belong to."""
    nets: list[tuple[list[Stroke], list[Stroke]]] = []
    for upright in drawn.upright:
        met = [stroke for stroke in drawn.level if _meet(stroke, upright)]
        touched = [net for net in nets if any(stroke in net[0] for stroke in met)]
        level = [stroke for net in touched for stroke in net[0]]
        level += [stroke for stroke in met if stroke not in level]
        together = level, [stroke for net in touched for stroke in net[1]] + [upright]
        nets = [net for net in nets if net not in touched] + ([together] if met else [])
    return nets


def _meet(level: Stroke, upright: Stroke) -> bool:
    return (
        level.start - TOUCH <= upright.at <= level.end + TOUCH
        and upright.start - TOUCH <= level.at <= upright.end + TOUCH
    )


def _cells(
    across: Sequence[float], upwards: Sequence[float], level: Sequence[Stroke], upright: Sequence[Stroke]
) -> dict[Place, Place]:
    """Each place of the grid with the cell that it belongs to; nothing where a cell is no rectangle."""
    cells = {(column, row): (column, row) for column in range(len(across) - 1) for row in range(len(upwards) - 1)}

    def first(place: Place) -> Place:
        while cells[place] != place:
            place = cells[place]
        return place

    def open_to(place: Place, other: Place) -> None:
        one, two = sorted((first(place), first(other)))
        cells[two] = one

    for column, row in list(cells):
        middle = (across[column] + across[column + 1]) / 2, (upwards[row] + upwards[row + 1]) / 2
        if (column + 1, row) in cells and not _wall(upright, across[column + 1], middle[1]):
            open_to((column, row), (column + 1, row))
        if (column, row + 1) in cells and not _wall(level, upwards[row + 1], middle[0]):
            open_to((column, row), (column, row + 1))
    together: dict[Place, list[Place]] = defaultdict(list)
    for place in cells:
        together[first(place)].append(place)
    for places in together.values():
        columns, rows = {column for column, _ in places}, {row for _, row in places}
        if len(columns) * len(rows) != len(places):
            return {}
    return {place: cell for cell, places in together.items() for place in places}


def _wall(strokes: Sequence[Stroke], at: float, across: float) -> bool:
    return any(abs(stroke.at - at) <= TOUCH and stroke.start <= across <= stroke.end for stroke in strokes)
