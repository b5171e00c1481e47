"""What titles, headings and words for a whole (全省, 镇域) say of the figures of a text."""

import pytest

from tests.extraction.observed import observed
from tests.extraction.stated import stated


def test_a_communique_tells_of_its_place_and_year() -> None:
    text = "2022年崇左市国民经济和社会发展统计公报\n\n一、对外经济\n\n外贸进出口总额2045亿元，下降6.1%。"
    assert observed(text) == {
        "崇左市 | 外贸进出口总额 | 2045 亿元 | 2022",
        "崇左市 | 外贸进出口总额增长率 | -6.1 % | 2022",
    }


def test_a_report_of_a_government_tells_of_the_year_before() -> None:
    text = "东宁市政府工作报告（2019年）\n\n过去的一年，全市实现地区生产总值135亿元。今年的预期目标是：增长6%。"
    assert observed(text) == {"东宁市 | 地区生产总值 | 135 亿元 | 2018"}


def test_the_last_line_tells_before_whose_congress_a_report_was_given() -> None:
    text = (
        "政府工作报告\n\n一、2020年工作回顾\n\n全州外贸稳步回升，实现进出口总额98亿元，增长1.2倍。\n\n"
        "（2021年1月20日在德宏傣族景颇族自治州第十五届人民代表大会第六次会议上）"
    )
    assert observed(text) == {
        "德宏傣族景颇族自治州 | 进出口总额 | 98 亿元 | 2020",
        "德宏傣族景颇族自治州 | 进出口总额增长倍数 | 1.2 倍 | 2020",
    }


def test_the_whole_is_of_the_place_whose_bureau_counted() -> None:
    text = "据凭祥市商务局统计，2018年，全市互市贸易额150亿元。云南省商务厅的数据则由各州提供，全市进口20亿元。"
    assert observed(text) >= {"凭祥市 | 互市贸易额 | 150 亿元 | 2018"}
    assert not any(figure.startswith("云南") for figure in observed(text))


def test_a_title_of_no_statistics_says_nothing_of_undated_figures() -> None:
    text = "2016年崇左市开放调研\n\n外贸进出口总额1300亿元。"
    assert observed(text) == set()


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("绥芬河市与俄罗斯接壤。2019年，全省对俄进出口额1270亿元。", {"黑龙江省 | 对俄进出口额 | 1270 亿元 | 2019"}),
        (
            "延边朝鲜族自治州人民政府提出：2015年，全州口岸过货量158万吨。",
            {"延边朝鲜族自治州 | 过货量 | 158 万吨 | 2015"},
        ),
        (
            "瑞丽市2020年旅游收入50亿元，占全省的5%。",
            {"瑞丽市 | 旅游收入 | 50 亿元 | 2020", "瑞丽市 | 旅游收入占全省的比重 | 5 % | 2020"},
        ),
        (
            "东宁市边境线长139公里，系全省18个边境县之一。",
            {"东宁市 | 边境线长 | 139 公里", "黑龙江省 | 边境县数量 | 18 个"},
        ),
        ("东宁市位于中国东北，系全省18个边境县（市）之一。", {"黑龙江省 | 边境县(市)数量 | 18 个"}),
        ("亚东县为西藏21个边境县之一。", {"西藏自治区 | 边境县数量 | 21 个"}),
    ],
)
def test_a_word_for_a_whole_means_the_place_of_that_rank(text: str, figures: set[str]) -> None:
    assert observed(text) == figures


def test_parts_of_a_free_trade_zone_have_their_own_figures() -> None:
    text = "中国（云南）自由贸易试验区涵盖昆明、红河、德宏三个片区，其中昆明片区76平方公里、红河片区14.12平方公里。"
    assert observed(text) == {
        "中国（云南）自由贸易试验区 | 片区数量 | 3 个",
        "中国（云南）自由贸易试验区昆明片区 | 面积 | 76 平方公里",
        "中国（云南）自由贸易试验区红河片区 | 面积 | 14.12 平方公里",
    }


