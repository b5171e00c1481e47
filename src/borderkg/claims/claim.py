"""A claim: one thing that one text says, with its evidence."""

from dataclasses import field
from typing import Any

from borderkg.records import record


@record
class Entity:
    """What a mention was linked to. `known` individuals come from the reference data; others are new, and keep a key
    made from their type and name."""

    iri: str
    type: str
    name: str
    known: bool
    reason: str = ""
    """Why this entity and no other: the label that matched, or how it was composed."""
    may_be: tuple[str, ...] = ()
    """Known individuals (IRIs) of which the text does not tell which is meant: the entity then is a new one."""


Literal = str | int | float


@record
class Claim:
    """`start`, `end` and `context` are code points of the source, end exclusive; `object` is a literal where
    `object_entity` is None."""

    source: str
    start: int
    end: int
    subject: str
    subject_type: str
    predicate: str
    object: Literal
    object_type: str
    rule: str
    subject_entity: Entity | None = None
    object_entity: Entity | None = None
    indicator: str = ""
    time: str = ""
    unit: str = ""
    modality: str = ""
    attribution: str = ""
    context: tuple[tuple[int, int], ...] = ()
    also_at: tuple[tuple[int, int], ...] = ()
    """Other places of the source that say the same."""
    qualifiers: dict[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, ...]:
        """What makes two claims of one source the same claim, wherever they stand and whichever names they use."""
        extra = ("term", "sample", "table", "dependent") if self.predicate == "estimate" else ()
        return (
            self.source,
            self.subject_type,
            self.subject_entity.iri if self.subject_entity else self.subject,
            self.predicate,
            self.indicator,
            self.object_entity.iri if self.object_entity else str(self.object),
            self.time,
            self.unit,
            self.modality,
            *(str(self.qualifiers.get(name, "")) for name in extra),
        )
