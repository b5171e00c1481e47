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
