"""Which place 全省, 县境 and 镇域 speak of: of the places spoken of and those around them the one of that rank.

After 绥芬河 and 黑河 全省 is 黑龙江, though the text names no province; 镇域面积 is of the town, not of the zone in it.
"""

import re
from collections.abc import Iterable
from typing import Final

from borderkg.extraction.statement import Mention
from borderkg.extraction.statistics.holders import Holder
from borderkg.extraction.statistics.passage import PLACE, TIME
from borderkg.reference import Reference

_WHOLE: Final = re.compile(
    rf"(?:^|(?<=[,;:。)】使{TIME}{PLACE}底末初月年])|(?<=其中|目前|期间|以来|同期|带动|推动|实现))"
    rf"(?<!占{PLACE * 2})(?<!占{PLACE * 3})(?<!领跑{PLACE * 2})(?<!领跑{PLACE * 3})"
    r"[全我](?P<all>自治区|地区|省|区|市|州|县|旗|盟|镇|疆)(?!面|部|体|[^,;]{0,10}的(?:约|近)?$)"
    r"|(?<![\u4e00-\u9fff])(?P<own>省|市|州|县|旗|盟|镇)(?=[域境]|(?:下|管)?辖(?!区)|(?:总|户籍|常住)?人口|总?面积)"
)
_MAYBE: Final = re.compile("[全我省市州县旗盟镇]")
AMBIGUOUS: Final = {"全州": "州"}
"""Names of places that are words for a whole too."""

_ALONE: Final = {"疆": "新疆维吾尔自治区"}
"""全疆 names its place by itself."""

_RANKS: Final = {"区": "(?:自治区|(?<![边境点族疆]地)区)$", "疆": "^新疆", "县": "[县旗]$"}


_BEFORE: Final = re.compile(r"[全我](?P<all>自治区|地区|省|区|市|州|县|旗|盟|镇)(?:的|共有|共|有|现有)*$")


_BY_LEAVE: Final = re.compile(r"[全我](?P<all>自治区|省|区|市|州|县|旗|盟|疆)(?:现有|现|共|有|共有)?(?:经|由)$")
"""Before the body that approved what is counted: 全疆经国务院同意的口岸12个."""

_NAMED_BEHIND: Final = re.compile(rf"[全我](?:自治区|地区|省|区|市|州|县|旗|盟|镇)[(〔](?P<what>{PLACE}+)[)〕]")


def named_behind(words: str) -> tuple[int, int] | None:
    """Where a bracket behind 全州 says which it is, 全州(德宏傣族景颇族自治州); None where none does."""
    told = _NAMED_BEHIND.search(words)
    return told.span("what") if told else None


def before(words: str) -> str:
    """The rank that words end with: 全省 before 18个边境县."""
    match = _BEFORE.search(words)
    return match["all"] if match else ""


def by_leave(words: str) -> str:
    """The rank of the place that has what the body behind these words approved; empty where they tell of none."""
    match = _BY_LEAVE.search(words)
    return match["all"] if match else ""


def word(words: str) -> str:
    """The rank that words speak of last (省 for 全省, 镇 for 镇域); empty where they speak of none."""
    if not _MAYBE.search(words):
        return ""
    found = [match["all"] or match["own"] for match in _WHOLE.finditer(words)]
    return found[-1] if found else ""


def unambiguous(several: list[Holder]) -> list[Holder]:
    """Without 全州 for which there is no prefecture: whose it is stays unclear."""
    return [] if several and several[0].mention.text in AMBIGUOUS else several


class Wholes:
    def __init__(self, known: Reference) -> None:
        self._known = known

    def of(self, noun: str, spoken: Iterable[Holder]) -> list[Holder]:
        """The place of a rank: the first of those spoken of that has it, or that lies in one which has it."""
        rank = re.compile(_RANKS.get(noun, noun + "$"))
        several = list(spoken)
        for holder in several:
            if holder.mention.type == "Region" and any(rank.search(n) for n in self._names(holder)):
                return [holder]
            if noun == "区" and holder.mention.type == "Platform":
                return [holder]
        for holder in several:
            for iri in (iri for i in holder.mention.individuals for iri in self._known.ancestors(i.iri)):
                around = self._known.individuals.get(iri)
                if around and around.type == "Region" and rank.search(around.label_zh):
                    mention = Mention("Region", around.label_zh, (), (around,))
                    return [Holder(mention, holder.where, holder.raw)]
        alone = self._known.named(_ALONE[noun], "Region") if noun in _ALONE else ()
        return [Holder(Mention("Region", alone[0].label_zh, (), (alone[0],)))] if alone else []

    @staticmethod
    def _names(holder: Holder) -> list[str]:
        return [holder.mention.text, *(i.label_zh for i in holder.mention.individuals)]
