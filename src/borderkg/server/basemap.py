"""`/basemap`: the map under the points of the explorer, as GeoJSON (RFC 7946). How borders are drawn is contested, so it is a
setting of the operator, its source is printed on the map, and nothing else rests on it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from borderkg.errors import FigureError

DEFAULT: Final = Path(__file__).parents[1] / "explorer" / "static" / "vendor" / "basemap.json"
_NONE: Final = json.dumps({"type": "FeatureCollection", "source": {"zh": "", "en": ""}, "features": []}).encode()
_LARGEST: Final = 20_000_000
"""Bytes of a file: a page that has to draw more would not be quick."""
_SHAPES: Final = {"Polygon": 2, "MultiPolygon": 3, "LineString": 1, "MultiLineString": 2}
"""What is drawn, with the depth of its lists above a point."""


def read(path: Path | None) -> bytes:
    """A base map as the page takes it; None: an empty one.

    `source` of the collection, `{"zh": …, "en": …}` or a string, is what is printed; without it, the name of the file. Raises
    FigureError where the file is no GeoJSON FeatureCollection of lines and polygons in degrees, or too large.
    """
    if path is None:
        return _NONE
    try:
        if path.stat().st_size > _LARGEST:
            raise FigureError(f"{path}: more than {_LARGEST // 1_000_000} MB; simplify the base map.")
        found: Any = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise FigureError(f"{path}: cannot be read ({error.strerror}).") from error
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise FigureError(f"{path}: no JSON in UTF-8 ({error}).") from error
    if (
        not isinstance(found, dict)
        or found.get("type") != "FeatureCollection"
        or not isinstance(found.get("features"), list)
    ):
        raise FigureError(f"{path}: no GeoJSON FeatureCollection.")
    for number, feature in enumerate(found["features"], 1):
        fault = _fault(feature)
        if fault:
            raise FigureError(f"{path}: feature {number}: {fault}.")
    given = found.get("source", path.name)
    source = given if isinstance(given, dict) else {"zh": str(given), "en": str(given)}
    return json.dumps({**found, "source": source}, ensure_ascii=False, separators=(",", ":")).encode()


def _fault(feature: Any) -> str:
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(geometry, dict) or geometry.get("type") not in _SHAPES:
        return f"its geometry is none of {', '.join(_SHAPES)}"
    try:
        points = list(_points(geometry.get("coordinates"), _SHAPES[geometry["type"]]))
    except (TypeError, ValueError):
        return "its coordinates are not nested as its type has them"
    if not all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in points):
        return "its coordinates are not degrees of longitude and latitude"
    return ""


def _points(part: Any, depth: int) -> Iterator[tuple[float, float]]:
    if not isinstance(part, list):
        raise TypeError
    if depth:
        for inner in part:
            yield from _points(inner, depth - 1)
    else:
        x, y, *_ = part
        yield float(x), float(y)


async def _basemap(request: Request) -> Response:
    given: bytes | None = request.app.state.basemap
    headers = {"Cache-Control": "no-cache"}
    if given is None:
        return FileResponse(DEFAULT, media_type="application/geo+json", headers=headers)
    return Response(given, media_type="application/geo+json", headers=headers)


ROUTES: Final = (Route("/basemap", _basemap),)
