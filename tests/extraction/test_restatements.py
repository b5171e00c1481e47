"""A fact that a text states twice, once loosely, is one claim."""

from tests.extraction.stated import stated


def of(predicate: str, text: str) -> set[tuple[str, str]]:
    """Subject and object of what is stated of a predicate."""
    return {(s, o) for s, p, o in stated(text) if p == predicate}


def test_the_document_sets_up_and_not_also_the_body_that_issued_it() -> None:
    text = "国务院同意设立塔城综合保税区。2015年3月，国务院下发《国务院关于同意设立塔城综合保税区的批复》。"
    assert of("establishes", text) == {("国务院关于同意设立塔城综合保税区的批复", "塔城综合保税区")}


def test_another_body_sets_up_too() -> None:
    text = "2014年，商务部批准设立塔城综合保税区。2015年3月，国务院下发《国务院关于同意设立塔城综合保税区的批复》。"
    assert ("商务部", "塔城综合保税区") in of("establishes", text)


def test_a_place_lies_in_the_nearest_that_the_text_names() -> None:
    text = "虎林市隶属黑龙江省鸡西市，与俄罗斯接壤，是黑龙江省的边境县之一。"
    assert of("locatedIn", text) == {("虎林市", "鸡西市"), ("鸡西市", "黑龙江省")}


def test_the_exact_date_of_a_document_stands() -> None:
    text = "2015年的《某地边贸意见》影响很大。2015年12月24日，国务院印发《某地边贸意见》。"
    assert of("dateIssued", text) == {("某地边贸意见", "2015-12-24")}


def test_what_a_place_lies_in_is_told_as_directly_as_the_text_can() -> None:
    text = "嘉荫县隶属黑龙江省伊春市，是黑龙江省18个边境县之一。"
    assert of("locatedIn", text) == {("嘉荫县", "伊春市"), ("伊春市", "黑龙江省")}


def test_a_town_and_its_port_of_one_name_are_two() -> None:
    text = "凭祥隶属崇左市。境内有凭祥铁路口岸。"
    assert ("凭祥", "崇左市") in of("locatedIn", text)
