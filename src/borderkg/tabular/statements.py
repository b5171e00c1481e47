"""The rows of a table as statements. Every cell that does not say what the mapping takes it for is told, with its row and
column; then nothing is built."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final, TypeVar

from borderkg import schema
from borderkg.corpus.document import Document
from borderkg.corpus.normaliser import fold, is_traditional
from borderkg.errors import MappingError
from borderkg.extraction.statement import Mention, Range, Statement
from borderkg.extraction.values import Time
from borderkg.records import record
from borderkg.tabular import linking, mapping, table, values
from borderkg.tabular.mapping import Binding, Entities, Figures, TableMapping
from borderkg.tabular.table import Cell, Table
from borderkg.vocabulary import LITERAL_PREDICATES

FIGURE: Final = "own-table::a figure in a cell"
PROPERTY: Final = "own-table::a property in a cell"

_TOLD: Final = 20
"""Faults that are told at once."""

T = TypeVar("T")
Row = tuple[Cell | None, ...]


@record
class OwnTable:
    """A table, its mapping, and what it states."""

    mapping: TableMapping
    table: Table
    statements: tuple[Statement, ...]

    @property
    def name(self) -> str:
        """The name of its source: that of the file."""
        return self.table.document.name

    @property
    def path(self) -> Path:
        return self.mapping.table

    @property
    def document(self) -> Document:
        return self.table.document

    @property
    def cells(self) -> Mapping[Range, tuple[int, int]]:
        """Row and column by the range in the document."""
        return self.table.cells

    @property
    def described(self) -> dict[str, Any]:
        """What the graph of a build depends on: the hashes of table and mapping, and how the table is cited."""
        return {
            "sha256": self.document.sha256,
            "file": self.table.file_hash,
            "mapping": hashlib.sha256(self.mapping.path.read_bytes()).hexdigest(),
            "bibliography": asdict(self.document.bibliography),
        }


def load(path: Path) -> OwnTable:
    """The statements of the table that a mapping is for. Raises MappingError or CorpusError, all faults at once."""
    own = mapping.read(path)
    found = table.read(own.table, own.bibliography)
    reader = _Reader(own, found)
    statements = tuple(reader.statements())
    if reader.faults:
        more = len(reader.faults) - _TOLD
        raise MappingError("\n".join(reader.faults[:_TOLD] + ([f"… and {more} more."] if more > 0 else [])))
    if not statements:
        raise MappingError(f"{own.table}: no row says anything by {path.name}; look at the columns and at missing.")
    return OwnTable(own, found, statements)


class _Reader:
    """Reads the rows of one table."""

    def __init__(self, own: TableMapping, found: Table) -> None:
        self._own = own
        self._table = found
        self._traditional = is_traditional(found.document.text)
        self._places: dict[str, int] = {}
        self.faults: list[str] = []

    def statements(self) -> Iterator[Statement]:
        for figures in self._own.figures:
            yield from self._figures(figures)
        for entities in self._own.entities:
            yield from self._entities(entities)

    def _figures(self, figures: Figures) -> Iterator[Statement]:
        columns = [self._place(name, figures.area.where) for name in figures.values]
        heads = [self._table.heads[i] for i in columns]
        times = [self._time(head) if figures.time is None else None for head in heads]
        for row in self._table.rows:
            if self._passed_over(row, figures.area):
                continue
            for i, head, time in zip(columns, heads, times, strict=True):
                cell = self._cell(row[i])
                if cell and head:
                    yield from self._figure(figures, row, cell, head, time)

    def _figure(self, figures: Figures, row: Row, cell: Cell, head: Cell, time: str | None) -> Iterator[Statement]:
        value = self._told(cell, lambda: _read(values.number, cell.text, "a number"))
        area = self._mention(figures.area, row, cell)
        at, when = self._text(figures.time, row, cell)
        if at:
            time = self._told(when or cell, lambda: _read(values.time, at, "a year, month, day or span of years").text)
        named = [self._text(b, row, cell) for b in (figures.indicator, figures.unit, figures.data_source)]
        if value is None or area is None or time is None:
            return
        (indicator, _), (unit, _), (source, _) = named
        subject, stands = area
        context = [c for c in (stands, when, *(c for _, c in named), head) if c]
        yield Statement(
            subject,
            "observation",
            value,
            _range(cell),
            FIGURE,
            context=_ranges(context),
            indicator=indicator,
            time=time,
            unit=unit,
            qualifiers={"dataSource": source} if source else {},
        )

    def _entities(self, entities: Entities) -> Iterator[Statement]:
        for row in self._table.rows:
            name = self._cell(self._at(entities.name, row))
            if name is None or self._passed_over(row, entities.name):
                continue
            subject = self._mention(entities.name, row, name)
            for prop, binding in entities.properties.items():
                cell = self._cell(self._at(binding, row)) if binding.column else name
                if cell and subject and not self._passed_over(row, binding):
                    yield from self._property(subject[0], prop, binding, row, cell, name)

    def _property(
        self, subject: Mention, prop: str, binding: Binding, row: Row, cell: Cell, name: Cell
    ) -> Iterator[Statement]:
        literal = LITERAL_PREDICATES.get(prop, "")
        obj: Mention | Time | str | None
        if literal == "Date":
            obj = self._told(cell, lambda: _read(values.time, cell.text, "a year, month or day"))
        elif literal:
            obj = self._folded(cell)
        else:
            found = self._mention(binding, row, cell, schema.load().properties[prop].scheme)
            obj = found[0] if found else None
        if obj is None:
            return
        head = self._table.heads[self._place(binding.column, binding.where)] if binding.column else None
        context = [c for c in (name, head) if c and c is not cell]
        yield Statement(subject, prop, obj, _range(cell), PROPERTY, context=_ranges(context))

    def _mention(self, binding: Binding, row: Row, near: Cell, scheme: str = "") -> tuple[Mention, Cell | None] | None:
        """What a binding names in a row, and its cell; None where that is a fault, which is noted."""
        text, cell = self._text(binding, row, near)
        surface = (text,) if cell else ()
        found = self._told(cell or near, lambda: linking.mention(binding, text, surface, scheme)) if text else None
        return None if found is None else (found, cell)

    def _text(self, binding: Binding | None, row: Row, near: Cell) -> tuple[str, Cell | None]:
        """What stands in the column of a binding, with its cell, or the constant; a fault where the cell is empty."""
        if binding is None:
            return "", None
        if not binding.column:
            return binding.constant, None
        cell = self._cell(self._at(binding, row))
        if cell is None:
            self._note(near, f"{binding.column} is empty beside {near.text!r}.", binding.column)
            return "", None
        return self._folded(cell), cell

    def _folded(self, cell: Cell) -> str:
        """The text of a cell as texts are read, in one width and, where the table is in traditional characters, simplified."""
        return fold(cell.text, traditional=self._traditional)

    def _at(self, binding: Binding, row: Row) -> Cell | None:
        return row[self._place(binding.column, binding.where)] if binding.column else None

    def _place(self, name: str, where: str) -> int:
        """The place of a column in the rows. Raises MappingError."""
        if name not in self._places:
            self._places[name] = self._table.column(name, where)
        return self._places[name]

    def _cell(self, cell: Cell | None) -> Cell | None:
        return None if cell is None or cell.text in self._own.missing else cell

    def _passed_over(self, row: Row, binding: Binding) -> bool:
        cell = self._at(binding, row)
        return cell is not None and cell.text in binding.skip

    def _time(self, head: Cell | None) -> str | None:
        """The time that the head of a column says."""
        if head is None:
            return None
        found = self._told(head, lambda: _read(values.time, head.text, "a year: give time, or columns headed by years"))
        return found.text if found else None

    def _told(self, cell: Cell, reading: Callable[[], T]) -> T | None:
        """What is read of a cell; None where it cannot be, which is noted with row and column."""
        try:
            return reading()
        except MappingError as error:
            head = next((h.text for h in self._table.heads if h and h.column == cell.column), "")
            self._note(cell, str(error), head)
            return None

    def _note(self, cell: Cell, said: str, head: str) -> None:
        fault = f"{self._own.table}: row {cell.row}, column {head}: {said}"
        if fault not in self.faults:
            self.faults.append(fault)


def _read(reading: Callable[[str], T | None], text: str, what: str) -> T:
    """Raises MappingError where a text does not say what it should."""
    found = reading(text)
    if found is None:
        raise MappingError(f"{text[:40]!r} is not {what}. Mend it, or list it under missing.")
    return found


def _range(cell: Cell) -> Range:
    return cell.start, cell.end


def _ranges(cells: list[Cell]) -> tuple[Range, ...]:
    return tuple(dict.fromkeys(map(_range, cells)))
