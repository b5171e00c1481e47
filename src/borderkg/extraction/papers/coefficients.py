"""Regression coefficients that a paper tells in running text: 变量did的系数为0.067，标准误0.021，在1%水平上显著.

Read only where no table of the text gives them, and only where a standard error or a level of significance is told with
them, which tells them from other coefficients (基尼系数).
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from borderkg.corpus.page import Kind
from borderkg.corpus.sections import Placed, Reading
from borderkg.extraction.papers.estimates import LEVELS, sample_of
from borderkg.extraction.statement import Mention, Statement

_NUMBER: Final = r"-?\d+\.\d+"
_AND: Final = r"(?:[、,和与及]|以及)"
_TOLD: Final = re.compile(
    rf"(?P<terms>[^,;。:]{{0,40}}?)的?(?:回归|估计|交互项|影响)?系数(?:的?估计值|值)?(?:均|都|约|仅|显著|分别|依次|则|由{_NUMBER})*"
    rf"(?:为|是|达到?|等于|[降升增减下提]+[降高升至到为]*|:)?约?(?P<values>{_NUMBER}\**(?:{_AND}{_NUMBER}\**){{0,4}})"
)
_LATIN: Final = re.compile(r"[A-Za-z][A-Za-z_\d]*(?:[×*·][A-Za-z][A-Za-z_\d]*)*")
_BEFORE_TERM: Final = re.compile(
    r"^(?:而|但|且|同时|(?:估计|回归)?结果(?:显示|表明)?|可以看出|可见|其中|核心(?:解释)?变量|关键(?:解释)?变量|解释变量|控制变量|变量|模型|列|第[一二三四]列|\([一二三四五\d]\)|中|的)+"
)
_ERROR: Final = re.compile(rf"标准误差?(?:分别)?(?:为|是|:)?(?P<values>{_NUMBER}(?:{_AND}{_NUMBER})*)")
_LEVEL: Final = re.compile(
    rf"(?P<values>\d+(?:\.\d+)?%(?:{_AND}\d+(?:\.\d+)?%)*)的?(?:统计|显著性|显著|置信)?(?:水平(?:上|下)?[^,;。]{{0,6}}?(?:显著|检验|成立)|检验)"
)
_LEVEL_BEFORE: Final = re.compile(r"在(?P<values>\d+(?:\.\d+)?%)的?(?:统计|显著性|显著|置信)?水平[上下]?,$")
"""在1%的显著性水平上，口岸开放的系数为…."""

_NOT: Final = re.compile("不显著|未通过|不再显著")
_END: Final = re.compile("[;。]|系数")
_TABLE: Final = re.compile(r"表\s?(\d+(?:[-—.]\d+)*)")
_DEPENDENT: Final = re.compile(
    r"被解释变量(?:均|分别)?(?:为|是|:)([^()。;,]{1,24})|以([^()。;,]{1,16})(?:替换|作为)被解释变量"
)


def statements(reading: Reading, document: Mention) -> Iterator[Statement]:
    """The coefficients of the running text."""
    before = ""
    for placed in reading.placed:
        if placed.block.kind is Kind.PARAGRAPH:
            text = placed.block.text.text
            if "系数" in text:
                yield from _of_block(placed, before, reading.document.text, document)
            before += text + "\n"


def _of_block(placed: Placed, before: str, printed: str, document: Mention) -> Iterator[Statement]:
    text = placed.block.text.text
    last: list[str] = []
    for match in _TOLD.finditer(text):
        end = _END.search(text, match.end())
        tail = text[match.end() : end.start() if end else len(text)]
        numbers = list(re.compile(_NUMBER).finditer(text, match.start("values"), match.end("values")))
        values = [number[0] for number in numbers]
        stars = [_stars(placed, number, printed) for number in numbers]
        errors, levels = _values(_ERROR.search(tail)), _values(_LEVEL.search(tail))
        levels = levels or _values(_LEVEL_BEFORE.search(text, 0, match.start()))
        terms = _terms(match["terms"]) or last
        if not terms or not (errors or levels or _NOT.search(tail) or any(stars)):
            continue
        last = terms
        said = before + text[: match.start("values")]
        dependents, tables = _DEPENDENT.findall(said), _TABLE.findall(said)
        for k, value in enumerate(values):
            level = _of(levels, k, len(values)) or _of(stars, k, len(values))
            qualifiers: dict[str, object] = {
                "table": f"表{tables[-1]}" if tables else "",
                "dependent": "".join(dependents[-1]) if dependents else "",
                "term": _of(terms, k, len(values)),
                "sample": sample_of(said),
                "significance": level or None,
            }
            if error := _of(errors, k, len(values)):
                qualifiers["stdError"] = float(error)
                if error.endswith("0"):
                    qualifiers["printedError"] = error
            yield Statement(
                subject=document,
                predicate="estimate",
                object=Decimal(value),
                evidence=placed.block.text.raw(match.start("terms"), match.end()),
                rule="coefficients::told in running text",
                qualifiers=qualifiers,
            )


def _stars(placed: Placed, number: "re.Match[str]", printed: str) -> str:
    """The level that the stars behind a number stand for; the file has them all, a paragraph may lose some as marks."""
    _, end = placed.block.text.raw(*number.span())
    behind = re.compile(r"\**").match(printed, end)
    return LEVELS.get(len(behind[0]), "") if behind else ""


def _terms(words: str) -> list[str]:
    """The terms before 系数: in Latin letters, or as a noun phrase; none where the words leave it out."""
    latin = _LATIN.findall(words)
    if latin:
        return list(latin)
    bare = _BEFORE_TERM.sub("", words).rstrip("的")
    return [part for part in re.split(_AND, bare) if part] if 2 <= len(bare) <= 24 else []


def _values(match: "re.Match[str] | None") -> list[str]:
    return re.split(_AND, match["values"]) if match else []


def _of(values: Sequence[str], k: int, number: int) -> str:
    """The value in its turn, where there are as many; the one that holds of all; nothing where it is not clear."""
    return values[k] if len(values) == number else values[0] if len(values) == 1 else ""
