"""Known tables of the field come back cell by cell, whichever way they are laid out."""

import pytest

from tests.tables import fields, layouts, reading
from tests.tables.known import Known
from tests.tables.layouts import Layout

LAYOUTS = (*layouts.ANY_LEVEL, *layouts.ONE_LEVEL, *layouts.TWO_LEVELS)


def fits(table: Known, layout: Layout) -> bool:
    """Whether a layout can show a table with groups over its columns, or one without."""
    return layout not in (layouts.ONE_LEVEL if table.groups else layouts.TWO_LEVELS)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
@pytest.mark.parametrize("table", fields.TABLES, ids=lambda table: table.name)
def test_every_cell_comes_back(table: Known, layout: Layout) -> None:
    """Subject, indicator, value, unit and time of every cell, its evidence being what is printed in it; no more, no less,
    and no warning."""
    if not fits(table, layout):
        return
    frame = reading.FRAMES[(fields.TABLES.index(table) + LAYOUTS.index(layout)) % len(reading.FRAMES)]
    assert reading.read(frame(table, layout(table))) == (table.facts(), [])


def test_the_tables_are_many() -> None:
    """At least forty tables and twenty-five layouts, no table twice."""
    assert len({table.name for table in fields.TABLES}) == len(fields.TABLES) >= 40
    assert len(LAYOUTS) >= 25
