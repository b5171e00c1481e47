"""From the text of a block to its sentences with every name, title, time and quantity marked.

Order of the layers: titles in 《》, known names, run-together countries (中越), times, quantities; then the naming rules
compose what stands side by side (云南 + 瑞丽, 东兴 + 跨境经济合作区).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from borderkg import lookups, reference
from borderkg.corpus.sections import sentences
from borderkg.extraction import dates, meetings, natures, offices, quantities, stages, titles, untitled
from borderkg.extraction.annotation import Annotation, without_overlap
from borderkg.extraction.gazetteer import Gazetteer
from borderkg.extraction.lines import lines, province_ends
from borderkg.extraction.memory import Memory
from borderkg.extraction.places import is_river, nested, with_unknown
from borderkg.extraction.rules import Rule, RuleBook
from borderkg.extraction.shared_heads import share
from borderkg.extraction.sieve import Sieve
from borderkg.extraction.span import Span
from borderkg.extraction.villages import of_a_village
from borderkg.reference import Individual
from borderkg.schema import Concept


@dataclass
class Sentence:
    """A sentence of a block: its annotation, and where it begins in the block's text."""

    annotation: Annotation
    offset: int


def _is_trade_area(concept: Concept, parts: Sequence[Span]) -> bool:
    """Whether a 边境贸易区 is a large trade area, named after a province or more, or a fenced zone of a town."""
    if not concept.iri.endswith("border-trade-zone"):
        return False
    named = [i for part in parts[:1] for i in part.individuals]
    return any("/area/" in i.iri or i.value("adminLevel").endswith("province") for i in named)


def _of_a_place(span: Span, text: str) -> bool:
    """Whether a short name is that of a place's office: 省人大常委会, 某省商务厅、发展改革委."""
    if span.label != "Organization" or not _AN_OFFICE.fullmatch(span.text):
        return False
    before = text[max(0, span.start - 2) : span.start]
    return before.endswith(("省", "区", "市", "州", "县", "届")) or before in ("厅、", "厅和", "厅与")


def _held_by_two(concept: Concept) -> bool:
    """Whether a zone can be named after two countries alone: 中俄互市贸易区; 中越跨境经济合作区 may be any of several."""
    return concept.iri.endswith("border-residents-trade-zone")


def _names_no_port(places: Sequence[Span]) -> bool:
    """黑龙江省铁路口岸, 广西边境口岸: ports of a province or an area, no name of one; a municipality (上海) may give its name."""
    return any(
        "/area/" in i.iri or (i.value("adminLevel").endswith("province") and not i.label_zh.endswith("市"))
        for i in (places[-1].individuals if places else ())
    )


_SIDES: Final = frozenset(["东部", "西部", "南部", "北部", "中部", "东北", "东南", "西北", "西南"])
_NAMED_AFTER_REGION: Final = re.compile("[—-]|管[道线]|经济走廊$")
_DAY: Final = re.compile(r"\d日")
"""3日中俄签署: a day, not Japan."""

_SPOKEN_OF: Final = re.compile("(?:两国|三国(?!语|演)|(?<![亚河湄盟合])[四五六]国|双方(?=[^,。;]{0,14}(?:签|缔结)))")
_TOGETHER: Final = re.compile("[、和与同及]|以及|[^,。;:、]{0,14}?[与和同]")
"""Between the names of countries that a text then calls 两国, 三国."""

_AN_OFFICE: Final = re.compile(offices.OFFICE)
_SIDE_OF: Final = re.compile("[与同和隔接邻毗临靠濒]")
"""东部与俄罗斯相邻: a side of what is spoken of, not the east of the country."""

SPOKEN_OF: Final = "recogniser:countries spoken of before"
_CALLED: Final = re.compile("(?:[原又曾旧古亦也俗初后改本](?:名为?|称为?)|改名为?|更名为?|简称|前身[是为系]?)")
"""原名古永口岸: what stands before a name of old."""

