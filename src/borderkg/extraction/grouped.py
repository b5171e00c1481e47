"""Zones listed province by province under a kind that is said once, before them.

边境经济合作区17个：黑龙江2个（黑河、绥芬河）、吉林2个（珲春、和龙）…
17个边境经济合作区中，云南有河口、瑞丽2个，吉林有珲春、和龙2个。
综合保税区名单：云南：昆明、红河；广西：南宁、凭祥。
"""

import re
from collections.abc import Iterator
from typing import Final

from borderkg.extraction.annotation import MARKS, Annotation
from borderkg.extraction.mentions import Mentions
from borderkg.extraction.relations import Read
from borderkg.extraction.span import Span

_PLACE: Final = MARKS["Region"]
_KIND: Final = re.compile(f"[{MARKS['PlatformKind']}][^。;{_PLACE}]{{0,12}}?(?=[{_PLACE}])")
_GROUP: Final = re.compile(
    rf"(?P<outer>[{_PLACE}])(?:境内|有|的有|现有|{MARKS['Quantity']}){{0,2}}(?:(?P<bracket>\()|:|(?<=有))"
    rf"(?P<places>[{_PLACE}](?:\([{_PLACE}]\))?(?:[、和及][{_PLACE}])*)等?{MARKS['Quantity']}?(?(bracket)\))[、,;和及以]{{0,2}}{MARKS['Topic']}?"
)


def read(annotation: Annotation, mentions: Mentions) -> Iterator[Read]:
    """Kind and place of each zone of such a list."""
    text = annotation.abstract
    for head in _KIND.finditer(text) if MARKS["PlatformKind"] in text else ():
        position = head.end()
        kind = annotation.at[head.start()]
        while group := _GROUP.match(text, position):
            position = group.end()
            outer = annotation.at[group.start("outer")]
            for i in range(*group.span("places")):
                if (i in annotation.at and text[i - 1] != "(") or i == group.start("places"):
                    yield from _zone(annotation, mentions, kind, outer, annotation.at[i])


def _zone(annotation: Annotation, mentions: Mentions, kind: Span, outer: Span, place: Span) -> Iterator[Read]:
    if not mentions.within(place, outer):
        return
    concept, larger = mentions.of(kind)[0], mentions.of(outer)[0]
    zone = mentions.platform(mentions.of(place)[-1], concept, larger.text)
    said = (kind.start, kind.end)
    where = (place.start, place.end)
    rule = "grouped::zones listed by province"
    yield Read(zone, "platformType", concept, where, (said,), rule, "", None, where)
    where = (outer.start, place.end)
    yield Read(zone, "locatedIn", larger, where, (said,), rule, "", None, where)
