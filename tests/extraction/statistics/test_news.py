"""Figures as news and short notices tell them: records, places in an order, what is the only one, datelines."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("甘肃省唯一的边境口岸马鬃山口岸停运。", {"甘肃省 | 边境口岸数量 | 1 个"}),
        ("中新网成都电 甘肃省唯一的边境口岸马鬃山口岸停运。", {"甘肃省 | 边境口岸数量 | 1 个"}),
        ("马鬃山口岸是甘肃省唯一的口岸，历史不长。", {"甘肃省 | 口岸数量 | 1 个"}),
        (
            "2021年，凭祥综合保税区进出口货值120亿元，在全国同类区域中列第9位。",
            {
                "凭祥综合保税区 | 进出口货值 | 120 亿元 | 2021",
                "凭祥综合保税区 | 进出口货值全国排名 | 9 位 | 2021",
            },
        ),
        ("2021年5月2日，甘其毛都口岸日过货量首破3000吨。", {"甘其毛都口岸 | 日过货量 | 3000 吨 | 2021-05-02"}),
        ("丹东边境经济合作区规划面积由4平方公里调整为6.3平方公里。", {"丹东边境经济合作区 | 规划面积 | 6.3 平方公里"}),
        ("绥芬河市经国务院批准开放，现有两个国家一类口岸。", {"绥芬河市 | 国家一类口岸数量 | 2 个"}),
        ("2022年，策克口岸过货量900万吨，其中进口煤炭800万吨。", {"策克口岸 | 煤炭进口量 | 800 万吨 | 2022"}),
        ("龙州县有水口口岸（2003年扩大开放，对面为驮隆口岸）和3个边民互市点。", {"龙州县 | 边民互市点数量 | 3 个"}),
    ],
)
def test_a_figure_of_the_news(text: str, figures: set[str]) -> None:
    assert observed(text) >= figures


@pytest.mark.parametrize(
    "text",
    [
        "1988年，绥芬河首次以300吨苹果换回200吨钢材。",
        "磨憨口岸是中国通往老挝的唯一国家一类陆路口岸。",
        "卡拉苏口岸是我国对塔吉克斯坦唯一的陆路口岸。",
    ],
)
def test_no_figure_of_a_place(text: str) -> None:
    """What is bartered, and what is the only one towards a country."""
    assert observed(text) == set()
