"""Links of counties, cities and foreign towns to the populated places of GeoNames.

The gazetteer's extract has towns, not counties. A county is linked to the town that bears its name (close) or that is its
seat under another name (narrower: the town lies in the county). The bearer of a name that two divisions of one prefecture
share (和田县, 和田市) is told by its whole name alone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from borderkg.linking import by_hand, codes, link, names
from borderkg.linking.authorities import Authorities, Place
from borderkg.linking.checked import NEAR_SEAT, Checked, Expected, Surveyor
from borderkg.linking.link import Link
from borderkg.reference import Individual, Reference
from borderkg.vocabulary import ID

_HAN: Final = 0.95
"""The same name in Chinese characters, in the same prefecture, near the seat."""

_LATIN: Final = 0.9
_SEAT_BY_HAND: Final = 0.9
_DISTRICT: Final = 0.85
_FOREIGN: Final = 0.9
_FAR: Final = 30.0
"""Kilometres up to which a record that bears the name of the seat as told by hand is it: some seats have been moved."""


_WITH_A_SEAT: Final = ("郡", "县", "区")
"""Ends of the names of foreign units below the first level: the place that bears their name is their seat."""


class Gazetteer:
    """The places of the extract by comparable name."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._named: dict[str, list[Place]] = defaultdict(list)
        for place in places:
            for form in {names.folded(name) for name in (place.name, *place.names)}:
                self._named[form].append(place)

    def named(self, forms: Iterable[str]) -> list[Place]:
        """The places that bear one of these names, each once."""
        found = {place.geonames: place for form in forms for place in self._named.get(form, ())}
        return sorted(found.values(), key=lambda place: place.geonames)


def counties(known: Reference, authorities: Authorities, wanted: Iterable[Individual]) -> Iterator[Link]:
    """GeoNames of counties and county-level cities of China."""
    surveyor, gazetteer = Surveyor(authorities), Gazetteer(authorities.places)
    hand, shared = by_hand.load(), shared_names(known)
    for county in wanted:
        expected = surveyor.expected_in_china(known, county)
        if expected is None:
            continue
        code = county.value("gbCode")
        own = {form for form in names.forms(county) | names.latin_forms(county) if (code[:4], form) not in shared}
        seat, city = names.folded(hand.seats.get(code, "")), names.folded(hand.within.get(code, ""))
        found = (
            _nearest(gazetteer.named(own), surveyor, expected, NEAR_SEAT, own)
            or _nearest(gazetteer.named([seat]), surveyor, expected, _FAR)
            or _nearest(gazetteer.named([city]), surveyor, expected, NEAR_SEAT)
        )
        if found:
            yield _county_link(county, found, own, seat, bool(city))


def _county_link(county: Individual, found: Checked, own: set[str], seat: str, district: bool) -> Link:
    borne = {names.folded(name) for name in (found.place.name, *found.place.names)} & own
    han = any(not form.isascii() for form in borne)
    main = names.folded(found.place.name) in own
    if borne:
        predicate = link.CLOSE if main else link.NARROW
        justification, confidence = link.LEXICAL, _HAN if han else _LATIN
    elif seat and not district:
        predicate, justification, confidence = link.NARROW, link.BACKGROUND, _SEAT_BY_HAND
    else:
        predicate, justification, confidence = link.BROAD, link.BACKGROUND, _DISTRICT
    return place_link(county, found, predicate, justification, confidence)


def place_link(
    individual: Individual, found: Checked, predicate: str, justification: str, confidence: float, why: str = ""
) -> Link:
    """The link to a record that was checked; a record that only its country code and one more check place gets a tenth less."""
    sure = confidence if len(found.checks) > 2 else round(confidence - 0.1, 2)
    return Link(
        individual.iri, f"{link.GEONAMES}{found.place.geonames}/", predicate, individual.label_zh, found.place.name,
        justification, sure, found.place.country, found.checks, "; ".join(filter(None, (why, found.comment))),
    )  # fmt: skip


def _nearest(
    places: Iterable[Place], surveyor: Surveyor, expected: Expected, limit: float, own: set[str] | None = None
) -> Checked | None:
    """The nearest to the seat of the records that pass the checks: before all others one whose own name is right, then one
    that bears the Chinese name beside its own."""
    checked = (surveyor.check(place, expected) for place in places)
    passed = [c for c in checked if c and expected.seat and c.distance <= limit]

    def order(checked: Checked) -> tuple[bool, bool, float, str]:
        wanted = own or set()
        borne = {names.folded(name) for name in (checked.place.name, *checked.place.names)} & wanted
        other = names.folded(checked.place.name) not in wanted
        return other, all(form.isascii() for form in borne), checked.distance, checked.place.geonames

    return min(passed, key=order, default=None)


def shared_names(known: Reference) -> set[tuple[str, str]]:
    """Names that two or more counties of one prefecture share, with the prefecture's four digits."""
    counted = Counter(
        (code[:4], form)
        for region in known.individuals.values()
        if len(code := region.value("gbCode")) == 6 and not code.endswith("00")
        for form in names.forms(region) | names.latin_forms(region)
    )
    return {key for key, number in counted.items() if number > 1}


def foreign(known: Reference, authorities: Authorities) -> Iterator[Link]:
    """GeoNames of foreign towns: the place of the same name in the same country, the most populous of several."""
    surveyor, gazetteer = Surveyor(authorities), Gazetteer(authorities.places)
    for town in codes.foreign_places(known):
        country = names.country_code(known, town.iri)
        if codes.is_division(town) or not country or town.iri.removeprefix(ID) in by_hand.load().refused:
            continue
        forms = names.forms(town) | by_hand.spellings(town)
        passed = [c for place in gazetteer.named(forms) if (c := _in_country(place, country, surveyor))]
        foremost = [c for c in passed if names.folded(c.place.name) in forms] or passed
        found = max(foremost, key=lambda c: (c.place.population, c.place.geonames), default=None)
        if found:
            why = "the only place" if len(foremost) == 1 else f"the most populous of {len(foremost)} places"
            predicate = link.NARROW if town.label_zh.endswith(_WITH_A_SEAT) else link.CLOSE
            yield place_link(town, found, predicate, link.LEXICAL, _FOREIGN, f"{why} of this name in {country}")


def _in_country(place: Place, country: str, surveyor: Surveyor) -> Checked | None:
    """As `Surveyor.check`; of a country whose outline we do not have, the country code alone must do."""
    if country in surveyor.outlines:
        return surveyor.check(place, Expected(country))
    return Checked(place, (link.COUNTRY_CODE,), f"country code {country}") if place.country == country else None
