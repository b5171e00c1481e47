"""Names with their number, which count nothing: 瑞丽、畹町两个口岸 names two, where 云南有瑞丽、畹町两个口岸 counts them."""

import re
from typing import Final

from borderkg.extraction.span import Span
from borderkg.extraction.statistics import holders
from borderkg.extraction.statistics.passage import PLACE, Passage
from borderkg.extraction.values import Quantity

HAVING: Final = re.compile(
    r"(?:有|设|划分为|建|辖|获批|包括|含|拥有|开放(?!范围|时间|性质|等级)|分布着?|覆盖|涉及)(?:了|有)?[^,;。有设]*$"
)
"""What is counted behind these is had by a place."""

_STATE_HAS: Final = re.compile(
    "(?:全国|我国|中国)[^,。;]{0,4}(?:已|共)[^,。;]{0,6}(?:设立|建立|批准|开放|建成|有)了?$"
    "|国家(?:先后|陆续|相继|共|又)?(?:批准|设立|开放|确定)了$"
)


_UNKNOWN: Final = re.compile(r"[\u4e00-\u9fff“”]{2,}(?:[、和][\u4e00-\u9fff“”]{2,8}(?<!等)){1,9}$")
"""扩大到浦寨、弄尧两条通道: names of things unknown, with their number."""


_NO_MORE: Final = re.compile("(?:仅|只)(?:设?有|辖|设)")
_OPENED: Final = re.compile(
    "(?:规定|决定|约定|商定|同意|正式|先后|相继|同时|率先|共同|重新)*(?:对外)?(?:开放|开通|开辟|开设)了?"
)


_DIVIDED_ON: Final = re.compile("辖[^。;]*个(?:民族|建制)?(?:街道|镇|乡|苏木|嘎查|办事处)[^。;]*[,、]$")
_DIVISION: Final = re.compile("(?:民族|建制|国营|国有)?(?:街道|镇|乡|苏木|嘎查|办事处|社区|农场|林场)")
"""辖甲、乙2个镇，丙、丁2个乡: the place has the second as well as the first."""

_IN_TURN: Final = re.compile(f"(?:其中|以及|[、,和与及])*{PLACE}+[只仅则有为]*")
_ENDS: Final = re.compile("[,、。;()]|和|及|$")


def next_has(passage: Passage, figure: Span, clause: int) -> bool:
    """云南4个、辽宁1个: one for the next place, behind those of others, and no name with its number."""
    words = passage.around(figure.start)[clause : figure.start]
    behind = clause > 0 and bool(_ENDS.match(passage.text, figure.end))
    return (
        behind
        and bool(_IN_TURN.fullmatch(words))
        and any(s.end <= clause for s in passage.between(0, clause, "Quantity"))
    )


def is_list(passage: Passage, figure: Span, clause: int, quantity: Quantity) -> bool:
    """瑞丽、畹町两个口岸 names two; it counts only what a region is said to have."""
    if passage.text.endswith("各", 0, figure.start):
        return False  # 吉林、黑龙江各2个
    if _DIVISION.match(passage.text, figure.end) and _DIVIDED_ON.search(passage.text, 0, clause):
        return False
    listed = [g for g in holders.groups(passage, clause, figure.start) if g[-1].end == figure.start]
    if quantity.number == 1 and listed and listed[-1][-1].label == "Region" and next_has(passage, figure, clause):
        return False
    if not listed and (names := _UNKNOWN.search(passage.text, clause, figure.start)):
        if HAVING.search(re.split("[、和]", names[0])[0]):
            return False
        several = len(re.split("[、和]", names[0])) == quantity.number
        return several and not HAVING.search(passage.text[clause : figure.start])
    if quantity.number == 1 and _NO_MORE.search(passage.text, clause, figure.start):
        return False  # 甘肃省只有肃北一个边境县
    if not listed or (len(listed[-1]) != quantity.number and listed[-1][-1].label not in ("Port", "Platform")):
        return False
    lead = passage.text[clause : listed[-1][0].start]
    follows = re.match(r"为|片区", passage.text[figure.end :])
    if lead.endswith(("辖的", "属的")):
        return True  # 百色下辖的靖西、那坡两个边境县与越南为邻
    if _OPENED.fullmatch(lead):
        return True  # 中俄签订《章程》，正式开放甲、乙两个口岸: they are not of what was told before
    if _STATE_HAS.search(lead):
        return False  # 我国已经设立了甲、乙两个试验区
    return (not HAVING.search(lead) and not follows) or bool(re.search(r"的还有|同意|批准|支持|设立", lead))
