"""How far things lie apart, parts of a border, and words around figures."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "吉木乃口岸1992年开放，对应哈萨克斯坦迈哈布奇盖口岸，两地相距仅2.5公里。",
            {
                "吉木乃口岸 | 与迈哈布奇盖口岸距离 | 2.5 公里",
            },
        ),
        (
            "友谊关口岸与越南友谊口岸对接，两口岸相距约600米，距凭祥市区18公里。",
            {
                "友谊关口岸 | 与越南友谊口岸距离 | 600 米",
                "友谊关口岸 | 距凭祥市区距离 | 18 公里",
            },
        ),
        (
            "黑河市与俄罗斯布拉戈维申斯克市隔江相望，最近处仅750米。",
            {
                "黑河市 | 与俄罗斯布拉戈维申斯克市最近距离 | 750 米",
            },
        ),
    ],
)
def test_two_places_apart(text: str, figures: set[str]) -> None:
    """The distance is of the first, to the other."""
    assert observed(text) == figures


def test_parts_of_a_border() -> None:
    assert observed(
        "勐腊县与老挝、缅甸接壤，国境线长740.8公里（中老段677.8公里，中缅段63公里），面积6860.76平方公里。"
    ) == {
        "勐腊县 | 中缅段国境线长 | 63 公里",
        "勐腊县 | 中老段国境线长 | 677.8 公里",
        "勐腊县 | 国境线长 | 740.8 公里",
        "勐腊县 | 面积 | 6860.76 平方公里",
    }


def test_partners_named_one_by_one() -> None:
    assert observed("2018年云南省对缅、对老、对越进出口额分别为65.6亿美元、12.1亿美元和32.5亿美元。") == {
        "云南省 | 对缅进出口额 | 65.6 亿美元 | 2018",
        "云南省 | 对老进出口额 | 12.1 亿美元 | 2018",
        "云南省 | 对越进出口额 | 32.5 亿美元 | 2018",
    }


def test_ends_of_a_year() -> None:
    assert observed("2023年，策克口岸进口原煤1862.3万吨；日均通关煤车由年初的400辆增至年末的1100辆。") == {
        "策克口岸 | 日均通关煤车 | 1100 辆 | 2023",
        "策克口岸 | 日均通关煤车 | 400 辆 | 2023",
        "策克口岸 | 进口原煤 | 1862.3 万吨 | 2023",
    }


def test_what_is_set_right_is_told() -> None:
    assert observed("网传“瑞丽口岸日均出境货车超2000辆”，瑞丽海关澄清：2023年4月瑞丽口岸日均出境货车约780辆。") == {
        "瑞丽口岸 | 日均出境货车 | 780 辆 | 2023-04",
    }


def test_a_record_is_no_measure() -> None:
    assert observed(
        "西藏边境贸易波动较大：2014年达到创纪录的123.1亿元，2015年因尼泊尔地震骤降至31亿元，降幅达74.8%。"
    ) == {
        "西藏自治区 | 边境贸易 | 123.1 亿元 | 2014",
        "西藏自治区 | 边境贸易 | 31 亿元 | 2015",
        "西藏自治区 | 边境贸易增长率 | -74.8 % | 2015",
    }


def test_units_with_brackets() -> None:
    assert observed("2018年，满洲里口岸出入境人员183万人次，出入境交通工具56.2万列（辆）次。") == {
        "满洲里口岸 | 出入境交通工具 | 56.2 万列(辆)次 | 2018",
        "满洲里口岸 | 出入境人员 | 183 万人次 | 2018",
    }


def test_the_first_year_of_what_began_again() -> None:
    assert observed("1985年恢复首年，东宁县对苏边贸额达312万元；1990年更升至1.2亿元。") == {
        "东宁县 | 对苏边贸额 | 1.2 亿元 | 1990",
        "东宁县 | 对苏边贸额 | 312 万元 | 1985",
    }


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "勐腊县2020年常住人口30.5万人，傣族约8.1万人。",
            {
                "勐腊县 | 傣族 | 8.1 万人 | 2020",
                "勐腊县 | 常住人口 | 30.5 万人 | 2020",
            },
        ),
        (
            "截至2020年底，西藏全区建成边贸市场（点）28个，吸纳从业人员4300余人。",
            {
                "西藏自治区 | 吸纳从业人员 | 4300 人 | 2020",
                "西藏自治区 | 边贸市场(点)数量 | 28 个 | 2020",
            },
        ),
    ],
)
def test_peoples_and_points(text: str, figures: set[str]) -> None:
    assert observed(text) == figures


def test_counts_beside_a_census_are_of_no_year() -> None:
    assert observed("勐腊县第七次人口普查304950人。境内有磨憨、关累两个国家一类口岸。") == {
        "勐腊县 | 国家一类口岸数量 | 2 个",
    }


def test_profiles_whose_values_a_gap_parts() -> None:
    assert observed(
        "东兴市\n行政代码    450681\n所属地区    广西防城港市\n"
        "面积    590平方公里\n人口    约21.6万（2020年）\n边境线长    39公里"
    ) == {
        "东兴市 | 人口 | 21.6 万人 | 2020",
        "东兴市 | 边境线长 | 39 公里",
        "东兴市 | 面积 | 590 平方公里",
    }


def test_the_table_under_a_heading_that_names_its_place() -> None:
    assert observed(
        "一、西藏对外贸易\n年份    外贸总额（亿元）  边境小额贸易（亿元）\n"
        "2018    47.5    23.9\n2019    48.8    30.6\n以上数据来自西藏统计年鉴。"
    ) == {
        "西藏自治区 | 外贸总额 | 47.5 亿元 | 2018",
        "西藏自治区 | 外贸总额 | 48.8 亿元 | 2019",
        "西藏自治区 | 边境小额贸易 | 23.9 亿元 | 2018",
        "西藏自治区 | 边境小额贸易 | 30.6 亿元 | 2019",
    }


def test_a_mean_of_days_is_no_day_of_the_month() -> None:
    assert observed("瑞丽口岸2022年关闭。2023年4月日均出境货车约780辆。") == {
        "瑞丽口岸 | 日均出境货车 | 780 辆 | 2023-04"
    }


def test_growth_of_the_trade_with_a_partner_named_before() -> None:
    text = "2021年云南省对缅甸、越南进出口分别为585.7亿元、236.1亿元，其中对缅甸下降26.9%，对越南增长5.1%。"
    assert observed(text) == {
        "云南省 | 对缅甸进出口 | 585.7 亿元 | 2021",
        "云南省 | 对越南进出口 | 236.1 亿元 | 2021",
        "云南省 | 对缅甸进出口增长率 | -26.9 % | 2021",
        "云南省 | 对越南进出口增长率 | 5.1 % | 2021",
    }


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("吉木乃口岸位于吉木乃县城西北18公里处。", {"吉木乃口岸 | 距吉木乃县城距离 | 18 公里"}),
        ("瑞丽市西南30公里处的弄岛口岸有多年历史。", {"弄岛口岸 | 距瑞丽市距离 | 30 公里"}),
        ("天保口岸离越南河江市区24公里。", {"天保口岸 | 距越南河江市区距离 | 24 公里"}),
        ("东宁口岸以东20公里设有哨所。", set()),
        (
            "内蒙古边境线长4200公里，云南4060公里。",
            {"内蒙古自治区 | 边境线长 | 4200 公里", "云南省 | 边境线长 | 4060 公里"},
        ),
        ("边境线以北20公里以内为管理区。", set()),
    ],
)
def test_how_far_away_in_a_direction(text: str, figures: set[str]) -> None:
    assert observed(text) == figures
