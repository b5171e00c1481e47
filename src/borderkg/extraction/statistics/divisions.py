"""How many districts, counties and towns a place has: 辖4镇7乡, 振兴、元宝、振安3区和宽甸县, 代管海林、宁安两个县级市.

Number and kind run together there without a measure word, or the names stand before both, so these are read as figures of
their own.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from borderkg.extraction.marking.numerals import whole
from borderkg.extraction.span import Span
from borderkg.extraction.values import Quantity

FOUND_BY: Final = "divisions:number"

_KIND: Final = (
    r"市辖区|县级市|地级市|自治州|地区(?!生产)|民族乡镇?|乡镇|乡[(〔]镇[)〕]|镇[(〔]乡[)〕]|街道(?:办事处)?|自治[县旗]|县市|市县|旗县|苏木乡镇|苏木|嘎查|行政村|自然村|建制村|社区|团场|林场"
    r"|[县区旗](?:\([市区旗、]{1,5}\)|〔[市区旗、]{1,5}〕)|镇(?![守静定域区])|乡(?![亲间村土])"
    "|[市区县旗盟](?![域境内间位块场际级值长府级区])"
)
_COUNTED: Final = re.compile(rf"(?P<n>(?<![\d.])\d{{1,4}}|[一二两三四五六七八九十百]{{1,4}})个?(?P<kind>{_KIND})")
_RULES: Final = re.compile(
    r"(?<=全[省州市盟])(?=[\d一二两三四五六七八九十]{1,3}个?[县旗])|(?<=[区境]内)(?=[\d一二两三四五六七八九十]{1,3}个?[县旗])|辖(?!区[\u4e00-\u9fff]{2}|境|内|地)(?:有|了)?|代管|下设|[设有](?=[\d一二两三四五六七八九十]+[镇乡街苏][\d一二两三四五六七八九十和、])"
)
_NEXT: Final = re.compile(
    r"(?:\((?!不?含|包?括|其中)[^()\d;。]{2,120}\))?(?:,?(?:另有|还有|另|还|共|合计|以及)+|,|[、和与及])?"
)
_HAS: Final = ("有", "设")
_MORE: Final = re.compile("[\u4e00-\u9fff]")
"""有2镇3乡受灾: some of them."""

_LONGEST: Final = 60
"""Of a list of names before its number."""
_NAMES: Final = re.compile(r"[\u4e00-\u9fff()]{1,14}(?:[、和与及][\u4e00-\u9fff()]{1,14})*")
_BEHIND: Final = re.compile("(?:等|共|合计|计)+$")


def divisions(text: str) -> Iterator[Span]:
    """The counts of divisions that a sentence says a place has."""
    seen = 0
    for verb in _RULES.finditer(text):
        at = max(verb.end(), seen)
        run: list[Span] = []
        while found := _next(text, at):
            number = whole(found["n"])
            if number:
                value = Quantity(Decimal(number), "个")
                run.append(Span(found.start(), found.end(), "Quantity", found[0], FOUND_BY, value=value))
            at = seen = found.end()
        if verb[0] not in _HAS or not _MORE.match(text, at):
            yield from run


def _next(text: str, at: int) -> re.Match[str] | None:
    """The next count of a run, perhaps behind its names; nothing where another thing is said first."""
    joined = _NEXT.match(text, at)
    begin = joined.end() if joined else at
    straight = _COUNTED.match(text, begin)
    if straight or "," in text[at:begin]:
        return straight
    for found in _COUNTED.finditer(text, begin, begin + _LONGEST):
        if _are_names(text[begin : found.start()], whole(found["n"]) or 0):
            return found
    return None


def _are_names(words: str, number: int) -> bool:
    """Whether words list at least as many names as the number behind them says (隆阳区和施甸、龙陵、昌宁三县)."""
    words = _BEHIND.sub("", words)
    return number > 1 and bool(_NAMES.fullmatch(words)) and len(re.split("[、和与及]", words)) >= number


def kind(figure: Span, before: str) -> str:
    """What a figure of these counts; `before` stands before it."""
    told = _COUNTED.fullmatch(figure.text)
    noun = told["kind"] if told else ""
    if noun == "市" and re.search("代管[^,;。]*$", before):
        return "县级市"
    return "市辖区" if noun == "区" else "乡镇" if re.fullmatch("[乡镇][(〔][乡镇][)〕]", noun) else noun
