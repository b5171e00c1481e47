"""Tables of names come back cell by cell, whichever way they are laid out."""

import pytest

from tests.extraction.stated import stated
from tests.tables import layouts, names, reading
from tests.tables.layouts import Layout
from tests.tables.names import Listing

LAYOUTS = (
    layouts.markdown,
    layouts.markdown_cut,
    layouts.tabbed,
    layouts.csv,
    layouts.csv_quoted,
    layouts.aligned,
    layouts.spaced,
    layouts.spaced_apart,
    layouts.full_width_blanks,
    layouts.cut_with_head,
    layouts.rows,
    layouts.rows_apart,
    layouts.columns,
    layouts.columns_apart,
)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
@pytest.mark.parametrize("listing", names.LISTINGS, ids=lambda listing: listing.table.name)
def test_every_name_comes_back(listing: Listing, layout: Layout) -> None:
    """What each cell states of its row, and nothing else that a table states."""
    for frame in reading.FRAMES:
        found = stated(frame(listing.table, layout(listing.table)), "listings")
        assert found >= listing.claims
