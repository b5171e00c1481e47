"""A statement: what a rule read in one place of one text, with its mentions not yet linked to entities."""

from dataclasses import field
from decimal import Decimal
from typing import Any

from borderkg.extraction.values import Time
from borderkg.records import record
from borderkg.reference import Individual
from borderkg.schema import Concept

Range = tuple[int, int]


@record
class Mention:
    """A name as the text has it, read as a type; `individuals` are the known ones that may be meant.

    `surface` holds the pieces of the name as they stand in the text, so that the evidence can be checked against it:
    a port in a list stands as 黑河, and is named 黑河口岸.
    """

    type: str
    text: str
    surface: tuple[str, ...]
    individuals: tuple[Individual, ...] = ()
    concept: Concept | None = None
    place: tuple[Individual, ...] = ()
    """The place that a composed name is called after (黑河 in 黑河口岸)."""
    base: "Mention | None" = None
    """The region that a part of it is named after: 云南省 of 云南省西部."""
    country: Individual | None = None
    """The country written before a foreign place."""
    self_issued: bool = False
    """A title that names its issuer."""


@record
class Statement:
    """`evidence` and `context` are ranges of code points in the file."""

    subject: Mention
    predicate: str
    object: Mention | Time | str | Decimal
    evidence: Range
    rule: str
    context: tuple[Range, ...] = ()
    modality: str = ""
    attribution: str = ""
    indicator: str = ""
    time: str = ""
    unit: str = ""
    year: int | None = None
    """The year that the statement speaks of, where it has one: it decides between bodies of one abbreviation."""
    qualifiers: dict[str, Any] = field(default_factory=dict)
