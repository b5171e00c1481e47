"""The extractor: what one document says, phase after phase.

Headings tell what a section is about and which period; paragraphs and footnotes are read sentence by sentence by the
relation rules, by what names say themselves, and by the statistics; tables cell by cell; headings and lead phrases as
problems and measures. The order of the phases decides nothing but the order of the output.
"""

import gc
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from borderkg import reference
from borderkg.corpus import charts, profiles, sections, tables
from borderkg.corpus.document import Document
from borderkg.corpus.headings import SectionKind
from borderkg.corpus.layout import Block
from borderkg.corpus.normaliser import Text
from borderkg.corpus.page import Kind
from borderkg.corpus.sections import Placed, Reading, Section
from borderkg.extraction import restatements
from borderkg.extraction.annotation import Annotation
from borderkg.extraction.discourse import attribution
from borderkg.extraction.discourse.clauses import TOPICAL_MARKS
from borderkg.extraction.discourse.context import Modality
from borderkg.extraction.discourse.governing import Locate
from borderkg.extraction.discourse.resolver import Discourse
from borderkg.extraction.discourse.surroundings import Act, Surroundings
from borderkg.extraction.documents import enacted, instruments, numbered, official, passed_on, revised, series
from borderkg.extraction.marking import gazetteer, quantities
from borderkg.extraction.marking.memory import Memory, beginning
from borderkg.extraction.marking.recogniser import Recogniser, Sentence
from borderkg.extraction.papers import citations, coefficients, estimates, models, periods
from borderkg.extraction.papers.arguments import Arguments
from borderkg.extraction.papers.definitions import Definitions
from borderkg.extraction.papers.narration import Narration
from borderkg.extraction.papers.research import Research
from borderkg.extraction.relations import grouped, noted, opened, seats, unbuilt, universals
from borderkg.extraction.relations.inherent import Inherent
from borderkg.extraction.relations.mentions import Mentions
from borderkg.extraction.relations.reader import Read, Relations
from borderkg.extraction.rulebook import rules
from borderkg.extraction.statement import Mention, Range, Statement
from borderkg.extraction.statistics import onward
from borderkg.extraction.statistics.captions import Captions, maybe_sourced
from borderkg.extraction.statistics.course import Course
from borderkg.extraction.statistics.moments import STATIC
from borderkg.extraction.statistics.reader import Statistics
from borderkg.extraction.tables import superlatives, verdicts
from borderkg.extraction.tables.figures import Figures
from borderkg.extraction.tables.listings import Listings
from borderkg.extraction.tables.turned import upright

_HOLDERS: Final = ("Region", "Platform", "Port", "TradeZone")
_IS_THERE: Final = re.compile("现有|现已|目前|当前|已有|已经|[拥共]有|地处|位于")
"""A sentence among proposals that tells how things are."""

_READ: Final = (Kind.PARAGRAPH, Kind.ENTRY, Kind.FOOTNOTE, Kind.NOTE)
"""The kinds of block that are read sentence by sentence."""


@dataclass
class _Told:
    """What sentences tell of other places of their text: of all ports of a place, and of the figures of tables."""

    leads: set[int]
    """Where the paragraphs begin that lead to tables."""
    of_all: list[universals.Universal] = field(default_factory=list)
    of_tables: list[superlatives.Heard] = field(default_factory=list)
    spoken_of: dict[int, Mention] = field(default_factory=dict)
    """What the last sentence of each of them is about."""

    def hear(self, annotation: Annotation, mentions: Mentions, locate: Locate) -> None:
        self.of_all += universals.find(annotation, mentions, locate)
        if superlatives.MAYBE.search(annotation.text) or verdicts.MAYBE.search(annotation.text):
            self.of_tables.append((annotation, locate))

    def lead(self, block: Block, sentences: Sequence[Sentence], mentions: Mentions) -> None:
        """Note the place, zone or port that the last sentence of a paragraph speaks of first, where a table follows."""
        spans = sentences[-1].annotation.spans if sentences and block.start in self.leads else []
        named = (span.antecedents[0].span if span.label == "Topic" else span for span in spans)
        holder = next((span for span in named if span.label in _HOLDERS), None)
        if holder:
            self.spoken_of[block.start] = mentions.of(holder)[0]


