"""Indices and coefficients, whose numbers have no unit: 基尼系数为0.45, 性别比由101.2降至97.6, 城乡收入比3.2:1."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from borderkg.extraction.span import Span
from borderkg.extraction.values import Quantity

FOUND_BY: Final = "indices:number"

_NAME: Final = re.compile(
    "(?:(?:基尼|锡尔|变异|恩格尔|垦殖|不平衡|差异)系数|(?<!莫兰)(?<!号)指数|(?:协调|耦合|集中|集聚|聚集|偏离|外向|开放|首位|联系|隶属|便利化|关联|结合|依存)度(?:指数)?"
    "|性别比|收入(?:之)?比|区位熵|(?:综合|总)得分)(?:\\([^()]{1,14}\\))?"
)
_YEAR: Final = r"(?:19|20)\d\d年的?"
_WORD: Final = r"(?:[^,。;:()\d占]|" + _YEAR + ")"
_NUMBER: Final = r"(?P<n>-?\d{1,3}(?:\.\d+)?)(?:\s?:\s?1(?![\d.]))?"
_ENDS: Final = r"(?=[,。;、()]|$|[和与及至到]|左右|以[上下]|上升|下降|提[高升]|[增升降]|扩大|缩小|的(?!倍))"
_FIRST: Final = re.compile(rf"{_WORD}{{0,16}}?(?<![\d.:年第表图式]){_NUMBER}{_ENDS}")
_NEXT: Final = re.compile(
    rf"(?:[、,和与及]|以及|[,;][^,。;:()\d占]{{2,14}}?(?:为|达到?|是|仅)|{_WORD}{{0,14}}?(?:到|至|为|成)了?(?:{_YEAR})?){_NUMBER}{_ENDS}"
)
_WHOLE: Final = re.compile("(?:指数|性别比)")
"""Whose numbers may have no decimals."""


def indices(text: str) -> Iterator[Span]:
    """The numbers of a sentence that are told of an index or a coefficient."""
    position = 0
    for name in _NAME.finditer(text):
        if name.start() < position:
            continue
        found = _FIRST.match(text, name.end())
        while found and ("." in found["n"] or _WHOLE.match(name[0])):
            value = Quantity(Decimal(found["n"]), "")
            yield Span(
                found.start("n"), found.end(), "Quantity", text[found.start("n") : found.end()], FOUND_BY, value=value
            )
            position = found.end()
            found = _NEXT.match(text, found.end())
