"""Links of border ports to GeoNames.

A port stands in or by the place whose name it bears, so the place of the gazetteer is the broader of the two.
"""

from collections.abc import Iterator
from typing import Final

from borderkg.linking import by_hand, link, names, side
from borderkg.linking.authorities import Authorities
from borderkg.linking.checked import Checked, Expected, Surveyor
from borderkg.linking.link import Link
from borderkg.linking.places import Gazetteer, place_link
from borderkg.reference import Individual, Reference
from borderkg.vocabulary import ID

_HAN: Final = 0.95
_LATIN: Final = 0.85
_BY: Final = 0.8
_AT: Final = 10.0
TO_BORDER: Final = 15.0
"""Kilometres from the neighbour's land: up to the first a place is that of the border port of its name, beyond the second
it is a town that only bears the name (密山口岸 lies 35 km from the town of 密山)."""


def to_geonames(known: Reference, authorities: Authorities) -> Iterator[Link]:
    """The places of GeoNames at which border ports stand, on whichever side of the border they lie. Harbours are left out:
    many lie far from the city whose name they bear."""
    surveyor, gazetteer = Surveyor(authorities), Gazetteer(authorities.places)
    for port in all_ports(known):
        if is_air(port) or port.iri.removeprefix(ID) in by_hand.load().refused:
            continue
        country = names.country_code(known, port.iri)
        expected = surveyor.expected_in_china(known, port) if country == "CN" else Expected(country)
        if expected is None or country not in surveyor.outlines or not port.value("borders"):
            continue
        spelled = by_hand.spellings(port)
        own = names.forms(port) | (names.latin_forms(port) if country == "CN" else set())
        passed = [
            (checked, away)
            for place in gazetteer.named(own | spelled)
            if (checked := surveyor.check(place, expected))
            and (away := to_neighbour(known, port, checked.point, surveyor)) <= TO_BORDER
        ]
        if passed:
            checked, away = min(passed, key=lambda found: _order(found[0], found[1], own))
            yield _geonames_link(port, checked, away, own)


def _order(checked: Checked, away: float, own: set[str]) -> tuple[bool, float, float, str]:
    return not _han(checked, own), away, checked.distance, checked.place.geonames


def _han(checked: Checked, own: set[str]) -> bool:
    spoken = {names.folded(name) for name in (checked.place.name, *checked.place.names)}
    return any(not form.isascii() for form in spoken & own)


def _geonames_link(port: Individual, checked: Checked, away: float, own: set[str]) -> Link:
    spoken = {names.folded(name) for name in (checked.place.name, *checked.place.names)}
    justification = link.LEXICAL if spoken & own else link.BACKGROUND
    why = f"{away:.1f} km from the land of the country that it faces"
    confidence = _BY if away > _AT else _HAN if _han(checked, own) else _LATIN
    return place_link(port, checked, link.BROAD, justification, confidence, why)


def to_neighbour(known: Reference, port: Individual, point: side.Point, surveyor: Surveyor) -> float:
    """Kilometres from a point to the land of the nearest of the countries that a port faces."""
    faced = [names.country_code(known, iri) for iri in port.values["borders"]]
    return min(surveyor.to_country(point, country) for country in faced)


def is_air(individual: Individual) -> bool:
    """Whether an individual is a port by air."""
    return any(mode.endswith("port-mode-air") for mode in individual.values.get("portMode", ()))


def all_ports(known: Reference) -> list[Individual]:
    return sorted((i for i in known.individuals.values() if i.type == "Port"), key=lambda port: port.iri)
