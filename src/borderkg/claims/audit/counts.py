"""Counts against what they count: the list that stands with a number, and the members that a table of names gives a place."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from borderkg import reference
from borderkg.claims.audit.ledger import Figure, Ledger
from borderkg.claims.audit.verdict import about, ordered
from borderkg.claims.claim import Claim
from borderkg.claims.finding import Finding

NAME: Final = "count"
_KIND: Final = "边境县"


def check(ledger: Ledger) -> Iterator[Finding]:
    """Findings on the counts of a source."""
    members = _members(ledger)
    for figure in ledger.of_kind("count"):
        listed = figure.claim.qualifiers.get("listed")
        if isinstance(listed, int) and figure.exact and listed != figure.claim.object:
            yield _finding(
                figure,
                (),
                f"{listed} ≠ {figure.printed}",
                f"the list beside it has {listed} names",
                f"其旁所列为{listed}个",
                "doubt" if figure.claim.qualifiers.get("listedSome") and listed < figure.value.low else "contradiction",
            )
        named = members.get(figure.subject, [])
        counted = figure.claim.indicator in (f"{_KIND}数量", f"陆地{_KIND}数量")
        if counted and figure.in_table and named and figure.exact and len(named) != figure.claim.object:
            yield _finding(
                figure,
                tuple(named),
                f"{len(named)} ≠ {figure.printed}",
                f"the table names {len(named)} of them",
                f"表中所列为{len(named)}个",
            )


def _members(ledger: Ledger) -> dict[str, list[Claim]]:
    """The border counties that tables of names list, by the places around them."""
    found: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in ledger.claims:
        listed = claim.rule.startswith("listings") and claim.predicate == "isA" and claim.object == _KIND
        if listed and claim.subject_entity:
            for place in reference.load().ancestors(claim.subject_entity.iri):
                found[place].setdefault(claim.subject_entity.iri, claim)
    return {place: list(each.values()) for place, each in found.items()}


def _finding(
    figure: Figure, others: tuple[Claim, ...], computation: str, en: str, zh: str, severity: str = "contradiction"
) -> Finding:
    return Finding(
        NAME,
        "list",
        severity,
        ordered([figure.claim, *others]),
        f"{about(figure)} is {figure.printed}; {en}",
        f"{about(figure)}为{figure.printed}，{zh}",
        computation,
    )
