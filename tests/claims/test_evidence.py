"""The gate before all claims: a statement whose names and numbers do not stand in its evidence is held back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderkg.claims.evidence import fault
from borderkg.extraction.values import Time
from tests.facts import mention, statement

PORT = mention("Port:满洲里口岸", surface=("满洲里",))


def alias(text: str, at: tuple[int, int] | None = None, *context: tuple[int, int]) -> str:
    """What is wrong with "满洲里口岸 is also called 满市" read from a range of a text."""
    said = statement(PORT, "alias", "满市", at or (0, len(text)), context=context)
    return fault(said, text, traditional=False)


def number(value: str, text: str, **qualifiers: object) -> str:
    said = statement(PORT, "observation", Decimal(value), (0, len(text)), qualifiers=qualifiers)
    return fault(said, text, traditional=False)


def date(value: str, text: str) -> str:
    return fault(statement(PORT, "dateEstablished", Time(value), (0, len(text))), text, traditional=False)


GOOD = "满洲里又称满市。"


def test_a_sound_statement_passes() -> None:
    """A statement whose names stand in its evidence has no fault."""
    assert alias(GOOD) == ""


@pytest.mark.parametrize("at", [(0, 9), (-1, 8), (8, 9), (5, 5), (6, 3), (100, 200)])
def test_offsets_outside_the_text(at: tuple[int, int]) -> None:
    """A range that is empty, runs backwards or leaves the text is refused before anything else."""
    assert "lie outside the text of 8 characters" in alias(GOOD, at)


@pytest.mark.parametrize("context", [(0, 9), (3, 3)])
def test_offsets_of_the_context(context: tuple[int, int]) -> None:
    """The ranges of the context are held to the same rule."""
    assert "lie outside" in alias(GOOD, (0, 8), context)


@given(st.integers(-5, 15), st.integers(-5, 15))
def test_no_offsets_raise(start: int, end: int) -> None:
    """Whatever the offsets, the gate answers: nothing for those that hold both names, else a reason."""
    assert (alias(GOOD, (start, end)) == "") == (start == 0 and 7 <= end <= 8)


@pytest.mark.parametrize("text", ["   \n", "\u3000\u3000", "*①"])
def test_blank_evidence(text: str) -> None:
    """Evidence that holds nothing but blanks and note marks is refused."""
    assert alias(text) == "the evidence is blank"


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("又称满市。", "满洲里"),
        ("满洲里又称满城。", "满市"),
        ("满州里又称满市。", "满洲里"),
        ("满洲又称里满市。", "满洲里"),
    ],
)
def test_a_missing_name(text: str, lost: str) -> None:
    """A name that does not stand in the evidence, letter for letter, is named in the reason."""
    assert alias(text) == f"{lost!r} does not stand in the evidence"


def test_a_missing_object() -> None:
    """The object's name must stand in the evidence as the subject's must."""
    said = statement(PORT, "locatedIn", mention("Region:云南省"), (0, 8))
    assert fault(said, GOOD, traditional=False) == "'云南省' does not stand in the evidence"


@pytest.mark.parametrize(
    "text",
    [
        "满 洲 里又称满市",
        "满\n洲里又称满市",
        "满*洲里又称满市",
        "满①洲里又称满市",
        "<b>满洲</b>里又称满市",
        "满\u3000洲里又称“满市”",
    ],
)
def test_a_name_with_blanks_and_marks_inside(text: str) -> None:
    """Blanks, line breaks, note marks and mark-up inside a name do not hide it."""
    assert alias(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "如满洲\n· 37 ·\n里又称满市",
        "如满\n\n表1\n洲里又称满市",
        "如满洲\n注：一\n沿边开放概览\n里又称满市",
    ],
)
def test_a_name_broken_over_a_page(text: str) -> None:
    """A name that ends one line and goes on in a later one, past a page number or a note, stands in the evidence."""
    assert alias(text) == ""


@pytest.mark.parametrize("text", ["满洲\n· 37 ·\n的里又称满市", "满洲地\n里又称满市", "里又称满市\n满洲"])
def test_pieces_in_the_wrong_places_are_no_name(text: str) -> None:
    """Pieces of a name that do not end a line and begin a later one do not make it."""
    assert alias(text) == "'满洲里' does not stand in the evidence"


def test_pieces_of_two_ranges_are_no_name() -> None:
    """A name is not put together from the evidence and its context."""
    assert alias("满洲。里又称满市。", (3, 8), (0, 2)) == "'满洲里' does not stand in the evidence"


def test_the_context_may_hold_a_name() -> None:
    """A name may stand in a range of the context, such as a heading or a table's header."""
    assert alias("满洲里口岸\n又称满市。", (6, 10), (0, 5)) == ""


