"""Two dates of one document or thing.

A document, a meeting, an event has one date; a less exact date (2013 beside 2013-11) agrees with it. A port is opened,
closed and opened again, and a zone is approved, founded and put to use: two dates of founding are no contradiction. Between
sources they are worth a look; within one they only look like a disagreement.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from borderkg import schema
from borderkg.claims.claim import Claim
from borderkg.claims.conflicts.material import Material
from borderkg.claims.finding import Finding

_ONE: Final = ("dateIssued",)
_SEVERAL: Final = ("dateEstablished",)
_OF_PERIODS: Final = ("startYear", "endYear")
_STEPS: Final = (
    "may be dates of approval, founding, opening or reopening",
    "可能分别为批准、设立、开放或恢复开放的日期",
)


def find(found: Material) -> Iterator[Finding]:
    """Two dates that cannot be one, more or less exactly told."""
    by_thing: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in found.of(*_ONE, *_SEVERAL, *_OF_PERIODS):
        if claim.subject_entity:
            by_thing[claim.predicate, claim.subject_entity.iri].append(claim)
    for (predicate, _), claims in sorted(by_thing.items()):
        if differ([str(claim.object) for claim in claims]):
            yield _finding(predicate, claims)


def differ(stated: Sequence[str]) -> bool:
    """Whether two dates are not the same date, more or less exactly told. Dates are `2013`, `2013-11`, `2013-11-12`."""
    return any(not (a.startswith(b) or b.startswith(a)) for a, b in combinations(stated, 2))


def _finding(predicate: str, claims: Sequence[Claim]) -> Finding:
    severity, remark, remark_zh = "contradiction", "", ""
    if predicate in _SEVERAL:
        across = len({claim.source for claim in claims}) > 1 and claims[0].subject_type != "Port"
        severity = "doubt" if across else "note"
        remark, remark_zh = f"; {_STEPS[0]}", f"；{_STEPS[1]}"
    elif predicate in _OF_PERIODS:
        severity = "doubt"
        remark, remark_zh = "; one division of time read twice", "；同一分期两处所述"
    subject, stated = claims[0].subject, sorted({str(claim.object) for claim in claims})
    name_zh, name = schema.load().labels[predicate]
    return Finding(
        "two-dates",
        "date",
        severity,
        tuple(claims),
        f"two dates: {subject}: {name} {', '.join(stated)}{remark}",
        f"两日期不同：{subject}：{name_zh}{'、'.join(stated)}{remark_zh}",
    )