_FUNCTION: Final = re.compile("[由以是等的可为被所该各及与和在对将把使其]|^.$")
"""In what stands before 口岸 or 合作区: words, no name."""

_NUMBER: Final = re.compile(r"[函发办字]{1,2}[〔\[(]\d{4}")
"""国办函〔2013〕88号: the number of a document, no body."""

_CLASS: Final = re.compile(
    "(?:国家)?(?P<n>[一二])类(?=(?<=[为由从]..)升|(?<=[为由从]....)升|(?<=[格级升]为..)(?=[,。;、)]|$)|(?<=[格级升]为....)(?=[,。;、)]|$)|(?:公路|铁路|水运|航空|水陆|陆运|公铁|客货|陆路|陆地|边境|季节|常年|双边|国际|国境|对外|开放|性){1,5}[^,。;、]{0,4}口岸)"
)
_JOINT_CONTEXT: Final = re.compile(
    r"[^,。;]{0,6}?(?:签[署订]|换文|缔结)|两国|双方|双边|边民|边境|边界|国界|国境|陆地|陆上|海上|互市|班列|边贸|贸易|经济|经贸|关系|合作|铁路|公路|高速|管道|石油|原油|天然气|油气|输|口岸|跨境|国际|互市|战略|友好|之间|互联|通道"
    r"|大桥|界|联合|协|自贸|自由|货币|银行|财|电力|光缆|人文|地方|外长|领导|总理|政府|建交|睦邻|共建|二桥|一桥|班列|本币|汽车|旅游|《|三国|四国|各方|交界|接壤|毗邻|两段|\([\u4e00-\u9fff—]{2,9}\)"
)


