"""To whom a port is open, and when: 双边性常年开放公路客货运输口岸 is a kind of its own."""

import re
from collections.abc import Iterator
from typing import Final

from borderkg.extraction.span import Span

_NATURE: Final = re.compile(
    "(?:(?:国际|双边|季节|永久)性|常年|季节|双边|(?<=[为是系属作])国际)(?:(?:国际|双边|季节|永久)性|双边|季节|常年|对外|开放|边境|陆路|公路|铁路|水运|客货|货运|运输|的){0,6}口岸"
)


def natures(text: str) -> Iterator[Span]:
    """The spans of such kinds in a text."""
    for match in _NATURE.finditer(text):
        yield Span(match.start(), match.end(), "PortKind", match[0], "recogniser:nature of a port")
