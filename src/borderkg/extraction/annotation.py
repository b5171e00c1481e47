"""A sentence with its spans marked, and as the string that patterns are matched on.

In the abstract string every span is one character of the private use area, which tells its label; all other text stands
as it is. A pattern in plain Chinese with slots is then an ordinary regular expression over a short string.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from borderkg.extraction.span import LABELS, Span

MARKS: Final = {label: chr(0xE000 + i) for i, label in enumerate(LABELS)}
_FIRST, _LAST = min(MARKS.values()), max(MARKS.values())


@dataclass
class Annotation:
    """A sentence (or another stretch of text) and its spans, sorted and not overlapping."""

    text: str
    spans: list[Span]
    abstract: str = field(init=False)
    starts: list[int] = field(init=False)
    """Position in `text` of each character of `abstract`, and the end."""
    at: dict[int, Span] = field(init=False)
    """The span that a character of `abstract` stands for, in the order of the characters."""

    def __post_init__(self) -> None:
        pieces: list[str] = []
        self.starts = []
        self.at = {}
        position = 0
        for span in self.spans:
            pieces.append(self.text[position : span.start])
            pieces.append(MARKS[span.label])
            self.starts.extend(range(position, span.start + 1))
            self.at[len(self.starts) - 1] = span
            position = span.end
        pieces.append(self.text[position:])
        self.starts.extend(range(position, len(self.text) + 1))
        self.abstract = "".join(pieces)

    def text_range(self, start: int, end: int) -> tuple[int, int]:
        """The range of `text` under the characters `start` to `end` of `abstract`."""
        last = end - 1
        stop = self.at[last].end if last in self.at else self.starts[last] + 1
        return self.starts[start], stop

    def spans_in(self, start: int, end: int, labels: Collection[str] = ()) -> list[Span]:
        """The spans under a range of `abstract`, of the given labels where some are given."""
        at = self.at
        if end - start == 1:  # as most ranges that are asked for
            one = at.get(start)
            return [one] if one is not None and (not labels or one.label in labels) else []
        if labels:
            return [at[i] for i in range(start, end) if i in at and at[i].label in labels]
        return [at[i] for i in range(start, end) if i in at]

    def replaced(self, composed: Sequence[Span]) -> "Annotation":
        """With composed spans put in the place of their parts; of two that overlap the longer stays."""
        if not composed:
            return self
        longest = sorted(composed, key=lambda c: c.start - c.end)
        return Annotation(self.text, without_overlap((longest, self.spans)))

    def with_empty(self, span: Span) -> "Annotation":
        """With a span without characters put in, behind those that stand at its place already. What it leaves as it is
        is not made again: most sentences get several."""
        i = bisect_left(self.starts, span.start)
        while i in self.at and self.at[i].end == span.start:
            i += 1
        made = object.__new__(Annotation)
        made.text = self.text
        made.abstract = f"{self.abstract[:i]}{MARKS[span.label]}{self.abstract[i:]}"
        made.starts = [*self.starts[:i], span.start, *self.starts[i:]]
        before = {k: other for k, other in self.at.items() if k < i}
        made.at = {**before, i: span, **{k + 1: other for k, other in self.at.items() if k >= i}}
        made.spans = list(made.at.values())
        return made


def clause_start(abstract: str, at: int) -> int:
    """Where the clause begins in which a position of an abstract sentence stands."""
    find = abstract.rfind
    return max(find(",", 0, at), find(";", 0, at), find(":", 0, at), find("。", 0, at)) + 1


def is_mark(character: str) -> bool:
    return _FIRST <= character <= _LAST


def without_overlap(layers: Sequence[Iterable[Span]]) -> list[Span]:
    """Spans of several recognisers; an earlier layer keeps its place against a later one."""
    kept: list[Span] = []
    taken = 0
    """The positions that are taken, as bits."""
    for layer in layers:
        for span in layer:
            positions = (1 << span.end) - (1 << span.start)
            if not taken & positions:
                kept.append(span)
                taken |= positions
    return sorted(kept, key=lambda s: s.start)