class Recogniser:
    def __init__(self, gazetteer: Gazetteer, known: reference.Reference, book: RuleBook) -> None:
        self.gazetteer = gazetteer
        self.known = known
        self._marked = lru_cache(maxsize=256)(self._mark)
        """The cells of a table are read several times, and the head of a text for the act that it is."""
        self._naming = book.names
        self._sieve = Sieve(book.names)
        self._kinds = {
            form: entry.concept
            for form, entry in gazetteer.entries.items()
            if entry.concept
            and not entry.individuals
            and (entry.label == "PlatformKind" or (entry.concept.scheme == "port-mode" and form.endswith("口岸")))
        }
        self._transcribed = re.compile(f"[{book.lexicon['transcription'][0]}]{{3,}}$")
        self._letters: dict[str, Individual] = {}
        for kind in ("Country", "Region"):  # a letter that a country and a province share is the country's: 蒙
            for individual in known.individuals.values():
                if individual.type == kind:
                    for letter in individual.values.get("abbreviation", ()):
                        if len(letter) == 1 and letter not in lookups.load()["letters_not_read"]:
                            self._letters.setdefault(letter, individual)
        self._provinces = {
            letter: i
            for i in known.individuals.values()
            if i.type == "Region" and i.value("adminLevel").endswith("province")
            for letter in i.values.get("abbreviation", ())
            if len(letter) == 1
        }
        letters = "".join(sorted(self._letters))
        self._countries = re.compile(rf"[{letters}]{{2,5}}") if letters else re.compile(r"(?!)")
        own = "".join(k for k, i in self._letters.items() if i.type == "Country")
        self._listed = re.compile(
            rf"[{own}](?:[、和与][{own}])+(?=等?[两二三四五六七八\d]?国|等?各国|双方|接壤|交界|边[境界])"
        )
        abroad = "".join(k for k, i in self._letters.items() if i.type == "Country" and i.value("isoCode") != "CN")
        self._directed = (
            re.compile(
                rf"(?<![面针相绝应])对([{abroad}])(?=、|最|主要|重要|(?:边境|陆路|铁路|公路)?口岸(?:主要)?[:为是有包])"
            )
            if abroad
            else re.compile(r"(?!)")
        )

    def sentences(self, text: str, memory: Memory, lost_points: bool = False) -> list[Sentence]:
        """The sentences of a block, marked. `memory` carries the year from block to block."""
        spans = self._marked(text, lost_points)
        found = []
        for sentence in sentences(text):
            inside = [s.moved(-sentence.start) for s in spans if s.start >= sentence.start and s.end <= sentence.end]
            completed = [memory.read(s) for s in self._named_together(inside, text[sentence.start :], memory)]
            known = [s for s in completed if s.label != "Countries" or s.individuals]
            ends = {s.end for s in known if s.label in ("Country", "Countries")}
            known = [s for s in known if not (s.found_by == SPOKEN_OF and s.start in ends)]  # 印度、尼泊尔两国
            annotation = self._compose(Annotation(text[sentence.start : sentence.end], known))
            for span in annotation.spans:
                memory.note_kind(span)
            found.append(Sentence(share(annotation, memory, self.noun_start, self._kinds), sentence.start))
        return found

    def _named_together(self, spans: Sequence[Span], text: str, memory: Memory) -> Iterator[Span]:
        """The spans of a sentence in order; countries named together are remembered as soon as they are named."""
        run: list[Span] = []
        for span in spans:
            if span.label == "Country" and span.individuals:
                joined = run and _TOGETHER.fullmatch(text, run[-1].end, span.start)
                run = [*run, span] if joined else [span]
                named = {s.individuals[0].iri: s.individuals[0] for s in run}
                if len(named) > 1 and any(i.value("isoCode") == "CN" for i in named.values()):
                    memory.named_together(tuple(named.values()))
            elif span.label in ("Platform", "Corridor", "Title", "Agreement"):
                letters = self._countries.match(span.text, span.text.startswith("《"))
                if letters and len(letters[0]) > 1 and self._joint(letters[0]):
                    memory.named_together([self._letters[c] for c in letters[0]])
            yield span

    def _mark(self, text: str, lost_points: bool) -> tuple[Span, ...]:
        """What a text names by itself, whatever stands before it."""
        named = self.gazetteer.find(text)
        named = [self._with_parts(s) if s.label == "Corridor" else self._with_places(s) for s in named]
        in_titles = list(titles.titles(text))
        together = self._run_together(text, named)
        in_titles += [
            s for s in untitled.untitled(text, named) if not any(t.start < s.end and s.start < t.end for t in in_titles)
        ]
        inner = without_overlap([[s for s in together if s.individuals], named]) if in_titles else []
        entitled = [replace(t, parts=titles.parts(t, inner)) for t in in_titles]
        named = [s for s in named if not (s.text in _SIDES and _SIDE_OF.match(text, s.end)) and not is_river(text, s)]
        named = [
            s
            for s in named
            if not _of_a_place(s, text) and not (s.label == "Organization" and _NUMBER.match(text, s.end))
        ]
        layers = [
            entitled,
            self._classes(text),
            natures.natures(text),
            list(offices.congresses(text, named)),
            meetings.meetings(text),
            stages.stages(text),
            [s for s in named if len(s.text) > 2 or s.label != "Country"],
            together,
            [s for s in lines(text, self._provinces) if not any(n.start <= s.start and s.end <= n.end for n in named)],
            named,
            dates.dates(text),
            quantities.quantities(text, lost_points),
        ]
        return tuple(without_overlap(layers))

    def _classes(self, text: str) -> Iterator[Span]:
        """国家一类公路口岸: the class before the mode is a kind of its own."""
        for match in _CLASS.finditer(text):
            entry = self.gazetteer.entries.get(match["n"] + "类口岸")
            if entry and entry.concept:
                yield Span(match.start(), match.end(), "PortKind", match[0], "recogniser:class", concept=entry.concept)

    def _with_parts(self, span: Span) -> Span:
        """A known corridor with the countries and regions that its name is made of: 中老铁路, 中国—中亚天然气管道."""
        parts = [m for m in self._countries.finditer(span.text) if self._joint(m[0])]
        found = [
            Span(
                m.start(),
                m.end(),
                "Countries",
                m[0],
                "recogniser:countries run together",
                tuple(self._letters[c] for c in m[0]),
            )
            for m in parts
        ]
        found = found or list(province_ends(span.text, self._provinces))
        position = 0
        regional = bool(_NAMED_AFTER_REGION.search(span.text))  # 西部陆海新通道, 中东铁路 tell no region
        while not found and regional and position < len(span.text) - 1:
            entry = next(
                (
                    e
                    for k in range(len(span.text), position + 1, -1)
                    if (e := self.gazetteer.entries.get(span.text[position:k])) and e.label in ("Country", "Region")
                ),
                None,
            )
            if entry is None:
                position += 1
                continue
            end = position + len(entry.form)
            found.append(Span(position, end, entry.label, span.text[position:end], "gazetteer", entry.individuals))
            break
        return replace(span, parts=tuple(p.moved(span.start) for p in found))

    def _with_places(self, span: Span) -> Span:
        """A known zone with the places that its name begins with, where a larger one stands first: 广西凭祥综合保税区;
        a known body with the place whose it is: 云南省人民政府."""
        if span.label not in ("Platform", "Organization") or span.parts:
            return span
        outer = self._place_at(span.text, 0)
        if span.label == "Organization":
            return replace(span, parts=(outer.moved(span.start),)) if outer else span
        within = self._place_at(span.text, outer.end) if outer else None
        if outer is None or within is None:
            return span
        whole = nested(Annotation(span.text, [outer, within]), self.known).spans
        return replace(span, parts=(whole[0].moved(span.start),)) if len(whole) == 1 else span

    def _place_at(self, text: str, start: int) -> Span | None:
        """The longest region of the gazetteer that a text names at a position."""
        for end in range(min(len(text), start + 12), start + 1, -1):
            entry = self.gazetteer.entries.get(text[start:end])
            if entry and entry.label == "Region":
                return Span(start, end, "Region", text[start:end], "gazetteer", entry.individuals)
        return None

    def _run_together(self, text: str, named: Sequence[Span]) -> list[Span]:
        """Countries named by one character each, China among them: 中越, 中哈, 孟中印缅; or a province and a country: 滇越.
        两国 and 三国 are those last spoken of."""
        found = [Span(m.start(), m.end(), "Countries", m[0], SPOKEN_OF) for m in _SPOKEN_OF.finditer(text)]
        found += [
            Span(
                m.start(), m.end(), "Country", m[0], "recogniser:what is directed at a country", (self._letters[m[1]],)
            )
            for m in self._directed.finditer(text)
        ]
        found += [
            Span(at, at + 1, "Country", text[at], "recogniser:countries by their letters", (self._letters[text[at]],))
            for m in self._listed.finditer(text)
            for at in range(m.start(), m.end(), 2)
        ]
        hits = [m for m in self._countries.finditer(text) if self._joint(m[0])]
        if not hits:
            return found
        edges = self.gazetteer.boundaries(text) | {s.end for s in named if s.label == "Region"}  # 东宁中俄互市贸易区
        for match in hits:
            start, end = match.span()
            if start and _DAY.match(text, start - 1):
                start += 1
                edges.add(start)
            while end - start == 2 and not (
                start in edges and (end in edges or _JOINT_CONTEXT.match(text, end)) and self._joint(text[start:end])
            ):
                if start + 1 < end and self._joint(text[start + 1 : end]) and start not in edges:
                    start += 1
                else:
                    end -= 1
            letters = text[start:end]
            sure = end - start >= 3 or _JOINT_CONTEXT.match(text, end) or text[end : end + 1] in "、,。"
            if end - start < 2 or not self._joint(letters) or not sure:
                continue
            members = tuple(self._letters[c] for c in letters)
            if any(i.type == "Region" for i in members) and not re.match(r"铁路|公路|高速|边境|边界", text[end:]):
                continue
            found.append(Span(start, end, "Countries", letters, "recogniser:countries run together", members))
        return found

    def _joint(self, letters: str) -> bool:
        """Different letters, China or a province among them and a foreign country."""
        kinds = {
            ("CN" if i.value("isoCode") == "CN" or i.type == "Region" else "other")
            for i in map(self._letters.__getitem__, letters)
        }
        return len(set(letters)) == len(letters) and kinds == {"CN", "other"}

    def _compose(self, annotation: Annotation) -> Annotation:
        annotation = nested(with_unknown(annotation, self.noun_start), self.known)
        passed = self._sieve.passed(annotation.abstract)
        for number, rule in enumerate(self._naming):
            composed: list[Span] = []
            for pattern in passed.get(number, ()):
                for match in pattern.regex.finditer(annotation.abstract):
                    if match.end() > match.start():
                        span = self._named(annotation, rule, match)
                        if span and not any(c.start < span.end and span.start < c.end for c in composed):
                            composed.append(span)
            if composed:
                annotation = annotation.replaced(composed)
                passed = self._sieve.passed(annotation.abstract)
        return annotation

    def _named(self, annotation: Annotation, rule: Rule, match: "re.Match[str]") -> Span | None:
        begin, stop = match.start(), match.end()
        groups = match.groupdict()
        if groups.get("head") and not annotation.spans_in(match.start("head"), match.end("head")):
            cut = self.noun_start(annotation.abstract[match.start("head") : match.end("head")])
            if cut is None and rule.mention == "Platform" and of_a_village(annotation, match):
                cut = 0
            if cut is None or _FUNCTION.search(annotation.abstract[match.start("head") + cut : match.end("head")]):
                return None
            called = _CALLED.match(annotation.abstract, match.start("head") + cut, match.end("head"))
            cut += len(called[0]) if called else 0
            begin = match.start("head") + cut if match.start("head") == match.start() else match.start()
        if groups.get("name"):
            begin, stop = match.start("name"), match.end("name")
            if rule.mention == "Region" and self.noun_start(annotation.abstract[begin:stop]) != 0:
                return None
        start, end = annotation.text_range(begin, stop)
        text = annotation.text[start:end]
        if rule.mention == "Port" and _names_no_port(annotation.spans_in(begin, stop, ("Region",))):
            return None
        parts = tuple(annotation.spans_in(begin, stop))
        entry = self.gazetteer.entries.get(text)
        individuals = tuple(i for i in entry.individuals if i.type == rule.mention) if entry else ()
        concept = next((p.concept for p in reversed(parts) if p.concept), None)
        bare = rule.mention == "Platform" and [part.label for part in parts] == ["Countries", "PlatformKind"]
        if concept and bare and not _held_by_two(concept):
            return None
        label = "TradeZone" if concept and _is_trade_area(concept, parts) else rule.mention
        return Span(start, end, label, text, rule.id, individuals, concept, parts=parts)

    _NOT_NAMES: Final = frozenset(["v", "d", "p", "c", "u", "r", "m", "q", "f", "t"])

    def noun_start(self, run: str) -> int | None:
        """Where the proper name at the end of a run of Han characters begins: after its last word that is no noun. None
        where no word of it is a proper name: 国家级, 主要. A run of characters that transcribe foreign names is one."""
        foreign = self._transcribed.search(run)
        if foreign:
            return foreign.start()
        position, start, proper = 0, 0, False
        for word, tag in self.gazetteer.tags(run):
            position += len(word)
            if tag[0] in self._NOT_NAMES and tag != "tg":
                start, proper = position, False
            proper = proper or tag[:2] in ("ns", "nr", "nz", "nt")
        return start if proper and start < len(run) else None
