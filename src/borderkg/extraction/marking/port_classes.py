"""Classes of ports that no list has as words: 国家一类公路口岸, 国家级陆路口岸, 升为一类, 批准为水运一类口岸."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from borderkg.extraction.marking.gazetteer import Gazetteer
from borderkg.extraction.span import Span
from borderkg.schema import Concept

_HEAD: Final = (
    "(?:公路|铁路|水运|航空|水、?陆、?空|陆、?水、?空|公、?铁、?空|水陆|陆运|公铁|客货|陆路|陆地|边境|季节|常年|双边|国际|国境|对外|开放|永久|性){1,5}"
    "(?:、(?:公路|铁路|水运|航空|陆路)){0,2}[^,。;、]{0,4}口岸"
)
_CLASS: Final = re.compile(
    "(?:国家)?(?P<n>[一二])类(?="
    "(?<=[为由从]..)升|(?<=[为由从]....)升|(?<=[格级升]为..)(?=[,。;、)]|$)|(?<=[格级升]为....)(?=[,。;、)]|$)"
    "|(?<=国家.类)(?=[,。;、)]|$)|(?<=[为是系属].类)(?<![分可]为.类)(?=[,。;]|$)|(?<=\\(.类)(?=[,、)])"
    rf"|{_HEAD})|国家(?P<level>[一二])级(?={_HEAD})"
    rf"|(?P<top>国家级)(?![^,。;、]{{0,12}}[区园]口岸)(?={_HEAD}(?!城|小镇|镇|型|经济|物流|枢纽|园))"
)
_MODE_BEFORE_CLASS: Final = re.compile("(?:公路|铁路|水运|航空)(?=(?:国家)?[一二]类口岸)")
"""批准为水运一类口岸."""


def classes(text: str, gazetteer: Gazetteer, kinds: Mapping[str, Concept]) -> Iterator[Span]:
    """The classes of ports that stand before their mode or alone, and modes that stand before a class; `kinds` are the kinds
    of port and zone by their names."""
    if "类" not in text and "级" not in text:
        return
    for match in _CLASS.finditer(text):
        entry = gazetteer.entries.get((match["n"] or match["level"] or "一") + "类口岸")
        if entry and entry.concept:
            yield Span(match.start(), match.end(), "PortKind", match[0], "recogniser:class", concept=entry.concept)
    for match in _MODE_BEFORE_CLASS.finditer(text):
        if mode := kinds.get(match[0] + "口岸"):
            yield Span(match.start(), match.end(), "PortKind", match[0], "recogniser:mode before class", concept=mode)
