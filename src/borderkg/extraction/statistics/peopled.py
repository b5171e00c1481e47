"""Parts and wholes that are told in people: money is no part of them."""

import re
from typing import Final

_HEADS: Final = re.compile("(?:人数|人口|人次|职工|劳动力|从业人员|户数)$")
_NO_HEADS: Final = re.compile("(?:[金总]额|收入|产值|总值|货值|面积|长度|里程|货运量)$")


def unlike(bases: tuple[str, ...], whole: str) -> bool:
    """Whether a whole is told in people and what was told before is not: 产值90万元…，占职工人数的三成."""
    return bool(_HEADS.search(whole)) and any(map(_NO_HEADS.search, bases))
