"""Figures that are a part or a multiple of another figure: 占中缅贸易额122.8亿美元的49.3%."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "2021年，中越贸易额为2302亿美元，占中国与东盟贸易总额8782亿美元的26.2%。",
            {
                "中国 | 与东盟贸易总额 | 8782 亿美元 | 2021",
                "中国 | 中越贸易额 | 2302 亿美元 | 2021",
                "中国 | 中越贸易额占全国与东盟贸易总额的比重 | 26.2 % | 2021",
            },
        ),
        (
            "2019年，新疆边境小额贸易额168.3亿美元，占全区外贸总额237.1亿美元的71.0%，占全国边境小额贸易总额的四成左右。",
            {
                "新疆维吾尔自治区 | 外贸总额 | 237.1 亿美元 | 2019",
                "新疆维吾尔自治区 | 边境小额贸易额 | 168.3 亿美元 | 2019",
                "新疆维吾尔自治区 | 边境小额贸易额占全区外贸总额的比重 | 71 % | 2019",
                "新疆维吾尔自治区 | 边境小额贸易额占全国的比重 | 40 % | 2019",
            },
        ),
        (
            "1998年，黑龙江省对俄进出口额占全省进出口总额20.1亿美元的68%，绥芬河口岸过货量占全省口岸过货量523万吨的近七成。",
            {
                "绥芬河口岸 | 过货量占全省口岸过货量的比重 | 70 % | 1998",
                "黑龙江省 | 对俄进出口额占全省的比重 | 68 % | 1998",
                "黑龙江省 | 过货量 | 523 万吨 | 1998",
                "黑龙江省 | 进出口总额 | 20.1 亿美元 | 1998",
            },
        ),
    ],
)
def test_a_part_of_a_figure_is_told_with_the_figure(text: str, figures: set[str]) -> None:
    """Both are told: the whole, of whose it is, and what part of it the first is."""
    assert observed(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "丹东口岸2021年出入境人员10.2万人次，仅为2019年86.7万人次的一成多。",
            {
                "丹东口岸 | 出入境人员 | 10.2 万人次 | 2021",
                "丹东口岸 | 出入境人员 | 86.7 万人次 | 2019",
                "丹东口岸 | 出入境人员占2019年的比重 | 10 % | 2021",
            },
        ),
        (
            "丹东市2020年地区生产总值779亿元，不及2014年峰值1022亿元的八成；外贸依存度19%。",
            {
                "丹东市 | 地区生产总值 | 1022 亿元 | 2014",
                "丹东市 | 地区生产总值 | 779 亿元 | 2020",
                "丹东市 | 地区生产总值占2014年的比重 | 80 % | 2020",
                "丹东市 | 外贸依存度 | 19 % | 2020",
            },
        ),
        (
            "满洲里口岸2023年进出境旅客54万人次，恢复到2019年187万人次的28.9%，货运量2004万吨。",
            {
                "满洲里口岸 | 货运量 | 2004 万吨 | 2023",
                "满洲里口岸 | 进出境旅客 | 187 万人次 | 2019",
                "满洲里口岸 | 进出境旅客 | 54 万人次 | 2023",
                "满洲里口岸 | 进出境旅客占2019年的比重 | 28.9 % | 2023",
            },
        ),
        (
            "2022年河口口岸货运量312万吨，为2012年26万吨的12倍。",
            {
                "河口口岸 | 货运量 | 26 万吨 | 2012",
                "河口口岸 | 货运量 | 312 万吨 | 2022",
                "河口口岸 | 货运量为2012年的倍数 | 12 倍 | 2022",
            },
        ),
    ],
)
def test_a_part_of_another_time_leaves_the_time_of_the_first(text: str, figures: set[str]) -> None:
    """What stands behind goes on at the time of the first."""
    assert observed(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("对面积200平方米以上的30%部分给予补贴。", set()),
        ("瑞丽口岸贸易额又占其中的六成。", set()),
    ],
)
def test_a_rule_with_two_figures_tells_no_part(text: str, figures: set[str]) -> None:
    assert observed(text) == figures
