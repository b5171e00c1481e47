"""What a figure is that is told as a part of the total before it: 其中铁路口岸, 进口, 回程."""

import re
from typing import Final

from borderkg.extraction.statistics import measures, partners
from borderkg.extraction.statistics.course import Course
from borderkg.extraction.statistics.leads import Lead

PORTS: Final = re.compile("(?:公路|铁路|水运|航空|陆路|内河)口岸")
"""铁路口岸2100万吨: of a freight told before."""

_CROSSING: Final = re.compile("^(?:进出境|出入境|进境|出境|入境)")
_VERBS: Final = re.compile(f"(?:{measures.BETWEEN}了?)+$")
_WAY: Final = re.compile("(?:^|[,。])(?P<way>去程|回程|上行|下行|返程)(?:班列|列车)?(?:方面,?)?(?:为|达|有|共)?$")
"""去程方面，1760列；回程1345列: of the trains told of."""


def way(words: str) -> bool:
    """Whether words say which way trains go."""
    return bool(_WAY.search(words))


def of_total(lead: Lead, course: Course, total: tuple[str, ...]) -> tuple[str, str]:
    """A part of the total told before, by 其中 or as 进口 and 出口 of 进出口: as printed, and by its own name."""
    told_here = course.figures or "其中" in lead.passage.text[: lead.end]
    words = re.sub(r"^.*(?:其中|[,;、])", "", lead.text) or lead.passage.text[: lead.start].rpartition(";")[2]
    behind_share = course.kind == "share" and words in ("进口", "出口")  # 贸易额90亿元，占七成。其中出口50亿元
    if not told_here or not (behind_share or course.kind in ("level", "growth")) or len(total) != 1:
        return "", ""
    told_way = _WAY.search(words)
    if told_way and total[0].endswith(("班列", "列车")):
        return told_way[0], told_way["way"] + _CROSSING.sub("", total[0])
    words = _VERBS.sub("", words) if words[:2] in ("进口", "出口") else words
    if whose := partners.directed(words, total[0]):
        return words, whose
    traded = words in ("进口", "出口") and "进出口" in total[0]
    told = ("其中" in lead.passage.text[: lead.end] and re.fullmatch(r"[\u4e00-\u9fff]{2,6}", words)) or re.fullmatch(
        r"[对与同自][\u4e00-\u9fff]{1,8}", words
    )
    return (words, measures.part_of(total[0], words)) if traded or told else ("", "")


def grown(names: tuple[str, ...], held: tuple[str, ...], lead: Lead, course: Course) -> tuple[str, ...]:
    """What grows as a part of the trade with a partner: 对俄贸易增长5%，其中出口增长7%; `held` was told before."""
    if len(names) != 1 or "其中" not in lead.passage.text[: lead.end]:
        return names
    total = held if "其中" in lead.passage.text[max(0, lead.start - len("其中,")) : lead.end] else course.total
    whose = partners.directed(names[0], total[0]) if len(total) == 1 else ""
    if whose:
        course.total = total
        course.measure((whose,), course.named_at)
    return (whose,) if whose else names
