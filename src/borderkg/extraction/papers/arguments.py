"""Problems and measures: headings and enumerated lead phrases of what argues.

By the conventions of the exchange format: the headings below a heading 问题, 障碍 … or 对策, 建议 …, and lead phrases such as
第一，… and 一是…, within such a section or after a sentence that announces them; not any sentence of advice. What stands
nearest above tells what a list is of: its heading, or the words that announce it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from borderkg.corpus.headings import GOOD, TROUBLES, WAYS_OUT, SectionKind, section_kind
from borderkg.corpus.normaliser import Text
from borderkg.corpus.page import Kind
from borderkg.corpus.sections import Placed, Reading, Section
from borderkg.extraction.papers import announcements, enumerations, unannounced
from borderkg.extraction.papers.announcements import Announcement
from borderkg.extraction.papers.enumerations import Item
from borderkg.extraction.statement import Mention, Statement

_PREDICATE: Final = {SectionKind.PROBLEM: "identifiesProblem", SectionKind.MEASURE: "proposesMeasure"}
_NAMED: Final = {"problem": SectionKind.PROBLEM, "measure": SectionKind.MEASURE}


@dataclass(slots=True)
class _Scope:
    """What the items below are: as a heading or an announcement at `at` says; `None` where they may be either."""

    kind: SectionKind | None
    at: int
    strict: bool = False
    """Only what has the form of a problem or a measure is one."""
    announced: bool = False
    outer: frozenset[str] = frozenset()
    """The styles of the headings around an announcement: the next of these ends its list."""
    titled: bool = False
    """An unnumbered title announced it: other unnumbered titles may stand below."""
    inside: bool = False
    """The list stands in the paragraph that announces it."""
    style: str = ""
    """Of the items, once they have begun."""
    last: int = 0
    """The number of the last item."""

    def takes(self, style: str, number: int) -> bool:
        """Whether a heading goes on with the announced list, or stands below one of its items."""
        if self.inside or style in self.outer or self.style in enumerations.PROSE_STYLES:
            return False
        if style == "plain":
            return self.titled
        if not self.style:
            if number != 1:
                return False
            self.style = style
            return True
        return style != self.style or number != 1

    def goes_on(self, item: Item) -> bool:
        """Whether an item in the middle of the next paragraph is the next of the list: 二是 behind a paragraph with 一是."""
        return item.style == self.style and item.number == self.last + 1 > 1


_NOTHING: Final = _Scope(SectionKind.OTHER, -1)
_NOUNS: Final = (
    rf"(?:制约因素|{TROUBLES}|{WAYS_OUT}|对策|建议|措施|举措|做法|策略|路径|思路|启示|想法|思考|设想"
    r"|展望|方向|应对|取向|出路|任务|工作重点|重点工作|主要工作|工作任务|工作安排|工作打算|工作计划|工作思路|打算|保障机制|下一?步工作|下一?步打算)"
)
_QUALIFIED: Final = (
    r"(?:当前|目前|现存|现有|存在的?|面临的?|遇到的?|主要|突出|现实|若干|几点|重点|有关|相关|具体|总体|政策|保障|推进|支持|今后|未来|下一?步|工作|改进|优化|发展|开放|建设|应对|突破|破解|化解|解决|"
    r"内部|外部|国内|国家|地方|企业|政府|宏观|微观|[国省市县]级|层面的?|方面的?|20\d\d年|[一二三四五六七八九十两]\w?|的)"
)
_ASKED: Final = r"(?:[究竟到底]{0,2}(?:在哪里?|何在|是什么|有哪些|有哪几[个点条]|几何|如何破)[??]?)"
"""症结何在, 出路在哪里: headings that ask."""

_BARE: Final = re.compile(
    rf"{_QUALIFIED}{{0,5}}{_NOUNS}{{1,2}}(?:[与及和、]{_QUALIFIED}{{0,3}}{_NOUNS}{{1,2}})?(?:分析|研究|探讨|选择|剖析|梳理)?{_ASKED}?$"
)
_ANNOUNCES: Final = re.compile(
    rf"{_NOUNS}(?:分析|研究|探讨|思考|选择|剖析|梳理|与思考|及其?原因|及其?成因|与建议|与对策|和建议)?{_ASKED}?$"
)
_WELL: Final = re.compile(f"(?:{GOOD}|红利)[^,。]{{0,4}}$")
"""区位优势突出 has the words of a fault, and is none."""

_SHORT_TITLE: Final = re.compile(rf"^.{{2,14}}(?:{TROUBLES}|对策|建议|措施|举措)$")
"""跨境贸易的挑战, over a numbered list: an unnumbered title of a section and not that of a paper."""

_STATES: Final = re.compile(
    r"(?<!存在的)(?<!面临的)(?<!主要)(?<!突出)(?<!现存)(?<![的与及和、])(?:不足|困难|制约|矛盾)$"
)
"""Not the noun: 基础设施建设不足 is itself what is wrong."""

_GROUP: Final = re.compile(
    rf"(?:的|方面|层面|现存|主要|突出)(?:主要|突出|现实|法律|制度|体制|政策|实践|发展){{0,2}}{_NOUNS}(?:分析)?$|(?:对策|政策建议|建议)$"
)
_REASONS: Final = re.compile(r"^(?:主要|存在问题的|深层次)?(?:原因|成因|根源)(?:分析|剖析)?$")
_NEITHER: Final = re.compile(
    r"^(?:总体|指导|基本|主要|发展|战略|空间|功能|产业|工作|面临|建设|有关|关于|研究|国际|国内|当前){0,2}(?:要求|思想|原则|目标|实施|组织实施|定位|布局|背景|形势|机遇|优势|结论|小结|结语|情况|现状|成效|附则|总则|意义)$"
    r"|^(?:主要|基本|典型|特色|经验)(?:经验)?做法(?:[与和及、]\w{2,4})?$"
)
_TOP: Final = ("plain", "han", "chapter", "section")
_DONE: Final = re.compile(r"^[\u4e00-\u9fff]{2,4}了")
_NOUN_TOO: Final = re.compile("落地|发展|建设|开发|保障|规范|创新|支持|培育|利用|配合|改革|对接|支撑|开放|服务|监管")
"""What leads a subject as often as it asks for something: 落地加工两头在外."""

_TOPIC: Final = re.compile(
    r"^(?:如|例如|在|由于|因为|随着|根据|按照|对于|从|与|当前形势|目前来看)|(?:如下|方面|以下|入手|着手|特点|特征|原因)$|^关于|是否"
)
_SPEAKER: Final = re.compile(r"^[\u4e00-\u9fff]{1,8}(?:\([^()]*\))?:$")


class Arguments:
    """Reads problems and measures; the form of either is told by lists of expressions."""

    def __init__(self, expressions: Mapping[str, Sequence[str]]) -> None:
        self._fault = re.compile(f"(?:{'|'.join(expressions['fault'])})$")
        self._fault_within = re.compile(f"(?:{'|'.join((*expressions['fault'], *expressions['fault-within']))})$")
        self._imperative = re.compile(f"(?:{'|'.join(expressions['imperative'])})")

    def statements(self, reading: Reading, document: Mention) -> Iterator[Statement]:
        """The problems that a document identifies and the measures that it proposes."""
        walk = _Walk(self, document, unannounced.verdicts(reading.placed, self.form))
        for placed in reading.placed:
            if placed.block.kind is Kind.HEADING:
                yield from walk.heading(placed)
            elif placed.block.kind is Kind.PARAGRAPH:
                yield from walk.paragraph(placed)

    def is_fault(self, phrase: str) -> bool:
        """Whether a phrase by itself states a fault, whatever stands above it."""
        return bool(self._fault.search(phrase))

    def form(self, phrase: str) -> SectionKind | None:
        """What a phrase by itself looks like."""
        return self.kind_of(phrase, _Scope(None, -1, strict=True))

    def kind_of(self, phrase: str, scope: _Scope) -> SectionKind | None:
        """What a phrase is in a scope: a problem, a measure, or nothing."""
        fault, asked = bool(self._fault_within.search(phrase.rstrip("”’)"))), bool(self._imperative.match(phrase))
        kind = scope.kind or (SectionKind.MEASURE if asked else SectionKind.PROBLEM if fault else None)
        wanted = asked and not (_NOUN_TOO.match(phrase) and not scope.strict)
        if kind is SectionKind.PROBLEM and not fault and (wanted or scope.strict):
            return None
        if kind is SectionKind.PROBLEM and scope.strict and _WELL.search(phrase) and not self._fault.search(phrase):
            return None
        if kind is SectionKind.MEASURE and (
            _DONE.match(phrase) or (fault and not asked) or (scope.strict and not asked) or phrase.startswith("关于")
        ):
            return None
        return kind if kind in _PREDICATE else None


class _Walk:
    """One document from its beginning: what was announced last, and the last words of the paragraph before."""

    def __init__(self, arguments: Arguments, document: Mention, verdicts: unannounced.Verdicts) -> None:
        self._arguments = arguments
        self._verdicts = verdicts
        self._document = document
        self._list: _Scope | None = None
        self._last = ""
        self._begun = False
        """Whether a paragraph was read: an unnumbered title before is that of the text."""

    def heading(self, placed: Placed) -> Iterator[Statement]:
        section, text = placed.section, placed.block.text
        start, named = enumerations.heading_mark(text.text)
        title = text.text[start:].rstrip("。;:,")
        number = unannounced.number(placed)
        if number == 1 and (announced := announcements.of_sentence(self._last, firmly=True)):
            self._open(announced, placed, inside=False)
        self._last = ""
        if self._list and not self._list.takes(section.style, number):
            self._list = None
        above = _argued(section.parent)
        scope = _Scope(_NAMED[named], placed.block.start) if named else self._latest(above)
        if section.style == "plain" and scope is self._list:
            scope = replace(scope, strict=True)
        if _REASONS.match(title) or _NEITHER.match(title) or self._announces(placed, scope):
            return
        kind = self._arguments.kind_of(title, scope) if 3 <= len(text) <= 60 else None
        if kind is None and scope is _NOTHING:
            kind = self._verdicts.get((placed.block.start, 0))
        sure = self._arguments.is_fault(title) and not unannounced.MAY_BE.search(title)
        if kind is None and above is _NOTHING and sure and unannounced.untold(section):
            kind = SectionKind.PROBLEM if 4 <= len(text) <= 60 else None
        if kind:
            yield self._statement(kind, text, start, start + len(title), "heading")
        elif section.style == "plain":
            self._list = None

    def _announces(self, placed: Placed, scope: _Scope) -> bool:
        """Whether a heading only says what follows; an unnumbered one opens a list."""
        section, title = placed.section, placed.section.title
        kind = section_kind(title)
        if section.style == "plain" and _BARE.match(title):
            either = kind is SectionKind.OTHER
            self._list = _Scope(None if either else kind, placed.block.start, either, announced=True, titled=True)
            return True
        announces = _announces(section, scope)
        if announces and self._begun and section.style == "plain" and _SHORT_TITLE.search(title):
            self._list = _Scope(kind, placed.block.start, kind is SectionKind.OTHER, announced=True)
        return announces

    def paragraph(self, placed: Placed) -> Iterator[Statement]:
        self._begun = True
        body = placed.block.text.text
        items = enumerations.items(placed.block)
        asked = self._last.endswith("?")
        leads = bool(items) and (items[0].mark == 0 or (asked and bool(_SPEAKER.match(body[: items[0].mark]))))
        if self._list and (
            (self._list.inside and not ((leads and items[0].number != 1) or (items and self._list.goes_on(items[0]))))
            or not (self._list.style or leads or self._list.titled)
        ):
            self._list = None
        if asked:
            self._open(announcements.of_question(self._last), placed, inside=False)
        end = 0
        for k, item in enumerate(items):
            following = items[k + 1].mark if k + 1 < len(items) else len(body)
            if k + 1 < len(items) and items[k + 1].number == 1:  # the sentence before it announces the next list
                following = max(item.start, body.rfind("。", item.start, following) + 1) or following
            at_head = leads and k == 0
            before = self._last if at_head else body[end : item.mark]
            yield from self._item(placed, item, following, before, at_head)
            end = item.start
        stop = max(body.rstrip("。;:!?").rfind(mark) for mark in "。;!?")
        self._last = body[stop + 1 :]

    def _item(self, placed: Placed, item: Item, following: int, before: str, leads: bool) -> Iterator[Statement]:
        body = placed.block.text.text
        if before.endswith("?") and not leads and item.number <= 1:
            self._open(announcements.of_question(before[:-1].rsplit("。", 1)[-1]), placed, inside=True)
        elif item.number <= 1 and (announced := announcements.of_sentence(before)):
            self._open(announced, placed, inside=not leads)
        elif item.number == 1 and self._list and self._list.style == item.style and not self._list.titled:
            self._list = _Scope(SectionKind.OTHER, placed.block.start, announced=True, inside=not leads)
        if self._list and not self._list.style:
            self._list.style = item.style
        if self._list and self._list.style == item.style:
            self._list.last = item.number
        scope = self._latest(_argued(placed.section))
        if item.named or (item.urged and scope.kind is not SectionKind.PROBLEM):
            scope = _Scope(_NAMED.get(item.named, SectionKind.MEASURE), placed.block.start, announced=True)
        if scope is _NOTHING and (placed.block.start, item.mark) in self._verdicts:
            scope = _Scope(None, placed.block.start, strict=True, announced=True)
        found = enumerations.phrase(body, item, following) if scope.kind is not SectionKind.OTHER else None
        if found is None:
            return
        words = body[slice(*found)]
        weak = item.style in ("first", "side") or (item.style in ("paren", "digit") and item.mark > 0)
        if weak and not scope.announced and not _stands_alone(body, item, words):
            return
        kind = self._arguments.kind_of(words, scope)
        if kind:
            yield self._statement(kind, placed.block.text, *found, "lead phrase")

    def _open(self, announced: Announcement, placed: Placed, *, inside: bool) -> None:
        outer = frozenset(
            s.style for s in islice(placed.section.ancestry(), int(placed.block.kind is Kind.HEADING), None)
        )
        self._list = _Scope(announced.kind, placed.block.start, announced.strict, True, outer, inside=inside)

    def _latest(self, above: _Scope) -> _Scope:
        """What was said last: the heading above, or the announcement."""
        return self._list if self._list and self._list.at >= above.at else above

    def _statement(self, kind: SectionKind, text: Text, start: int, end: int, how: str) -> Statement:
        return Statement(
            self._document, _PREDICATE[kind], text.text[start:end], text.raw(start, end), f"arguments::{how}"
        )


def _argued(section: Section | None) -> _Scope:
    """What the headings around a place say: the innermost that announces problems or measures tells. Reasons that no
    heading is said to be of are problems where they state a fault."""
    reasons = _NOTHING
    for inner in section.ancestry() if section else ():
        at = inner.heading.start if inner.heading else -1
        kind = section_kind(inner.title)
        if _NEITHER.match(inner.title):
            return _Scope(SectionKind.OTHER, at)
        if inner.title and not _REASONS.match(inner.title) and _announces(inner, None):
            mixed = kind is SectionKind.OTHER
            return _Scope(None if mixed else kind, at, strict=mixed)
        if kind is SectionKind.OTHER:
            return _Scope(SectionKind.OTHER, at)
        if reasons is _NOTHING and _REASONS.match(inner.title):
            reasons = _Scope(SectionKind.PROBLEM, at, strict=True)
    return reasons


def _announces(section: Section, scope: _Scope | None) -> bool:
    """A heading that says that problems or measures follow (我国沿边开放现存问题), and is none itself. Below one that
    announced them already, only a heading that divides them (国家层面的对策) does."""
    title = section.title.rstrip("”’")
    if _BARE.match(title):
        return True
    if not _ANNOUNCES.search(title) or section_kind(title) is None or _STATES.search(title):
        return False
    if scope is None:
        scope = _argued(section.parent)
    top = (section.style in _TOP or section.style.startswith("hash")) and scope.kind not in _PREDICATE
    return top or bool(_GROUP.search(title))


def _stands_alone(body: str, item: Item, words: str) -> bool:
    """首先 leads an argument as often as a list: where nothing announces a list, only a short sentence of one clause."""
    after = body[item.start + len(words) : item.start + len(words) + 1]
    return 4 <= len(words) <= 30 and after in ("", "。", ";") and not _TOPIC.search(words)
