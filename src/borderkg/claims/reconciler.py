"""Claims that cannot all be right: found, told apart from what only looks so, and kept side by side.

Two values of one indicator for one place and time; two dates of one document. A less exact date (2013 beside 2013-11), a
number printed less exactly (5.1 beside 5.12), a value inside a stated range is no conflict. Nothing is thrown away: the
graph holds every claim, and a conflict names those concerned.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from borderkg.claims.claim import Claim
from borderkg.claims.finding import Finding
from borderkg.vocabulary import FACTUAL_MODALITIES

_DATED = ("dateIssued", "dateEstablished")


def conflicts(claims: Iterable[Claim]) -> list[Finding]:
    """The conflicts among claims of all sources, in a stable order."""
    figures: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    dates: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.modality not in FACTUAL_MODALITIES or claim.subject_entity is None:
            continue
        subject = claim.subject_entity.iri
        if claim.predicate == "observation" and claim.time:
            figures[subject, claim.indicator, claim.unit, claim.time].append(claim)
        elif claim.predicate in _DATED:
            dates[subject, claim.predicate].append(claim)
    found = []
    for key, group in sorted(figures.items()):
        if _values_differ(group):
            values = ", ".join(sorted({f"{claim.object}" for claim in group}))
            said = f"{key[1]} {key[3]}: {values} {key[2]}"
            found.append(Finding("two-values", "value", "contradiction", tuple(group), said, said))
    for (_, predicate), group in sorted(dates.items()):
        if _dates_differ([str(claim.object) for claim in group]) and predicate == "dateIssued":
            stated = ", ".join(sorted({str(claim.object) for claim in group}))
            said = f"{predicate}: {stated}"
            found.append(Finding("two-dates", "date", "contradiction", tuple(group), said, said))
    return found


def _values_differ(group: Sequence[Claim]) -> bool:
    """Whether two of the values cannot be the same number, printed more or less exactly."""
    bounds = [_bounds(claim) for claim in group]
    return any(a[1] <= b[0] or b[1] <= a[0] for i, a in enumerate(bounds) for b in bounds[i + 1 :])


def _bounds(claim: Claim) -> tuple[Decimal, Decimal]:
    """Between which numbers a printed value lies: half a unit of its last digit to either side; the upper end is outside."""
    low, high = claim.qualifiers.get("low"), claim.qualifiers.get("high")
    if low is not None and high is not None:
        return _rounded(low)[0], _rounded(high)[1]
    comparator = claim.qualifiers.get("comparator")
    if comparator == ">":
        return Decimal(str(claim.object)), Decimal("Infinity")
    if comparator == "<":
        return Decimal("-Infinity"), Decimal(str(claim.object))
    return _rounded(claim.object)


def _rounded(printed: object) -> tuple[Decimal, Decimal]:
    number = Decimal(str(printed))
    exponent = number.as_tuple().exponent
    half = Decimal(5).scaleb(min(int(exponent), 0) - 1)
    return number - half, number + half


def _dates_differ(stated: Sequence[str]) -> bool:
    """Whether two dates are not the same date, more or less exactly told."""
    return any(not (a.startswith(b) or b.startswith(a)) for i, a in enumerate(stated) for b in stated[i + 1 :])
