"""What the names that lists have are made of: 中老铁路 of two countries, 广西凭祥综合保税区 of a region and a town in it."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from borderkg.extraction.annotation import Annotation
from borderkg.extraction.marking.gazetteer import Gazetteer
from borderkg.extraction.marking.letters import Letters
from borderkg.extraction.marking.lines import province_ends
from borderkg.extraction.marking.places import nested
from borderkg.extraction.span import Span
from borderkg.records import replace
from borderkg.reference import Reference

OF_PARTS: Final = ("Corridor", "Platform", "Organization")
"""Known names that other names stand in."""

_NAMED_AFTER_REGION: Final = re.compile("[—-]|管[道线]|经济走廊$")
_LONGEST: Final = 12


class KnownNames:
    def __init__(self, gazetteer: Gazetteer, letters: Letters, known: Reference) -> None:
        self._gazetteer = gazetteer
        self._letters = letters
        self._known = known
        self._of_corridor = lru_cache(maxsize=1024)(self._ends)
        self._of_zone = lru_cache(maxsize=1024)(self._places_before)

    def with_parts(self, span: Span) -> Span:
        """A known name with the names that it is made of."""
        made_of = self._of_corridor(span.text) if span.label == "Corridor" else self._of_zone(span.label, span.text)
        return replace(span, parts=tuple([part.moved(span.start) for part in made_of])) if made_of else span

    def _ends(self, name: str) -> Sequence[Span]:
        """The countries and regions that the name of a corridor is made of: 中老铁路, 中国—中亚天然气管道."""
        found = self._letters.within(name) or list(province_ends(name, self._letters.provinces))
        position = 0
        regional = bool(_NAMED_AFTER_REGION.search(name))  # 西部陆海新通道, 中东铁路 tell no region
        while not found and regional and position < len(name) - 1:
            entry = next(
                (
                    e
                    for k in range(len(name), position + 1, -1)
                    if (e := self._gazetteer.entries.get(name[position:k])) and e.label in ("Country", "Region")
                ),
                None,
            )
            if entry is None:
                position += 1
                continue
            end = position + len(entry.form)
            found.append(Span(position, end, entry.label, name[position:end], "gazetteer", entry.individuals))
        return found

    def _places_before(self, label: str, name: str) -> Sequence[Span]:
        """The places that the name of a zone begins with, where a larger one stands first: 广西凭祥综合保税区; the place
        whose a body is: 云南省人民政府."""
        outer = self.place_at(name, 0)
        if outer is None or label == "Organization":
            return [outer] if outer else []
        within = self.place_at(name, outer.end)
        whole = nested(Annotation(name, [outer, within]), self._known).spans if within else []
        return whole if len(whole) == 1 else []

    def place_at(self, text: str, start: int) -> Span | None:
        """The longest region of the gazetteer that a text names at a position."""
        for end in range(min(len(text), start + _LONGEST), start + 1, -1):
            entry = self._gazetteer.entries.get(text[start:end])
            if entry and entry.label == "Region":
                return Span(start, end, "Region", text[start:end], "gazetteer", entry.individuals)
        return None
