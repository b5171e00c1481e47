"""Where a time that was told ceases to hold."""

import re
from collections.abc import Sequence
from typing import Final

from borderkg.extraction.span import Span
from borderkg.extraction.statistics.moments import Moment, event_in
from borderkg.extraction.statistics.passage import TIME, Passage
from borderkg.extraction.values import Time

KEPT: Final = re.compile("(?:稳定|保持|维持)在")
"""Behind 由2015年的8万吨增至2021年的9万吨: of all these years."""

_REACHING: Final = re.compile(rf"[至到为]{TIME}+的?(?:不足|不到|仅|只有|近|约|超过?)?$")


def reaching(words: str) -> bool:
    """…增至2022年的1800万人次: the time at which a change that was told from another ends."""
    return bool(_REACHING.search(words))


def past_event(spans: Sequence[Span], current: Moment) -> Moment:
    """The time that holds behind a sentence without figures: none where it tells of a later year alone."""
    years = [s.value.start[:4] for s in spans if isinstance(s.value, Time) and s.value.start]
    return Moment() if years and current.text and min(years) > current.year else current


def tells_event(passage: Passage) -> bool:
    """Whether a sentence tells of an event, of whose day nothing is that the next tells."""
    return event_in(passage.text, 0, len(passage.text)) is not None
