"""A block of running text on its way through the passes."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from borderkg.corpus.layout import Block
from borderkg.corpus.page import Kind
from borderkg.corpus.sections import Placed
from borderkg.extraction.annotation import Annotation
from borderkg.extraction.discourse.governing import Locate
from borderkg.extraction.marking.recogniser import Sentence


@dataclass(slots=True)
class Marked:
    """A block with what its sentences name."""

    placed: Placed
    first: bool
    """Whether it is the first of its text."""
    sentences: list[Sentence]
    labelled: bool = False
    """Whether a heading runs in."""
    label: Annotation | None = None
    """That heading, where it is a name, which the paragraph is about: 【畹町】旧名…."""
    resolved: list[Annotation] = field(default_factory=list)
    """The sentences of a paragraph with their references resolved."""

    @property
    def block(self) -> Block:
        return self.placed.block

    @property
    def heading(self) -> bool:
        return self.placed.block.kind is Kind.HEADING

    def opening(self) -> tuple[Annotation, Locate] | None:
        """The first sentence, as it was marked, with where its ranges lie in the file; None for an empty block."""
        return (self.sentences[0].annotation, locator(self.block, self.sentences[0].offset)) if self.sentences else None

    def each(self) -> Iterator[tuple[Sentence, Annotation, Locate]]:
        """Each sentence of a paragraph as it was marked and as resolved, with where its ranges lie in the file."""
        for sentence, resolved in zip(self.sentences, self.resolved, strict=True):
            yield sentence, resolved, locator(self.block, sentence.offset)


def locator(block: Block, offset: int) -> Locate:
    """From ranges of a sentence that begins at `offset` of a block to ranges of the file."""
    return lambda start, end: block.text.raw(start + offset, end + offset)
