"""Enumerators of Chinese papers, and what a heading says of its section.

The styles (第一章, 一、, （一）, 1., 1.1, （1）, ①, Markdown's #) are not ranked beforehand: papers nest them in different
orders, so the section tree takes a style's level from its first appearance.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import Final

_HAN_NUMBER: Final = "一二三四五六七八九十"
_STYLES: Final = (
    ("hash", re.compile(r"(#{1,6})\s+")),
    ("chapter", re.compile(rf"第\s*[{_HAN_NUMBER}百\d]+\s*[章编篇部]\s*(?:分\s*)?")),
    ("section", re.compile(rf"第\s*[{_HAN_NUMBER}百\d]+\s*节\s*")),
    ("han", re.compile(rf"[{_HAN_NUMBER}]{{1,3}}\s*[、.,]\s*|[{_HAN_NUMBER}]{{1,2}}\s+(?=[\u4e00-\u9fff])")),
    ("han-paren", re.compile(rf"\(\s*[{_HAN_NUMBER}]{{1,3}}\s*\)\s*[、.,]?\s*")),
    ("dotted", re.compile(r"\d{1,2}\.\d{1,2}(?:\.\d{1,2})*\s*(?=[\u4e00-\u9fff“《])")),
    (
        "digit-paren",
        re.compile(r"\(\s*\d{1,2}\s*\)\s*[、.,]?\s*(?=[\u4e00-\u9fff“《])|\d{1,2}\)\s*(?=[\u4e00-\u9fff“《])"),
    ),
    ("digit", re.compile(r"\d{1,2}\s*[.、]\s*(?=[\u4e00-\u9fff“《\dA-Z]|$)|\d{1,2}\s+(?=[\u4e00-\u9fff“《])")),
    ("circled", re.compile(r"[①-⑳]\s*")),
)
# A number followed by one of these counts or dates something and numbers no heading.
_COUNTED: Final = re.compile(
    r"(?:年|月|日(?!本|常|益)|世纪|个|家(?!庭)|条(?!件|例)|项(?!目)|次(?!区域)|名(?!称)|人(?![口才民员力均文])|座|处(?!理|置)|所|种(?![植质族])|类(?!型)|亿|万|千|百"
    r"|多(?![元样边维重式])|余|来(?!源)|倍|岁|点|时(?![间空代期])|分(?![析布类工区省级])|度|元|吨|公里|平方|省(?![际级域])|市(?![场级民域])|县(?![域级])"
    r"|国(?![际内家外务民门境])|岸|期(?!间)|页|卷|版)"
)
"""一 国际关系的影响, 2 市场准入: a word that only begins so numbers a heading."""
_MEASURED: Final = re.compile("[亿万千百元吨倍亩度]|公里|公顷|平方|立方|个百分点|多|余|美元|米|小时|分钟")


@dataclass(frozen=True, slots=True)
class Enumerator:
    style: str
    length: int
    """Characters of the line that the enumerator takes."""


_BEGINS: Final = re.compile(rf"[#*第(\d①-⑳{_HAN_NUMBER}]")
"""With what an enumerator begins: most lines of prose do not."""


def enumerator(text: str) -> Enumerator | None:
    """The enumerator that a folded line begins with, if it does."""
    if not _BEGINS.match(text):
        return None
    if text.startswith("**"):  # Markdown's bold: **（二）通关手续繁琐**
        inner = enumerator(text[2:])
        return Enumerator(inner.style, inner.length + 2) if inner else None
    if all(len(token) == 1 for token in text.split()) and len(text) > 2:
        return None  # the header of a table: 一 二 三
    for style, pattern in _STYLES:
        match = pattern.match(text)
        if match is None:
            continue
        rest = text[match.end() :]
        if style == "hash":
            inner = enumerator(rest)  # the author's own numbering tells more than the converter's number of #
            if inner:
                return Enumerator(inner.style, match.end() + inner.length)
            return Enumerator(f"hash{len(match[1])}", match.end())
        if style in ("digit", "han") and not re.search(r"[.、,]", match[0]) and _COUNTED.match(rest):
            return None
        if style == "dotted" and _MEASURED.match(rest):
            return None  # the rest of a sentence: …进出口额/24.1亿元
        if style == "dotted":
            depth = match[0].count(".") + 1
            return Enumerator("dotted" if depth == 2 else f"dotted{depth}", match.end())
        if style == "digit" and re.match(r"\d", rest):
            # `66. 56%` is a number; `1. 2020 年…` at the head of a line is an item.
            return Enumerator(style, match.end()) if re.match(r"(?:19|20)\d\d\s*年", rest) else None
        return Enumerator(style, match.end())
    return None


class SectionKind(Enum):
    """What a section is about, as far as reading depends on it."""

    PROBLEM = auto()
    MEASURE = auto()
    OTHER = auto()


TROUBLES: Final = (
    "问题|障碍|困难|制约|挑战|短板|困境|瓶颈|不足|难题|难点|堵点|痛点|卡点|弱项|困扰|矛盾|症结|癥结|阻力|差距|薄弱环节|隐忧|软肋|掣肘|病根|病灶|"
    "顽疾|梗阻|弊端|缺陷|拦路虎|绊脚石|困局|欠账|难处|桎梏|不利因素|限制因素|局限"
)
"""Nouns for what is wrong."""

WAYS_OUT: Final = (
    "破题|破局|破解之[道策法]|解决之[道策]|治理之[道策]|怎么办|怎样办|如何办|怎么干|路在何方|何去何从|可行办法"
    "|之策|良策|良方|方略|解困|纾困|突围|脱困|突破口|政策(?:优化|完善|调整|选择|设计)"
)
"""Words and questions that stand for what is to be done."""

_PROBLEM: Final = re.compile(TROUBLES)
_MEASURE: Final = re.compile(
    rf"对策|建议|措施|举措|策略|路径|思路|推进方向|启示|优化方向|发展方向|应对|着力点|出路|重点任务|主要任务|重点工作|工作任务|工作重点|工作安排|工作打算|工作计划|工作思路|下一?步|今后打算|主要工作|努力方向|改进方向|政策含义|政策取向|办法与途径|展望|几点(?:想法|思考|设想|考虑|意见)|若干(?:想法|思考|设想)|何以破|解题|{WAYS_OUT}"
)
GOOD: Final = "机遇|机会|商机|优势|长处|有利条件|有利因素|成绩|成效|成就|亮点|潜力"
"""Nouns for what is well."""

_MIXED: Final = re.compile(
    rf"(?:{GOOD})[与和及、][^与和及、]{{0,6}}(?:{TROUBLES})|(?:{TROUBLES})[与和及、][^与和及、]{{0,4}}(?:{GOOD})"
)
_CONCLUSION: Final = re.compile(r"(?:结论|结语|小结|讨论)(?=[与及和、])")
_NEITHER: Final = re.compile(
    r"(?:现状|现实|成就|成效|历程|演进|回顾|综述|背景|特征|历史|进展|概况|基础|理论|模型|数据|实证|检验|变量|意义|影响|作用|文献|经验|假设|方法|逻辑)"
    r"(?:与\w{0,6}|和\w{0,6})?(?:分析|研究|述评|综述)?$"
)


@lru_cache(maxsize=256)
def section_kind(title: str) -> SectionKind | None:
    """What a heading says its section to be: problems, measures, something else; None where it does not tell."""
    problem, measure, neither = (p.search(title) for p in (_PROBLEM, _MEASURE, _NEITHER))
    if (problem and measure) or ((problem or measure) and _CONCLUSION.search(title)):
        return SectionKind.OTHER  # 主要障碍及对策研究, 结论与建议: its subsections tell
    if problem and _MIXED.search(title):
        return SectionKind.OTHER  # 机遇与挑战, 优势与不足
    if (problem or measure) and neither and re.search(r"[与及和、]", title):
        return SectionKind.OTHER  # 现状与问题
    if measure:
        return SectionKind.MEASURE
    if problem:
        return SectionKind.PROBLEM
    return SectionKind.OTHER if neither else None
