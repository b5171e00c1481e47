"""The year in which a text says that it speaks."""

import pytest

from borderkg.extraction.marking.memory import spoken_in
from tests.extraction.observed import observed
from tests.extraction.stated import stated


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("口岸货运回暖\n2018-03-05 08:10 来源：某某晚报\n去年货运量9万吨。", 2018),
        ("口岸货运回暖\n某某晨报 2018-03-05 02版\n去年货运量9万吨。", 2018),
        ("口岸货运回暖\n某某早报讯 2018年3月5日上午，口岸恢复通关。", 2018),
        ("首页 > 正文\n2018 03/05 08:58:55\n来源：某网\n去年货运量9万吨。", 2018),
        ("正文 2018年03月05日09:28　来源：某网\n去年货运量9万吨。", 2018),
        ("date 2018-03-05 口岸一角（图／某某）\n去年貨運量9萬噸。", 2018),
        ("口岸货运回暖\n去年货运量9万吨。\n来源：某社 责任编辑：某某 2018-03-05", 2018),
        ("口岸货运回暖 2018-03-05 10:42:31 去年货运量9万吨，今年以来增长。", 2018),
        ("本报某地11月15日电 2018年口岸货运量9万吨。", None),
        ("发布时间：2018-03-05 08:10 来源：某网\n某社南宁2月27日电 今年货运量9万吨。", 2018),
        ("发布时间：2018-11-05 08:10 来源：某网\n某社南宁2月27日电 今年货运量9万吨。", None),
        ("发布时间：2018-11-05 08:10 来源：某网\n今年货运量9万吨。\n《某某日报》（2017年6月3日 第02版）", 2017),
        ("口岸大事记\n1992年3月9日 国务院批准开放。", None),
        ("口岸概况\n2018年3月5日，口岸恢复通关，去年货运量9万吨。", None),
        ("口岸货运回暖\n本报讯（1月5日）2018年口岸货运量9万吨，力争到2025年翻番。", 2019),
        ("口岸货运回暖\n本报某地2月15日电 2018年口岸货运量9万吨。", 2019),
        ("口岸货运回暖\n本报某地2月15日电 2018年1月口岸货运量9万吨。", None),
        ("口岸货运回暖\n本报某地8月15日电 2018年口岸货运量9万吨。", None),
        ("口岸货运回暖\n本报某地2月15日电 去年口岸货运量9万吨。2008年建成的货场扩建。", None),
    ],
)
def test_a_dateline_says_when_a_report_speaks(text: str, year: int | None) -> None:
    assert spoken_in(text) == year


def test_this_year_and_the_last_go_by_the_dateline() -> None:
    text = "口岸货运回暖\n某某晨报 2018-03-05 02版\n南伞口岸2009年开放。去年该口岸货运量9万吨，力争2030年翻番。"
    assert observed(text) == {"南伞口岸 | 货运量 | 9 万吨 | 2017"}


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("本报某地4月7日电 2012年以来，水口口岸热闹起来。截至3月31日，水口口岸今年货运量9万吨。", ""),
        ("自2013年首列班列开行以来，截至今年2月14日，水口口岸累计货运量9万吨。", ""),
        ("1—5月，水口口岸货运量9万吨，是2022年同期的2.2倍。", ""),
        ("2018年，水口口岸货运量20万吨。今年前4个月，水口口岸货运量9万吨。", ""),
        ("2018年3月26日水口口岸扩大开放。今年以来客流增长。截至11月2日，水口口岸货运量9万吨。", ""),
        ("今年6月，水口口岸货运量9万吨。\n自2014年货运量下降以后，水口口岸遇冷。", ""),
        ("2014年至今，水口口岸货运量9万吨。", ""),
        ("2018年一季度，水口口岸客流增长。今年3月，水口口岸货运量9万吨。", "2018-03"),
        ("2018-03-05 08:10 来源：某网\n今年前2月，水口口岸货运量9万吨。", "2018-01/2018-02"),
        ("发布时间：2018-11-05\n某社南宁2月7日电 今年1月，水口口岸货运量9万吨。", ""),
        ("2018-01-06 08:10 来源：某网\n截至12月31日，水口口岸货运量9万吨。", "2017-12-31"),
    ],
)
def test_a_year_that_a_text_does_not_tell_is_not_guessed(text: str, figure: str) -> None:
    """A year since which something goes on, with which it is compared, or that is told as a whole is not this one."""
    assert "水口口岸 | 货运量 | 9 万吨" + (figure and f" | {figure}") in observed(text)


def test_the_year_of_a_yearbook_is_not_guessed() -> None:
    assert observed("南伞口岸2009年开放。本年度南伞口岸货运量9万吨。") == {"南伞口岸 | 货运量 | 9 万吨"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023年10月31日召开会议，次日水口口岸恢复开放。", "2023-11-01"),
        ("2019年12月31日召开会议，翌日水口口岸恢复开放。", "2020-01-01"),
    ],
)
def test_the_next_day(text: str, day: str) -> None:
    assert ("水口口岸", "dateEstablished", day) in stated(text)


def test_months_in_the_parts_of_an_entry_are_of_its_year() -> None:
    """Whatever years a part between tells of."""
    text = (
        "【对外贸易】 2020年，西藏外贸进出口总值21亿元。\n【口岸概况】 吉隆口岸2017年4月13日扩大开放。\n"
        "【平台建设】 4月，国务院批复同意设立拉萨综合保税区。\n"
    )
    assert ("拉萨综合保税区", "dateEstablished", "2020-04") in stated(text)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("2003年，尼泊尔首相访华期间，两国签署《边贸协定》。", {"中国", "尼泊尔"}),
        ("中俄两国1994年签署《边界协定》。2003年，我国领导人访问尼泊尔时，两国签署《边贸协定》。", {"中国", "尼泊尔"}),
        ("中俄两国1994年签署《边界协定》，对尼泊尔的出口增长。2003年，两国又签署《边贸协定》。", {"中国", "俄罗斯"}),
    ],
)
def test_two_countries_are_those_of_a_visit_and_not_one_that_trade_is_with(text: str, parties: set[str]) -> None:
    assert {o for s, p, o in stated(text) if s == "边贸协定" and p == "party"} == parties
