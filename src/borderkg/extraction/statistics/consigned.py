"""Goods by where they go, as a measure: 经某口岸输往朝鲜的货物达9万吨, 出口越南的水果."""

import re
from typing import Final

from borderkg.extraction.statistics.passage import PLACE, Passage

_BOUND: Final = re.compile("(?:[输运发销]往|[进出]口[到至往])[\u4e00-\u9fff]{2,8}的(?:货物|商品|[\u4e00-\u9fff]{2,4})$")
_ABROAD: Final = re.compile(f"[进出]口{PLACE}+的(?:货物|商品|[\u4e00-\u9fff]{{2,4}})$")


def begins(passage: Passage, start: int, end: int) -> int:
    """Where such words begin that end a stretch of a sentence; -1 where it does not end so."""
    found = _BOUND.search(passage.text, start, end) or _ABROAD.search(passage.inner, start, end)
    return found.start() if found else -1
