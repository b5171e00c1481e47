"""Tables that cannot be told, tables of coefficients, tables in random texts, and the tables of the papers."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderkg.corpus import reader
from borderkg.corpus.normaliser import fold
from borderkg.corpus.sections import read
from borderkg.corpus.tables import Table, tables
from tests.corpus.factory import SENTENCES, paragraph, reading
from tests.strategies import BLANKS, BREAKS, MARKS, NUMBERS, WORDS, steady


def framed(*lines: str) -> str:
    """A captioned table between two paragraphs."""
    return "\n".join([paragraph(0), "", "表1　口岸情况", *lines, "", paragraph(4), ""])


def only(text: str) -> Table:
    (table,) = tables(reading(text))
    return table


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["省区 进口 出口", "广西 1.5 2.5", "云南 3.5", "西藏 5.5 6.5"], "rows of 3 cells and others of 2"),
        (["省区 进口 出口", "广西 1.5 2.5", "云南 3.5 4.5 9.5", "西藏 5.5 6.5"], "rows of 3 cells and others of 4"),
        (["广西 1.5 2.5 3.5", "云南 4.5 5.5 6.5", "西藏 7.5 8.5 9.5"], "header lines over 3 columns"),
        (["省区 甲 乙 丙", "广西 1.5 2.5", "云南 3.5 4.5", "西藏 5.5 6.5"], "4 header words over 2 columns"),
        (
            ["省区", "广西", "云南", "西藏", "2018年", "1.5", "2.5", "3.5", "2019年", "4.5", "5.5"],
            "nothing tells which is empty",
        ),
        (
            ["省区", "进口", "出口", "总额", "广西", "云南", "西藏", *(f"{i}.5" for i in range(9))],
            "7 labels before columns of 9 cells",
        ),
        (["1.5", "2.5", "省区", "3.5", "4.5"], "numbers at both ends"),
    ],
)
def test_a_table_that_cannot_be_told_is_refused(lines: list[str], reason: str) -> None:
    """A missing cell, headers that do not fit: no rows, and a warning that says why."""
    table = only(framed(*lines))
    assert (table.header, table.rows) == ((), ())
    assert table.warning.startswith("table 1 not read: ")
    assert reason in table.warning
    assert table.title.text == "口岸情况"


@pytest.mark.parametrize("number", ["12", "— 12 —", "第12页"])
def test_a_page_number_among_the_rows_is_no_cell(number: str) -> None:
    """A number that stands alone between whole rows is the page's."""
    table = only(framed("省区 进口 出口", "广西 1.5 2.5", "", number, "", "西藏 5.5 6.5"))
    assert [[c and c.text for c in row] for row in table.rows] == [["广西", "1.5", "2.5"], ["西藏", "5.5", "6.5"]]


def test_a_refused_table_without_a_number_is_named_by_its_place() -> None:
    """The warning of a table without a caption says where it stands."""
    text = f"{SENTENCES[0]}\n\n省区 进口 出口\n广西 1.5 2.5\n云南 3.5\n西藏 5.5 6.5\n\n{SENTENCES[1]}\n"
    assert only(text).warning.startswith(f"table at offset {text.index('省区')} not read: ")


@pytest.mark.parametrize(
    "lines",
    [
        ["口岸名称", "口岸类别"],
        ["2019年", "2020年"],
        ["1.5", "2.5"],
        ["共有口岸 12 个，其中铁路口岸 3 个。", "公路口岸 9 个。"],
    ],
)
def test_a_few_numbers_are_no_table(lines: list[str]) -> None:
    """Short lines, a figure's ticks and sentences with numbers are not taken for a table."""
    assert tables(reading("\n".join([paragraph(0), "", *lines, "", paragraph(4)]))) == []


