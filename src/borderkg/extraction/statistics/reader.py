"""Figures in running text: levels, shares, growth, counts, ranks, with whose they are and when.

A sentence is read from figure to figure, as a reader does: the words before each tell what it measures, its clause whose it
is and when; what a clause leaves out holds from the figure before. A figure whose indicator or holder stays unclear gives
nothing, nor does one that is planned, hoped for or denied.
"""

import re
from collections.abc import Iterator, Sequence
from copy import copy
from typing import Final

from borderkg.extraction.annotation import Annotation
from borderkg.extraction.relations.mentions import Mentions
from borderkg.extraction.span import Span
from borderkg.extraction.statistics import (
    against,
    allowances,
    ceasing,
    checkpoints,
    counts,
    divisions,
    durations,
    figure,
    indices,
    lengths,
    meant,
    measures,
    moments,
    numbered_areas,
    openings,
    origins,
    parts,
    peopled,
    ranks,
    ratios,
    readings,
    shares,
    tallies,
    those,
    told_counts,
    views,
)
from borderkg.extraction.statistics.belonging import Belonging
from borderkg.extraction.statistics.captions import Captions
from borderkg.extraction.statistics.course import Course
from borderkg.extraction.statistics.figure import Figure, Said
from borderkg.extraction.statistics.holders import Holder, Holders
from borderkg.extraction.statistics.leads import Lead, leads
from borderkg.extraction.statistics.owners import Owners
from borderkg.extraction.statistics.passage import ASIDE, Passage, within_any
from borderkg.extraction.statistics.told_counts import Counts
from borderkg.extraction.statistics.wholes import Wholes
from borderkg.reference import Reference

_STATE: Final = re.compile("国务院|全国|我国|中央|财政部|商务部")

_IMPROVES: Final = re.compile("提升|提高|加强|增强|优化|改善|扩大|完善|推动|促进|释放|加大|盘活|拓展|强化")
"""提升运输能力: what is done, and no measure that figures behind it go on with."""

_PART_OF: Final = re.compile("(?:约|仅|就|已)*占(?!地)")
"""占全省的61%，居各口岸之首: the whole ranks nowhere."""


_AREAS: Final = re.compile(
    "[地县市州盟旗]{1,3}(?!合计|共|总)[\u4e00-\u9fff]{2,8}(?:均|都|已|首次)*(?:迈[上入过]|突破|超过?)了?"
)


_THESE: Final = re.compile("(?:以上|上述|前述|这)(?:[两三四五六七八九十]|\\d+)[个大]?[种类]")
"""以上两种贸易方式进出口额合计…: of which was told before."""


_PLACES: Final = ("Region", "Port", "Platform", "TradeZone", "Corridor", "Expo")


def _of_some(lead: Lead) -> bool:
    """Whether a level is that of each of some places that are only counted: 某省5个州市外贸额突破百亿元."""
    text = lead.passage.text
    number = next((s for s in lead.passage.spans if s.label == "Quantity" and s.end == lead.start), None)
    areas = number and _AREAS.fullmatch(lead.text)
    return bool(areas and "、" not in text[lead.passage.clause(lead.start) : lead.start])


