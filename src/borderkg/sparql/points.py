"""The distance of two places given as WGS84 points (OGC GeoSPARQL 1.1, 8.5.1 and 9.4.7)."""

import math
import re
from collections.abc import Mapping
from typing import Final

from borderkg.vocabulary import UOM

_NUMBER: Final = r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?"
_POINT: Final = re.compile(
    rf"\s*(?:<(?P<system>[^<>\s]*)>\s*)?POINT\s*\(\s*(?P<first>{_NUMBER})\s+(?P<second>{_NUMBER})\s*\)\s*",
    re.IGNORECASE,
)
_LONGITUDE_FIRST: Final = ("", "http://www.opengis.net/def/crs/OGC/1.3/CRS84")
_LATITUDE_FIRST: Final = ("http://www.opengis.net/def/crs/EPSG/0/4326",)
METRES: Final[Mapping[str, float]] = {
    UOM + "metre": 1.0,
    UOM + "kilometre": 1000.0,
}
"""The units of length by IRI."""


def point(text: str) -> tuple[float, float] | None:
    """Longitude and latitude, in degrees, of a WKT point; None where it is none, or not on the globe."""
    match = _POINT.fullmatch(text)
    if match is None:
        return None
    first, second = float(match["first"]), float(match["second"])
    system = match["system"] or ""
    if system in _LATITUDE_FIRST:
        first, second = second, first
    elif system not in _LONGITUDE_FIRST:
        return None
    return (first, second) if abs(first) <= 180 and abs(second) <= 90 else None


def distance(one: str, other: str) -> float | None:
    """The length in metres of the shortest line on the ellipsoid between two WKT points (Karney 2013, by geographiclib)."""
    from geographiclib.geodesic import Geodesic

    a, b = point(one), point(other)
    if a is None or b is None:
        return None
    found = float(Geodesic.WGS84.Inverse(a[1], a[0], b[1], b[0], Geodesic.DISTANCE)["s12"])
    return found if math.isfinite(found) else None
