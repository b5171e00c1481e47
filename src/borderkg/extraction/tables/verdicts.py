"""What a text says of the significance of its estimates: open的系数不显著, β1在1%的水平上显著为正.

The level is noted with the estimate that it is about, as `said` (a level, or `none`); the clause is context of the estimate.
β1, β2, … are the terms of a table in their order. A clause that names no sample is of the only one; 总时段 and 全样本 are
the first, 分时段 the others.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from borderkg.extraction.statement import Statement
from borderkg.extraction.tables.superlatives import Heard

MAYBE: Final = re.compile(r"显著|表\s?\d")
"""In a sentence that tells a level, or the table that the next are about."""
_CLAUSE: Final = re.compile("[^,;。]+")
_NOT: Final = re.compile("不显著|未通过[^,;。]{0,8}显著性|不再显著|没有通过[^,;。]{0,8}显著")
_LEVEL: Final = re.compile(r"(?P<level>\d+(?:\.\d+)?%)的?(?:统计|显著性?|置信)?(?:水平)?[上下]?[^,;。\d]{0,8}?显著")
_BETA: Final = re.compile(r"β\s?(\d)")
_YEARS: Final = re.compile(r"((?:19|20)\d\d)年?\s?[—–~-]+\s?((?:19|20)\d\d)")
_COLUMN: Final = re.compile(r"(?:模型|列|第)?\(?([1-9])\)?(?:列)|模型\(?([1-9])\)?|列\(([1-9])\)")
_WHOLE: Final = re.compile("总时段|全样本|总样本|整个时段")
_PARTS: Final = re.compile("分时段|分样本|两个时段|各时段")
_TABLE: Final = re.compile(r"表\s?(\d+(?:-\d+)*)")
_NEAR: Final = 1500
"""Code points of the file over which a text goes on to speak of the table that it named."""
_OF_ESTIMATES: Final = re.compile(r"系数|回归|估计|显著性|水平[上下]|模型|表\s?\d")
_LATIN: Final = re.compile("[A-Za-zβΔ]")


def noted(statements: Sequence[Statement], heard: Iterable[Heard]) -> list[Statement]:
    """The statements, estimates of tables with what the sentences say of them."""
    estimates = [s for s in statements if s.predicate == "estimate" and "table" in s.rule]
    found: dict[int, Statement] = {}
    table, told_at = "", 0
    for annotation, locate in heard if estimates else ():
        if named := _TABLE.search(annotation.text):
            table, told_at = f"表{named[1]}", locate(*named.span())[0]
        spoken_of = table if locate(0, 1)[0] - told_at <= _NEAR else ""
        about = [s for s in estimates if not spoken_of or s.qualifiers.get("table") == spoken_of]
        for estimate, said, where in _said(annotation.text, about):
            context = tuple(dict.fromkeys((*estimate.context, locate(*where))))
            found[id(estimate)] = replace(estimate, qualifiers={**estimate.qualifiers, "said": said}, context=context)
    return [found.get(id(s), s) for s in statements] if found else list(statements)


def _said(text: str, estimates: Sequence[Statement]) -> Iterator[tuple[Statement, str, tuple[int, int]]]:
    """Which estimates a sentence says to be significant, at which level; clauses go on with the terms before."""
    if len({s.qualifiers.get("table") for s in estimates}) != 1:
        return
    terms = list(dict.fromkeys(str(s.qualifiers["term"]) for s in estimates))
    samples = list(dict.fromkeys(str(s.qualifiers["sample"]) for s in estimates))
    spoken: list[str] = []
    chosen: list[str] = []
    for clause in _CLAUSE.finditer(text):
        words = clause[0]
        spoken = _terms(words, terms) or spoken
        chosen = _samples(words, samples) or chosen
        said = "none" if _NOT.search(words) else level["level"] if (level := _LEVEL.search(words)) else ""
        if not said or not spoken or (not chosen and len(samples) > 1):
            continue
        if not _OF_ESTIMATES.search(text) and not all(_LATIN.search(term) for term in spoken):
            continue  # 贸易增长不显著: of trade, and not of its coefficient
        for estimate in estimates:
            of_sample = estimate.qualifiers["sample"] in (chosen or samples)
            if estimate.qualifiers["term"] in spoken and of_sample:
                yield estimate, said, clause.span()


def _terms(words: str, terms: Sequence[str]) -> list[str]:
    by_number = [terms[int(n) - 1] for n in _BETA.findall(words) if 0 < int(n) <= len(terms)]
    return by_number or [t for t in terms if re.search(rf"(?<![A-Za-z0-9_*Δ]){re.escape(t)}(?![A-Za-z0-9_*])", words)]


def _samples(words: str, samples: Sequence[str]) -> list[str]:
    years = [f"{a}/{b}" for a, b in _YEARS.findall(words)]
    named = [s for s in samples if s in years]
    if named:
        return named
    columns = [s for m in _COLUMN.finditer(words) for s in samples if (m[1] or m[2] or m[3]) == re.sub(r"\D", "", s)]
    if columns:
        return columns
    whole, parts = _WHOLE.search(words), _PARTS.search(words)
    return [*samples[: 1 if whole else 0], *(samples[1:] if parts and not years else [])]
