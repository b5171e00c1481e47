"""What stands around a sentence: its section's period and modality, the topics, the text itself."""

from dataclasses import dataclass, field

from borderkg.extraction.span import Span
from borderkg.extraction.statement import Mention


@dataclass(frozen=True, slots=True)
class Surroundings:
    document: Mention
    period: Mention | None = None
    """The period that the section's heading names."""
    modality: str = ""
    """`proposed` in a section of measures."""
    topics: dict[str, tuple[Span, bool]] = field(default_factory=dict)
