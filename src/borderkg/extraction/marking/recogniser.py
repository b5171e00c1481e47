"""From the text of a block to its sentences with every name, title, time and quantity marked.

Order of the layers: titles in 《》, known names, run-together countries (中越), times, quantities; then the naming rules
compose what stands side by side (云南 + 瑞丽, 东兴 + 跨境经济合作区).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Final

from borderkg import reference
from borderkg.corpus.sections import dateline, sentences
from borderkg.extraction.annotation import Annotation, without_overlap
from borderkg.extraction.marking import (
    dates,
    meetings,
    natures,
    offices,
    port_classes,
    quantities,
    stages,
    titles,
    untitled,
)
from borderkg.extraction.marking.bare_ports import with_bare
from borderkg.extraction.marking.entitled import Entitled
from borderkg.extraction.marking.facing import with_facing
from borderkg.extraction.marking.gazetteer import Gazetteer
from borderkg.extraction.marking.known_names import OF_PARTS, KnownNames
from borderkg.extraction.marking.letters import SPOKEN_OF, Letters
from borderkg.extraction.marking.levels import with_levels
from borderkg.extraction.marking.lines import channels, lines
from borderkg.extraction.marking.memory import Memory
from borderkg.extraction.marking.openings import opened
from borderkg.extraction.marking.passages import passages
from borderkg.extraction.marking.places import as_gate, in_parts, is_river, nested, with_unknown, without_sides
from borderkg.extraction.marking.ranked_lists import with_ranked
from borderkg.extraction.marking.shared_heads import share
from borderkg.extraction.marking.unknown_names import BONDED, BRIDGE, OF_BRIDGES, UnknownNames, names_a_bridge
from borderkg.extraction.marking.villages import of_a_village
from borderkg.extraction.marking.zones import is_trade_area, names_no_zone, of_bonded
from borderkg.extraction.rulebook.rules import Rule, RuleBook
from borderkg.extraction.rulebook.sieve import Sieve
from borderkg.extraction.span import Span
from borderkg.extraction.values import Time
from borderkg.records import replace


@dataclass
class Sentence:
    """A sentence of a block: its annotation, and where it begins in the block's text."""

    annotation: Annotation
    offset: int


def _of_a_place(span: Span, text: str) -> bool:
    """Whether a short name is that of a place's office: 省人大常委会, 某省商务厅、发展改革委."""
    if span.label != "Organization" or not _AN_OFFICE.fullmatch(span.text):
        return False
    before = text[max(0, span.start - 2) : span.start]
    return before.endswith(("省", "区", "市", "州", "县", "届")) or before in ("厅、", "厅和", "厅与")


def _of_mode(kind: Span) -> bool:
    """水运口岸 and 铁路口岸 give a port its name; 一类口岸 and 国际性口岸 do not."""
    of_mode = kind.concept is not None and kind.concept.scheme == "port-mode" and kind.text.endswith("口岸")
    return of_mode and kind.found_by != natures.FOUND_BY


def _names_no_port(places: Sequence[Span]) -> bool:
    """黑龙江省铁路口岸, 广西边境口岸: ports of a province or an area, no name of one; a municipality (上海) may give its name."""
    return any(
        "/area/" in i.iri or (i.is_province and not i.label_zh.endswith("市"))
        for i in (places[-1].individuals if places else ())
    )


_TOGETHER: Final = re.compile("[、和与同及]|以及|[^,。;:、]{0,14}?[与和同]")
"""Between the names of countries that a text then calls 两国, 三国."""

_AN_OFFICE: Final = re.compile(offices.OFFICE)
_NUMBER: Final = re.compile(r"[函发办字]{1,2}[〔\[(]\d{4}")
"""国办函〔2013〕88号: the number of a document, no body."""

_DEPUTY: Final = re.compile("(?:人大|政协)(?:代表(?!大会|团|议案|建议)|委员(?!会))")
"""全国人大代表: one of its members, who speaks for himself."""

_ITS_PARTS: Final = re.compile("(?<=国务院)(?:多|有关|相关|各|所属)个?(?:部委|部门)")
"""中国人民银行联合国务院多部委: bodies that are not named."""

