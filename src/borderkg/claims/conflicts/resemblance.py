"""What only looks like a disagreement, told with its reason: values that a reader would hold against each other.

A pair of figures is noted where it differs in one thing besides the value: the definition (利用外资, 实际利用外资), the area that
a name stands for, or the time, of which one says none or which holds the other's; or in nothing, where the one is the other
rounded, or lies in its range. Figures of one source are compared only where a table and the running text meet: an author
knows his own whole from its part. One note for each area, indicator (or two that are near) and reason, with all figures
concerned, so that notes do not grow with the square of the figures; a series over years and figures that nobody would
compare make none.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import Final

from borderkg import reference
from borderkg.claims.conflicts import indicators, material
from borderkg.claims.conflicts.material import Figure, Material
from borderkg.claims.finding import Finding

_FAR: Final = 4
"""Values of which one is more than so many times the other are not taken for one another."""

_REASONS: Final = {
    "rounding": ("one is the other rounded, or lies within its range or bound", "一为另一之约数，或在其范围之内"),
    "definition": ("another definition or scope", "定义或口径不同"),
    "area": ("another area of nearly the same name", "所指区域不同"),
    "undated": ("at least one says no time", "至少其一未注明时间"),
    "period": ("the time of one lies within the other's", "一者时段包含另一者"),
}


def find(found: Material) -> Iterator[Finding]:
    """One note for each area, indicator or two of them, and reason."""
    together: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    collected = reference.load().collected
    for figure in found.figures:
        together[collected(figure.area), figure.unit].append(figure)
    for _, figures in sorted(together.items()):
        if len(figures) > 1:
            yield from _notes(figures)


def _notes(figures: Sequence[Figure]) -> Iterator[Finding]:
    concerned: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for one, other in _pairs(figures):
        why = _why(one, other)
        if not why or (why == "undated" and _has_its_year(one, other, figures)):
            continue
        noted = concerned[why, *sorted({one.measure.name, other.measure.name})]
        noted += [figure for figure in (one, other) if figure not in noted]
    for (why, *_), noted in sorted(concerned.items()):
        english, chinese = _REASONS[why]
        if why == "definition":
            more, more_zh = indicators.scopes(figure.measure for figure in noted)
            english, chinese = f"{english} ({more})", f"{chinese}（{more_zh}）"
        said = "; ".join(dict.fromkeys(_said(figure) for figure in noted))
        claims = tuple(figure.claim for figure in noted)
        yield Finding("resemblance", why, "note", claims, f"{english}: {said}", f"{chinese}：{said}")


def _pairs(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """The pairs whose times may be held against each other: not those of two years, which are most of a long series."""
    by_time: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_time[figure.claim.time].append(figure)
    for group in by_time.values():
        yield from combinations(group, 2)
    for one, other in combinations(by_time, 2):
        if not (one.isdigit() and other.isdigit()):
            yield from product(by_time[one], by_time[other])


def _said(figure: Figure) -> str:
    claim = figure.claim
    return " ".join(filter(None, (claim.subject, claim.indicator, claim.time, material.shown([claim]))))


def _why(one: Figure, other: Figure) -> str:
    """In what two figures differ besides the value; empty where in nothing, or in too much.

    That the areas are two of nearly one name is the reason only where there is no other.
    """
    if not _comparable(one, other):
        return ""
    definition = "definition" if one.measure.name != other.measure.name else ""
    time = _times(one.claim.time, other.claim.time)
    if one.agrees(other):
        return "rounding" if not definition and not time and one.area == other.area else ""
    if (definition and time) or time == "series":
        return ""
    return definition or time or ("area" if one.area != other.area else "")


def _comparable(one: Figure, other: Figure) -> bool:
    """Whether the indicators are near, the values printed differently, not by one hand in one place, and not far apart."""
    if one.claim.source == other.claim.source and one.in_table == other.in_table:
        return False
    if one.admitted == other.admitted or not one.measure.near(other.measure):
        return False
    small, large = sorted((abs(float(one.admitted.low)), abs(float(other.admitted.low))))
    return one.agrees(other) or (small > 0 and large / small <= _FAR)


def _times(one: str, other: str) -> str:
    """How two times differ; empty where they do not, `series` where they are of different years."""
    if not one or not other:
        return "undated"
    if one == other:
        return ""
    (start, end), (other_start, other_end) = _span(one), _span(other)
    within = (start <= other_start and other_end <= end) or (other_start <= start and end <= other_end)
    return "period" if within else "series"


def _span(time: str) -> tuple[str, str]:
    """Start and end, so that the end of a year sorts behind its months: `2013` ends at `2013~`."""
    start, _, end = time.partition("/")
    return start, (end or start) + "~"


def _has_its_year(one: Figure, other: Figure, figures: Sequence[Figure]) -> bool:
    """Whether a figure without a time agrees with a dated one: then it is of that time, and says nothing against others."""
    loose = [figure for figure in (one, other) if not figure.claim.time]
    dated = [figure for figure in figures if figure.claim.time and figure.measure.name == one.measure.name]
    return any(figure.agrees(known) for figure in loose for known in dated)
