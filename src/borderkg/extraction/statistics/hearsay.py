"""The day on which figures were told, which is none of theirs: 记者3月5日从某海关获悉."""

import re
from typing import Final

from borderkg.extraction.span import Span
from borderkg.extraction.values import Time

_HEARD: Final = re.compile(
    r"(?:[上下]午|晚间?)?(?:[讯电]|[,\s]*[^,。;:]{0,30}?"
    "(?:获悉|了解到|获知|得知|介绍|通报|发布|公布|表示|透露|披露|宣布|通告|消息|发布会|称(?=[,:])))"
)
_UNTIL: Final = ("截至", "截止", "至", "到")


def heard_on(text: str, span: Span) -> bool:
    """Whether a day is that on which figures were told, and not theirs."""
    time = span.value
    day = isinstance(time, Time) and (len(time.text) == len("2024-05-01") or "日" in span.text[-2:])
    return day and bool(_HEARD.match(text, span.end)) and not text.endswith(_UNTIL, 0, span.start)
