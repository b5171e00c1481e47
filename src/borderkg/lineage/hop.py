"""A hop: one step of lineage from the earlier or higher to the later or lower, and which properties make one."""

from typing import Final

from borderkg.records import record

FORWARD: Final = ("issues", "transmits", "establishes", "appliesTo", "markedBy", "locatedIn", "borders")
"""Relations whose subject is the earlier or higher: their hops run from subject to object."""

BACKWARD: Final = (
    "issuedBy",
    "follows",
    "amends",
    "repeals",
    "implements",
    "basedOn",
    "consolidates",
    "succeeds",
    "establishedBy",
    "elaborates",
    "continues",
    "adoptedAt",
)
"""Relations whose subject is the later or lower: their hops run from object to subject."""

RELATIONS: Final = (*FORWARD, *BACKWARD)


@record
class Hop:
    """One step. `claims` state it or, where it is inferred, what it rests on; `sources` are their documents."""

    earlier: str
    relation: str
    later: str
    rule: str = ""
    """The rule that infers it; empty for a stated hop."""
    reason_zh: str = ""
    reason_en: str = ""
    confidence: float | None = None
    """The share of the rule's hops that a reader held right; None where a text states the hop."""
    planned: bool = False
    claims: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def inferred(self) -> bool:
        return bool(self.rule)

    @property
    def triple(self) -> tuple[str, str, str]:
        """Subject, relation and object, in the relation's own direction."""
        return directed(self.earlier, self.relation, self.later)


def directed(one: str, relation: str, other: str) -> tuple[str, str, str]:
    """A triple's subject, relation, object as earlier, relation, later; and the other way round."""
    return (one, relation, other) if relation in FORWARD else (other, relation, one)
