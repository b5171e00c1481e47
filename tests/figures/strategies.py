"""Random lineages: any labels, dates in any disorder that the contract allows, any hops."""

from datetime import date
from typing import Any

import networkx as nx
from hypothesis import settings
from hypothesis import strategies as st

from borderkg.figures.items import Period
from tests.strategies import phrases, steady

few = settings(steady, max_examples=60)
"""A figure takes some milliseconds, and each example is many cases."""

_TYPES = ("Policy", "Platform", "Meeting", "Organization", "Region", "Period", "Country", "Port")
_LEVELS = ("national", "provincial", "prefecture", "county", "port", "", "township")
_RELATIONS = (
    "issuedBy",
    "transmits",
    "establishes",
    "appliesTo",
    "locatedIn",
    "follows",
    "amends",
    "implements",
    "cites",
)

hostile = st.sampled_from(
    [
        "<script>alert(1)</script>",
        "a&b]]>",
        "\"'><",
        "\u202e反写",
        "line\nbreak",
        "\u200b",
        "Ünïcode " * 12,
        "长" * 120,
        "&#0;",
    ]
)
labels = phrases | hostile | st.text(max_size=60)
days = st.dates(date(1949, 1, 1), date(2030, 12, 31))


@st.composite
def graphs(draw: st.DrawFn, most: int = 14) -> "nx.MultiDiGraph[str]":
    """A lineage as the contract describes it."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    count = draw(st.integers(1, most))
    for n in range(count):
        graph.add_node(f"https://example.org/{n}", **draw(nodes()))
    for _ in range(draw(st.integers(0, 2 * count))):
        tail, head = (f"https://example.org/{draw(st.integers(0, count - 1))}" for _ in range(2))
        graph.add_edge(
            tail,
            head,
            relation=draw(st.sampled_from(_RELATIONS)),
            inferred=draw(st.booleans()),
            conflict=draw(st.booleans()),
            claims=("https://example.org/claim/1",),
            sources=("https://example.org/document/1",),
        )
    return graph


@st.composite
def nodes(draw: st.DrawFn) -> dict[str, Any]:
    """The attributes of a node."""
    bounds = sorted(draw(st.lists(days, min_size=3, max_size=3)))
    begin, latest, end = (bound.isoformat() for bound in bounds)
    known = draw(st.booleans())
    return {
        "label": draw(labels),
        "label_en": draw(labels | st.just("")),
        "type": draw(st.sampled_from(_TYPES)),
        "level": draw(st.sampled_from(_LEVELS)),
        "lane_type": draw(st.sampled_from(["", "边境经济合作区", "综合保税区"])),
        "date": begin[:4] if known else "",
        "begin": begin if known else "",
        "begin_latest": latest if known and draw(st.booleans()) else "",
        "end": end if known and draw(st.booleans()) else "",
        "planned": draw(st.booleans()),
    }


@st.composite
def divisions(draw: st.DrawFn) -> list[Period]:
    """The periods of one source, the last of them open."""
    starts = sorted(draw(st.sets(days, min_size=1, max_size=5)))
    names = [draw(labels) for _ in starts]
    ends = [start.toordinal() - 1 for start in starts[1:]]
    closed = [end if draw(st.booleans()) else None for end in ends]
    return [
        Period(f"https://example.org/period/{n}", name, "", start.toordinal(), end)
        for n, (name, start, end) in enumerate(zip(names, starts, [*closed, None], strict=True))
    ]
