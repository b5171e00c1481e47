"""A law and its revision are two documents, and the words tell which of them was passed, by whom and when."""

from tests.extraction.stated import stated


def test_what_is_told_of_a_law_as_revised_is_not_told_of_the_law() -> None:
    claims = stated("2015年经云南省人大常委会修订的《云南省边境条例》共五章。")
    assert ("云南省边境条例(2015年修订)", "amends", "云南省边境条例") in claims
    assert not [c for c in claims if c[0] == "云南省边境条例" and c[1] in ("dateIssued", "issuedBy", "appliesTo")]


def test_a_law_that_was_passed_on_one_day_and_revised_on_another() -> None:
    claims = stated("云南省人大常委会1990年通过、2004年修正的《云南省边境条例》共五章。")
    assert {o for s, p, o in claims if s == "云南省边境条例" and p == "dateIssued"} == {"1990"}
    assert [c for c in claims if c[0] == "云南省边境条例" and c[1] == "issuedBy"]
    assert {o for s, p, o in claims if s == "云南省边境条例(2004年修订)" and p == "dateIssued"} == {"2004"}


def test_a_law_that_a_sitting_passes_as_revised() -> None:
    """修订通过: the day is that of the revision, and who passed it passed the revision."""
    claims = stated("《云南省边境条例》已由云南省人大常委会第三次会议于2021年5月6日修订通过，现予公布。")
    assert ("云南省边境条例(2021年修订)", "dateIssued", "2021-05-06") in claims
    assert not [c for c in claims if c[0] == "云南省边境条例" and c[1] in ("dateIssued", "issuedBy")]


def test_a_law_that_two_congresses_revised() -> None:
    claims = stated(
        "《云南省边境条例》于1995年通过，后于2004年、2011年由云南省第十届、第十一届人大常委会予以第一次、第二次修正。"
    )
    revised = {"云南省边境条例(2004年修订)", "云南省边境条例(2011年修订)"}
    assert {s for s, p, o in claims if p == "amends" and o == "云南省边境条例"} == revised
