"""Figures that cannot all be right: values of one indicator, area and time that no rounding, range or bound makes one.

The same disagreement has three names by where it stands: a table against the running text of one source, two counts of
one thing as of one date, two values of one indicator.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Final

from borderkg.claims.conflicts import material
from borderkg.claims.conflicts.material import Figure, Material
from borderkg.claims.finding import Finding

_NAMES: Final = {"table": "table-against-text", "count": "two-counts", "value": "two-values"}
_DIFFERENT: Final = {
    "table": ("the table and the running text differ", "表格与正文不一"),
    "count": ("two counts as of one time", "同一时点两计数"),
    "value": ("two values", "两值不同"),
}


def table_against_text(found: Material) -> Iterator[Finding]:
    """A table of a source says one thing, its running text another."""
    return _of_kind(found, "table")


def two_counts(found: Material) -> Iterator[Finding]:
    """Two counts of one thing as of one date."""
    return _of_kind(found, "count")


def two_values(found: Material) -> Iterator[Finding]:
    """Two values of one indicator for one area and time."""
    return _of_kind(found, "value")


def _of_kind(found: Material, kind: str) -> Iterator[Finding]:
    for group in groups(found):
        if _kind(group) != kind:
            continue
        apart = [(a, b) for a, b in combinations(group, 2) if not a.agrees(b)]
        if apart:
            yield _finding(kind, group, apart, found)


def groups(found: Material) -> list[list[Figure]]:
    """The figures of one measure, area, unit and time; those without a time may belong to two years and are left out."""
    by_identity: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in found.figures:
        if figure.claim.time:
            by_identity[figure.area, figure.measure.name, figure.unit, figure.claim.time].append(figure)
    return [group for _, group in sorted(by_identity.items())]


def _kind(group: Sequence[Figure]) -> str:
    one_source = len({figure.claim.source for figure in group}) == 1
    if one_source and len({figure.in_table for figure in group}) == 2:
        return "table"
    return "count" if group[0].is_count else "value"


def _finding(kind: str, group: Sequence[Figure], apart: Sequence[tuple[Figure, Figure]], found: Material) -> Finding:
    claims = tuple(figure.claim for figure in group)
    first = claims[0]
    doubtful, doubtful_zh = _doubt(apart, found)
    english, chinese = _DIFFERENT[kind]
    said = f"{first.subject}: {first.indicator} {first.time}: {material.shown(claims)}"
    return Finding(
        _NAMES[kind],
        kind,
        "doubt" if doubtful else "contradiction",
        claims,
        f"{english}{doubtful}: {said}",
        f"{chinese}{doubtful_zh}：{said}",
        _computation(apart),
    )


def _doubt(apart: Sequence[tuple[Figure, Figure]], found: Material) -> tuple[str, str]:
    """Why the disagreement may be one of reading or of data; empty where nothing speaks for that."""
    if all(one.claim.qualifiers.get("doubtful") or other.claim.qualifiers.get("doubtful") for one, other in apart):
        return ", one of them read where the decimal point was lost", "（其一小数点缺失，为推读）"
    named = found.data_sources
    ways = [(named.get(one.claim.source), named.get(other.claim.source)) for one, other in apart]
    if all(a and b and a.isdisjoint(b) for a, b in ways):
        return ", from sources of data that differ", "（数据来源不同）"
    return "", ""


def _computation(apart: Sequence[tuple[Figure, Figure]]) -> str:
    """The widest gap, each value with the numbers that it may stand for in the base unit."""
    one, other = max(apart, key=lambda pair: _gap(*pair))
    return (
        f"{material.shown([one.claim])} ∈ {one.admitted} {one.unit}; "
        f"{material.shown([other.claim])} ∈ {other.admitted} {one.unit}"
    )


def _gap(one: Figure, other: Figure) -> Decimal:
    return max(other.admitted.low - one.admitted.high, one.admitted.low - other.admitted.high)
