"""How a text was read at one place: the sentence, the spans that were marked in it, and the rule that read them.

The text is read again with somebody looking on, so that what is shown is what happened.
"""

from dataclasses import dataclass
from typing import Final

from borderkg.corpus.document import Document
from borderkg.extraction.annotation import Annotation
from borderkg.extraction.discourse.governing import Locate
from borderkg.extraction.extractor import Extractor
from borderkg.extraction.rulebook.rules import RuleBook
from borderkg.extraction.span import Span
from borderkg.extraction.statement import Range

_LEFT_OUT: Final = "(left out)"


@dataclass(frozen=True, slots=True)
class Marked:
    """A span of a sentence: what it was recognised as, by what, and what it refers to."""

    text: str
    label: str
    found_by: str
    at: Range
    """Code points of the file; of a subject left out, the character before which it would stand."""
    individuals: tuple[str, ...]
    """The labels of the known individuals that may be meant."""
    refers_to: tuple[tuple[str, Range], ...]
    """What a word that refers back stands for, and where that stands in the file."""


@dataclass(frozen=True, slots=True)
class RuleShown:
    """A rule of `data/rules`, and the pattern of it that matches the sentence with the words that it matches."""

    id: str
    note: str
    pattern: str
    matched: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of running text as the rules saw it."""

    text: str
    at: Range
    annotation: Annotation
    locate: Locate
    spans: tuple[Marked, ...]

    def rule(self, book: RuleBook, rule_id: str, evidence: Range) -> RuleShown | None:
        """The rule of that id with the words that it matches at a range of the file, or None where what read the sentence
        is no rule of the book (a name, a statistic)."""
        rule = next((r for r in book.all if r.id == rule_id), None)
        if rule is None:
            return None
        for pattern in rule.patterns:
            for match in pattern.regex.finditer(self.annotation.abstract):
                start, end = match.span()
                if end == start:
                    continue
                words = self.annotation.text_range(start, end)
                begin, stop = self.locate(*words)
                if begin < evidence[1] and evidence[0] < stop:
                    return RuleShown(rule.id, rule.note, pattern.source, self.text[words[0] : words[1]])
        return RuleShown(rule.id, rule.note, rule.patterns[0].source, "")


def sentences(extractor: Extractor, document: Document) -> list[Sentence]:
    """The sentences of a document's running text, in order, with all that was marked in them."""
    found: dict[Range, Sentence] = {}  # a document that is read in several attempts shows some sentences again

    def watch(annotation: Annotation, locate: Locate) -> None:
        if annotation.text:
            marked = tuple(_marked(span, locate, len(annotation.text)) for span in annotation.spans)
            where = locate(0, len(annotation.text))
            found[where] = Sentence(_as_said(annotation.text, document, locate), where, annotation, locate, marked)

    extractor.watched(document, watch)
    return [found[where] for where in sorted(found)]


def _as_said(text: str, document: Document, locate: Locate) -> str:
    """A sentence with its own characters where the rules are given a comma behind what opens a clause (`openings`)."""
    said = list(text)
    for i, character in enumerate(text):
        if character == "," and (printed := document.text[locate(i, i + 1)[0]]).isalpha():
            said[i] = printed
    return "".join(said)


def around(found: list[Sentence], where: Range) -> Sentence | None:
    """The sentence in which a range of the file begins, or None where no sentence does (the cell of a table)."""
    return next((s for s in found if s.at[0] <= where[0] < s.at[1]), None)


def _marked(span: Span, locate: Locate, length: int) -> Marked:
    start, end = span.start, span.end
    at = locate(start, end) if end > start else locate(min(start, length - 1), min(start, length - 1) + 1)
    return Marked(
        span.text or _LEFT_OUT,
        span.label,
        span.found_by,
        at,
        tuple(i.label_zh for i in span.individuals) or ((span.concept.label_zh,) if span.concept else ()),
        tuple((a.span.text, a.raw) for a in span.antecedents),
    )
