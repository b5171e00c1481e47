"""Whose office is meant by 省商务厅, 州政府, 自治区党委: the place that the text spoke of, or one around it."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from borderkg.extraction.annotation import Annotation
from borderkg.extraction.discourse.nouns import Reference as WordBack
from borderkg.extraction.marking.offices import FOUND_BY
from borderkg.extraction.marking.places import PART_OF_REGION
from borderkg.extraction.span import Antecedent, Span
from borderkg.reference import Individual, Reference

Locate = Callable[[int, int], tuple[int, int]]
"""From a range of the sentence to a range of the file."""

AROUND: Final = "governing:around"
"""A place that the text does not name, but whose part it speaks of."""

_NUMBER: Final = re.compile(
    r"(?P<letter>[辽吉黑内蒙甘新藏云桂])(?:党|委|政|府|办|厅|财|发改|商|外|口岸|交|民|工信|兴|边|关|海关|旅|统|侨|经|贸|税|银|建|自然资|农|环|卫|教|科|人社|审|国资)"
    r"[\u4e00-\u9fff]{0,5}[〔\[(](?:19|20)\d\d[〕\])]第?\d+号"
)
"""新商函〔2020〕58号: the number of a document, whose first character is the province."""

_LETTERS: Final = {"内": "蒙", "云": "滇"}
"""Characters of numbers that are not those that stand for a province elsewhere."""

_CLAUSE_ENDS: Final = re.compile("[，,；;。]")

_AND: Final = tuple("、和与及")
_KEPT: Final = 16


class Governing:
    """Remembers the places in the names of bodies and documents, whose offices may be spoken of."""

    def __init__(self, known: Reference) -> None:
        self._known = known
        self._named: list[Antecedent] = []
        self._provinces: dict[str, Individual] = {}
        self._numbered: Antecedent | None = None

    def remember(self, spans: Iterable[Span], locate: Locate) -> None:
        """Take up the places that the bodies and documents of a clause are named after."""
        for span in spans:
            region = None if span.antecedents else region_of(span)
            if region:
                self._named.append(Antecedent(region, locate(region.start, region.end), None))
        self._named = self._named[-_KEPT:]

    def number(self, text: str, locate: Locate) -> None:
        """Take up the province whose document the text is, by the number at its head."""
        match = _NUMBER.search(text) if self._numbered is None and "号" in text else None
        if match is None:
            return
        self._provinces = self._provinces or {
            letter: i
            for i in self._known.individuals.values()
            if i.type == "Region" and i.is_province
            for letter in i.values.get("abbreviation", ())
        }
        letter = match["letter"]
        province = self._provinces.get(letter) or self._provinces.get(_LETTERS.get(letter, ""))
        if province:
            start, end = match.span("letter")
            span = Span(start, end, "Region", letter, AROUND, (province,))
            self._numbered = Antecedent(span, locate(start, end), None)

    def numbered(self, word: WordBack) -> Antecedent | None:
        """The province whose document the text is."""
        return self._numbered if self._numbered and word.fits(self._numbered.span) else None

    def near(
        self, annotation: Annotation, word: WordBack, offices: Sequence[Span], locate: Locate
    ) -> Antecedent | None:
        """The place in the sentence: that of the office before it (省委、省政府, 自治区商务厅、财政厅), else the one named
        last, by itself or in the name of a body or a document."""
        joined = annotation.text[max(0, word.start - 1) : word.start] in _AND
        if offices and joined and offices[-1].end == word.start - 1:
            return offices[-1].antecedents[0]
        before = [s for s in annotation.spans if s.end <= word.start]
        if not word.noun:
            before = [s for s in before[-1:] if joined and s.end == word.start - 1]
        for span in reversed(before):
            if span.antecedents and span.label == "Organization" and word.fits(span.antecedents[0].span):
                return span.antecedents[0]
            region = None if span.antecedents else region_of(span)
            if region and word.fits(region):
                return Antecedent(region, locate(region.start, region.end), (region.start, region.end))
        return None

    def ahead(self, annotation: Annotation, word: WordBack, locate: Locate) -> Antecedent | None:
        """省政府印发《吉林省…意见》: the place that the document in the same clause is named after, where none was named."""
        behind = (s for s in annotation.spans if s.start >= word.end and s.label == "Title")
        title = next(behind, None)
        if title is None or _CLAUSE_ENDS.search(annotation.text, word.end, title.start):
            return None
        region = region_of(title)
        return Antecedent(region, locate(region.start, region.end), None) if region and word.fits(region) else None

    def named(self, word: WordBack) -> Antecedent | None:
        """The place that a body or a document spoken of is named after."""
        return next((a for a in reversed(self._named) if word.fits(a.span)), None)

    def around(self, word: WordBack, mentioned: Iterable[Antecedent]) -> Antecedent | None:
        """The larger place around the one that was named last: 省政府 in a text on a county, or of its government.
        `mentioned` is latest first."""
        for member in (*mentioned, *reversed(self._named)):
            span = member.span
            places = span.individuals or tuple(i for part in span.parts for i in part.individuals)
            larger = {iri for place in places for iri in self._known.ancestors(place.iri)}
            regions = [i for iri in larger if (i := self._known.individuals.get(iri)) and i.type == "Region"]
            read = [replace(span, label="Region", individuals=(i,), parts=(), antecedents=()) for i in regions]
            fitting = [place for place in read if word.fits(place)]
            if len(fitting) == 1:
                return replace(member, span=replace(fitting[0], found_by=AROUND))
        return None


def office(word: WordBack, place: Antecedent) -> Span:
    """The span of an office, named after its place."""
    at = word.start, word.end
    return Span(*at, "Organization", word.text, FOUND_BY, parts=(place.span,), antecedents=(place,))


def region_of(span: Span) -> Span | None:
    """The place itself, or the one that a body or a document is named after."""
    if span.label == "Region":
        return span.parts[0] if span.found_by == PART_OF_REGION else span
    if span.label not in ("Organization", "Title"):
        return None
    own = next((part for part in span.parts if part.label == "Region"), None)
    return own or next((r for p in span.parts if p.label == "Organization" and (r := region_of(p))), None)
