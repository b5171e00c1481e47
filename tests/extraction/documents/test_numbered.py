"""The number of a document tells the year in which it was issued."""

import pytest

from tests.extraction.stated import stated


def dated(text: str) -> set[tuple[str, str]]:
    """Documents and their dates."""
    return {(s, o) for s, p, o in stated(text) if p == "dateIssued"}


@pytest.mark.parametrize(
    "text",
    [
        "《某地边贸意见》（国发〔2015〕72号）提出了要求。",
        "《某地边贸意见》（国发[2015]72号）提出了要求。",
        "某省政府以某政发〔2015〕35号文印发《某地边贸意见》。",
        "国务院办公厅以国办发〔2015〕43号文转发了商务部《某地边贸意见》。",
        "2016-11-30 10:27 来源：某报\n某省政府日前以某政发〔2015〕35号印发了《某地边贸意见》。",
    ],
)
def test_the_year_of_the_number(text: str) -> None:
    assert ("某地边贸意见", "2015") in dated(text)


def test_a_date_that_is_told_stands_alone() -> None:
    text = "国务院印发《某地边贸意见》（国发〔2015〕72号）。该意见于2015年12月24日发布。"
    assert dated(text) == {("某地边贸意见", "2015-12-24")}


def test_a_number_that_the_text_says_is_repealed_dates_nothing() -> None:
    assert not dated("《某地边贸意见》（国发〔2015〕72号废止）不再执行。")


def test_a_document_that_goes_by_its_number() -> None:
    text = "2020年3月30日，国务院印发国函〔2020〕33号文，同意设立塔城综合保税区。"
    claims = stated(text)
    assert ("国函〔2020〕33号", "dateIssued", "2020-03-30") in claims
    assert ("国务院", "establishes", "塔城综合保税区") in claims
    assert not [c for c in claims if c[0] == "国函〔2020〕33号" and c[1] == "establishes"]


def test_an_official_document_tells_no_date_of_what_it_cites() -> None:
    text = "商务部关于边贸的通知\n商贸发〔2019〕3号\n各省商务厅：\n"
    text += "按《某地边贸意见》（国发〔2015〕72号）办理。\n商务部\n2019年4月3日"
    assert ("某地边贸意见", "2015") not in dated(text)
