"""Where counties, border ports and foreign towns lie: a point with its source and a radius within which the thing is.

A county's point is the seat of its government, a port's the town by which it stands. The points of the package with the
seats are in GCJ-02, the shifted system of Chinese maps (docs/linking.md has the measurement), and are shifted back.
"""

import csv
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

from borderkg.errors import ReferenceDataError
from borderkg.linking import link, side, sssom
from borderkg.linking.authorities import Authorities, Location, Place, Seat
from borderkg.linking.checked import Surveyor
from borderkg.linking.link import Link
from borderkg.linking.ports import TO_BORDER, to_neighbour
from borderkg.reference import Individual, Reference

FILE: Final = "positions.tsv"
SEAT: Final = "seat"
TOWN: Final = "town"
STANDS_BY: Final = "stands-by"

_LEAST: Final = 500
"""Metres: a seat is a building, a town is not."""

_USUAL: Final = 8000
"""Metres within which 95 in 100 of the two packages' points for one county lie (docs/linking.md)."""

_PORT: Final = 5000
"""Metres; to these twice the way from the town to the neighbour's land is added, since the port lies on that way."""


@dataclass(frozen=True, slots=True, order=True)
class Position:
    subject: str
    """IRI of the individual."""

    longitude: float
    latitude: float
    """In degrees (WGS84)."""

    radius: int
    """In metres: the thing is within this distance of the point."""

    what: str
    """What the point is of: the `seat` of the government, the `town` itself, or the town that a port `stands-by`."""

    source: str


def made(
    known: Reference, authorities: Authorities, links: Iterable[Link], sources: Mapping[str, str]
) -> Iterator[Position]:
    """The positions; `links` are those to GeoNames and UN/LOCODE, `sources` name the packages by the extract."""
    surveyor, links = Surveyor(authorities), list(links)
    places = {f"{link.GEONAMES}{place.geonames}/": place for place in authorities.places}
    points = {link.UNLOCODE + location.code: location for location in authorities.locations if location.point}
    linked = {found.subject: found for found in links if found.object in places}
    listed = {found.subject: points[found.object] for found in links if found.object in points}
    for iri, individual in sorted(known.individuals.items()):
        found = linked.get(iri)
        place = places[found.object] if found else None
        if seat := _seat(individual, surveyor):
            yield _of_county(individual, seat, place if found and found.predicate != link.BROAD else None, sources)
        elif place:
            yield _of_place(known, individual, place, surveyor, sources)
        elif individual.value("borders") and iri in listed:
            yield from _of_location(known, individual, listed[iri], surveyor, sources)


def _seat(individual: Individual, surveyor: Surveyor) -> Seat | None:
    codes = (individual.value("gbCode"), *individual.values.get("formerGbCode", ()))
    return next((surveyor.seats[code] for code in codes if len(code) == 6 and code in surveyor.seats), None)


def _of_county(county: Individual, seat: Seat, place: Place | None, sources: Mapping[str, str]) -> Position:
    longitude, latitude = unshifted(seat.longitude, seat.latitude)
    radius, source = _USUAL, sources["seats"]
    if place:
        apart = 1000 * side.kilometres((longitude, latitude), (place.longitude, place.latitude))
        radius = max(_LEAST, math.ceil(apart / 100) * 100)
        source += f"; radius by {sources['geonames-places']}, {place.geonames} {place.name}"
    return Position(county.iri, round(longitude, 4), round(latitude, 4), radius, SEAT, source)


def _of_place(
    known: Reference, individual: Individual, place: Place, surveyor: Surveyor, sources: Mapping[str, str]
) -> Position:
    source = f"{sources['geonames-places']}, {place.geonames} {place.name}"
    radius, what = _USUAL, TOWN
    if individual.type == "Port":
        away = to_neighbour(known, individual, (place.longitude, place.latitude), surveyor)
        radius, what = _PORT + math.ceil(20 * away) * 100, STANDS_BY
    return Position(individual.iri, place.longitude, place.latitude, radius, what, source)


