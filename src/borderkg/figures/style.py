"""Colours, marks and words of the figures.

The colours are those of Okabe and Ito (2008), which people of every colour vision tell apart; each kind of hop has also a mark
of its own at its end, and inferred hops are dashed, so that nothing rests on colour alone. They are darkened a little where
thin lines on white would be too pale.
"""

from dataclasses import dataclass
from typing import Final

INK: Final = "#1a1a1a"
GREY: Final = "#6b6b6b"
RULE: Final = "#d9d9d6"
LIFELINE: Final = "#a8a8a4"
LASTED: Final = "#dcdcd8"
BANDS: Final = ("#f1f2ef", "#ffffff")
CONFLICT: Final = "#c1121f"
AS_OF: Final = "#c1121f"
FADED: Final = "#c9c9c6"

LABEL: Final = 10.0
SMALL: Final = 9.0
TITLE: Final = 13.0
LINE: Final = 12.0
"""Font sizes and the distance of lines, in pixels; 10 px are 7.5 pt in print."""


@dataclass(frozen=True, slots=True)
class Family:
    """Relations that are drawn alike."""

    key: str
    colour: str
    mark: str
    zh: str
    en: str
    relations: tuple[str, ...]


FAMILIES: Final = (
    Family("issues", "#55585c", "arrow", "发布、通过", "issues, adopts", ("issues", "issuedBy", "adoptedAt")),
    Family("transmits", "#0072b2", "chevron", "批转、转发", "transmits", ("transmits",)),
    Family("establishes", "#c8500a", "disc", "设立", "establishes", ("establishes", "establishedBy")),
    Family("applies", "#00805c", "ring", "适用于", "applies to", ("appliesTo",)),
    Family("lies", "#7d8b3a", "open", "位于", "lies in", ("locatedIn",)),
    Family("borders", "#8a7a66", "pair", "毗邻", "borders", ("borders",)),
    Family("follows", "#2f8fc4", "double", "接续", "follows, continues", ("follows", "succeeds", "continues")),
    Family("amends", "#a8518a", "bar", "修订、废止、整合", "amends, repeals", ("amends", "repeals", "consolidates")),
    Family(
        "implements",
        "#a87000",
        "diamond",
        "实施、依据、细化",
        "implements, elaborates",
        ("implements", "basedOn", "elaborates"),
    ),
    Family("marks", "#1a1a1a", "square", "标志", "marked by", ("markedBy",)),
)
OTHER: Final = Family("other", "#7a7a7a", "harpoon", "其他关系", "other relation", ())

_FAMILY_OF: Final = {relation: family for family in FAMILIES for relation in family.relations}


def family(relation: str) -> Family:
    """How a relation is drawn."""
    return _FAMILY_OF.get(relation, OTHER)


KINDS: Final = {
    "policy": ("#3f5f7f", "政策文件", "policy"),
    "platform": ("#8a8f3c", "开放平台", "platform"),
    "event": (INK, "会议、事件", "meeting, event"),
    "actor": (GREY, "机构、地区", "body, region"),
    "period": (GREY, "时期", "period"),
}
"""The colour of a kind of node, and its name."""

_KIND_OF: Final = {
    "Policy": "policy",
    "Agreement": "policy",
    "Document": "policy",
    "Platform": "platform",
    "TradeZone": "platform",
    "Port": "platform",
    "Corridor": "platform",
    "Meeting": "event",
    "Event": "event",
    "Expo": "event",
    "Period": "period",
}


def kind(type_name: str) -> str:
    """The kind of a node by its class; what is neither document, platform, event nor period is an actor or a place."""
    return _KIND_OF.get(type_name, "actor")


LEVELS: Final = {
    "national": ("国家", "National"),
    "provincial": ("省（自治区）", "Provincial"),
    "prefecture": ("州市", "Prefecture"),
    "county": ("县市", "County"),
    "port": ("口岸", "Port"),
    "": ("未分级", "Without level"),
}

APART: Final = {
    "Period": ("时期", "Periods"),
    "Region": ("跨行政区", "Areas across regions"),
    "Country": ("邻国", "Neighbours"),
}
"""The lanes of classes that have no level."""

CLASSES: Final = {
    "Organization": ("机构", "Bodies"),
    "Period": ("时期", "Periods"),
    "Meeting": ("会议", "Meetings"),
    "Event": ("事件", "Events"),
    "Policy": ("政策文件", "Policies"),
    "Agreement": ("协定", "Agreements"),
    "Document": ("文献", "Documents"),
    "Platform": ("开放平台", "Platforms"),
    "TradeZone": ("边贸区", "Trade zones"),
    "Port": ("口岸", "Ports"),
    "Corridor": ("通道", "Corridors"),
    "Expo": ("展会", "Expos"),
    "Region": ("地区", "Regions"),
    "Country": ("国家", "Countries"),
}
"""Classes in the order of their lanes: bodies first, whose links lead down to all others, places last."""

WORDS: Final = {
    "as of": ("截至 {}", "as of {}"),
    "band source": ("分期据：{}。", "Periods after: {}."),
    "break": ("断轴", "axis cut"),
    "collapsed": ("为清晰起见，{} 个节点合并为 {} 组。", "For legibility {} nodes are drawn as {} groups."),
    "conflict": ("来源相互冲突", "sources conflict"),
    "counts": ("{} 个节点，{} 条关系（其中推断 {} 条）。", "{} nodes, {} hops ({} of them inferred)."),
    "group": ("合并组（刻度为各成员之始）", "group (a tick where each member begins)"),
    "inferred": ("推断", "inferred"),
    "open": ("止期未载", "end not stated"),
    "pale": ("浅色者当日尚未生效或已失效。", "Pale: not in force on that day."),
    "planned": ("拟议、规划中", "planned"),
    "ragged": ("起始日期不确定", "date uncertain"),
    "sources": ("来源：{}。", "Sources: {}."),
    "stated": ("文献明言", "stated"),
    "lasted": ("机构存续期", "time a body existed"),
    "undated": ("左栏：机构、地区与日期未载者", "Left column: bodies, places, and what has no date stated"),
    "version": ("图谱版本 {}。", "Graph version {}."),
}


def word(key: str, language: str) -> str:
    """A word of the figure in Chinese or English."""
    zh, en = WORDS[key]
    return zh if language == "zh" else en


def named(pair: tuple[str, str], language: str) -> str:
    """Of a Chinese and an English name, the one asked for."""
    return pair[0] if language == "zh" else pair[1]
