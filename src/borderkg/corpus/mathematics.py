"""Numbers that a converter of PDF wrote as mathematics: $7 . 9 \\%$, $9 2 \\times 1 0 ^ { 8 }$ USD, $4 0 6 0 \\mathrm { k m }$.

They are read as running text would have them: 7.9%, 92亿美元, 4060km. Every character keeps a place of the file.
"""

import re
from collections.abc import Iterator
from typing import Final

Piece = tuple[int, int, list[tuple[str, int]]]
"""Where mathematics begins and ends in a line, and the characters that stand for it with their places."""

_MATHEMATICS: Final = re.compile(r"\$(?P<inner>[^$\n]{1,120})\$(?:\s*(?P<dollars>USD)(?![A-Za-z]))?")
_SURE: Final = re.compile(r"\\[%a-z]|\^\s*\{|\d\s+[.\d]")
"""What tells mathematics from an amount of dollars."""

_TOKEN: Final = re.compile(
    r"\\times\s*(?:\$\s*\$)?\s*1\s*0\s*\^\s*\{\s*(?P<power>\d(?:\s*\d)?)\s*\}"
    r"|\{\s*\\times\s*\}\s*1\s*0\s*\^\s*\{\s*(?P<power2>\d(?:\s*\d)?)\s*\}"
    r"|(?P<dollars>U\s*S\s*D)"
    r"|(?P<dash>\\sim)|\\(?:mathrm|mathbf|mathit|text|rm|bf|left|right|displaystyle)(?![a-z])|\\(?P<sign>[%$&])|\\(?P<other>[a-z]+)|(?P<plain>[^\s{}~\\^_$])|."
)
_POWERS: Final = {"3": "千", "4": "万", "6": "百万", "7": "千万", "8": "亿", "9": "十亿", "12": "万亿"}
_UNKNOWN: Final = re.compile(r"\\[a-z]+")


def pieces(line: str) -> Iterator[Piece]:
    """The mathematics of a line that is nothing but numbers with their units; any other is left as it stands."""
    for match in _MATHEMATICS.finditer(line):
        read = _read(line, *match.span("inner")) if _SURE.search(match["inner"]) else None
        if read:
            if match["dollars"]:
                read += [("美", match.start("dollars")), ("元", match.end("dollars") - 1)]
            yield match.start(), match.end(), read


def _read(line: str, start: int, end: int) -> list[tuple[str, int]] | None:
    read: list[tuple[str, int]] = []
    for token in _TOKEN.finditer(line, start, end):
        power = re.sub(r"\s", "", token["power"] or token["power2"] or "")
        last = token.end() - 1
        if power:
            if power not in _POWERS:
                return None
            read += [(character, last) for character in _POWERS[power]]
        elif token["other"]:
            return None
        elif token["dollars"]:
            read += [("美", token.start()), ("元", last)]
        elif token["dash"]:
            read.append(("~", last))
        elif token["sign"] or token["plain"]:
            read.append((token[0][-1], last))
    return read if read and read[0][0].isdigit() else None
