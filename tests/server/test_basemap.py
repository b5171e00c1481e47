"""The base map: the usual one, the operator's own, or none; what is no map is refused before the server starts."""

import json
from pathlib import Path

import httpx
import pytest

from borderkg.errors import FigureError
from borderkg.server import basemap
from tests.running import one_line_error, serving

LINE = {
    "type": "Feature",
    "properties": {},
    "geometry": {"type": "LineString", "coordinates": [[117.4, 49.6], [117.5, 49.7, 600]]},
}


def written(folder: Path, found: object) -> Path:
    """A file of JSON."""
    path = folder / "lines.geojson"
    path.write_text(json.dumps(found, ensure_ascii=False), "utf-8")
    return path


def collection(*features: object, **more: object) -> dict[str, object]:
    """A FeatureCollection."""
    return {"type": "FeatureCollection", "features": list(features), **more}


def test_the_usual_map_names_its_source_and_the_neighbours(client: httpx.Client) -> None:
    """It is GeoJSON, says where it is from in both languages, and has a place for each country's name."""
    answer = client.get("/basemap")
    assert answer.headers["Content-Type"] == "application/geo+json"
    found = answer.json()
    assert "Natural Earth" in found["source"]["zh"] and "Natural Earth" in found["source"]["en"]
    named = {about["name_zh"] for f in found["features"] if (about := f["properties"])}
    assert len(named) == 15 and {"中国", "蒙古国", "老挝", "不丹"} <= named


def test_the_operators_own_map(demo_store: Path, tmp_path: Path) -> None:
    """With its source, or else the name of its file; `none` is an empty one."""
    path = written(tmp_path, collection(LINE))
    with serving(demo_store, "--basemap", str(path)) as address:
        found = httpx.get(f"{address}/basemap").json()
    assert found["features"] == [LINE] and found["source"] == {"zh": "lines.geojson", "en": "lines.geojson"}
    with serving(demo_store, "--basemap", "none") as address:
        assert httpx.get(f"{address}/basemap").json()["features"] == []
    own = json.loads(basemap.read(written(tmp_path, collection(LINE, source={"zh": "某图", "en": "a map"}))))
    assert own["source"] == {"zh": "某图", "en": "a map"}


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ([], "no GeoJSON FeatureCollection"),
        (
            collection({"type": "Feature", "geometry": {"type": "Point", "coordinates": [1, 2]}}),
            "feature 1: its geometry",
        ),
        (
            collection(LINE, {**LINE, "geometry": {"type": "LineString", "coordinates": [1, 2]}}),
            "feature 2: its coordinates",
        ),
        (
            collection({**LINE, "geometry": {"type": "LineString", "coordinates": [[1300000, 50], [1, 2]]}}),
            "not degrees",
        ),
    ],
)
def test_what_is_no_map_is_told(found: object, told: str, tmp_path: Path) -> None:
    """The file, the feature and what is wrong with it."""
    path = written(tmp_path, found)
    with pytest.raises(FigureError, match=told) as error:
        basemap.read(path)
    assert str(error.value).startswith(str(path))


def test_the_server_does_not_start_over_a_bad_map(demo_store: Path, tmp_path: Path) -> None:
    """One line, and a non-zero exit."""
    missing = tmp_path / "missing.geojson"
    assert "cannot be read" in one_line_error("serve", "--store", demo_store, "--port", "0", "--basemap", missing)
    missing.write_bytes(b"\xff\xfe")
    assert "no JSON in UTF-8" in one_line_error("serve", "--store", demo_store, "--port", "0", "--basemap", missing)
