"""Periods that a text calls by words of its own."""

import pytest

from borderkg.extraction.marking.stages import stages
from tests.extraction.stated import stated


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("起步阶段(1978—1991年)从边民互市开始。", ["起步阶段"]),
        ("探索期始于1984年。", ["探索期"]),
        ("1992年以后,边境贸易步入黄金发展期。", ["黄金发展期"]),
        ("1978—1991年是沿边开放的探索期,1992—1998年是以试点为特征的起步期。", ["探索期", "以试点为特征的起步期"]),
        ("分为1978—1991年的恢复期和1992年以来的深化期。", ["恢复期", "深化期"]),
        ("经历了破冰(1978—1991年)、推进(1992—2006年)和提升(2007年至今)三个阶段。", ["破冰", "推进", "提升"]),
        (
            "边境贸易经历了政府主导的起步(1978—1991年)、放开经营(1992—2006年)和规范发展(2007年以来)3个阶段。",
            ["政府主导的起步", "放开经营", "规范发展"],
        ),
        ("边贸经历了三个时期:恢复(1980—1984年)、扩张(1985—1993年)和整顿(1994年以后)。", ["恢复", "扩张", "整顿"]),
        ("工程分为两个阶段:勘察(2015—2016年)、施工(2017—2019年)。", []),
        ("某地边贸可分为探索期(1978—1984年)、扩张期(1985—1993年)。", ["探索期", "扩张期"]),
        ("低潮期出现在1994—1998年,换文被视为恢复期的开端。", ["低潮期", "恢复期"]),
        ("从1992年到1998年是某地边贸的高速增长期。", ["高速增长期"]),
        ("第二个阶段为调整阶段,从1993年到2005年。", ["调整阶段"]),
        ("所以可称之为摸索时期(1950—1961年)。", ["摸索时期"]),
        ("边贸分为1957—1961年间的冷淡期和1962年以来的回暖期。", ["冷淡期", "回暖期"]),
        ("边民收入高峰期出现在2018年。", []),
        ("我国边境贸易处于起步阶段。", []),
        ("同期进出口增长。近期(2025年)目标已定。", []),
        ("这一阶段始于1992年。", []),
        ("沿边开放进入新阶段。", []),
    ],
)
def test_stages_are_named_where_they_are_dated_or_entered(text: str, names: list[str]) -> None:
    """A stage is a name only where the text tells its years, opens it or enters it."""
    assert [span.text for span in stages(text)] == names


def test_a_series_shares_its_word() -> None:
    """起步、推进两个阶段: each is named with the word that stands once."""
    found = stated("沿边开放经历了起步（1978—1991年）和推进（1992—2006年）两个阶段。")
    assert found == {
        ("起步阶段", "startYear", "1978"),
        ("起步阶段", "endYear", "1991"),
        ("推进阶段", "startYear", "1992"),
        ("推进阶段", "endYear", "2006"),
    }


def test_a_mark_dates_a_period_only_where_nothing_else_does() -> None:
    """The text's own years of a period stand against the year of the document that marks it."""
    told = stated("恢复期（1982—1991年）以1984年《边境小额贸易暂行管理办法》的颁布为标志。")
    assert ("恢复期", "markedBy", "边境小额贸易暂行管理办法") in told
    assert {obj for _, predicate, obj in told if predicate == "startYear"} == {"1982"}
    untold = stated("恢复期以1984年《边境小额贸易暂行管理办法》的颁布为标志。")
    assert ("恢复期", "startYear", "1984") in untold


def test_a_plan_period_that_heads_a_section() -> None:
    """“十二五”时期 alone is a period of the text; 十四五时期的思路 is none."""
    text = "“十二五”时期\n2012年8月，国务院发布《关于加快沿边开发开放的若干意见》。\n"
    assert ("关于加快沿边开发开放的若干意见", "inPeriod", "“十二五”时期") in stated(text)


def test_a_heading_from_a_decade_to_a_year() -> None:
    """A decade begins no period to the year; the year behind it ends one."""
    found = stated("（一）探索起步阶段（20世纪80年代初—1991年）\n边境贸易逐步恢复。\n")
    assert {claim for claim in found if claim[1].endswith("Year")} == {("探索起步阶段", "endYear", "1991")}


def test_the_first_words_of_a_paragraph_name_its_period() -> None:
    """二、畹町时期（1979—1991年）。…: what the paragraph tells of as issued is in it; other paragraphs are not."""
    text = "二、畹町时期（1979—1991年）。1985年，云南省人民政府发布《关于边境贸易的规定》。\n\n1996年，国务院发布《边贸通知》。"
    found = stated(text)
    assert ("关于边境贸易的规定", "inPeriod", "畹町时期") in found
    assert not any(s == "边贸通知" and p == "inPeriod" for s, p, _ in found)


def test_a_period_begins_once() -> None:
    """What is told right behind the name and years of a period is no other beginning of it."""
    found = stated("一、恢复时期（1983—1991年）：1984年12月，国务院发布《边贸办法》。")
    assert {o for s, p, o in found if p == "startYear"} == {"1983"}
