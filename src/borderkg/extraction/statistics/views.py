"""How a text says that it breaks down what it told: 从国别看, 分贸易方式看, 在进口方面, 其中."""

import re
from typing import Final

_LOOKED_AT: Final = r"(?:[(〔][^()〔〕]{1,12}[)〕])?(?:来看|上看|看|来讲|而言|来说|划分|方面)"
"""从主要商品(前三位)看."""

_BY: Final = "(?:[单再]?从|再?分|按|就(?!业))"
_BEGINS: Final = "(?:^|[,;。:])"

OF_ANY: Final = re.compile(rf"{_BEGINS}{_BY}[^,;。(]{{1,12}}{_LOOKED_AT},")
OF_FIRMS: Final = re.compile(rf"{_BEGINS}{_BY}[^,;。(]{{0,4}}(?:企业|主体)(?:性质|类型|类别|结构)?{_LOOKED_AT},")
OF_PARTNERS: Final = re.compile(rf"{_BEGINS}{_BY}[^,;。(]{{0,6}}(?:国别|市场|伙伴|国家)[^,;。(]{{0,4}}{_LOOKED_AT},")
OF_GOODS: Final = re.compile(
    rf"{_BEGINS}(?:而|其中|同期|此外)*,?(?:(?:从|分|按|就|在)?(?:主要|大宗|重点)*(?P<way>进口|出口)(?:的?(?:主要|大宗|重点)*(?:商品|产品|货物|货类|品种))?"
    rf"(?:种类|品种|品类|结构|构成|类别)?{_LOOKED_AT},|(?:主要|大宗|重点)*(?P<these>进口|出口)的?(?:主要|大宗)?(?:商品|货物|产品|货类)(?:中,|里,|主要为|主要是|主要有|为|是|有|包括|依次为|依次是):?)"
)
"""从主要出口商品看, 出口商品主要有: what is named behind it was exported."""

_HEAD: Final = rf"{_BY}[^,;。(\d]{{1,12}}?{_LOOKED_AT}"

AT_HEAD: Final = re.compile(f"{_HEAD},")
"""从规模看，…。从地区看，…: a sentence that looks at the whole another way."""

BREAKS_DOWN: Final = re.compile(
    f"(?:而|其中)?,?(?:其中|同期|{_HEAD}|(?:而?在)?[^,;。]{{0,8}}(?:[进出]口|贸易|商品|产品|市场|伙伴|[客货]运)[^,;。]{{0,4}}方面|在[^,;。]{{0,8}}(?:伙伴|市场|国别|商品|产品)中)[,:]"
    "|(?:(?:统计|海关)?(?:数据)?显示|据统计|据了解),?[\u4e00-\u9fff、]{2,20}[是为](?:主要|最大|第[一二三]大)贸易(?:伙伴|国别)[,。]"
)
"""At the head of a paragraph, or of a sentence: what was told before is broken down, and the whole is that."""

GOES_ON: Final = re.compile("其中|而[在从就]|(?:另外|此外),?(?:[对从在]|[\u4e00-\u9fff]{2,8}[额量值])")
"""At the head of a paragraph: it is of the time of the one before, be it a part of that or told beside it."""


def last(view: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    """The last place before `end` at which a text takes a view."""
    return next(reversed(list(view.finditer(text, 0, end))), None)
