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
