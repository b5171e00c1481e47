"""Small lineages, so that tests read like facts: `lineage("a>b b>c")`."""

from typing import Any

from hypothesis import strategies as st

from borderkg.lineage.graph import Lineage
from borderkg.lineage.hop import Hop

NODE: dict[str, Any] = {
    "label": "",
    "label_en": "",
    "type": "Policy",
    "level": "national",
    "lane_type": "",
    "date": "",
    "begin": "",
    "begin_latest": "",
    "end_earliest": "",
    "end": "",
    "conflict": False,
    "planned": False,
    "places": (),
    "periods": (),
}


def lineage(
    hops: str, nodes: dict[str, dict[str, Any]] | None = None, relation: str = "follows", **fields: Any
) -> Lineage:
    """A lineage from pairs as `a>b`; `nodes` gives attributes that differ, `fields` those of every hop."""
    made = Lineage()
    pairs = [pair.split(">") for pair in hops.split()]
    for name in sorted({end for pair in pairs for end in pair} | set(nodes or {})):
        made.add_node(name, **{**NODE, "label": name, **(nodes or {}).get(name, {})})
    for one, other in pairs:
        made.add_hop(Hop(one, relation, other, **fields))
    return made


def begun(first: str, last: str = "", **fields: Any) -> dict[str, Any]:
    """The attributes of a node that began between two days."""
    return {"date": first[:4], "begin": first, "begin_latest": last or first, **fields}


GRAPHS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30).map(
    lambda pairs: lineage(" ".join(f"n{one}>n{other}" for one, other in pairs), {"n0": {}, "n1": {}})
)
"""Random lineages of ten nodes at most: circles, loops, parallel hops and nodes alone included."""
