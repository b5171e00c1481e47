"""The days that a cell of a listing tells."""

import pytest

from borderkg.extraction.tables.listing_days import days


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("1992/3、1994/5", ["1992-03", "1994-05"]),
        ("1992年批准/1993年开通", ["1992", "1993"]),
        ("1984年批准,1990年开通", ["1984", "1990"]),
        ("2020-12-11", ["2020-12-11"]),
        ("1984—1991", []),
        ("拟于2030年开放", []),
    ],
)
def test_days(cell: str, told: list[str]) -> None:
    """Each day that a cell tells, by whatever mark the next is parted; no span of time, and nothing that is to come."""
    assert [day.start for day in days(cell)] == told
