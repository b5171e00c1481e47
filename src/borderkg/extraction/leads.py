"""What leads to the figures of a sentence: the words from the beginning of a clause, or from the figure before in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from borderkg.extraction import measures
from borderkg.extraction.passage import Passage
from borderkg.extraction.span import Span
from borderkg.extraction.values import Quantity
from borderkg.records import record

_LISTED: Final = re.compile(r"[、,]|和|与|及|以及|\([^()]*\)[、和]")
SEPARATELY: Final = re.compile("分别|依次")
"""What follows is told of one after another."""
_CHANGED: Final = re.compile(r"(?:[、,和与及]|以及)(?:同比)?(?:增长|增加|上升|提高|下降|减少|降低|下滑|回落)了?")
_RANGE: Final = re.compile(r"至|到|[—~-]")
_FROM: Final = re.compile(r"(?:由|从)$")


@record
class Lead:
    """What leads to a figure: from the beginning of its clause, or from the figure before in it."""

    passage: Passage
    figure: Span
    quantity: Quantity
    start: int
    turn: int
    """Its place in a list of values."""
    of: int
    """How many the list has."""

    @property
    def end(self) -> int:
        return self.figure.start

    @property
    def words(self) -> str:
        """The words as a mask."""
        return self.passage.around(self.end)[self.start : self.end]

    def in_turn(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Of as many names as there are values the one in its turn, else all."""
        return names[self.turn : self.turn + 1] if self.of == len(names) else names

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]


def leads(passage: Passage, figures: Sequence[Span]) -> Iterator[Lead]:
    """What leads to each figure. Values listed one after the other share it."""
    runs: list[list[Span]] = []
    for span in _ranges(passage, figures):
        last = runs[-1][-1] if runs else None
        if last and _goes_on(passage, runs[-1], span):
            runs[-1].append(span)
        else:
            runs.append([span])
    position = 0
    for run in runs:
        start = max(passage.clause(run[0].start), position)
        for turn, span in enumerate(run):
            if isinstance(span.value, Quantity):
                yield Lead(passage, span, span.value, start if not turn else run[turn - 1].end, turn, len(run))
        position = run[-1].end


def _goes_on(passage: Passage, run: Sequence[Span], span: Span) -> bool:
    """Whether a value is the next of a list: of the same unit; after 分别 of any, with a word for its own change."""
    between = passage.text[run[-1].end : span.start]
    if _unit(run[-1]) == _unit(span):
        return bool(_LISTED.fullmatch(between)) or (bool(_CHANGED.fullmatch(between)) and _separately(passage, run))
    return between != "," and bool(_LISTED.fullmatch(between)) and _separately(passage, run)


def _separately(passage: Passage, run: Sequence[Span]) -> bool:
    return bool(SEPARATELY.search(passage.text, passage.clause(run[0].start), run[0].start))


def _ranges(passage: Passage, figures: Sequence[Span]) -> list[Span]:
    """2.1万元至4.6万元 is one figure with two ends, unless 由 or 从 leads to it."""
    merged: list[Span] = []
    for span in figures:
        low, high = merged[-1].value if merged else None, span.value
        if (
            isinstance(low, Quantity)
            and isinstance(high, Quantity)
            and low.unit == high.unit
            and low.number < high.number
            and _RANGE.fullmatch(passage.text[merged[-1].end : span.start])
            and not _FROM.search(passage.text[: merged[-1].start])
        ):
            both = replace(low, low=low.number, high=high.number)
            merged[-1] = replace(merged[-1], end=span.end, value=both, text=passage.text[merged[-1].start : span.end])
        else:
            merged.append(span)
    return merged


def _unit(span: Span) -> str:
    return measures.family(span.value.unit) if isinstance(span.value, Quantity) else ""
