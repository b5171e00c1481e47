"""What the name of a line or corridor says: the countries and places that it crosses, also where several share its word."""

import re
from collections.abc import Iterator
from typing import Final

from borderkg.extraction.annotation import MARKS, Annotation
from borderkg.extraction.relations.mentions import Mentions
from borderkg.extraction.relations.read import Read, by_name
from borderkg.extraction.span import Span
from borderkg.extraction.statement import Mention
from borderkg.records import replace

_OTHER_NAME: Final = re.compile("(?:[又也亦俗通别原旧曾方全]称|[又别原旧曾]名|也叫|又叫)为?“?$")
_AREAS: Final = "".join(MARKS[label] for label in ("Countries", "Country", "Region", "Corridor"))
_NEXT_CORRIDOR: Final = re.compile(
    rf"(?:、以及|以及|[、和与及])(?P<name>[{_AREAS}])(?:—(?:[{_AREAS}]|[\u4e00-\u9fff]{{2,5}}?(?=[、和与及])))*"
)
_CORRIDORS: Final = re.compile(f"等?{MARKS['Quantity']}?(?:重点|主要)?(?:国际)?经济(?:合作)?走廊")
"""What stands behind the names of several corridors that share the word."""

_FIELDS: Final = re.compile(
    "[、和及](?:公路|铁路|口岸|航空|管道|电力|水运|港口)|合作(?!区)|联委会|联合委员会|会[议晤谈]|领域|部门|联运|运输|[客货]运"
)
"""中蒙铁路、公路、口岸, 中越铁路合作机制: fields of cooperation, no line."""

_COPULA: Final = re.compile("(?:[是为系]|成为|作为)(?:[^,。;]{0,6}的)?$")

OF_TWO: Final = re.compile("[两三]国")
"""两国铁路, 两国政府间协议: words for some line or agreement, no name."""


def read(annotation: Annotation, i: int, span: Span, mentions: Mentions) -> Iterator[Read]:
    """What the span at `i` says, a corridor or countries named for one."""
    if span.label == "Countries":
        yield from _sharing(annotation, i, span, mentions)
    elif span.individuals or not _FIELDS.match(annotation.abstract, i + 1):
        yield from _corridor(annotation, span, mentions)


_ECONOMIC: Final = "经济走廊"


def in_title(title: Span, mentions: Mentions) -> Iterator[Read]:
    """《建设中蒙俄经济走廊规划纲要》: the corridor that countries agreed on, by its name in the title of what they signed."""
    for part in title.parts:
        behind = part.end - title.start
        if part.label == "Countries" and title.text.startswith(_ECONOMIC, behind):
            name = part.text + _ECONOMIC
            mention = Mention("Corridor", name, (name,), mentions.named(name, "Corridor"))
            where = (part.start, part.end + len(_ECONOMIC))
            for country in mentions.of(part):
                yield by_name(mention, "crosses", country, where, "corridor named in a title")


def _corridor(annotation: Annotation, span: Span, mentions: Mentions) -> Iterator[Read]:
    if _OTHER_NAME.search(annotation.text, max(0, span.start - 4), span.start):
        return  # 又称中朝友谊桥: of the line that is called so the text tells by its own name
    if not span.individuals and span.text.endswith("通道") and _COPULA.search(annotation.text, 0, span.start):
        return  # 历史上是中蒙贸易通道: what something else is
    if OF_TWO.match(span.text):
        return  # 两国铁路、公路互联互通: words for some line, no name
    mention = mentions.of(span)[0]
    parts = [p for part in span.parts for p in (part.parts if part.label == "Corridor" else (part,))]
    bridge = span.text.endswith("桥")
    for part in map(_end_of_line, parts):
        if bridge and part.text.endswith(("河", "江")):
            continue  # 红河大桥 is over the river
        if part.label in ("Countries", "Country", "Region"):
            for place in mentions.of(part):
                if place.type in ("Country", "Region"):
                    where = (span.start, span.end)
                    yield by_name(mention, "crosses", place, where, "corridor named after its countries")


def _sharing(annotation: Annotation, i: int, span: Span, mentions: Mentions) -> Iterator[Read]:
    """中蒙俄、孟中印缅经济走廊, 中蒙俄、新亚欧大陆桥、中巴三大经济走廊: the word for the corridor stands once, after the
    last."""
    text, position, tail, end = annotation.abstract, i + 1, "", 0
    while not tail and (joined := _NEXT_CORRIDOR.match(text, position)):
        position = joined.end()
        corridor = annotation.at[joined.start("name")]
        if corridor.label == "Corridor" and corridor.parts:
            tail, end = corridor.text[corridor.parts[-1].end - corridor.start :], corridor.end
            tail = "经济走廊" if "—" in tail and tail.endswith("经济走廊") else tail
    if not tail and (head := _CORRIDORS.match(text, position)):
        tail, end = "经济走廊", annotation.text_range(*head.span())[1]
    if tail:
        name = span.text + tail
        mention = Mention("Corridor", name, (span.text, tail.removeprefix("经济")), mentions.named(name, "Corridor"))
        for country in mentions.of(span):
            yield by_name(mention, "crosses", country, (span.start, end), "corridors that share a head")


def _end_of_line(part: Span) -> Span:
    """In 满洲里至后贝加尔斯克公路 a bare name is that of the town, not of its port."""
    bare = part.label == "Port" and not part.text.endswith("口岸")
    return replace(part, label="Region", individuals=()) if bare else part
