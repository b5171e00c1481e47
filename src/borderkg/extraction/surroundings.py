"""What stands around a sentence: its section's period and modality, the text itself."""

from dataclasses import dataclass

from borderkg.extraction.statement import Mention, Range
from borderkg.extraction.values import Time


@dataclass(frozen=True, slots=True)
class Surroundings:
    document: Mention
    period: Mention | None = None
    """The period that the section's heading names."""
    modality: str = ""
    """`proposed` in a section of measures."""
    act: Mention | None = None
    """The text itself, where it is an official document: what it agrees to, it does."""
    act_at: Range | None = None
    act_date: Time | None = None
    act_date_at: Range | None = None
