"""Indicators named in a list, their figures in turn."""

import pytest

from borderkg.extraction.statistics.listed import split
from tests.extraction.observed import observed


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        (
            "第二、第三产业增加值较2010年分别增长了50.5%与61.5%",
            {"第二产业增加值增长率 | 50.5 % | 2010/2019", "第三产业增加值增长率 | 61.5 % | 2010/2019"},
        ),
        ("进口、出口分别为12亿元和3亿元", {"进口 | 12 亿元 | 2019", "出口 | 3 亿元 | 2019"}),
        ("货运量和客运量分别达到80万吨和5万人次", {"货运量 | 80 万吨 | 2019", "客运量 | 5 万人次 | 2019"}),
        (
            "进出口总额、出口额同比分别增长5.2%、7.1%",
            {"进出口总额同比增长率 | 5.2 % | 2019", "出口额同比增长率 | 7.1 % | 2019"},
        ),
        (
            "旅游收入和财政收入分别同比增长5.2%和下降7.1%",
            {"旅游收入同比增长率 | 5.2 % | 2019", "财政收入同比增长率 | -7.1 % | 2019"},
        ),
        (
            "第一、二、三产业增加值占全省的比重分别为1%、2%和3%",
            {
                "第一产业增加值占全省的比重 | 1 % | 2019",
                "第二产业增加值占全省的比重 | 2 % | 2019",
                "第三产业增加值占全省的比重 | 3 % | 2019",
            },
        ),
        (
            "城镇和农村居民人均收入分别为3.5万元和1.6万元",
            {"城镇居民人均收入 | 3.5 万元 | 2019", "农村居民人均收入 | 1.6 万元 | 2019"},
        ),
    ],
)
def test_the_first_figure_is_of_the_first_indicator(words: str, figures: set[str]) -> None:
    assert observed(f"2019年瑞丽市{words}。") == {f"瑞丽市 | {figure}" for figure in figures}


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("外贸进出口、进口、出口总值", ("外贸进出口总值", "外贸进口总值", "外贸出口总值")),
        ("第一产业、第二产业增加值", ("第一产业增加值", "第二产业增加值")),
        ("三次产业增加值", ()),
        ("铁路、公路货运量", ("铁路货运量", "公路货运量")),
        ("人口和面积", ("人口", "面积")),
        ("产值和税收收入", ("产值", "税收收入")),
        ("进口、出口和旅游收入", ()),
        ("旅客和货物", ()),
        ("贸易额", ()),
    ],
)
def test_what_a_list_shares_is_told_of_each(name: str, parts: tuple[str, ...]) -> None:
    assert split(name, max(2, len(parts))) == parts


def test_the_three_industries_are_told_by_their_number() -> None:
    assert split("三次产业增加值", 3) == ("第一产业增加值", "第二产业增加值", "第三产业增加值")


def test_values_in_turn_of_places_or_times_are_of_one_indicator() -> None:
    assert observed("2019年，瑞丽市、芒市的进口和出口总额分别为2亿元、3亿元。") == {
        "瑞丽市 | 进口和出口总额 | 2 亿元 | 2019",
        "芒市 | 进口和出口总额 | 3 亿元 | 2019",
    }


@pytest.mark.parametrize(
    "words",
    ["货运量、客运量和旅游收入分别增长5%和6%", "旅客和货物分别增长5%和6%"],
)
def test_more_indicators_than_figures_or_unclear_ones_give_nothing(words: str) -> None:
    assert observed(f"2019年，瑞丽市{words}。") == set()


def test_a_sum_behind_values_in_turn_is_not_one_of_them() -> None:
    assert observed("2019年，云南、广西的旅客人数分别达7万人次、6万人次，2个省（区）合计为13万人次。") == {
        "云南省 | 旅客人数 | 7 万人次 | 2019",
        "广西壮族自治区 | 旅客人数 | 6 万人次 | 2019",
        "云南、广西两省区 | 旅客人数 | 13 万人次 | 2019",
    }
