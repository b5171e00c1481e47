"""The zones and ports that the words of a title make up, as in running text.

《关于支持甲、乙经济开发区建设的意见》      is about two zones, and not about the town of the first
《关于支持甲乙经济开发区建设的意见》        so is this: titles leave out the stop between two towns
《甲边境经济合作区发展规划》               is about the zone, though no list has it
"""

import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from borderkg.extraction.annotation import Annotation, without_overlap
from borderkg.extraction.marking.memory import Memory
from borderkg.extraction.marking.shared_heads import ONE_OF_LIST, NounStart, share
from borderkg.extraction.span import Span
from borderkg.records import record, replace
from borderkg.reference import Reference
from borderkg.schema import Concept

_RANKED: Final = re.compile("[省区市州盟县旗]$|地区$")
_PROVINCE: Final = re.compile("(?:省|自治区)$")
_MADE: Final = ("Platform", "PlatformKind", "PortKind")


@record
class Entitled:
    """What a recogniser lends for the names in titles."""

    compose: Callable[[Annotation], Annotation]
    place_at: Callable[[str, int], Span | None]
    noun_start: NounStart
    kinds: Mapping[str, Concept]
    known: Reference

    def names(self, title: Span, parts: tuple[Span, ...]) -> tuple[Span, ...]:
        """The names in a title, given those that lists have."""
        if not any(part.label in _MADE for part in parts) and "口岸" not in title.text:
            return parts
        apart = Annotation(title.text, [part.moved(-title.start) for part in parts])
        spans = share(self.compose(apart), Memory(), self.noun_start, self.kinds).spans
        made = [*spans, *self._run_together(spans)]
        return tuple(
            without_overlap([[s.moved(title.start) for s in made if _of_one_zone(s) or _of_one_port(s)], parts])
        )

    def _run_together(self, spans: Sequence[Span]) -> Iterator[Span]:
        """Towns right before a zone that is called after another: each has a zone of that kind."""
        for town, zone in itertools.pairwise(spans):
            place = self.place_at(zone.text, 0) if zone.label == "Platform" and town.end == zone.start else None
            word = max((form for form in self.kinds if zone.text.endswith(form)), key=len, default="")
            if not word or place is None or town.label != "Region" or not town.individuals:
                continue
            around = {iri for i in place.individuals for iri in (i.iri, *self.known.ancestors(i.iri))}
            if not around & {i.iri for i in town.individuals}:
                kind = Span(zone.end - len(word), zone.end, "PlatformKind", word, "titles", concept=self.kinds[word])
                yield replace(town, label="Platform", found_by=ONE_OF_LIST, concept=kind.concept, parts=(town, kind))


def _of_one_zone(span: Span) -> bool:
    """Whether a name is that of one zone: 甲省边境经济合作区条例 is about those of the province, and 沿边产业园区 is any."""
    if span.label != "Platform" or (span.individuals and span.found_by != ONE_OF_LIST):
        return span.label == "Platform"
    places = [
        p
        for part in span.parts
        for p in (part.parts or (part,))
        if p.label in ("Region", "Country", "Countries", "Port")
    ]
    one = any(not _PROVINCE.search(p.text) and not _is_province(p) for p in places)
    return one or bool(span.concept and span.concept.iri.endswith("free-trade-pilot-zone"))


def _is_province(place: Span) -> bool:
    return any(i.is_province or "/area/" in i.iri for i in place.individuals)


def _of_one_port(span: Span) -> bool:
    """Whether a name is that of one port: 甲州口岸发展规划 is about those of the region."""
    return span.label == "Port" and not (span.parts and _RANKED.search(span.parts[0].text))
