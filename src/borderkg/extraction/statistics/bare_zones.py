"""Zones that a clause calls by the word for their kind alone, and means the last of that kind that the text has named, be it
in the title of a document: 印发《关于支持某示范区建设的若干意见》，示范区面积…."""

import re
from collections.abc import Iterator
from typing import Final

from borderkg.extraction.annotation import Annotation
from borderkg.extraction.span import Span
from borderkg.extraction.statistics.course import Course
from borderkg.extraction.statistics.holders import Holder
from borderkg.extraction.statistics.leads import Lead
from borderkg.extraction.statistics.passage import PLACE, TIME, Passage

_HEAD: Final = re.compile(
    f"(?:[{TIME},]|截至|其中|目前|该|整个)*(?P<noun>(?:重点开发开放|开发开放|自由贸易|边境经济|边境旅游|跨境经济|国际合作|综合|示范)?"
    "(?:试验区|示范区|先导区|合作区|开发区|保税区|综保区|自贸区|边合区))"
    f"(?=[{TIME}]|设[在于]|位于|地处|东[起至临]|规划|核准|总|面积|占地|范围|实施|由{PLACE}|涵盖|包括|覆盖|涉及|户籍|常住|人口|地区生产总值|GDP|累计|完成|实现|入驻|注册|进出口)"
)
_SHORT: Final = {"综保区": "综合保税区", "自贸区": "自由贸易试验区", "边合区": "边境经济合作区"}
_ZONE: Final = re.compile("(?<!片)区$")


def named(annotation: Annotation) -> Iterator[tuple[Span, Span]]:
    """The zones that a sentence names, in order, each with the span that it stands in."""
    for span in annotation.spans:
        for part in span.parts if span.label == "Title" else (span,):
            if part.label == "Platform" and span.start < span.end and not part.antecedents and _ZONE.search(part.text):
                yield part, span


def _head(lead: Lead, begin: int) -> str:
    told = _HEAD.match(lead.passage.inner, begin)
    return _SHORT.get(told["noun"], told["noun"]) if told and told.end() <= lead.end else ""


def heads(lead: Lead) -> bool:
    """Whether the clause of a figure, or its sentence, is about what a bare word for a zone at its head means."""
    return bool(_head(lead, lead.passage.clause(lead.start)) or _head(lead, 0))


def meant(lead: Lead, course: Course, of_sentence: bool = False) -> list[Holder]:
    """The zone that a figure is of where its clause begins with a bare word for one, or the sentence does; nothing where the
    text has named none of its kind."""
    noun = _head(lead, 0 if of_sentence else lead.passage.clause(lead.start))
    alike = [h for h in course.caption.zones if noun and h.mention.text.endswith(noun)]
    if _OF_PEOPLE.search(lead.passage.text, 0, lead.end):
        alike = [h for h in alike if "金融" not in h.mention.text]
    return alike[-1:]


_OF_PEOPLE: Final = re.compile("人口|生产总值|GDP")
"""What no zone for reforms of banking has."""

_LAYS_OUT: Final = re.compile("(?:方案|批复|决定|复函)》$")
"""印发《某试验区总体方案》，面积…: told of the zone that a document lays out."""


def laid_out(passage: Passage, begin: int, end: int) -> Span | None:
    """The one zone of which the document lays out the extent that a clause ends with."""
    titles = [s for s in passage.between(begin, end, "Title") if s.end == end and _LAYS_OUT.search(s.text)]
    zones = [part for part in titles[-1].parts if part.label == "Platform"] if titles else []
    return zones[0] if len(zones) == 1 else None
