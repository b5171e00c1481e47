"""Terms: numbers in one form, dates with the datatype that fits."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderkg.graph import terms as t
from borderkg.vocabulary import XSD


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (5, "5.0"),
        (5.0, "5.0"),
        (Decimal("5.10"), "5.1"),
        (Decimal("1E+3"), "1000.0"),
        (1e-7, "0.0000001"),
        (-0.5, "-0.5"),
        (0, "0.0"),
        (1e16, "10000000000000000.0"),
    ],
)
def test_decimals(value: float | Decimal, expected: str) -> None:
    """A decimal is written without exponent and trailing zeros, with at least one digit after the point."""
    term = t.decimal(value)
    assert (term.value, term.datatype.value) == (expected, XSD + "decimal")


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**9), max_value=10**9))
def test_equal_numbers_are_equal_terms(value: Decimal) -> None:
    """Equal numbers give one term, however many zeros they are written with, and it reads back as the number."""
    longer = Decimal(f"{value:f}000") if "." in f"{value:f}" else Decimal(f"{value:f}.000")
    assert t.decimal(value) == t.decimal(longer)
    assert Decimal(t.decimal(value).value) == value


@pytest.mark.parametrize(
    ("value", "kind"),
    [("2017", "gYear"), ("2017-05", "gYearMonth"), ("2017-05-12", "date"), ("1992/1999", "string"), ("", "string")],
)
def test_dates(value: str, kind: str) -> None:
    """A year, a month and a day have the datatype that fits; anything else is a plain string for the shapes to judge."""
    assert t.date(value).datatype.value == XSD + kind


@pytest.mark.parametrize(
    ("value", "language"), [("口岸", "zh"), ("A口岸", "zh"), ("Port", "en"), ("", "en"), ("20世纪", "zh"), ("㐀", "zh")]
)
def test_language_of_a_label(value: str, language: str) -> None:
    """A label with a Han character is Chinese, any other English."""
    assert t.language_of(value) == language


@pytest.mark.parametrize(
    ("term", "value", "kind"),
    [(t.integer(7), "7", "integer"), (t.boolean(True), "true", "boolean"), (t.boolean(False), "false", "boolean")],
)
def test_integers_and_booleans(term: object, value: str, kind: str) -> None:
    """Integers and booleans are written in their canonical form."""
    assert str(term) == f'"{value}"^^<{XSD}{kind}>'


def test_text_has_a_language_where_one_is_given() -> None:
    """Text without a language is a plain string."""
    assert t.text("口岸", "zh").language == "zh"
    assert t.text("口岸").datatype.value == XSD + "string"