def test_a_second_table_of_another_header_is_no_continuation() -> None:
    """Tables follow each other without captions; only the same header can go on with the one before."""
    first, second = "| 省区 | 进口 |\n|---|---|\n| 广西 | 1.5 |", "| 口岸 | 出口 |\n|---|---|\n| 瑞丽 | 2.5 |"
    found = tables(reading(framed(first, "", SENTENCES[1], "", second)))
    assert [[label.text for label in table.header] for table in found] == [["省区", "进口"], ["口岸", "出口"]]
    assert [len(table.rows) for table in found] == [1, 1]


def test_a_numbered_continuation_keeps_its_number() -> None:
    """A part under `续表1` with its title is a table of its own, with the number and title of the first."""
    first, second = "省区 2018年 2019年\n广西 1.5 2.5\n云南 3.5 4.5", "省区 2018年 2019年\n西藏 5.5 6.5\n新疆 7.5 8.5"
    found = tables(reading(framed(first, "", "续表1　口岸情况", second)))
    assert [(table.number, table.title.text) for table in found] == [("1", "口岸情况")] * 2
    assert [row[0] and row[0].text for table in found for row in table.rows] == ["广西", "云南", "西藏", "新疆"]


# Coefficients

BELOW = ["Δy", "1992—2020 1992—2013", "投资 0.52***", "(0.11)", "-0.61**", "(0.12)"]
BELOW += ["开放", "0.33", "(0.21)", "0.44*", "(0.22)", "观测值 252 198"]
BEHIND = ["Δy 1992—2020 1992—2013", "投资 0.52*** (0.11) -0.61** (0.12)", "开放 0.33 (0.21) 0.44 * (0.22)"]
BEHIND += ["观测值 252 198"]


@pytest.mark.parametrize("lines", [BELOW, BEHIND], ids=["errors below", "errors behind"])
def test_coefficients_carry_their_standard_errors(lines: list[str]) -> None:
    """Terms are rows, samples columns; the bracketed number belongs to the coefficient before it."""
    table = only(framed(*lines))
    assert table.regression
    assert [label.text for label in table.header] == ["Δy", "1992—2020", "1992—2013"]
    read_off = {
        row[0].text: [(str(c.number), c.stars, c.error and str(c.error.number)) for c in row[1:] if c]
        for row in table.rows
        if row[0]
    }
    assert read_off == {
        "投资": [("0.52", 3, "0.11"), ("-0.61", 2, "0.12")],
        "开放": [("0.33", 0, "0.21"), ("0.44", 1, "0.22")],
        "观测值": [("252", 0, None), ("198", 0, None)],
    }


def test_a_table_of_figures_is_no_regression() -> None:
    """A single number in brackets makes no standard error."""
    assert not only(framed("省区 进口 出口", "广西 1.5 (2.5)", "云南 3.5 4.5", "西藏 5.5 6.5")).regression


# Random texts

PIECES = [*WORDS[:8], *NUMBERS, *MARKS, "(0.5)", "0.33**", "—", "2019年", "| ", " |", "\t", *BLANKS[:2], *BREAKS[:2]]
scraps = st.lists(st.sampled_from([*PIECES, "\n", "\n", "\n", " ", " "]), max_size=80).map("".join)


@steady
@given(scraps)
def test_no_text_makes_the_reader_of_tables_fail(text: str) -> None:
    """Whatever looks like a table is read or refused; rows are as long as the header, and cells lie in the text."""
    for table in tables(reading(text)):
        assert bool(table.warning) == (not table.header)
        for row in table.rows:
            assert len(row) == len(table.header)
            assert all(0 <= c.start <= c.end <= len(text) for c in row if c)


@steady
@given(scraps)
def test_every_number_of_a_table_is_printed(text: str) -> None:
    """A reader of tables invents no number: the digits of each cell stand in the text at its place."""
    for table in tables(reading(text)):
        for cell in (c for row in table.rows for c in row if c and c.number is not None):
            digits = [c for c in fold(text[cell.start : cell.end]) if c.isdigit()]
            assert digits == [c for c in cell.text if c.isdigit()]