class Statistics:
    """Reads the figures of sentences, one after another; the course goes from sentence to sentence of a paragraph."""

    def __init__(self, mentions: Mentions, known: Reference) -> None:
        self._known = known
        self._holders = Holders(mentions, known)
        around = Wholes(known)
        self._owners = Owners(self._holders, around)
        self._belonging = Belonging(self._holders, around)
        self._counts = Counts(self._belonging, self._holders.nation)

    def captions(self) -> Captions:
        """For the headings of one text."""
        return Captions(self._holders)

    def read(self, sentence: Annotation, offset: int, course: Course) -> Iterator[Figure]:
        """The figures of a sentence that begins at `offset` in its block; ranges count from the block's beginning."""
        sentence = self._entered(sentence, offset, course)
        yield from numbered_areas.read(sentence, offset, self._holders.nation.mention)
        labels = {s.label for s in sentence.spans}
        told = [s for s in sentence.spans if s.label == "Quantity"]
        regions = {s.end for s in sentence.spans if s.label == "Region"}
        others = [*ranks.ranks(sentence.text), *ratios.ratios(sentence.text), *divisions.divisions(sentence.text)]
        others += [s for s in indices.indices(sentence.text) if not within_any(s, told)]
        others = [s for s in others if s.found_by != ranks.ONLY or s.start in regions]
        if "Expo" in labels:
            course.fair = openings.of_fair(Passage(sentence, offset)) or course.fair
        heard = moments.last_year(sentence.spans, sentence.text) or openings.year_at_head(sentence.text)
        bulletin = openings.of_bulletin(sentence.text)
        course.bulletin = bulletin if bulletin.text else course.bulletin
        if not told and not others:
            course.heard = heard or course.heard
            opening = openings.opening(Passage(sentence, offset)) if "Date" in labels else moments.Moment()
            course.moment = opening if opening.text else ceasing.past_event(sentence.spans, course.moment)
            course.seen += [(offset, s) for s in sentence.spans if s.label in ("Region", "Port") and s.start < s.end]
            return
        passage = Passage(sentence, offset)
        told = sorted([*(s for s in told if not within_any(s, others)), *others], key=lambda s: s.start)
        yield from self._figures(passage, told, course)
        course.heard = heard or course.heard
        course.reached = course.reached or (moments.of_a_day(course.moment) and ceasing.tells_event(passage))

    def _entered(self, sentence: Annotation, offset: int, course: Course) -> Annotation:
        """A sentence with checkpoints read as their ports; what it brings up before any figure goes into the course."""
        if course.reached and not sentence.text.startswith("其中"):
            course.moment = moments.Moment()  # 由2013年的82%升至2022年的92%。…: what follows is of the one or the other
        course.reached = False
        course.next_sentence()
        sentence = checkpoints.as_ports(sentence, self._known)
        if station := checkpoints.last(sentence):
            mentions = self._holders.mentions(station)
            course.station = [Holder(m, (offset + station.start, offset + station.end)) for m in mentions]
        if course.station and meant.several_ports(sentence.text):
            course.station = []
        course.zone = self._belonging.zone_of(sentence.spans, offset) or course.zone
        if views.AT_HEAD.match(sentence.text):
            course.break_down()
        course.national = course.national or bool(_STATE.search(sentence.text))
        course.placed = course.placed or any(s.label in _PLACES for s in sentence.spans)
        return sentence

    def _figures(self, passage: Passage, told: Sequence[Span], course: Course) -> Iterator[Figure]:
        """The figures that stand at some spans of a sentence, in order."""
        position = 0
        main: Course | None = None
        whole: tuple[list[Holder], list[Holder], list[Holder]] | None = None
        opened = 0
        for lead in leads(passage, told):
            inside = lead.base or passage.outer[lead.figure.start] == ASIDE
            if inside and main is None:
                main, opened = copy(course), passage.offset + lead.start
            elif main and not inside:
                course.go_on_with(main, opened)
                main = None
            if not passage.asserted(lead.figure) or lengths.onward(lead):
                position = lead.figure.end
                continue
            one_of = told_counts.ONE_OF.match(
                passage.text, lead.figure.end
            )  # the sentence goes on about what was spoken of
            if whole and not lead.text.lstrip(",").startswith("占"):
                course.back_to(whole)
                whole = None
            spoken = (course.holders, course.single, course.region) if one_of else None
            whole = (course.holders, course.single, course.region) if parts.of_class(lead) else whole
            if lead.turn == 0:
                self._note(lead, position, course)
            said_of = self._compared(lead, course) or self._said(lead, course)
            for said in said_of:
                yield from figure.told(lead, said, course)
                course.figures, position = (
                    (course.figures, position) if spoken else (course.figures + 1, lead.figure.end)
                )
            if spoken:
                course.holders, course.single, course.region = spoken
        if whole:
            course.back_to(whole)

    # What stands before a figure

    def _note(self, lead: Lead, position: int, course: Course) -> None:
        """Take up whose a figure is, when, and what was brought up since the figure before, which ends at `position`."""
        passage = lead.passage
        before = list(passage.clauses(position, lead.start - 1)) if lead.start > position else []
        self._owners.note(lead, position, before, course)
        self._note_moment(lead, position, course)
        for begin, end in reversed(before):
            if (begin == position and origins.passed(passage, position)) or _PART_OF.match(passage.text, begin):
                continue
            found = measures.introduced(passage, begin, end, lead.quantity.unit)
            found = None if found and _IMPROVES.match(found.text) else found
            if passage.text.startswith((":", "("), end):
                found = measures.indicator(passage, begin, end, lead.quantity.unit) or found
            if those.largest(passage.text[begin:end]) and lead.quantity.unit != "%":
                course.measure((), None)
            if brought_up := tallies.brought_up(passage.text[begin:end]):
                course.noun, course.kind = brought_up, "count"
            if people := peopled.brought_up(passage.text[begin:end]):
                course.measure((people,), passage.at(begin, end))
            elif course.names and shares.alone(passage.text[begin:end]):
                course.share, course.kind = tuple(f"{name}占比" for name in course.names), "share"
            elif shares.again(passage.text[begin:end]) and course.share:
                course.kind = "share"
            elif part := shares.of_nation(passage, begin, end):
                course.measure((part,), None)
                course.share, course.kind = (f"{part}占全国的比重",), "share"
            elif told := shares.of_whole(passage, begin, end, course.names):
                course.share, course.kind = told, "share"
            elif found:
                part = shares.brought_up(found.text)
                course.measure((part,) if part else found.names, passage.at(found.start, found.end))
                if part:
                    course.share, course.kind = (f"{part}占全国的比重",), "share"
        if "同比" in passage.text[position : lead.end]:
            course.yearly = True

    def _note_moment(self, lead: Lead, position: int, course: Course) -> None:
        passage = lead.passage
        position = moments.past_aside(passage, position, lead.start)
        together = moments.joined(passage, position, lead.stop) or moments.each_year(
            passage, position, lead.stop, lead.of
        )
        if together or lead.of == 1:
            course.moments = together
        begin = min(lead.start, max(position, passage.clause(lead.end)))
        census = moments.of_census(passage, position, lead.stop)
        held = course.local
        own = moments.of_clause(passage, begin, lead.stop) or census
        course.census = census.text if census else course.census
        course.dated, course.local = own is not None, None
        earlier = moments.of_clauses_before(passage, position, lead.start - 1, lead.words) if lead.start else None
        if own and (same := against.same_period(passage, own, course.moment)) is not own:
            course.local = same
            return
        if own is None and (before := against.of_year_before(passage.text[begin : lead.end], course.moment)):
            course.local, course.dated = before, True
            return
        behind = moments.behind(passage, lead.figure.end)
        if behind:
            course.local, course.dated = behind, True
            return
        course.reached = course.reached or bool(own and held and ceasing.reaching(lead.words))
        if own and own.where and moments.starting(lead.words):
            outer = moments.of_clause(passage, begin, own.where[0] - passage.offset)
            course.local, course.moment = own, outer or earlier or course.moment
            return
        kept = course.reached and earlier is None and ceasing.KEPT.search(lead.text)
        yearly = held is not None and not held.text and earlier is None  # 年均进口9万吨、货值2亿元
        yearly = (yearly and ";" not in passage.text[position : lead.start]) or bool(kept)
        yearly = yearly or durations.over_some_years(passage.text, begin, lead.stop)
        if own is None and (yearly or moments.every_year(lead.text, earlier or course.moment)):
            course.local = moments.Moment()
            return
        if over := moments.over_years(lead.text, own or (held if not earlier else None), course.moment):
            course.local = over
            return
        begin = max(position, lead.start - 4)
        relative = moments.relative(
            passage.text[position if not course.figures else begin : lead.end],
            passage.around(lead.end)[max(0, lead.start - 1) if course.figures else position : lead.end],
            course.moment,
            next((m for m in (course.caption.moment, course.bulletin) if m.text), moments.Moment(course.heard)),
        )
        if relative and passage.inner[: lead.end].count("(") > passage.inner[: lead.end].count(")"):
            course.local = relative
            return
        found = own or (relative if earlier and relative and not earlier.text else earlier or relative)
        if found is not None:
            course.moment, course.timed = found, course.timed or bool(found.text)

    # What a figure says

    def _compared(self, lead: Lead, course: Course) -> list[Said]:
        """较2021年的52亿元下降: a level of the time before, of what the sentence speaks of."""
        unit = lead.quantity.unit
        than = moments.compared(lead.passage, lead.start, lead.end)
        if than is None or counts.UNIT.match(unit):
            return []
        found = measures.indicator(lead.passage, lead.start, than[0], unit)
        if found:
            course.measure(found.names, lead.passage.at(found.start, found.end))
            course.unit, course.kind = unit, "level"
        time = against.same_period(lead.passage, than[1], course.moment).text
        alike = measures.family(course.unit) == measures.family(unit)
        names = course.share if course.kind == "share" and unit == "%" else course.names if alike else ()
        return [Said(name, lead.quantity.number, unit, course.kind, time) for name in names]

    def _said(self, lead: Lead, course: Course) -> Iterator[Said]:
        unit = lead.quantity.unit
        if _THESE.search(lead.passage.text, lead.passage.clause(lead.start), lead.end):
            course.measure((), None)
            return iter(())
        if allowed := allowances.read(lead, course, self._holders.nation):
            return iter(allowed)
        if (
            _of_some(lead)
            or durations.sooner(lead.text, unit)
            or (unit == "位" and ranks.of_several(lead.passage.text[: lead.end]))
        ):
            return iter(())
        counted = counts.UNIT.match(unit)
        return self._counts.read(lead, course) if counted else readings.read(lead, course)
