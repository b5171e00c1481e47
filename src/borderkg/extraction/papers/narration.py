"""Periods that a paragraph goes through: 1978—1991年为恢复阶段，1984年出台《…》；1992—1998年为据点开放阶段，….

What is issued or launched behind the words that open a period is told of that period, if its year is one of the period's:
a look back (1984年的《…》 under 1992—1998年) belongs to none.
"""

import re
from collections.abc import Sequence
from typing import Final

from borderkg.extraction.annotation import Annotation
from borderkg.extraction.discourse.governing import Locate
from borderkg.extraction.relations.mentions import Mentions
from borderkg.extraction.relations.read import Read
from borderkg.extraction.statement import Mention, Range
from borderkg.extraction.values import Time
from borderkg.records import replace

_DATED_TYPES: Final = ("Policy", "Meeting", "Event")


_ANOTHER: Final = re.compile("(?:进入|步入|迈入|迎来|开启)了?新的?(?:历史)?(?:阶段|时期)")
"""2013年以后，沿边开放进入新的阶段: a period without a name, and no longer the one before."""


_BEYOND: Final = re.compile(
    r"(?:[这该此]一?(?:时期|阶段|期))?(?:之前|以前|此前|此后|后期|[这该此]一?(?:时期|阶段|期)(?:之后|以后|后期|末期))"
)
"""Words that lead away from the period that was told of last."""


class Narration:
    """The periods of one text with their years as far as they are told, and the one that a paragraph goes on about."""

    def __init__(self) -> None:
        self._first: dict[str, str] = {}
        self._last: dict[str, str] = {}
        self._current: tuple[Mention, Range] | None = None

    def enter(self) -> None:
        """Begin a paragraph: it goes on about no period."""
        self._current = None

    def read(self, annotation: Annotation, reads: Sequence[Read], mentions: Mentions, locate: Locate) -> list[Read]:
        """What a sentence tells of as issued, held or launched in the period that was named last before it."""
        for read in reads:
            if isinstance(read.object, Time) and read.predicate in ("startYear", "endYear"):
                years = self._first if read.predicate == "startYear" else self._last
                years.setdefault(read.subject.text, read.object.start)
        if _ANOTHER.search(annotation.text) or _BEYOND.match(annotation.text):
            self._current = None
        named = [s for s in annotation.spans if s.label == "Period" and not s.antecedents]
        opened = [(span.start, mentions.of(span)[0], (span.start, span.end)) for span in named]
        said = {r.subject.text for r in reads if r.predicate == "inPeriod"}
        placed: dict[str, Read] = {}
        for read in reads:
            if not _tells_of_a_day(read) or read.subject.text in said or read.subject.text in placed:
                continue
            at = read.evidence[0]
            before = [one for one in opened if one[0] < max(at, read.match[1])]
            if before:
                _, period, where = before[-1]
                if self._covers(period, read):
                    placed[read.subject.text] = _in(read, period, context=(where,))
            elif self._current and self._covers(self._current[0], read):
                placed[read.subject.text] = _in(read, self._current[0], raw_context=(self._current[1],))
        if opened:
            _, period, where = opened[-1]
            self._current = period, locate(*where)
        return list(placed.values())

    def _covers(self, period: Mention, read: Read) -> bool:
        """Whether the year that a reading tells is known to be one of the period's."""
        year = read.object.start[:4] if isinstance(read.object, Time) else ""
        first, last = self._first.get(period.text, ""), self._last.get(period.text, "")
        return bool(year and first) and first <= year <= (last or "9999")


def _tells_of_a_day(read: Read) -> bool:
    told = read.predicate == "dateIssued" and read.subject.type in _DATED_TYPES
    return told and not read.modality and not read.rule.startswith("inherent")


def _in(read: Read, period: Mention, context: tuple[Range, ...] = (), raw_context: tuple[Range, ...] = ()) -> Read:
    return replace(
        read,
        predicate="inPeriod",
        object=period,
        rule="periods::told behind the words that open it",
        context=(*read.context, *context),
        raw_context=raw_context,
    )
