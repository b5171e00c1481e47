"""Figures of reports and notices: whose and when they are where only the head, the end or the text around says so."""

import pytest

from tests.extraction.observed import observed


@pytest.mark.parametrize(
    "text",
    [
        "1996年设立水口口岸，次年开通。截至10月底，水口口岸今年货运量已达38万吨。",
        "2001年9月开通的水口口岸，截至11月底，今年货运量已达38万吨。",
    ],
)
def test_this_year_is_no_year_that_was_told_of_something_else(text: str) -> None:
    assert observed(text) == {"水口口岸 | 货运量 | 38 万吨"}


def test_this_year_is_not_the_one_told_before() -> None:
    """A year behind a whole one may be the next, or any: no time rather than a wrong one."""
    assert "黑河口岸 | 货运量 | 50 万吨" in observed(
        "2022年，黑河口岸货运量达86万吨。今年1至6月，黑河口岸货运量50万吨。"
    )


@pytest.mark.parametrize(
    ("head", "time"),
    [
        ("2022年，全县上下攻坚克难，沿边开放迈出新步伐。", " | 2022"),
        ("2022年，面对复杂形势，全州坚持稳中求进。", " | 2022"),
        ("2021年是“十四五”开局之年。", " | 2021"),
        ("2013年，国家提出共建丝绸之路经济带。", ""),
        ("2018年，面对困难，市政府出台若干措施。", ""),
    ],
)
def test_a_year_at_the_head_of_a_passage_governs_its_figures(head: str, time: str) -> None:
    assert observed(f"{head}东宁口岸货运量达到98万吨。") == {f"东宁口岸 | 货运量 | 98 万吨{time}"}


@pytest.mark.parametrize(
    ("source", "time"),
    [
        ("（珲春市2020年国民经济和社会发展统计公报）", "2020"),
        ("（摘自《珲春市2020年国民经济和社会发展统计公报》）", "2020"),
        ("（据珲春市2020年政府工作报告）", "2019"),
    ],
)
def test_the_source_in_brackets_at_the_end_tells_place_and_year(source: str, time: str) -> None:
    assert observed(f"全年全市实现外贸进出口总额52.3亿元，增长8.1%。{source}") == {
        f"珲春市 | 外贸进出口总额 | 52.3 亿元 | {time}",
        f"珲春市 | 外贸进出口总额增长率 | 8.1 % | {time}",
    }


def test_a_bare_zone_is_the_one_of_the_document() -> None:
    assert observed(
        "国务院日前印发《中国（黑龙江）自由贸易试验区总体方案》。按照方案，自贸试验区实施范围119.85平方公里。"
    ) == {"中国（黑龙江）自由贸易试验区 | 自贸试验区实施范围 | 119.85 平方公里"}


def test_what_is_done_at_a_fair_is_of_the_fair() -> None:
    assert observed("2022年，二连浩特市承办中蒙博览会，签约金额达56亿元，同年全市进出口总额170亿元。") >= {
        "二连浩特市 | 进出口总额 | 170 亿元 | 2022"
    }


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "龙州县与越南谅山省的贸易往来密切，2019年边境小额贸易进出口额达41亿元。",
            {"龙州县 | 边境小额贸易进出口额 | 41 亿元 | 2019"},
        ),
        ("1985年，路西县更名为龙州县，边境线长184公里。", {"龙州县 | 边境线长 | 184 公里"}),
        ("云南省拥有经国务院批准的一类口岸20个。", {"云南省 | 一类口岸数量 | 20 个"}),
        ("东宁市、虎林市均被列入黑龙江省18个边境县名单。", {"黑龙江省 | 边境县数量 | 18 个"}),
        ("全疆19个开放口岸。", {"新疆维吾尔自治区 | 开放口岸数量 | 19 个"}),
        ("该关监管中俄、中蒙边境线1700公里。", set()),
    ],
)
def test_whose_it_is(text: str, figures: set[str]) -> None:
    assert observed(text) == figures