_OF_HARBOURS: Final = re.compile("[口务澳资区湾币元商台股企航城籍珠式府铁池校产内建]")
_START: Final = attrgetter("start")
_EVENT: Final = re.compile(
    "[^,。;:0-9]{0,10}?(?:设立|成立|批准|获批|升格|升为|辟为|列为|实行|实现常年|开放|开通|通车|建成|封关|挂牌|揭牌|投用|投入运营|撤县|撤[地乡]设|开行首|首[趟列班发]|动工|开工|开建|奠基|合龙|竣工|投产|启用|运营|起(?=,))"
)
"""2008年实行常年开放: the year of an event."""


_BEFORE_ANOTHER: Final = (
    "较",
    "比",
    "相当于",
    "恢复到",
    "恢复至",
    "超过",
    "超",
    "超出",
    "突破",
    "高于",
    "低于",
    "多于",
    "少于",
    "不及",
    "接近",
    "逼近",
    "追平",
    "好于",
    "只及",
    "仅及",
)
_ANOTHER: Final = re.compile(
    "(?:同期|[^,。;:0-9]{0,16}?(?<!以来)(?:以来|至今|迄今))(?!的?\\d*年)|(?:全年|同期)?的[\\d.]+倍|(?:全年|同期)?(?:相比|持平|基本持平)"
)
"""2012年开放以来, 是2019年同期的2.2倍: the year that something began in, or is held against; the text speaks of another."""
_SINCE: Final = re.compile("(?<=[自从])(?:19|20)\\d\\d年[^,。;:]{0,48}?以来")
"""自1995年国务院批准甲、乙2个合作区以来的又一个: said with its beginning, as long as it may be."""

_TARGET: Final = re.compile(
    "(?:(?<=[到至在].{5})|(?<=[到至在].{6})),?[^,。;]{0,30}?(?:目标|力争|争取|预计|有望|预期|将(?=达|突|超|建|实|增|完|形))"
)
"""确定了到2015年翻一番的目标: a year to come, which 当年 is not."""

_AS_OF: Final = ("截至", "截止", "截至到", "截止到")
"""截至2022年底: how far a sum goes; the months told behind it may be of the year after."""


