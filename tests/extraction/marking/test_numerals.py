"""Chinese numerals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderkg.extraction.marking.numerals import PATTERN, at_least, whole
from tests.strategies import steady

DIGITS = "零一二三四五六七八九"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("零", 0),
        ("三", 3),
        ("两", 2),
        ("十", 10),
        ("十四", 14),
        ("二十", 20),
        ("九十九", 99),
        ("一百", 100),
        ("一百零五", 105),
        ("一百三十九", 139),
        ("一千零一", 1001),
        ("两千三百", 2300),
        ("三万五千", 35_000),
        ("十万", 100_000),
        ("二十亿", 2_000_000_000),
        ("一万亿", 10**12),
        ("二〇一二", 2012),
        ("二○○八", 2008),
        ("一九九二", 1992),
        ("二00六", 2006),
        ("139", 139),
        ("007", 7),
    ],
)
def test_numerals_are_read(text: str, number: int) -> None:
    """With units or digit by digit, in Chinese or in figures."""
    assert whole(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("三四十", 30),
        ("一两百万", 1_000_000),
        ("三五", 3),
        ("二百七八十", 270),
        ("一九七八", 1978),
        ("三十四", 34),
        ("四三", 43),
    ],
)
def test_of_one_or_the_other_the_first_is_the_lower_bound(text: str, number: int) -> None:
    """Two numbers in a row are told of the one or the other; a year is written digit by digit, and goes on by any."""
    assert at_least(text) == number


@pytest.mark.parametrize("text", ["", "口岸", "十个", "3.5", "-3", "1,234", "廿", "半", "数十"])
def test_what_is_no_numeral(text: str) -> None:
    """Words, decimals and signs give no whole number."""
    assert whole(text) is None


def in_chinese(number: int) -> str:
    """How a number below ten thousand is written."""
    written, pending = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            written += ("零" if pending and written else "") + DIGITS[digit] + name
            pending = False
        else:
            pending = True
    return written


@steady
@given(st.integers(1, 9999))
def test_a_written_number_is_read_back(number: int) -> None:
    """Every number up to 9999, written out by the rules, is the number again."""
    assert whole(in_chinese(number)) == number
    assert whole(in_chinese(number).removeprefix("一") if 10 <= number < 20 else in_chinese(number)) == number


@steady
@given(st.integers(0, 10**6))
def test_a_number_digit_by_digit_is_read_back(number: int) -> None:
    """A number written digit by digit, as years are, is the number again."""
    assert whole("".join(DIGITS[int(digit)] for digit in str(number))) == number


@steady
@given(st.from_regex(PATTERN, fullmatch=True))
def test_whatever_the_pattern_finds_is_a_number(text: str) -> None:
    """What rules match as a numeral can be read as one, even where nobody would write it so."""
    number = whole(text)
    assert number is not None
    assert number >= 0
