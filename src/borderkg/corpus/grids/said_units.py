"""The unit that a caption gives for all figures of its table, in the ways in which it is written.

（单位：万吨）, 单位 万吨, （单位为万吨）, 以万吨计, ［万吨］.
"""

import re
from typing import Final

from borderkg.corpus.grids.cells import UNIT

_SEVERAL: Final = rf"(?:{UNIT}|[%‰])(?:[、,和及](?:{UNIT}|[%‰]))*"
_SAID: Final = (
    re.compile(r"[(\[]?(?:数字|数值|金额|计量)?单位(?:均|都|统一)?[为是]?:\s*(?P<unit>[^()\[\]。;]+?)[)\]]?$"),
    re.compile(rf"[(\[,]?(?:数字|数值|金额|计量)?单位(?:均|都|统一)?[为是]?\s*(?P<unit>{_SEVERAL})[)\]]?$"),
    re.compile(rf"[(,]?(?:数字|数值|数据|均|都|皆)*以(?P<unit>{_SEVERAL})(?:计|为单位)\)?$"),
    re.compile(rf"\[(?P<unit>{_SEVERAL})\]$"),
)


def unit_of(caption: str) -> tuple[str, str]:
    """The unit, empty for none, and the caption without it."""
    for pattern in _SAID:
        if match := pattern.search(caption):
            return match["unit"].strip(), caption[: match.start()].rstrip("(,")
    return "", caption
