"""Whose a clause is that names no subject."""

import pytest

from tests.extraction.stated import stated


def established(text: str) -> set[tuple[str, str]]:
    return {(s, o) for s, p, o in stated(text) if p == "dateEstablished"}


def test_leave_is_of_what_is_named_behind_it() -> None:
    text = "水口口岸1992年开放。1999年12月，经国务院批准，二卡口岸正式对外开放。"
    assert established(text) == {("水口口岸", "1992"), ("二卡口岸", "1999-12")}


def test_leave_that_a_body_gave_before_a_comma_is_of_what_is_named_behind_it() -> None:
    text = "1991年4月国务院批准水口口岸对第三国开放；1993年8月国务院批准，凭祥为边境开放城市。"
    assert established(text) == {("水口口岸", "1991-04"), ("凭祥", "1993-08")}


def test_what_china_does_is_not_of_a_body_that_a_sentence_before_named() -> None:
    text = "亚洲开发银行提出了设想。2004年中国政府提出“贸易兴边”倡议，并在2006年5月发布《某愿景与行动》。"
    assert not [s for s, predicate, _ in stated(text) if predicate == "issuedBy"]


def test_leave_with_nothing_named_behind_it_is_of_what_was_spoken_of() -> None:
    assert ("水口口岸", "1995") in established("水口口岸1992年开放，经国务院批准，1995年恢复开放。")


@pytest.mark.parametrize(
    "text",
    [
        "水口口岸1992年开放。新桥2008年动工，2010年5月通车。",
        "水口口岸1992年开放，联检楼2014年动工，2016年10月建成。",
    ],
)
def test_what_is_built_beside_a_port_is_no_port(text: str) -> None:
    assert established(text) == {("水口口岸", "1992")}


def test_a_zone_spoken_of_is_not_its_kind_in_another_town() -> None:
    text = "喀什历史悠久。2020年4月，百色重点开发开放试验区获批，成为广西第三个沿边重点开发开放试验区。"
    assert {s for s, _ in established(text)} == {"百色重点开发开放试验区"}


def test_each_part_of_a_sentence_has_a_subject_of_its_own() -> None:
    text = "水口、龙邦等口岸较多。这些口岸早晚不一：龙邦1951年开设，1966年关闭，1988年恢复。"
    assert ("水口口岸", "1988") not in established(text)


def test_what_stands_before_a_name_is_told_of_it() -> None:
    text = "2016年4月获批的塔城重点开发开放试验区，2019年挂牌的凭祥综合保税区，都很繁忙。"
    assert established(text) == {("塔城重点开发开放试验区", "2016-04"), ("凭祥综合保税区", "2019")}


def test_neighbours_named_together_border_nothing_by_that() -> None:
    told = stated("新疆与蒙古、塔吉克斯坦和巴基斯坦接壤。")
    assert {subject for subject, property_, _ in told if property_ == "borders"} == {"新疆"}


def test_a_port_named_in_the_sentence_is_spoken_of() -> None:
    """And no country of the sentence before."""
    told = stated("马来西亚、缅甸的贸易额居前。水口口岸位于龙州县，与越南高平省隔河相望。")
    assert {fact for fact in told if fact[1] == "borders"} == {("水口口岸", "borders", "越南")}


def test_a_superlative_is_no_name_of_a_port() -> None:
    told = stated("中蒙最大铁路口岸——二连浩特铁路口岸货运繁忙。")
    assert not {fact for fact in told if fact[1] == "counterpart" or "最大" in fact[0]}


def test_as_what_something_is_named_behind_the_comma() -> None:
    told = stated("友谊关口岸很繁忙。作为国家一类口岸，水口口岸车流不断。")
    assert not {fact for fact in told if fact[0] == "友谊关口岸" and fact[1] in ("portClass", "isA")}


def test_news_defines_nothing_by_its_source() -> None:
    told = stated("官方消息指，水口口岸货运量去年大增，边民互市贸易也有增长。")
    assert not {fact for fact in told if fact[1] == "defines"}


@pytest.mark.parametrize(
    "text",
    [
        "水口口岸位于龙州县。2008年经国务院批准设立的凭祥综合保税区发展较快。",
        "水口口岸位于龙州县。2006年重开的只是龙邦口岸。",
        "水口口岸位于龙州县。1992年启用的公路口岸通行条件较好。",
    ],
)
def test_what_is_told_before_a_name_is_told_of_it(text: str) -> None:
    """设立的, 重开的只是: of what stands behind 的, not of what was spoken of."""
    assert not [s for s in stated(text) if s[0] == "水口口岸" and s[1] == "dateEstablished"]


def test_a_kind_behind_a_comma_is_told_of_the_port_before() -> None:
    assert ("水口口岸", "dateEstablished", "1992") in stated("水口口岸是1992年设立的一类口岸，位于龙州县。")
