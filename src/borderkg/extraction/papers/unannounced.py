"""Lists that nothing announces, of a passage that stands alone: what their numbered titles are, their form tells.

    一、产业空心化严重 … 二、人口持续外流 …          problems
    （1）扩建货场。要增开车道。（2）翻修道路。…     measures

One title alone tells too little: a group numbered from one must agree. What has been done is no measure: 一是完善政策。
2020年印发….
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final, TypeAlias

from borderkg.corpus.headings import SectionKind, section_kind
from borderkg.corpus.page import Kind
from borderkg.corpus.sections import Placed, Section
from borderkg.extraction.marking.numerals import whole
from borderkg.extraction.papers import enumerations

Verdicts: TypeAlias = dict[tuple[int, int], SectionKind]
"""Of a block and where in it a title's mark begins, what the title is."""


@dataclass(slots=True)
class _Title:
    at: tuple[int, int]
    style: str
    number: int
    words: str
    told: str
    """What stands below it."""


_SHORT: Final = 20
"""Characters of a sentence that leads an item as a heading does."""

_SHORTEST: Final = 4
_REPORT: Final = re.compile(
    "总结|回顾|工作报告|情况|成效|做法|经验|亮点|纪实|综述|大事记|年鉴|概况|成就|历程|批复|公告|公报|纪要|声明|协定"
)
"""Titles above what tells of things done, or that answers, or that two sides agreed on."""

_PRAISE: Final = re.compile("优势|成效|成绩|特色|亮点|机遇|地位|潜力|作用|意义")
MAY_BE: Final = re.compile("可能|有望|或将")
"""发达国家可能陷入停滞: what may come is no trouble of the matter."""

_MATTER: Final = re.compile("的[^的]{1,4}$")
"""叠加之后的错位 is what is spoken of."""

_NOUN: Final = re.compile(
    "(?:必要性|重要性|紧迫性|可行性|意义|背景|历程|现状|模式|机理|内涵|条件|原因|动因|逻辑|关系|成效|成就|进展|实践|做法|经验|案例|思考|研究|分析|比较|问题|概况|规模"
    "|情况|历史|过程|阶段|理论|方法|数据|结果|特征|特点|影响|作用|效应|优势|原则|要求)$"
)
"""加快开放的重大意义 asks for nothing."""

_LARGE: Final = re.compile("[大高多快强长]$")
_BURDEN: Final = re.compile(
    "成本|费用?|难度?|风险|压力|门槛|差[距异]|税|负担|债|[环关]节|手续|周期|时间|障碍|阻力|隐患|漏洞|波动|落差|依赖|损耗|缺口|失业|流失|污染|纠纷|矛盾|不"
)
"""贸易额高, 客流量大 are no troubles; 物流成本高 is one."""

_PREPOSITION: Final = re.compile("[从与同和向以把将在]")
_DONE: Final = re.compile(
    r"(?:19|20)\d\d年(?!(?:底|末)?(?:前|以前|之前))|[已曾]|了(?!解)|累计|先后|完成|同比|获批|获得|荣获|实现了|\d(?:亿|万|%|公里|个|家|项|次|人)"
)
_AHEAD: Final = re.compile("力争|到20|争取|建议|应当?|必须|需要?|要|尽快|将|可(?:以|考虑)|下一步|鼓励|支持|研究|探索")


def verdicts(placed: Iterable[Placed], form: Callable[[str], SectionKind | None]) -> Verdicts:
    """What the titles of each list are that nothing above tells of; `form` says what a phrase looks like."""
    found: Verdicts = {}
    for group in _groups(_titles(list(placed))):
        forms = [_form(title, form) for title in group]
        for kind, least in ((SectionKind.PROBLEM, len(group) / 2), (SectionKind.MEASURE, max(2, 2 * len(group) / 3))):
            alike = [title for title, shown in zip(group, forms, strict=True) if shown is kind]
            if len(alike) >= least:
                found |= dict.fromkeys((title.at for title in alike), kind)
    return found


def _form(title: _Title, form: Callable[[str], SectionKind | None]) -> SectionKind | None:
    kind = form(title.words)
    large = _LARGE.search(title.words) and not _BURDEN.search(title.words)
    if kind is SectionKind.PROBLEM and (
        large or MAY_BE.search(title.words) or _PRAISE.search(title.words) or _MATTER.search(title.words)
    ):
        return None
    if kind is SectionKind.MEASURE and (
        _PREPOSITION.match(title.words)
        or _NOUN.search(title.words)
        or (_DONE.search(title.told) and not _AHEAD.search(title.told))
    ):
        return None
    return kind


def _groups(titles: Iterable[_Title]) -> Iterator[list[_Title]]:
    """The titles of one style numbered on from one."""
    running: dict[str, list[_Title]] = {}
    for title in titles:
        group = running.get(title.style, [])
        if title.number == 1 or title.number != len(group) + 1:
            if len(group) > 1:
                yield group
            running[title.style] = [title] if title.number == 1 else []
        else:
            group.append(title)
    yield from (group for group in running.values() if len(group) > 1)


def _titles(placed: list[Placed]) -> Iterator[_Title]:
    """Numbered headings and short sentences that lead numbered items, in order, where no heading above says what they are."""
    for i, here in enumerate(placed):
        if here.block.kind is Kind.HEADING:
            if untold(here.section):
                below = (p.block.text.text for p in islice(placed, i + 1, i + 3) if p.block.kind is Kind.PARAGRAPH)
                words = here.section.title.rstrip("。;:,")
                yield _Title((here.block.start, 0), here.section.style, number(here), words, "".join(below))
        elif here.block.kind is Kind.PARAGRAPH and untold(here.section, inside=True):
            body, items = here.block.text.text, enumerations.items(here.block)
            for k, item in enumerate(items):
                after = items[k + 1].mark if k + 1 < len(items) else len(body)
                found = enumerations.phrase(body, item, after)
                if body[max(0, item.mark - 1) : item.mark] in ("", "。") and found and _leads(body, found, after):
                    at = (here.block.start, item.mark)
                    yield _Title(at, item.style, item.number, body[slice(*found)], body[found[1] : after])


def _leads(body: str, found: tuple[int, int], after: int) -> bool:
    """Whether a short sentence stands above more."""
    return _SHORTEST <= found[1] - found[0] <= _SHORT and body[found[1] : found[1] + 1] == "。" and found[1] + 1 < after


def untold(section: Section, *, inside: bool = False) -> bool:
    """Whether no heading above says what a section is about (`inside`: nor its own)."""
    if not inside and section.style in ("", "plain"):
        return False
    above = islice(section.ancestry(), 0 if inside else 1, None)
    return not any(section_kind(s.title) or _REPORT.search(s.title) for s in above if s.title)


def number(placed: Placed) -> int:
    """The number of a heading; 0 where it has none."""
    mark = placed.block.enumerator
    printed = placed.block.lines[0].text[: mark.length] if mark else ""
    found = re.findall(r"[一二三四五六七八九十]+|\d+|[①-⑳]", printed)
    if not found:
        return 0
    return ord(found[-1]) - ord("①") + 1 if "①" <= found[-1] <= "⑳" else whole(found[-1]) or 0
