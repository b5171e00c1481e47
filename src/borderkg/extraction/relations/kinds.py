"""What a place can be, and what can be named after it, by its rank."""

from typing import Final

from borderkg.extraction.statement import Mention
from borderkg.reference import Individual
from borderkg.schema import Concept
from borderkg.vocabulary import BKC

LEVELS: Final = {"place-kind-border-province": {"province"}, "place-kind-border-county": {"county"}}
"""The administrative levels that places of a kind have."""

_OF_PROVINCES: Final = frozenset(
    f"platform-type-{kind}"
    for kind in (
        "free-trade-pilot-zone",
        "free-trade-port",
        "reform-pilot-zone",
        "inland-open-pilot",
        "other-pilot-zone",
    )
)
"""The types of zones that are named after provinces."""


def is_ranked(place: Individual, levels: tuple[str, ...] = ("province",)) -> bool:
    """A province or autonomous region names no port; a municipality (上海) may."""
    return place.value("adminLevel").endswith(levels) and not place.label_zh.endswith("市")


def may_hold(place: Mention, kind: Mention) -> bool:
    """Whether a zone of a kind can be named after a place: no port is one, no area of several provinces has one, and
    a province has a free trade zone or a reform of its own, but no cooperation zone. What two states have between them
    (中国—巴基斯坦自贸区) is a trade area, no zone."""
    if "—" in place.text and kind.concept and kind.concept.iri.endswith("free-trade-pilot-zone"):
        return False
    if place.type == "Port" or place.base or any("/area/" in i.iri for i in place.individuals):
        return False
    wide = kind.concept is None or kind.concept.iri.removeprefix(BKC) in _OF_PROVINCES
    fenced = kind.concept and kind.concept.iri.endswith("border-trade-zone")  # 宣布全州为边境贸易区: rules, no zone
    levels = ("province", "prefecture") if fenced else ("province",)
    return wide or not any(is_ranked(i, levels) for i in place.individuals)


def may_be(place: Mention, kind: Concept) -> bool:
    """Whether a place can be of a kind: only a province is a border province, no province is a border county."""
    if place.base or any("/area/" in i.iri for i in place.individuals):
        return kind.iri.removeprefix(BKC) not in LEVELS
    levels = {i.value("adminLevel").rpartition("-")[2] for i in place.individuals if i.value("adminLevel")}
    wanted = LEVELS.get(kind.iri.removeprefix(BKC))
    return wanted is None or not levels or bool(levels & wanted)
