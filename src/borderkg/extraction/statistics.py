"""Figures in running text: levels, shares, growth, counts, ranks, with whose they are and when.

A sentence is read from figure to figure, as a reader does: the words before each tell what it measures, its clause whose it
is and when; what a clause leaves out holds from the figure before. A figure whose indicator or holder stays unclear gives
nothing, nor does one that is planned, hoped for or denied.
"""

import re
from collections.abc import Iterator, Sequence

from borderkg.extraction import counts, figure, holders, measures, moments, ranks, ratios, readings, shares
from borderkg.extraction.annotation import Annotation
from borderkg.extraction.course import Course
from borderkg.extraction.figure import Figure, Said
from borderkg.extraction.holders import GOVERNED, Holder, Holders
from borderkg.extraction.leads import Lead, leads
from borderkg.extraction.mentions import Mentions
from borderkg.extraction.moments import Moment
from borderkg.extraction.passage import HOLDING, Passage
from borderkg.extraction.span import Span
from borderkg.extraction.statement import Range
from borderkg.reference import Reference


class Statistics:
    """Reads the figures of sentences, one after another; the course goes from sentence to sentence of a paragraph."""

    def __init__(self, mentions: Mentions, known: Reference) -> None:
        self._holders = Holders(mentions, known)

    def heading(self, annotation: Annotation) -> Moment:
        """The year that a heading names, for 全年 and 年末 below it."""
        dates = moments.dated(Passage(annotation, 0), 0, len(annotation.text))
        times = [moments.of(Passage(annotation, 0), span).text for span in dates]
        return Moment(times[0][:4]) if len(times) == 1 and "/" not in times[0] else Moment()

    def read(self, sentence: Annotation, offset: int, course: Course) -> Iterator[Figure]:
        """The figures of a sentence that begins at `offset` in its block; ranges count from the block's beginning."""
        course.next_sentence()
        told = [s for s in sentence.spans if s.label == "Quantity"]
        others = [*ranks.ranks(sentence.text), *ratios.ratios(sentence.text)]
        if not told and not others:
            return
        passage = Passage(sentence, offset)
        told = sorted([*(s for s in told if not _within_any(s, others)), *others], key=lambda s: s.start)
        position = 0
        for lead in leads(passage, told):
            if not passage.asserted(lead.figure):
                position = lead.figure.end
                continue
            if lead.turn == 0:
                self._note(lead, position, course)
            for said in self._said(lead, course):
                yield from figure.told(lead, said, course)
                course.figures += 1
                position = lead.figure.end

    # What stands before a figure

    def _note(self, lead: Lead, position: int, course: Course) -> None:
        """Take up whose a figure is, when, and what was brought up since the figure before, which ends at `position`."""
        passage = lead.passage
        before = list(passage.clauses(position, lead.start - 1)) if lead.start > position else []
        self._note_holder(lead, position, before, course)
        self._note_moment(lead, position, course)
        for begin, end in reversed(before):
            found = measures.introduced(passage, begin, end)
            if shares.again(passage.text[begin:end]) and course.share:
                course.kind = "share"
            elif found:
                part = shares.brought_up(found.text)
                course.measure((part,) if part else found.names, passage.at(found.start, found.end))
                if part:
                    course.share, course.kind = (f"{part}占全国的比重",), "share"
        if "同比" in passage.text[position : lead.end]:
            course.yearly = True

    def _note_holder(self, lead: Lead, position: int, before: Sequence[Range], course: Course) -> None:
        passage = lead.passage
        clause = passage.clause(lead.end)
        if self._counts_names(lead) or (readings.FORMER.search(lead.text) and course.recent(2)):
            return
        several = [g for g in holders.groups(passage, position, lead.end) if len(g) > 1]
        if several:
            course.group = [holder for span in several[-1] for holder in self._holders.of(span, passage)]
        found = self._holders.named(passage, lead.start, lead.end)
        if not found and holders.of_group(passage.text[clause : lead.end]) and len(course.group) > 1:
            found = course.group
        for begin, end in before:
            found = found or self._holders.named(passage, begin, end, at_head=True)
        if not found and not course.figures and not self._goes_on(lead, course):
            found = self._left_out(lead)
        course.holders = found or course.holders
        if len(course.holders) == 1:
            course.single = course.holders

    def _left_out(self, lead: Lead) -> list[Holder]:
        passage = lead.passage
        if re.search(r"口岸(?:进出|货运|出入|过货|客运)", lead.text):
            port = self._holders.left_out(passage, lead.start, lead.end, ("Port",))
            if port:
                return port
        whole = re.search(r"全[省区市州县]", lead.text)
        found = self._holders.left_out(passage, lead.start, lead.end, ("Region",) if whole else HOLDING)
        return found or ([self._holders.nation] if "中央财政" in lead.text else [])

    @staticmethod
    def _goes_on(lead: Lead, course: Course) -> bool:
        """Whether a sentence goes on about the holder of the one before: it leaves out the indicator as well, or counts
        what only a region can have."""
        if not course.holders:
            return False
        counts_on = counts.UNIT.match(lead.quantity.unit) and all(h.mention.type in GOVERNED for h in course.holders)
        return (
            bool(counts_on)
            or shares.again(lead.passage.text[: lead.end])
            or (bool(course.names) and measures.elided(lead.words))
        )

    @staticmethod
    def _counts_names(lead: Lead) -> bool:
        """其中凭祥、龙州2个为边境县: the names are what is counted, not what the figure is of."""
        listed = list(holders.groups(lead.passage, lead.start, lead.end))
        return bool(
            listed
            and counts.UNIT.match(lead.quantity.unit)
            and listed[-1][-1].end == lead.end
            and len(listed[-1]) == lead.quantity.number
            and len(listed) == 1
        )

    def _note_moment(self, lead: Lead, position: int, course: Course) -> None:
        passage = lead.passage
        together = moments.joined(passage, position, lead.end)
        if together or lead.of == 1:
            course.moments = together
        begin = min(lead.start, max(position, passage.clause(lead.end)))
        own = moments.of_clause(passage, begin, lead.end)
        course.dated, course.local = own is not None, None
        earlier = moments.of_clauses_before(passage, position, lead.start - 1, lead.words) if lead.start else None
        if own and own.where and moments.starting(lead.words):
            outer = moments.of_clause(passage, begin, own.where[0] - passage.offset)
            course.local, course.moment = own, outer or earlier or course.moment
            return
        begin = max(position, lead.start - 4)
        relative = moments.relative(
            passage.text[position if not course.figures else begin : lead.end],
            passage.around(lead.end)[max(0, lead.start - 1) : lead.end],
            course.moment,
            course.heading,
        )
        if relative and passage.inner[: lead.end].count("(") > passage.inner[: lead.end].count(")"):
            course.local = relative
            return
        found = own or earlier or relative
        if found is not None:
            course.moment = found

    # What a figure says

    def _said(self, lead: Lead, course: Course) -> Iterator[Said]:
        counted = counts.UNIT.match(lead.quantity.unit)
        return self._count(lead, course) if counted else readings.read(lead, course)

    def _count(self, lead: Lead, course: Course) -> Iterator[Said]:
        counted = counts.counted(lead.passage, lead.figure, lead.start, course.noun)
        if counted is None:
            return
        passage, unit = lead.passage, lead.quantity.unit
        own: list[Holder] = course.holders
        if counted.noun.endswith("省区"):
            own = [self._holders.nation]
        elif counted.governed:
            own = self._governing(lead, course)
        if not own:
            return
        course.noun, course.kind = counted.noun, "count"
        unit = "个" if unit in ("省区", "省(区)", "县", "市", "省", "州", "旗", "国") else unit
        name = counted.noun.replace("〔", "(").replace("〕", ")") + "数量"
        course.measure((name,), passage.at(min(counted.start, lead.end), max(counted.end, lead.end)))
        course.unit = unit
        yield Said(
            name, lead.quantity.number, unit, "count", None, counts.evidence(passage, lead.figure, counted), tuple(own)
        )

    def _governing(self, lead: Lead, course: Course) -> list[Holder]:
        """The region or country that has what is counted: that of the clause, else the last spoken of, else the nation
        where a national body or word stands before."""
        passage = lead.passage
        body = next((s for s in reversed(passage.spans) if s.label == "Organization" and s.end <= lead.end), None)
        if body and not _named_after(course.holders, passage.offset + body.start):
            return [self._holders.nation]
        if course.holders and all(h.mention.type in GOVERNED for h in course.holders):
            return course.holders
        found = self._holders.left_out(passage, lead.start, lead.end, GOVERNED)
        return found or ([self._holders.nation] if counts.national(passage, lead.figure) else [])


def _named_after(several: Sequence[Holder], position: int) -> bool:
    return any(holder.where and holder.where[0] > position for holder in several)


def _within_any(span: Span, others: Sequence[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)
