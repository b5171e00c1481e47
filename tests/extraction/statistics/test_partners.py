"""Whom trade is with, and what passes through a port."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "2021年，云南省对缅甸进出口300亿元，越南、老挝紧随其后，分别为210亿元和95亿元。",
            {
                "云南省 | 对缅甸进出口 | 300 亿元 | 2021",
                "云南省 | 对越南进出口 | 210 亿元 | 2021",
                "云南省 | 对老挝进出口 | 95 亿元 | 2021",
            },
        ),
        (
            "2018年滇缅贸易额66亿美元，同比增长7%。",
            {"云南省 | 滇缅贸易额 | 66 亿美元 | 2018", "云南省 | 滇缅贸易额同比增长率 | 7 % | 2018"},
        ),
        ("2019年经磨憨口岸出口的鲜花1.2万吨。", {"磨憨口岸 | 出口鲜花 | 1.2 万吨 | 2019"}),
        (
            "2022年，从霍尔果斯口岸出境的中欧班列7000列；去程方面，4200列；回程2800列。",
            {
                "霍尔果斯口岸 | 出境中欧班列 | 7000 列 | 2022",
                "霍尔果斯口岸 | 去程中欧班列 | 4200 列 | 2022",
                "霍尔果斯口岸 | 回程中欧班列 | 2800 列 | 2022",
            },
        ),
    ],
)
def test_partners_and_ways_keep_the_holder(text: str, figures: set[str]) -> None:
    assert observed(text) == figures


def test_another_country_with_its_own_measure_has_its_own_figure() -> None:
    told = observed("2021年，云南省对缅甸出口30亿元，缅甸国内生产总值650亿美元。")
    assert "缅甸 | 国内生产总值 | 650 亿美元 | 2021" in told


def test_travellers_of_a_country_are_the_port_s() -> None:
    text = "满都拉口岸与蒙古国杭吉口岸相对。2023年，口岸接待蒙古国旅客2.1万人次。"
    assert observed(text) == {"满都拉口岸 | 蒙古国旅客 | 2.1 万人次 | 2023"}


@pytest.mark.parametrize("done", ["累计完成与蒙古国贸易额", "实现与蒙古国的贸易额", "达成了与蒙古国贸易额"])
def test_trade_done_with_a_partner_is_not_all_the_trade(done: str) -> None:
    assert observed(f"2031年，二连浩特市{done}30亿元。") == {"二连浩特市 | 与蒙古国贸易额 | 30 亿元 | 2031"}
