"""When figures are, and which are not told as facts."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize(
    ("when", "time"),
    [
        ("2020年1—8月，", "2020-01/2020-08"),
        ("2020年1月至8月，", "2020-01/2020-08"),
        ("2020年前三季度，", "2020-01/2020-09"),
        ("2020年二季度，", "2020-04/2020-06"),
        ("2020年上半年，", "2020-01/2020-06"),
        ("2020年前10个月，", "2020-01/2020-10"),
        ("2020年首三季", "2020-01/2020-09"),
        ("2020年前3季度，", "2020-01/2020-09"),
        ("2020年国庆“双节”假期（10月1日至8日），", "2020-10-01/2020-10-08"),
        ("2020年6月启用。十二年来，", ""),
        ("2020年首两个月", "2020-01/2020-02"),
        ("2020年8月，", "2020-08"),
        ("截至2020年底，", "2020"),
        ("2008年至2012年，", "2008/2012"),
        ("“十三五”期间，", "2016/2020"),
        ("“十三五”末（2020年），", "2020"),
        ("2019年设立，2020年，", "2020"),
        ("2019年边贸比2010年兴旺，次年", "2020"),
        ("近年来，", ""),
    ],
)
def test_the_time_of_a_figure(when: str, time: str) -> None:
    assert observed(f"{when}霍尔果斯口岸货运量2400万吨。") == {
        f"霍尔果斯口岸 | 货运量 | 2400 万吨 | {time}".rstrip(" |")
    }


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "塔城重点开发开放试验区2020年12月经国务院批准设立，规划面积16000平方公里。",
            {"塔城重点开发开放试验区 | 规划面积 | 16000 平方公里"},
        ),
        (
            "2021年，磨憨口岸货运量400万吨（上年：320万吨），河口口岸300万吨。",
            {
                "磨憨口岸 | 货运量 | 400 万吨 | 2021",
                "磨憨口岸 | 货运量 | 320 万吨 | 2020",
                "河口口岸 | 货运量 | 300 万吨 | 2021",
            },
        ),
        ("凭祥综合保税区2011年封关运营，入驻企业300家。", {"凭祥综合保税区 | 入驻企业数量 | 300 家"}),
        (
            "2015年，磨憨口岸货运量400万吨。近年来，磨憨口岸货运量维持在500万吨。",
            {"磨憨口岸 | 货运量 | 400 万吨 | 2015", "磨憨口岸 | 货运量 | 500 万吨"},
        ),
        (
            "从2010年到2019年，伊宁市城镇化率由40%提高到60%。",
            {"伊宁市 | 城镇化率 | 40 % | 2010", "伊宁市 | 城镇化率 | 60 % | 2019"},
        ),
        (
            "2020年，东兴口岸旅客吞吐量由2019年的900万人次锐减至40万人次。",
            {"东兴口岸 | 旅客吞吐量 | 900 万人次 | 2019", "东兴口岸 | 旅客吞吐量 | 40 万人次 | 2020"},
        ),
        (
            "河口口岸2021年货运量由2016年的88万吨增至152万吨，年均增长11.6%。",
            {
                "河口口岸 | 货运量 | 88 万吨 | 2016",
                "河口口岸 | 货运量 | 152 万吨 | 2021",
                "河口口岸 | 货运量年均增长率 | 11.6 % | 2016/2021",
            },
        ),
        (
            "2012年，河口县外贸总额8亿元。2020年为18亿元，八年间年均增长10%。",
            {
                "河口瑶族自治县 | 外贸总额 | 8 亿元 | 2012",
                "河口瑶族自治县 | 外贸总额 | 18 亿元 | 2020",
                "河口瑶族自治县 | 外贸总额年均增长率 | 10 % | 2012/2020",
            },
        ),
        (
            "2015年，珲春市旅游收入18亿元。年末常住人口23万人，全市面积5120平方公里。",
            {
                "珲春市 | 旅游收入 | 18 亿元 | 2015",
                "珲春市 | 常住人口 | 23 万人 | 2015",
                "珲春市 | 面积 | 5120 平方公里",
            },
        ),
    ],
)
def test_a_time_holds_as_far_as_it_is_told(text: str, figures: set[str]) -> None:
    """The day on which a zone was founded is no time of its area."""
    assert observed(text) == figures


def test_the_year_of_a_heading_is_that_of_a_whole_year() -> None:
    text = "一、2020年运行情况\n\n全年防城港市地区生产总值732亿元。"
    assert observed(text) == {"防城港市 | 地区生产总值 | 732 亿元 | 2020"}
    assert observed(text.replace("全年", "")) == {"防城港市 | 地区生产总值 | 732 亿元 | 2020"}
    other = text.replace("全年", "").replace("运行情况", "的改革")
    assert observed(other) == {"防城港市 | 地区生产总值 | 732 亿元"}


@pytest.mark.parametrize(
    "text",
    [
        "预计2025年，东兴市外贸总额达到300亿元。",
        "东兴市外贸总额力争达到300亿元。",
        "2022年的工作目标是：东兴市外贸总额增长8%，旅游收入达到90亿元。",
        "若保持这一速度，东兴市2030年旅游收入为200亿元。",
        "东兴市货运量计划到2030年增至1000万吨。",
        "东兴口岸尚未达到年货运量500万吨。",
        "据传东兴口岸货运量已达900万吨。",
        "东兴口岸货运量达900万吨的说法并不属实。",
        "东兴市每增加1亿元投资，可带动旅游收入2亿元。",
    ],
)
def test_what_is_planned_supposed_or_denied_is_no_fact(text: str) -> None:
    assert observed(text) == set()


def test_what_was_reached_after_a_plan_is_a_fact() -> None:
    assert observed("东兴市外贸总额力争达到300亿元，2022年外贸总额实际完成310亿元。") == {
        "东兴市 | 外贸总额 | 310 亿元 | 2022"
    }


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("（2024年4月18日）今年一季度，河口口岸货运量100万吨。", "2024-01/2024-03"),
        ("（2023年7月2日）上半年，河口口岸货运量100万吨。", "2023-01/2023-06"),
        ("河口口岸2019年重新开放。同年前5个月，货运量100万吨。", "2019-01/2019-05"),
        ("2021年，河口口岸货运量90万吨，仅为2019年的三成；河口口岸2022年货运量100万吨。", "2022"),
        ("河口口岸货运量100万吨（2016年），2018年重新开放。", "2016"),
    ],
)
def test_times_that_leave_out_the_year(text: str, time: str) -> None:
    assert f"河口口岸 | 货运量 | 100 万吨 | {time}" in observed(text)


def test_a_year_to_compare_with_is_not_gone_on_about() -> None:
    assert observed("2020年，东兴市旅游收入50亿元，比上年下降30%。同年末，常住人口21万人。") == {
        "东兴市 | 旅游收入 | 50 亿元 | 2020",
        "东兴市 | 旅游收入同比增长率 | -30 % | 2020",
        "东兴市 | 常住人口 | 21 万人 | 2020",
    }


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("10月单月突破20万人次", "入境旅客 | 20 万人次 | 2018-10"),
        ("高峰日达9000人次", "高峰日入境旅客 | 9000 人次 | 2018"),
        ("日均5000人次", "日均入境旅客 | 5000 人次 | 2018"),
    ],
)
def test_a_peak_is_of_what_was_told_before(words: str, figure: str) -> None:
    assert f"畹町口岸 | {figure}" in observed(f"2018年，畹町口岸入境旅客180万人次，{words}。")


def test_a_half_year_holds_past_the_year_it_is_compared_with() -> None:
    text = "2024年上半年，集安市接待游客200万人次，恢复到2019年同期的98%；人均消费达900元。"
    assert observed(text) == {
        "集安市 | 接待游客 | 200 万人次 | 2024-01/2024-06",
        "集安市 | 接待游客占2019年同期的比重 | 98 % | 2024-01/2024-06",
        "集安市 | 人均消费 | 900 元 | 2024-01/2024-06",
    }


def test_a_part_of_the_year_before_is_of_the_time_spoken_of() -> None:
    text = "2024年1—5月，策克口岸过货量198万吨，已相当于上年全年的六成多。"
    assert "策克口岸 | 过货量占上年全年的比重 | 60 % | 2024-01/2024-05" in observed(text)


def test_what_a_level_grew_from_dates_it_alone() -> None:
    text = "2021年，绥芬河口岸通行中欧班列620列，由2016年的不足20列增加到现在的日均2列以上。"
    assert observed(text) >= {
        "绥芬河口岸 | 通行中欧班列 | 20 列 | 2016",
        "绥芬河口岸 | 日均通行中欧班列 | 2 列 | 2021",
    }


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (
            "在室韦口岸开放三十周年座谈会上的发言（2021年9月3日）\n1991年5月，国务院批准设立室韦口岸。去年，额尔古纳市对俄贸易额6亿元。",
            "额尔古纳市 | 对俄贸易额 | 6 亿元 | 2020",
        ),
        (
            "策克口岸1992年设立，2009年实行常年开放。去年（2022年）全年，策克口岸货运量203万吨。",
            "策克口岸 | 货运量 | 203 万吨 | 2022",
        ),
        ("策克口岸1992年设立，2009年实行常年开放。去年，策克口岸货运量203万吨。", "策克口岸 | 货运量 | 203 万吨"),
    ],
)
def test_last_year_goes_by_the_year_in_which_the_text_speaks(text: str, figure: str) -> None:
    assert figure in observed(text)


def test_a_report_tells_of_the_year_before_the_day_on_which_it_is_given() -> None:
    text = (
        "政府工作报告\n——2021年2月3日在东兴市第九届人民代表大会第六次会议上\n过去一年，全市地区生产总值完成54.8亿元。\n"
    )
    assert observed(text) == {"东兴市 | 地区生产总值 | 54.8 亿元 | 2020"}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "2019年8月挂牌的中国（云南）自由贸易试验区红河片区新设企业1530家。",
            {"中国（云南）自由贸易试验区红河片区 | 新设企业数量 | 1530 家"},
        ),
        (
            "2023年，2019年挂牌的中国（云南）自由贸易试验区红河片区进出口62.3亿元。",
            {"中国（云南）自由贸易试验区红河片区 | 进出口 | 62.3 亿元 | 2023"},
        ),
    ],
)
def test_the_day_on_which_a_zone_came_to_be_dates_no_figure_of_it(text: str, figures: set[str]) -> None:
    assert observed(text) == figures


def test_months_are_of_the_year_that_figures_are_told_of() -> None:
    """The year in which a zone was sealed off and opened is not that of its figures."""
    text = "2024年前三季度，口岸货运量增长。2012年4月封关运营的霍尔果斯国际边境合作中心，1至9月进出人员552万人次。"
    assert any(figure.endswith("552 万人次 | 2024-01/2024-09") for figure in observed(text))


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("2008年天保口岸货运量10万吨。五年后货运量达到30万吨。", "天保口岸 | 货运量 | 30 万吨 | 2013"),
        ("“十一五”末，南伞口岸货运量跌至8万吨。", "南伞口岸 | 货运量 | 8 万吨 | 2010"),
        ("2015年3月通道关闭，孟定口岸全年货运量不足30万吨。", "孟定口岸 | 货运量 | 30 万吨 | 2015"),
        (
            "2022年文山州进出口总额90亿元；“十三五”时期年均增长6%。对越南贸易额30亿元。",
            "文山壮族苗族自治州 | 对越南贸易额 | 30 亿元 | 2022",
        ),
        ("2020年孟定口岸货运量30万吨。每年只在5—10月通关，货运量40万吨。", "孟定口岸 | 货运量 | 40 万吨 | 2020"),
        ("孟定口岸2015年6月投用以来累计验放旅客90万人次。", "孟定口岸 | 旅客 | 90 万人次"),
    ],
)
def test_a_time_told_in_passing(text: str, figure: str) -> None:
    assert figure in observed(text)


def test_the_whole_year_is_that_of_the_bulletin_which_is_drawn_on() -> None:
    text = (
        "水口口岸管理处的2022年运行简报称，口岸1978年关闭，1994年4月恢复开放。简报显示，全年货运量30万吨，同比增长8%。"
    )
    assert observed(text) == {"水口口岸 | 货运量 | 30 万吨 | 2022", "水口口岸 | 货运量同比增长率 | 8 % | 2022"}
    assert observed("2019年6月通报称，天保口岸货运量8万吨。") == {"天保口岸 | 货运量 | 8 万吨 | 2019-06"}


def test_travellers_are_received_by_no_zone_that_was_spoken_of_before() -> None:
    text = "2021年，德宏州GDP达到550亿元。瑞丽重点开发开放试验区建设加快。旅游。全年接待国内外游客800万人次。"
    assert "德宏傣族景颇族自治州 | 接待国内外游客 | 800 万人次 | 2021" in observed(text)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("今年以来，水口口岸货运量9万吨。", "水口口岸 | 货运量 | 9 万吨 | 2018"),
        ("今年至今，水口口岸货运量9万吨。", "水口口岸 | 货运量 | 9 万吨 | 2018"),
        ("年初至3月2日，水口口岸货运量9万吨。", "水口口岸 | 货运量 | 9 万吨 | 2018-01-01/2018-03-02"),
        ("今年是口岸开放十周年，十年来，水口口岸货运量900万吨。", "水口口岸 | 货运量 | 900 万吨"),
        ("今年以来客流增长。水口口岸货运量9万吨。", "水口口岸 | 货运量 | 9 万吨"),
    ],
)
def test_since_the_new_year_is_of_this_year(text: str, figure: str) -> None:
    """But nothing that goes back over years is, nor what another sentence tells without a time."""
    assert figure in observed(f"2018-03-05 08:10 来源：某网\n{text}")


def test_the_year_of_an_event_is_that_of_the_whole_year_behind_it() -> None:
    text = "2002年，同江口岸客运航线开通。到年末，同江口岸过货量66万吨。"
    assert observed(text) == {"同江口岸 | 过货量 | 66 万吨 | 2002"}


def test_a_trend_dates_what_follows_behind_the_day_on_which_it_was_told() -> None:
    text = "记者7月4日从海关获悉，2024年上半年，云南多个口岸客流量实现增长。其中，河口口岸客流量突破200万人次。"
    assert observed(text) == {"河口口岸 | 客流量 | 200 万人次 | 2024-01/2024-06"}


def test_a_record_of_a_day_is_of_none_told_before() -> None:
    text = "截至2025年2月，磨憨铁路口岸货运量330万吨。磨憨铁路口岸单日交接列车最高达18列。"
    assert "磨憨铁路口岸 | 单日交接列车 | 18 列" in observed(text)