class Extractor:
    def __init__(self, known: reference.Reference, book: rules.RuleBook, names: gazetteer.Gazetteer) -> None:
        self._known = known
        self._mentions = Mentions(known)
        self._recogniser = Recogniser(names, known, book)
        self._modality = modality = Modality(book.expressions)
        self._relations = Relations(book.relations, self._mentions, modality)
        self._inherent = Inherent(self._mentions, modality)
        self._listings = Listings(self._recogniser, self._mentions, self._inherent, modality)
        self._figures = Figures(names, known, self._mentions)
        self._statistics = Statistics(self._mentions, known)
        self._arguments = Arguments(book.expressions)
        self._research = Research(self._mentions)
        self._definitions = Definitions(self._mentions)

    def extract(self, document: Document) -> list[Statement]:
        """The statements of a document; offsets count code points of the file."""
        return self.extract_with_warnings(document)[0]

    def watched(self, document: Document, watch: "Watch") -> list[Statement]:
        """The statements of a document; `watch` is shown each sentence of running text as the rules see it."""
        reading = sections.read(document)
        return list(self._statements(reading, tables.tables(reading), watch))

    def extract_with_warnings(self, document: Document) -> tuple[list[Statement], list[str]]:
        """The statements of a document, and what could not be read: a table whose columns cannot be told, a chart."""
        reading = sections.read(document)
        found = tables.tables(reading)
        stated = attribution.attributed(reading, self._statements(reading, found))
        unread = [table.warning for table in found if table.warning]
        return list(stated), unread + charts.warning(charts.without_data(reading, found))

    def _statements(
        self, reading: Reading, found: list[tables.Table], watch: "Watch | None" = None
    ) -> Iterator[Statement]:
        told = _Told({table.lead.start for table in found if table.lead})
        stated = _signed(list(self._read(reading, found, told, watch)))
        stated += universals.statements(told.of_all, stated)
        stated = verdicts.noted(superlatives.noted(stated, told.of_tables), told.of_tables)
        yield from restatements.settled(
            passed_on.settled(periods.settled(unbuilt.settled(numbered.settled(seats.settled(stated)))))
        )

    def _read(
        self, reading: Reading, found: list[tables.Table], told: _Told, watch: "Watch | None"
    ) -> Iterator[Statement]:
        """What is read place by place; what sentences tell of other places of the text goes into `told`."""
        document = reading.document
        subject = Mention("Document", document.name, ())
        memory = beginning(document.text, document.bibliography.year, document.bibliography.read_from == "text")
        lost = quantities.has_lost_points(_all_text(reading))
        discourse, narration = Discourse(self._known), Narration()
        document_itself = official.find(reading, self._recogniser, self._mentions)
        if document_itself:
            yield from official.statements(document_itself, self._inherent)
            yield from official.answered(reading, self._recogniser, self._mentions)
        else:
            yield from enacted.statements(reading, self._recogniser, self._mentions, self._inherent)
        act = document_itself.act if document_itself else None
        captions = self._captions(reading, memory)
        policies: list[tuple[Mention, Range]] = []
        entry = course = Course()
        last: Block | None = None
        for placed in _entered(reading, memory):
            block, first = placed.block, placed is reading.placed[0]
            if block.kind is Kind.HEADING:
                sentences = self._recogniser.sentences(block.text.text, memory, lost)
                _announce(sentences, placed, first, discourse, captions)
                yield from _located(periods.of_heading(block.text.text, sentences), block)
            elif block.kind in _READ and not self._listings.dates(block):
                labelled = memory.part(labelled=bool(sections.run_in(block.text.text)))
                sentences = self._recogniser.sentences(block.text.text, memory, lost)
                _announce(sentences, placed, first, discourse, captions)
                course, last = onward.course_of(captions, placed, course, last), block
                if labelled and not self._entitled(block, memory, discourse):
                    discourse.labelled()
                    course.go_on_from(entry)
                entry = course if labelled else Course()
                around = self._around(subject, placed, act)
                headline = first and onward.has_headline(reading)
                period: tuple[Mention, Range] | None = None
                narration.enter()
                for sentence in sentences:
                    locate = _locator(block, sentence.offset)
                    sentence.annotation = discourse.resolve(sentence.annotation, locate)
                    if watch:
                        watch(sentence.annotation, locate)
                    policies += self._policies(sentence, locate)
                    told.hear(sentence.annotation, self._mentions, locate)
                    carried = periods.carried(around, sentence.annotation, period)
                    yield from self._sentence(sentence, carried, placed, narration)
                    period = self._period(sentence, locate) or period
                    captions.case(sentence.annotation, locate)
                    if not headline:
                        yield from self._figures_of(sentence, block, course, around)
                told.lead(block, sentences, self._mentions)
        yield from series.statements(policies)
        yield from self._of_the_whole(reading, found, subject, act, told)

    def _of_the_whole(
        self, reading: Reading, found: list[tables.Table], subject: Mention, act: Act | None, told: _Told
    ) -> Iterator[Statement]:
        """What is read in a text's tables and in its build, and not sentence by sentence."""
        document = reading.document
        for table in map(upright, found):
            rows = self._listings.about(table, document.bibliography.year)
            yield from self._figures.read(table, rows, told.spoken_of.get(table.lead.start) if table.lead else None)
            yield from self._listings.read(table, document.bibliography.year)
        yield from _estimates(reading, found, subject)
        yield from self._arguments.statements(reading, subject)
        for profile in profiles.profiles(reading):
            yield from self._listings.read(profile, document.bibliography.year)
        yield from citations.statements(reading, subject)
        yield from self._research.statements(reading, subject)
        yield from models.statements(reading, found, subject)
        yield from self._definitions.statements(reading, subject, act)

    def _captions(self, reading: Reading, memory: Memory) -> Captions:
        """For the headings of a text, with what its last line says of it."""
        captions = self._statistics.captions()
        last = reading.placed[-1].block if reading.placed else None
        if last and last.kind in _READ and (len(reading.placed) > 1 or maybe_sourced(last.text.text)):
            for sentence in self._recogniser.sentences(last.text.text, Memory(memory.published), False):
                locate = _locator(last, sentence.offset)
                captions.sourced(sentence.annotation, locate)
                if len(reading.placed) > 1:
                    captions.signed(sentence.annotation, locate)
        return captions

    def _policies(self, sentence: Sentence, locate: Locate) -> Iterator[tuple[Mention, Range]]:
        """The documents that a sentence names, each with its place in the file."""
        for span in sentence.annotation.spans:
            if span.label in ("Title", "Policy") and not span.antecedents:
                yield self._mentions.of(span)[0], locate(span.start, span.end)

    def _period(self, sentence: Sentence, locate: Locate) -> tuple[Mention, Range] | None:
        """The period that a sentence tells of last, and its place in the file."""
        told = [span for span in sentence.annotation.spans if span.label == "Period" and not span.antecedents]
        return (self._mentions.of(told[-1])[0], locate(told[-1].start, told[-1].end)) if told else None

    def _figures_of(
        self, sentence: Sentence, block: Block, course: Course, around: Surroundings
    ) -> Iterator[Statement]:
        """The figures of a sentence; among proposals those alone that name their time, last, or are told to be there."""
        there = not around.modality or _IS_THERE.search(sentence.annotation.text)
        for figure in self._statistics.read(sentence.annotation, sentence.offset, course):
            if not (there or figure.time or STATIC.search(figure.indicator)):
                continue
            yield Statement(
                subject=figure.subject,
                predicate="observation",
                object=figure.number,
                evidence=block.text.raw(*figure.evidence),
                rule=f"statistics::{figure.kind}",
                context=(*(block.text.raw(*where) for where in figure.context), *figure.raw_context),
                indicator=figure.indicator,
                time=figure.time,
                unit=figure.unit,
                qualifiers=figure.qualifiers,
            )

    def _entitled(self, block: Block, memory: Memory, discourse: Discourse) -> bool:
        """Whether the heading that runs in is a name, which the paragraph is about: 【畹町】旧名…."""
        label = self._recogniser.sentences(block.text.text[1 : sections.run_in(block.text.text) - 1], memory)
        named = bool(label) and label[0].annotation.abstract in tuple(TOPICAL_MARKS)
        if named:
            discourse.heading(label[0].annotation, _locator(block, 1))
        return named

    def _around(self, subject: Mention, placed: Placed, act: Act | None) -> Surroundings:
        section, text = placed.section, placed.block.text.text
        modality = "proposed" if section.kind is SectionKind.MEASURE else ""
        return Surroundings(subject, periods.of_lead(text) or periods.of_section(section), modality, act)

    def _sentence(
        self, sentence: Sentence, around: Surroundings, placed: Placed, narration: Narration
    ) -> Iterator[Statement]:
        reads = list(self._relations.read(sentence.annotation, around))
        reads += revised.of_names(self._inherent.read(sentence.annotation), reads)
        reads += list(opened.listed(reads, self._mentions))
        reads += list(opened.dated(reads))
        reads += numbered.read(sentence.annotation, reads, self._mentions, cites=around.act is not None)
        reads += grouped.read(sentence.annotation, self._mentions, self._modality)
        reads += noted.read(sentence.annotation, self._mentions)
        locate = _locator(placed.block, sentence.offset)
        told = narration.read(sentence.annotation, reads, self._mentions, locate)
        narrated = {read.subject.text for read in told} if told and not periods.of_section(placed.section) else set()
        under = [r for r in periods.placed_in(reads, around) if r.subject.text not in narrated]
        reads += [*(r for r in told if r.subject.text in narrated), *under]
        reads = enacted.without_sittings(revised.without_bases(reads), sentence.annotation.text)
        for statement in _located(reads, placed.block, sentence.offset, placed.section):
            if not (around.act and official.of_title(around.act, statement)):
                yield statement
        if not around.modality:
            yield from instruments.read(sentence.annotation, self._mentions, self._modality, locate)


