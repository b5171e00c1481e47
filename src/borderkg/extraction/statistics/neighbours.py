"""How many countries a place borders, where the word for them stands before their number: 陆上邻国多达14个."""

import re
from typing import Final

COUNTED: Final = "接壤国家"

_BEFORE: Final = re.compile(
    "(?:接壤的?|陆地|陆上|陆路|相邻的?)(?:邻国|国家)(?:数量|总数)?(?:共|有|为|达|多达|达到|共有|计)*$"
)


def ahead(words: str) -> int:
    """Where the word for the neighbours begins at the end of the words before a number; -1 where there is none."""
    found = _BEFORE.search(words)
    return found.start() if found else -1


_BESIDE: Final = re.compile("(?:毗邻|紧邻|邻近|邻接)$")
_STATES: Final = re.compile("(?:国家|邻国|接壤国)")
_NO_MORE: Final = re.compile("(?:国家(?:和地区)?|邻国)(?=[,。;、]|$)")


def beside(before: str, following: str) -> int | None:
    """毗邻8个国家: how long the word for the countries is behind their number; 0 where it is of other things (毗邻2个县: a
    place does not have what it lies beside), None where the words tell of neither."""
    if not _BESIDE.search(before):
        return None
    states = _NO_MORE.match(following)
    return states.end() if states else None if _STATES.match(following) else 0


_LIES_AT: Final = re.compile("(?:地处|位于|处于|处在)[^,;与和同]*$")
_OTHERS: Final = re.compile("[县市区旗]?(?:接壤|为邻|相邻|相连|相接|交界)(?=[,。;]|$)|(?:直)?辖市|(?:所)?代管")


def lies_at(before: str) -> bool:
    """Whether the words before a number say where a place lies (地处三国交界处), and count no neighbours of it."""
    return bool(_LIES_AT.search(before))


def others(text: str, position: int) -> bool:
    """Whether what is counted up to a position are the places that lie beside a place (与三个县市接壤), or 辖市,
    代管 follow, and belong to the next word."""
    return bool(_OTHERS.match(text, position))
