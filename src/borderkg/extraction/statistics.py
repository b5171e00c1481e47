"""Figures in running text: levels, shares, growth, counts, with what they are of and when.

A sentence is read from figure to figure, as a reader does: the words before each tell what it measures; the place and the
time that stand last hold until others come, and so does the indicator where it is left out (…由1992年的…增至2019年的…，年均
增长…；广西增长18%、甘肃增长12%). A figure whose indicator or subject stays unclear gives nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from borderkg.extraction import measures as m
from borderkg.extraction.annotation import Annotation
from borderkg.extraction.mentions import Mentions
from borderkg.extraction.span import Span
from borderkg.extraction.statement import Mention, Range
from borderkg.extraction.values import Quantity, Time
from borderkg.reference import Reference

Subject = tuple[Mention, Range | None]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure read in a sentence; ranges are positions in its text."""

    subject: Mention
    indicator: str
    number: Decimal
    unit: str
    time: str
    evidence: Range
    context: tuple[Range, ...]
    qualifiers: dict[str, object]
    kind: str


@dataclass
class Carried:
    """What holds from figure to figure, and from sentence to sentence of a paragraph."""

    subjects: list[Subject] = field(default_factory=list)
    group: list[Subject] = field(default_factory=list)
    """The places last named together, for 两地 and the like."""
    time: str = ""
    time_at: Range | None = None
    times: list[str] = field(default_factory=list)
    """The years of the figures of this sentence, for the span that a yearly rate is over."""
    base: str = ""
    base_at: Range | None = None
    share: str = ""
    unit: str = ""
    """Of the last level."""
    current: str = ""
    """The kind of the last figure: level, share, growth."""
    yearly: bool = False
    """同比 was said before: 同比降幅超六成，新疆下降72%."""

    own_base: bool = False
    """The indicator stands in this sentence."""
    before: tuple[str, Range | None] = ("", None)
    """The time of the sentence before: it holds where the indicator is left out too."""

    def next_sentence(self) -> None:
        self.before = (self.time, self.time_at) if self.time else self.before
        self.time, self.time_at, self.times, self.own_base, self.yearly = "", None, [], False, False


_PLACES: Final = ("Region", "Country", "TradeZone", "Port", "Platform")
_PREPOSED: Final = re.compile(r"(?:占|与|同|较|比|从|由|至|到|经|除|向|对|于|赴|往|距|离|毗邻|来自|面向)$")
_IN: Final = re.compile(r"(?:在|占)$")
_ADVERB: Final = re.compile(
    r"^(?:近年来|目前|当前|其中|同时|此外|另外|例如|如|比如|总体来看|整体而言|从[^,]{1,6}看|尤其是?|特别是|以|虽然|尽管|由于|随着|在|值得注意的是|可见|的|,)+"
)
_COUNT_UNITS: Final = re.compile(
    r"(?:万|千)?(?:个|家|条|座|项|种|处|所|类|批|对|次|届|场|片|大|支|份|部|只|株|期|省区|省\(区\)|省|县|市|州|旗|国)$"
)


@dataclass(frozen=True, slots=True)
class _Scene:
    """A sentence as it is read here: its text with short brackets made plain, its spans, its place in the block."""

    text: str
    spans: list[Span]
    offset: int

    def at(self, start: int, end: int) -> Range:
        """A range of the sentence, counted from the block's beginning."""
        return self.offset + start, self.offset + end


