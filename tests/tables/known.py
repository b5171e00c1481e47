"""A known table: what is printed in it, and what each of its cells says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import chain

from borderkg.claims.assembler import number


@dataclass(frozen=True)
class Says:
    """What a caption, a row or a column says of the cells under it; empty where it does not speak of it.

    An indicator with `{}` in it is made of another's: `{}占全国的比重`.
    """

    subject: str = ""
    indicator: str = ""
    time: str = ""
    unit: str = ""

    def over(self, below: "Says") -> "Says":
        """What holds where both speak: this one, made of what is below."""
        indicator = self.indicator.format(below.indicator) if self.indicator else below.indicator
        return Says(self.subject or below.subject, indicator, self.time or below.time, self.unit or below.unit)


@dataclass(frozen=True)
class Head:
    """The words before a row or over a column, and what they say. A group stands over several names."""

    text: str
    says: Says = Says()
    group: str = ""

    @property
    def whole(self) -> str:
        return self.group + self.text


@dataclass(frozen=True)
class Known:
    """A table. Its printed numbers all differ, so that a cell found at the place of its number was read from there."""

    name: str
    caption: str
    unit: str
    stub: str
    columns: tuple[Head, ...]
    rows: tuple[Head, ...]
    cells: tuple[tuple[str, ...], ...]
    says: Says = Says()
    """What the caption says."""

    @property
    def groups(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(head.group for head in self.columns if head.group))

    @property
    def header(self) -> tuple[str, ...]:
        return (self.stub, *(head.whole for head in self.columns))

    @property
    def lines(self) -> list[tuple[str, ...]]:
        return [(head.text, *row) for head, row in zip(self.rows, self.cells, strict=True)]

    @property
    def columnwise(self) -> list[tuple[str, ...]]:
        return list(zip(*self.cells, strict=True))

    @property
    def empty(self) -> bool:
        """Whether a cell has nothing printed in it."""
        return "" in chain.from_iterable(self.cells)

    def facts(self) -> set[str]:
        """`subject | indicator | number unit | time | as printed` of every cell with a number."""
        found = set()
        for row, cells in zip(self.rows, self.cells, strict=True):
            for column, printed in zip(self.columns, cells, strict=True):
                if printed not in ("", "—"):
                    said = row.says.over(column.says.over(self.says))
                    found.add(fact(said, Decimal(printed.replace(",", "")), printed))
        return found

    def turned(self, stub: str) -> "Known":
        """The same table, its rows made columns."""
        cells = tuple(self.columnwise)
        return replace(self, name=f"{self.name} turned", stub=stub, columns=self.rows, rows=self.columns, cells=cells)

    def with_cell(self, row: int, column: int, printed: str) -> "Known":
        """The same table with another thing printed in one cell."""
        cells = [list(line) for line in self.cells]
        cells[row][column] = printed
        return replace(self, cells=tuple(map(tuple, cells)))


def fact(said: Says, value: Decimal, printed: str) -> str:
    """One cell in a line, as `reading.read` has it."""
    return f"{said.subject} | {said.indicator} | {number(value)} {said.unit} | {said.time} | {printed}"


@dataclass
class Numbers:
    """Numbers that never repeat and look like no year, from a plain congruential series."""

    seed: int
    used: set[Decimal] = field(default_factory=set)

    def next(self, low: int, high: int, places: int = 2) -> Decimal:
        """A number between two whole ones."""
        while True:
            self.seed = (self.seed * 1103515245 + 12345) % 2**31
            scale = 10**places
            whole = low * scale + (self.seed >> 8) % ((high - low) * scale)
            number = Decimal(whole).scaleb(-places)
            tail = number % 10 == 0 or (places and number % 1 == 0)
            if number not in self.used and not tail and not 1900 <= number < 2100:
                self.used.add(number)
                return number

    def grid(self, rows: int, columns: int, low: int, high: int, places: int = 2) -> list[list[Decimal]]:
        return [[self.next(low, high, places) for _ in range(columns)] for _ in range(rows)]


def printed(numbers: Sequence[Sequence[Decimal]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(str(n) for n in row) for row in numbers)


Made = Callable[[int], Known]
