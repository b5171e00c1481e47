"""A mapping is read whole or refused, with the place in it and the way out."""

from pathlib import Path
from typing import Any

import pytest

from borderkg.errors import MappingError
from borderkg.tabular import mapping
from tests.tabular.tables import FIGURES, mapped

PORTS: dict[str, Any] = {"class": "Port", "name": {"column": "口岸"}, "properties": {"portMode": {"column": "类型"}}}


def test_a_mapping_is_read(tmp_path: Path) -> None:
    """Columns and constants, the source as in sources.yaml, and what an empty cell says."""
    source = {"title": "产值", "author": ["某某"], "year": 2026}
    read = mapping.read(mapped(tmp_path, "", figures=[FIGURES], entities=[PORTS], source=source, missing=["", 0]))
    assert read.table == tmp_path / "own.csv"
    assert read.bibliography.authors == ("某某",)
    assert read.missing == {"", "0"}
    (figures,), (ports,) = read.figures, read.entities
    assert (figures.area.column, figures.area.kind, figures.indicator.constant) == ("省份", "Region", "地区生产总值")
    assert (ports.kind, ports.name.new, ports.properties["portMode"].kind) == ("Port", True, "Concept")


def test_a_column_may_be_called_by_a_number(tmp_path: Path) -> None:
    """A year, which YAML takes for one."""
    read = mapping.read(mapped(tmp_path, "", figures=[{**FIGURES, "time": "head", "value": {"columns": [2019, 2020]}}]))
    assert read.figures[0].values == ("2019", "2020")
    assert read.figures[0].time is None


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "says nothing; give figures or entities"),
        ({"figure": []}, "unknown field figure; known are"),
        ({"figures": FIGURES}, "figures: expected a list"),
        ({"figures": ["产值"]}, "figures 1: expected fields"),
        ({"figures": [FIGURES, {"area": "云南"}]}, "figures 2: value is missing"),
        ({"figures": [{**FIGURES, "value": 5}]}, "figures 1: value: expected fields"),
        ({"figures": [{**FIGURES, "value": {"columns": []}}]}, "value: give column: NAME"),
        ({"figures": [{**FIGURES, "unit": {"col": "a"}}]}, "figures 1: unit: unknown field col"),
        ({"figures": [{**FIGURES, "unit": {"type": "Region"}}]}, "unit: give a column"),
        ({"figures": [{**FIGURES, "area": {"column": "a", "type": "Town"}}]}, "unknown class Town"),
        ({"figures": [{**FIGURES, "area": {"column": "a", "by": "code"}}]}, "by: code is no property"),
        ({"figures": [{**FIGURES, "area": {"column": "a", "skip": "合计"}}]}, "skip: expected a list"),
        ({"figures": [FIGURES], "missing": "-"}, "missing: expected a list"),
        ({"figures": [FIGURES], "source": {"titel": "a"}}, "source: unknown field titel"),
        ({"entities": [{**PORTS, "class": "Harbour"}]}, "entities 1: class: unknown class Harbour"),
        ({"entities": [{**PORTS, "name": "满洲里口岸"}]}, "name: give the column"),
        ({"entities": [{**PORTS, "properties": {}}]}, "properties is missing|expected property"),
        (
            {"entities": [{**PORTS, "properties": {"colour": {"column": "a"}}}]},
            "colour: no property .* of Port there are",
        ),
        ({"entities": [{**PORTS, "properties": {"observation": {"column": "a"}}}]}, "observation: no property"),
        (
            {"entities": [{**PORTS, "properties": {"issuedBy": {"column": "a", "type": "Port"}}}]},
            "issuedBy does not lead",
        ),
        ({"entities": [{**PORTS, "properties": {"dateEstablished": 1992}}]}, "must stand in the table"),
    ],
)
def test_a_malformed_mapping_is_refused(fields: dict[str, Any], said: str, tmp_path: Path) -> None:
    path = mapped(tmp_path, "", **fields)
    with pytest.raises(MappingError, match=said) as caught:
        mapping.read(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", [b"\xff\xfe\xff", b"table: [", b"- a\n", b"", b"a: &a [*a]\nb: *c\n", b"[" * 5000])
def test_what_is_no_mapping_is_refused(content: bytes, tmp_path: Path) -> None:
    """Not YAML, not UTF-8, a list, nothing."""
    path = tmp_path / "own.yaml"
    path.write_bytes(content)
    with pytest.raises(MappingError, match=r"own\.yaml"):
        mapping.read(path)


def test_a_missing_mapping_is_told(tmp_path: Path) -> None:
    with pytest.raises(MappingError, match=r"none\.yaml: cannot be read: No such file"):
        mapping.read(tmp_path / "none.yaml")
