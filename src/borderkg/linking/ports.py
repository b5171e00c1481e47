"""Links of ports to GeoNames and UN/LOCODE, and of cities to UN/LOCODE.

A port stands in or by the place whose name it bears, so the place of the gazetteer is the broader of the two. A location of
UN/LOCODE is a point of trade and close to the port itself. The list of UN/LOCODE in the package has neither coordinates nor
Chinese names: the country's code and the province's must be right, and the name must be the only one of its kind there.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from borderkg.linking import by_hand, link, names
from borderkg.linking.authorities import Authorities, Location
from borderkg.linking.checked import Checked, Expected, Surveyor
from borderkg.linking.link import Link
from borderkg.linking.places import Gazetteer, place_link
from borderkg.reference import Individual, Reference
from borderkg.vocabulary import ID

_HAN: Final = 0.95
_LATIN: Final = 0.85
_BY: Final = 0.8
_LISTED: Final = 0.85
_STATION: Final = 0.8
_AT: Final = 10.0
_TO_BORDER: Final = 15.0
"""Kilometres from the neighbour's land: up to the first a place is that of the border port of its name, beyond the second
it is a town that only bears the name (密山口岸 lies 35 km from the town of 密山)."""

_AIRPORT: Final = re.compile(r"\b(?:Apt|Airport)\b")
_HARBOUR: Final = re.compile(r"\bPt\b")
_MARKED: Final = re.compile(r"(?P<branch>.+zhan)/(?P<place>.+)")
"""A railway or road station listed under the town: `Suifenhezhan/Suifenhe`."""


def to_geonames(known: Reference, authorities: Authorities) -> Iterator[Link]:
    """The places of GeoNames at which border ports stand, on whichever side of the border they lie. Harbours are left out:
    many lie far from the city whose name they bear."""
    surveyor, gazetteer = Surveyor(authorities), Gazetteer(authorities.places)
    for port in _ports(known):
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
            and (away := _to_neighbour(known, port, checked, surveyor)) <= _TO_BORDER
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


def _to_neighbour(known: Reference, port: Individual, checked: Checked, surveyor: Surveyor) -> float:
    """Kilometres from a record to the nearest of the countries that a port faces."""
    faced = [names.country_code(known, iri) for iri in port.values["borders"]]
    return min(surveyor.to_country(checked.point, country) for country in faced)


def to_unlocode(known: Reference, authorities: Authorities, cities: Iterable[Individual]) -> Iterator[Link]:
    """The locations of UN/LOCODE: of ports by sea, river, road, rail and air, of cities, and of foreign towns."""
    listed: dict[str, list[Location]] = defaultdict(list)
    for location in authorities.locations:
        listed[location.code[:2]].append(location)
    for port in _ports(known):
        if port.iri.removeprefix(ID) not in by_hand.load().refused:
            yield from _links(port, _listed(known, port, _forms_of_port(known, port), listed))
    chosen = {city.iri: (city, _listed(known, city, _forms_of_city(known, city), listed)) for city in cities}
    bearers = Counter(_place_of(x) for _, found in chosen.values() for x in {_place_of(x): x for x in found}.values())
    for city, found in chosen.values():
        if all(bearers[_place_of(location)] == 1 or city.label_zh.endswith("市") for location in found):
            yield from _links(city, found)


def _place_of(location: Location) -> str:
    """What a station and its fellow of the same town share."""
    return location.code[:2] + location.division + location.name.split("/")[-1]


def _listed(
    known: Reference, individual: Individual, forms: list[set[str]], listed: Mapping[str, list[Location]]
) -> list[Location]:
    """The one location of a name in the country and province of an individual, or the stations of its town.

    `forms` are tried in order: the preferred name before the others, which may be those of a neighbour.
    """
    country, province = names.country_code(known, individual.iri), _province(known, individual)
    for tried in forms:
        found = [
            location
            for location in listed.get(country, ())
            if (not province or location.division == province) and _named(individual, location) & tried
        ]
        stations = [location for location in found if _MARKED.fullmatch(location.name)]
        plain = [location for location in found if location not in stations]
        harbours = [location for location in plain if _HARBOUR.search(location.name)]
        for chosen in (harbours if individual.label_zh.endswith("港口岸") else [], _without(plain, harbours), stations):
            if len(chosen) == 1 or (chosen and chosen is stations):
                return chosen
        if found:
            return []
    return []


def _without(all_: list[Location], some: list[Location]) -> list[Location]:
    return [location for location in all_ if location not in some]


def _links(individual: Individual, found: Iterable[Location]) -> Iterator[Link]:
    spelled = by_hand.spellings(individual)
    for location in found:
        country, station = location.code[:2], bool(_MARKED.fullmatch(location.name))
        checks = (link.COUNTRY_CODE, link.DIVISION_CODE) if country == "CN" else (link.COUNTRY_CODE,)
        told = f"country code {country}" + (f"; division code {location.division}" if country == "CN" else "")
        yield Link(
            individual.iri, link.UNLOCODE + location.code, link.NARROW if station else link.CLOSE, individual.label_zh,
            location.name, link.BACKGROUND if _named(individual, location) & spelled else link.LEXICAL,
            _STATION if station else _LISTED, country, checks,
            f"{told}; {'a station of the place' if station else 'the only location of this name there'}",
        )  # fmt: skip


def _named(individual: Individual, location: Location) -> set[str]:
    """The comparable names of a location for an individual of its kind: airports for airports, harbours for ports by water."""
    air, harbour = bool(_AIRPORT.search(location.name)), bool(_HARBOUR.search(location.name))
    if air != is_air(individual) or (harbour and individual.type != "Port"):
        return set()
    if air:
        return {names.folded(location.name.replace("/", " ").split()[0]), names.folded(location.name.split("/")[-1])}
    parts = location.name.split("/")
    return {names.folded(part) for part in parts}


def _forms_of_port(known: Reference, port: Individual) -> list[set[str]]:
    """The names under which a port may be listed, the preferred first; an airport under that of its town."""
    if is_air(port):
        town = known.individuals[port.value("locatedIn")]
        return [names.forms(town) | names.latin_forms(town)]
    preferred = {names.folded(port.label_zh), names.folded(port.label_en), names.romanized(port.label_zh)}
    forms = names.forms(port) | names.latin_forms(port)
    tried = [by_hand.spellings(port), preferred, forms]
    if port.label_zh.endswith("港口岸"):
        tried.append({form.removesuffix("gang") for form in forms if form.isascii()})
    return tried


def _forms_of_city(known: Reference, city: Individual) -> list[set[str]]:
    """The preferred names of a city: former names are often those of another today (贺州 was of the prefecture of 梧州)."""
    romanized = {names.romanized(city.label_zh)} if names.country_code(known, city.iri) == "CN" else set()
    return [by_hand.spellings(city), {names.folded(city.label_zh), names.folded(city.label_en)} | romanized]


def is_air(individual: Individual) -> bool:
    """Whether an individual is a port by air."""
    return any(mode.endswith("port-mode-air") for mode in individual.values.get("portMode", ()))


def _province(known: Reference, individual: Individual) -> str:
    """The two digits of a Chinese province; nothing elsewhere."""
    around = (individual.iri, *known.ancestors(individual.iri))
    coded = (known.individuals[iri].value("gbCode") for iri in around if iri in known.individuals)
    return next((code[:2] for code in coded if code), "")


def _ports(known: Reference) -> list[Individual]:
    return sorted((i for i in known.individuals.values() if i.type == "Port"), key=lambda port: port.iri)
