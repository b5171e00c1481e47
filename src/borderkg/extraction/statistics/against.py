"""Times that another is held against: 去年同期, 2022年同期 are the same months of another year."""

import re
from typing import Final

from borderkg.extraction.statistics.moments import Moment
from borderkg.extraction.statistics.passage import Passage

_SAME: Final = re.compile("同期|同月|同季")
_YEAR_BEFORE: Final = ("去年", "上年", "上一年", "前一年")
_OF_YEAR_BEFORE: Final = re.compile(
    rf"(?:^|[,;。:(]|而)(?:{'|'.join(_YEAR_BEFORE)})(?:同期|同月)(?!相比|的?[^,;]*(?:倍|%|成|增|降|升|减))"
)
_MONTHS: Final = len("2024")


def same_period(passage: Passage, moment: Moment, current: Moment) -> Moment:
    """A time that words tell as 2022年同期: the months that are spoken of (2023年1—8月, `current`), in that year."""
    if moment.where is None or not _SAME.match(passage.text, moment.where[1] - passage.offset):
        return moment
    begin, end = (at - passage.offset for at in moment.where)
    if passage.text.endswith(_YEAR_BEFORE, begin, end):
        return _moved(current, int(current.year) - 1) if current.year.isdigit() else Moment()
    return _moved(current, int(moment.text)) if moment.text.isdigit() and current.year.isdigit() else moment


def of_year_before(text: str, current: Moment) -> Moment | None:
    """去年同期为210亿元: the months that are spoken of, in the year before; None where words tell no such level."""
    told = _OF_YEAR_BEFORE.search(text) if "同期" in text or "同月" in text else None
    if told is None:
        return None
    return _moved(current, int(current.year) - 1) if current.year.isdigit() else Moment()


def _moved(moment: Moment, year: int) -> Moment:
    """A time of which the last year is another: 2023-01/2023-08 becomes 2022-01/2022-08."""
    by = year - int(moment.year)
    ends = [f"{int(end[:_MONTHS]) + by}{end[_MONTHS:]}" for end in moment.text.split("/")]
    return Moment("/".join(ends), moment.where)