class Statistics:
    """Reads the figures of sentences, one after another; `carried` goes from sentence to sentence of a paragraph."""

    def __init__(self, mentions: Mentions, known: Reference) -> None:
        self._mentions = mentions
        self._china = next(i for i in known.individuals.values() if i.value("isoCode") == "CN" and i.type == "Country")

    def read(self, sentence: Annotation, offset: int, carried: Carried) -> Iterator[Figure]:
        """The figures of a sentence that begins at `offset` in its block; ranges count from the block's beginning."""
        carried.next_sentence()
        annotation = _Scene(m.plain(sentence.text), sentence.spans, offset)
        figures = [s for s in annotation.spans if s.label == "Quantity" and isinstance(s.value, Quantity)]
        position = 0
        together: list[Subject] = []
        turn = 0
        for span in figures:
            gap = annotation.text[position : span.start]
            separately = bool(m.SEPARATELY.search(gap))
            listed = re.fullmatch(r"(?:[、,]|和|与|及|以及|\([^()]*\)[、和])?", gap) is not None
            if not listed:
                self._note(annotation, position, span.start, carried)
                together, turn = (carried.subjects, 0) if separately and len(carried.subjects) > 1 else ([], 0)
            elif together:
                turn += 1
            subjects = [together[turn]] if together and turn < len(together) else carried.subjects
            yield from self._figure(annotation, span, position, carried, subjects, listed)
            position = span.end
        self._note(annotation, position, len(annotation.text), carried)

    # What stands before a figure

    def _note(self, annotation: "_Scene", start: int, end: int, carried: Carried) -> None:
        """Take up the places, times and indicators between two figures."""
        spans = [s for s in annotation.spans if start <= s.start and s.end <= end]
        fallback: list[Subject] = []
        acting = False
        for group in _groups(annotation, [s for s in spans if s.label in _PLACES and s.individuals]):
            subjects: list[Subject] = [
                (mention, annotation.at(s.start, s.end)) for s in group for mention in self._mentions.of(s)
            ]
            carried.group = subjects
            verdict = self._acts(annotation, group, start, end)
            if verdict:
                carried.subjects, acting = subjects, True
            elif verdict is None:
                fallback = subjects
        if start == 0 and fallback and not acting:
            carried.subjects = fallback  # …影响沿边地区的旅游，2020年收入…: the place that the sentence is about
        text = annotation.text[start:end]
        if m.GROUP_OF.search(text) and len(carried.group) > 1:
            carried.subjects = carried.group
        for span in spans:
            time = span.value
            if span.label == "Date" and isinstance(time, Time) and time.start and not _names_plan(annotation, span):
                if re.match(r"(?:以来|以前|之前)", annotation.text[span.end :]) and carried.time:
                    continue
                carried.time, carried.time_at = time.text, annotation.at(span.start, span.end)
        if "同比" in text:
            carried.yearly = True
        if m.SHARE_AGAIN.search(text) and carried.share:
            carried.current = "share"
        elif re.search(r"全国占比|在全国的?占比", text) and carried.base:
            carried.share, carried.current = f"{carried.base}占全国的比重", "share"
        for clause in re.finditer(r"[^,;:。!?()]+", text):
            words = self._indicator(annotation, start + clause.start(), start + clause.end())
            if words is not None and clause.end() < len(text):
                self._take(annotation, carried, words)
                carried.current = "level"
                carried.base = re.sub(
                    r"(?:在|占)(?:全国|我国)[^的]*的?(?:所占)?(?:比重|占比|份额|比例)$", "", carried.base
                )
                share = re.search(
                    r"^(?P<base>[^占在]{2,16}?)(?:在|占)(?P<whole>全国[^的]{0,10})?(?:中)?的?(?:所占)?(?:比重|占比|份额|比例)",
                    words.text,
                )
                if share:
                    carried.base = share["base"].rstrip("的")
                    carried.share, carried.current = f"{carried.base}占全国的比重", "share"

    def _take(self, annotation: "_Scene", carried: Carried, words: m.Words) -> None:
        carried.base, carried.base_at, carried.own_base = words.text, annotation.at(words.start, words.end), True

    def _acts(self, annotation: "_Scene", group: list[Span], start: int, end: int) -> bool | None:
        """Whether a group of places is what the clause speaks of: no preposition before it, and not a mere enumeration.
        None where it is something else that the clause names."""
        first, last = group[0], group[-1]
        before = annotation.text[max(0, first.start - 4) : first.start]
        after = annotation.text[last.end : last.end + 6]
        if after.startswith("等") or (
            first.text == "全国" and re.match(r"占比|各|范围|平均|人大|第[一二三]|首|唯一|性", after)
        ):
            return False
        if _PREPOSED.search(before) or re.search(r"(?:根据|按照|参照|依据|公布的|与|和)$", before):
            return False
        if _IN.search(before) and not re.match(r"(?:的|全|中|进|外|总|对|G|利|实|货|共|有|设)", after):
            return False
        if _IN.search(before) and re.search(r"占比|比重|份额", annotation.text[last.end : end]):
            return False
        text = annotation.text
        clause_start = max(text.rfind(mark, 0, first.start) for mark in ",;:。(") + 1
        clause_end = min((k for mark in ",;:。)" if (k := text.find(mark, last.end)) >= 0), default=len(text))
        names = [s for s in annotation.spans if clause_start <= s.start and s.end <= clause_end and s.label in _PLACES]
        rest = "".join(
            c
            for k, c in enumerate(text[clause_start:clause_end], clause_start)
            if not any(s.start <= k < s.end for s in names)
        )
        if not re.search(r"[\u4e00-\u9fffA-Za-z\d]", re.sub(r"等|其中", "", rest)):
            return text[clause_end : clause_end + 1] == "," and clause_start == 0  # an enumeration is no subject
        dated = [s for s in annotation.spans if s.label == "Date" and clause_start <= s.start < first.start]
        lead = "".join(
            c
            for k, c in enumerate(text[clause_start : first.start], clause_start)
            if not any(s.start <= k < s.end for s in dated)
        )
        if m.HEAD_NOISE.sub("", _ADVERB.sub("", lead)) == "":
            return True
        if re.search(r"(?:为|是|把|将|使|让|成为|称)$", before):
            return False
        return True if "," not in text[last.end : end] else None

    def _indicator(self, annotation: "_Scene", start: int, end: int) -> m.Words | None:
        """The indicator that a clause names last before `end`; the runs of words between places and times are tried from
        the right."""
        marks = [
            s
            for s in annotation.spans
            if start <= s.start and s.end <= end and s.label in (*_PLACES, "Date", "Quantity")
        ]
        edges = [start, *(s.end for s in marks)]
        stops = [*(s.start for s in marks), end]
        for begin, stop in zip(reversed(edges), reversed(stops), strict=True):
            words = m.measure(annotation.text[begin:stop], begin)
            if words:
                return words
            run = re.match(
                r"(?P<np>[^,;:]{2,20}?)(?=却|已|创|实现|增长|大幅|快速|稳步|持续|平稳|呈|不断|虽|迅速|逐步|再|进一步|从|由)",
                annotation.text[begin:stop],
            )
            if run and (words := m.measure(run["np"], begin)):
                return words
        return None

    # Figures

    def _figure(
        self, annotation: "_Scene", span: Span, position: int, carried: Carried, subjects: list[Subject], listed: bool
    ) -> Iterator[Figure]:
        quantity = span.value
        if not isinstance(quantity, Quantity):
            return
        gap = annotation.text[position : span.start]
        clause = position + max(gap.rfind(mark) for mark in ",;:。(") + 1
        words = annotation.text[clause : span.start]
        if _COUNT_UNITS.match(quantity.unit):
            yield from self._count(annotation, span, quantity, clause, carried, subjects)
        elif quantity.unit in ("个百分点", "百分点", "倍", "‰"):
            return
        elif quantity.unit == "%":
            yield from self._percentage(annotation, span, quantity, clause, words, carried, subjects, listed)
        else:
            yield from self._level(annotation, span, quantity, clause, words, carried, subjects)

    def _level(
        self,
        annotation: "_Scene",
        span: Span,
        quantity: Quantity,
        clause: int,
        words: str,
        carried: Carried,
        subjects: list[Subject],
    ) -> Iterator[Figure]:
        found = self._indicator(annotation, clause, span.start)
        growth = None if m.LEVEL_CHANGE.search(words) else m.GROWTH.search(words)
        if growth:
            return  # 增加了3亿元: a difference, not a level
        if found:
            self._take(annotation, carried, found)
        if not carried.base:
            return
        carried.current, carried.unit = "level", quantity.unit
        for base in _split(carried.base):
            yield from self._emit(annotation, span, quantity, quantity.unit, base, carried, subjects, "level")

    def _percentage(
        self,
        annotation: "_Scene",
        span: Span,
        quantity: Quantity,
        clause: int,
        words: str,
        carried: Carried,
        subjects: list[Subject],
        listed: bool,
    ) -> Iterator[Figure]:
        if (re.search(r"年的$", words) and not re.search(r"\d", span.text)) or re.match(
            r"的?(?:显著|置信|水平|概率|税率|关税)", annotation.text[span.end :]
        ):
            return
        if listed and carried.current == "share" and carried.share:
            yield from self._emit(annotation, span, quantity, "%", carried.share, carried, subjects, "share")
            return
        growth = None if m.LEVEL_CHANGE.search(words) else m.GROWTH.search(words)
        share = (
            self._share(annotation, clause, words, carried)
            if not (growth and "占" not in growth[0]) or m.SHARE_AGAIN.search(words)
            else ()
        )
        if share:
            carried.current, carried.share = "share", share[0]
            for indicator in share:
                yield from self._emit(annotation, span, quantity, "%", indicator, carried, subjects, "share")
            return
        if growth and not re.search(r"占比|比重", words):
            yield from self._growth(annotation, span, quantity, clause, growth, carried, subjects)
            return
        left = m.HEAD_NOISE.sub("", words)
        bare = re.fullmatch(m.VERB.pattern.rstrip("$"), left) is not None or not left.strip()
        if bare and carried.current == "level" and carried.unit not in ("", "%"):
            return  # a percentage of what was no percentage
        if (bare or listed or re.search(r"\d年的$|期的$", words)) and carried.current:
            indicator = carried.share if carried.current == "share" else carried.base
            if indicator:
                yield from self._emit(annotation, span, quantity, "%", indicator, carried, subjects, carried.current)
            return
        found = self._indicator(annotation, clause, span.start)
        if found:
            self._take(annotation, carried, found)
            carried.current = "level"
            for base in _split(found.text):
                yield from self._emit(annotation, span, quantity, "%", base, carried, subjects, "level")
        elif carried.current == "share" and m.VERB.search(words):
            yield from self._emit(annotation, span, quantity, "%", carried.share, carried, subjects, "share")

    def _share(self, annotation: "_Scene", clause: int, words: str, carried: Carried) -> tuple[str, ...]:
        """The indicators of a share (several where several are joined); nothing where the words speak of none."""
        if m.SHARE_AGAIN.search(words) and carried.share:
            return (carried.share,)
        match = m.SHARE_IN.search(words) or m.SHARE.search(words)
        bare = m.SHARE_BARE.search(words)
        if match is None and bare is None:
            return ()
        start = match.start() if match else bare.start() if bare else 0
        found = self._indicator(annotation, clause, clause + start)
        if found and not re.match(r"(?:其|该|这)", found.text):
            self._take(annotation, carried, found)
        whole = (match["whole"] if match else "").strip("的中")
        inner = re.match(
            r"(?P<area>沿边[\u4e00-\u9fff\d()]*?(?:地区|省区|省\(区\))|全国|[\u4e00-\u9fff]{2,6}?(?:地区|省|区))(?P<base>[\u4e00-\u9fff]{2,12})$",
            whole,
        )
        if inner and m.MEASURE.search(inner["base"]) and not found:
            carried.base = inner["base"] if not m.NATION.match(whole) else carried.base
            whole = inner["area"] if not m.NATION.match(whole) else whole
        if bare and not whole:
            whole = bare["nation"] or ""
            return tuple(f"{base}占{whole}的比重" if whole else f"{base}占比" for base in _split(carried.base))
        nation = m.NATION.match(whole)
        if nation:
            rest = whole[nation.end() :].strip("的")
            of = {"我国": "全国", "中国": "全国"}.get(nation[0], nation[0])
            own = rest if not m.WHOLE_ALONE.match(rest) and m.MEASURE.search(rest) and not found else ""
            bases = (own,) if own and (not carried.base or not found) else _split(carried.base)
            if own and carried.base and not found:
                bases = (own,)
            return tuple(f"{base}占{of}的比重" for base in bases if base)
        return tuple(f"{base}占{whole}的比重" for base in _split(carried.base) if base and whole)

    def _growth(
        self,
        annotation: "_Scene",
        span: Span,
        quantity: Quantity,
        clause: int,
        growth: "re.Match[str]",
        carried: Carried,
        subjects: list[Subject],
    ) -> Iterator[Figure]:
        found = self._indicator(annotation, clause, clause + growth.start())
        if found:
            self._take(annotation, carried, found)
        if not carried.base or re.search(r"(?:比重|占比|份额|比例)$", carried.base):
            return
        lead = growth["lead"] or growth[0]
        yearly = bool(re.search(r"年均|平均每年|年平均|每年", growth[0]))
        same = bool(re.search(r"同比|上年|去年|上一年|前?一年", lead)) or carried.yearly
        rate = "年均增长率" if yearly else "同比增长率" if same else "增长率"
        fall = growth["verb"] in m.FALLS
        number = -abs(quantity.number) if fall else quantity.number
        time = carried.time
        if yearly and len(carried.times) >= 2 and "/" not in time:
            time = f"{carried.times[0][:4]}/{carried.times[-1][:4]}"
        since = re.search(r"(?:较|比|与)(?P<year>(?:19|20)\d\d)年", growth[0])
        if since and "/" not in time:
            end = next(
                (
                    t
                    for t in [*reversed(carried.times), _before(annotation, clause + growth.start())]
                    if t and t[:4] != since["year"]
                ),
                "",
            )
            time = f"{since['year']}/{end[:4]}" if end else time
        for base in _split(carried.base):
            name = re.sub(r"(?:同比|年均)?(?:增长率|增速|增幅)$", "", base) + rate
            yield from self._emit(
                annotation, span, quantity, "%", name, carried, subjects, "growth", number=number, time=time
            )

    def _count(
        self,
        annotation: "_Scene",
        span: Span,
        quantity: Quantity,
        clause: int,
        carried: Carried,
        subjects: list[Subject],
    ) -> Iterator[Figure]:
        counted = self._counted(annotation, span, clause)
        if counted is None or quantity.unit in ("大", "次", "类", "种", "批", "届", "期", "国"):
            return
        noun, where = counted
        noun = noun.replace("〔", "(").replace("〕", ")")
        if noun in ("省(区)", "省区"):
            if not re.search(r"沿边|边境|边疆|接壤", annotation.text[max(0, span.start - 16) : span.start]):
                return
            noun, subjects = "沿边省区", []
        becomes = re.match(
            r"[^,;。]{0,4}?为(?P<kind>沿边开放城市|边境开放城市|[\u4e00-\u9fff]{0,8}口岸)", annotation.text[where[1] :]
        )
        if becomes:
            noun, where = becomes["kind"], (where[0], where[1] + becomes.end())
        unit = quantity.unit
        if unit in ("省区", "省(区)", "国", "县", "市", "省", "州", "旗"):
            unit = "个"
        body = next((s for s in reversed(annotation.spans) if s.label == "Organization" and s.end <= span.start), None)
        if body is not None and not any(w and w[0] > annotation.offset + body.start for _, w in subjects):
            subjects = []
        national = [(Mention("Country", self._china.label_zh, (), (self._china,)), None)]
        evidence = annotation.at(min(span.start, where[0]), max(span.end, where[1]))
        chosen: list[Subject] = (
            subjects if len(subjects) == 1 else (subjects if subjects and m.SEPARATELY.search(annotation.text) else [])
        )
        yield from self._emit(
            annotation,
            span,
            quantity,
            unit,
            noun + "数量",
            carried,
            chosen or list(national),
            "count",
            evidence=evidence,
        )

    def _counted(self, annotation: "_Scene", span: Span, clause: int) -> tuple[str, Range] | None:
        """What is counted: the kind or noun right behind the number, or (水运口岸139个) before it."""
        following = annotation.text[span.end :]
        if m.NOT_COUNTED.match(following):
            return None
        border = re.match(r"(?:国家|邻国|国)?(?:陆地|陆上|相邻)?(?:接壤|毗邻|相邻|为邻|交界)|(?:陆上)?邻国", following)
        if border and re.search(r"[国个]", span.text):
            return "接壤国家", (span.end, span.end + border.end())
        for other in annotation.spans:
            if other.start == span.end and other.label in ("PlatformKind", "PortKind", "PlaceKind"):
                name = other.concept.label_zh if other.concept and other.label == "PlatformKind" else other.text
                return name, (other.start, other.end)
        match = m.COUNT_NOUN.match(following)
        if match and not re.match(r"的", annotation.text[span.end + match.end() :]):
            return match["noun"], (span.end, span.end + match.end())
        before = annotation.text[clause : span.start]
        verb = m.VERB.search(before)
        stop = clause + (verb.start() if verb else len(before))
        for other in annotation.spans:
            if other.end == stop and other.label in ("PlatformKind", "PortKind", "PlaceKind"):
                return other.text, (other.start, other.end)
        tail = re.search(
            r"[\u4e00-\u9fff]{2,10}(?:口岸|城市|合作区|试验区|企业|园区|县|互市点|通道)$", annotation.text[clause:stop]
        )
        return (tail[0], (clause + tail.start(), stop)) if tail and not following[:1].strip("、,。;)和及") else None

    def _emit(
        self,
        annotation: "_Scene",
        span: Span,
        quantity: Quantity,
        unit: str,
        indicator: str,
        carried: Carried,
        subjects: list[Subject],
        kind: str,
        *,
        number: Decimal | None = None,
        time: str | None = None,
        evidence: Range | None = None,
    ) -> Iterator[Figure]:
        said = carried.time if time is None else time
        when = carried.time_at
        if not said and kind != "count" and not carried.own_base:
            said, when = carried.before
        if "/" not in said and said:
            carried.times.append(said)
        if time is None and "/" in said and kind != "growth":
            said = _end_of_span(annotation, span, said, carried)
        if evidence is None:
            begin, end = annotation.at(span.start, span.end)
            if carried.base_at and carried.base_at[0] < begin <= carried.base_at[0] + 60:
                begin = carried.base_at[0]
            evidence = (begin, end)
        qualifiers = _qualifiers(quantity)
        indicator = indicator.replace("〔", "(").replace("〕", ")")
        if len(subjects) > 1 and m.TOGETHER.search(annotation.text[max(0, span.start - 12) : span.start]):
            subjects = carried.subjects = [_union(subjects)]
        for mention, where in subjects:
            ranges = [r for r in (where, when, carried.base_at) if r and not _within(r, evidence)]
            yield Figure(
                mention,
                indicator,
                quantity.number if number is None else number,
                unit,
                said,
                evidence,
                tuple(dict.fromkeys(ranges)),
                dict(qualifiers),
                kind,
            )