def test_traditional_characters() -> None:
    """In a text in traditional characters a name stands in its simplified form, and only there."""
    said = statement(PORT, "alias", "满市", (0, 7))
    assert fault(said, "滿洲里又稱滿市", traditional=True) == ""
    assert fault(said, "滿洲里又稱滿市", traditional=False) != ""


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("5", "满洲里有5个"),
        ("-5.6", "满洲里下降5.6%"),
        ("1234", "满洲里有1,234个"),
        ("1234.5", "满洲里有１，２３４．５个"),
        ("1.5", "满洲里有1.50个"),
        ("169.39", "满洲里为１６９ ３９亿美元"),
        ("169.30", "满洲里为１６９ ３０亿美元"),
        ("66.56", "满洲里占66. 56%"),
        ("169.39", "满洲里2019 169.39亿美元"),
        ("169.39", "满洲里为169.\n39亿美元"),
        ("5", "满洲里有5、6个"),
        ("10", "满洲里有10—20个"),
        ("0", "满洲里有0个"),
        ("14", "满洲里有十四个"),
        ("2", "满洲里有两个"),
        ("50", "满洲里占一半"),
    ],
)
def test_a_number_that_stands_there(value: str, text: str) -> None:
    """A number is found in digits or characters, with separators, a lost point or trailing zeros, without its sign."""
    assert number(value, text) == ""


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("5", "满洲里有6个"),
        ("20", "满洲里2015年"),
        ("0.5", "满洲里有5个"),
        ("0", "满洲里有100个"),
        ("49", "满洲里占一半"),
    ],
)
def test_a_number_that_does_not(value: str, text: str) -> None:
    """A number that stands in the evidence neither in digits nor in characters is named in the reason."""
    assert number(value, text) == f"the number {value} does not stand in the evidence"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("5", "满洲里有50个"),
        ("5", "满洲里有500个"),
        ("5", "满洲里有1.5个"),
        ("5", "满洲里有5.1个"),
        ("15", "满洲里有1.5个"),
        ("1.5", "满洲里有15个"),
        ("100", "满洲里有1个"),
        ("12", "满洲里有1个、2个"),
        ("1.2", "满洲里有1、2个"),
        ("234", "满洲里有1,234个"),
        ("16939", "满洲里为１６９ ３９亿美元"),
    ],
)
def test_a_number_of_another_size(value: str, text: str) -> None:
    """A number that holds another's digits, with a point elsewhere or more zeros, is another number."""
    assert number(value, text) == f"the number {value} does not stand in the evidence"


def test_verbal_quantities_are_not_looked_for() -> None:
    """A number that the rule read from words (`翻一番`) need not stand in the evidence."""
    assert number("100", "满洲里翻一番") != ""
    assert number("100", "满洲里翻一番", verbal=True) == ""


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1992", "满洲里1992年开放"),
        ("1992-03", "满洲里１９９２ 年 ３ 月开放"),
        ("1992", "满洲里一九九二年开放"),
        ("2000", "满洲里二〇〇〇年开放"),
        ("1992", "满洲里同年开放"),
        ("1992-09", "满洲里9月开放"),
    ],
)
def test_a_date_that_stands_there(value: str, text: str) -> None:
    """A year stands in digits or characters, or is completed from words such as 同年 or a bare month."""
    assert date(value, text) == ""


@pytest.mark.parametrize(("value", "text"), [("1992", "满洲里1993年开放"), ("1992", "满洲里开放")])
def test_a_date_that_does_not(value: str, text: str) -> None:
    """A year that the evidence does not hold is named in the reason."""
    assert date(value, text) == "the year 1992 does not stand in the evidence"
