"""Places in an order, doublings, and what is the only one: 居全国第18位, 西部地区首位, 翻了一番, 唯一的边境口岸. They are figures
without a unit of their own."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from borderkg.extraction.marking.numerals import whole
from borderkg.extraction.span import Span
from borderkg.extraction.statistics.wording import any_of
from borderkg.extraction.values import Quantity

_AMONG: Final = f"(?:(?:同类)?{any_of('ranked-ways')}*{any_of('ranked')})"
_AREA: Final = any_of("ranked-in")
_SCOPE: Final = rf"(?:{_AREA}(?:各?{_AMONG})?)"
_RANK: Final = re.compile(
    rf"(?:(?:居|位居|位列|列|排在?|排名|位于|名列|跃居|升至|稳居)(?P<scope>{_SCOPE})(?:之|的)?|(?<=、)(?P<next>{_SCOPE})|(?P<scope2>{_SCOPE})排名"
    rf"|在(?P<scope3>{_AREA})[\u4e00-\u9fff]{{0,12}}?[中里](?:位居|居|位列|名列|列|排名|排在?))"
    r"(?:第(?P<n>\d+|[一二三四五六七八九十]+)(?:位|名)?(?![\u4e00-\u9fff]?(?:大|产业|季度|批))|(?P<first>首位|榜首|之首))"
)
_DOUBLE: Final = re.compile(r"翻了?(?P<n>[一两二三四])番(?P<many>多)?")
_ONLY: Final = re.compile("唯一(?=(?:的|一个|的一个)?(?:对外开放的?|边境|陆路|陆地|国家级)?口岸(?!城市|经济|之))")
_MIGHT: Final = re.compile("位|首|第|番|唯一")
ONLY: Final = "ranks:the only one"


def ranks(text: str) -> Iterator[Span]:
    """The ranks in a sentence, as quantities in 位 with the scope that they are in, and the doublings, in 番."""
    if not _MIGHT.search(text):
        return
    for m in _RANK.finditer(text):
        number = 1 if m["first"] else whole(m["n"]) or 0
        value = Quantity(Decimal(number), "位", words=m[0])
        yield Span(m.start(), m.end(), "Quantity", m[0], "ranks:rank", value=value)
    for m in _ONLY.finditer(text):
        yield Span(m.start(), m.end(), "Quantity", m[0], ONLY, value=Quantity(Decimal(1), "个", words=m[0]))
    for m in _DOUBLE.finditer(text):
        times = 2 ** (whole(m["n"]) or 1)
        value = Quantity(Decimal(times), "番", comparator=">" if m["many"] else "", words=m[0])
        yield Span(m.start(), m.end(), "Quantity", m[0], "ranks:doubling", value=value)


def scope(rank: str) -> str:
    """What a rank is among."""
    m = _RANK.match(rank) or re.match(rf"(?P<next>{_SCOPE})", rank)
    return next((m[k] for k in ("scope", "next", "scope2", "scope3") if k in m.groupdict() and m[k]), "") if m else ""


_SEVERAL: Final = re.compile("[三四五六七八九十\\d]项(?:主要)?(?:指标|数据)[^,;。]*$")


def of_several(words: str) -> bool:
    """Whether a rank is told of several measures that its clause does not name: 四项指标均居全省第一."""
    return bool(_SEVERAL.search(words))
