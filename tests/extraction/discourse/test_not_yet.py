"""Zones that have not come to be and documents that nobody has issued yet say nothing by their names."""

import pytest

from tests.extraction.stated import stated


def of_zones(text: str) -> set[str]:
    return {s for s, p, _ in stated(text) if p == "platformType"}


@pytest.mark.parametrize(
    "text",
    [
        "酝酿多年的河口—老街跨境经济合作区仍待双方谈判。",
        "东兴—芒街跨境经济合作区一直没有得到越方认可。",
        "至于水口—驮隆跨境经济合作区，双方只有初步意向。",
        "塔城重点开发开放试验区的申报材料已经上报。",
        "老街—河口跨境经济合作区还停留在构想阶段。",
        "水口—驮隆、龙邦—茶岭两个跨境经济合作区尚未获得两国政府批准。",
        "我们期待早日建成水口—驮隆跨境经济合作区。",
        "关于设立塔城自由贸易试验区问题。",
        "关于在打洛设立边境经济合作区的提案收悉。",
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
        "请抓紧编制《塔城边境经济合作区发展规划》。",
        "《塔城地区口岸发展规划》已经定稿，有望年底发布。",
        "《塔城地区口岸发展规划》尚未印发。",
    ],
)
def test_a_document_that_is_still_to_come_is_about_nothing_yet(text: str) -> None:
    assert not [c for c in stated(text) if c[1] == "appliesTo"]


def test_a_document_that_is_issued_is_about_its_place() -> None:
    text = "为加强管理，现将《塔城地区口岸发展规划》印发给你们。"
    assert [c for c in stated(text) if c[1] == "appliesTo"]


def test_who_tells_of_a_zone_has_not_set_it_up() -> None:
    text = "云南省商务厅介绍，2018年获批的塔城综合保税区已经封关。"
    assert not [c for c in stated(text) if c[1] == "establishes"]


def test_who_did_the_one_did_not_do_what_is_told_of_the_other() -> None:
    text = "2015年国务院批准设立凭祥综合保税区，加上2020年获批的塔城综合保税区，已有两个。"
    assert {o for _, p, o in stated(text) if p == "establishes"} == {"凭祥综合保税区"}


def test_what_a_body_has_still_to_agree_to() -> None:
    found = stated("国务院关于同意设立云南打洛边境旅游试验区的批复尚在研究之中。")
    assert not [s for s, p, _ in found if p == "establishes" or s.endswith("试验区")]


def test_a_port_that_is_still_to_be_raised() -> None:
    assert ("打洛口岸", "portClass", "一类口岸") not in stated("省商务厅将积极争取升格打洛口岸为国家一类口岸。")


@pytest.mark.parametrize(
    "text",
    [
        "中越双方就签署《跨境运输协定》进行了磋商。",
        "中越双方同意不晚于2031年签署《跨境运输协定》。",
        "1998年，中俄曾议定签署《界桥协定》，但未落实。",
        "中国与尼泊尔达成签署《跨境运输协定》的意向。",
    ],
)
def test_an_agreement_that_nobody_has_signed(text: str) -> None:
    """Talks about signing, a promise to sign and the intent are no signature."""
    assert not {s for s, p, _ in stated(text) if p in ("party", "dateIssued")}


@pytest.mark.parametrize(
    "text", ["省政府2031年底前出台《口岸条例》。", "国务院办公厅2015年要求各地制定《口岸发展行动计划》。"]
)
def test_a_document_that_is_due(text: str) -> None:
    assert not {s for s, p, _ in stated(text) if p in ("dateIssued", "issuedBy")}


def test_what_was_signed_after_talks() -> None:
    """The twin of the above: talks before a signature take nothing from it; an initiative is launched when it is proposed."""
    signed = stated("1954年4月，中印两国就边界事务交换意见后签订《通商交通协定》。")
    assert ("通商交通协定", "party", "印度") in signed and ("通商交通协定", "dateIssued", "1954-04") in signed
    assert ("边贸备忘录", "party", "缅甸") in stated("中缅两国早在1994年就签署了《边贸备忘录》。")
    launched = stated("2013年9月，中国国家主席提出建设“丝绸之路经济带”的倡议。")
    assert ("“丝绸之路经济带”", "dateIssued", "2013-09") in launched


def test_a_zone_that_somebody_proposed() -> None:
    """The initiative is launched by its proposal; a zone is not."""
    assert not {s for s, p, _ in stated("2015年，有学者提出设立孟连自贸区的倡议。") if p == "dateEstablished"}


def test_a_law_that_was_planned_and_then_passed() -> None:
    told = stated("《广西互市条例》2017年列入立法计划，2018年通过。")
    assert ("广西互市条例", "appliesTo", "广西") in told
    assert ("广西互市条例", "appliesTo", "广西") not in stated("《广西互市条例》列入2031年立法计划。")


def test_a_line_that_works_may_have_expectations() -> None:
    """中俄原油管道预计年输油…: what a line that is there will carry, not that it will be built."""
    assert ("中俄原油管道", "crosses", "中国") in stated("中俄原油管道预计全年输油3000万吨。")
    assert ("中俄原油管道", "crosses", "中国") not in stated("中俄原油管道预计2031年投产。")


def test_what_was_never_approved() -> None:
    assert not {
        s for s, p, _ in stated("沙坨子口岸2014年未经两国政府确认为国际性口岸。") if p in ("isA", "dateEstablished")
    }
