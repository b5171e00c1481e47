"""The extractor: what one document says, phase after phase.

Headings tell what a section is about and which period; paragraphs and footnotes are read sentence by sentence by the
relation rules, by what names say themselves, and by the statistics; tables cell by cell; headings and lead phrases as
problems and measures. The order of the phases decides nothing but the order of the output.
"""

import gc
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain, zip_longest
from typing import Final

from borderkg import reference
from borderkg.corpus import charts, profiles, sections, tables
from borderkg.corpus.document import Document
from borderkg.corpus.page import Kind
from borderkg.corpus.sections import Reading
from borderkg.extraction import restatements, salvage
from borderkg.extraction.annotation import Annotation
from borderkg.extraction.discourse import attribution
from borderkg.extraction.discourse.context import Modality
from borderkg.extraction.discourse.governing import Locate
from borderkg.extraction.discourse.resolver import Discourse
from borderkg.extraction.discourse.surroundings import Act
from borderkg.extraction.documents import enacted, numbered, official, passed_on, treaties
from borderkg.extraction.marking import gazetteer, quantities
from borderkg.extraction.marking.memory import Memory, beginning
from borderkg.extraction.marking.recogniser import Recogniser
from borderkg.extraction.papers import abstracts, citations, coefficients, estimates, models, periods, proposals
from borderkg.extraction.papers.arguments import Arguments
from borderkg.extraction.papers.definitions import Definitions
from borderkg.extraction.papers.research import Research
from borderkg.extraction.passes.marked import locator
from borderkg.extraction.passes.marking import READ, Marking
from borderkg.extraction.passes.measuring import Measuring
from borderkg.extraction.passes.relating import Readers, Relating
from borderkg.extraction.passes.resolving import resolve
from borderkg.extraction.passes.told import Told
from borderkg.extraction.relations import seats, unbuilt, universals
from borderkg.extraction.relations.inherent import Inherent
from borderkg.extraction.relations.mentions import Mentions
from borderkg.extraction.relations.reader import Relations
from borderkg.extraction.rulebook import rules
from borderkg.extraction.statement import Mention, Statement
from borderkg.extraction.statistics.captions import Captions, maybe_sourced
from borderkg.extraction.statistics.reader import Statistics
from borderkg.extraction.tables import superlatives, verdicts
from borderkg.extraction.tables.figures import Figures
from borderkg.extraction.tables.listings import Listings
from borderkg.extraction.tables.turned import upright

_RUN: Final = 200
"""Sentences that go through the passes together: the expressions and tables of a pass are more than a processor keeps at hand
beside those of the others (docs/speed.md)."""

_COLLECTED: Final = 20_000, 20, 20
"""After how many new objects the collector looks for those that hold each other. The reading makes hardly any; by Python's own
700 it looks ten times in each text, and now and then through all patterns compiled since."""


