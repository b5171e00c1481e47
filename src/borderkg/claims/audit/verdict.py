"""What comes of a comparison: nothing where the printed figure can be right, else a finding with its computation."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from borderkg.claims.audit.interval import Interval, shown, unit_of
from borderkg.claims.audit.ledger import Figure
from borderkg.claims.claim import Claim
from borderkg.claims.finding import Finding
from borderkg.records import record


@record
class Way:
    """One way to compute a figure: the sum written out, what it gives in the figure's own unit, and from which figures."""

    written: str
    value: Interval
    figures: tuple[Figure, ...]


@record
class Said:
    """The reason of a finding, in English and in Chinese; what is computed stands behind it."""

    en: str
    zh: str


def judged(
    check: str, kind: str, figure: Figure, ways: Iterable[Way], said: Said, *, doubtful: bool = False
) -> list[Finding]:
    """The finding on a figure that none of the ways to compute it gives, told by the first way; nothing where there is
    no way. A doubt where the names of the figures differ; a note where cutting off for rounding explains it."""
    tried = list(ways)
    value = figure.value
    if not tried or any(way.value.meets(value) for way in tried):
        return []
    way = tried[0]
    sign, unit = "≠", figure.claim.unit
    computation = f"{way.written} = {shown(way.value.middle)} {unit} {sign} {_printed(figure)} {unit}"
    tolerance = f"(± {shown(way.value.half + (value.half if value.half.is_finite() else Decimal(0)))})"
    cut_off = figure.exact and min(w.value.off(value) for w in tried) <= unit_of(figure.printed) / 2
    severity = "note" if cut_off else "doubt" if doubtful else "contradiction"
    claims = ordered([figure.claim, *(f.claim for f in way.figures)])
    if cut_off:
        said = Said(
            f"{said.en}; digits cut off instead of rounded would explain it", f"{said.zh}；若系截尾而非四舍五入则可解释"
        )
    return [Finding(check, kind, severity, claims, said.en, said.zh, f"{computation} {tolerance}")]


def ordered(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims by their place, each once."""
    found: dict[tuple[object, ...], Claim] = {}
    for claim in sorted(claims, key=lambda c: (c.source, c.start, c.end, c.key)):
        found.setdefault((claim.start, claim.end, claim.key), claim)
    return tuple(found.values())


def plus(figures: Sequence[Figure]) -> str:
    """A sum as it is written."""
    return " + ".join(number(figure) for figure in figures)


def number(figure: Figure) -> str:
    return figure.printed.replace("-", "−")


def _printed(figure: Figure) -> str:
    q = figure.claim.qualifiers
    if "low" in q and "high" in q:
        return f"{q['low']}–{q['high']}"
    return f"{q.get('comparator') or ''}{number(figure)}"


def about(figure: Figure) -> str:
    """What a figure is of: subject, indicator, time."""
    return " ".join(filter(None, (figure.claim.subject, figure.claim.indicator, figure.time)))
