"""Regression tables in the shapes in which papers print them: whose coefficient, of which sample, how sure."""

import pytest

from borderkg.corpus import tables
from borderkg.extraction import extractor
from tests.corpus.factory import document, reading


def estimates(text: str) -> set[tuple[object, ...]]:
    """Dependent variable, sample, term, coefficient, error and significance of every estimate."""
    found = [s for s in extractor.default().extract(document(text)) if s.predicate == "estimate"]
    keys = ("dependent", "sample", "term", "stdError", "significance")
    return {(*(s.qualifiers.get(key) for key in keys), str(s.object)) for s in found}


STARS = "注：括号内为标准误；***、**、*分别表示在1%、5%、10%水平上显著。"
BY_SAMPLE = {
    ("", "东北", "lnOpen", 0.11, "5%", "0.22"),
    ("", "东北", "常数项", 0.33, "1%", "1.81"),
    ("", "西南", "lnOpen", 0.08, "1%", "0.33"),
    ("", "西南", "常数项", 0.29, None, "1.66"),
}


@pytest.mark.parametrize(
    "rows",
    [
        "地区 lnOpen 常数项\n东北 0.22** 1.81***\n (0.11) (0.33)\n西南 0.33*** 1.66\n (0.08) (0.29)",
        "| 地区 | lnOpen | 常数项 |\n|---|---|---|\n| 东北 | 0.22** | 1.81*** |\n| | (0.11) | (0.33) |\n"
        "| 西南 | 0.33*** | 1.66 |\n| | (0.08) | (0.29) |",
        "变量 东北 西南\nlnOpen 0.22** 0.33***\n (0.11) (0.08)\n常数项 1.81*** 1.66\n (0.33) (0.29)",
    ],
    ids=["terms over columns", "terms over columns between bars", "terms before rows"],
)
def test_terms_stand_over_columns_or_before_rows(rows: str) -> None:
    """The samples stand where the terms do not."""
    assert estimates(f"表12 分地区回归\n\n{rows}\n\n{STARS}\n") == BY_SAMPLE


def test_stars_and_errors_on_lines_of_their_own() -> None:
    """As a PDF that lost its layout leaves them."""
    cells = ["0.312", "***", "(0.052)", "0.287", "**", "(0.121)", "0.021", "(0.034)", "0.044", "*", "(0.025)"]
    lines = ["变量", "模型1", "模型2", "边境贸易额", *cells[:6], "外商投资", *cells[6:], "观测值", "252", "252"]
    assert estimates("表11 开放对经济增长的影响\n" + "\n".join(lines) + f"\n{STARS}\n") == {
        ("", "模型1", "边境贸易额", 0.052, "1%", "0.312"),
        ("", "模型2", "边境贸易额", 0.121, "5%", "0.287"),
        ("", "模型1", "外商投资", 0.034, None, "0.021"),
        ("", "模型2", "外商投资", 0.025, "10%", "0.044"),
    }


@pytest.mark.parametrize(("names", "dependent"), [("lnGDP lnGDP", "lnGDP"), ("lnGDP lnFDI", "")], ids=["one", "two"])
def test_the_dependent_variable_behind_each_model(names: str, dependent: str) -> None:
    """It is the table's where it is the same for all, and is not made of several."""
    one, two = names.split()
    rows = f"变量  (1) {one}  (2) {two}\nlnTrade  0.213***  0.187**\n  (0.041)  (0.079)\nlnInv  0.054*  0.061\n  (0.031)  (0.045)"
    found = estimates(f"表10 基准回归结果\n{rows}\n{STARS}\n")
    assert {entry[0] for entry in found} == {dependent}
    assert (dependent, "(2)", "lnTrade", 0.079, "5%", "0.187") in found


def test_fewer_coefficients_than_models_are_refused() -> None:
    """With one line that says why: which model has none cannot be told."""
    rows = (
        "变量\n模型1\n模型2\n模型3\nlnOpen\n0.31***\n(0.05)\n0.28**\n(0.12)\nlnInv\n(0.03)\n0.02\n(0.03)\n(0.02)\n0.4\n"
    )
    (table,) = tables.tables(reading(f"表9 稳健性检验\n{rows}\n"))
    assert table.rows == ()
    assert "table 9 not read" in table.warning
