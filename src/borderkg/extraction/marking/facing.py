"""Ports across the border that are called by a bare name where a text says what faces a port: 对方口岸清水; 对面依次为磨丁、
勐拉.

Many such names are ordinary words (友谊, 清水), and few texts add 口岸; behind these words each name is a port.
"""

import re
from collections.abc import Iterator
from typing import Final

from borderkg.extraction.annotation import MARKS, Annotation
from borderkg.extraction.rulebook.neighbours import THEIR_SIDE
from borderkg.extraction.span import Span

FACING: Final = "facing:a port across the border"

_OF_PORTS: Final = re.compile(f"[{MARKS['Port']}{MARKS['PortKind']}]|口岸")
_KNOWN: Final = MARKS["Port"] + MARKS["Region"]
SIDE: Final = f"(?:对方|对应|对面|对岸|外方|对口|邻方|{THEIR_SIDE})"
"""Words for what lies across the border."""

_LEAD: Final = re.compile(
    f"(?:{SIDE}的?(?:对应)?口岸(?:(?:依次|分别)?(?:为|是|有|即|叫|称|名为)|:)?|(?:{SIDE}|隔江|隔河|隔界)的?(?:依次|分别)(?:为|是|有|即))"
    f"(?:{MARKS['Country']}的?)?"
)
_MAYBE: Final = re.compile("[对隔方]")
_NAME: Final = re.compile(rf"[{_KNOWN}](?:口岸)?|(?P<new>[\u4e00-\u9fff]{{2,7}}?)(?:口岸)?(?=[、,。;)和与]|$)")
_JOIN: Final = re.compile("、(?:和|以及)?|[和与及]|以及")
_END: Final = re.compile("[,。;)]|等|$")
_NO_NAME: Final = re.compile(
    "[尚未已开也同的是均不还设将没关通建位在距有为其该此两各对后前]|口岸|公路|铁路|城市|省|县|货|客|过境|正式|常年|季节"
)


def with_facing(annotation: Annotation) -> Annotation:
    """With a span for each bare name behind such words; only where a port is spoken of there or before."""
    text = annotation.abstract
    found: list[Span] = []
    for lead in _LEAD.finditer(text) if _MAYBE.search(text) else ():
        if _OF_PORTS.search(text, 0, lead.end()):
            found += _names(annotation, lead.end())
    return annotation.replaced(found) if found else annotation


def _names(annotation: Annotation, position: int) -> Iterator[Span]:
    text = annotation.abstract
    found: list[Span] = []
    while name := _NAME.match(text, position):
        if name["new"]:
            if _NO_NAME.search(name["new"]):
                return
            start, end = annotation.text_range(*name.span("new"))
            found.append(Span(start, end, "Port", annotation.text[start:end], FACING))
        elif annotation.at[position].label == "Region":
            town = annotation.at[position]
            found.append(Span(town.start, town.end, "Port", town.text, FACING, town.individuals))
        position = name.end()
        if not (joined := _JOIN.match(text, position)):
            break
        position = joined.end()
    if _END.match(text, position):
        yield from found
