"""Problems and measures: headings and enumerated lead phrases of the sections that argue.

By the conventions of the exchange format: the headings below a heading 问题, 障碍 … or 对策, 建议 …, and lead phrases such as
第一，…。 and 一是…， within such a section; not any sentence of advice.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from borderkg.corpus.headings import SectionKind, section_kind
from borderkg.corpus.normaliser import Text
from borderkg.corpus.page import Kind
from borderkg.corpus.sections import Placed, Reading, Section
from borderkg.extraction.statement import Mention, Statement

_LEAD: Final = re.compile(
    r"(?:^|(?<=[。;:!?,]))(?:(?P<ordinal>第[一二三四五六七八九十]+[,、:]|(?<![。;:!?,])\d{1,2}[.、](?!\d))|(?P<item>[一二三四五六七八九十]是)|(?P<mark>[(（][一二三四五六七八九十\d]+[)）]|[①-⑳])"
    r"|(?P<first>首先|其次|再次|再者|最后|此外|另外|其[一二三四五]|一方面|另一方面)[,:]?)"
)
_LONGEST: Final = 42
_CUE: Final = re.compile(
    r"(?:(?P<problem>问题|困难|差距|不足|短板|制约|挑战|障碍|瓶颈|矛盾|困境|难题|原因)|(?P<measure>建议|对策|措施|举措|(?:重点|主要|几项|以下)工作|任务))[^。;!?]{0,12}[:。,]$"
)
"""A sentence that announces the list that follows it: 存在以下问题：, 本文提出四点建议。"""

_ANNOUNCED: Final = re.compile(
    r"存在|面临|看到|提出|突出|不少|仍有|重点抓|抓好|着力|以下|如下|多方面|主要|[两二三四五六七八九十几数]\s*(?:点|个|条|项|方面|大)"
)
_NUMBERED: Final = re.compile(
    r"(?:(?P<problem>问题|困难|障碍|难题|不足|短板)|(?P<measure>对策|建议|措施|举措))之[一二三四五六七八九十](?:是|:|,|为)(?P<what>[^,。;:!?]{4,34})"
)
_FAULT: Final = re.compile(
    r"(?:单一|激烈|不强|不足|滞后|薄弱|缓慢|不畅|偏低|缺乏|较低|不高|不完善|不健全|不合理|严重|有限|短缺|落后|失衡|脱节|欠缺|不平衡|较差|不够|匮乏|受阻|趋紧|加剧|不大|偏小|不顺|不明显|不协调|不到位|不稳定|较弱|不充分)$"
)
"""How a heading ends that states a fault, whatever stands above it."""

_PURPOSE: Final = re.compile(r"^(?:为|为了)[^,。;]{2,30},")
_NOT_TOPICS: Final = re.compile(r"^(?:如|例如|在|由于|因为|随着|根据|按照|对于|从|与|当前形势|目前来看)")
_INTRODUCES: Final = re.compile(r"(?:如下|方面|以下|入手|着手|特点|特征|原因)[:。,]?$")
_PREDICATE: Final = {SectionKind.PROBLEM: "identifiesProblem", SectionKind.MEASURE: "proposesMeasure"}


def statements(reading: Reading, document: Mention) -> Iterator[Statement]:
    """The problems that a document identifies and the measures that it proposes."""
    for placed in reading.placed:
        if placed.block.kind is Kind.HEADING:
            yield from _heading(placed, document)
        elif placed.block.kind is Kind.PARAGRAPH:
            yield from _leads(placed, document)


def _heading(placed: Placed, document: Mention) -> Iterator[Statement]:
    """A heading below a heading of problems or measures. The one that announces them argues nothing."""
    section = placed.section
    kind = _argued(section.parent)
    text = placed.block.text
    if kind is None and _FAULT.search(text.text.rstrip("。;:,")) and _unplaced(section):
        kind = SectionKind.PROBLEM
    if kind is None or not 4 <= len(text) <= 60 or _announces(section):
        return
    yield _statement(document, kind, text, 0, len(text.text.rstrip("。;:,")), "heading")


def _argued(section: Section | None) -> SectionKind | None:
    """What the headings below a section argue: the innermost heading that announces problems or measures tells."""
    if section is None:
        return None
    for inner in section.ancestry():
        if _announces(inner):
            kind = section_kind(inner.title)
            return kind if kind in _PREDICATE else None
        if section_kind(inner.title) is SectionKind.OTHER:
            return None
    return None


_ANNOUNCES: Final = re.compile(
    r"(?:问题|障碍|困难|挑战|短板|困境|瓶颈|制约因素|制约|不足|难点|难题|矛盾|对策|建议|措施|举措|策略|路径|思路|启示|展望|方向|应对|取向|症结|癥结|出路|差距|任务)(?:分析|研究|探讨|思考|选择|与思考|及原因|及成因|与建议|与对策|和建议)?$"
)


def _announces(section: Section) -> bool:
    """A heading that says that problems or measures follow (我国沿边开放现存问题), and is none itself."""
    title = section.title
    if not title or not _ANNOUNCES.search(title) or section_kind(title) not in (*_PREDICATE, SectionKind.OTHER):
        return False
    return (
        section.style in ("plain", "han", "chapter", "section")
        or section.style.startswith("hash")
        or bool(
            re.search(
                r"(?:存在的|现存|面临的?|主要|若干|突出|发展的|建设的)(?:主要|突出|现实|困难|问题|与|和){0,3}(?:问题|障碍|困难|挑战|短板|困境|瓶颈|制约因素|不足|难点|难题)$|(?:对策|建议|路径|策略)$",
                title,
            )
        )
    )


def _unplaced(section: Section) -> bool:
    """Whether nothing above a numbered heading tells what its section is about."""
    return section.style not in ("", "plain") and not any(
        section_kind(s.title) for s in islice(section.ancestry(), 1, None) if s.title
    )


def _leads(placed: Placed, document: Mention) -> Iterator[Statement]:
    text = placed.block.text
    body = text.text
    for match in _NUMBERED.finditer(body):
        kind = SectionKind.PROBLEM if match["problem"] else SectionKind.MEASURE
        yield _statement(document, kind, text, *match.span("what"), "one of several, by number")
    argued = _argued(placed.section)
    announced: SectionKind | None = None
    for match in _LEAD.finditer(body):
        announced = _announced(body[: match.start()]) or announced
        kind_here = argued or announced
        phrase = _phrase(body, match) if kind_here else None
        if phrase and kind_here:
            yield _statement(document, kind_here, text, *phrase, "lead phrase")


def _announced(before: str) -> SectionKind | None:
    """What the sentence right before an enumeration announces."""
    start = max(before.rstrip(":。").rfind(mark) for mark in "。;!?") + 1
    cue = _CUE.search(before, start)
    if cue is None or not _ANNOUNCED.search(before, start):
        return None
    return SectionKind.PROBLEM if cue["problem"] else SectionKind.MEASURE


def _phrase(body: str, lead: "re.Match[str]") -> tuple[int, int] | None:
    """The lead phrase after an ordinal: its sentence where that is short, else its first clause."""
    start = lead.end()
    purpose = _PURPOSE.match(body[start:]) if lead["ordinal"] else None
    start += purpose.end() if purpose else 0
    following = re.compile(r",[二三四五六七八九十]是").search(body, start) if lead["item"] else None
    stop = re.compile(r"[。;:!?]").search(body, start)
    if following and (stop is None or following.start() < stop.start()):
        whole = body[start : following.start()]
        return (start, following.start()) if 4 <= len(whole) <= 34 and "," not in whole else None
    end = stop.start() if stop else len(body)
    whole = body[start:end]
    comma = whole.find(",")
    if lead["first"] or lead["mark"]:
        # 首先 leads an argument as often as a list: only a short sentence of one clause names a problem.
        fits = 5 <= len(whole) <= 30 and comma < 0 and not _NOT_TOPICS.match(whole) and not _INTRODUCES.search(whole)
        return (start, end) if fits else None
    if lead["ordinal"] and len(whole) <= _LONGEST and (stop is None or stop[0] != ":"):
        return (start, end) if len(whole) >= 4 else None
    if lead["item"] and stop is not None and stop[0] == "。" and len(whole) <= 30:
        return start, end
    clause = comma if comma > 0 else len(whole)
    if 4 <= clause <= 34 and not _NOT_TOPICS.match(whole):
        return start, start + clause
    return None


def _statement(document: Mention, kind: SectionKind, text: Text, start: int, end: int, how: str) -> Statement:
    return Statement(document, _PREDICATE[kind], text.text[start:end], text.raw(start, end), f"arguments::{how}")


def headings_above(section: Section) -> Sequence[str]:
    return [inner.title for inner in section.ancestry() if inner.title]
