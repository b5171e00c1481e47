"""A span: a stretch of a block's text that was recognised as something, and by what."""

from typing import Final

from borderkg.extraction.values import Quantity, Time
from borderkg.records import record
from borderkg.reference import Individual
from borderkg.schema import Concept

LABELS: Final = (
    "Country",
    "Countries",
    "Region",
    "TradeZone",
    "Organization",
    "Title",
    "Policy",
    "Agreement",
    "Meeting",
    "Event",
    "Period",
    "Platform",
    "Port",
    "Expo",
    "Corridor",
    "PlatformKind",
    "PortKind",
    "PlaceKind",
    "Date",
    "Quantity",
    "Topic",
)
"""What a span may be. `Countries` are run together (中越, 孟中印缅); a `Title` stands in 《》; the kinds are concepts; a
`Topic` is what the text leaves out or says 其 for."""


@record
class Antecedent:
    """What a word like 该口岸, 前者 or 其 refers to."""

    span: "Span"
    raw: tuple[int, int]
    """Where it stands in the file."""
    where: tuple[int, int] | None
    """Where it stands in the sentence, if in the same one."""
    heads: tuple[tuple[int, int], ...] = ()
    """Where the word stands in the file that its name shares with the others of a list."""

    @property
    def raws(self) -> tuple[tuple[int, int], ...]:
        return (self.raw, *self.heads)


@record
class Span:
    """`start` and `end` are positions in the normalised text of a block."""

    start: int
    end: int
    label: str
    text: str
    found_by: str
    individuals: tuple[Individual, ...] = ()
    concept: Concept | None = None
    value: Time | Quantity | None = None
    parts: tuple["Span", ...] = ()
    """The spans that a composed name is made of, in order."""
    antecedents: tuple[Antecedent, ...] = ()
    """For a word that refers back: to these. For a `Topic`: all that may be meant, the nearest first."""

    def moved(self, by: int) -> "Span":
        """The span `by` characters further on, its parts with it."""
        if by == 0:
            return self
        return Span(
            self.start + by,
            self.end + by,
            self.label,
            self.text,
            self.found_by,
            self.individuals,
            self.concept,
            self.value,
            tuple(part.moved(by) for part in self.parts) if self.parts else (),
            self.antecedents,
        )
