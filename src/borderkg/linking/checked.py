"""A record of a gazetteer held against what an individual's side of the border, division and seat should be.

The side is what the gazetteer's country code says, and one other thing must bear it out: the code of the division, the
outline of the country, or the nearness of the seat. Where the outline puts the point clearly into another country, the
record is refused: a border twin has the wrong country, whatever its name.
"""

from dataclasses import dataclass, field
from typing import Final

from borderkg.linking import link, side
from borderkg.linking.authorities import Authorities, Outline, Place, Seat
from borderkg.reference import Individual, Reference

_BLURRED: Final = 6.0
"""Kilometres from a line of the outlines within which they decide nothing: on both sides of the border they are as coarse."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What is known of where an individual lies."""

    country: str
    admin1: str = ""
    """Code of the province in GeoNames, as `CN.20`."""

    prefecture: str = ""
    """The first four digits of the GB/T 2260 code."""

    seat: Seat | None = None
    """Of the county that it is or lies in."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A record that lies where it should: the checks that it passed, and how far it is from the seat, in kilometres."""

    place: Place
    checks: tuple[str, ...]
    comment: str
    distance: float = field(default=0.0)

    @property
    def point(self) -> side.Point:
        return self.place.longitude, self.place.latitude


class Surveyor:
    """Holds records against what is expected of them. One for a run: it keeps the outlines by country."""

    def __init__(self, authorities: Authorities) -> None:
        self.outlines: dict[str, Outline] = {outline.country: outline for outline in authorities.outlines}
        self.seats: dict[str, Seat] = {seat.code: seat for seat in authorities.seats}
        self.provinces = {d.iso: d.code for d in authorities.divisions if d.level == 1 and d.country == "CN"}

    def expected_in_china(self, known: Reference, individual: Individual) -> Expected | None:
        """What is known of an individual that is a county or lies in one; None where no county or prefecture is told."""
        around = (
            individual,
            *(known.individuals[i] for i in known.ancestors(individual.iri) if i in known.individuals),
        )
        divisions = [place for place in around if len(place.value("gbCode")) == 6]
        if not divisions or divisions[0].value("gbCode").endswith("0000"):
            return None
        nearest, code = divisions[0], divisions[0].value("gbCode")
        seat = next((self.seats[c] for c in (code, *nearest.values.get("formerGbCode", ())) if c in self.seats), None)
        iso = next((place.value("isoCode") for place in divisions if place.value("isoCode")), "")
        return Expected("CN", self.provinces.get(iso, ""), code[:4], seat)

    def check(self, place: Place, expected: Expected) -> Checked | None:
        """The checks that a record passes; None where it lies elsewhere, or where nothing bears out its country code."""
        if place.country != expected.country or (expected.admin1 and place.admin1 != expected.admin1):
            return None
        point = (place.longitude, place.latitude)
        checks, told = [link.COUNTRY_CODE], [f"country code {place.country}"]
        if expected.prefecture and place.admin2:
            if place.admin2.rsplit(".", 1)[1] != expected.prefecture:
                return None
            checks.append(link.DIVISION_CODE)
            told.append(f"division code {place.admin2}")
        if outline := self.outlines.get(place.country):
            if side.within(point, outline):
                checks.append(link.OUTLINE)
                told.append(f"inside the outline of {place.country}")
            elif (off := side.to_outline(point, outline)) > _BLURRED:
                return None
            else:
                told.append(f"{off:.1f} km off the outline of {place.country}, which is too coarse to decide")
        distance = 0.0
        if expected.seat:
            distance = side.kilometres(point, (expected.seat.longitude, expected.seat.latitude))
            told.append(f"{distance:.1f} km from the seat of {expected.seat.code}")
            if distance <= NEAR_SEAT:
                checks.append(link.SEAT)
        return Checked(place, tuple(checks), "; ".join(told), distance) if len(checks) > 1 else None

    def to_country(self, point: side.Point, country: str) -> float:
        """Kilometres from a point to the land of a country; infinite for one whose outline we do not have."""
        outline = self.outlines.get(country)
        return side.to_land(point, outline) if outline else float("inf")


NEAR_SEAT: Final = 15.0
"""Kilometres within which a record is where the seat of the county is: gazetteers and codes of streets differ so much."""
