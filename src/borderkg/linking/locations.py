"""Links of ports and cities to UN/LOCODE.

A location of the list is a point of trade: close to the port or city whose name it bears. The list has no Chinese names. The
country and the division must be right, the name the only one of its kind there; the coordinates, which many entries lack
and some have wrong, are one more check and never the only one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from borderkg.linking import by_hand, link, names, side
from borderkg.linking.authorities import Authorities, Location
from borderkg.linking.checked import NEAR_SEAT, Surveyor
from borderkg.linking.link import Link
from borderkg.linking.ports import all_ports, is_air
from borderkg.reference import Individual, Reference
from borderkg.vocabulary import ID

_LISTED: Final = 0.85
_CHECKED: Final = 0.95
"""Where the list's coordinates lie by the seat of the county or by the town in the gazetteer as well."""

_DOUBTFUL: Final = 0.6
_FAR: Final = 100.0
"""Kilometres from there beyond which the list's coordinates speak against the link, or are wrong as some are."""

_AIRPORT: Final = re.compile(r"\b(?:Apt|Airport)\b")
_HARBOUR: Final = re.compile(r"\bPt\b")
_STATION: Final = re.compile(r"(?P<place>.+?) (?:Railway|Road|Bus) Station")
_AIR: Final = "4"
"""The function of a location that has an airport."""


@dataclass(frozen=True, slots=True)
class Where:
    """What a location must agree with: country, division as the list may write it, and a point near which it should be."""

    country: str
    divisions: frozenset[str]
    point: side.Point | None


def to_unlocode(
    known: Reference, authorities: Authorities, cities: Iterable[Individual], to_geonames: Mapping[str, str]
) -> Iterator[Link]:
    """The locations of ports by sea, river, road, rail and air, of cities, and of foreign towns.

    `to_geonames` has the GeoNames identifiers of what is linked already: they tell the division of a foreign town.
    """
    finder = _Finder(known, authorities, to_geonames)
    for port in all_ports(known):
        if port.iri.removeprefix(ID) not in by_hand.load().refused:
            yield from finder.links(port, finder.listed(port, _forms_of_port(known, port)))
    chosen = {city.iri: (city, finder.listed(city, _forms_of_city(known, city))) for city in cities}
    bearers = Counter(code for _, found in chosen.values() for code in {_place_of(location) for location in found})
    for city, found in chosen.values():
        if all(bearers[_place_of(location)] == 1 or city.label_zh.endswith("市") for location in found):
            yield from finder.links(city, found)


def _place_of(location: Location) -> str:
    """What a station and its fellow of the same town share."""
    station = _STATION.fullmatch(location.name)
    return "/".join(
        (location.code[:2], location.division, names.folded(station["place"] if station else location.name))
    )


class _Finder:
    """Finds the locations of an individual among those of its country and division."""

    def __init__(self, known: Reference, authorities: Authorities, to_geonames: Mapping[str, str]) -> None:
        self._known = known
        self._to_geonames = to_geonames
        self._surveyor = Surveyor(authorities)
        self._isos = {division.code: division.iso for division in authorities.divisions}
        self._places = {place.geonames: place for place in authorities.places}
        self._by_country: dict[str, list[Location]] = defaultdict(list)
        for location in authorities.locations:
            self._by_country[location.code[:2]].append(location)

    def where(self, individual: Individual) -> Where | None:
        """What a location of an individual must agree with; None where its division is not known."""
        country = names.country_code(self._known, individual.iri)
        place = self._places.get(self._to_geonames.get(individual.iri, ""))
        point = (place.longitude, place.latitude) if place else None
        if country != "CN":
            iso = self._isos.get(place.admin1, "") if place else ""
            return Where(country, frozenset({iso.partition("-")[2]}), point) if iso else None
        around = (individual.iri, *self._known.ancestors(individual.iri))
        regions = [self._known.individuals[iri] for iri in around if iri in self._known.individuals]
        iso = next((region.value("isoCode") for region in regions if region.value("gbCode").endswith("0000")), "")
        code = next((region.value("gbCode") for region in regions if len(region.value("gbCode")) == 6), "")
        expected = self._surveyor.expected_in_china(self._known, individual)
        if expected and expected.seat and point is None:
            point = (expected.seat.longitude, expected.seat.latitude)
        return Where(country, frozenset({iso.partition("-")[2], code[:2]}), point) if iso and code else None

    def listed(self, individual: Individual, forms: list[set[str]]) -> list[Location]:
        """The one location of a name, or else the stations of the town; `forms` are tried in order, the preferred first."""
        where = self.where(individual)
        if where is None:
            return []
        for tried in forms:
            found = [
                location
                for location in self._by_country.get(where.country, ())
                if location.division in where.divisions and _named(individual, location) & tried
            ]
            stations = [location for location in found if _STATION.fullmatch(location.name)]
            harbours = [location for location in found if _HARBOUR.search(location.name)]
            airports = [location for location in found if _AIRPORT.search(location.name)]
            plain = [one for one in found if one not in stations and one not in harbours and one not in airports]
            first = airports if is_air(individual) else harbours if individual.label_zh.endswith("港口岸") else []
            for chosen in (first, plain, stations):
                if len(chosen) == 1 or (chosen and chosen is stations):
                    return chosen
            if found:
                return []
        return []

    def links(self, individual: Individual, found: Iterable[Location]) -> Iterator[Link]:
        """The links to the locations that were found, each with its side and how that was checked."""
        where = self.where(individual)
        if where is None:
            return
        for location in found:
            checks, told = [link.COUNTRY_CODE, link.DIVISION_CODE], [f"country code {location.code[:2]}"]
            told.append(f"division code {location.division}")
            point, outline = location.point, self._surveyor.outlines.get(location.code[:2])
            if point and outline and side.within(point, outline):
                checks.append(link.OUTLINE)
                told.append(f"inside the outline of {location.code[:2]}")
            sure = _LISTED
            if point and where.point:
                away = side.kilometres(point, where.point)
                near = away <= NEAR_SEAT
                sure = _CHECKED if near else _DOUBTFUL if away > _FAR else _LISTED
                told.append(f"{away:.0f} km from the town or seat")
                checks += [link.SEAT] if near and location.code.startswith("CN") else []
            by_spelling = bool(_named(individual, location) & by_hand.spellings(individual))
            yield Link(
                individual.iri, link.UNLOCODE + location.code,
                _predicate(individual, location), individual.label_zh, location.name,
                link.BACKGROUND if by_spelling else link.LEXICAL, sure, where.country,
                tuple(checks), "; ".join(told),
            )  # fmt: skip


def _predicate(individual: Individual, location: Location) -> str:
    """A station is narrower than its town; a town that has an airport is broader than the port by air."""
    if _STATION.fullmatch(location.name):
        return link.NARROW
    return link.BROAD if is_air(individual) and not _AIRPORT.search(location.name) else link.CLOSE


def _named(individual: Individual, location: Location) -> set[str]:
    """The comparable names of a location for an individual of its kind: airports for airports, harbours for ports by water."""
    airport, harbour = _AIRPORT.search(location.name), _HARBOUR.search(location.name)
    if is_air(individual):
        if airport:
            return {names.folded(word) for word in location.name.split()}
        return {names.folded(location.name)} if _AIR in location.functions else set()
    if airport or (harbour and individual.type != "Port"):
        return set()
    station = _STATION.fullmatch(location.name)
    return {names.folded(station["place"] if station else location.name)}


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
