"""The first pass: what sentences name, and of which year, as the text before them tells."""

from collections.abc import Callable, Iterator
from typing import Final

from borderkg.corpus import sections
from borderkg.corpus.layout import Block
from borderkg.corpus.page import Kind
from borderkg.corpus.sections import Placed, Reading
from borderkg.extraction.discourse.clauses import TOPICAL_MARKS
from borderkg.extraction.marking.memory import Memory
from borderkg.extraction.marking.recogniser import Recogniser, Sentence
from borderkg.extraction.passes.marked import Marked

READ: Final = (Kind.PARAGRAPH, Kind.ENTRY, Kind.FOOTNOTE, Kind.NOTE, Kind.ABSTRACT)
"""The kinds of block that are read sentence by sentence."""


class Marking:
    def __init__(
        self, recogniser: Recogniser, memory: Memory, lost_points: bool, left: Callable[[Block], bool]
    ) -> None:
        """`lost_points` says that the text lost the points of its numbers, `left` which blocks are read as something else."""
        self._recogniser, self._memory = recogniser, memory
        self._lost, self._left = lost_points, left

    def runs(self, reading: Reading, length: int) -> Iterator[list[Marked]]:
        """The headings and paragraphs of a text in order, in runs of about `length` sentences."""
        run: list[Marked] = []
        count = 0
        for placed in reading.placed:
            self._memory.enter(line.text for line in placed.block.lines)
            if marked := self._marked(placed, placed is reading.placed[0]):
                run.append(marked)
                count += len(marked.sentences)
            if count >= length:
                yield run
                run, count = [], 0
        yield run

    def _marked(self, placed: Placed, first: bool) -> Marked | None:
        block, text = placed.block, placed.block.text.text
        if block.kind is Kind.HEADING:
            return Marked(placed, first, self._sentences(text))
        if block.kind not in READ or self._left(block) or (block.kind is Kind.ABSTRACT and not sections.run_in(text)):
            return None  # keywords and what is in English stand beside an abstract
        end = sections.run_in(text)
        labelled = self._memory.part(labelled=bool(end))
        marked = Marked(placed, first, self._sentences(text), labelled)
        if labelled:
            label = self._recogniser.sentences(text[1 : end - 1], self._memory)
            if label and label[0].annotation.abstract in tuple(TOPICAL_MARKS):
                marked.label = label[0].annotation
        return marked

    def _sentences(self, text: str) -> list[Sentence]:
        return self._recogniser.sentences(text, self._memory, self._lost)
