"""Coefficients of regression tables, with what caption and notes say of all of them."""

import pytest

from borderkg.extraction import extractor
from borderkg.extraction.papers.estimates import panel_of
from borderkg.extraction.statement import Statement
from tests.corpus.factory import document

TABLE = """表3 回归结果（被解释变量：lnExport）
| 变量 | (1) | (2) |
|---|---|---|
| Open | 0.31*** | 0.22** |
| | (0.05) | (0.09) |
| 常数项 | -1.4 | -1.2 |
| | (0.9) | (0.8) |
| N | 60 | 60 |
"""
NOTE = "注：样本期为1998—2019年；括号内为标准误，***、**、*分别表示在1%、5%、10%的水平上显著。\n"


def estimates(text: str) -> list[Statement]:
    """The coefficients of a text."""
    return [s for s in extractor.default().extract(document(text)) if s.predicate == "estimate"]


def test_errors_on_the_row_below() -> None:
    """The row of brackets belongs to the coefficients above it; counts of observations are no coefficients."""
    found = estimates(TABLE + NOTE)
    assert [(str(s.object), s.qualifiers["term"], s.qualifiers["stdError"]) for s in found] == [
        ("0.31", "Open", 0.05),
        ("0.22", "Open", 0.09),
        ("-1.4", "常数项", 0.9),
        ("-1.2", "常数项", 0.8),
    ]


def test_what_holds_of_all() -> None:
    """The dependent variable in the caption, the sample in the note."""
    assert {(s.qualifiers["dependent"], s.qualifiers["sample"]) for s in estimates(TABLE + NOTE)} == {
        ("lnExport", "1998/2019")
    }


@pytest.mark.parametrize(
    ("note", "levels"),
    [
        ("注：***、**、*分别表示在1%、5%、10%的水平上显著。", ["1%", "5%"]),
        ("注：*、**、***分别表示10%、5%和1%的显著性水平。", ["1%", "5%"]),
        ("注：***和**分别代表0.1%和1%的水平。", ["0.1%", "1%"]),
        ("注：*** p<0.01, ** p<0.05, * p<0.1。", ["1%", "5%"]),
        ("注：括号内为标准误。", ["1%", "5%"]),
    ],
)
def test_what_the_stars_stand_for(note: str, levels: list[str]) -> None:
    """In the order in which the note names them, else as papers agree."""
    assert [s.qualifiers["significance"] for s in estimates(TABLE + note + "\n")[:2]] == levels


def test_brackets_that_hold_no_errors() -> None:
    """Where the note says so, they are t values."""
    found = estimates(TABLE + "注：括号内为t值。\n")
    assert found[0].qualifiers["tValue"] == 0.05
    assert "stdError" not in found[0].qualifiers


def test_errors_in_a_column_of_their_own() -> None:
    text = """表2 结果
| 变量 | 系数 | 标准误 | 显著性 |
|---|---|---|---|
| 口岸开放 | 0.215 | 0.061 | 1% |
| 距离 | -0.874 | 0.402 | 5% |
"""
    assert [
        (s.qualifiers["term"], s.qualifiers["stdError"], s.qualifiers["significance"]) for s in estimates(text)
    ] == [
        ("口岸开放", 0.061, "1%"),
        ("距离", 0.402, "5%"),
    ]


def test_errors_in_the_cell_and_a_sample_that_the_text_names() -> None:
    text = """样本期为1999—2018年。
表6 异质性检验
| 变量 | 东部段 | 西部段 |
| --- | --- | --- |
| policy | 0.083*** (0.022) | 0.041* (0.024) |
| road | 0.012 (0.015) | 0.033** (0.014) |
"""
    found = estimates(text)
    assert [str(s.object) for s in found] == ["0.083", "0.041", "0.012", "0.033"]
    assert {s.qualifiers["sample"] for s in found} == {"1999/2018"}
    assert found[0].qualifiers["stdError"] == 0.022


def test_headers_set_apart_by_blanks() -> None:
    text = """表4 基准回归

              模型1          模型2
              lnTrade       lnTrade
Border        0.215***      0.187**
              (0.058)       (0.079)
lnDist        -1.102***     -0.984***
              (0.211)       (0.198)
"""
    assert [(str(s.object), s.qualifiers["stdError"]) for s in estimates(text)] == [
        ("0.215", 0.058),
        ("0.187", 0.079),
        ("-1.102", 0.211),
        ("-0.984", 0.198),
    ]


def test_the_observations_of_each_column() -> None:
    """The row that counts them gives each estimate those of its column."""
    text = TABLE.replace("| N | 60 | 60 |", "| 观测值 | 60 | 40 |")
    assert [s.qualifiers["observations"] for s in estimates(text + NOTE)] == [60, 40, 60, 40]


@pytest.mark.parametrize(
    ("text", "panel"),
    [
        ("本文采用2001—2020年沿边9个省区的面板数据。", {"panelUnits": 9, "panelYears": 20}),
        (
            "选取2008—2017年60个边境县作为研究样本,共得到600个观测值。",
            {"panelUnits": 60, "panelYears": 10, "panelObservations": 600},
        ),
        ("本文采用2001—2020年的面板数据。稳健性检验用2005—2020年的样本。", {}),
        ("2001—2020年沿边9个省区的贸易增长很快。", {}),
    ],
    ids=["units and years", "observations", "two spans", "no panel"],
)
def test_the_panel_that_a_text_tells(text: str, panel: dict[str, int]) -> None:
    """What it tells once; of what it tells twice nothing is known."""
    assert panel_of(text) == panel


def test_an_error_as_it_is_printed() -> None:
    """A standard error keeps the zeros at its end, which say how exact it is."""
    found = estimates(TABLE.replace("(0.05)", "(0.050)") + NOTE)
    assert [s.qualifiers.get("printedError") for s in found] == ["0.050", None, None, None]
