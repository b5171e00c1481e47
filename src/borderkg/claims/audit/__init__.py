"""The arithmetic audit: the figures of each source held against each other, with the tolerance of their printed precision.

Its input is claims alone, so that a release without texts is audited as well. The checks stand in a named order, one a
module or two that share their arithmetic; docs/audit.md says what each compares and what it leaves alone.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from borderkg.claims.audit import changes, counts, estimates, ranks, restated, shares, totals, wholes
from borderkg.claims.audit.ledger import Ledger, ledgers
from borderkg.claims.claim import Claim
from borderkg.claims.finding import Finding

Check = Callable[[Ledger], Iterator[Finding]]

CHECKS: Final[Mapping[str, Check]] = {
    totals.NAME: totals.check,
    shares.NAME: shares.check,
    shares.QUOTIENTS: shares.quotients,
    wholes.NAME: wholes.check,
    changes.GROWTH: changes.check,
    changes.MULTIPLES: changes.multiples,
    ranks.NAME: ranks.check,
    counts.NAME: counts.check,
    estimates.SIGNIFICANCE: estimates.significance,
    estimates.PANEL: estimates.panel,
    restated.NAME: restated.check,
}
"""The checks by name, in the order of their findings within a source."""


def findings(claims: Sequence[Claim]) -> list[Finding]:
    """What does not add up within each source, in a stable order: by source, check and place. No claim is changed.

    What is planned, proposed, denied or inferred is left out. Sources are never held against each other: that is for conflicts.
    """
    found: list[Finding] = []
    for ledger in ledgers(claims):
        for check in CHECKS.values():
            found += sorted(check(ledger), key=lambda f: (f.claims[0].start, f.claims[0].end, f.computation))
    return _distinct(found)


def _distinct(found: Sequence[Finding]) -> list[Finding]:
    """Each finding once: of one kind on the same claims."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for finding in found:
        key = (finding.kind, tuple((c.source, c.start, c.end, c.key) for c in finding.claims))
        if key not in seen:
            seen.add(key)
            kept.append(finding)
    return kept