def _of_location(
    known: Reference, port: Individual, location: Location, surveyor: Surveyor, sources: Mapping[str, str]
) -> Iterator[Position]:
    """The point that UN/LOCODE prints for a border port, where it lies in the right country and by the border: some do not."""
    point = location.point
    if point is None or not side.within(point, surveyor.outlines[location.code[:2]]):
        return
    away = to_neighbour(known, port, point, surveyor)
    if away <= TO_BORDER:
        source = f"{sources['unlocode']}, {location.code} {location.name}"
        radius = _PORT + math.ceil(20 * away) * 100
        yield Position(port.iri, round(point[0], 4), round(point[1], 4), radius, STANDS_BY, source)


def unshifted(longitude: float, latitude: float) -> side.Point:
    """A point in GCJ-02 as WGS84, in degrees: the shift at the point, taken off twice over (exact to a metre or two).

    The shift is that of the open implementations of GCJ-02, which is not published; outside China it is nothing.
    """
    guess = (longitude, latitude)
    for _ in range(2):
        east, north = _shift(*guess)
        guess = (longitude - east, latitude - north)
    return guess


def _shift(longitude: float, latitude: float) -> side.Point:
    x, y = longitude - 105.0, latitude - 35.0
    both = 20.0 * math.sin(6.0 * x * math.pi) + 20.0 * math.sin(2.0 * x * math.pi)
    east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * math.sqrt(abs(x))
    east += (both + 20.0 * math.sin(x * math.pi) + 40.0 * math.sin(x / 3.0 * math.pi)) * 2.0 / 3.0
    east += (150.0 * math.sin(x / 12.0 * math.pi) + 300.0 * math.sin(x / 30.0 * math.pi)) * 2.0 / 3.0
    north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * math.sqrt(abs(x))
    north += (both + 20.0 * math.sin(y * math.pi) + 40.0 * math.sin(y / 3.0 * math.pi)) * 2.0 / 3.0
    north += (160.0 * math.sin(y / 12.0 * math.pi) + 320.0 * math.sin(y * math.pi / 30.0)) * 2.0 / 3.0
    major, eccentricity = 6378245.0, 0.00669342162296594323  # Krasovsky 1940
    sine = math.sin(math.radians(latitude))
    curved = 1.0 - eccentricity * sine * sine
    root = math.sqrt(curved)
    return (
        math.degrees(east / (major / root * math.cos(math.radians(latitude)))),
        math.degrees(north / (major * (1.0 - eccentricity) / (curved * root))),
    )


def written(positions: Iterable[Position]) -> str:
    """Positions as a table: a line of comment, a header, rows in order."""
    lines = [
        "# Made by tools/link_reference.py; do not edit. Licence: CC BY 4.0; holds points of GeoNames (CC BY 4.0).",
        "\t".join(field.name for field in fields(Position)),
    ]
    for found in sorted(positions):
        point = (f"{found.longitude:.5f}", f"{found.latitude:.5f}")
        lines.append("\t".join((sssom.shortened(found.subject), *point, str(found.radius), found.what, found.source)))
    return "\n".join(lines) + "\n"


def read(path: Path) -> list[Position]:
    """The positions of a file. Raises ReferenceDataError with file and line where it is malformed."""
    try:
        rows = list(csv.reader(path.read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    except (OSError, UnicodeDecodeError) as error:
        raise ReferenceDataError(f"{path}: {error}") from error
    found = []
    for number, row in enumerate(rows[2:], start=3):
        try:
            subject, longitude, latitude, radius, what, source = row
            position = Position(sssom.expanded(subject), float(longitude), float(latitude), int(radius), what, source)
        except (ValueError, KeyError) as error:
            raise ReferenceDataError(f"{path}:{number}: {error}; make it again by tools/link_reference.py") from error
        found.append(position)
    return found
