"""Kinds that are built by rule: to whom a port is open, and when (双边性常年开放公路客货运输口岸); kinds of places that a
number or the coast stands in (边境三县, 沿海又沿边的省份)."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from borderkg.extraction.marking.gazetteer import Gazetteer
from borderkg.extraction.span import Span
from borderkg.schema import Concept

_NATURE: Final = re.compile(
    "(?:(?:国际|双边|季节|永久)性|常年|季节|双边|(?<=[为是系属作])国际)(?:(?:国际|双边|季节|永久)性|双边|季节|常年|对外|开放|边境|陆路|公路|铁路|水运|客货|货运|运输|的){0,6}口岸"
)
FOUND_BY: Final = "recogniser:nature of a port"
_MODE: Final = re.compile("公路|铁路|水运")
_CALLED_ITS_NATURE: Final = ("性质为", "性质是", "性质由")


def natures(text: str, kinds: Mapping[str, Concept]) -> Iterator[Span]:
    """The spans of such kinds in a text. One that names a mode tells that mode (系双边季节性公路口岸), and is a kind of its own
    only where it is called the nature of the port; `kinds` are the kinds of port and zone by their names."""
    for match in _NATURE.finditer(text):
        mode = _MODE.search(match[0]) if not text.endswith(_CALLED_ITS_NATURE, 0, match.start()) else None
        told = kinds.get(mode[0] + "口岸") if mode else None
        yield Span(*match.span(), "PortKind", match[0], FOUND_BY, concept=told)


_NUMBERED: Final = re.compile(
    r"(?P<first>边境|沿边|边疆)(?P<number>\d{1,3}|[两二三四五六七八九十]{1,3})个?(?P<last>[县市旗区州](?:[区县市旗州]|\([区县市旗州、]{1,5}\)){0,2})"
    r"(?=\((?![区县市旗州、]{1,5}\))|:|——|即|包括|分别[为是])"
)
_COAST: Final = "(?:沿海|临海|靠海|濒海|近海)"
_COASTAL: Final = re.compile(f"{_COAST}、?(?:又|且|兼)?沿边的?省(?:份|区)?|沿边、?(?:又|且|兼){_COAST}的?省(?:份|区)?")


def of_places(text: str, gazetteer: Gazetteer) -> Iterator[Span]:
    """边境三县: the kind 边境县 with the number of its members, which follow; 沿边九省区 is a name of its own. A 沿海又沿边的省份
    is a border province."""
    if "边" not in text:
        return
    if province := gazetteer.entries.get("沿边省"):
        for match in _COASTAL.finditer(text):
            yield Span(*match.span(), "PlaceKind", match[0], "recogniser:border and coast", concept=province.concept)
    for match in _NUMBERED.finditer(text):
        entry = gazetteer.entries.get(match["first"] + match["last"])
        if entry and entry.label == "PlaceKind" and match[0] not in gazetteer.entries:
            yield Span(*match.span(), "PlaceKind", match[0], "recogniser:kind with a number", concept=entry.concept)
