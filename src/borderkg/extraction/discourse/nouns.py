"""What words that refer back can refer to: the nouns of things, and which names each fits."""

import re
from typing import Final

from borderkg.extraction.annotation import MARKS
from borderkg.extraction.marking.titles import inner
from borderkg.extraction.span import Span
from borderkg.records import record
from borderkg.schema import Concept

_OF_ITSELF: Final = ("规定", "办法", "条例", "细则", "条约", "协定", "协议", "议定书", "方案", "规划", "意见")
"""What a document calls itself: 本办法."""


@record
class Reference:
    """A word that refers back; `start` and `end` are positions in the sentence's text."""

    start: int
    end: int
    text: str
    kind: str
    labels: tuple[str, ...]
    """What it may refer to; `Topic` for 其, which may refer to anything."""
    noun: str = ""
    number: int = 1
    place: int | None = None
    """0 for 前者 and 前两者, 1 for 后者 and 后两者."""
    plural: bool = False
    concept: Concept | None = None
    """The kind of zone that 该综合保税区 says."""

    def fits(self, span: Span) -> bool:
        """Whether a thing can be meant: 该意见 is an 《…意见》, 全省 a province."""
        if self.labels in (DOCUMENTS, AGREEMENTS):
            name = inner(span) if span.label == "Title" else span.text
            if self.text.startswith("本") and self.noun in _OF_ITSELF:  # 制定本规定: no notice that was named before
                return re.sub(r"\([^()]*\)$", "", name).rstrip("》").endswith(self.noun)
            return self.noun in ("文件", "政策", "规定") or self.noun in name
        if self.kind == "office" and span.label == "Organization":
            return False
        if self.kind == "direction":
            return span.text.startswith(self.noun)
        if "Region" in self.labels and span.label == "Region" and self.noun in _RANKS:
            return bool(re.search(_RANKS[self.noun], _full_name(span)))
        if self.concept:  # 该保税区 is a 综合保税区 as well
            return span.concept == self.concept or span.text.endswith(self.concept.label_zh)
        if self.noun == "通道" and span.label == "Port":
            return span.text.endswith("通道")
        if self.noun in _KINDS_OF_PLATFORM and span.label == "Platform":
            return (
                self.noun in span.text
                or self.noun in ("区", "园区", "园")
                or (
                    self.noun in ("试验区", "自贸试验区", "自贸区", "自由贸易试验区", "综试区")
                    and "试验区" in span.text
                )
                or (self.noun in ("互市区", "互市点") and "互市" in span.text)
                or (
                    self.noun in ("综保区", "边合区")
                    and span.concept is not None
                    and self.noun in span.concept.other_labels
                )
            )
        return True


def _full_name(span: Span) -> str:
    return span.individuals[0].label_zh if span.individuals else span.text


DOCUMENTS: Final = ("Title", "Policy")
AGREEMENTS: Final = ("Title", "Agreement")
_RANKS: Final = {
    "省": r"省$",
    "区": r"自治区$|(?<!地)区$",
    "自治区": r"自治区$",
    "市": r"市$",
    "州": r"州$",
    "盟": r"盟$",
    "县": r"县$",
    "旗": r"旗$",
    "县市": r"[县市]$",
    "县(市)": r"[县市]$",
    "省区": r"省$|自治区$",
    "市县": r"[县市]$",
    "县境": r"[县旗]$",
    "镇": r"镇$",
    "地区": r"地区$",
}
_KINDS_OF_PLATFORM: Final = (
    "试验区",
    "合作区",
    "综合保税区",
    "综保区",
    "保税区",
    "示范区",
    "开发区",
    "特区",
    "互贸区",
    "园区",
    "园",
    "自贸试验区",
    "自贸区",
    "自由贸易试验区",
    "边合区",
    "合作中心",
    "综试区",
    "互市区",
    "互市点",
    "中心",
    "片区",
    "区",
)
_NOUNS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("口岸|港口|港", ("Port",)),
    ("|".join(k for k in _KINDS_OF_PLATFORM if k != "区"), ("Platform",)),
    ("区", ("Platform", "TradeZone", "Region")),
    ("自治区|省|市|县|旗|州|盟|地区|县市|镇|省区|县(市)|市县", ("Region",)),
    ("地", ("Region", "Port")),
    ("铁路|公路|管道|管线|线路|线|走廊|大桥|桥", ("Corridor",)),
    ("通道", ("Corridor", "Port")),
    ("协定|协议|条约|备忘录|议定书|公约", AGREEMENTS),
    ("规划纲要|规划|意见|通知|办法|决定|批复|方案|条例|法|纲要|文件|政策|规定|计划", DOCUMENTS),
    ("展会|博览会|洽谈会|交易会", ("Expo",)),
    ("会议|论坛|座谈会", ("Meeting",)),
    ("组织|机构", ("Organization",)),
    ("贸易区", ("TradeZone", "Platform")),
)
LABELS: Final = {
    **{word: labels for words, labels in _NOUNS for word in words.split("|")},
    MARKS["PlatformKind"]: ("Platform", "TradeZone"),
}
WORDS: Final = "|".join(sorted(map(re.escape, LABELS), key=len, reverse=True))
ANY: Final = (
    "Port",
    "Platform",
    "Title",
    "Policy",
    "Agreement",
    "Corridor",
    "Expo",
    "Region",
    "Organization",
    "TradeZone",
)
TOO_SHORT: Final = frozenset(
    [
        "地",
        "线",
        "桥",
        "法",
        "中心",
        "港",
        "区",
        "园",
        "省",
        "市",
        "县",
        "旗",
        "州",
        "盟",
        "地区",
        "镇",
        "自治区",
        "县市",
    ]
)
"""Words that refer back with 该 and 此, not by themselves."""
