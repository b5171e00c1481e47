"""Disagreement within and across sources: found, told apart from what only looks so, and kept side by side.

One check a module; each takes the material and gives findings. Nothing is thrown away: the graph holds every claim, and a
finding names those concerned.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from borderkg.claims.claim import Claim
from borderkg.claims.conflicts import classes, dates, figures, independence, issuers, material, resemblance, spelling
from borderkg.claims.conflicts.independence import Dependence
from borderkg.claims.conflicts.material import Material
from borderkg.claims.finding import Finding
from borderkg.corpus.document import Bibliography

CHECKS: Final[Mapping[str, Callable[[Material], Iterator[Finding]]]] = {
    "table-against-text": figures.table_against_text,
    "two-counts": figures.two_counts,
    "two-values": figures.two_values,
    "two-dates": dates.find,
    "two-issuers": issuers.find,
    "class-against-member": classes.find,
    "spelling": spelling.find,
    "resemblance": resemblance.find,
}
"""The checks in the order in which they run and their findings are listed."""

_NOTHING: Final[Mapping[str, Bibliography]] = {}


def findings(claims: Iterable[Claim], about: Mapping[str, Bibliography] = _NOTHING) -> list[Finding]:
    """What the checks find among claims of all sources, notes included, in a stable order.

    `about` is what is known of the sources, by name: it tells which of them are not independent, and a finding across such
    sources says so.
    """
    found = material.of(claims, about)
    tied = independence.dependences(found, about)
    return [_marked(finding, tied) for check in CHECKS.values() for finding in check(found)]


def conflicts(claims: Iterable[Claim], about: Mapping[str, Bibliography] = _NOTHING) -> list[Finding]:
    """The findings that are more than a note: what cannot all be right, or a reader should compare."""
    return [finding for finding in findings(claims, about) if finding.severity != "note"]


def dependences(claims: Iterable[Claim], about: Mapping[str, Bibliography]) -> list[Dependence]:
    """The pairs of sources that are not independent, and why."""
    return independence.dependences(material.of(claims, about), about)


def _marked(finding: Finding, tied: list[Dependence]) -> Finding:
    figures_alone = all(claim.predicate == "observation" for claim in finding.claims)
    between = [
        dependence
        for dependence in independence.between({claim.source for claim in finding.claims}, tied)
        if figures_alone or not dependence.by_data
    ]
    if not between:
        return finding
    english = "; ".join(dict.fromkeys(dependence.reason for dependence in between))
    chinese = "；".join(dict.fromkeys(dependence.reason_zh for dependence in between))
    return replace(
        finding,
        reason=f"{finding.reason}. The sources are not independent: {english}",
        reason_zh=f"{finding.reason_zh}；出处并不独立：{chinese}",
    )
