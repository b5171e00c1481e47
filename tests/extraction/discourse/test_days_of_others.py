"""Dates that are told of another document than that of the clause."""

import pytest

from tests.extraction.stated import stated


@pytest.mark.parametrize(
    "text",
    [
        "双方在1956年3月4日签订的《边界办法协定》的基础上，缔结《边界条约》。",
        "2007年1月1日起，辽宁省制定的《口岸条例》、甘肃省制定的《边界条约》同步实施。",
    ],
)
def test_what_is_built_on_or_comes_into_force_dates_nothing_new(text: str) -> None:
    assert not [c for c in stated(text) if c[0] == "边界条约" and c[1] == "dateIssued"]


def test_a_date_before_what_is_built_on_dates_what_is_made() -> None:
    claims = stated("2005年，商务部在2001年印发的《边贸意见》基础上制定了《边贸办法》。")
    assert {("边贸意见", "dateIssued", "2001"), ("边贸办法", "dateIssued", "2005")} <= claims


def test_a_title_with_its_day_in_brackets_has_no_other() -> None:
    text = "2007年，国务院发布《关于促进通道建设的若干意见》；商务厅印发的《互市管理办法》（1996年4月）同时废止。\n"
    dates = {(s, o) for s, p, o in stated(text) if p == "dateIssued"}
    assert dates == {("关于促进通道建设的若干意见", "2007"), ("互市管理办法", "1996-04")}
