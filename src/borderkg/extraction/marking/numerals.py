"""Chinese numerals."""

import re
from typing import Final

_DIGITS: Final = {c: i for i, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "0": 0,
    "两": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
}
_UNITS: Final = {"十": 10, "百": 100, "千": 1000}
_LARGE: Final = {"万": 10_000, "亿": 100_000_000}
_OR_NEXT: Final = re.compile(
    "(?<![零〇○一二两三四五六七八九])(?:(一)[二两]|([二两])三|(三)[四五]|(四)五|(五)六|(六)七|(七)八|(八)九)(?=[十百千万亿]|$)"
)
"""一两百万, 三四十, 三五: the one or the other; 一九七八 is written digit by digit."""
PATTERN: Final = r"[零〇○一二两三四五六七八九十百千]+"


def whole(text: str) -> int | None:
    """The number that a Chinese or Arabic numeral writes, or None: 十四 → 14, 一百三十九 → 139, 二〇一二 → 2012."""
    if text.isdigit():
        return int(text)
    if not text or not re.fullmatch(r"[零〇○0一二两三四五六七八九十百千万亿]+", text):
        return None
    if not any(c in _UNITS or c in _LARGE for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total = section = digit = 0
    for c in text:
        if c in _DIGITS:
            digit = _DIGITS[c]
        elif c in _UNITS:
            section += (digit or 1) * _UNITS[c]
            digit = 0
        else:
            section += digit  # 十二亿三千万: 万 multiplies only what stands behind 亿
            total = total + section * _LARGE[c] if total >= _LARGE[c] else (total + section) * _LARGE[c]
            section = digit = 0
    return total + section + digit


def at_least(text: str) -> int | None:
    """The number that a numeral writes, of one or the other the first: 三四 → 3, 一两百万 → 1,000,000. 七八 of a year is 78."""
    return whole(_OR_NEXT.sub(lambda m: m[m.lastindex or 0], text))
