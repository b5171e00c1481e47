"""What texts say of the significance of their estimates."""

import pytest

from tests.extraction.qualified import qualifier

ONE = (
    "表2 回归结果\n\n| 变量 | (1) |\n|---|---|\n| open | 0.31*** |\n| | (0.05) |\n| road | 0.12 |\n| | (0.11) |\n\n"
    "注：括号内为标准误，***、**、*分别表示在1%、5%、10%的水平上显著。\n\n"
)
TWO = (
    "表1 估计结果\n\n| 变量 | 1992—2020 | 1992—2013 |\n|---|---|---|\n| open | 0.31*** | 0.02 |\n| | (0.05) | (0.05) |\n"
    "| road | 0.12 | 0.33*** |\n| | (0.11) | (0.09) |\n\n注：括号内为标准误，***表示在1%的水平上显著。\n\n"
)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("由表2可知，open的系数在1%的水平上显著为正，road的系数不显著。", {"open (1)": "1%", "road (1)": "none"}),
        ("表2中road未通过显著性检验。", {"road (1)": "none"}),
        ("根据表2：β1在5%的显著性水平下显著。", {"open (1)": "5%"}),
    ],
)
def test_a_level_is_noted_with_the_estimate(sentence: str, said: dict[str, str]) -> None:
    assert qualifier(ONE + sentence, "said") == said


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "表1中，β1对总时段在1%水平上显著为正，1992—2013年则不显著。",
            {"open 1992/2020": "1%", "open 1992/2013": "none"},
        ),
        ("表1中，β2对总时段不显著，对分时段则在1%水平上显著为正。", {"road 1992/2020": "none", "road 1992/2013": "1%"}),
        ("根据表1：open不显著。", {}),
        ("根据表1：贸易的作用不显著。", {}),
        ("根据表9：β1不显著。", {}),
    ],
    ids=["by years", "the whole and its parts", "which column", "no term", "another table"],
)
def test_samples_are_told_apart(sentence: str, said: dict[str, str]) -> None:
    assert qualifier(TWO + sentence, "said") == said


def test_a_term_that_is_an_ordinary_word() -> None:
    """It is an estimate's only where the sentence speaks of estimates."""
    table = ONE.replace("open", "贸易开放")
    assert qualifier(table + "近年来贸易开放的变化不显著。", "said") == {}
    assert qualifier(table + "贸易开放的系数不显著。", "said") == {"贸易开放 (1)": "none"}


def test_a_table_is_spoken_of_nearby() -> None:
    """Of two tables the one named last, as long as it is near."""
    both = ONE + ONE.replace("表2", "表4").replace("open", "trade")
    assert qualifier(both + "由表2可知，road的系数不显著。", "said") == {"road (1)": "none"}
    assert qualifier(both + "由表4可知，open的系数不显著。", "said") == {}
    far = "口岸的货运量连年上升，仓储与加工企业相继落户。" * 80
    near = "由表2可知，估计是稳健的。open的系数不显著。"
    assert qualifier(both + near, "said") == {"open (1)": "none"}
    assert qualifier(both + near.replace("。", f"。\n\n{far}\n\n", 1), "said") == {}
