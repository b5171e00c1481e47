"""Figures in running text: levels, shares, growth, counts, ranks, with whose they are and when.

A sentence is read from figure to figure, as a reader does: the words before each tell what it measures, its clause whose it
is and when; what a clause leaves out holds from the figure before. A figure whose indicator or holder stays unclear gives
nothing, nor does one that is planned, hoped for or denied.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from borderkg.extraction import counts, growth, holders, measures, moments, ranks, shares
from borderkg.extraction.annotation import Annotation
from borderkg.extraction.course import Course, Level
from borderkg.extraction.holders import GOVERNED, Holder, Holders
from borderkg.extraction.mentions import Mentions
from borderkg.extraction.moments import Moment
from borderkg.extraction.passage import HOLDING, TIME, Passage
from borderkg.extraction.span import Span
from borderkg.extraction.statement import Mention, Range
from borderkg.extraction.values import Quantity
from borderkg.reference import Reference

_LISTED: Final = re.compile(r"[、,]|和|与|及|以及|\([^()]*\)[、和]")
_SEPARATELY: Final = re.compile(r"分别|依次|各为")
_RANGE: Final = re.compile(r"至|到|[—~-]")
_FORMER: Final = re.compile(r"(?:前|后)者")
_SEVERAL: Final = re.compile(r"[两二]项?(?:指标|数据|数字|者)")
_FROM: Final = re.compile(r"(?:由|从)$")
_TO: Final = re.compile(r"(?:到|至|为)了?(?:约|近|不足|超过?)?$")
_THAN_THEN: Final = re.compile(rf"(?:不足|超过|是|为|相当于){TIME}+的$")
"""不足2019年的一半: compared with another time."""

_BEHIND: Final = re.compile(r"的(?P<noun>(?:陆地)?(?:边境线|国境线|边界线|海岸线|岸线)|(?:土地|国土)?面积)")
"""2981公里的边境线."""

_NO_RATE: Final = re.compile(r"的?(?:显著|置信|水平(?!的)|概率|税率|关税)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure read in a sentence; ranges are positions in its block, those of `raw_context` in the file."""

    subject: Mention
    indicator: str
    number: Decimal
    unit: str
    time: str
    evidence: Range
    context: tuple[Range, ...]
    raw_context: tuple[Range, ...]
    qualifiers: dict[str, object]
    kind: str


