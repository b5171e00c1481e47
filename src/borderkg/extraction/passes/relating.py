"""The third pass: what stands in what relation, by the rules, by names, and by what goes before in a paragraph."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from borderkg.corpus.headings import SectionKind
from borderkg.corpus.page import Kind
from borderkg.corpus.sections import Placed
from borderkg.extraction.annotation import MARKS, Annotation
from borderkg.extraction.discourse.context import Modality
from borderkg.extraction.discourse.governing import Locate
from borderkg.extraction.discourse.surroundings import Act, Surroundings
from borderkg.extraction.documents import enacted, instruments, numbered, official, revised, series
from borderkg.extraction.papers import periods
from borderkg.extraction.papers.narration import Narration
from borderkg.extraction.passes.marked import Marked
from borderkg.extraction.passes.told import Told
from borderkg.extraction.relations import grouped, noted, opened, told_as_ports
from borderkg.extraction.relations.inherent import Inherent, without_other_parties
from borderkg.extraction.relations.mentions import Mentions
from borderkg.extraction.relations.read import Read
from borderkg.extraction.relations.reader import Relations
from borderkg.extraction.statement import Mention, Range, Statement
from borderkg.extraction.values import Time
from borderkg.records import replace


@dataclass(frozen=True)
class Readers:
    """What reads relations from a sentence."""

    mentions: Mentions
    modality: Modality
    relations: Relations
    inherent: Inherent


class Relating:
    def __init__(self, readers: Readers, subject: Mention, act: Act | None) -> None:
        """`subject` is the document itself, `act` what it enacts if it is an official one."""
        self._readers, self._mentions = readers, readers.mentions
        self._subject, self._act = subject, act
        self._narration = Narration()
        self._policies: list[tuple[Mention, Range]] = []

    def read(self, run: Sequence[Marked], told: Told) -> Iterator[list[list[Statement]]]:
        """For each block the statements of its sentences, one list for each; a heading has one list. What sentences tell of
        other places of the text goes into `told`."""
        for marked in run:
            if marked.heading:
                reads = periods.of_heading(marked.block.text.text, marked.sentences)
                yield [list(_located(reads, marked.placed))]
            else:
                yield list(self._paragraph(marked, told))

    def of_the_whole(self) -> Iterator[Statement]:
        """What the documents that the text names say together: which follows which."""
        return series.statements(self._policies)

    def _paragraph(self, marked: Marked, told: Told) -> Iterator[list[Statement]]:
        around = self._around(marked.placed)
        period: tuple[Mention, Range] | None = None
        held: tuple[Time, Range] | None = None
        self._narration.enter()
        for sentence, annotation, locate in marked.each():
            self._policies += self._documents(annotation, locate)
            told.hear(annotation, self._mentions, locate)
            carried = periods.carried(around, annotation, period)
            if held and not _ELSEWHEN.match(annotation.text):
                carried = replace(carried, held=held)
            yield list(self._sentence(annotation, sentence.offset, locate, carried, marked.placed))
            period = self._period(annotation, locate) or period
            held = _held(annotation, locate)
        told.lead(marked, self._mentions)

    def _around(self, placed: Placed) -> Surroundings:
        text = placed.block.text.text
        period = periods.of_lead(text) or periods.of_section(placed.section)
        return Surroundings(
            self._subject, period, "proposed" if placed.section.kind is SectionKind.MEASURE else "", self._act
        )

    def _sentence(
        self, annotation: Annotation, offset: int, locate: Locate, around: Surroundings, placed: Placed
    ) -> Iterator[Statement]:
        readers, mentions = self._readers, self._mentions
        reads = list(readers.relations.read(annotation, around))
        reads += revised.of_names(readers.inherent.read(annotation), reads)
        reads = without_other_parties(reads)
        reads += list(opened.listed(reads, mentions))
        reads += list(opened.dated(reads))
        reads += numbered.read(annotation, reads, mentions, cites=around.act is not None)
        reads += grouped.read(annotation, mentions, readers.modality)
        reads += noted.read(annotation, mentions)
        reads = told_as_ports.settled(reads)
        told = self._narration.read(annotation, reads, mentions, locate)
        narrated = {read.subject.text for read in told} if told and not periods.of_section(placed.section) else set()
        under = [r for r in periods.placed_in(reads, around) if r.subject.text not in narrated]
        reads += [*(r for r in told if r.subject.text in narrated), *under]
        reads = enacted.without_sittings(revised.without_bases(reads), annotation.text)
        for statement in _located(reads, placed, offset):
            if not (around.act and official.of_title(around.act, statement)):
                yield statement
        if not around.modality:
            yield from instruments.read(annotation, mentions, readers.modality, locate)

    def _documents(self, annotation: Annotation, locate: Locate) -> Iterator[tuple[Mention, Range]]:
        """The documents that a sentence names, each with its place in the file."""
        for span in annotation.spans:
            if span.label in ("Title", "Policy") and not span.antecedents:
                yield self._mentions.of(span)[0], locate(span.start, span.end)

    def _period(self, annotation: Annotation, locate: Locate) -> tuple[Mention, Range] | None:
        """The period that a sentence tells of last, and its place in the file."""
        told = [span for span in annotation.spans if span.label == "Period" and not span.antecedents]
        return (self._mentions.of(told[-1])[0], locate(told[-1].start, told[-1].end)) if told else None


_MET: Final = re.compile(
    f"[^{MARKS['Date']}]*{MARKS['Date']}(?![至到—~-])[^{MARKS['Date']}]*?(?:举行|召开|举办|会谈|会晤|会见|访问|访华|抵达|出席)"
)
_NOT_MET: Final = re.compile("将|拟|计划|推迟|取消|未|原定|预定|如果|此前")
"""A meeting that is only to be held, or was not: it dates nothing that a text tells behind it."""

_DAYS: Final = re.compile("[至到—~]")
"""6月14日至15日: on which day something was signed is not said."""

_ELSEWHEN: Final = re.compile(
    "[^,;。:]{0,4}(?:此前|在此之前|早前|之后|此后|后来|随后|近年|近期|日前|目前|迄今|至今|截至)|在?(?:前|历|最近)[一二两三四五六七八九十几]?[次届]"
)
"""What a sentence begins with that is not of the day that the one before tells."""


def _held(annotation: Annotation, locate: Locate) -> tuple[Time, Range] | None:
    """The day on which a sentence says that people met, and where it stands; None where it tells another day too."""
    dates = [span for span in annotation.spans if span.label == "Date"]
    if len(dates) != 1 or not _MET.match(annotation.abstract) or _NOT_MET.search(annotation.abstract):
        return None
    value = dates[0].value
    if not isinstance(value, Time) or not value.is_date or value.relative or _DAYS.search(dates[0].text):
        return None
    return value, locate(dates[0].start, dates[0].end)


def _located(reads: Iterable[Read], placed: Placed, offset: int = 0) -> Iterator[Statement]:
    """Reads of a sentence that begins at `offset` of its block, as statements with the file's offsets."""
    text, section = placed.block.text, placed.section
    for read in reads:
        context = [text.raw(start + offset, end + offset) for start, end in read.context]
        if read.heading and placed.block.kind is not Kind.HEADING:
            if lead := periods.lead_in(text.text):
                context.append(text.raw(*lead))
            elif heading := periods.heading_of(section):
                context.append((heading.start, heading.end))
        context += [where for where in read.raw_context if where not in context]
        start, end = read.evidence
        yield Statement(
            subject=read.subject,
            predicate=read.predicate,
            object=read.object,
            evidence=text.raw(start + offset, end + offset),
            rule=read.rule,
            context=tuple(context),
            modality=read.modality,
            year=read.year,
        )
