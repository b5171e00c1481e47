"""Several places of which a figure is told as of one: 云南、广西两省区, 黑山头口岸、室韦口岸."""

import re
from collections.abc import Iterable
from typing import Final

from borderkg.extraction.statement import Mention, Range
from borderkg.extraction.statistics.holders import GOVERNED, Holder

_TOGETHER_CALLED: Final = re.compile(r"[两二三四五六七八九十\d]{1,2}个?(?:省区|省)")


def _full(mention: Mention) -> str:
    """黑山头、室韦两口岸: ports by their full names."""
    named = mention.type != "Port" or mention.text.endswith(("口岸", "港", "站"))
    return mention.text if named else f"{mention.text}口岸"


def union(holders: Iterable[Holder], words: str) -> Holder:
    """云南、广西、辽宁 together, as one: 云南、广西、辽宁3省区, or as the words of the figure call them: 两省区."""
    several = list(holders)
    names = [_full(holder.mention) for holder in several]
    provinces = all(any(i.is_province for i in holder.mention.individuals) for holder in several)
    called = _TOGETHER_CALLED.search(words)
    number = "两" if len(names) == len(("one", "other")) else str(len(names))
    text = "、".join(names) + ((called[0] if called else f"{number}省区") if provinces else "")
    mention = Mention("Region", text, tuple(h.mention.surface[0] for h in several if h.mention.surface))
    told = several if all(h.raw for h in several) else [h for h in several if h.mention.type in GOVERNED]
    return Holder(mention, _around(h.where for h in several), _around(h.raw for h in told))


def _around(ranges: Iterable[Range | None]) -> Range | None:
    """From where the first of some ranges begins to where the last ends."""
    told = [r for r in ranges if r]
    return (min(r[0] for r in told), max(r[1] for r in told)) if told else None
