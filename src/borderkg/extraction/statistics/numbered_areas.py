"""How many provinces an area has whose name says it, where the list beside the name bears it out: 辽宁、…等边疆9省区.

The name alone (沿边9省区的进出口) only calls the area by its name, and counts nothing.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from borderkg.extraction.annotation import Annotation
from borderkg.extraction.marking.numerals import whole
from borderkg.extraction.span import Span
from borderkg.extraction.statement import Mention
from borderkg.extraction.statistics import holders
from borderkg.extraction.statistics.collected import BORDER_PROVINCES, collects
from borderkg.extraction.statistics.figure import Figure
from borderkg.extraction.statistics.passage import Passage

_NUMBER: Final = re.compile(r"(?P<n>\d{1,2}|[二三四五六七八九十]{1,2})个?(?:沿边|边境|边疆)?省")
_BEFORE: Final = re.compile("(?:等|等等|共|这|,|等共)?")
"""Between the last name of a list and the name of the area."""

_BEHIND: Final = re.compile(r"[(:]|[,(]?(?:即|包括|包含|分别[是为]|依次[是为]|[是为]):?")


def read(annotation: Annotation, offset: int, nation: Mention) -> Iterator[Figure]:
    """The count for each such name of a sentence that begins at `offset` in its block, as of the nation."""
    named = [span for span in annotation.spans if span.label == "Region" and "省" in span.text and collects(span)]
    if not named:
        return
    passage = Passage(annotation, offset)
    for span in named:
        said = _NUMBER.search(span.text)
        number = whole(said["n"]) if said else None
        listed = next((group for group in _beside(passage, span) if len(group) == number), None)
        if number is None or listed is None:
            continue
        yield Figure(
            subject=nation,
            indicator=f"{BORDER_PROVINCES}数量",
            number=Decimal(number),
            unit="个",
            time="",
            evidence=passage.at(span.start, span.end),
            context=(passage.at(listed[0].start, listed[-1].end),),
            raw_context=(),
            qualifiers={"listed": number},
            kind="count",
        )


def _beside(passage: Passage, area: Span) -> Iterator[list[Span]]:
    """The provinces named together right before or behind the name of an area."""
    for group in holders.groups(passage, 0, len(passage.text)):
        before = _BEFORE.fullmatch(passage.text, group[-1].end, max(area.start, group[-1].end))
        behind = _BEHIND.fullmatch(passage.text, area.end, max(group[0].start, area.end))
        provinces = {i.iri for span in group for i in span.individuals if i.is_province}
        if len(provinces) == len(group) and (before if group[-1].end <= area.start else behind):
            yield group
