"""The share of what a clause says that something mainly is: 出口以机电产品为主，占比达63%."""

import re
from typing import Final

from borderkg.extraction.statistics import measures
from borderkg.extraction.statistics.passage import NUMBER, PLACE, TIME, Passage

_WORD: Final = f"[^,;。{PLACE}{TIME}{NUMBER}]"
_MAINLY: Final = re.compile(
    f"(?:^|[,;。{PLACE}{TIME}])(?P<base>{_WORD}{{2,12}}?)(?:主要|均|都|仍|则|多|商品|结构)*以(?P<part>{_WORD}{{2,16}}?)"
    "(?:为主(?:要?商品|导|体|力)?|为大宗|居多|为主打|最多|见长)(?=,|$)"
)
_OF_IT: Final = re.compile(
    rf"[,{TIME}]*(?:其|所|合计|两者|二者|三者|分别|依次)*"
    "(?:(?:占比|比重|份额|比例)|占(?!比)(?P<whole>[^,;占]{0,10}?)(?:的(?:比重|比例|份额)?)?)"
    "(?:约为|约|近|达到?|高达|仅为?|为|超过?|不足|就|已|左右|分别|依次)*"
)
_TOWARD: Final = re.compile("[对与同从向自][\u4e00-\u9fff]{1,8}$")


def share(passage: Passage, start: int, end: int) -> tuple[str, ...]:
    """The indicator of such a share, several behind 分别; none where the words of the figure, from `start`, are others."""
    words = passage.around(end)
    before = words.rfind("。", 0, start) + 1
    here = _OF_IT.fullmatch(words, start, end) if "以" in words[before:start] else None
    told = list(_MAINLY.finditer(words, before, start)) if here else []
    if here is None or not told:
        return ()
    base, part = (measures.HEAD_NOISE.sub("", passage.text[slice(*told[-1].span(k))]) for k in ("base", "part"))
    toward = _TOWARD.search(passage.text, before, told[-1].start("base"))
    base = (toward[0] if toward and PLACE in words[toward.start() : toward.end()] else "") + base
    whole = passage.text[slice(*here.span("whole"))].strip("的") if here["whole"] else ""
    several = re.split("[、和与及]", part) if "分别" in here[0] else [part]
    return tuple(f"{each}占{whole or base}的比重" for each in several)
