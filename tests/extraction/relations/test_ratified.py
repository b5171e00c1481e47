"""An agreement is of the day on which it was signed, whenever it was ratified."""

import pytest

from tests.extraction.stated import stated


@pytest.mark.parametrize(
    "text",
    [
        "《中老界河条约》1993年12月签署，1994年8月经全国人大常委会批准。",
        "《中老界河条约》由外交部部长于1993年12月在万象签署，于1994年8月29日由全国人大常委会批准。",
    ],
)
def test_what_is_ratified_was_made_before(text: str) -> None:
    assert {o for s, p, o in stated(text) if (s, p) == ("中老界河条约", "dateIssued")} == {"1993-12"}


def test_a_plan_is_of_the_day_of_its_approval() -> None:
    assert ("界河治理规划", "dateIssued", "2012") in stated("2012年，国务院批准了《界河治理规划》。")


def test_a_new_age_is_no_country() -> None:
    """中俄新时代…: of two countries; 中新两国 are two as well."""
    title = "关于深化中俄新时代全面战略协作伙伴关系的联合声明"
    assert {o for s, p, o in stated(f"2031年，中俄发布《{title}》。") if p == "party"} == {"中国", "俄罗斯"}
    found = stated("2031年5月，中新两国签署《界河协定》。")
    assert {o for _, p, o in found if p == "party"} == {"中国", "新加坡"}


def test_a_treaty_of_nerchinsk_has_no_third_party() -> None:
    said = stated("1689年9月7日签订的《中俄尼布楚条约》划定了边界。")
    assert {o for _, p, o in said if p == "party"} == {"中国", "俄罗斯"}
