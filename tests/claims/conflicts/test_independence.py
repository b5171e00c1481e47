"""Sources that share authors or data, or cite each other, are no independent witnesses; findings across them say so."""

from collections.abc import Mapping

import pytest

from borderkg.claims.claim import Claim
from borderkg.claims.conflicts import CHECKS, dependences, findings
from borderkg.corpus.document import Bibliography
from tests.facts import claim, figure

ABOUT: Mapping[str, Bibliography] = {
    "a.txt": Bibliography(title="沿边开放", authors=("某甲", "某乙")),
    "b.txt": Bibliography(title="《口岸》研究", authors=("某乙",)),
    "c.txt": Bibliography(title="边境贸易", authors=("某丙",), data_sources=("某年鉴",)),
    "d.txt": Bibliography(title="兴边富民", data_sources=("某年鉴",)),
}


def tied(*claims: Claim, about: Mapping[str, Bibliography] = ABOUT) -> dict[tuple[str, str], str]:
    return {(found.one, found.other): found.reason for found in dependences(claims, about)}


def test_shared_authors_and_data() -> None:
    """By the bibliography alone; two texts that share nothing are independent."""
    found = tied()
    assert set(found) == {("a.txt", "b.txt"), ("c.txt", "d.txt")}
    assert "某乙" in found["a.txt", "b.txt"] and "某年鉴" in found["c.txt", "d.txt"]


def test_what_the_texts_say_of_themselves() -> None:
    """A marked author, a named source of data, a citation by title, whatever marks stand in it."""
    author = claim("Document:c.txt", "author", "某甲", source="c.txt")
    data = claim("Document:a.txt", "dataSource", "Organization:某年鉴")
    cites = claim("Document:d.txt", "cites", "“口岸”研究", source="d.txt")
    assert ("a.txt", "c.txt") in tied(author)
    assert {("a.txt", "c.txt"), ("a.txt", "d.txt")} <= set(tied(data))
    assert "d.txt cites b.txt" in tied(cites)["b.txt", "d.txt"]


@pytest.mark.parametrize(("count", "digits", "alike"), [(5, 1000, True), (4, 1000, False), (5, 10, False)])
def test_figures_alike_to_the_last_digit(count: int, digits: int, alike: bool) -> None:
    """Five dated figures of three digits or more that are the same are no chance; fewer or rounder may be."""
    said = [
        figure("甲", f"指标{i}", digits + i + 1, source=source) for i in range(count) for source in ("a.txt", "d.txt")
    ]
    assert (("a.txt", "d.txt") in tied(*said)) is alike


def test_a_finding_across_them_says_so() -> None:
    """With the reason, in both languages; between independent sources nothing is said."""
    one, other, third = (figure("甲", "出口额", v, source=s) for v, s in ((5, "a.txt"), (9, "b.txt"), (9, "d.txt")))
    (found,) = findings([one, other], ABOUT)
    assert "not independent: they share authors: 某乙" in found.reason and "出处并不独立" in found.reason_zh
    (found,) = findings([one, third], ABOUT)
    assert "independent" not in found.reason


def test_shared_data_concern_figures_alone() -> None:
    """Who takes figures from one yearbook may still date a document on his own."""
    dates = [claim("Policy:甲", "dateIssued", year, source=s) for year, s in (("2013", "c.txt"), ("2014", "d.txt"))]
    (found,) = findings(dates, ABOUT)
    assert "independent" not in found.reason
    values = [figure("甲", "出口额", v, source=s) for v, s in ((5, "c.txt"), (9, "d.txt"))]
    (found,) = findings(values, ABOUT)
    assert "某年鉴" in found.reason


def test_values_from_named_and_different_sources_of_data_are_a_doubt() -> None:
    """Two yearbooks may differ, and both papers be right about theirs."""
    about = {"a.txt": Bibliography(data_sources=("甲年鉴",)), "b.txt": Bibliography(data_sources=("乙年鉴",))}
    values = [figure("甲", "出口额", v, source=s) for v, s in ((5, "a.txt"), (9, "b.txt"))]
    assert [found.severity for found in findings(values, about)] == ["doubt"]
    assert [found.severity for found in findings(values)] == ["contradiction"]


def test_every_finding_names_a_check_of_the_registry() -> None:
    """So that a reader can look up what found it."""
    said = [
        figure("甲", "出口额", 5),
        figure("甲", "出口额", 9, qualifiers={"table": "表1"}),
        figure("甲", "口岸数量", 5, "个"),
        figure("甲", "口岸数量", 9, "个", source="b.txt"),
        figure("甲", "进口额", 5),
        figure("甲", "进口额", 90000, "万元", source="b.txt"),
    ]
    found = [(f.check, f.kind, f.severity) for f in findings(said)]
    assert found == [
        ("table-against-text", "table", "contradiction"),
        ("two-counts", "count", "contradiction"),
        ("two-values", "value", "contradiction"),
    ]
    assert {check for check, _, _ in found} <= set(CHECKS)


def test_units_are_converted_before_values_meet() -> None:
    """90000 万元 is 9 亿元; a dollar is no yuan."""
    assert findings([figure("甲", "出口额", 9), figure("甲", "出口额", 90000, "万元")]) == []
    assert findings([figure("甲", "出口额", 9), figure("甲", "出口额", 1, "亿美元")]) == []


def test_a_lost_decimal_point_makes_a_doubt() -> None:
    """What was restored may have been restored wrongly."""
    restored = figure("甲", "出口额", 9, qualifiers={"doubtful": "decimal point read from a blank"})
    assert [found.severity for found in findings([figure("甲", "出口额", 5), restored])] == ["doubt"]
