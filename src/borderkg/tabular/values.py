"""What a cell says: a number or a time, in any width, with marks of thousands and the signs of Chinese tables."""

import re
from decimal import Decimal
from typing import Final

from borderkg.corpus.normaliser import fold
from borderkg.extraction.values import Time

_NUMBER: Final = re.compile(r"([+-]?)(\d+|\d{1,3}(?:[, ]\d{3})+)((?:\.\d+)?)(?:e([+-]?\d{1,2}))?%?", re.IGNORECASE)
_DATE: Final = r"(\d{4})(?:年|[-/.](?=\d)|$)(?:(\d{1,2})(?:月|[-/.](?=\d)|$)(?:(\d{1,2})日?)?)?"
_TIME: Final = re.compile(_DATE)
_SPAN: Final = re.compile(r"(\d{4})年?[—~-]+(\d{4})年?|(\d{4})年?/(\d{4})年?")


def number(text: str) -> Decimal | None:
    """`1,234.5`, `１２３４．５`, `−3.2`, `1.2e3`, `5.2%`; None for anything else."""
    match = _NUMBER.fullmatch(fold(text).strip().translate(_MINUS))
    if match is None:
        return None
    whole = re.sub("[, ]", "", match[2])
    return Decimal(f"{match[1]}{whole}{match[3]}").scaleb(int(match[4] or 0))


_MINUS: Final = str.maketrans({"—": "-"})


def time(text: str) -> Time | None:
    """`2019`, `２０１９年`, `2019年5月`, `2019-05-01`, `1992—2019`; None for anything else, and for no month or day."""
    folded = re.sub(r"\s", "", fold(text))
    if span := _SPAN.fullmatch(folded):
        start, end = (span[1], span[2]) if span[1] else (span[3], span[4])
        return Time(start, end) if start < end else None
    match = _TIME.fullmatch(folded)
    if match is None:
        return None
    year, month, day = match.groups()
    if not 1 <= int(month or 1) <= 12 or not 1 <= int(day or 1) <= 31:
        return None
    return Time("-".join(filter(None, (year, month and f"{int(month):02}", day and f"{int(day):02}"))))
