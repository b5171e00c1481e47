"""Positions lie where their things do: in the right country, shifted back to WGS84, with a radius that says how sure they are."""

from statistics import median

from borderkg import reference, resources
from borderkg.linking import authorities, link, linker, names, positions, side
from borderkg.vocabulary import ID

KNOWN = reference.load()
GIVEN = authorities.load()
LINKS, POSITIONS = linker.load()
OUTLINES = {outline.country: outline for outline in GIVEN.outlines}
PLACES = {f"{link.GEONAMES}{place.geonames}/": place for place in GIVEN.places}


def test_a_position_lies_in_its_country() -> None:
    """Within the outline of the country of the reference data, or so close to it that the outline cannot tell."""
    for iri, found in POSITIONS.items():
        outline = OUTLINES.get(names.country_code(KNOWN, iri))
        if outline:
            assert side.to_land((found.longitude, found.latitude), outline) < 6, iri


def test_the_seats_are_shifted_back() -> None:
    """Before, they lie as far east of the towns in GeoNames as GCJ-02 shifts; afterwards, in the median, by them."""
    seats = {seat.code: seat for seat in GIVEN.seats}
    east: list[tuple[float, float]] = []
    for iri, found in LINKS.items():
        seat = seats.get(iri.rsplit("/", 1)[1])
        place = next((PLACES[one.object] for one in found if one.object in PLACES), None)
        if seat and place:
            point, town = (seat.longitude, seat.latitude), (place.longitude, place.latitude)
            if side.kilometres(point, town) < 2:
                degree = side.kilometres(town, (town[0] + 1, town[1])) * 1000
                back = positions.unshifted(*point)
                east.append(((point[0] - town[0]) * degree, (back[0] - town[0]) * degree))
    assert len(east) > 100
    assert median(before for before, _ in east) > 250
    assert abs(median(after for _, after in east)) < 100


def test_the_shift_is_some_hundred_metres() -> None:
    """At 天安门, GCJ-02 shows a point 540 m from the same point in WGS84."""
    shown = (116.39752, 39.90873)
    assert 0.45 < side.kilometres(shown, positions.unshifted(*shown)) < 0.65


def test_a_port_is_less_sure_the_farther_its_town_lies() -> None:
    """The radius of a port grows with the way from its town to the neighbour: 珲春 lies 14 km off, 河口 at the bridge."""
    hunchun, hekou = (POSITIONS[f"{ID}port/{name}"] for name in ("hunchun", "hekou"))
    assert hunchun.radius > 30_000
    assert 5_000 < hekou.radius < 6_000


def test_what_is_written_is_read_back() -> None:
    """The file holds each position once, in order."""
    found = positions.read(resources.mappings() / positions.FILE)
    assert found == sorted(found) and len({one.subject for one in found}) == len(found)
    assert positions.written(found) == (resources.mappings() / positions.FILE).read_text("utf-8")
