"""A paragraph that goes from period to period tells of each what follows its name, as far as the years agree."""

from tests.extraction.stated import stated

TOLD = (
    "1984—1991年为试点期，1986年国务院印发《某地边贸办法》；1992—1999年可称为铺开期，1996年国务院又下发《某地边贸通知》。"
    "联通期为2000—2012年，2007年国务院办公厅印发《某地口岸规划》。"
)


def placed(text: str) -> set[tuple[str, str]]:
    """Which document is in which period."""
    return {(s, o) for s, p, o in stated(text) if p == "inPeriod"}


def test_each_document_is_of_the_period_named_before_it() -> None:
    assert placed(TOLD) == {("某地边贸办法", "试点期"), ("某地边贸通知", "铺开期"), ("某地口岸规划", "联通期")}


def test_a_look_back_is_of_no_period() -> None:
    assert not placed("1992—1999年为铺开期，早在1986年国务院就印发过《某地边贸办法》。")


def test_a_period_without_a_name_ends_the_one_before() -> None:
    text = "1992年至今为铺开期。2013年以后，沿边开放进入新的阶段，2015年国务院印发《某地口岸意见》。"
    assert ("某地口岸意见", "铺开期") not in placed(text)


def test_the_heading_of_a_section_goes_before() -> None:
    text = "一、开放阶段（1992—2012年）\n1992—1999年为铺开期，1996年国务院下发《某地边贸通知》。"
    assert placed(text) == {("某地边贸通知", "开放阶段")}


def test_a_heading_about_periods_names_none() -> None:
    text = "一、边贸政策的演变与阶段划分\n1996年国务院下发《某地边贸通知》。"
    assert not placed(text)


def test_periods_by_what_they_are_called() -> None:
    """称“…”, 一般称作…, the item of a list, 以此为…: the name is what stands behind these words."""
    text = "2008年以来称“提升期”。2013年至今，一般称作融合期。"
    years = {(s, p, o) for s, p, o in stated(text) if p == "startYear"}
    assert years == {("提升期", "startYear", "2008"), ("融合期", "startYear", "2013")}
    assert ("援助阶段", "startYear", "1991") in stated("1.援助阶段（1991—2004年）。1992年3月，县里开办市场。")
    assert ("恢复期", "endYear", "1991") in stated("学界多以此为恢复期（1982—1991年）的起点。")


def test_what_a_time_is_counted_from_marks_no_period() -> None:
    text = "改革开放以来，云南边贸起步较早，1984年《云南边贸办法》出台，这是起步期的标志。"
    assert {o for s, p, o in stated(text) if p == "markedBy"} == {"云南边贸办法"}
