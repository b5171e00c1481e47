"""The days that a cell of a listing tells: 1992年3月, 1992.07, 1984年批准，1990年开通."""

import re
from collections.abc import Iterator
from typing import Final

from borderkg.extraction.marking.dates import dates
from borderkg.extraction.values import Time

_PIECE: Final = re.compile(r"(?:19|20)\d\d/\d{1,2}(?:/\d{1,2})?(?!\d)|[^,;→()、/]+")
_NOT_OPENED: Final = re.compile("关闭|停|撤|拟|计划|预计|申请|验收")
_BEFORE_DATE: Final = re.compile(
    r"^(?:国家)?(?:[一二]类口岸|口岸|首次|正式|批准|开放|开通|恢复|最早|初次|:|于|经|国务院)+"
)
_POINTED: Final = re.compile(r"((?:19|20)\d\d)[./-](\d{1,2})(?:[./-](\d{1,2}))?$")


def days(text: str) -> Iterator[Time]:
    """The days on which a thing was approved or opened; spans of time and what is still to come are none."""
    for piece in [text] if _POINTED.match(text) else _PIECE.findall(text):
        time = None if _NOT_OPENED.search(piece) else time_of(_BEFORE_DATE.sub("", piece))
        if time is not None and not time.end:
            yield time


def time_of(text: str) -> Time | None:
    """The time that a cell is: 1992年3月, 1992.07, 2020-12-11, 1984—1991."""
    if match := _POINTED.match(text):
        month, day = match[2].zfill(2), match[3]
        if 1 <= int(month) <= 12:
            return Time(f"{match[1]}-{month}" + (f"-{day.zfill(2)}" if day else ""))
    if match := re.fullmatch(r"((?:19|20)\d\d)年?\s*[—~–至-]\s*((?:19|20)\d\d)?年?(?:至今|今)?", text):
        return Time(match[1], match[2] or "")
    if re.fullmatch(r"(?:19|20)\d\d", text):
        return Time(text)
    found = [s.value for s in dates(text) if s.start == 0]
    if not found or not isinstance(found[0], Time) or found[0].relative or found[0].vague or not found[0].start:
        return None
    return found[0]
