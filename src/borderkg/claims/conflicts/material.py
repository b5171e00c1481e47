"""What the checks look at: the claims that state facts, which figures speak of one thing, and what ties sources together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from borderkg.claims.claim import Claim
from borderkg.claims.conflicts import indicators, printed
from borderkg.claims.conflicts.indicators import Measure
from borderkg.claims.conflicts.printed import Range
from borderkg.corpus.document import Bibliography
from borderkg.records import record
from borderkg.vocabulary import FACTUAL_MODALITIES

UNITS_OF_COUNTS: Final = frozenset(
    (
        "个",
        "家",
        "条",
        "座",
        "项",
        "种",
        "处",
        "所",
        "类",
        "对",
        "片",
        "部",
        "支",
        "省区",
        "省",
        "州",
        "县",
        "市",
        "旗",
        "国",
    )
)
"""Measure words of things that are counted one by one."""


@record
class Figure:
    """An observation, ready to be compared: `admitted` are the numbers that it may stand for, in the base unit."""

    claim: Claim
    area: str
    measure: Measure
    unit: str
    admitted: Range

    @property
    def is_count(self) -> bool:
        return self.unit in UNITS_OF_COUNTS

    @property
    def in_table(self) -> bool:
        return bool(self.claim.qualifiers.get("table"))

    def agrees(self, other: "Figure") -> bool:
        """Whether both may stand for one number."""
        return self.admitted.meets(other.admitted)


@record
class Material:
    claims: tuple[Claim, ...]
    """Those that state a fact of a linked subject, in a stable order."""
    figures: tuple[Figure, ...]
    data_sources: Mapping[str, frozenset[str]]
    """What each source names as the source of its data."""

    def of(self, *predicates: str) -> list[Claim]:
        return [claim for claim in self.claims if claim.predicate in predicates]


def of(claims: Iterable[Claim], about: Mapping[str, Bibliography]) -> Material:
    """The material in claims of any sources; `about` says what is known of the sources, by name."""
    factual = sorted(
        (c for c in claims if c.modality in FACTUAL_MODALITIES and c.subject_entity is not None),
        key=lambda c: (c.source, c.start, c.end, c.key),
    )
    named: dict[str, set[str]] = defaultdict(set)
    for source, bibliography in about.items():
        named[source].update(bibliography.data_sources)
    for claim in factual:
        if claim.predicate == "dataSource":
            named[claim.source].add(claim.object_entity.name if claim.object_entity else str(claim.object))
    return Material(
        tuple(factual),
        tuple(f for claim in factual if claim.predicate == "observation" for f in _figure(claim)),
        {source: frozenset(names) for source, names in named.items()},
    )


def _figure(claim: Claim) -> Iterable[Figure]:
    if isinstance(claim.object, str) or claim.subject_entity is None:
        return
    unit, power = printed.unit(claim.unit)
    measure = indicators.measure(claim.indicator)
    yield Figure(claim, claim.subject_entity.iri, measure, unit, printed.admitted(claim).times(power))


def shown(claims: Sequence[Claim]) -> str:
    """The values of figures, each once, in order of size; the unit after each, or once where all share it."""
    ordered = sorted(claims, key=lambda c: (printed.unit(c.unit)[0], _size(c), str(c.object)))
    units = list(dict.fromkeys(claim.unit for claim in ordered))
    if len(units) == 1:
        return f"{', '.join(dict.fromkeys(_printed(claim) for claim in ordered))} {units[0]}".strip()
    return ", ".join(dict.fromkeys(f"{_printed(claim)} {claim.unit}" for claim in ordered))


def _size(claim: Claim) -> Decimal:
    return Decimal(str(claim.object)).scaleb(printed.unit(claim.unit)[1])


def _printed(claim: Claim) -> str:
    """A value as a reader knows it: its range or bound, and 约 and the like before it."""
    given = claim.qualifiers
    if given.get("low") is not None and given.get("high") is not None:
        return f"{given['low']}–{given['high']}"
    about = given.get("modifier") if given.get("modifier") in ("约", "近") else ""
    return f"{given.get('comparator') or ''}{about or ''}{claim.object}"
