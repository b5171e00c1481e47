"""Diffusion: who came first, and which province how long after."""

from pathlib import Path

import pytest

from borderkg.errors import UnknownNameError
from borderkg.graph.store import GraphStore
from borderkg.lineage.diffusion import Diffusion, diffusion
from tests.facts import claim
from tests.lineage.stores import policy, store
from tests.lineage.test_inference import known


@pytest.fixture(scope="module")
def zones(demo_store: Path) -> Diffusion:
    """The key pilot zones of the demonstration."""
    return diffusion(GraphStore.open(demo_store).engine, "重点开发开放试验区")


def test_the_first_came_first(zones: Diffusion) -> None:
    """In order of time, the three of July 2012 before all others, each with the days since as bounds."""
    dated = [adopter for adopter in zones.adopters if adopter.begin]
    assert [a.begin for a in dated] == sorted(a.begin for a in dated)
    first = [a for a in dated if a.date == "2012-07"]
    assert {a.province_label for a in first} == {"云南省", "广西壮族自治区", "内蒙古自治区"}
    assert {(a.least, a.most) for a in first} == {(0, 30)}
    assert all(a.sources for a in zones.adopters)


def test_the_tables_add_up(zones: Diffusion) -> None:
    """The provinces hold every adopter, the years every one with a date, and the last total is the number."""
    provinces = {row["province"]: row for row in zones.provinces()}
    assert sum(row["number"] for row in provinces.values()) == len(zones.adopters)
    last = {row["province"]: row["total"] for row in zones.years()}
    assert last == {p: row["number"] - row["undated"] for p, row in provinces.items() if row["number"] > row["undated"]}
    assert sum(row["new"] for row in zones.years()) == sum(bool(a.begin) for a in zones.adopters)


def test_a_subject_of_policy_spreads_too() -> None:
    """By province of the places that the policies apply to; without one it is nationwide, without a date it comes last."""
    claims = [
        *policy("国务院关于沿边开放的意见", "2012"),
        *known(policy("云南省沿边开发开放规划", "2016-03-01", about="Region:云南省")),
        *known(policy("广西沿边开放规定", about="Region:广西壮族自治区")),
    ]
    found = diffusion(store(*claims), "沿边开发开放")
    assert [(a.province_label, a.least, a.most) for a in found.adopters] == [
        ("", 0, 365),
        ("云南省", 1156, 1521),
        ("广西壮族自治区", None, None),
    ]
    assert found.kind == "subject"


def test_an_unknown_type() -> None:
    """The error lists the types that the store has platforms of, and the subjects."""
    made = store(claim("Policy:甲", "dateIssued", "2010"))
    with pytest.raises(UnknownNameError, match=r"高铁.*Known: 边境贸易"):
        diffusion(made, "高铁")
