"""HTML tables in a text: rows between bars, each character in its place."""

import pytest

from borderkg.corpus.grids.tagged import untagged


def rows(text: str) -> list[list[str]]:
    """The cells of each line between bars."""
    lines = [line.strip() for line in untagged(text).split("\n")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>", [["甲", "1"], ["乙", "2"]]),
        ("<TR><TH>甲</TH>\n<TD class='n'>1<br/>%</TD></TR>", [["甲", "1     %"]]),
        ("<tr><td>甲</td></tr>", [["甲"]]),
    ],
)
def test_rows_between_bars(text: str, found: list[list[str]]) -> None:
    assert rows(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "没有表格",
        "<tr></tr>",
        "<tr><td>甲</td>",
        "甲<table><tr><td colspan=3>乙</td><td>丙</td></tr></table>丁",
        "<tr><td></td></tr>",
    ],
)
def test_nothing_moves(text: str) -> None:
    """Every character that is no tag stays where it was."""
    found = untagged(text)
    assert len(found) == len(text)
    assert all(a == b for a, b in zip(found, text, strict=True) if "\u4e00" <= b <= "\u9fff")


def test_a_cell_over_several_columns_leaves_the_others_empty() -> None:
    found = rows('<tr><td>甲</td><td colspan="2">乙</td><td>丙</td></tr>')
    assert found == [["甲", "乙", "", "丙"]]
