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

SUCCESSION: Final = ("follows", "continues", "succeeds", "repeals")
"""Relations whose later end takes the place of the earlier: the two need not have held at one time."""


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


def interval(relation: str, earlier: tuple[str, str], later: tuple[str, str]) -> tuple[str, str]:
    """From when until when a hop holds, of the begin and end of each of its ends; empty where unknown.

    It holds while both ends do. Of a succession, and where the earlier was over before the later began (a document on the
    ground of one that has run out), there is no such time: it holds as long as the later does.
    """
    (_, end), (begin, last) = earlier, later
    first = max(earlier[0], begin)
    if relation in SUCCESSION or (end and end < first):
        end = ""
    return first, min((day for day in (end, last) if day >= first), default="")
