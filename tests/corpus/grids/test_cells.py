"""Cells of tables."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderkg.corpus.grids.cells import YEAR, Label, cell, join
from borderkg.corpus.normaliser import fold
from tests.strategies import steady, texts


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", "12"),
        ("12.50", "12.50"),
        ("1,234,567.8", "1234567.8"),
        ("-3.2", "-3.2"),
        ("+3", "3"),
        ("0", "0"),
        ("2017", "2017"),
        (" 12 ", "12"),
    ],
)
def test_numbers_are_read_exactly(text: str, number: str) -> None:
    """A number keeps its decimals and loses its thousands marks; nothing is rounded."""
    read = cell(text, 0)
    assert read.number is not None
    assert str(read.number) == number
    assert not (read.percent or read.stars or read.bracketed or read.dash)


@pytest.mark.parametrize("text", ["12%", "12 %", "12‰", "-3.2%"])
def test_percent_is_told(text: str) -> None:
    """A share is marked as one, and its number is the printed one."""
    read = cell(text, 0)
    assert read.percent
    assert read.number == Decimal(text.rstrip("%‰ "))


@pytest.mark.parametrize(
    ("text", "number", "stars", "bracketed"),
    [
        ("5.2329***", "5.2329", 3, False),
        ("1.18 *", "1.18", 1, False),
        ("(1.9176)", "1.9176", 0, True),
        ("[0.05]", "0.05", 0, True),
        ("(-0.56)**", "-0.56", 2, True),
    ],
)
def test_coefficients_and_standard_errors(text: str, number: str, stars: int, bracketed: bool) -> None:
    """Stars of significance and the brackets of a standard error are read off the number."""
    read = cell(text, 0)
    assert (read.number, read.stars, read.bracketed) == (Decimal(number), stars, bracketed)


@pytest.mark.parametrize("text", ["—", "——", "-", "…", "...", "/", "N/A", "n/a", "－"])
def test_a_dash_says_that_a_cell_is_empty(text: str) -> None:
    """Dashes of all kinds are cells that state that there is nothing."""
    read = cell(fold(text), 0)
    assert read.dash
    assert read.number is None


@pytest.mark.parametrize("text", ["口岸", "沿边 口岸", "12亿", "(12", "12.5.6", "1,23", "G12", "", "第3名", "一12"])
def test_words_have_no_number(text: str) -> None:
    """A label is its words without blanks; a number in it is not its value."""
    read = cell(text, 0)
    assert read.number is None
    assert not read.dash
    assert read.text == text.replace(" ", "")


@pytest.mark.parametrize("label", ["2017", "2017年", "2017 年", "1992—2020", "1992—2020年", "2017-2021年", "2006—10年"])
def test_years_are_labels(label: str) -> None:
    """A year or a span of years over a column is told from a number in it."""
    assert YEAR.match(label)


@pytest.mark.parametrize("label", ["1717", "20170", "2017.5", "2017年5月", "年"])
def test_what_is_no_year(label: str) -> None:
    """A number out of range, with decimals, or a month is none."""
    assert not YEAR.match(label)


@steady
@given(texts.map(fold), st.integers(0, 1000))
def test_a_cell_says_where_it_is_printed(text: str, start: int) -> None:
    """Offsets frame what is printed, without the blanks around it."""
    read = cell(text, start)
    printed = text[read.start - start : read.end - start]
    assert printed == text.strip()
    assert "".join(read.text.split()) == "".join(printed.split())


def test_pieces_of_a_label_are_joined_and_remembered() -> None:
    """A label that a line break parted reads as one and still says where each piece stands."""
    assert join([cell("边境经济", 10), cell("合作区", 20)]) == Label("边境经济合作区", ((10, 14), (20, 23)))
    assert join([]) == Label("")


@pytest.mark.parametrize(
    ("text", "number", "unit", "bound"),
    [
        ("约15.2万吨", "15.2", "万吨", ""),
        ("近20万人次", "20", "万人次", "<"),
        ("6万多人次", "6", "万人次", ">"),
        ("不足3小时", "3", "小时", "<"),
        ("20余家", "20", "家", ">"),
        ("同比下降3.2%", "-3.2", "", ""),
        ("增长12%", "12", "", ""),
        ("↓3.5%", "-3.5", "", ""),
    ],
)
def test_numbers_with_words_about_them(text: str, number: str, unit: str, bound: str) -> None:
    """How exact they are, and which way they go."""
    read = cell(fold(text), 0)
    assert read.number == Decimal(number)
    assert (read.unit, read.bound) == (unit, bound)


@pytest.mark.parametrize("text", ["2017年底", "1.2—1.5万吨", "增长", "约", "降5", "某市3区"])
def test_words_with_numbers_that_are_no_figures(text: str) -> None:
    assert cell(fold(text), 0).number is None
