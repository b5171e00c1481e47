"""Numbers that a text sets as formulas."""

import pytest

from borderkg.corpus.formulas import numbers, printed


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        (r"占全省的 $4 . 2 5 \%$ 。", "占全省的 4.25% 。"),
        (r"人口 $2 1 . 7 \times 1 0 ^ { 4 }$ 人", "人口 21.7万 人"),
        (r"出口 $8 6 . 5 { \times } 1 0 ^ { 8 } \mathrm { U S D }$", "出口 86.5亿美元"),
        (r"出口 $3 \times 1 0 ^ { 8 }$ USD", "出口 3亿美元"),
        (r"面积 $1 . 5 \times$ $1 0 ^ { 4 } \mathrm { k m } ^ { 2 }$", "面积 1.5万km2"),
        (r"长 $2 1 5 ~ \mathrm { k m }$", "长 215km"),
        (r"增长 $5 \% - 8 \%$", "增长 5%-8%"),
    ],
)
def test_a_number_stands_as_running_text_prints_it(line: str, plain: str) -> None:
    assert printed(line) == plain


@pytest.mark.parametrize(
    "line",
    [
        r"$Y _ { i t } = \alpha + \beta X _ { i t }$",
        "US$5 million and $6 million",
        r"$\beta _ { 1 }$ 为系数",
        "票价 $ 与 $ 之间",
    ],
)
def test_other_formulas_stay_as_they_are(line: str) -> None:
    assert not list(numbers(line))


def test_what_names_a_number_names_its_whole_formula() -> None:
    line = r"占 $6 8 \%$ 。"
    number = next(numbers(line))
    assert (number.at[0], number.at[-1]) == (line.index("$"), line.rindex("$"))
