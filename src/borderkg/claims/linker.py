"""Mentions to entities: a known individual where the label leaves no doubt, else a new entity with a key of its own.

Precision before recall. Of several individuals of one name the one officially so called is meant, else the province, the
border county, the prefecture, the county, in this order; where two are left, none.
"""

import hashlib
import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from borderkg import reference, schema
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
        countries = [i for i in known.individuals.values() if i.type == "Country" and not i.is_china]
        names = {name for i in countries for name in (i.label_zh, *i.alternatives) if len(name) > 1}
        self._abroad = re.compile(
            "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name)))) or "(?!)"
        )
        """Names of countries, the longest first: one may be written before a foreign port, 越南友谊口岸."""
        self._source = ""
        self._linked: dict[tuple[object, ...], Entity] = {}
        """What names of that text were linked to: a text names most things more than once."""

    def link(self, mention: Mention, source: str, year: int | None = None, published: int | None = None) -> Entity:
        """The entity that a mention names. `source` keeps what belongs to one text (its periods) apart from others'."""
        if source != self._source:
            self._source, self._linked = source, {}
        key = (
            mention.type,
            mention.text,
            mention.surface,
            tuple([i.iri for i in mention.individuals]),
            mention.concept.iri if mention.concept else "",
            tuple([i.iri for i in mention.place]) if mention.place else (),
            year or published,
        )
        if key not in self._linked:
            self._linked[key] = self._entity(mention, source, year or published)
        return self._linked[key]

    def _entity(self, mention: Mention, source: str, year: int | None) -> Entity:
        if mention.type == "Concept":
            return self._concept(mention)
        if mention.type == "Document":
            return Entity(ID + "document/" + source, "Document", mention.text, True, "the text itself")
        candidates = [i for i in mention.individuals if i.type == mention.type]
        chosen = self._choose(candidates, mention, year)
        branch = _branch(mention) if chosen and mention.type == "Port" else ""
        if chosen and branch and branch not in chosen.label_zh:
            iri = f"{chosen.iri}-{_BRANCHES[branch]}"  # 绥芬河铁路口岸 and 绥芬河公路口岸 are opened one by one
            return Entity(iri, "Port", mention.text, False, f"{branch}口岸 of {chosen.label_zh}")
        if chosen:
            return Entity(chosen.iri, mention.type, self._shown(chosen, mention), True, f"label {mention.text}")
        name = self._new_name(mention)
        unsure = tuple(i.iri for i in candidates)
        reason = f"one of {len(unsure)} of this name" if unsure else "not in the reference data"
        return Entity(new_iri(mention.type, name, source), mention.type, name, False, reason, unsure)

    def _shown(self, chosen: Individual, mention: Mention) -> str:
        if chosen.value("platformType").endswith("border-open-city"):
            return self._new_name(mention)  # an open city is called by the city's name
        if chosen.type == "Port":
            if not self._at_home(chosen):
                country = self._abroad.match(mention.text)
                bare = mention.text[country.end() :] if country else mention.text
                return bare if bare.endswith(("口岸", "港")) else bare + "口岸"
            bare = mention.text  # 黑山头口岸 lies at home: no 黑山 stands before it
            if bare.endswith("口岸") and not _branch(mention):
                return bare
            twins = [i for i in self._known.named(bare, "Port") if i.iri != chosen.iri]
            return official_name(chosen, mention.text if twins else bare)
        return official_name(chosen, mention.text)

    def _at_home(self, port: Individual) -> bool:
        return any(
            i.value("gbCode") for iri in self._known.ancestors(port.iri) if (i := self._known.individuals.get(iri))
        )

    def _choose(self, candidates: Sequence[Individual], mention: Mention, year: int | None) -> Individual | None:
        if len(candidates) <= 1:
            return candidates[0] if candidates else None
        exact = [i for i in candidates if i.label_zh == mention.text]
        if len(exact) == 1:
            return exact[0]
        if mention.type == "Organization":
            return _active(candidates, year)
        own = [i for i in candidates if i.label_zh.startswith(mention.text)]
        candidates = own or candidates  # 哈密 is 哈密市, not the district that was once called so
        provinces = [i for i in candidates if i.is_province]
        if len(provinces) == 1:
            return provinces[0]  # 吉林 is the province, not its city
        counties = [i for i in candidates if i.value("adminLevel").endswith("county")]
        border = [i for i in counties if i.value("borderCounty") == "true"]
        prefectures = [i for i in candidates if i.value("adminLevel").endswith("prefecture")]
        for group in (border, prefectures, counties, list(candidates)):
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


_BRANCHES: Final = {"铁路": "rail", "公路": "road", "水运": "water", "航空": "air"}


def _branch(mention: Mention) -> str:
    """The mode of transport that a port's name says: 绥芬河铁路口岸."""
    match = re.search(r"(铁路|公路|水运|航空)(?:运输)?口岸$", mention.text)
    return match[1] if match else ""


_AUTONOMOUS: Final = re.compile("自治[州县旗]$")
_EXPO_NAME: Final = re.compile(r"(?:博览会|洽谈会|交易会|展览会)$")
_TITLE_NAME: Final = re.compile(r"(?:纲要|规划|计划|通知|意见|决定|办法|批复|条例|方案)$")
_PLATFORM_NAME: Final = re.compile(
    r"(?:重点开发开放试验区|边境经济合作区|跨境经济合作区|综合保税区|边境旅游试验区|互市贸易区|边境合作中心)$"
)


def official_name(individual: Individual, text: str) -> str:
    """The name to show: the text's own where it is a full official name (of its time), else today's."""
    if _AUTONOMOUS.search(individual.label_zh) and not _AUTONOMOUS.search(text):
        return individual.label_zh  # 延边州 is short for it, no name of another time
    if individual.type == "Region" and individual.value("gbCode") and _RANK_WORD.search(text) and len(text) >= 3:
        return text
    if individual.type == "Platform" and _PLATFORM_NAME.search(text):
        return text
    if individual.type == "Expo" and len(text) >= 8 and _EXPO_NAME.search(text):
        return text
    if individual.type == "Policy" and len(text) >= 10 and _TITLE_NAME.search(text):
        return text
    if individual.type == "Port" and (text.endswith("港") or "(" in fold(individual.label_zh)):
        return text if text.endswith(("口岸", "港")) else text + "口岸"
    return individual.label_zh


def new_iri(kind: str, name: str, source: str) -> str:
    """The IRI of an entity that the reference data lacks. A period belongs to its source; a title is the same title with
    or without its issuer in front."""
    key = _ISSUER.sub("", re.sub(r"[\s“”‘’《》]", "", fold(name)))
    if kind == "Period":
        return f"{ID}period/{source}-{_digest(key)}"
    return f"{ID}{kind.lower()}/{_digest(kind, key)}"


def is_known(iri: str) -> bool:
    """Whether an entity is described by the reference data or the ontology, or is a text; else it is new."""
    return iri in _described() or iri.startswith(ID + "document/")


@cache
def _described() -> frozenset[str]:
    return frozenset([*reference.load().individuals, *(concept.iri for concept in schema.load().concepts)])


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]
