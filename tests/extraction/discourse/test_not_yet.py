"""Zones that have not come to be and documents that nobody has issued yet say nothing by their names."""

import pytest

from tests.extraction.stated import stated


def of_zones(text: str) -> set[str]:
    return {s for s, p, _ in stated(text) if p == "platformType"}


@pytest.mark.parametrize(
    "text",
    [
        "拟议中的中缅瑞丽—木姐跨境经济合作区仍待两国磋商。",
        "学界呼吁的东兴—芒街跨境经济合作区至今未获两国政府确认。",
        "至于龙邦—茶岭跨境经济合作区，双方仅有地方层面的共识。",
        "塔城重点开发开放试验区的申报工作取得进展。",
        "老街—河口跨境经济合作区还停留在构想阶段。",
    ],
)
def test_a_zone_that_has_not_come_to_be(text: str) -> None:
    assert not of_zones(text)


@pytest.mark.parametrize(
    "text",
    [
        "塔城重点开发开放试验区仍处于起步阶段。",
        "凭祥综合保税区至今未通过验收。",
        "凭祥综合保税区未设立监管仓库。",
    ],
)
def test_a_zone_that_lacks_something_is_one(text: str) -> None:
    assert of_zones(text)


@pytest.mark.parametrize(
    "text",
    [
        "请于年内拿出《塔城边境经济合作区发展规划》并报备。",
        "《塔城地区口岸发展规划》已通过常务会议，近期将印发。",
        "《塔城地区口岸发展规划》尚未印发。",
    ],
)
def test_a_document_that_is_still_to_come_is_about_nothing_yet(text: str) -> None:
    assert not [c for c in stated(text) if c[1] == "appliesTo"]


def test_a_document_that_is_issued_is_about_its_place() -> None:
    text = "为加强管理，现将《塔城地区口岸发展规划》印发给你们。"
    assert [c for c in stated(text) if c[1] == "appliesTo"]


def test_who_tells_of_a_zone_has_not_set_it_up() -> None:
    text = "云南省商务厅介绍，2020年3月获批的塔城综合保税区已经封关。"
    assert not [c for c in stated(text) if c[1] == "establishes"]


def test_who_did_the_one_did_not_do_what_is_told_of_the_other() -> None:
    text = "2015年国务院批准设立凭祥综合保税区，加上2020年获批的塔城综合保税区，已有两个。"
    assert {o for _, p, o in stated(text) if p == "establishes"} == {"凭祥综合保税区"}
