"""Known tables of the field come back cell by cell, whichever way they are laid out."""

import pytest

from tests.tables import fields, layouts, reading
from tests.tables.known import Known
from tests.tables.layouts import Layout

LAYOUTS = (*layouts.ANY_LEVEL, *layouts.ONE_LEVEL, *layouts.TWO_LEVELS)


def fits(table: Known, layout: Layout) -> bool:
    """Whether a layout can show a table with groups over its columns, or one without."""
    return layout not in (layouts.ONE_LEVEL if table.groups else layouts.TWO_LEVELS)


def shown(table: Known, layout: Layout) -> str:
    """A text with the table in it, framed in one of the ways."""
    frame = reading.FRAMES[(sum(map(ord, table.name)) + LAYOUTS.index(layout)) % 3]
    return frame(table, layout(table))


CASES = [
    pytest.param(table, layout, id=f"{table.name}-{layout.__name__}")
    for table in (*fields.TABLES, *fields.TURNED)
    for layout in LAYOUTS
    if fits(table, layout)
]


@pytest.mark.parametrize(("table", "layout"), CASES)
def test_every_cell_comes_back(table: Known, layout: Layout) -> None:
    """Subject, indicator, value, unit and time of every cell, its evidence being what is printed in it; no more, no less,
    and no warning."""
    assert reading.read(shown(table, layout)) == (table.facts(), [])


KEEPING = (
    layouts.markdown,
    layouts.markdown_cut,
    layouts.tabbed,
    layouts.csv,
    layouts.csv_quoted,
    layouts.aligned,
    layouts.aligned_indented,
)
"""Layouts that show which cell is empty."""


@pytest.mark.parametrize("table", fields.WITH_GAPS, ids=lambda table: table.name)
def test_an_empty_cell_is_told_from_a_lost_one(table: Known) -> None:
    """Where the layout shows the empty cell, the others come back; where it does not, nothing is claimed, and one warning
    says so. A dash is an empty cell that is always shown."""
    for layout in LAYOUTS:
        if fits(table, layout):
            found, warnings = reading.read(shown(table, layout))
            if layout in KEEPING or found:
                assert (found, warnings) == (table.facts(), []), layout.__name__
            else:
                assert len(warnings) == 1, layout.__name__


LOST = [table for table in fields.TABLES if not table.groups]


@pytest.mark.parametrize("table", LOST, ids=lambda table: table.name)
def test_lost_points_are_put_back_or_nothing_is_claimed(table: Known) -> None:
    """Where the header says how many cells a row has, a blank is a point in one way only, or the table is refused."""
    body = layouts.lost_points(table)
    found, warnings = reading.read(reading.captioned(table, body))
    if found:
        assert {fact.replace(".", " ") for fact in found} == {fact.replace(".", " ") for fact in table.facts()}
        assert warnings == []
    else:
        assert len(warnings) == 1


@pytest.mark.parametrize("layout", [layouts.spaced, layouts.columns, layouts.rows, layouts.heads_apart])
def test_one_lost_point_is_put_back(layout: Layout) -> None:
    """The other cells of a column say how many decimals it has; the claim says that it is doubtful."""
    for table in LOST[:8]:
        text = layout(table)
        printed = table.cells[1][1]
        found, warnings = reading.read(reading.captioned(table, text.replace(printed, printed.replace(".", " "))))
        end = f"| {printed}"
        lost = {f.removesuffix(end) + end.replace(".", " ") if f.endswith(end) else f for f in table.facts()}
        assert (found, warnings) == (lost, [])


def test_the_tables_are_many() -> None:
    """At least forty tables and twenty-five layouts, no table twice."""
    assert len({table.name for table in fields.TABLES}) == len(fields.TABLES) >= 40
    assert len(LAYOUTS) >= 25
