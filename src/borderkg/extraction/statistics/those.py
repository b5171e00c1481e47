"""Shares of those that words tell by what happens to them: 其中在本地加工的不到4%; and what tells no share of the whole told
before."""

import re
from typing import Final

from borderkg.extraction.span import Span
from borderkg.extraction.statistics.passage import Passage

_THOSE: Final = re.compile(
    "其中,?(?:在)?(?P<how>(?![^的]*占)[\u4e00-\u9fff]{2,10})的(?:仅|只|约|不到|不足|占|有|达|超过)*"
)
"""货运量90万吨，其中在本地加工的不到4%."""

_OF_THESE_PASS: Final = re.compile("其中,?(?:有|约|近|超过?|高达|达)*")
_PASSES: Final = re.compile(
    "(?:以上|左右)?的?(?:货物|旅客|商品|运量|贸易)?(?:都|均)?(?:经由?|由|从|通过|自|出口到|销往|运往|流向)"
)
"""占全区的45%，其中九成经吉隆口岸进出: how it passes, and no other share of the whole."""


_LIVE: Final = re.compile("(?:以上|左右)?(?:居住|生活|聚居|分布|从事)")


def share(words: str) -> str:
    """The share of those that words tell of by what happens to them, as an indicator; empty where they tell of none."""
    match = _THOSE.fullmatch(words)
    return f"{match['how']}比重" if match else ""


_LARGEST: Final = re.compile("(?<![的,])占比(?:最[多高大]|居首|第一)$")


def largest(clause: str) -> bool:
    """Whether a clause only ranks a part of what was told: 入境旅客中互贸旅客占比最多，达12万人次."""
    return bool(_LARGEST.search(clause))


_WHO_ARE: Final = re.compile("(?:以上|左右)?的[\u4e00-\u9fff]{2,10}[是为系属]")


def others(passage: Passage, figure: Span) -> bool:
    """占总数的一半，其中九成的入境旅客为某国籍: another share, of those that it names."""
    return bool(_WHO_ARE.match(passage.text, figure.end))


def passes(passage: Passage, start: int, figure: Span) -> bool:
    """Whether a figure tells only which part of what was told passes or lives somewhere."""
    if _LIVE.match(passage.text, figure.end):
        return True
    these = _OF_THESE_PASS.fullmatch(passage.text, start, figure.start)
    return bool(these and _PASSES.match(passage.text, figure.end))
