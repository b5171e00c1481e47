"""Levels of running text: whose they are, of what, and in which order several belong to several."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("2021年，东兴口岸进出口货运量88.5万吨。", {"东兴口岸 | 进出口货运量 | 88.5 万吨 | 2021"}),
        ("2018年，黑河市边境小额贸易进出口额43亿元。", {"黑河市 | 边境小额贸易进出口额 | 43 亿元 | 2018"}),
        (
            "云南省与越南贸易额31亿美元，对缅甸贸易额27亿美元。",
            {"云南省 | 与越南贸易额 | 31 亿美元", "云南省 | 对缅甸贸易额 | 27 亿美元"},
        ),
        ("吉林省有2981公里的国境线。", {"吉林省 | 国境线 | 2981 公里"}),
        (
            "中国（广西）自由贸易试验区（119.99平方公里）2019年设立。",
            {"中国（广西）自由贸易试验区 | 面积 | 119.99 平方公里"},
        ),
        ("2021年，阿勒泰地区口岸货运量120万吨。", {"阿勒泰地区 | 货运量 | 120 万吨 | 2021"}),
    ],
)
def test_a_level_is_of_what_its_clause_names(text: str, figures: set[str]) -> None:
    assert observed(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("漠河市位于大兴安岭北麓。2019年，该市接待游客310万人次。", {"漠河市 | 接待游客 | 310 万人次 | 2019"}),
        ("临江市隔鸭绿江与朝鲜相望，边境线长146公里。", {"临江市 | 边境线长 | 146 公里"}),
        ("勐海县，西双版纳州辖县，与缅甸接壤，国境线长146.6公里。", {"勐海县 | 国境线长 | 146.6 公里"}),
        ("图们市与俄罗斯、朝鲜相邻，2014年外贸总额2亿美元。", {"图们市 | 外贸总额 | 2 亿美元 | 2014"}),
        ("2021年，经二连浩特口岸通行的列车2700列。", {"二连浩特口岸 | 通行的列车 | 2700 列 | 2021"}),
    ],
)
def test_a_subject_left_out_is_what_the_text_goes_on_about(text: str, figures: set[str]) -> None:
    """Not the country across the border, nor the prefecture that a county belongs to."""
    assert observed(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "2022年，瑞丽市、腾冲市旅游收入分别为51亿元、46亿元。",
            {"瑞丽市 | 旅游收入 | 51 亿元 | 2022", "腾冲市 | 旅游收入 | 46 亿元 | 2022"},
        ),
        (
            "2019年，东兴、凭祥两口岸货运量分别为70万吨和95万吨。",
            {"东兴口岸 | 货运量 | 70 万吨 | 2019", "凭祥口岸 | 货运量 | 95 万吨 | 2019"},
        ),
        (
            "2016年和2017年，河口县外贸进出口额分别为12亿元、15亿元，占全州的30%和33%。",
            {
                "河口瑶族自治县 | 外贸进出口额 | 12 亿元 | 2016",
                "河口瑶族自治县 | 外贸进出口额 | 15 亿元 | 2017",
                "河口瑶族自治县 | 外贸进出口额占全州的比重 | 30 % | 2016",
                "河口瑶族自治县 | 外贸进出口额占全州的比重 | 33 % | 2017",
            },
        ),
        (
            "2019年，二连浩特市生产总值63亿元，预算收入4.5亿元，人均可支配收入48320元，分别增长4.6%、5.1%和6.3%。",
            {
                "二连浩特市 | 生产总值 | 63 亿元 | 2019",
                "二连浩特市 | 预算收入 | 4.5 亿元 | 2019",
                "二连浩特市 | 人均可支配收入 | 48320 元 | 2019",
                "二连浩特市 | 生产总值增长率 | 4.6 % | 2019",
                "二连浩特市 | 预算收入增长率 | 5.1 % | 2019",
                "二连浩特市 | 人均可支配收入增长率 | 6.3 % | 2019",
            },
        ),
        (
            "2022年，防城港市地区生产总值968亿元，常住人口105万人。次年，前者增至1020亿元，后者降至104万人。",
            {
                "防城港市 | 地区生产总值 | 968 亿元 | 2022",
                "防城港市 | 常住人口 | 105 万人 | 2022",
                "防城港市 | 地区生产总值 | 1020 亿元 | 2023",
                "防城港市 | 常住人口 | 104 万人 | 2023",
            },
        ),
    ],
)
def test_several_values_go_to_several_in_their_order(text: str, figures: set[str]) -> None:
    assert observed(text) == figures


def test_parts_of_a_total_bear_its_name() -> None:
    assert observed("2020年，丹东市货物进出口总额120亿元，其中出口70亿元，同比下降2%，进口50亿元。") == {
        "丹东市 | 货物进出口总额 | 120 亿元 | 2020",
        "丹东市 | 货物出口总额 | 70 亿元 | 2020",
        "丹东市 | 货物出口总额同比增长率 | -2 % | 2020",
        "丹东市 | 货物进口总额 | 50 亿元 | 2020",
    }


def test_parts_may_be_told_in_the_sentence_after() -> None:
    assert observed("2022年，德宏州外贸进出口额305亿元。其中：进口180亿元；出口125亿元。") == {
        "德宏傣族景颇族自治州 | 外贸进出口额 | 305 亿元 | 2022",
        "德宏傣族景颇族自治州 | 外贸进口额 | 180 亿元 | 2022",
        "德宏傣族景颇族自治州 | 外贸出口额 | 125 亿元 | 2022",
    }


def test_a_part_is_told_in_the_unit_of_its_total() -> None:
    """Of lorries the text counts some; they are no part of the tons."""
    assert observed("2020年，满洲里口岸货运量1800万吨，其中铁路1500万吨，车辆30万辆次。") == {
        "满洲里口岸 | 货运量 | 1800 万吨 | 2020",
        "满洲里口岸 | 铁路货运量 | 1500 万吨 | 2020",
        "满洲里口岸 | 车辆 | 30 万辆次 | 2020",
    }


def test_an_indicator_left_out_holds_only_for_its_own_unit() -> None:
    told = {"磨憨口岸 | 货运量 | 400 万吨 | 2021"}
    assert observed("2021年，磨憨口岸货运量400万吨。2022年升至520万吨。") == {
        *told,
        "磨憨口岸 | 货运量 | 520 万吨 | 2022",
    }
    assert observed("2021年，磨憨口岸货运量400万吨。2022年升至520万元。") == told
    assert observed("2021年，磨憨口岸货运量400万吨。每车装载30吨。") == told
    assert observed("2021年，磨憨口岸货运量400万吨。商户反映每天免税8000元。") == told


def test_one_value_of_several_is_each_ones_or_theirs_together() -> None:
    assert observed("2019年，瑞丽市、芒市旅游收入均超过10亿元。") == {
        "瑞丽市 | 旅游收入 | 10 亿元 | 2019",
        "芒市 | 旅游收入 | 10 亿元 | 2019",
    }
    assert observed("2019年，云南、广西入境游客合计900万人次，占全国的7%。") == {
        "云南、广西2省区 | 入境游客 | 900 万人次 | 2019",
        "云南、广西2省区 | 入境游客占全国的比重 | 7 % | 2019",
    }


def test_what_was_said_of_each_of_several_is_not_gone_on_with() -> None:
    """Whose the second figure is the text does not tell."""
    assert observed("2019年，凭祥市、宁明县外贸额均超过10亿元。2020年外贸额达30亿元。") == {
        "凭祥市 | 外贸额 | 10 亿元 | 2019",
        "宁明县 | 外贸额 | 10 亿元 | 2019",
    }


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("打洛口岸贸易额十二亿三千万元。", {"打洛口岸 | 贸易额 | 12.3 亿元"}),
        ("和龙边境经济合作区面积五平方公里。", {"和龙边境经济合作区 | 面积 | 5 平方公里"}),
        ("东兴市旅游收入占比为百分之二十三点五。", {"东兴市 | 旅游收入占比 | 23.5 %"}),
        ("珲春市人口22.5万。", {"珲春市 | 人口 | 22.5 万人"}),
        ("西藏外贸总额仅为数十亿美元。", set()),
        ("2022年，中俄双边贸易额1902亿美元。", {"中国 | 中俄双边贸易额 | 1902 亿美元 | 2022"}),
        ("2022年，中国与越南双边贸易额2349亿美元。", {"中国 | 与越南双边贸易额 | 2349 亿美元 | 2022"}),
    ],
)
def test_numbers_written_out_and_trade_of_two_countries(text: str, figures: set[str]) -> None:
    assert observed(text) == figures


def test_two_told_together_without_a_word_for_each_are_one() -> None:
    assert observed("1994年，凭祥市、东兴市边贸额突破40亿元。") == {"凭祥市、东兴市 | 边贸额 | 40 亿元 | 1994"}


def test_changes_told_in_turn_are_of_the_ports_told_before() -> None:
    text = "2021年，甘其毛都口岸过货量1300万吨，策克口岸过货量420万吨，分别下降31%和61%。"
    assert observed(text) == {
        "甘其毛都口岸 | 过货量 | 1300 万吨 | 2021",
        "策克口岸 | 过货量 | 420 万吨 | 2021",
        "甘其毛都口岸 | 过货量增长率 | -31 % | 2021",
        "策克口岸 | 过货量增长率 | -61 % | 2021",
    }
