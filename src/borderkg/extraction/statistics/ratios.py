"""The ratio of the three industries: 三次产业结构为8.1:20.5:71.4. It tells three shares, in the order of the industries."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from borderkg.extraction.span import Span
from borderkg.extraction.statistics.course import Course
from borderkg.extraction.statistics.figure import Said
from borderkg.extraction.statistics.leads import Lead
from borderkg.extraction.values import Quantity

UNIT: Final = ":"
"""Of a ratio as a quantity; its words are the ratio, its number the first of it."""

INDUSTRIES: Final = ("第一产业比重", "第二产业比重", "第三产业比重")
_TOLD: Final = re.compile(
    r"(?:三次?产业?|一二三产业?|第?一、第?二、第?三产业|产业)(?:增加值|产值)?(?:的)?(?:比重|比例|结构|构成|之比|比(?!上|较))"
)
_NUMBER: Final = r"(\d{1,2}(?:\.\d+)?)%?"
_RATIO: Final = re.compile(rf"(?<![\d.])(?<!\d:){_NUMBER}\s?[:︰]\s?{_NUMBER}\s?[:︰]\s?{_NUMBER}(?![\d.]|\s?:)")
_MISPRINTED: Final = 12
"""How far the three may be from 100 together: a misprint is kept as it is printed, and told by the audit."""


def ratios(text: str) -> Iterator[Span]:
    """The ratios of the three industries in a sentence that speaks of them; nothing where the three are far from a whole."""
    told = _TOLD.search(text)
    if told is None:
        return
    for match in _RATIO.finditer(text, told.end()):
        if abs(sum(parts(match[0]), Decimal(-100))) <= _MISPRINTED:
            value = Quantity(Decimal(match[1]), UNIT, words=match[0])
            yield Span(match.start(), match.end(), "Quantity", match[0], "ratios:industries", value=value)


def parts(ratio: str) -> tuple[Decimal, ...]:
    """The numbers of a ratio."""
    return tuple(Decimal(number) for number in re.findall(r"\d+(?:\.\d+)?", ratio))


_OF_A_CLASS: Final = re.compile("(?:边境|沿边)[县旗市]")
"""内蒙古边境旗市三次产业比例: of no place."""


def read(lead: Lead, course: Course) -> Iterator[Said]:
    """What a ratio says: the share of each part."""
    if _OF_A_CLASS.search(lead.text):
        return
    course.measure(INDUSTRIES, None)
    course.unit, course.kind = "%", "level"
    where = lead.passage.at(lead.figure.start, lead.figure.end)
    for name, number in zip(INDUSTRIES, parts(lead.figure.text), strict=True):
        yield Said(name, number, "%", "level", evidence=where)