def _announce(sentences: list[Sentence], placed: Placed, first: bool, discourse: Discourse, captions: Captions) -> None:
    """Tell of a block before its sentences are read: what a heading names, what the `first` line of a text does."""
    if not sentences:
        return
    block = placed.block
    heading, opening, locate = block.kind is Kind.HEADING, sentences[0].annotation, _locator(block, sentences[0].offset)
    if heading:
        discourse.heading(opening, locate)
        captions.heading(placed.section, opening, locate)
    else:
        captions.block([s.annotation for s in sentences], first, block.kind is Kind.PARAGRAPH, locate)
    if first:
        discourse.title(opening, locate)


def _entered(reading: Reading, memory: Memory) -> Iterator[Placed]:
    """The blocks of a text in order, each as the memory begins to read it."""
    for placed in reading.placed:
        memory.enter(line.text for line in placed.block.lines)
        yield placed


def _estimates(reading: Reading, found: list[tables.Table], subject: Mention) -> Iterator[Statement]:
    """The coefficients of regression tables, or, where there are none, of the running text."""
    told = [table for table in found if table.regression]
    if not told:
        yield from coefficients.statements(reading, subject)
        return
    text = _all_text(reading)
    sample, panel = estimates.sample_of(text), estimates.panel_of(text)
    for table in told:
        yield from estimates.read(table, subject, sample, panel)


