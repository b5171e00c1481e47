"""Each rule infers what it says, and nothing where a condition fails."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from borderkg import reference
from borderkg.claims.claim import Claim, Entity
from borderkg.lineage import reading, rules
from tests.facts import claim
from tests.lineage.stores import inferred, policy, store

TRADE, PORTS = "关于边境贸易有关问题的通知", "关于口岸工作的规定"
NATIONWIDE = "国务院关于沿边开放的意见"


def known(claims: Iterable[Claim]) -> list[Claim]:
    """The claims with their objects linked to the reference data, where these know the name."""
    linked = []
    for made in claims:
        found = reference.load().named(str(made.object), made.object_type) if made.object_entity else ()
        entity = Entity(found[0].iri, made.object_type, found[0].label_zh, True) if found else made.object_entity
        linked.append(replace(made, object_entity=entity))
    return linked


def test_the_next_plan_of_a_series() -> None:
    """Plans of one name follow each other where their years adjoin, and only then."""
    titles = ("边贸“十一五”规划", "边贸“十二五”规划", "边贸“十四五”规划")
    plans = [c for title, year in zip(titles, ("2007", "2011", "2021"), strict=True) for c in policy(title, year)]
    assert inferred(*plans) == {(titles[0], "follows", titles[1])}


def test_a_title_that_names_an_earlier_policy() -> None:
    """The later carries the earlier out; a revision of a law does not, nor what was issued before."""
    action = policy("兴边富民工程", "2000")
    assert inferred(*action, *policy("兴边富民工程实施方案", "2001")) == {
        ("兴边富民工程", "implements", "兴边富民工程实施方案")
    }
    assert not inferred(*action, *policy("兴边富民工程(2004年修订)", "2004"))
    assert not inferred(*action, *policy("兴边富民工程实施方案", "1999"))


def test_the_same_issuers_next_document() -> None:
    """Of three by one body on one subject each leads to the next; another body's and another subject's are left out."""
    titles = [f"{TRADE}之{n}" for n in "一二三"]
    claims = [
        *policy(titles[0], "1984", "甲部"),
        *policy(titles[1], "1991", "甲部", "乙部"),
        *policy(titles[2], "1996", "甲部"),
        *policy(PORTS, "1993", "甲部"),
        *policy(f"{TRADE}之外", "1993", "丙部"),
    ]
    assert inferred(*claims) == {(titles[0], "continues", titles[1]), (titles[1], "continues", titles[2])}


def test_two_names_of_one_document_are_no_lineage() -> None:
    """By one body within half a year, or in an order that the dates leave open, nothing is inferred."""
    assert not inferred(*policy(TRADE, "2015-12-24", "甲部"), *policy("边境贸易意见", "2016-01", "甲部"))
    assert not inferred(*policy(TRADE, "1984", "甲部"), *policy("边境贸易意见", "1984-12", "甲部"))


@pytest.mark.parametrize(
    ("date", "place", "expected"),
    [("2016", "Region:云南省", True), ("1992-03", "Region:云南省", False), ("2016", "Region:沿边地区", False)],
)
def test_a_document_for_a_place_after_the_nationwide_one(date: str, place: str, expected: bool) -> None:
    """It elaborates the national one on the subject if it is certainly later and for a place of the administration."""
    first = policy(NATIONWIDE, "1992", "国务院", about="Region:沿边地区")
    found = inferred(*known(first), *known(policy("云南省沿边开发开放规划", date, about=place)))
    assert ((NATIONWIDE, "elaborates", "云南省沿边开发开放规划") in found) is expected


def test_the_same_form_for_another_place() -> None:
    """Titles of one organ that differ in the place alone; the same place again is no other place."""
    north, south = "关于促进广西发展的规定", "关于促进云南发展的规定"
    one = known(policy(north, "2009", "国务院", about="Region:广西壮族自治区"))
    assert (north, "continues", south) in inferred(*one, *known(policy(south, "2011", "国务院", about="Region:云南省")))
    again = inferred(*one, *known(policy("关于促进桂发展的规定", "2011", "国务院", about="Region:广西壮族自治区")))
    assert {relation for _, relation, _ in again} == {"borders"}


def test_parallel_documents_of_two_organs_do_not_continue_each_other() -> None:
    """Two provinces that plan alike in following years, each for itself; and where no text says who issued them."""
    for organs in (("云南省人民政府", "广西壮族自治区人民政府"), ("", "")):
        one, other = (
            known(policy(f"{place}沿边发展规划", year, *filter(None, [organ]), about=f"Region:{place}"))
            for place, year, organ in zip(("云南省", "广西壮族自治区"), ("2016", "2017"), organs, strict=True)
        )
        assert "continues" not in {relation for _, relation, _ in inferred(*one, *other)}


def test_a_decision_of_a_meeting() -> None:
    """The Central Committee's decision of the month of its plenum was adopted there; one of a later year was not."""
    meeting = "中国共产党第十二届中央委员会第三次全体会议"
    held = claim(f"Meeting:{meeting}", "dateIssued", "1984-10")
    title = "中共中央关于经济体制改革的决定"
    assert inferred(held, *policy(title, "1984-10", "中共中央")) == {(meeting, "adoptedAt", title)}
    assert not inferred(held, *policy(title, "1985-10", "中共中央"))
    assert not inferred(held, *policy(title, "1984", "中共中央"))


def test_the_plan_of_a_zone() -> None:
    """The plan for a platform comes after the reply that sets it up, dated or not."""
    zone, reply, plan = "Platform:甲边境经济合作区", "关于同意建立甲边境经济合作区的批复", "甲边境经济合作区建设规划"
    claims = [claim(f"Policy:{reply}", "establishes", zone), claim(f"Policy:{plan}", "appliesTo", zone)]
    assert inferred(*claims) == {(reply, "elaborates", plan)}


def test_a_platform_leads_to_its_place_and_the_neighbour() -> None:
    """By the reference data, where no text says so."""
    made = known([claim("Organization:国务院", "establishes", "Platform:满洲里综合保税区")])
    assert {("满洲里综合保税区", "locatedIn", "满洲里市"), ("满洲里市", "borders", "俄罗斯")} <= inferred(*made)


def test_a_stated_hop_is_not_inferred_again() -> None:
    """Between two things that a text joins no rule joins anything."""
    titles = ("边贸“十一五”规划", "边贸“十二五”规划")
    said = claim(f"Policy:{titles[1]}", "follows", f"Policy:{titles[0]}")
    assert not inferred(said, *policy(titles[0], "2007"), *policy(titles[1], "2011"))


def test_a_hop_names_what_it_rests_on() -> None:
    """Its claims, their documents, its rule with the reason in both languages, and the rule's confidence."""
    whole = reading.read(store(*policy(TRADE, "1984", "甲部"), *policy("边境贸易意见", "1991", "甲部")))
    (hop,) = [data for *_, data in whole.hops() if data["inferred"]]
    rule = next(rule for rule in rules.load().all if rule.id == hop["rule"])
    assert len(hop["claims"]) == 4 and len(hop["sources"]) == 1
    assert (hop["reason_zh"], hop["reason_en"], hop["confidence"]) == (rule.reason_zh, rule.reason_en, rule.confidence)
