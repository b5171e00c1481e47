"""What was read in a sentence, before it is placed in the file."""

from borderkg.extraction.statement import Mention, Range
from borderkg.extraction.values import Time
from borderkg.records import record


@record
class Read:
    """What a rule read in a sentence; ranges are positions in the sentence's text."""

    subject: Mention
    predicate: str
    object: Mention | Time
    evidence: Range
    context: tuple[Range, ...]
    rule: str
    modality: str
    year: int | None
    match: Range
    heading: bool = False
    """The heading of the section is part of the reading."""
    raw_context: tuple[Range, ...] = ()
    """Where the things stand in the file that words of the sentence refer to."""


def by_name(
    subject: Mention,
    predicate: str,
    obj: Mention,
    where: Range,
    name: str,
    surface: str = "",
    context: tuple[Range, ...] = (),
) -> Read:
    """What a name says by itself, by the rule `inherent::name`; `surface` is the word that says it."""
    if surface:
        obj = Mention(obj.type, obj.text, (surface,), obj.individuals, obj.concept)
    return Read(subject, predicate, obj, where, context, f"inherent::{name}", "", None, where)
