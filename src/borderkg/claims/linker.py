"""Mentions to entities: a known individual where the label leaves no doubt, else a new entity with a key of its own.

Precision before recall: where one name belongs to several individuals and nothing tells them apart, the county before
the prefecture (border texts name counties), else none.
"""

import hashlib
import re
from collections.abc import Sequence
from typing import Final

from borderkg.claims.claim import Entity
from borderkg.corpus.normaliser import fold
from borderkg.extraction.statement import Mention
from borderkg.reference import Individual, Reference
from borderkg.vocabulary import BKC, ID

_RANK_WORD: Final = re.compile(r"(?:省|自治区|市|县|旗|盟|州|区|地区|镇|乡)$")
_ISSUER: Final = re.compile(
    r"^(?:中共中央办公厅|中共中央|国务院办公厅|国务院|全国人大常委会|[\u4e00-\u9fff]{2,12}(?:部|委|局|署|办公室|办公厅|委员会|银行))"
    r"(?:[、,和]?(?:国务院办公厅|国务院|[\u4e00-\u9fff]{2,10}(?:部|委|局|署|办公室|办公厅|委员会|银行)))*(?=关于)"
)


class Linker:
    def __init__(self, known: Reference) -> None:
        self._known = known

    def link(self, mention: Mention, source: str, year: int | None = None, published: int | None = None) -> Entity:
        """The entity that a mention names. `source` keeps what belongs to one text (its periods) apart from others'."""
        if mention.type == "Concept":
            return self._concept(mention)
        if mention.type == "Document":
            return Entity(ID + "document/" + source, "Document", mention.text, True, "the text itself")
        candidates = [i for i in mention.individuals if i.type == mention.type]
        chosen = self._choose(candidates, mention, year or published)
        if chosen:
            return Entity(chosen.iri, mention.type, official_name(chosen, mention.text), True, f"label {mention.text}")
        name = self._new_name(mention)
        return Entity(new_iri(mention.type, name, source), mention.type, name, False, "not in the reference data")

    def _choose(self, candidates: Sequence[Individual], mention: Mention, year: int | None) -> Individual | None:
        if len(candidates) <= 1:
            return candidates[0] if candidates else None
        exact = [i for i in candidates if i.label_zh == mention.text]
        if len(exact) == 1:
            return exact[0]
        if mention.type == "Organization":
            return _active(candidates, year)
        provinces = [i for i in candidates if i.value("adminLevel").endswith("province")]
        if len(provinces) == 1:
            return provinces[0]  # 吉林 is the province, not its city
        counties = [i for i in candidates if i.value("adminLevel").endswith("county")]
        border = [i for i in counties if i.value("borderCounty") == "true"]
        for group in (border, counties, list(candidates)):
            if len(group) == 1:
                return group[0]
        return None

    def _concept(self, mention: Mention) -> Entity:
        concept = mention.concept
        if concept:
            return Entity(concept.iri, "Concept", concept.label_zh, True, f"label {mention.text}")
        return Entity(f"{BKC}text-{_digest(mention.text)}", "Concept", mention.text, False, "named by the text")

    def _new_name(self, mention: Mention) -> str:
        if mention.type == "Platform" and mention.place and mention.text == mention.surface[0]:
            place = self._choose(list(mention.place), mention, None)
            return official_name(place, mention.text) if place else mention.text
        return mention.text


def _active(candidates: Sequence[Individual], year: int | None) -> Individual | None:
    """The body that bore the abbreviation in a year; without a year, the one that bears it today."""

    def spans(individual: Individual) -> bool:
        start = int(individual.value("activeFrom") or 0)
        end = int(individual.value("activeUntil") or 9999)
        return start <= (year or 9999) <= end

    fitting = [i for i in candidates if spans(i)] or list(candidates)
    return max(fitting, key=lambda i: (int(i.value("activeFrom") or 0), i.iri))


def official_name(individual: Individual, text: str) -> str:
    """The name to show: the text's own where it is a full official name (of its time), else today's."""
    if individual.type == "Region" and individual.value("gbCode") and _RANK_WORD.search(text) and len(text) >= 3:
        return text
    return individual.label_zh


def new_iri(kind: str, name: str, source: str) -> str:
    """The IRI of an entity that the reference data lacks. A period belongs to its source; a title is the same title with
    or without its issuer in front."""
    key = _ISSUER.sub("", re.sub(r"[\s“”‘’《》]", "", fold(name)))
    if kind == "Period":
        return f"{ID}period/{source}-{_digest(key)}"
    return f"{ID}{kind.lower()}/{_digest(kind, key)}"


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]
