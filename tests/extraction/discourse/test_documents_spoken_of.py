"""Which document is meant by 据此 and 前一规划, which place by 省政府 before its document, and which period by 该阶段."""

from tests.extraction.stated import stated


def test_thereby_is_by_the_document_that_was_told_of_last() -> None:
    told = stated(
        "2003年，国务院印发《边贸意见》；2009年，国务院在《边贸批复》中，同意安排资金。商务部据此印发了《边贸资金办法》。"
    )
    assert ("边贸资金办法", "implements", "边贸批复") in told
    assert ("边贸资金办法", "implements", "边贸意见") not in told


def test_the_former_of_two_plans_is_the_one_for_the_years_before() -> None:
    told = stated(
        "2017年印发的《口岸发展“十三五”规划》是《口岸发展“十二五”规划》的延续，前一规划由商务部编制，2012年发布。"
    )
    assert ("口岸发展“十二五”规划", "issuedBy", "商务部") in told
    assert ("口岸发展“十二五”规划", "dateIssued", "2012") in told
    assert ("口岸发展“十三五”规划", "dateIssued", "2012") not in told
    assert ("口岸发展“十二五”规划", "dateIssued", "2017") not in told


def test_an_office_before_its_document_is_of_the_place_that_the_title_names() -> None:
    assert ("辽宁省口岸意见", "issuedBy", "辽宁省人民政府") in stated("省政府2016年印发了《辽宁省口岸意见》。")
    assert not stated("省政府2016年印发了《口岸意见》。", "documents::a place")


def test_an_office_is_of_the_place_whose_part_is_spoken_of() -> None:
    told = stated("广西边境地区开放较早，1991年自治区政府颁布《边贸若干规定》。")
    assert ("边贸若干规定", "issuedBy", "广西壮族自治区人民政府") in told


def test_a_period_that_is_dated_in_the_next_sentence() -> None:
    told = stated("1999年起，沿边开放进入扩展阶段。该阶段止于2008年。")
    assert ("扩展阶段", "startYear", "1999") in told
    assert ("扩展阶段", "endYear", "2008") in told


def test_the_date_of_a_law_that_is_revised_is_not_that_of_the_revision() -> None:
    told = stated("海关总署2012年对1995年发布的《互市监管办法》作了修订。")
    assert ("互市监管办法(2012年修订)", "dateIssued", "2012") in told
    assert not any(subject == "互市监管办法(1995年修订)" for subject, _, _ in told)


def test_what_a_plan_is_based_on_is_not_what_it_calls_itself() -> None:
    """依据《…规划》，编制本规划: the plan itself is not named."""
    scope = "本规划适用于东兴市。"
    assert ("西部边贸规划", "appliesTo", "东兴市") not in stated(f"依据《西部边贸规划》，编制本规划。{scope}")
    assert ("沿边规划", "appliesTo", "东兴市") in stated(f"依据《西部边贸规划》，现将《沿边规划》印发。{scope}")
