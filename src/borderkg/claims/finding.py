"""A finding: claims that a check holds against each other, and why. Conflicts and the audit both make it."""

from typing import Final

from borderkg.claims.claim import Claim
from borderkg.records import record

SEVERITIES: Final = ("contradiction", "doubt", "note")
"""What cannot all be right; what a reader should compare; what only looks like a disagreement, and says why it is none."""


@record
class Finding:
    """`check` is the name of the check that found it, `kind` a concept of the scheme of conflict kinds."""

    check: str
    kind: str
    severity: str
    """One of SEVERITIES."""
    claims: tuple[Claim, ...]
    """Those concerned, in a stable order."""
    reason: str
    """What differs, in English; `reason_zh` says the same in Chinese."""
    reason_zh: str
    computation: str = ""
    """What was computed, with the tolerance of the printed precision: `12.3 + 4.5 = 16.8 ≠ 16.9 (± 0.1)`."""
