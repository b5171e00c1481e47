"""Several places of which a figure is told as of one: 云南、广西两省区, 黑山头口岸、室韦口岸."""

import re
from collections.abc import Iterable
from typing import Final

from borderkg.extraction.marking.numerals import whole
from borderkg.extraction.statement import Mention, Range
from borderkg.extraction.statistics.holders import GOVERNED, Holder
from borderkg.extraction.statistics.passage import PLACE, TIME

_GROUP_OF: Final = re.compile(
    rf"(?<![边占辖有设含\d{PLACE}])(?P<n>两|三|四|五|六|二|\d)(?:地|省|国(?![\u4e00-\u9fff]{{0,3}}(?:公民|旅客|游客|人员|边民))|省区|市|州|县|者|口岸|个?省〔区〕|个?口岸|个?地区)"
)
_GROUP_AT_HEAD: Final = re.compile(rf"(?:{TIME}|[到至在]|截至|其中|但|而)*[两二三四五六](?:地|者|个?口岸|[市县州省区])")
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


def of_group(words: str) -> int:
    """How many places words go back to as one group (两地, 3个省(区)); 0 where to none."""
    told = _GROUP_OF.search(words)
    return (whole(told["n"].replace("两", "二")) or 0) if told else 0


def group_at_head(words: str) -> int:
    """The same of a clause, as a mask, that begins with the group: 2019年四口岸的客流大减，…."""
    return of_group(words) if _GROUP_AT_HEAD.match(words) else 0
