"""The figures of one source as a ledger: what each says, of whom, when, and between which numbers it lies.

Checks compare only what is of one source, one thing, one indicator with its scope, one time and one kind of unit.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product
from math import prod
from typing import Final

from borderkg import reference
from borderkg.claims.audit.interval import INFINITY, Interval, exactly, rounded, unit_of
from borderkg.claims.audit.names import core, parted
from borderkg.claims.claim import Claim
from borderkg.records import record
from borderkg.vocabulary import FACTUAL_MODALITIES

_MULTIPLES: Final = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
_ABOUT: Final = re.compile("约|左右|上下|近|余|多|几")
_SPAN: Final = re.compile(r"(\d{4})/(\d{4})$")


@record
class Figure:
    """An observation as the checks see it."""

    claim: Claim
    kind: str
    """level, share, growth, average, multiple, times, rank, change or count."""
    name: str
    """What is measured, by the name that all checks know it by (`names.core`)."""
    of: str
    """What a share is of, a multiple is of, a rank is among."""
    subject: str
    family: str
    """What the unit counts in, whatever the multiple: 元 of 亿元."""
    scale: Decimal
    """What one of the unit is of the family: 100,000,000 for 亿元."""

    @property
    def time(self) -> str:
        return self.claim.time

    @property
    def years(self) -> tuple[int, int] | None:
        """First and last year of a span of years."""
        match = _SPAN.fullmatch(self.time)
        return (int(match[1]), int(match[2])) if match else None

    @property
    def printed(self) -> str:
        """The number as printed, as far as the claim knows."""
        return str(self.claim.qualifiers.get("printed") or f"{Decimal(str(self.claim.object)):f}")

    @property
    def value(self) -> Interval:
        """The numbers that it may stand for, in its own unit. A count stands for itself, unless it ends like a round one."""
        value = _value(self.claim, self.printed)
        counted = self.kind == "count" and self.exact and unit_of(self.printed) == 1
        return exactly(Decimal(str(self.claim.object))) if counted else value

    @property
    def amount(self) -> Interval:
        """The same in the family's unit."""
        value = self.value
        return Interval(value.low * self.scale, value.high * self.scale)

    @property
    def in_table(self) -> bool:
        return self.claim.rule.startswith("figures")

    @property
    def exact(self) -> bool:
        """Whether it is neither a bound nor a range, nor told by words or roughly."""
        q = self.claim.qualifiers
        return not (
            q.get("comparator") or "low" in q or _in_words(self.claim) or _ABOUT.search(str(q.get("modifier", "")))
        )


def _value(claim: Claim, printed: str) -> Interval:
    q = claim.qualifiers
    if "low" in q and "high" in q:
        low, high = rounded(str(q["low"])), rounded(str(q["high"]))
        return Interval(low.low, high.high)
    number = rounded(printed)
    if q.get("comparator") == ">":
        return Interval(Decimal(str(claim.object)), INFINITY)
    if q.get("comparator") == "<":
        return Interval(-INFINITY, Decimal(str(claim.object)))
    if _in_words(claim):
        width = abs(number.middle) / 10
        return Interval(number.middle - width, number.middle + width)
    if _ABOUT.search(str(q.get("modifier", ""))):
        unit = unit_of(printed)
        return Interval(number.middle - unit, number.middle + unit)
    return number


def _in_words(claim: Claim) -> bool:
    """一半, 三成: told in words, and roughly. The words of a ratio (8.1:20.5:71.4) are its numbers."""
    words = str(claim.qualifiers.get("verbal") or "")
    return bool(words) and not re.search(r"\d", words)


def unit(text: str) -> tuple[str, Decimal]:
    """A unit's family and its multiple: 亿美元 is 美元 and 100,000,000."""
    match = re.match(r"[十百千万亿]*", text)
    digits = match[0] if match else ""
    rest = text[len(digits) :].replace("元人民币", "元").replace("千米", "公里")
    return rest, Decimal(10) ** sum(_MULTIPLES[d] for d in digits)


