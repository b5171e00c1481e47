"""From when until when a hop holds."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderkg.graph.store import GraphStore
from borderkg.lineage import reading
from borderkg.lineage.hop import RELATIONS, interval
from tests.lineage.graphs import begun, lineage

DAYS = st.sampled_from(["", "1999-01-01", "2005-12-31", "2010-12-31", "2011-01-01", "2015-12-31"])


@pytest.mark.parametrize(
    ("relation", "earlier", "later", "held"),
    [
        ("follows", ("2006-01-01", "2010-12-31"), ("2011-01-01", "2015-12-31"), ("2011-01-01", "2015-12-31")),
        ("repeals", ("1984-01-01", ""), ("1996-01-01", ""), ("1996-01-01", "")),
        ("implements", ("2006-01-01", "2010-12-31"), ("2008-05-01", ""), ("2008-05-01", "2010-12-31")),
        ("basedOn", ("2006-01-01", "2010-12-31"), ("2011-01-01", ""), ("2011-01-01", "")),
        ("locatedIn", ("2006-01-01", ""), ("", ""), ("2006-01-01", "")),
    ],
    ids=["a succession", "a repeal", "both at one time", "the ground has run out", "what has no time"],
)
def test_interval(relation: str, earlier: tuple[str, str], later: tuple[str, str], held: tuple[str, str]) -> None:
    """A hop holds while both of its ends do; what succeeds something that is over, from its own begin on."""
    assert interval(relation, earlier, later) == held


@given(st.sampled_from(RELATIONS), st.tuples(DAYS, DAYS), st.tuples(DAYS, DAYS))
def test_no_interval_ends_before_it_begins(relation: str, earlier: tuple[str, str], later: tuple[str, str]) -> None:
    """Whatever the dates of its ends, odd ones included."""
    first, last = interval(relation, earlier, later)
    assert not last or first <= last


def test_the_next_plan_follows_from_its_own_begin() -> None:
    """The hop of a graph has the years of the later plan."""
    plans = {"old": begun("2006-01-01", end="2010-12-31"), "new": begun("2011-01-01", end="2015-12-31")}
    ((_, _, hop),) = lineage("old>new", plans).hops()
    assert (hop["valid_from"], hop["valid_to"]) == ("2011-01-01", "2015-12-31")


def test_every_hop_of_the_demonstration_ends_after_it_begins(demo_store: Path) -> None:
    """Stated and inferred hops alike."""
    hops = reading.read(GraphStore.open(demo_store).engine).hops()
    assert not [hop for *_, hop in hops if hop["valid_to"] and hop["valid_to"] < hop["valid_from"]]
