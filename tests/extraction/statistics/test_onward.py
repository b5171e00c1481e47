"""What figures go on about from sentence to sentence and from paragraph to paragraph."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "截至2022年末，云南省已有口岸28个，其中铁路口岸2个、公路口岸20个；边民互市贸易额282.4亿元，同比下降10.5%。",
            {
                "云南省 | 公路口岸数量 | 20 个 | 2022",
                "云南省 | 口岸数量 | 28 个 | 2022",
                "云南省 | 边民互市贸易额 | 282.4 亿元 | 2022",
                "云南省 | 边民互市贸易额同比增长率 | -10.5 % | 2022",
                "云南省 | 铁路口岸数量 | 2 个 | 2022",
            },
        ),
        (
            "吉林省2020年对外开放口岸21个，其中铁路口岸3个、航空口岸2个。全省口岸进出境人员86.2万人次。",
            {
                "吉林省 | 口岸进出境人员 | 86.2 万人次 | 2020",
                "吉林省 | 对外开放口岸数量 | 21 个 | 2020",
                "吉林省 | 航空口岸数量 | 2 个 | 2020",
                "吉林省 | 铁路口岸数量 | 3 个 | 2020",
            },
        ),
    ],
)
def test_kinds_that_are_counted_are_no_port(text: str, figures: set[str]) -> None:
    """铁路口岸2个 counts; what stands behind is of the whole again."""
    assert observed(text) == figures


def test_a_branch_with_figures_is_a_port() -> None:
    assert observed("绥芬河口岸1994年成立口岸委。铁路口岸2019年过货1009万吨，公路口岸过货64万吨。") == {
        "绥芬河公路口岸 | 过货 | 64 万吨 | 2019",
        "绥芬河铁路口岸 | 过货 | 1009 万吨 | 2019",
    }


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "2023年前5个月，我国9个沿边省区合计进出口1.2万亿元，增长11%。分省区看，广西进出口2718.4亿元；新疆1337.9亿元；辽宁3185亿元，下降3.6%。\n边民互市进出口338.9亿元，增长8%。",
            {
                "中国 | 沿边省区数量 | 9 个",
                "广西壮族自治区 | 进出口 | 2718.4 亿元 | 2023-01/2023-05",
                "新疆维吾尔自治区 | 进出口 | 1337.9 亿元 | 2023-01/2023-05",
                "沿边九省区 | 边民互市进出口 | 338.9 亿元 | 2023-01/2023-05",
                "沿边九省区 | 边民互市进出口增长率 | 8 % | 2023-01/2023-05",
                "沿边九省区 | 进出口 | 1.2 万亿元 | 2023-01/2023-05",
                "沿边九省区 | 进出口增长率 | 11 % | 2023-01/2023-05",
                "辽宁省 | 进出口 | 3185 亿元 | 2023-01/2023-05",
                "辽宁省 | 进出口增长率 | -3.6 % | 2023-01/2023-05",
            },
        ),
        (
            "2019年，红河州外贸进出口165亿元，增长9%。分县市看，河口县完成61亿元，蒙自市完成72亿元，金平县完成9亿元。全年实际利用外资1.2亿美元。",
            {
                "河口瑶族自治县 | 外贸进出口 | 61 亿元 | 2019",
                "红河哈尼族彝族自治州 | 外贸进出口 | 165 亿元 | 2019",
                "红河哈尼族彝族自治州 | 外贸进出口增长率 | 9 % | 2019",
                "红河哈尼族彝族自治州 | 实际利用外资 | 1.2 亿美元 | 2019",
                "蒙自市 | 外贸进出口 | 72 亿元 | 2019",
                "金平苗族瑶族傣族自治县 | 外贸进出口 | 9 亿元 | 2019",
            },
        ),
    ],
)
def test_behind_parts_a_paragraph_goes_on_about_the_whole(text: str, figures: set[str]) -> None:
    assert observed(text) == figures


def test_the_end_of_the_year_is_of_the_year_of_the_day_before() -> None:
    assert observed(
        "2021年云南省外贸进出口总值3143.8亿元。\n2021年12月3日，中老铁路全线通车。截至年末，全省共有口岸27个；全年边民互市贸易额282.4亿元。"
    ) == {
        "云南省 | 口岸数量 | 27 个 | 2021",
        "云南省 | 外贸进出口总值 | 3143.8 亿元 | 2021",
        "云南省 | 边民互市贸易额 | 282.4 亿元 | 2021",
    }


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "二、2022年主要口岸货运量\n1.满洲里口岸：1683万吨，下降4%；\n2.二连浩特口岸：1604万吨，增长3.5%。",
            {
                "二连浩特口岸 | 货运量 | 1604 万吨 | 2022",
                "二连浩特口岸 | 货运量增长率 | 3.5 % | 2022",
                "满洲里口岸 | 货运量 | 1683 万吨 | 2022",
                "满洲里口岸 | 货运量增长率 | -4 % | 2022",
            },
        ),
        (
            "二、主要数据（2022年）\n1.广西：进出口总额6603.5亿元。\n2.内蒙古：1523.6亿元，增长23.2%。",
            {
                "内蒙古自治区 | 进出口总额 | 1523.6 亿元 | 2022",
                "内蒙古自治区 | 进出口总额增长率 | 23.2 % | 2022",
                "广西壮族自治区 | 进出口总额 | 6603.5 亿元 | 2022",
            },
        ),
    ],
)
def test_an_item_of_a_list_tells_what_its_heading_or_the_first_item_tells(text: str, figures: set[str]) -> None:
    assert observed(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "2019年8月26日，国务院印发《中国（黑龙江）自由贸易试验区总体方案》，实施范围119.85平方公里，涵盖哈尔滨、黑河、绥芬河三个片区。",
            {
                "中国（黑龙江）自由贸易试验区 | 实施范围 | 119.85 平方公里",
                "中国（黑龙江）自由贸易试验区 | 片区数量 | 3 个",
            },
        ),
        (
            "2020年，国务院办公厅下发《关于同意设立广西百色重点开发开放试验区的批复》，面积3.63万平方公里。",
            {
                "广西百色重点开发开放试验区 | 面积 | 3.63 万平方公里",
            },
        ),
    ],
)
def test_what_a_document_lays_out_is_of_its_zone(text: str, figures: set[str]) -> None:
    assert observed(text) == figures


def test_what_a_port_has_none_of_is_of_its_region() -> None:
    assert observed("临沧市2019年接待边境旅游团260个。孟定清水河口岸货运量90万吨，全年旅游收入39亿元。") == {
        "临沧市 | 旅游收入 | 39 亿元 | 2019",
        "孟定清水河口岸 | 货运量 | 90 万吨 | 2019",
    }


def test_a_headline_tells_no_figure() -> None:
    assert observed("策克口岸去年进口原煤1862万吨\n2023年，策克口岸进口原煤1862.3万吨。") == {
        "策克口岸 | 进口原煤 | 1862.3 万吨 | 2023",
    }


def test_bare_nouns_of_an_entry_are_what_its_title_names() -> None:
    assert observed(
        "霍尔果斯口岸\n霍尔果斯口岸1983年恢复开放。2012年12月，霍尔果斯铁路口岸对外开放。口岸距乌鲁木齐市670公里。"
    ) == {
        "霍尔果斯口岸 | 距乌鲁木齐市距离 | 670 公里",
    }


def test_in_a_paragraph_on_acts_of_the_state_trade_is_the_nations() -> None:
    assert observed("1996年，国务院下发2号文件。边境小额贸易额由1996年的23亿美元增加到2008年的309亿美元。") == {
        "中国 | 边境小额贸易额 | 23 亿美元 | 1996",
        "中国 | 边境小额贸易额 | 309 亿美元 | 2008",
    }


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("中俄同江铁路大桥2022年11月通车。该口岸当年过货10万吨。", set()),
        ("博览会期间签约项目196个。", set()),
    ],
)
def test_what_is_no_known_thing_has_no_figure(text: str, figures: set[str]) -> None:
    assert observed(text) == figures


def test_figures_of_proposals_are_told_where_they_name_their_time() -> None:
    assert observed("四、对策建议\n建议加快通道建设。2023年，云南省口岸货运量3849万吨，口岸要达到一流水平。") == {
        "云南省 | 货运量 | 3849 万吨 | 2023",
    }


_QUARTER = "2031年一季度，保山市外贸进出口30亿元，同比增长6%。"


@pytest.mark.parametrize(
    "between",
    ["", "外贸结构不断优化。\n", "全市与缅甸接壤，国境线长170公里。\n"],
    ids=["none", "no figure", "a figure of no time"],
)
def test_growth_without_a_time_is_of_that_of_the_paragraph_before(between: str) -> None:
    told = observed(f"{_QUARTER}\n{between}民营企业进出口21亿元，增长7%，占全市的七成。")
    assert "保山市 | 民营企业进出口增长率 | 7 % | 2031-01/2031-03" in told


@pytest.mark.parametrize("text", ["近期，民营企业进出口增长7%。", "去年同期，民营企业进出口9亿元，增长7%。"])
def test_growth_of_another_time_is_not(text: str) -> None:
    assert not [told for told in observed(f"{_QUARTER}\n{text}") if "民营" in told and told.endswith("2031-01/2031-03")]
