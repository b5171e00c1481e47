"""Where evidence stands, in words: row, column and head of a cell, the characters of a text."""

import pytest

from borderkg.corpus.formats import pipes
from borderkg.graph.locator import Locator, cell_of, fragment, locate

TABLE = "题\n\n| 省份 |  | 产值 |\n| --- | --- | --- |\n| 云南 | 约 | 12 |\n| --- |  | 13 |\n\n注"


def at(words: str) -> int:
    return TABLE.index(words)


def test_a_cell() -> None:
    """By file, row, column and the head of the column, in both languages; on one line, English first."""
    found = locate("own.csv", at("12"), at("12") + 2, (5, 3), TABLE)
    assert (found.row, found.column, found.head) == (5, 3, "产值")
    assert str(found) == "own.csv, row 5, column 3 “产值” (own.csv第5行第3列“产值”)"


@pytest.mark.parametrize("text", [None, "", "| 甲 |"])
def test_a_cell_of_a_table_that_is_not_at_hand(text: str | None) -> None:
    """Has no head to show, and is found all the same."""
    found = locate("own.csv", 5, 7, (5, 3), text)
    assert found == Locator("own.csv, row 5, column 3", "own.csv第5行第3列", 5, 3, "")


def test_the_characters_of_a_text() -> None:
    """Said once: they are the same in both languages."""
    found = locate("a.txt", 5, 7, None, TABLE)
    assert str(found) == found.en == found.zh == "[5–7]"
    assert found.row is None and found.column is None


@pytest.mark.parametrize(
    ("words", "head"),
    [("云南", "省份"), ("约", ""), ("12", "产值"), ("13", "产值"), ("产值", ""), ("题", ""), ("注", "")],
)
def test_the_head_over_a_cell(words: str, head: str) -> None:
    """That of its column, also below a row that looks like the rule; none over a head, nor outside the table."""
    assert pipes.head_over(TABLE, at(words)) == head


def test_the_head_over_a_cell_at_the_beginning() -> None:
    """The table is the whole text."""
    text = TABLE.split("\n\n")[1]
    assert pipes.head_over(text, text.index("12")) == "产值"


def test_fragments() -> None:
    """A cell is read as it is written; no other fragment is a cell."""
    assert fragment((2, 3)) == "cell=2,3" and cell_of("cell=2,3") == (2, 3)
    assert [cell_of(value) for value in (None, "", "row=2", "cell=2,3-4,5", "cell=2,*")] == [None] * 5
