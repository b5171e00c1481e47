"""Points are on the right side of an outline, and distances are those of the ellipsoid."""

import pytest
from geographiclib.geodesic import Geodesic
from hypothesis import given
from hypothesis import strategies as st

from borderkg.linking import authorities, side
from borderkg.linking.authorities import Outline

SQUARE = ((100.0, 40.0), (102.0, 40.0), (102.0, 42.0), (100.0, 42.0))
HOLE = ((100.5, 40.5), (101.5, 40.5), (101.5, 41.5), (100.5, 41.5))
RING = Outline("XX", (SQUARE, HOLE))
OUTLINES = authorities.load().outlines
LONGITUDES, LATITUDES = st.floats(70, 140), st.floats(15, 60)


@given(LONGITUDES, LATITUDES, LONGITUDES, LATITUDES)
def test_distances_are_those_of_the_ellipsoid(a: float, b: float, c: float, d: float) -> None:
    """Within 0.6 % of the geodesic (Karney 2013)."""
    exact = Geodesic.WGS84.Inverse(b, a, d, c)["s12"] / 1000
    assert side.kilometres((a, b), (c, d)) == pytest.approx(exact, rel=0.006, abs=0.001)


@pytest.mark.parametrize(
    ("point", "inside"), [((100.2, 40.2), True), ((101.0, 41.0), False), ((103.0, 41.0), False), ((101.7, 40.1), True)]
)
def test_a_hole_is_outside(point: side.Point, inside: bool) -> None:
    """A point within the outer ring and not within the hole is in the land."""
    assert side.within(point, RING) is inside


def test_the_way_to_the_land() -> None:
    """Nothing from within; from without the way to the nearest line, a degree of latitude being 111 km."""
    assert side.to_land((100.2, 40.2), RING) == 0
    assert side.to_land((101.0, 39.0), RING) == pytest.approx(111.2, abs=0.2)
    assert side.to_land((101.0, 41.0), RING) == pytest.approx(41.9, abs=0.3)


@pytest.mark.parametrize(
    ("point", "country"),
    [
        ((116.4, 39.9), "CN"),
        ((106.9, 47.9), "MN"),
        ((125.75, 39.03), "KP"),
        ((105.85, 21.03), "VN"),
        ((85.32, 27.7), "NP"),
        ((131.9, 43.1), "RU"),
        ((0.0, 0.0), ""),
    ],
)
def test_capitals_lie_in_their_countries(point: side.Point, country: str) -> None:
    """The outlines of the extract hold the cities that they should."""
    assert side.country_of(point, OUTLINES) == country
