"""Holders that a word means which is no name, and paragraphs that break one thing down."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "2018年，阿尔山口岸货运量3万吨。1992年，内蒙古自治区人民政府批准其为二类口岸。2017年，口岸设施投入2亿元。",
            {"阿尔山口岸 | 货运量 | 3 万吨 | 2018", "阿尔山口岸 | 口岸设施投入 | 2 亿元 | 2017"},
        ),
        (
            "新疆有对外开放的一类口岸17个。2010年口岸过货3100万吨。",
            {"新疆维吾尔自治区 | 一类口岸数量 | 17 个", "新疆维吾尔自治区 | 过货 | 3100 万吨 | 2010"},
        ),
        (
            "从总量看，2020年云南省外贸进出口总额2600亿元。从口岸看，瑞丽口岸进出口480亿元，磨憨口岸130亿元。从方式看，边境小额贸易300亿元。",
            {
                "云南省 | 外贸进出口总额 | 2600 亿元 | 2020",
                "瑞丽口岸 | 进出口 | 480 亿元 | 2020",
                "磨憨口岸 | 进出口 | 130 亿元 | 2020",
                "云南省 | 边境小额贸易 | 300 亿元 | 2020",
            },
        ),
        (
            "广西的边境小额贸易起伏较大。2009年全区边境小额贸易进出口额38亿美元。",
            {"广西壮族自治区 | 边境小额贸易进出口额 | 38 亿美元 | 2009"},
        ),
        ("德宏州下辖的芒市，东南与缅甸相邻，国境线68公里。", {"芒市 | 国境线 | 68 公里"}),
    ],
)
def test_a_word_without_a_name_is_understood(text: str, figures: set[str]) -> None:
    assert observed(text) == figures


def test_where_border_counties_lie_is_not_who_has_the_border() -> None:
    assert not any(
        told.startswith("百色市") for told in observed("百色下辖的那坡、靖西两个边境县与越南为邻，边境线长360公里。")
    )
