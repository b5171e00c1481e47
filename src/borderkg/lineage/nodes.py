"""What a lineage says of each of its nodes: labels, level, times, place, whether it is only planned."""

from typing import Any, Final

from borderkg.extraction.marking.plans import plan_of
from borderkg.lineage import moments
from borderkg.lineage.facts import Facts
from borderkg.lineage.moments import Moment
from borderkg.lineage.rules import Rules
from borderkg.vocabulary import BKC, ID

_LEVEL_OF: Final = {"province": "provincial", "prefecture": "prefecture", "county": "county", "township": "county"}
_CLASSES: Final = (
    "Policy",
    "Agreement",
    "Meeting",
    "Platform",
    "Port",
    "Organization",
    "Period",
    "Country",
    "Region",
    "Event",
)
"""The class to show where a thing is of several, the more telling first (a meeting is an event too)."""

_CHINA: Final = ID + "country/CN"
_REGIONS: Final = ID + "region/"


def describe(facts: Facts, rules: Rules, iri: str) -> dict[str, Any]:
    """The attributes of a node: `label`, `label_en`, `type`, `level`, `lane_type`, `date` (printed), `begin`,
    `begin_latest`, `end_earliest` and `end` (the bounds of both as ISO days, empty where unknown), `conflict` (of its dates),
    `planned`, `places` (IRIs of the administration, those around them included), `periods` (IRIs)."""
    labels = facts.labels(iri)
    kinds = facts.types(iri)
    kind = next((name for name in _CLASSES if name in kinds), min(kinds, default=""))
    label = labels.get("zh") or min(labels.values(), default=iri)
    begin, end = _times(facts, iri, kind, label)
    if begin.known and end.known and end.last < begin.first:
        end = Moment()  # of two dates that cannot both be right the printed one stays
    places = sorted({around for place in _own_places(facts, iri, kind) for around in facts.around(place)})
    return {
        "label": label,
        "label_en": labels.get("en", ""),
        "type": kind,
        "level": _level(facts, rules, iri, kind, label),
        "lane_type": _lane(facts, iri, kind),
        "date": begin.printed,
        "begin": begin.first,
        "begin_latest": begin.last,
        "end_earliest": end.first,
        "end": end.last,
        "conflict": begin.conflict,
        "planned": False,
        "places": tuple(place for place in places if place.startswith(_REGIONS)),
        "periods": tuple(facts.values(iri, "inPeriod")),
    }


def _times(facts: Facts, iri: str, kind: str, label: str) -> tuple[Moment, Moment]:
    """When it began, and when it ended, so far as known."""
    if kind == "Period":
        start, end = (moments.agreed(facts.known(iri, name)) for name in ("startYear", "endYear"))
        return start, end
    if kind == "Organization":
        start, end = (moments.agreed(facts.reference(iri, n)) for n in ("activeFrom", "activeUntil"))
        return start, end
    if kind == "Platform":
        return moments.agreed(facts.values(iri, "dateEstablished"), first=True), Moment()
    plan = plan_of(label) if kind in ("Policy", "Agreement") else None
    return moments.agreed(facts.values(iri, "dateIssued")), moments.moment(f"{plan.end}-12-31" if plan else "")


def _own_places(facts: Facts, iri: str, kind: str) -> list[str]:
    if kind in ("Region", "Country"):
        return [iri]
    if kind != "Policy":
        return facts.places(iri)
    named = facts.values(iri, "appliesTo")
    return [place for thing in named for place in ([thing] if _is_place(facts, thing) else facts.places(thing))]


def _is_place(facts: Facts, iri: str) -> bool:
    return not {"Region", "Country"}.isdisjoint(facts.types(iri))


def level_of_place(facts: Facts, place: str) -> str:
    """The level of a region, by its administrative level; China's is national, that of areas and neighbours nothing."""
    if place == _CHINA:
        return "national"
    found = facts.known(place, "adminLevel")
    return _LEVEL_OF.get(found[0].removeprefix(BKC + "admin-level-"), "") if found else ""


def _level(facts: Facts, rules: Rules, iri: str, kind: str, label: str) -> str:
    if kind == "Port":
        return "port"
    if kind in ("Region", "Country"):
        return level_of_place(facts, iri)
    if kind in ("Organization", "Platform"):
        levels = {level_of_place(facts, place) for place in facts.places(iri)} - {"", "national"}
        lowest = next((level for level in ("county", "prefecture", "provincial") if level in levels), "")
        return lowest or ("national" if kind == "Organization" else "")
    if kind in ("Meeting", "Agreement"):
        return "national"
    return _level_of_policy(facts, rules, iri, label) if kind == "Policy" else ""


def _level_of_policy(facts: Facts, rules: Rules, iri: str, label: str) -> str:
    """The highest of its issuers' levels, else of those who pass it on, else what its title tells."""
    bodies = facts.values(iri, "issuedBy") or [s.subject for s in facts.claims_on(iri, "transmits")]
    levels = {_level(facts, rules, body, "Organization", "") for body in bodies}
    if found := next((level for level in ("national", "provincial", "prefecture", "county") if level in levels), ""):
        return found
    applied = [place for place in facts.values(iri, "appliesTo") if level_of_place(facts, place) == "provincial"]
    if len(applied) > 1:  # only the centre can plan for several provinces
        return "national"
    if told := rules.level_of(label):
        return told
    foreign = any("Country" in facts.types(p) and p != _CHINA for p in facts.reference(iri, "appliesTo"))
    return "national" if _is_known(facts, iri) and not foreign else ""


def _is_known(facts: Facts, iri: str) -> bool:
    """Whether the reference data know a policy: a strategy or action of the state, not a titled document."""
    return bool(facts.names(iri)) and not facts.values(iri, "isNew")


def _lane(facts: Facts, iri: str, kind: str) -> str:
    """The platform type: of a platform its own, of a policy the one of all platforms that it sets up."""
    zones = [iri] if kind == "Platform" else facts.values(iri, "establishes") if kind == "Policy" else []
    types = {t for zone in zones for t in facts.known(zone, "platformType")}
    return min(types).removeprefix(BKC) if len(types) == 1 or (types and kind == "Platform") else ""
