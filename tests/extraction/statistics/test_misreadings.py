"""Figures that a sentence tells of something else than the place that stands near."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "我国与老挝、缅甸、越南3个国家接壤，陆地边境线长6000公里，有40个边境县。",
            {"中国 | 接壤国家数量 | 3 个", "中国 | 陆地边境线长 | 6000 公里", "中国 | 边境县数量 | 40 个"},
        ),
        (
            "2015年，云南省与广西旅游收入均为60亿元。",
            {"云南省 | 旅游收入 | 60 亿元 | 2015", "广西壮族自治区 | 旅游收入 | 60 亿元 | 2015"},
        ),
    ],
)
def test_neighbours_hold_nothing(text: str, figures: set[str]) -> None:
    assert observed(text) == figures


@pytest.mark.parametrize(
    "line",
    ["干线全长700公里", "全长700公里；两国之间的隧道长8公里", "两地相距7公里", "运距7公里", "企业在距边境线15公里"],
)
def test_a_length_of_a_line_is_of_no_place(line: str) -> None:
    area = "瑞丽边境经济合作区 | 面积 | 6 平方公里"
    assert observed(f"瑞丽边境经济合作区面积6平方公里。2013年油气管道投产，{line}。") == {area}


@pytest.mark.parametrize("length", ["边境线长358公里", "海岸线总长50公里", "国境线长度28公里", "公路里程900公里"])
def test_a_length_of_its_border_and_roads_is_of_a_place(length: str) -> None:
    assert len(observed(f"东兴市{length}。")) == 1


def test_a_change_is_not_of_what_stood_before_an_unclear_figure() -> None:
    text = "2019年，瑞丽市旅游收入60亿元。2020年，瑞丽市办学所需20亿元，同比增长5%。"
    assert observed(text) == {"瑞丽市 | 旅游收入 | 60 亿元 | 2019"}


def test_trains_may_be_named_with_a_bracket() -> None:
    text = "2022年，满洲里口岸通行的中欧（中亚）班列为800列，同比增长2%。"
    assert observed(text) == {
        "满洲里口岸 | 中欧(中亚)班列 | 800 列 | 2022",
        "满洲里口岸 | 中欧(中亚)班列同比增长率 | 2 % | 2022",
    }


def test_what_belongs_to_a_kind_is_not_that_kind() -> None:
    assert observed("云南省有边境县25个，其中20个属于民族自治地方。") == {"云南省 | 边境县数量 | 25 个"}


@pytest.mark.parametrize(
    "text",
    [
        "亚东县边境线长290公里。仁青岗批发市场2018年贸易额1.2亿元，同比下降4.5%。",
        "亚东县边境线长290公里。2018年二者贸易额合计1.2亿元。",
    ],
)
def test_what_is_no_known_thing_takes_no_holder_over(text: str) -> None:
    assert observed(text) == {"亚东县 | 边境线长 | 290 公里"}


def test_a_planned_area_is_of_no_city() -> None:
    assert observed("2002年，国务院批准珲春市设立出口加工区，规划面积2.44平方公里。") == set()


def test_a_number_of_an_amount_is_no_date() -> None:
    assert observed("2022年，崇左市外贸进出口总值1892.4亿元，其中出口1320.5亿元。") == {
        "崇左市 | 外贸进出口总值 | 1892.4 亿元 | 2022",
        "崇左市 | 外贸出口总值 | 1320.5 亿元 | 2022",
    }


def test_a_way_between_two_places_is_of_neither() -> None:
    assert observed("凭祥至河内的公路里程为170公里。") == set()


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "2021年老爷庙口岸货运量160万吨，连续第二年增长；进出境车辆3万辆次。",
            {"货运量 | 160 万吨 | 2021", "进出境车辆 | 3 万辆次 | 2021"},
        ),
        ("老爷庙口岸年过货一两百万吨。", {"过货 | 100 万吨"}),
        ("老爷庙口岸货运量增长很快，今年可达200万吨。", set()),
        ("老爷庙口岸分别与蒙古国三个口岸相对应。", set()),
        ("老爷庙口岸是哨卡。1851年，中俄签订《某章程》，正式开放伊犁、塔城两个口岸。", set()),
        ("老爷庙口岸繁忙，某煤矿距老爷庙口岸仅190公里。", set()),
    ],
)
def test_what_is_not_told_as_it_seems(text: str, figures: set[str]) -> None:
    """Years running are no next year; a forecast, the other side's ports and those of a treaty are none of the port's."""
    assert observed(text) == {f"老爷庙口岸 | {figure}" for figure in figures}


def test_the_border_of_two_states_is_the_nation_s() -> None:
    assert observed("辽宁与朝鲜接壤，两国边界线长1300公里。") == {"中国 | 两国边界线长 | 1300 公里"}
