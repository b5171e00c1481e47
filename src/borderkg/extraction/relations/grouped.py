"""Zones listed province by province under a kind that is said once, before them.

边境经济合作区17个：黑龙江2个（黑河、绥芬河）、吉林2个（珲春、和龙）…
17个边境经济合作区中，云南有河口、瑞丽2个，吉林有珲春、和龙2个。
1992年国务院批准的沿边开放城市：黑龙江省的黑河、绥芬河，吉林省的珲春。
"""

import re
from collections.abc import Iterator
from typing import Final

from borderkg.extraction.annotation import MARKS, Annotation
from borderkg.extraction.discourse.context import Modality, acting_body, governing_dates
from borderkg.extraction.relations.mentions import Mentions
from borderkg.extraction.relations.read import Read
from borderkg.extraction.span import Span
from borderkg.extraction.statement import Mention, Range
from borderkg.extraction.values import Time
from borderkg.records import record

_PLACE: Final = MARKS["Region"]
_KIND: Final = re.compile(f"[{MARKS['PlatformKind']}{MARKS['PlaceKind']}][^。;{_PLACE}]{{0,12}}?(?=[{_PLACE}])")
_GROUP: Final = re.compile(
    rf"(?P<outer>[{_PLACE}])(?:境内|有|的有|的|现有|{MARKS['Quantity']}){{0,2}}(?:(?P<bracket>\()|:|(?<=[有的]))"
    rf"(?P<places>[{_PLACE}](?:\([{_PLACE}]\))?(?:[、和及][{_PLACE}])*)等?{MARKS['Quantity']}?(?(bracket)\))[、,;和及以]{{0,2}}{MARKS['Topic']}?"
)
_ACT: Final = re.compile(
    rf"(?:批准|批复|同意|设立|开放|开辟|辟)(?:设立|开放|建立|成立|对外开放)?(?:了|的)?(?:首批|第一批)?{MARKS['Quantity']}?(?:国家级)?$"
)
"""开放了13个…, 批准的14个…: what was done to those that the list names."""

_OPENED: Final = re.compile("开放|开辟|辟")
_RULE: Final = "grouped::zones listed by province"


@record
class _Act:
    """What a sentence tells before the kind: who set up or opened all of the list, and when."""

    bodies: tuple[Mention, ...]
    day: Time | None
    where: Range
    opens: bool
    modality: str


def read(annotation: Annotation, mentions: Mentions, modality: Modality) -> Iterator[Read]:
    """Kind and place of each zone of such a list, and who set it up on which day where the sentence tells it."""
    text = annotation.abstract
    if MARKS["PlatformKind"] not in text and MARKS["PlaceKind"] not in text:
        return
    for head in _KIND.finditer(text):
        position = head.end()
        kind = annotation.at[head.start()]
        act = _act(annotation, mentions, modality, head.start())
        if kind.label == "PlaceKind" and not (act and act.opens):
            continue
        while group := _GROUP.match(text, position):
            position = group.end()
            outer = annotation.at[group.start("outer")]
            for i in range(*group.span("places")):
                if (i in annotation.at and text[i - 1] != "(") or i == group.start("places"):
                    yield from _zone(mentions, kind, outer, annotation.at[i], act)


def _act(annotation: Annotation, mentions: Mentions, modality: Modality, at: int) -> _Act | None:
    """The act told before the kind at an abstract position."""
    act = _ACT.search(annotation.abstract, 0, at)
    if act is None:
        return None
    bodies = tuple(mentions.of(span)[0] for span in acting_body(annotation, act.start()))
    dates = governing_dates(annotation, act.start(), at)
    day = dates[0].value if len(dates) == 1 else None
    start = min([annotation.starts[act.start()], *(span.start for span in dates)])
    return _Act(
        bodies,
        day if isinstance(day, Time) else None,
        (start, annotation.at[at].end),
        bool(_OPENED.match(act[0])),
        modality.of(annotation, act.start(), at),
    )


def _zone(mentions: Mentions, kind: Span, outer: Span, place: Span, act: _Act | None) -> Iterator[Read]:
    if not mentions.within(place, outer):
        return
    larger, town = mentions.of(outer)[0], mentions.of(place)[-1]
    said, where = (kind.start, kind.end), (place.start, place.end)
    modality = act.modality if act else ""
    if kind.label == "PlatformKind":
        concept = mentions.of(kind)[0]
        zone = mentions.platform(town, concept, larger.text)
        yield Read(zone, "platformType", concept, where, (said,), _RULE, modality, None, where)
    elif city := mentions.as_type(town, "Platform"):
        zone = city
    else:
        return
    yield Read(zone, "locatedIn", larger, (outer.start, place.end), (said,), _RULE, modality, None, where)
    if act is None:
        return
    for body in act.bodies:
        yield Read(body, "establishes", zone, where, (act.where,), _RULE, modality, None, where)
    if act.day:
        yield Read(zone, "dateEstablished", act.day, where, (act.where,), _RULE, modality, None, where)
