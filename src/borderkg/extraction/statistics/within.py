"""A part of a whole that the clause at the head names: 在全省外贸总额中，边境贸易占12%，一般贸易占70%."""

import re
from typing import Final

from borderkg.extraction.statistics import measures
from borderkg.extraction.statistics.passage import NUMBER, PLACE, TIME, Passage

_WHOLE: Final = re.compile(
    f"(?:^|[,;。])(?:[{TIME}]|全年|其中)*,?在?[{TIME}]*(?:同期)?(?P<whole>[^,;。占{TIME}{NUMBER}]{{2,16}}?"
    "(?:[额量值数]|贸易|进出口|[进出]口|人口|面积|GDP|收入|投资))之?[中内],(?=[^;。]*$)"
)
_PART: Final = re.compile(
    f"(?:[,、和而且]|[{TIME}]|其中|分别|则)*(?P<part>[^,;。占{TIME}{NUMBER}]{{2,12}}?)(?:所|仅|约|就|则|只)*"
    f"(?:占(?:到|了|有)?|的?(?:比重|占比|比例|份额))的?(?:比重|比例|份额)?(?:{measures.BETWEEN}了?|[{TIME}]|的)*"
)


_OF_OTHERS: Final = re.compile("中|人口|收入|工资|面积|产值|投资|[山林耕草]地$")
"""在外贸总额中，边境贸易占12%，少数民族人口占40%: no part of the trade."""


def read(passage: Passage, start: int, end: int) -> tuple[str, str] | None:
    """The part that words between two positions name, and the whole that a clause before them does; the part is empty
    where it is that of a place (在全国边境贸易中，云南占24%). None where the words tell no such share."""
    whole = (
        _WHOLE.search(passage.inner, 0, start)
        if "中," in passage.text[:start] or "内," in passage.text[:start]
        else None
    )
    part = _PART.fullmatch(passage.around(end), start, end) if whole else None
    if whole is None or part is None or (_OF_OTHERS.search(part["part"]) and not _OF_OTHERS.search(whole["whole"])):
        return None
    name = passage.text[part.end("part") - len(part["part"].lstrip(PLACE)) : part.end("part")]
    return measures.HEAD_NOISE.sub("", name), passage.text[slice(*whole.span("whole"))]