# The papers


def tables_of(papers: Path, name: str) -> tuple[str, list[Table]]:
    (path,) = papers.glob(f"{name}_*.txt")
    document = reader.document(path, path.name, {})
    return document.text, tables(read(document))


def value(table: Table, label: str, header: str) -> Decimal | None:
    column = [h.text for h in table.header].index(header)
    (row,) = (row for row in table.rows if row[0] and row[0].text == label)
    cell = row[column]
    return cell.number if cell else None


@pytest.mark.shared
def test_the_tables_of_the_papers_were_counted(papers: Path) -> None:
    """Each paper has the tables, rows and columns that were counted by eye, and none is refused."""
    shapes = {
        name: [(t.number, len(t.rows), len(t.header)) for t in tables_of(papers, name)[1]]
        for name in ("000", "001", "002", "003", "004")
    }
    assert shapes == {
        "000": [("1", 11, 7)],
        "001": [("1", 12, 6), ("2", 12, 5), ("4", 12, 9), ("3", 12, 5)],
        "002": [("1", 8, 4), ("2", 5, 7), ("3", 10, 4)],
        "003": [],
        "004": [("1-1", 9, 3), ("1-2", 46, 4)],
    }


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "number", "label", "header", "expected"),
    [
        ("000", "1", "黑龙江", "沿边口岸", "25"),
        ("000", "1", "沿边累计", "沿边口岸", "137"),
        ("000", "1", "广西", "重点开发开放试验区", "3"),
        ("000", "1", "全国", "自贸试验区", "21"),
        ("001", "1", "云南", "2021年", "486.59"),
        ("001", "1", "沿边地区占全国的比重(%)", "2017年", "6.30"),
        ("001", "2", "西藏", "2018年", None),
        ("001", "2", "西藏", "2019年", "0.30"),
        ("001", "3", "黑龙江", "2020年", "0.61"),
        ("001", "4", "新疆", "2019年入境游(万人次)", "35.00"),
        ("001", "4", "黑龙江", "2020年入境游外汇收入(亿美元)", None),
        ("001", "4", "西藏", "2020年入境游外汇收入(亿美元)", "0.03"),
        ("002", "2", "2012", "边疆9省区二", "43.9"),
        ("002", "1", "ΔBO", "2014—2020", "9.3774"),
        ("002", "3", "观测值", "1992—2013", "198"),
        ("004", "1-2", "合计", "个数", "139"),
        ("004", "1-2", "辽宁省", "个数", "5"),
    ],
)
def test_cells_of_the_papers(
    papers: Path, name: str, number: str, label: str, header: str, expected: str | None
) -> None:
    """Single figures that were looked up by eye in the papers' tables."""
    (table,) = (t for t in tables_of(papers, name)[1] if t.number == number)
    assert value(table, label, header) == (None if expected is None else Decimal(expected))


@pytest.mark.shared
@pytest.mark.parametrize("name", ["000", "001", "002", "004"])
def test_cells_of_the_papers_say_where_they_are_printed(papers: Path, name: str) -> None:
    """Every number of every table, full-width or not, stands in the file where its cell says."""
    text, found = tables_of(papers, name)
    for table in found:
        for cell in (c for row in table.rows for c in row if c and c.number is not None):
            assert fold(text[cell.start : cell.end]).replace(" ", "").startswith(cell.text)


@pytest.mark.shared
def test_captions_and_notes_of_the_papers(papers: Path) -> None:
    """In the second paper captions stand below the first table and above others, each with its unit and its source."""
    _, found = tables_of(papers, "001")
    assert [table.unit for table in found] == ["亿美元", "亿美元", "", "亿美元"]
    assert ["外贸总额" in table.title.text for table in found] == [True, False, False, False]
    assert ["入境旅游" in table.title.text for table in found] == [False, False, True, False]
    assert [len(table.notes) for table in found] == [1, 1, 1, 1]
