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
