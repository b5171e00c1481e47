"""Periods that a text divides time into: by its headings, and what it places in them.

A heading such as 第一轮沿边开放：…, 起步阶段（1978—1991年） or 1992—2006年：快速发展阶段 names a period; what is issued, held or
launched in its section belongs to it. Every period belongs to its source.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from borderkg.corpus.layout import Block
from borderkg.corpus.sections import Section
from borderkg.extraction.annotation import Annotation
from borderkg.extraction.discourse.surroundings import Surroundings
from borderkg.extraction.marking.recogniser import Sentence
from borderkg.extraction.marking.stages import NAMED, NOT_PERIODS
from borderkg.extraction.relations.read import Read
from borderkg.extraction.statement import Mention, Range, Statement
from borderkg.extraction.values import Time

_ROUND: Final = (
    r"第[一二三四五六七八九十\d]+轮(?:沿边|对外|对外沿边|边境|内陆沿边)?(?:地区)?(?:开发|对外)?(?:开放|发展)?"
)
_STAGE: Final = r"第[一二三四五六七八九十\d]+(?:个)?(?:阶段|时期)"
_NAME: Final = re.compile(rf"{_ROUND}|{_STAGE}|{NAMED}")


_A_LIST: Final = re.compile(r"[的与和及](?:阶段|时期)$")
"""口岸建设的三个阶段, 政策的演进与阶段: the heading of a section that tells of the periods, the name of none."""

_OF_PERIODS: Final = re.compile("的?(?:划分|分期|界定|特征|特点|比较|演变|演进|更替|转换|划定|分析|小结)")
"""边贸政策的演进与阶段划分: such a heading tells how time is divided."""


def of_heading(text: str, sentences: Sequence[Sentence]) -> Iterator[Read]:
    """Start and end of the period that a heading names with its years."""
    name = _name_in(text)
    if name is None:
        return
    for sentence in sentences:
        began = ""
        for span in sentence.annotation.spans:
            time = span.value
            if span.label != "Date" or not isinstance(time, Time) or time.plan or not time.start:
                continue
            if time.vague:
                began = sentence.annotation.text[span.end : span.end + 1]
                continue
            start, end = sentence.offset + span.start, sentence.offset + span.end
            mention = Mention("Period", name[0], (name[0],))
            where = (min(start, name[1]), max(end, name[2]))
            if began and began in "—至到":  # 80年代初—1991年: only the end is told
                years = [("endYear", time.start)]
            else:
                years = [("startYear", time.start), *([("endYear", time.end)] if time.end else [])]
            for predicate, year in years:
                yield Read(
                    mention, predicate, Time(year[:4]), where, (), "periods::heading with years", "", None, where
                )
            return


_YEARS_FIRST: Final = re.compile(
    r"^(?:\(?[一二三四五六七八九十]+\)?[、.]?)?(?:从|自)?(?:19|20)\d\d年?(?:[—~-](?:19|20)?\d\d年?|至今|以来|至(?:19|20)\d\d年)?(?::|——?|的)(?P<name>[^:,。;()]{2,20})$"
)
"""1949—1977年：封闭与有限往来, 2012年至今的全方位提升阶段: a heading that dates its section is the name of a period."""


_SPANNED: Final = re.compile(
    r"^(?:第[一二三四五六七八九十\d]+[章节編篇]|\(?[一二三四五六七八九十\d]+\)?[、.．]?|\d+(?:\.\d+)*\s?)?\s?(?P<name>[\u4e00-\u9fff与、]{2,16})\((?:19|20)\d\d年?(?:[—~-]|至)(?:(?:19|20)\d\d年?|今)\)$"
)
_NO_HISTORY: Final = re.compile(
    "[表图]|统计|数据|概况|情况|规划|纲要|计划|方案|目录|年鉴|分析|比较|状况|变化|文件|大事记|名单|意见|办法|沿革|演变|演进|历程|回顾|历史|综述|述评|变迁|脉络|简史|概述|轨迹|梳理|政策$|阶段$|时期$|期$"
)
"""恢复与探索（1978—1991年）: a heading with its years is the name of a period; figures and plans of some years are none."""

_STAGE_CALLED: Final = re.compile(rf"{_STAGE}[:,—]+{NAMED}")
"""第二阶段：铺展期: what the stage is called is its name."""

_PLAN: Final = re.compile(
    r"(?:\(?[一二三四五六七八九十\d]+\)?[、.]?)?(?P<name>“?(?:十[一二三四五]?|[六七八九])五”?时期)(?:\([^()]*\))?"
)
"""A heading that is nothing but a plan period: 十四五时期的思路 names no period of a history."""


@lru_cache(maxsize=256)
def _name_in(text: str) -> tuple[str, int, int] | None:
    """The period that a heading names, and where in it."""
    plan = _PLAN.fullmatch(text)
    if plan:
        return plan["name"], *plan.span("name")
    dated = _YEARS_FIRST.match(text)
    if dated:
        return dated["name"], *dated.span("name")
    spanned = _SPANNED.match(text)
    if spanned and not _NO_HISTORY.search(spanned["name"]):
        return spanned["name"], *spanned.span("name")
    bare = re.sub(r"[(（][^()（）]*[)）]", lambda m: " " * len(m[0]), text)
    for match in _NAME.finditer(bare):
        name = match[0].lstrip("、与和")
        if _A_LIST.search(name) or _OF_PERIODS.match(bare, match.end()) or _STAGE_CALLED.match(bare, match.start()):
            continue
        if not NOT_PERIODS.search(name):
            return name, match.end() - len(name), match.end()
    return None


def heading_of(section: Section) -> Block | None:
    """The innermost heading around that names a period."""
    for inner in section.ancestry():
        if inner.heading and _name_in(inner.title):
            return inner.heading
    return None


def of_section(section: Section) -> Mention | None:
    """The period under whose heading a section stands."""
    heading = heading_of(section)
    name = _name_in(heading.text.text) if heading else None
    return Mention("Period", name[0], (name[0],)) if name else None


_PERIOD: Final = re.compile(r"(?:时期|阶段|(?<!后)期)$")
_LEAD: Final = re.compile(
    r"^(?:\(?[一二三四五六七八九十\d]+\)?[、.]?|[①-⑩])?\s?(?P<name>[^。:;,()]{2,16})(?:\([^()]*(?:19|20)\d\d[^()]*\))[。:]"
)


def lead_in(text: str) -> Range | None:
    """Where the first words of a paragraph name a period with its years, as a heading would: 二、起步时期(1984—1991年)。"""
    lead = _LEAD.match(text)
    if lead is None:
        return None
    name = _name_in(lead["name"])
    if name:
        return lead.start("name") + name[1], lead.start("name") + name[2]
    return lead.span("name") if _PERIOD.search(lead["name"]) else None


def of_lead(text: str) -> Mention | None:
    """The period that the first words of a paragraph name."""
    lead = lead_in(text)
    return Mention("Period", text[slice(*lead)], (text[slice(*lead)],)) if lead else None


_SPOKEN_OF: Final = re.compile(
    r"(?:而|但)?(?:在|于)?(?:[这该此]一?(?:时期|阶段|期间?)|同一?时期)(?![之以]?[后前末初])(?:[内中里间])?"
)


def carried(around: Surroundings, annotation: Annotation, told: tuple[Mention, Range] | None) -> Surroundings:
    """What surrounds a sentence that goes on about the period that its paragraph has told of: 这一时期，…; 在此期间，…."""
    if told is None or not _SPOKEN_OF.match(annotation.text):
        return around
    return replace(around, period=told[0], named_at=told[1])


_OF_A_MARK: Final = ("periods::the opening mark of", "periods::a period opens")
"""The rules that take the year of a mark for that of the period."""

_NAMED_WITH_YEARS: Final = "periods::a named period and its years"

_DATED: Final = ("dateIssued", "issuedBy")
_DATED_TYPES: Final = ("Policy", "Meeting", "Event")


def placed_in(reads: Sequence[Read], around: Surroundings) -> list[Read]:
    """What a section of a period tells of as issued, held or launched is in the period."""
    if around.period is None:
        return []
    placed: dict[str, Read] = {}
    for read in reads:
        if read.predicate in _DATED and read.subject.type in _DATED_TYPES and not read.modality:
            if read.rule.startswith("inherent"):
                continue
            if read.subject.text not in placed or read.predicate == "dateIssued":
                placed[read.subject.text] = read
    return [
        Read(
            read.subject,
            "inPeriod",
            around.period,
            read.evidence,
            read.context,
            "periods::told under a heading",
            "",
            read.year,
            read.match,
            around.named_at is None,
            () if around.named_at is None else (around.named_at,),
        )
        for read in placed.values()
    ]


def settled(statements: Sequence[Statement]) -> list[Statement]:
    """Without the years of opening marks where the text itself tells when the period began; a period begins once, in the
    year that is told first: 恢复时期(1983—1991年):1984年….
    """
    first: dict[str, object] = {}
    told: set[str] = set()
    for s in statements:
        if s.predicate == "startYear" and not s.rule.startswith(_OF_A_MARK):
            told.add(s.subject.text)
            if s.rule == _NAMED_WITH_YEARS:
                first.setdefault(s.subject.text, s.object)
    return [s for s in statements if s.predicate != "startYear" or _stands(s, told, first)]


def _stands(s: Statement, told: set[str], first: dict[str, object]) -> bool:
    if s.rule.startswith(_OF_A_MARK):
        return s.subject.text not in told
    return s.rule != _NAMED_WITH_YEARS or first[s.subject.text] == s.object
