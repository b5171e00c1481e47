"""What the words around a figure only tell in passing: of which goods, which travellers, which market it is."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "2031年，黑龙江省验放外国人40万人次，占出入境人员总数的51%，其中，九成的入境外国旅客为俄罗斯籍。"
            "外国人入境事由中，互贸占比最多，达12万人次，俄罗斯籍互贸旅客占入境外国人总数的60%。",
            {
                "黑龙江省 | 验放外国人 | 40 万人次 | 2031",
                "黑龙江省 | 验放外国人占出入境人员总数的比重 | 51 % | 2031",
                "黑龙江省 | 俄罗斯籍互贸旅客占入境外国人总数的比重 | 60 % | 2031",
            },
        ),
        (
            "2031年，云南省边民互市货值9亿元。中越金水河—马鹿塘边民互市市场恢复交易，当日货值9万元。",
            {"云南省 | 边民互市货值 | 9 亿元 | 2031", "金水河—马鹿塘边民互市市场 | 货值 | 9 万元 | 2031"},
        ),
        ("龙邦口岸新建货场。据了解，该货场占地75亩，一期投资500万元。", set()),
        ("广西跨境结算量在西部12省（区）和9个边境省（区）排名第一。", set()),
        ("萝北县是中国同俄罗斯和整个独联体国家7000公里边界线上的小城。", set()),
    ],
)
def test_what_is_told_of_something_else(text: str, figures: set[str]) -> None:
    assert {f for f in observed(text) if "萝北县" not in f} == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "2031年，黑河市与阿穆尔州进出口总额23亿美元，同比增长8%。",
            {
                "黑河市 | 与阿穆尔州进出口总额 | 23 亿美元 | 2031",
                "黑河市 | 与阿穆尔州进出口总额同比增长率 | 8 % | 2031",
            },
        ),
        (
            "2031年，凭祥市与越南谅山省的贸易额23亿元。",
            {"凭祥市 | 与越南谅山省贸易额 | 23 亿元 | 2031"},
        ),
        ("2031年，珲春市和滨海边疆区贸易额9亿元。", {"珲春市 | 贸易额 | 9 亿元 | 2031"}),
    ],
)
def test_trade_with_a_place_across_the_border(text: str, figures: set[str]) -> None:
    assert observed(text) == figures
