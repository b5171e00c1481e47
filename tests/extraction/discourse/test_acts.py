"""Who acts on what a clause leaves out: a body or a province that agrees, and not the thing that becomes something."""

import pytest

from tests.extraction.stated import stated


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("硕龙口岸\n1992年广西壮族自治区批准设立，是二类口岸。", ("硕龙口岸", "dateEstablished", "1992")),
        ("1962年，樟木辟为通商口岸；亚东口岸封闭。", ("樟木", "dateEstablished", "1962")),
        ("中越边境上的友谊关，1953年改名睦南关。", ("友谊关", "alias", "睦南关")),
    ],
)
def test_what_is_acted_on(text: str, claim: tuple[str, str, str]) -> None:
    assert claim in stated(text)


def test_a_list_of_what_a_city_governs_gives_no_one_thing() -> None:
    text = "防城港市下辖东兴市、上思县和港口、防城两区。该市又名南珠湾。"
    assert ("防城港市", "alias", "南珠湾") in stated(text)
    assert ("东兴市", "alias", "南珠湾") not in stated(text)


def test_who_began_to_build_is_not_who_issued_a_document_before() -> None:
    said = stated("2014年3月国务院出台《某地意见》后，当年10月启动建设畹町边境经济合作区。")
    assert ("畹町边境经济合作区", "dateEstablished", "2014-10") in said
    assert not [s for s, predicate, _ in said if predicate == "establishes"]


def test_what_follows_a_day_of_coming_into_force_was_not_on_the_day_of_signing() -> None:
    text = "2006年5月8日两国签署《某协定》，该协定8月20日生效，老爷庙口岸由季节性开放提升为常年开放口岸。"
    assert not [s for s, predicate, _ in stated(text) if predicate == "dateEstablished"]


def test_who_gave_leave_for_the_one_did_not_make_it_the_other() -> None:
    said = stated("1952年，经政务院批准，瑞丽设县，到1992年，瑞丽撤县设市，成为沿边开放城市。")
    assert ("瑞丽", "platformType", "沿边开放城市") in said
    assert not [s for s, predicate, _ in said if predicate == "establishes"]
    said = stated("经国务院批准，1992年瑞丽成为沿边开放城市。")
    assert ("国务院", "establishes", "瑞丽") in said


def test_what_was_signed_after_a_meeting_of_several_days_has_no_day() -> None:
    said = stated("2003年5月6日至8日，两国总理在西宁举行会谈。会谈后，双方签署了《边境旅游协定》。")
    assert not [s for s in said if s[0] == "边境旅游协定"]
