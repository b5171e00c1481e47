"""The period that a paragraph tells of holds for the sentences that refer to it, and for no others."""

import pytest

from tests.extraction.stated import stated

HEAD = "1992—2001年为全面推进阶段。"


@pytest.mark.parametrize(
    "words", ["在此期间，", "这一时期，", "该阶段，", "这一阶段内，", "此期间"], ids=lambda words: words.strip("，")
)
def test_words_that_refer_to_a_period_place_a_document_in_it(words: str) -> None:
    claims = stated(f"{HEAD}{words}国务院于1996年1月发布《某地边贸通知》。")
    assert ("某地边贸通知", "inPeriod", "全面推进阶段") in claims


@pytest.mark.parametrize(
    "words", ["这一时期之前，", "此后，", "该阶段后期还没有到来，"], ids=["before", "after", "late"]
)
def test_other_words_place_it_in_none(words: str) -> None:
    claims = stated(f"{HEAD}{words}国务院于1996年1月发布《某地边贸通知》。")
    assert not [claim for claim in claims if claim[1] == "inPeriod"]


def test_what_is_told_next_is_of_the_period_if_its_year_is() -> None:
    text = f"{HEAD}国务院于1996年1月发布《某地边贸通知》，又于2003年5月发布《某地口岸通知》。"
    assert [claim[0] for claim in stated(text) if claim[1] == "inPeriod"] == ["某地边贸通知"]


def test_within_five_years_is_no_date() -> None:
    claims = stated("“十二五”期间，国务院印发了《某地边贸意见》。")
    assert ("某地边贸意见", "issuedBy", "国务院") in claims
    assert not [claim for claim in claims if claim[1] == "dateIssued"]
