"""How long what the centre lays down takes to reach a place: from a policy to the last national one before it."""

from datetime import date
from statistics import median
from typing import Any

from borderkg.lineage.graph import Lineage
from borderkg.records import record


@record
class Lag:
    """Days from a national policy to one of a level below, or to a platform there. Dates known to the year or month give
    bounds; `days` is the median of the middles, `least` and `most` the medians of the bounds, over `n` pairs."""

    level: str
    type: str
    n: int
    days: float
    least: float
    most: float


def lags(lineage: Lineage) -> list[Lag]:
    """The lags from the centre, by level and class of what came of it. Only what has a date and a dated national policy
    among its nearest ones (no policy in between) counts, and each thing once, from the last of these."""
    found: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for iri, data in lineage.described():
        local = data["level"] in ("provincial", "prefecture", "county") and data["type"] in ("Policy", "Platform")
        if not (local and data["begin"]):
            continue
        central = _central(lineage, iri)
        if central:
            found.setdefault((data["level"], data["type"]), []).append(_days(central, data))
    order = ("provincial", "prefecture", "county")
    return [
        Lag(
            level,
            kind,
            len(pairs),
            median((least + most) / 2 for least, most in pairs),
            median(least for least, _ in pairs),
            median(most for _, most in pairs),
        )
        for (level, kind), pairs in sorted(found.items(), key=lambda e: (order.index(e[0][0]), e[0][1]))
    ]


def _central(lineage: Lineage, iri: str) -> dict[str, Any] | None:
    """The last of the nearest national policies with a date that came before a node, or may have."""
    begun = lineage.nodes[iri]["begin_latest"]
    engine = lineage.engine
    seen = layer = {iri}
    while layer:
        layer = {earlier for node in layer for earlier in engine.earlier(node)} - seen
        seen = seen | layer
        policies = [data for node in layer if _is_central(data := lineage.nodes[node]) and data["begin"] <= begun]
        if policies:
            return max(policies, key=lambda data: (data["begin"], data["label"]))
    return None


def _is_central(data: dict[str, Any]) -> bool:
    return bool(data["type"] == "Policy" and data["level"] == "national" and data["begin"])


def _days(earlier: dict[str, Any], later: dict[str, Any]) -> tuple[int, int]:
    def between(one: str, other: str) -> int:
        return (date.fromisoformat(later[other]) - date.fromisoformat(earlier[one])).days

    return max(0, between("begin_latest", "begin")), between("begin", "begin_latest")
