"""What only looks like a disagreement is told with its reason, and what nobody would compare is not told."""

from typing import Any

import pytest

from borderkg.claims.claim import Claim
from borderkg.claims.conflicts import conflicts, findings
from tests.facts import figure


def said(indicator: str, value: float, source: str = "a.txt", unit: str = "亿美元", **fields: Any) -> Claim:
    return figure("甲", indicator, value, unit, source=source, **fields)


def kinds(*claims: Claim) -> list[str]:
    """The kinds of the notes; nothing more than a note is found."""
    assert conflicts(claims) == []
    return [note.kind for note in findings(claims)]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (said("利用外资", 5.92), said("实际利用外资", 6.4, "b.txt"), "definition"),
        (said("出口额", 5.1), said("出口额", 5.12, "b.txt"), "rounding"),
        (said("出口额", 5, qualifiers={"low": 5, "high": 8}), said("出口额", 7, "b.txt"), "rounding"),
        (said("出口额", 5, qualifiers={"comparator": ">"}), said("出口额", 7, "b.txt"), "rounding"),
        (said("口岸数量", 8, unit="个", time=""), said("口岸数量", 9, "b.txt", unit="个"), "undated"),
        (said("出口额", 5, time="2020-01/2020-09"), said("出口额", 7, "b.txt"), "period"),
        (said("出口额", 5, time="2020-06"), said("出口额", 7, "b.txt"), "period"),
    ],
)
def test_each_reason_is_told(one: Claim, other: Claim, kind: str) -> None:
    """Another definition, a rounding, a range, a bound, no time, a time within another."""
    assert kinds(one, other) == [kind] == kinds(other, one)
    (note,) = findings([one, other])
    assert note.severity == "note"
    assert all(f"{claim.object}" in text for claim in (one, other) for text in (note.reason, note.reason_zh))


def test_another_area_of_nearly_one_name() -> None:
    """沿边地区 and 沿边九省区 both collect the border provinces; two provinces are two."""
    from dataclasses import replace

    from borderkg.claims.claim import Entity
    from borderkg.vocabulary import ID

    areas = [
        Entity(f"{ID}area/{name}", "Region", name, True) for name in ("nine-border-provinces", "along-border-area")
    ]
    pair = [
        replace(said("出口额", value, f"{value}.txt"), subject_entity=area)
        for value, area in zip((5, 7), areas, strict=True)
    ]
    assert kinds(*pair) == ["area"]
    assert kinds(figure("甲", "出口额", 5), figure("乙", "出口额", 7, source="b.txt")) == []


@pytest.mark.parametrize(
    "pair",
    [
        [said("出口额", 5), said("出口额", 5, "b.txt")],
        [said("出口额", 5), said("出口额", 7, "b.txt", time="2021")],
        [said("出口额", 5), said("进口额", 7, "b.txt")],
        [said("出口额", 5), said("出口额", 7, "b.txt", unit="亿元")],
        [said("利用外资", 5), said("实际利用外资", 50, "b.txt")],
        [said("利用外资", 5), said("实际利用外资", 7)],
        [said("利用外资", 5, time=""), said("实际利用外资", 7, "b.txt")],
        [said("出口额", 5, qualifiers={"comparator": "<"}), said("利用外资", 3, "b.txt")],
    ],
    ids=["equal", "a series", "another thing", "another currency", "far apart", "one author", "two reasons", "unlike"],
)
def test_what_nobody_would_compare_makes_no_note(pair: list[Claim]) -> None:
    """Notes are for what a reader would hold against each other."""
    assert kinds(*pair) == []


def test_a_table_and_the_text_of_one_author_are_compared() -> None:
    """There the reader meets both."""
    table = said("对外非金融类直接投资额", 28.73, qualifiers={"table": "表3"})
    assert kinds(said("对外投资总额", 28.71), table) == ["definition"]


def test_an_undated_figure_that_has_its_year_is_quiet() -> None:
    """A number without a time that agrees with a dated one is of that time."""
    series = [said("出口额", value, time=year) for value, year in ((5, "2019"), (7, "2020"), (9, "2021"))]
    assert kinds(*series, said("出口额", 7, "b.txt", time="")) == []
    assert kinds(*series, said("出口额", 6, "b.txt", time="")) == ["undated"]


def test_a_note_is_of_one_indicator_or_two() -> None:
    """Others of the same area and unit have notes of their own."""
    pairs = [("出口额", "出口总额"), ("利用外资", "实际利用外资"), ("对外投资总额", "对外直接投资额")]
    given = [said(name, 5 + n, f"{n}.txt") for pair in pairs[1:] for n, name in enumerate(pair)]
    given += [said("出口额", 5, time=""), said("出口总额", 6, "1.txt")]
    found = findings(given)
    assert sorted(note.kind for note in found) == ["definition", "definition", "undated"]
    assert {frozenset(claim.indicator for claim in note.claims) for note in found} == set(map(frozenset, pairs))


def test_notes_do_not_grow_with_the_square() -> None:
    """One note for an area, an indicator and a reason, with every figure concerned once."""
    many = [said("出口额", 100 + value, f"{value}.txt", time="") for value in range(20)]
    (note,) = findings(many)
    assert len(note.claims) == 20
