"""Coefficients that a paper tells in running text."""

import pytest

from borderkg.extraction.statement import Statement
from tests.extraction.papers.test_estimates import estimates

DATA = "本文以2003—2018年县域面板数据构造双重差分模型。表4为基准回归。\n"


def told(text: str) -> list[Statement]:
    return estimates(DATA + text + "\n")


def test_a_coefficient_with_its_error_and_level() -> None:
    (found,) = told("变量open的系数为0.067，标准误0.021，在1%的水平上显著。")
    assert str(found.object) == "0.067"
    assert found.qualifiers == {
        "table": "表4",
        "dependent": "",
        "term": "open",
        "sample": "2003/2018",
        "stdError": 0.021,
        "significance": "1%",
    }


def test_a_coefficient_that_leaves_out_its_term_is_of_the_one_before() -> None:
    first, second = told("结果显示，口岸开放的估计系数为0.12，在5%水平上显著；加入控制变量后，系数降至0.08且不显著。")
    assert (first.qualifiers["term"], first.qualifiers["significance"]) == ("口岸开放", "5%")
    assert (second.qualifiers["term"], second.qualifiers["significance"]) == ("口岸开放", None)


def test_several_coefficients_in_turn() -> None:
    found = told("lnGDP和lnPOP的系数分别为0.562和-0.133，分别在1%和10%的水平上显著。")
    assert [(str(s.object), s.qualifiers["term"], s.qualifiers["significance"]) for s in found] == [
        ("0.562", "lnGDP", "1%"),
        ("-0.133", "lnPOP", "10%"),
    ]


@pytest.mark.parametrize("text", ["全区基尼系数为0.42。", "各县恩格尔系数为0.31，比上年下降。"])
def test_other_coefficients_are_no_estimates(text: str) -> None:
    assert told(text) == []


def test_a_text_with_a_regression_table_tells_them_there() -> None:
    table = "表4 结果\n| 变量 | (1) |\n|---|---|\n| open | 0.31*** |\n| | (0.05) |\n| road | 0.22** |\n| | (0.09) |\n"
    assert len(told(table + "\n变量open的系数为0.31，在1%的水平上显著。")) == 2


def test_stars_behind_a_coefficient() -> None:
    found = told("变量open的系数为0.31***，距离的系数为-1.2**。")
    assert [s.qualifiers["significance"] for s in found] == ["1%", "5%"]


def test_a_level_that_is_told_in_other_ways() -> None:
    """Before the coefficient, or as a test that it passed."""
    for text in (
        "在1%的显著性水平上，口岸开放的系数为0.183。",
        "口岸开放的系数为0.183，标准误为0.046，通过了1%的显著性检验。",
    ):
        assert [s.qualifiers["significance"] for s in told(text)] == ["1%"]
