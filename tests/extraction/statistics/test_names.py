"""What figures are called: by their usual names, without what only stands before them."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("2019年，孟定口岸进出口货物30万吨。", {"孟定口岸 | 进出口货运量 | 30 万吨 | 2019"}),
        (
            "打洛口岸2019年出入境人员17万人次、车辆5万辆次。",
            {"打洛口岸 | 出入境人员 | 17 万人次 | 2019", "打洛口岸 | 出入境车辆 | 5 万辆次 | 2019"},
        ),
        (
            "2018年东兴口岸出入境车辆36万辆次，其中货车28万辆次。",
            {"东兴口岸 | 出入境车辆 | 36 万辆次 | 2018", "东兴口岸 | 货车 | 28 万辆次 | 2018"},
        ),
        ("2021年，佳木斯市对外贸易进出口总值70亿元。", {"佳木斯市 | 外贸进出口总值 | 70 亿元 | 2021"}),
        ("2016年，和龙市人均GDP4.2万元。", {"和龙市 | 人均GDP | 4.2 万元 | 2016"}),
        ("呼玛县下辖2个镇、7个旗和3个县级市。", None),
        (
            "中国陆地边界线长2.2万公里，其中中蒙边界4710公里，中俄边界4300多公里。",
            {
                "中国 | 陆地边界线长 | 2.2 万公里",
                "中国 | 中蒙边界 | 4710 公里",
                "中国 | 中俄边界 | 4300 公里",
            },
        ),
        (
            "霍尔果斯口岸中欧班列线路达57条，累计开行1.4万列。",
            {"霍尔果斯口岸 | 中欧班列线路数量 | 57 条", "霍尔果斯口岸 | 中欧班列 | 1.4 万列"},
        ),
        (
            "吉木乃口岸距吉木乃县城24公里，距哈萨克斯坦斋桑火车站60公里。",
            {"吉木乃口岸 | 距吉木乃县城距离 | 24 公里", "吉木乃口岸 | 距哈萨克斯坦斋桑火车站距离 | 60 公里"},
        ),
        (
            "从口岸数量看，云南26个，广西20个。",
            {"云南省 | 口岸数量 | 26 个", "广西壮族自治区 | 口岸数量 | 20 个"},
        ),
    ],
)
def test_an_indicator_has_its_usual_name(text: str, figures: set[str] | None) -> None:
    found = observed(text)
    if figures is None:
        assert {line.split(" | ")[1] for line in found} == {"镇数量", "旗数量", "县级市数量"}
    else:
        assert found == figures


@pytest.mark.parametrize(
    ("words", "rank"),
    [
        ("居全国公路口岸第一位", "全国公路口岸"),
        ("居云南省各口岸首位", "云南省各口岸"),
        ("位居全区第三", "全区"),
    ],
)
def test_a_rank_is_among_a_named_kind(words: str, rank: str) -> None:
    number = 3 if "三" in words else 1
    assert f"水口口岸 | 货运量{rank}排名 | {number} 位 | 2019" in observed(f"2019年，水口口岸货运量90万吨，{words}。")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "2010年，黑河市对俄贸易额达30亿美元，分别占黑龙江省和全国对俄贸易总额的40%、5%。",
            {
                "黑河市 | 对俄贸易额 | 30 亿美元 | 2010",
                "黑河市 | 对俄贸易额占黑龙江省的比重 | 40 % | 2010",
                "黑河市 | 对俄贸易额占全国的比重 | 5 % | 2010",
            },
        ),
        ("樟木口岸承担着中尼贸易90%以上的货运量。", {"樟木口岸 | 货运量占中尼贸易的比重 | 90 %"}),
        ("樟木口岸承担着90%以上的安检任务。", set()),
        ("2019年，绥芬河市六成以上的税收来自边境贸易。", {"绥芬河市 | 边境贸易占税收的比重 | 60 % | 2019"}),
        ("2019年，绥芬河市60%的税收来自边境贸易。", {"绥芬河市 | 边境贸易占税收的比重 | 60 % | 2019"}),
        (
            "2022年，百色市对越出口额4亿元，占全市出口总额的52%，比重较上年提高3个百分点。",
            {
                "百色市 | 对越出口额 | 4 亿元 | 2022",
                "百色市 | 对越出口额占全市的比重 | 52 % | 2022",
                "百色市 | 对越出口额占全市的比重变动 | 3 个百分点 | 2022",
            },
        ),
        ("丹东市对朝贸易占全国对朝贸易的七成以上。", {"丹东市 | 对朝贸易占全国的比重 | 70 %"}),
    ],
)
def test_shares_of_several_wholes_and_their_changes(text: str, figures: set[str]) -> None:
    assert observed(text) == figures


def test_a_year_that_a_multiple_is_of_dates_nothing() -> None:
    assert observed("阿拉山口口岸2013年货运量2900万吨，为1991年的186倍；其中铁路运量1600万吨。") == {
        "阿拉山口口岸 | 货运量 | 2900 万吨 | 2013",
        "阿拉山口口岸 | 货运量为1991年的倍数 | 186 倍 | 2013",
        "阿拉山口口岸 | 铁路运量 | 1600 万吨 | 2013",
    }


def test_values_for_each_year_of_a_span() -> None:
    text = "2015—2017年，吉隆口岸进出口总值分别为4亿元、33亿元和28亿元。"
    assert {line.rpartition(" | ")[2] for line in observed(text)} == {"2015", "2016", "2017"}
    assert not observed("2015—2019年，吉隆口岸进出口总值分别为4亿元、33亿元和28亿元。")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (
            "1995—2005年，我国省际人均收入差距系数上升20.5%。",
            "中国 | 省际人均收入差距系数增长率 | 20.5 % | 1995/2005",
        ),
        ("1988年，云南省现汇收入占全国的比重为3%。", "云南省 | 现汇收入占全国的比重 | 3 % | 1988"),
        ("2020年，广西市场交易额为500亿元。", "广西壮族自治区 | 市场交易额 | 500 亿元 | 2020"),
        ("2020年，云南省县域生产总值为9800亿元。", "云南省 | 县域生产总值 | 9800 亿元 | 2020"),
    ],
)
def test_names_that_begin_with_a_word_that_may_stand_before_one(text: str, figure: str) -> None:
    """省际, 现汇, 市场, 县域 are words; the 省 of 全省 and the 现 of 现有 are no part of a name."""
    assert observed(text) == {figure}


def test_an_indicator_ends_where_another_line_or_whole_begins() -> None:
    """A title that runs into the first paragraph is no part of what is measured."""
    text = "黑河市2019年国民经济和社会发展统计公报摘登\n全市年末户籍人口131.2万人，城镇化率60.7%。"
    assert observed(text) == {"黑河市 | 户籍人口 | 131.2 万人 | 2019", "黑河市 | 城镇化率 | 60.7 % | 2019"}


@pytest.mark.parametrize("aside", ["即东站", "又称上海路口岸", "简称铁口"])
def test_another_name_in_brackets_interrupts(aside: str) -> None:
    """It is no part of the indicator and holds no figure."""
    assert observed(f"2018年，绥芬河铁路口岸（{aside}）过货量930万吨，增长2.5%。") == {
        "绥芬河铁路口岸 | 过货量 | 930 万吨 | 2018",
        "绥芬河铁路口岸 | 过货量增长率 | 2.5 % | 2018",
    }


def test_the_port_of_the_other_side_is_named_by_no_name() -> None:
    assert observed("马鬃山口岸距县城440公里，距蒙方口岸约30公里。") == {
        "马鬃山口岸 | 距县城距离 | 440 公里",
        "马鬃山口岸 | 距蒙方口岸距离 | 30 公里",
    }
