"""What stands around a sentence: its section's period and modality, the text itself."""

from borderkg.extraction.statement import Mention, Range
from borderkg.extraction.values import Time
from borderkg.records import record


@record
class Act:
    """A text that is itself an official document. Ranges are those of the file."""

    title: Mention
    title_at: Range
    dated: tuple[Time, Range] | None = None
    """Its date, and where that stands."""
    issuers: tuple[Mention, ...] = ()
    """The bodies that its title names."""
    plan: Mention | None = None
    """The plan or the rules that it only issues: 关于印发…规划的通知."""


@record
class Surroundings:
    document: Mention
    period: Mention | None = None
    """The period that the section's heading names, or that the paragraph has told of."""
    modality: str = ""
    """`proposed` in a section of measures."""
    act: Act | None = None
    """The text itself, where it is an official document: what it agrees to, it does."""
    named_at: Range | None = None
    """Where in the file the paragraph names the period; None where the heading does."""
    held: tuple[Time, Range] | None = None
    """The day of the meeting that the sentence before told, and where that stands: what those who met signed has it."""
