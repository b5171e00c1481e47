"""Figures as papers on the border tell them: of its counties, of goods in a list, of trade through a port."""

import pytest

from tests.extraction.observed import observed


def test_the_area_behind_a_number_of_counties_is_theirs() -> None:
    text = "我国陆地边境线2.2万公里，分布着140个县级行政区，面积190万平方公里，人口2300万人。"
    assert observed(text) >= {
        "中国 | 县级行政区面积 | 190 万平方公里",
        "中国 | 县级行政区人口 | 2300 万人",
    }
    assert observed("云南省有129个县级行政区，面积39万平方公里。") >= {"云南省 | 面积 | 39 万平方公里"}


def test_two_measures_are_parts_of_two_wholes() -> None:
    text = "我国边境地区面积190万平方公里，人口2300万人，分别占国土面积的20%和总人口的1.6%。"
    assert observed(text) >= {
        "边境地区 | 面积占国土面积的比重 | 20 %",
        "边境地区 | 人口占总人口的比重 | 1.6 %",
    }


def test_what_is_listed_with_exported_goods_is_exported() -> None:
    text = "1931年，黑龙江省出口大豆70万吨、豆粕20万吨和小麦9万吨，货物总量110万吨。"
    assert observed(text) == {
        "黑龙江省 | 出口大豆 | 70 万吨 | 1931",
        "黑龙江省 | 出口豆粕 | 20 万吨 | 1931",
        "黑龙江省 | 出口小麦 | 9 万吨 | 1931",
        "黑龙江省 | 货物总量 | 110 万吨 | 1931",
    }


def test_trade_with_a_country_through_a_port_is_the_ports() -> None:
    text = "1895年，西藏经亚东口岸与印度的贸易额为110万卢比，占当年西藏与印度贸易总额的55%。"
    assert observed(text) == {
        "亚东口岸 | 与印度贸易额 | 110 万卢比 | 1895",
        "亚东口岸 | 与印度贸易额占当年西藏与印度贸易总额的比重 | 55 % | 1895",
    }


@pytest.mark.parametrize(
    "site", ["黑河市某某商品一条街是边贸的缩影，", "黑河市大岛国际商贸城", "黑河市边贸博物馆始建于1992年，"]
)
def test_what_a_street_or_a_mall_has_is_not_its_towns(site: str) -> None:
    assert not observed(f"{site}占地面积30000平方米，经营业户500户。旺季时交易额达40万元。")
    after = observed(f"{site}占地面积30000平方米。2019年黑河市进出口总额90亿元。")
    assert after == {"黑河市 | 进出口总额 | 90 亿元 | 2019"}


def test_treaties_on_zones_are_counted_as_treaties() -> None:
    text = "截至2021年3月，中国已签署19个自由贸易区协定；2020年，我国有21个自由贸易试验区。"
    assert observed(text) == {
        "中国 | 自由贸易区协定数量 | 19 个 | 2021-03",
        "中国 | 自由贸易试验区数量 | 21 个 | 2020",
    }


def test_how_many_there_are_in_all_is_not_how_many_a_place_has() -> None:
    figures = observed("新疆有33个边境县，占全国140个边境县的23%，边境线长5600公里。")
    assert figures == {
        "新疆维吾尔自治区 | 边境县数量 | 33 个",
        "新疆维吾尔自治区 | 边境县数量占全国的比重 | 23 %",
        "新疆维吾尔自治区 | 边境线长 | 5600 公里",
    }


def test_the_border_of_a_region_by_its_own_name() -> None:
    text = "2018年末，西北边境地区总人口为500万，约占全国边境县总人口（2100万）的24%。"
    assert {figure.split(" | ")[0] for figure in observed(text)} == {"西北边境地区"}
    assert not any("2100" in figure for figure in observed(text))


def test_provinces_and_towns_together_are_no_one_of_them() -> None:
    assert not observed("1952年，广东、福建、辽宁、北京等沿海“七省三市”的工业总产值约占全国的70%。")


def test_of_the_first_batch_no_one_has_the_number() -> None:
    assert not observed("1992年，二连浩特成为中国首批13个沿边开放城市之一。")
    assert observed("绥芬河是全国14个沿边开放城市之一。") == {"中国 | 沿边开放城市数量 | 14 个"}


def test_this_is_no_part_of_what_is_measured() -> None:
    assert observed("从这座海拔4500米的乃堆拉山口出发。") == {"乃堆拉山口 | 海拔 | 4500 米"}
