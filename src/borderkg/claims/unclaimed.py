"""Statements that make no claim of their own: held back at the gate, or merged with another."""

from borderkg.records import record


@record
class Unclaimed:
    """What was read, where it stands, by which rule, and why it makes no claim."""

    source: str
    start: int
    end: int
    predicate: str
    subject: str
    object: str
    rule: str
    reason: str


@record
class Held(Unclaimed):
    """What the gate held back: a statement whose evidence fails, or a claim that violates a shape."""

    reason_zh: str = ""
    claim: str = ""
    """The IRI that the claim would have; none where the evidence fails, for then there is no claim."""
    cell: tuple[int, int] | None = None
    """Row and column, where the place is a cell of a table file."""


@record
class Merged(Unclaimed):
    """A statement that is said already at the place `into`, or that says a thing of itself."""

    into: tuple[int, int] | None = None
