"""Zones told by the place that they were set up in: how many they are, and which zone the clause is about."""

import re
from bisect import bisect_left
from typing import Final

from borderkg.extraction.annotation import MARKS, Annotation
from borderkg.extraction.relations.filled import Filled
from borderkg.extraction.span import Span

_SETS_UP: Final = re.compile("(?:设立|设有|建立|建成|建有|开设|新设|布局|批准|现有|拥有|有)了?$")
_IS: Final = re.compile(f"[{MARKS['Platform']}][就便也则]?[是为系][^,;:。是为]*$")


def told_of(annotation: Annotation, place: Filled) -> Span | None:
    """The zone that a clause says to be what was set up in a place: 甲开发区是1984年国务院在乙县设立的首个…开发区."""
    before = annotation.abstract[: bisect_left(annotation.starts, place.where[0])] if place.where else ""
    subject = _IS.search(before)
    return annotation.at[subject.start()] if subject else None


def several(annotation: Annotation, place: Filled, kind: Filled) -> bool:
    """Whether between a place and a kind of zone stands how many of them are set up there, more than one."""
    if not place.where or not kind.where:
        return False
    counted = [s for s in annotation.spans if s.label == "Quantity" and place.where[1] <= s.start < kind.where[0]]
    return any(s.text[0] not in "1一" and _SETS_UP.search(annotation.text, place.where[1], s.start) for s in counted)
