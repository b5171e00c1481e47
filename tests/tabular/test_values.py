"""What a cell says: numbers and times however a table prints them, and nothing else."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderkg.tabular import values


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", "12"),
        ("1,234,567.80", "1234567.80"),
        ("１２，３４５．６", "12345.6"),
        ("12 345", "12345"),
        ("−3.2", "-3.2"),
        ("－３", "-3"),
        ("+5", "5"),
        ("5.2%", "5.2"),
        ("５．２％", "5.2"),
        ("1.5e3", "1500"),
        ("007", "7"),
    ],
)
def test_a_number_is_read(text: str, number: str) -> None:
    """In either width, with marks of thousands, signs and a percent sign."""
    assert values.number(text) == Decimal(number)


@pytest.mark.parametrize("text", ["", "12,34", "1.2.3", "约12", "12亿", "一", "1,2345", "--", "1e999", "nan", "０x1"])
def test_what_is_no_number_is_none(text: str) -> None:
    """A number is never guessed."""
    assert values.number(text) is None


@given(st.decimals(-(10**12), 10**12, allow_nan=False, places=3))
def test_a_printed_number_is_read_back(number: Decimal) -> None:
    """Plainly, with marks of thousands, and in full width."""
    wide = str.maketrans("0123456789.,-", "０１２３４５６７８９．，－")
    for printed in (f"{number:f}", f"{number:,f}", f"{number:,f}".translate(wide)):
        assert values.number(printed) == number


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2019", "2019"),
        ("２０１９年", "2019"),
        ("2019年5月", "2019-05"),
        ("2019-05", "2019-05"),
        ("2019/5/1", "2019-05-01"),
        ("2019.12.31", "2019-12-31"),
        ("2019年12月3日", "2019-12-03"),
        ("1992—2019", "1992/2019"),
        ("1992-2019年", "1992/2019"),
        ("1992年～2019年", "1992/2019"),
        ("1992/2019", "1992/2019"),
    ],
)
def test_a_time_is_read(text: str, time: str) -> None:
    """A year, a month, a day, a span of years."""
    read = values.time(text)
    assert read is not None
    assert read.text == time


@pytest.mark.parametrize(
    "text", ["", "19", "去年", "2019年13月", "2019-00", "2019-5-32", "2019—1992", "20190501", "2019年底"]
)
def test_what_is_no_time_is_none(text: str) -> None:
    """Nor is a time."""
    assert values.time(text) is None