def test_lines_of_a_profile_are_of_what_its_heading_names() -> None:
    """Not of the port across the border, which a line before names."""
    text = (
        "绥芬河口岸\n性质：国家一类口岸（铁路、公路）\n所在地：黑龙江省牡丹江市绥芬河市\n"
        "对应口岸：俄罗斯格罗杰科沃口岸\n2021年实绩：货运量1100万吨，出入境人员3万人次\n"
    )
    assert observed(text) == {
        "绥芬河口岸 | 货运量 | 1100 万吨 | 2021",
        "绥芬河口岸 | 出入境人员 | 3 万人次 | 2021",
    }


def test_a_profile_is_of_the_port_and_not_of_where_it_lies() -> None:
    text = "清水河口岸｜临沧市耿马傣族佤族自治县\n类别：一类口岸\n开放：2007年\n2020年实绩：货运量125万吨\n"
    assert observed(text) == {"清水河口岸 | 货运量 | 125 万吨 | 2020"}


PROFILE = "名称：珠恩嘎达布其口岸\n地点：东乌珠穆沁旗\n对应口岸：蒙古国毕其格图口岸\n批准时间：1992年"


def test_lines_that_begin_with_a_year_are_of_what_the_profile_is_of() -> None:
    """And not of the port that faces it."""
    assert observed(f"{PROFILE}\n2019年：过货量71万吨\n2020年：过货量84.5万吨") == {
        "珠恩嘎达布其口岸 | 过货量 | 71 万吨 | 2019",
        "珠恩嘎达布其口岸 | 过货量 | 84.5 万吨 | 2020",
    }


@pytest.mark.parametrize("more", ["", "\n2019年：过货量71万吨"])
def test_a_profile_may_call_what_it_is_of_by_its_name_alone(more: str) -> None:
    """名称 for 口岸名称, whatever lines of figures follow."""
    assert stated(PROFILE + more, "listings") == {
        ("珠恩嘎达布其口岸", "locatedIn", "东乌珠穆沁旗"),
        ("珠恩嘎达布其口岸", "counterpart", "毕其格图口岸"),
        ("珠恩嘎达布其口岸", "dateEstablished", "1992"),
    }


def test_a_heading_that_runs_in_leads_back_to_what_the_entry_is_about() -> None:
    """It is no part of an indicator; a port named in one paragraph holds nothing of the next; the year holds on."""
    text = "东宁市（年鉴条目）\n【概况】东宁市位于黑龙江省东南部。\n【口岸】2020年，东宁口岸进出口货运量21.6万吨，增长3.4%。"
    told = {
        "东宁口岸 | 进出口货运量 | 21.6 万吨 | 2020",
        "东宁口岸 | 进出口货运量增长率 | 3.4 % | 2020",
    }
    assert observed(f"{text}\n【财政】一般公共预算收入7.3亿元，下降1.8%。") == told | {
        "东宁市 | 一般公共预算收入 | 7.3 亿元 | 2020",
        "东宁市 | 一般公共预算收入增长率 | -1.8 % | 2020",
    }


def test_a_time_before_a_bound_is_of_the_first_figure_alone() -> None:
    assert observed("2020年，东宁口岸货运量21.6万吨，旅客由2019年的不足5万人次减少到3万人次。") == {
        "东宁口岸 | 货运量 | 21.6 万吨 | 2020",
        "东宁口岸 | 旅客 | 5 万人次 | 2019",
        "东宁口岸 | 旅客 | 3 万人次 | 2020",
    }


def test_a_report_tells_of_the_place_whose_congress_heard_it() -> None:
    """The line below the title says where and when it was read; what it tells is of the year before."""
    report = (
        "政府工作报告\n——2022年1月5日在宁明县第十七届人民代表大会第二次会议上\n县长 某某\n各位代表：\n"
        "过去一年，外贸进出口额增长6%。\n二、2022年工作安排\n外贸进出口额增长9%。\n"
    )
    assert observed(report) == {"宁明县 | 外贸进出口额增长率 | 6 % | 2021"}
