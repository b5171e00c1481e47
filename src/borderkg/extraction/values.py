"""Values that spans carry: times and quantities."""

from dataclasses import field
from decimal import Decimal

from borderkg.records import record


@record
class Time:
    """A date or a span of years, as exact as the text.

    `start` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `end` is empty for a date. A `relative` time (`同年`, `9月`) has to be
    completed from what stands before. `vague` times (a decade, its end) date nothing exactly.
    """

    start: str = ""
    end: str = ""
    relative: str = ""
    vague: bool = False
    plan: str = ""
    """The five-year plan that the words name, as 十三五."""

    @property
    def text(self) -> str:
        """The exchange format: `2017`, `1992-03`, `1992/2019`."""
        return f"{self.start}/{self.end}" if self.end else self.start

    @property
    def is_date(self) -> bool:
        return bool(self.start) and not self.end and not self.relative and not self.vague


@record
class Quantity:
    """A number with its unit, as printed; bounds and ranges told apart."""

    number: Decimal
    unit: str
    low: Decimal | None = None
    high: Decimal | None = None
    comparator: str = ""
    """`<`, `>`, or empty."""
    modifier: str = ""
    """约, 超, 近 … as printed."""
    doubtful: bool = False
    """The decimal point was lost and is read from a blank."""
    words: str = field(default="", compare=False)
    """A number told in words (一半, 九成), as printed; no part of the value."""
