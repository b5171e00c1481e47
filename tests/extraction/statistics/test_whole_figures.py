"""Figures by their full indicator: rates that go on with what was told, parts behind a share, goods by their way."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize("basis", ["按不变价格计算", "按可比价格计算", "按可比价计算", "按美元计价"])
def test_a_rate_at_other_prices_grows_of_what_was_told(basis: str) -> None:
    text = f"2022年，东宁市地区生产总值88.5亿元，{basis}，比上年增长4.2%。"
    assert "东宁市 | 地区生产总值同比增长率 | 4.2 % | 2022" in observed(text)


@pytest.mark.parametrize(
    ("pace", "rate"),
    [
        ("以年均12.5%的速度增长", "年均增长率 | 12.5 %"),
        ("以每年超过12.5%的增速快速增长", "年均增长率 | 12.5 %"),
        ("以年均12.5%的幅度下降", "年均增长率 | -12.5 %"),
    ],
)
def test_a_pace_is_a_rate(pace: str, rate: str) -> None:
    assert observed(f"“十二五”期间，云南省外贸总额{pace}。") == {f"云南省 | 外贸总额{rate} | 2011/2015"}


def test_a_share_that_something_is_done_with_is_no_pace() -> None:
    assert not observed("“十二五”期间，云南省企业以30%的股份参与建设。")


def test_thousands_are_set_apart_by_blanks_with_a_decimal_point() -> None:
    text = "2021年，黑龙江省地区生产总值14 879.2亿元，其中第二产业增加值3 975.3亿元。"
    assert "黑龙江省 | 地区生产总值 | 14879.2 亿元 | 2021" in observed(text)


@pytest.mark.parametrize("plan", ["计划2011年至2015年期间实现外贸总额年均增长15%", "计划用3年完成投资9亿元"])
def test_a_plan_for_some_years_is_no_fact(plan: str) -> None:
    assert not observed(f"亚东县{plan}。")


def test_parts_behind_a_share_are_of_the_level() -> None:
    text = "2019年，云南省对缅甸进出口90亿元人民币，占同期全省外贸总值的8%。其中，出口50亿元，进口40亿元。"
    assert {"云南省 | 对缅甸出口 | 50 亿元 | 2019", "云南省 | 对缅甸进口 | 40 亿元 | 2019"} <= observed(text)


def test_exports_behind_imports_are_of_the_same_measure() -> None:
    text = "2005年，东宁口岸进出口货物86万吨。其中，进口货物60万吨，同比增长8%，出口26万吨。"
    assert "东宁口岸 | 出口货运量 | 26 万吨 | 2005" in observed(text)


def test_two_units_of_one_measure_grow_in_turn() -> None:
    text = "2010年，广西机电产品进口额3亿美元。硫磺进口78万吨、1.4亿美元，同比分别增长40%和20%。"
    grown = {f for f in observed(text) if "增长率" in f}
    assert grown == {f"广西壮族自治区 | 硫磺进口同比增长率 | {n} % | 2010" for n in (40, 20)}


@pytest.mark.parametrize(
    ("line", "share"),
    [
        ("新增班列线路占线路总数的40%", "新增班列线路占线路总数的比重 | 40 % | 2024"),
        ("占线路总数的40%", "班列线路数量占线路总数的比重 | 40 % | 2024"),
    ],
)
def test_a_share_is_of_the_part_that_its_clause_names(line: str, share: str) -> None:
    assert f"满洲里市 | {share}" in observed(f"2024年，满洲里市班列线路21条，{line}。")


def test_how_much_sooner_interrupts_nothing() -> None:
    text = "2024年，吉隆口岸出入境旅客达到20万人次，较上年提前35天，同比增长48%。"
    assert "吉隆口岸 | 出入境旅客同比增长率 | 48 % | 2024" in observed(text)


def test_a_bounded_figure_of_one_way_restates_no_other() -> None:
    text = "2013年，新疆出口222.7亿美元。其中，对哈萨克斯坦进出口超过190亿美元。"
    assert "新疆维吾尔自治区 | 对哈萨克斯坦进出口 | 190 亿美元 | 2013" in observed(text)


def test_a_bounded_figure_of_the_same_is_told_once() -> None:
    text = "2013年，新疆进出口超过220亿美元。2013年，新疆进出口总额222.7亿美元。"
    assert observed(text) == {"新疆维吾尔自治区 | 进出口总额 | 222.7 亿美元 | 2013"}


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("马关县全县2676平方公里。", "马关县 | 面积 | 2676 平方公里"),
        (
            "作为中蒙间最大的公路口岸——内蒙古甘其毛都口岸，2024年，累计完成货运量3087万吨。",
            "甘其毛都口岸 | 货运量 | 3087 万吨 | 2024",
        ),
        ("2015年，策克口岸进口货值1.8亿人民币。", "策克口岸 | 进口货值 | 1.8 亿人民币 | 2015"),
        ("卡拉苏口岸坐落于高原上的塔什库尔干县雪山脚下，海拔4368米。", "卡拉苏口岸 | 海拔 | 4368 米"),
        (
            "2016年，内蒙古外贸进出口116亿元。俄罗斯和蒙古国是主要贸易伙伴，其中对俄罗斯进出口增长6%。",
            "内蒙古自治区 | 对俄罗斯进出口增长率 | 6 % | 2016",
        ),
        ("2017年，内蒙古自俄罗斯进口煤炭金额9亿元。", "内蒙古自治区 | 自俄罗斯进口煤炭金额 | 9 亿元 | 2017"),
    ],
)
def test_whose_it_is(text: str, figure: str) -> None:
    assert figure in observed(text)


@pytest.mark.parametrize(
    "text",
    [
        "2023年，珲春市外贸增长。2023年，该产业园实现贸易额51亿元，同比增长44%。",
        "2020年，瑞丽市三项指标位居全省第一。",
        "策克口岸正在建设一条运煤通道。",
        "巴克图口岸通关有序。在距离塔城60公里左右的团结农场，职工忙着采摘。",
        "瑞丽市外贸增长。老挝、缅甸分列二、三位，贸易额分别达到1767万美元和746万美元。",
        "亚东县辖3个边境乡，历史上曾占印藏贸易的80%。",
    ],
)
def test_of_what_is_nobody_known(text: str) -> None:
    assert not {f for f in observed(text) if "边境乡数量 |" not in f}
