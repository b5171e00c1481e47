"""Mapping sets are written as SSSOM TSV and read back; what is malformed is told with file and line."""

from pathlib import Path

import pytest
import yaml

from borderkg.errors import ReferenceDataError
from borderkg.linking import link, sssom
from borderkg.linking.link import Link
from borderkg.resources import mappings
from borderkg.vocabulary import ID

LINKS = [
    Link(
        f"{ID}region/533102", f"{link.GEONAMES}1280570/", link.NARROW, "瑞丽市", "Mengmao", link.LEXICAL, 0.9, "CN",
        (link.COUNTRY_CODE, link.OUTLINE), "2.1 km from the seat of 533102",
    ),
    Link(
        f"{ID}region/650502", f"{link.GBT2260}652201", link.CLOSE, "伊州区", "哈密市", link.BACKGROUND, 0.95, "CN",
        (link.COUNTRY_CODE,), until="2016",
    ),
]  # fmt: skip
FILES = sorted(mappings().glob("*" + sssom.SUFFIX))


def written(tmp_path: Path) -> Path:
    path = tmp_path / ("made" + sssom.SUFFIX)
    path.write_text(sssom.written(reversed(LINKS), "made", "Made", link.GEONAMES, "made 1.0"), "utf-8")
    return path


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    """Every field comes back, and the rows stand in order whatever order they came in."""
    assert sssom.read(written(tmp_path)) == sorted(LINKS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_files_are_mapping_sets(path: Path) -> None:
    """The metadata that SSSOM requires stand before the table, every prefix is declared, and every extension is defined."""
    lines = path.read_text("utf-8").splitlines()
    metadata = yaml.safe_load("\n".join(line[1:] for line in lines if line.startswith("#")))
    assert {"mapping_set_id", "license", "mapping_tool", "mapping_tool_version", "object_source"} <= set(metadata)
    table = [line.split("\t") for line in lines if not line.startswith("#")]
    slots = {definition["slot_name"] for definition in metadata["extension_definitions"]}
    required = {"subject_id", "predicate_id", "object_id", "mapping_justification"}
    assert required <= set(table[0]) and slots <= set(table[0])
    prefixes = {cell.partition(":")[0] for row in table[1:] for cell in (row[0], row[2], row[3], row[5])}
    assert prefixes <= set(metadata["curie_map"])


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("subject_id", "subject"), ":27: the columns"),
        (("geonames:1280570/", "nowhere:1"), ":28: 'nowhere'"),
        (("\t0.9\t", "\tsure\t"), ":28: could not convert"),
    ],
)
def test_a_malformed_file_is_told_with_its_line(tmp_path: Path, change: tuple[str, str], place: str) -> None:
    """A wrong header, an unknown prefix or a confidence that is no number is an error that names file and line."""
    path = written(tmp_path)
    path.write_text(path.read_text("utf-8").replace(*change), "utf-8")
    head = sum(line.startswith("#") for line in path.read_text("utf-8").splitlines())
    place = place.replace(":27:", f":{head + 1}:").replace(":28:", f":{head + 2}:")
    with pytest.raises(ReferenceDataError) as error:
        sssom.read(path)
    assert f"{path}{place}" in str(error.value)