@dataclass(frozen=True, slots=True)
class _Lead:
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

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class _Said:
    """What a figure says: an indicator and its value."""

    indicator: str
    number: Decimal
    unit: str
    kind: str
    time: str | None = None
    """Where it is not the time of the clause."""
    evidence: Range | None = None
    holders: tuple[Holder, ...] | None = None


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
        others = list(ranks.ranks(sentence.text))
        if not told and not others:
            return
        passage = Passage(sentence, offset)
        told = sorted([*(s for s in told if not _within_any(s, others)), *others], key=lambda s: s.start)
        position = 0
        for lead in _leads(passage, _ranges(passage, told)):
            if not passage.asserted(lead.figure):
                position = lead.figure.end
                continue
            if lead.turn == 0:
                self._note(lead, position, course)
            for said in self._said(lead, course):
                yield from _figures(lead, said, course)
                course.figures += 1
                position = lead.figure.end

    # What stands before a figure

    def _note(self, lead: _Lead, position: int, course: Course) -> None:
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

    def _note_holder(self, lead: _Lead, position: int, before: Sequence[Range], course: Course) -> None:
        passage = lead.passage
        clause = passage.clause(lead.end)
        if self._counts_names(lead) or (_FORMER.search(lead.text) and course.recent(2)):
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

    def _left_out(self, lead: _Lead) -> list[Holder]:
        passage = lead.passage
        if re.search(r"口岸(?:进出|货运|出入|过货|客运)", lead.text):
            port = self._holders.left_out(passage, lead.start, lead.end, ("Port",))
            if port:
                return port
        whole = re.search(r"全[省区市州县]", lead.text)
        found = self._holders.left_out(passage, lead.start, lead.end, ("Region",) if whole else HOLDING)
        return found or ([self._holders.nation] if "中央财政" in lead.text else [])

    @staticmethod
    def _goes_on(lead: _Lead, course: Course) -> bool:
        """Whether a sentence goes on about the holder of the one before: it leaves out the indicator as well, or counts
        what only a region can have."""
        if not course.holders:
            return False
        counts_on = counts.UNIT.match(lead.quantity.unit) and all(h.mention.type in GOVERNED for h in course.holders)
        return bool(counts_on) or shares.again(lead.passage.text[: lead.end]) or (bool(course.names) and measures.elided(lead.words))

    @staticmethod
    def _counts_names(lead: _Lead) -> bool:
        """其中凭祥、龙州2个为边境县: the names are what is counted, not what the figure is of."""
        listed = list(holders.groups(lead.passage, lead.start, lead.end))
        return bool(
            listed
            and counts.UNIT.match(lead.quantity.unit)
            and listed[-1][-1].end == lead.end
            and len(listed[-1]) == lead.quantity.number
            and len(listed) == 1
        )

    def _note_moment(self, lead: _Lead, position: int, course: Course) -> None:
        passage = lead.passage
        together = moments.joined(passage, position, lead.end)
        if together or lead.of == 1:
            course.moments = together
        own = moments.of_clause(passage, min(lead.start, max(position, passage.clause(lead.end))), lead.end)
        course.dated, course.local = own is not None, None
        if own and moments.starting(lead.words):
            course.local = own
            return
        earlier = moments.of_clauses_before(passage, position, lead.start - 1, lead.words) if lead.start else None
        begin = max(position, lead.start - 4)
        relative = moments.relative(
            passage.text[position if not course.figures else begin : lead.end], passage.around(lead.end)[max(0, lead.start - 1) : lead.end], course.moment, course.heading
        )
        if relative and passage.inner[: lead.end].count("(") > passage.inner[: lead.end].count(")"):
            course.local = relative
            return
        found = own or earlier or relative
        if found is not None:
            course.moment = found

    # What a figure says

    def _said(self, lead: _Lead, course: Course) -> Iterator[_Said]:
        unit = lead.quantity.unit
        if unit in ("位", "番", "倍"):
            yield from self._rank(lead, course) if unit == "位" else self._multiple(lead, course)
        elif counts.UNIT.match(unit):
            yield from self._count(lead, course)
        elif unit in ("个百分点", "百分点", "‰"):
            yield from self._points(lead, course) if unit != "‰" else ()
        elif unit == "%":
            yield from self._percentage(lead, course)
        else:
            yield from self._level(lead, course)

    def _indicator(self, lead: _Lead, end: int, unit: str, course: Course) -> tuple[str, ...]:
        """The indicator before a position: named, or left out and held from before; nothing where neither is clear."""
        if lead.turn and lead.of == len(course.names):
            return course.names
        found = measures.indicator(lead.passage, lead.start, end, unit)
        words = lead.words[: end - lead.start]
        again = measures.said_again(words)
        if again:
            course.measure(course.again(again if again.endswith("额") else ""), None)
            return course.names
        if found:
            course.measure(found.names, lead.passage.at(found.start, found.end))
            return found.names
        former = _FORMER.search(lead.text)
        if former or _SEVERAL.search(lead.passage.text, 0, lead.end) and lead.of == 2:
            two = course.recent(2)
            course.measure([two[former[0] == "后者"]] if former else two, None) if two else None
            return course.names if two else ()
        average = re.search(r"[日月]均", words)
        if average and measures.elided(words.replace(average[0], "")):
            return tuple(average[0] + name for name in course.names)
        return course.names if measures.elided(words) else ()

    def _level(self, lead: _Lead, course: Course) -> Iterator[_Said]:
        change = growth.read(lead.words, course.yearly)
        unit = lead.quantity.unit
        behind = _BEHIND.match(lead.passage.text, lead.figure.end)
        if behind:
            where = lead.passage.at(lead.figure.start, behind.end())
            yield _Said(behind["noun"], lead.quantity.number, unit, "level", evidence=where)
            return
        if change:
            yield from self._difference(lead, course, change)
            return
        total = course.names
        same = not course.unit or measures.family(course.unit) == measures.family(unit)
        part = re.sub(r"^.*?(?:其中|[,;])", "", lead.text) if course.figures and course.kind in ("level", "growth") else ""
        names = self._indicator(lead, lead.end, unit, course)
        if names is total and not same:
            return
        if part in ("进口", "出口") and len(total) == 1 and same and "进出口" in total[0]:
            names = (measures.part_of(total[0], part),)
            course.measure(names, course.named_at)
        elif not names and "其中" in lead.passage.text[: lead.end] and len(total) == 1 and same and re.fullmatch(r"[\u4e00-\u9fff]{2,6}", part):
            yield _Said(measures.part_of(total[0], part), lead.quantity.number, unit, "level")
            return
        if not names and re.fullmatch(r"\(", lead.passage.text[lead.start - 1 : lead.start]) and not lead.text:
            names = ("面积",) if "平方" in unit else ()
        if not names:
            return
        course.unit, course.kind = unit, "level"
        for name in names if lead.of != len(names) or lead.of == 1 else (names[lead.turn],):
            yield _Said(name, lead.quantity.number, unit, "level")

    def _difference(self, lead: _Lead, course: Course, change: growth.Change) -> Iterator[_Said]:
        """比上年减少20万人: of the level that was told in the same unit."""
        names = self._indicator(lead, lead.start + change.start, lead.quantity.unit, course)
        if change.bare or measures.family(course.unit) != measures.family(lead.quantity.unit):
            return
        for name in names:
            yield _Said(name + "变动", _signed(lead.quantity.number, change.falls), lead.quantity.unit, "growth")

    def _points(self, lead: _Lead, course: Course) -> Iterator[_Said]:
        """占全国的比重下降1.1个百分点."""
        change = growth.read(lead.words.replace("占", " "), course.yearly)
        if change is None:
            return
        end = lead.start + change.start
        named, _ = shares.read(lead.passage, lead.start, end, course.names)
        names = named or self._indicator(lead, end, "%", course)
        for name in names:
            yield _Said(name + "变动", _signed(lead.quantity.number, change.falls), lead.quantity.unit, "growth")

    def _rank(self, lead: _Lead, course: Course) -> Iterator[_Said]:
        scope = ranks.scope(lead.figure.text)
        names = self._indicator(lead, lead.end, "", course)
        if "均" in lead.text and course.levels[course.told :]:
            part = lead.passage.offset + lead.passage.text.rfind(";", 0, lead.end)
            told = [v.indicator for v in course.levels[course.told :] if v.at > part and "占" not in v.indicator]
            names = tuple(dict.fromkeys(told))
        for name in names or (course.names if re.search(r"规模|总量|连续", lead.text) else ()):
            yield _Said(f"{name}{scope}排名", lead.quantity.number, "位", "rank")

    def _multiple(self, lead: _Lead, course: Course) -> Iterator[_Said]:
        if lead.quantity.unit == "番":
            base: str | None = growth.doubled_from(lead.text)
        else:
            base = growth.multiple_of(lead.text)
        if base is None:
            return
        names = self._indicator(lead, lead.start, "", course)
        if not names and _FORMER.search(lead.text):
            names = self._indicator(lead, lead.end, "%", course)
        for name in names or course.names[-1:]:
            of = f"为{base}的倍数" if base else "增长倍数"
            times = course.times(name, whole=True)
            span = f"{times[0][:4]}/{times[-1][:4]}" if not base and len(times) > 1 else None
            yield _Said(name + of, lead.quantity.number, "倍", "multiple", span)

    def _percentage(self, lead: _Lead, course: Course) -> Iterator[_Said]:
        if _NO_RATE.match(lead.passage.text, lead.figure.end) or _THAN_THEN.search(lead.words):
            return
        number = lead.quantity.number
        if lead.turn and course.kind == "share":
            yield from self._several(course.share, number, lead)
            return
        change = course.change if lead.turn and course.kind == "growth" else growth.read(lead.words, course.yearly)
        if growth.of_share(lead.words):
            return
        if shares.again(lead.text) and course.share:
            named: tuple[str, ...] = course.share
        elif change:
            named = ()
        else:
            named, part = shares.read(lead.passage, lead.start, lead.end, course.names)
            if part:
                course.measure(part.names, lead.passage.at(part.start, part.end))
        if named:
            course.share, course.kind = named, "share"
            yield from self._several(named, number, lead)
            return
        if change:
            yield from self._growth(lead, course, change)
            return
        if measures.elided(lead.words) and course.kind == "share" and course.share:
            yield from self._several(course.share, number, lead)
            return
        total = course.names
        names = self._indicator(lead, lead.end, "%", course)
        if names is total and course.unit not in ("", "%"):
            return  # a percentage of what was no percentage
        course.kind, course.unit = "level", "%"
        yield from self._several(names, number, lead)

    def _several(self, names: tuple[str, ...], number: Decimal, lead: _Lead) -> Iterator[_Said]:
        """The indicators that a percentage is of: each, or by 分别 one after another."""
        paired = names if lead.of != len(names) or lead.of == 1 else (names[lead.turn],)
        for name in paired:
            yield _Said(name, number, "%", "share" if "占" in name else "level")

    def _growth(self, lead: _Lead, course: Course, change: growth.Change) -> Iterator[_Said]:
        names = course.names if lead.turn else self._indicator(lead, lead.start + change.start, "", course)
        course.change, course.names = change, names or course.names
        names = names if lead.of != len(names) or lead.of == 1 else (names[lead.turn],)
        course.kind = "growth"
        for name in names:
            if re.search(r"(?:比重|占比|份额|比例)$", name):
                continue
            time: str | None = None
            times = course.times(name) if len(course.times(name)) > 1 else course.times(name, whole=True)
            if change.yearly and len(times) > 1 and "/" not in course.moment.text:
                ends = sorted((times[-1][:4], times[-2][:4]))
                time = "/".join(ends)
            if change.since and "/" not in course.moment.text:
                end = course.moment.year if course.moment.year != change.since else ""
                time = f"{change.since}/{end}" if end else None
            named = growth.without_rate(name) + change.rate
            yield _Said(named, _signed(lead.quantity.number, change.falls), "%", "growth", time)

    def _count(self, lead: _Lead, course: Course) -> Iterator[_Said]:
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
        yield _Said(
            name, lead.quantity.number, unit, "count", None, counts.evidence(passage, lead.figure, counted), tuple(own)
        )

    def _governing(self, lead: _Lead, course: Course) -> list[Holder]:
        """The region or country that has what is counted: that of the clause, else the last spoken of, else the nation
        where a national body or word stands before."""
        passage = lead.passage
        body = next((s for s in reversed(passage.spans) if s.label == "Organization" and s.end <= lead.end), None)
        if body and not holders_after(course.holders, passage.offset + body.start):
            return [self._holders.nation]
        if course.holders and all(h.mention.type in GOVERNED for h in course.holders):
            return course.holders
        found = self._holders.left_out(passage, lead.start, lead.end, GOVERNED)
        return found or ([self._holders.nation] if counts.national(passage, lead.figure) else [])


