"""Figures that are told before what they measure."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("2031年，水口口岸以31万吨的货运量居全区前列。", {"水口口岸 | 货运量 | 31 万吨 | 2031"}),
        ("龙州县在2031年实现了46亿元的进出口总额。", {"龙州县 | 进出口总额 | 46 亿元 | 2031"}),
        (
            "2031年，凭祥综合保税区以约320亿元的进出口额领先，同比增长5%。",
            {
                "凭祥综合保税区 | 进出口额 | 320 亿元 | 2031",
                "凭祥综合保税区 | 进出口额同比增长率 | 5 % | 2031",
            },
        ),
        ("2031年，云南省以500亿元的贸易额为目标。", set()),
        ("龙州县力争2031年实现60亿元的进出口总额。", set()),
        ("某企业以3亿元的投资额建设货场。", set()),
    ],
)
def test_a_figure_may_stand_before_what_it_measures(text: str, figures: set[str]) -> None:
    assert observed(text) == figures