class Extractor:
    def __init__(self, known: reference.Reference, book: rules.RuleBook, names: gazetteer.Gazetteer) -> None:
        self._known = known
        self._mentions = Mentions(known)
        self._recogniser = Recogniser(names, known, book)
        modality = Modality(book.expressions)
        relations = Relations(book.relations, self._mentions, modality)
        self._inherent = Inherent(self._mentions, modality)
        self._events = {rule.id for rule in book.relations if rule.event}
        self._readers = Readers(self._mentions, modality, relations, self._inherent)
        self._listings = Listings(self._recogniser, self._mentions, self._inherent, modality)
        self._figures = Figures(names, known, self._mentions)
        self._statistics = Statistics(self._mentions, known)
        self._arguments = Arguments(book.expressions)
        self._research = Research(self._mentions)
        self._definitions = Definitions(self._mentions)

    def extract(self, document: Document) -> list[Statement]:
        """The statements of a document; offsets count code points of the file."""
        return self._extract(sections.read(document))[0]

    def watched(self, document: Document, watch: "Watch") -> list[Statement]:
        """The statements of a document; `watch` is shown each sentence of running text as the rules see it, and shown it
        again where a paragraph at which the reading fails has to be left out."""

        def read(reading: Reading) -> list[Statement]:
            return list(self._statements(reading, tables.tables(reading), watch))

        return salvage.salvaged(sections.read(document), read)[0] or []

    def extract_with_warnings(self, document: Document) -> tuple[list[Statement], list[str]]:
        """The statements of a document, and what could not be read: a table whose columns cannot be told, a chart, a
        paragraph at which the reading itself fails."""
        made, failed = salvage.salvaged(sections.read(document), self._extract)
        stated, unread = made or ([], [])
        return stated, unread + failed

    def _extract(self, reading: Reading) -> tuple[list[Statement], list[str]]:
        found = tables.tables(reading)
        stated = attribution.attributed(reading, self._statements(reading, found))
        unread = [table.warning for table in found if table.warning]
        return list(stated), unread + charts.warning(charts.without_data(reading, found))

    def _statements(
        self, reading: Reading, found: list[tables.Table], watch: "Watch | None" = None
    ) -> Iterator[Statement]:
        told = Told({table.lead.start for table in found if table.lead})
        stated = proposals.settled(_signed(list(self._read(reading, found, told, watch))), self._events)
        stated += universals.statements(told.of_all, stated)
        stated = abstracts.settled(verdicts.noted(superlatives.noted(stated, told.of_tables), told.of_tables), reading)
        yield from restatements.settled(
            passed_on.settled(periods.settled(unbuilt.settled(numbered.settled(seats.settled(stated)))))
        )

    def _read(
        self, reading: Reading, found: list[tables.Table], told: Told, watch: "Watch | None"
    ) -> Iterator[Statement]:
        """What is read place by place; what sentences tell of other places of the text goes into `told`."""
        document = reading.document
        subject = Mention("Document", document.name, ())
        memory = beginning(document.text, document.bibliography.year, document.bibliography.read_from == "text")
        lost = quantities.has_lost_points(_all_text(reading))
        document_itself = official.find(reading, self._recogniser, self._mentions)
        if document_itself:
            yield from official.statements(document_itself, self._inherent)
        else:
            yield from enacted.statements(reading, self._recogniser, self._mentions, self._inherent)
            yield from treaties.statements(reading, self._recogniser, self._mentions, self._inherent)
            yield from official.passed_down(reading, self._recogniser, self._mentions)
        yield from official.answered(reading, self._recogniser, self._mentions)
        act = document_itself.act if document_itself else None
        marking = Marking(self._recogniser, memory, lost, self._listings.dates)
        discourse, relating = Discourse(self._known), Relating(self._readers, subject, act)
        measuring = Measuring(self._statistics, self._captions(reading, memory), reading)
        for run in marking.runs(reading, 1 if watch else _RUN):
            resolve(run, discourse)
            if watch:
                for _, annotation, locate in chain.from_iterable(m.each() for m in run if not m.heading):
                    watch(annotation, locate)
            related, measured = list(relating.read(run, told)), list(measuring.read(run))
            for of_block in zip(related, measured, strict=True):
                for of_sentence in zip_longest(*of_block, fillvalue=()):
                    yield from chain.from_iterable(of_sentence)
        yield from relating.of_the_whole()
        yield from self._of_the_whole(reading, found, subject, act, told)

    def _of_the_whole(
        self, reading: Reading, found: list[tables.Table], subject: Mention, act: Act | None, told: Told
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
        if last and last.kind in READ and (len(reading.placed) > 1 or maybe_sourced(last.text.text)):
            for sentence in self._recogniser.sentences(last.text.text, Memory(memory.published), False):
                locate = locator(last, sentence.offset)
                captions.sourced(sentence.annotation, locate)
                if len(reading.placed) > 1:
                    captions.signed(sentence.annotation, locate)
        return captions


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


def _all_text(reading: Reading) -> str:
    return "\n".join(placed.block.text.text for placed in reading.placed if placed.block.kind is not Kind.TABLE)


@cache
def default() -> Extractor:
    """The extractor with the data and rules that ship with BorderKG."""
    made = Extractor(reference.load(), rules.load(), gazetteer.default())
    gc.freeze()  # data and rules live as long as the process: the collector need not look through them again and again
    gc.set_threshold(*_COLLECTED)
    return made


Watch = Callable[[Annotation, Locate], None]
"""Called with a sentence, its references resolved, and where its ranges lie in the file."""

Extract = Callable[[Document], list[Statement]]
"""The interface that another extractor (a language model's, say) stands behind."""