def _groups(annotation: "_Scene", places: list[Span]) -> Iterator[list[Span]]:
    """Places joined by 、 and 和 stand together."""
    group: list[Span] = []
    for span in places:
        if group and not re.fullmatch(
            r"[、和与及]|以及|、?(?:和|以及)|\([^()]*\)[、和与及]?", annotation.text[group[-1].end : span.start]
        ):
            yield group
            group = []
        group.append(span)
    if group:
        yield group


def _split(base: str) -> tuple[str, ...]:
    """现汇收入和现汇支出: two indicators joined; 进出口 and 贸易和投资额 are one."""
    parts = re.split(r"[和与及、]", base)
    if len(parts) > 1 and all(len(part) >= 3 and m.MEASURE.search(part) for part in parts):
        return tuple(parts)
    return (base,)


def _before(annotation: "_Scene", position: int) -> str:
    """The date that stands last before a position."""
    dated = [s.value for s in annotation.spans if s.label == "Date" and s.end <= position and isinstance(s.value, Time)]
    return dated[-1].start if dated and dated[-1].is_date else ""


def _end_of_span(annotation: "_Scene", span: Span, said: str, carried: Carried) -> str:
    """从1980年到2003年，…由44.7%提高到63.0%: the first figure is of the first year, the second of the last."""
    first, last = said.split("/")
    before = annotation.text[max(0, span.start - 6) : span.start]
    if re.search(r"(?:由|从)$", before):
        carried.times.append(first)
        return first
    if first in carried.times and re.search(r"(?:到|至|为)了?$", before):
        return last
    return said


def _names_plan(annotation: "_Scene", span: Span) -> bool:
    """“十四五”规划 is a document, not a time."""
    return bool(re.match(r"”?(?:规划|计划|纲要)", annotation.text[span.end : span.end + 3]))


def _union(subjects: list[Subject]) -> Subject:
    """云南、广西、辽宁 together, as one subject: 云南、广西、辽宁3省区."""
    names = [mention.text for mention, _ in subjects]
    provinces = all(
        any(i.value("adminLevel").endswith("province") for i in mention.individuals) for mention, _ in subjects
    )
    text = "、".join(names) + (f"{len(names)}省区" if provinces else "")
    ranges = [where for _, where in subjects if where]
    whole = (min(r[0] for r in ranges), max(r[1] for r in ranges)) if ranges else None
    return Mention("Region", text, tuple(mention.surface[0] for mention, _ in subjects)), whole


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
    if quantity.unit == "%" and quantity.number == 50 and not quantity.comparator and quantity.modifier:
        found["verbal"] = "一半"
    if quantity.doubtful:
        found["doubtful"] = "decimal point read from a blank"
    return found


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
