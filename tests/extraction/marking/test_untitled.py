"""Titles that stand without 《》, and the congresses of places."""

import pytest

from borderkg.extraction.marking import gazetteer, untitled
from tests.extraction.stated import stated


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("财政部2009年颁布边境地区转移支付资金管理办法。", ["边境地区转移支付资金管理办法"]),
        ("2017年5月,兴边富民行动“十三五”规划印发实施。", ["兴边富民行动“十三五”规划"]),
        ("国务院办公厅印发兴边富民行动规划(2011—2015年)。", ["兴边富民行动规划(2011—2015年)"]),
        ("1993年下发国务院关于口岸开放的若干规定。", ["国务院关于口岸开放的若干规定"]),
        ("商务部发布了关于促进边境贸易发展的意见,要求各地落实。", ["关于促进边境贸易发展的意见"]),
        ("省政府出台了支持边境贸易发展的意见。", []),
        ("各县先后制定发展规划和实施方案。", []),
        ("省里出台一系列边境贸易管理办法。", []),
        ("此后印发“十一五”“十二五”规划，2018年出台“十三五”、“十四五”规划。", []),
        ("边境贸易管理办法不完善。", []),
        ("在出台边境贸易管理办法的同时,放开互市。", []),
    ],
)
def test_a_title_without_marks_begins_with_a_name_or_noun_of_the_field(text: str, names: list[str]) -> None:
    """What only describes a document, or is no more than a kind of document, is no title."""
    assert [span.text for span in untitled.untitled(text, gazetteer.default().find(text))] == names


def test_a_title_without_marks_is_read_as_one_with() -> None:
    """Its issuer, its date, its place, and the plan before it."""
    found = stated("2011年，国务院办公厅印发兴边富民行动“十二五”规划；2017年，兴边富民行动“十三五”规划印发。")
    assert ("兴边富民行动“十二五”规划", "issuedBy", "国务院办公厅") in found
    assert ("兴边富民行动“十三五”规划", "dateIssued", "2017") in found


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("2023年4月，黑龙江省十四届人大常委会第二次会议通过《某条例》。", "黑龙江省人民代表大会常务委员会"),
        ("2003年，云南省第十届人民代表大会第一次会议通过《某条例》。", "云南省人民代表大会"),
        ("2015年，满洲里市人大常委会公布《某条例》。", "满洲里市人民代表大会常务委员会"),
        ("2021年，全国人大常委会通过《某条例》。", "全国人大常委会"),
    ],
)
def test_the_congress_of_a_place_passes_its_laws(text: str, body: str) -> None:
    """A session of a province's congress is that of no other."""
    assert {o for _, predicate, o in stated(text) if predicate == "issuedBy"} == {body}


def test_a_law_revised_later_keeps_what_was_said_of_it() -> None:
    """《L》，1999年修正 tells of the law first; 经1999年修正的《L》 only of the law as revised."""
    found = stated("西藏自治区人民政府1994年公布《西藏自治区边贸管理办法》，1999年作了修正。")
    assert ("西藏自治区边贸管理办法", "issuedBy", "西藏自治区人民政府") in found
    assert ("西藏自治区边贸管理办法", "appliesTo", "西藏自治区") in found
    assert ("西藏自治区边贸管理办法(1999年修订)", "amends", "西藏自治区边贸管理办法") in found
    told = stated("经1999年修正的《西藏自治区边贸管理办法》作了规定。")
    assert not {o for s, predicate, o in told if predicate == "appliesTo" and s == "西藏自治区边贸管理办法"}


def test_an_office_of_a_body_in_a_title_is_a_body_of_its_own() -> None:
    """财政部办公厅 is not 财政部."""
    found = stated("2011年，《国家民委办公厅财政部办公厅关于做好工作的通知》下发。")
    assert {o for _, predicate, o in found if predicate == "issuedBy"} == {"国家民委办公厅", "财政部办公厅"}


def test_a_document_is_not_dated_by_what_it_follows() -> None:
    """根据…2019年印发的《甲》，…编制了《乙》: the date is that of 甲."""
    found = stated("德宏州人民政府根据省政府2019年印发的《城镇带规划》，编制了《城镇布局规划》。")
    assert {s for s, predicate, _ in found if predicate == "dateIssued"} == {"城镇带规划"}


def test_what_a_title_looks_towards_is_not_its_place() -> None:
    """面向东北亚: no place that the plan is about."""
    found = stated("《东北地区面向东北亚区域开放规划》公布。")
    assert {o for _, predicate, o in found if predicate == "appliesTo"} == {"东北地区"}


def test_the_government_of_a_place_bears_its_official_name() -> None:
    """珲春市政府 is 珲春市人民政府."""
    found = stated("1992年6月，珲春市政府出台《某优惠政策》。")
    assert ("某优惠政策", "issuedBy", "珲春市人民政府") in found


def test_three_countries_are_those_named_together() -> None:
    """A country where they met, named by itself, is none of 三国."""
    text = "2014年9月11日中俄蒙三国元首在塔吉克斯坦会晤。2016年6月23日，三国签署《走廊规划纲要》。"
    assert {o for s, predicate, o in stated(text) if predicate == "party"} == {"中国", "俄罗斯", "蒙古国"}


def test_an_essay_about_something_is_no_policy() -> None:
    """《关于…的若干思考》（2009年）: 关于 begins an essay too."""
    found = stated("《关于某条例的若干思考》（2009年）认为条例迟迟未能出台。")
    assert {predicate for _, predicate, _ in found} == {"cites"}


def test_what_is_issued_may_stand_in_quotation_marks() -> None:
    said = stated("2007年4月，商务部颁布了“边贸外汇暂行办法”；2012年8月，国务院发布“关于支持互市的若干意见”。")
    assert {("边贸外汇暂行办法", "issuedBy", "商务部"), ("关于支持互市的若干意见", "dateIssued", "2012-08")} <= said
    assert not stated("学者把它们称作“边贸外汇办法”。")


def test_bodies_that_are_not_named_issue_nothing() -> None:
    said = stated("2016年，财政部联合国务院多部委印发《某方案》。2018年，国务院有关部门出台《某意见》。")
    assert {(s, o) for s, p, o in said if p == "issuedBy"} == {("某方案", "财政部")}


def test_an_agreement_is_named_with_those_who_made_it() -> None:
    """Above its text it stands without 《》, the governments before 关于."""
    text = "中华人民共和国政府和老挝人民民主共和国政府关于边境口岸的协定\n2003年4月签订。\n"
    name = "中华人民共和国政府和老挝人民民主共和国政府关于边境口岸的协定"
    assert {s for s, p, _ in stated(text) if p in ("party", "dateIssued")} == {name}
    assert not any(p == "party" for _, p, _ in stated("中华人民共和国政府和老挝人民民主共和国政府达成下列协议："))