class Recogniser:
    def __init__(self, gazetteer: Gazetteer, known: reference.Reference, book: RuleBook) -> None:
        self.gazetteer = gazetteer
        self.known = known
        self._marked = lru_cache(maxsize=256)(self._mark)
        """The cells of a table are read several times, and the head of a text for the act that it is."""
        self._home = tuple(i for i in known.individuals.values() if i.is_china)
        self._naming = book.names
        self._sieve = Sieve(book.names)
        self._kinds = {
            form: entry.concept
            for form, entry in gazetteer.entries.items()
            if entry.concept
            and not entry.individuals
            and (entry.label == "PlatformKind" or (entry.concept.scheme == "port-mode" and form.endswith("口岸")))
        }
        self._unknown = UnknownNames(gazetteer, book.lexicon["transcription"][0])
        self.noun_start = self._unknown.noun_start
        self._letters = Letters(known)
        self._known_names = KnownNames(gazetteer, self._letters, known)
        self._entitled = Entitled(self._compose, self._known_names.place_at, self.noun_start, self._kinds, known)

    def sentences(self, text: str, memory: Memory, lost_points: bool = False) -> list[Sentence]:
        """The sentences of a block, marked. `memory` carries the year from block to block."""
        spans = self._marked(text, lost_points)
        found = []
        first = 0
        reported = dateline(text)
        for sentence in sentences(text):
            last = bisect_left(spans, sentence.end, first, key=_START)
            within = [s for s in spans[first:last] if s.start >= sentence.start and s.end <= sentence.end]
            inside = [s.moved(-sentence.start) for s in within]
            first = last
            memory.now(inside)
            named = self._named_together(inside, text[sentence.start :], memory)
            completed = [
                memory.read(
                    s,
                    text.endswith(_BEFORE_ANOTHER, 0, sentence.start + s.start)
                    or bool(_ANOTHER.match(text, sentence.start + s.end))
                    or bool(_SINCE.match(text, sentence.start + s.start)),
                    bool(_EVENT.match(text, sentence.start + s.end)),
                    bool(_TARGET.match(text, sentence.start + s.end)),
                    s.text.endswith(("底", "末")) and text.endswith(_AS_OF, 0, sentence.start + s.start),
                )
                if isinstance(s.value, Time)
                else memory.read(s)
                for s in named
            ]
            if sentence.end == reported:
                continue  # the day on which a report was sent is remembered, and nothing said of its place
            known = [s for s in completed if s.label != "Countries" or s.individuals]
            ends = {s.end for s in known if s.label in ("Country", "Countries")}
            known = [s for s in known if not (s.found_by == SPOKEN_OF and s.start in ends)]  # 印度、尼泊尔两国
            annotation = opened(self._compose(Annotation(text[sentence.start : sentence.end], known)))
            for span in annotation.spans:
                memory.note_kind(span)
            annotation = with_levels(annotation, memory.levels)
            shared = share(annotation, memory, self.noun_start, self._kinds)
            found.append(Sentence(with_bare(shared, memory, self.known), sentence.start))
        return found

    def _named_together(self, spans: Sequence[Span], text: str, memory: Memory) -> Iterator[Span]:
        """The spans of a sentence in order; countries named together are remembered as soon as they are named."""
        run: list[Span] = []
        for span in spans:
            if span.label == "Country" and span.individuals:
                joined = run and _TOGETHER.fullmatch(text, run[-1].end, span.start)
                run = [*run, span] if joined else [span]
                named = {s.individuals[0].iri: s.individuals[0] for s in run}
                if len(named) > 1 and any(i.is_china for i in named.values()):
                    memory.named_together(tuple(named.values()))
                elif (
                    len(named) == 1
                    and meetings.of_visit(text, span.start, span.end)
                    and not any(i.is_china for i in named.values())
                ):
                    memory.named_together((*self._home, *named.values()))
            elif span.label in ("Platform", "Corridor", "Title", "Agreement"):
                countries = self._letters.named(span.text.removeprefix("《"))
                if countries:
                    memory.named_together(countries)
            yield span

    def _mark(self, text: str, lost_points: bool) -> tuple[Span, ...]:
        """What a text names by itself, whatever stands before it."""
        named = self.gazetteer.find(text)
        named = [self._known_names.with_parts(s) if s.label in OF_PARTS else as_gate(text, s) for s in named]
        in_titles = list(titles.titles(text))
        together = self._letters.find(text, self.gazetteer, named)
        without = list(untitled.untitled(text, named))
        around = [s for s in without if "《" in s.text]
        in_titles = [t for t in in_titles if not any(s.start < t.start and t.end < s.end for s in around)]
        in_titles += [s for s in without if not any(t.start < s.end and s.start < t.end for t in in_titles)]
        dry = [s for s in named if not is_river(text, s)] if in_titles else []
        inner = without_overlap([[s for s in together if s.individuals], dry]) if in_titles else []
        entitled = [replace(t, parts=self._entitled.names(t, titles.parts(t, inner))) for t in in_titles]
        named = without_sides(text, named)
        named = [
            s
            for s in named
            if not _of_a_place(s, text)
            and not (
                s.label == "Organization"
                and (_NUMBER.match(text, s.end) or _DEPUTY.match(text, s.end - 2) or _ITS_PARTS.match(text, s.end))
            )
        ]
        together += self._letters.before_places(text, named)
        layers = [
            entitled,
            list(port_classes.classes(text, self.gazetteer, self._kinds)),
            list(natures.natures(text, self._kinds)),
            list(natures.of_places(text, self.gazetteer)),
            list(offices.congresses(text, named)),
            meetings.meetings(text),
            stages.stages(text),
            list(passages(text, named)),
            channels(text),
            [s for s in named if len(s.text) > 2 or s.label != "Country"],
            together,
            [
                s
                for s in lines(text, self._letters.provinces)
                if not any(n.start <= s.start and s.end <= n.end for n in named)
            ],
            named,
            dates.dates(text),
            quantities.quantities(text, lost_points),
        ]
        return tuple(without_overlap(layers))

    def _compose(self, annotation: Annotation) -> Annotation:
        annotation = with_ranked(with_unknown(annotation, self.noun_start), self.gazetteer.entries)
        annotation = with_facing(nested(annotation, self.known))
        passed = self._sieve.passed(annotation.abstract)
        number = -1
        while (number := next((n for n in passed if n > number), -1)) >= 0:
            rule = self._naming[number]
            composed: list[Span] = []
            for pattern in passed[number]:
                for match in pattern.regex.finditer(annotation.abstract):
                    if match.end() > match.start():
                        span = self._named(annotation, rule, match)
                        if span and not any(c.start < span.end and span.start < c.end for c in composed):
                            composed.append(span)
            if composed:
                annotation = annotation.replaced(composed)
                passed = self._sieve.passed(annotation.abstract)
        return in_parts(annotation, self.known)

    def _named(self, annotation: Annotation, rule: Rule, match: "re.Match[str]") -> Span | None:
        begin, stop = match.start(), match.end()
        groups = match.groupdict()
        if groups.get("head") and not annotation.spans_in(match.start("head"), match.end("head")):
            head, end = match.span("head")
            inner = BRIDGE.search(annotation.abstract, head, end) if rule.mention == "Corridor" else None
            if inner:  # 中越甲河二桥位于甲河大桥下游: the first that is named
                end, stop = inner.span()
            if rule.id.endswith(BONDED):
                kind = annotation.at[end]
                if not (of_bonded(kind.concept) and self._unknown.part_of_city(annotation.abstract[head:end])):
                    return None
            village = of_a_village(annotation, match) if rule.mention == "Platform" else None
            begun = self._unknown.begin(annotation.abstract, head, end, 0 if rule.id.endswith(BONDED) else village)
            if begun is None or any(not _of_mode(kind) for kind in annotation.spans_in(end, stop, ("PortKind",))):
                return None
            if rule.id.endswith(OF_BRIDGES) and not names_a_bridge(annotation.abstract[begun:end]):
                return None
            begin = begun if head == begin else begin
        if groups.get("name"):
            begin, stop = match.start("name"), match.end("name")
            if rule.mention == "Region" and self.noun_start(annotation.abstract[begin:stop]) != 0:
                return None
        start, end = annotation.text_range(begin, stop)
        text = annotation.text[start:end]
        if rule.mention == "Port" and _names_no_port(annotation.spans_in(begin, stop, ("Region",))):
            return None
        parts = tuple(annotation.spans_in(begin, stop))
        if text.startswith("—"):
            return None
        if text.endswith("港") and not self._is_harbour(annotation.text, end, parts):
            return None
        entry = self.gazetteer.entries.get(text.replace("——", "—"))  # 中国——东盟博览会
        individuals = tuple(i for i in entry.individuals if i.type == rule.mention) if entry else ()
        country = annotation.spans_in(match.start(), match.end(), ("Country",)) if rule.mention == "Port" else ()
        if country and individuals and self._of_other_side(country[0], individuals):  # 缅甸的清水河口岸 is not ours
            entry = self.gazetteer.entries.get(country[0].text + text)
            individuals = entry.individuals if entry else ()
        concept = next((p.concept for p in reversed(parts) if p.concept), None)
        label = "TradeZone" if concept and is_trade_area(concept, parts) else rule.mention
        if concept and label == "Platform" and names_no_zone(concept, parts):
            return None
        places = [part for part in parts if part.label == "Region"]
        if concept and "border-residents-trade" in concept.iri and len(parts) == 2 and _names_no_port(places):
            return None  # 广西边民互市贸易点26个
        return Span(start, end, label, text, rule.id, individuals, concept, parts=parts)

    def _of_other_side(self, country: Span, ports: Sequence[reference.Individual]) -> bool:
        """Whether a country named before a port is not the one in which ports of that name are known to lie."""
        abroad = any(not i.is_china for i in country.individuals)
        return abroad and bool(self.known.at_home(ports))

    def _is_harbour(self, text: str, end: int, parts: Sequence[Span]) -> bool:
        """Whether 港 behind a place of ours is its harbour: 抚远港; not in 丹东港口, 广西港澳企业."""
        at_home = all(self.known.at_home(part.individuals) for part in parts if part.label == "Region")
        return at_home and not _OF_HARBOURS.match(text, end)