def _signed(statements: list[Statement]) -> list[Statement]:
    """Statements, those left out that take what countries signed for a policy: 《…共同总体方案》 is an agreement then."""
    agreed = {s.subject.text for s in statements if s.subject.type == "Agreement" and s.predicate == "party"}
    told = ("appliesTo", "issuedBy", "dateIssued", "inPeriod")
    return [
        s for s in statements if s.subject.type != "Policy" or s.predicate not in told or s.subject.text not in agreed
    ]


def _located(
    reads: "Iterator[Read] | list[Read]", block: Block, offset: int = 0, section: Section | None = None
) -> Iterator[Statement]:
    """Reads of a block's text as statements with the file's offsets."""
    for read in reads:
        context = [_raw(block.text, where, offset) for where in read.context]
        if read.heading and section:
            if lead := periods.lead_in(block.text.text):
                context.append(_raw(block.text, lead, 0))
            elif heading := periods.heading_of(section):
                context.append((heading.start, heading.end))
        context += [where for where in read.raw_context if where not in context]
        yield Statement(
            subject=read.subject,
            predicate=read.predicate,
            object=read.object,
            evidence=_raw(block.text, read.evidence, offset),
            rule=read.rule,
            context=tuple(context),
            modality=read.modality,
            year=read.year,
        )


def _locator(block: Block, offset: int) -> Locate:
    """From ranges of a sentence to ranges of the file."""
    return lambda start, end: block.text.raw(start + offset, end + offset)


def _raw(text: Text, where: Range, offset: int) -> Range:
    return text.raw(where[0] + offset, where[1] + offset)


def _all_text(reading: Reading) -> str:
    return "\n".join(placed.block.text.text for placed in reading.placed if placed.block.kind is not Kind.TABLE)


@cache
def default() -> Extractor:
    """The extractor with the data and rules that ship with BorderKG."""
    made = Extractor(reference.load(), rules.load(), gazetteer.default())
    gc.freeze()  # data and rules live as long as the process: the collector need not look through them again and again
    return made


Watch = Callable[[Annotation, Locate], None]
"""Called with a sentence, its references resolved, and where its ranges lie in the file."""

Extract = Callable[[Document], list[Statement]]
"""The interface that another extractor (a language model's, say) stands behind."""
