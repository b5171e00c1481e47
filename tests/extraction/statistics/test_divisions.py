"""Counts of districts, counties and towns: number and kind run together, or names stand before them."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("百色市辖2区8县。", {"百色市 | 市辖区数量 | 2 个", "百色市 | 县数量 | 8 个"}),
        ("金平县全县辖5镇8乡。", {"金平苗族瑶族傣族自治县 | 镇数量 | 5 个", "金平苗族瑶族傣族自治县 | 乡数量 | 8 个"}),
        (
            "牡丹江市辖东安、西安、爱民、阳明4个区和林口县，代管绥芬河、海林、宁安、穆棱、东宁5市。",
            {"牡丹江市 | 市辖区数量 | 4 个", "牡丹江市 | 县级市数量 | 5 个"},
        ),
        ("保山市辖隆阳区和施甸、龙陵、昌宁三县。", {"保山市 | 县数量 | 3 个"}),
        (
            "延边州辖延吉、图们、敦化、珲春、龙井、和龙六市和汪清、安图两县。",
            {"延边朝鲜族自治州 | 市数量 | 6 个", "延边朝鲜族自治州 | 县数量 | 2 个"},
        ),
    ],
)
def test_divisions_are_counted_with_their_kind(text: str, figures: set[str]) -> None:
    assert observed(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "该港由云南省和普洱市共同管辖，与越南3省相邻。",
        "马关、麻栗坡两县与越南接壤，归文山州管辖。",
        "东兴口岸的开放范围扩大到东兴、罗浮两条通道。",
        "东兴市是一座因边贸而兴的城市。",
        "龙州县有2镇3乡受灾。",
    ],
)
def test_what_only_names_or_describes_counts_nothing(text: str) -> None:
    assert observed(text) == set()


def test_some_of_those_counted_before_are_counted_by_what_they_do() -> None:
    assert observed("截至2020年底，东兴边境经济合作区入驻企业310家，其中投产的有86家。") == {
        "东兴边境经济合作区 | 入驻企业数量 | 310 家 | 2020",
        "东兴边境经济合作区 | 投产企业数量 | 86 家 | 2020",
    }


def test_a_number_set_as_a_formula_is_a_figure() -> None:
    text = r"2017年，塔城地区总人口 $1 0 1 . 3 \times 1 0 ^ { 4 }$ 人，占全疆的 $4 . 1 \%$ 。"
    assert observed(text) == {"塔城地区 | 人口 | 101.3 万人 | 2017", "塔城地区 | 人口占全疆的比重 | 4.1 % | 2017"}


def test_each_of_two_places_has_its_own_divisions() -> None:
    text = "勐腊县辖8个镇，景洪市辖5个镇、6个乡，勐海县下辖7个镇。"
    assert observed(text) == {
        "勐腊县 | 镇数量 | 8 个",
        "景洪市 | 镇数量 | 5 个",
        "景洪市 | 乡数量 | 6 个",
        "勐海县 | 镇数量 | 7 个",
    }
