"""Series of documents: 兴边富民行动“十二五”规划 follows 兴边富民行动“十一五”规划, where one passage names both."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from borderkg.extraction.dates import plan_years
from borderkg.extraction.statement import Mention, Range, Statement

_PLAN: Final = re.compile(
    r"[“\"]?(?P<short>十[一二三四五]?|[一二三四六七八九])五[”\"]?(?!年)|第(?P<long>十[一二三四五]?|[一二三四五六七八九])个五年"
)
_YEARS: Final = re.compile(r"\((?P<start>(?:19|20)\d\d)年?[—~-](?P<end>(?:19|20)\d\d)年?\)")
"""兴边富民行动规划（2011—2015年）: a plan of five years."""

_NEAR: Final = 400
"""Code points between two names that one passage tells of as a series."""


@dataclass(frozen=True, slots=True)
class _Member:
    mention: Mention
    stem: str
    start: int
    """First year of its plan."""
    end: int
    where: Range


def statements(named: Sequence[tuple[Mention, Range]]) -> Iterator[Statement]:
    """Which of the documents that a text names follows which: of one name but for the plan, the next after the last.

    `named` are policies with their places in the file.
    """
    members = [member for mention, where in named if (member := _member(mention, where))]
    said: set[tuple[str, str]] = set()
    for later in members:
        for earlier in members:
            near = abs(later.where[0] - earlier.where[0]) <= _NEAR
            key = later.mention.text, earlier.mention.text
            if later.stem == earlier.stem and later.start == earlier.end + 1 and near and key not in said:
                said.add(key)
                both = min(earlier.where[0], later.where[0]), max(earlier.where[1], later.where[1])
                yield Statement(later.mention, "follows", earlier.mention, both, "series::the next plan")


def _member(mention: Mention, where: Range) -> _Member | None:
    match = _PLAN.search(mention.text)
    years = _YEARS.search(mention.text) if match is None else None
    if years and int(years["end"]) == int(years["start"]) + 4:
        stem = mention.text[: years.start()] + mention.text[years.end() :]
        return _Member(mention, _bare(stem), int(years["start"]), int(years["end"]), where)
    if match is None:
        return None
    start, end = plan_years(match["short"] or match["long"])
    stem = mention.text[: match.start()] + mention.text[match.end() :]
    return _Member(mention, _bare(stem), start, end, where)


def _bare(stem: str) -> str:
    """What the plans of a series share: a name without the words for its kind."""
    return re.sub(r"纲要$|计划|规划|总体|\W", "", stem)