def holders_after(several: Sequence[Holder], position: int) -> bool:
    return any(holder.where and holder.where[0] > position for holder in several)


def _signed(number: Decimal, falls: bool) -> Decimal:
    return -abs(number) if falls else number


def _within_any(span: Span, others: Sequence[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


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


def _leads(passage: Passage, figures: Sequence[Span]) -> Iterator[_Lead]:
    """What leads to each figure. Values listed one after the other share it."""
    runs: list[list[Span]] = []
    for span in figures:
        last = runs[-1][-1] if runs else None
        if last and _unit(last) == _unit(span) and _LISTED.fullmatch(passage.text[last.end : span.start]):
            runs[-1].append(span)
        else:
            runs.append([span])
    position = 0
    for run in runs:
        start = max(passage.clause(run[0].start), position)
        for turn, span in enumerate(run):
            if isinstance(span.value, Quantity):
                yield _Lead(passage, span, span.value, start if not turn else run[turn - 1].end, turn, len(run))
        position = run[-1].end


def _unit(span: Span) -> str:
    return measures.family(span.value.unit) if isinstance(span.value, Quantity) else ""


def _figures(lead: _Lead, said: _Said, course: Course) -> Iterator[Figure]:
    """A figure for each holder that a value is of, with its time and evidence."""
    owners = _owners(lead, said, course)
    moment = _moment(lead, said, course)
    if moment is None:
        return
    evidence = said.evidence or _evidence(lead, course)
    for owner in owners:
        if said.kind in ("level", "share", "count"):
            course.levels.append(Level(owner.mention.text, said.indicator, moment.text, evidence[0]))
        places = [owner.where, moment.where if moment.text else None, course.named_at]
        context = tuple(dict.fromkeys(r for r in places if r and not _within(r, evidence)))
        yield Figure(
            subject=owner.mention,
            indicator=said.indicator.replace("〔", "(").replace("〕", ")"),
            number=said.number,
            unit=said.unit,
            time=moment.text,
            evidence=evidence,
            context=context,
            raw_context=(owner.raw,) if owner.raw else (),
            qualifiers=_qualifiers(lead.quantity),
            kind=said.kind,
        )


def _owners(lead: _Lead, said: _Said, course: Course) -> Sequence[Holder]:
    """Those that a value is of: in a list of values the one in its turn, of several together their union."""
    several = said.holders or course.holders
    if len(several) < 2:
        return several
    if lead.of == len(several):
        return several[lead.turn : lead.turn + 1]
    if holders.TOGETHER.search(lead.text[-8:]):
        course.holders = [holders.union(several)]
        return course.holders
    return several


def _moment(lead: _Lead, said: _Said, course: Course) -> Moment | None:
    """The time of a figure; None where the text tells two figures of two times and does not say which."""
    if said.time is not None:
        return Moment(said.time, course.moment.where)
    if lead.of == len(course.moments):
        return course.moments[lead.turn]
    moment = course.local or course.moment
    if moments.STATIC.search(said.indicator) and not course.dated:
        return Moment()
    if said.kind == "growth" or course.local:
        return moment
    before = lead.text
    first, last = _FROM.search(before), _TO.search(before)
    ends = moment.text.split("/") if "/" in moment.text and len(moment.text) == 9 else course.ends()
    if first:
        return Moment(ends[0], moment.where) if len(ends) == 2 else Moment() if not moment.text else None
    if last and len(ends) == 2 and ends[0] in course.started:
        return Moment(ends[1], moment.where)
    return moment


def _evidence(lead: _Lead, course: Course) -> Range:
    begin, end = lead.passage.at(lead.start, lead.figure.end)
    begin += len(lead.text) - len(lead.text.lstrip("、,和与及"))
    if lead.turn and course.named_at and 0 < begin - course.named_at[0] <= 60:
        begin = course.named_at[0]
    elif course.named_at and begin < course.named_at[0] < end:
        begin = course.named_at[0]
    return begin, end


def _within(inner: Range, outer: Range) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _qualifiers(quantity: Quantity) -> dict[str, object]:
    found: dict[str, object] = {}
    if quantity.low is not None and quantity.high is not None:
        found.update(low=_number(quantity.low), high=_number(quantity.high))
    if quantity.comparator:
        found["comparator"] = quantity.comparator
    if quantity.modifier:
        found["modifier"] = quantity.modifier
    if quantity.words:
        found["verbal"] = quantity.words
    if quantity.doubtful:
        found["doubtful"] = "decimal point read from a blank"
    return found


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
