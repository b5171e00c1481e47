"""What stands around a sentence: its section's period and modality, the text itself."""

from dataclasses import dataclass

from borderkg.extraction.statement import Mention


@dataclass(frozen=True, slots=True)
class Surroundings:
    document: Mention
    period: Mention | None = None
    """The period that the section's heading names."""
    modality: str = ""
    """`proposed` in a section of measures."""