@dataclass
class Ledger:
    """One source: its figures, by what they say, and its other claims."""

    source: str
    figures: list[Figure] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    _levels: dict[tuple[str, str, str], dict[str, list[Figure]]] = field(default_factory=dict)
    _families: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    _names: dict[str, set[str]] = field(default_factory=dict)
    _at: dict[tuple[int, int], list[Figure]] = field(default_factory=dict)
    _sums: dict[tuple[int, int], list[Figure]] = field(default_factory=dict)

    def of_kind(self, *kinds: str) -> Iterator[Figure]:
        return (figure for figure in self.figures if figure.kind in kinds)

    def levels(self, subject: str, name: str, family: str, time: str) -> list[Figure]:
        """The levels of one thing at one time."""
        return self._levels.get((subject, name, family), {}).get(time, [])

    def families(self, subject: str, name: str) -> Iterator[dict[str, list[Figure]]]:
        """The levels of one thing by their times, for each family of units."""
        for family in sorted(self._families.get((subject, name), ())):
            yield self._levels[subject, name, family]

    def names(self, subject: str) -> set[str]:
        """The names of all levels of one thing."""
        return self._names.get(subject, set())

    def at(self, where: Sequence[int]) -> list[Figure]:
        """The figures that stand at a place of the text."""
        return self._at.get((where[0], where[1]), [])

    def sums(self, part: Figure) -> list[Figure]:
        """The totals of a table that sum the cell of a part."""
        places = [(part.claim.start, part.claim.end), *part.claim.also_at]
        return [total for place in places for total in self._sums.get(place, ())]

    def add(self, figure: Figure) -> None:
        self.figures.append(figure)
        for start, end in figure.claim.qualifiers.get("sumOf") or ():
            self._sums.setdefault((start, end), []).append(figure)
        for where in ((figure.claim.start, figure.claim.end), *figure.claim.also_at):
            self._at.setdefault(where, []).append(figure)
        if figure.kind in ("level", "share", "count"):
            name = share_name(figure) if figure.kind == "share" else figure.name
            times = self._levels.setdefault((figure.subject, name, figure.family), {})
            times.setdefault(figure.time, []).append(figure)
            self._families.setdefault((figure.subject, name), set()).add(figure.family)
            self._names.setdefault(figure.subject, set()).add(name)


def share_name(figure: Figure) -> str:
    return f"{figure.name}占{figure.of}"


def ledgers(claims: Iterable[Claim]) -> list[Ledger]:
    """The sources of claims, by name; what is planned, proposed, denied or inferred is left out."""
    by_source: dict[str, Ledger] = {}
    for claim in sorted(claims, key=lambda c: (c.source, c.start, c.end, c.key)):
        if claim.modality not in FACTUAL_MODALITIES:
            continue
        ledger = by_source.setdefault(claim.source, Ledger(claim.source))
        ledger.claims.append(claim)
        if claim.predicate == "observation" and claim.subject_entity and isinstance(claim.object, int | float):
            ledger.add(_figure(claim, claim.subject_entity.iri))
    return list(by_source.values())


def _figure(claim: Claim, subject: str) -> Figure:
    kind, name, of = parted(claim.indicator, claim.unit)
    family, scale = unit(claim.unit)
    return Figure(claim, kind, core(name), of, reference.load().collected(subject), family, scale)


def choices(*figures: Sequence[Figure]) -> Iterator[tuple[Figure, ...]]:
    """One figure of each place, in all ways: a text that prints a figure twice may mean either. Nothing where there are so
    many ways that some would fit by chance."""
    if prod(map(len, figures)) <= _WAYS:
        yield from product(*(sorted(each, key=lambda f: (not f.in_table, f.claim.start)) for each in figures))


_WAYS: Final = 64
