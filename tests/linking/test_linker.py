"""The links of data/mappings: what the extracts give, complete where they must be, each on its side of the border."""

from pathlib import Path

import pytest
import yaml

from borderkg import reference, resources
from borderkg.errors import ReferenceDataError
from borderkg.linking import authorities, link, linker, names, side
from borderkg.linking.link import Link
from borderkg.vocabulary import ID

KNOWN = reference.load()
GIVEN = authorities.load()
LINKS, POSITIONS = linker.load()
OUTLINES = {outline.country: outline for outline in GIVEN.outlines}
PLACES = {f"{link.GEONAMES}{place.geonames}/": place for place in GIVEN.places}
YOUNGER = {"扎赉诺尔区", "阿拉山口市", "霍尔果斯市"}
"""Border counties that the list of 139 of 2013 does not have."""

TWINS = [
    ("port/manzhouli", "port/houbeijiaersike"),
    ("port/ruili", "port/mujie"),
    ("port/pingxiang", "port/tongdeng"),
    ("port/dongxing", "port/mangjie"),
    ("port/hekou", "port/laojie"),
    ("port/tumen", "port/nanyang"),
    ("port/huoerguosi", "port/huoerguosi-kz"),
    ("port/alashankou", "port/duositeke"),
    ("port/erlianhaote", "port/zhamenwude"),
    ("port/heihe", "place/ru-blagoveshchensk"),
    ("port/dandong", "place/kp-sinuiju"),
]


def linked(iri: str, space: str) -> list[Link]:
    """The links of an individual to one authority."""
    return [one for one in LINKS.get(iri, ()) if one.object.startswith(space)]


def share(individuals: list[reference.Individual], *spaces: str) -> tuple[int, int]:
    """How many of the individuals are linked to one of the authorities, and how many there are."""
    return sum(any(linked(i.iri, space) for space in spaces) for i in individuals), len(individuals)


def of(kind: str) -> list[reference.Individual]:
    return [individual for individual in KNOWN.individuals.values() if individual.type == kind]


def test_the_files_are_what_the_linker_makes() -> None:
    """data/mappings holds, byte for byte, what the frozen extracts and the reference data give."""
    manifest = yaml.safe_load((resources.authorities() / "manifest.yaml").read_text("utf-8"))
    made = linker.made(KNOWN, GIVEN, manifest)
    assert {path.name: path.read_text("utf-8") for path in resources.mappings().iterdir()} == made


def test_each_extract_says_where_it_is_from() -> None:
    """The first line of an extract names packages with version and licence, as the manifest has them."""
    manifest = yaml.safe_load((resources.authorities() / "manifest.yaml").read_text("utf-8"))
    told = [f"{name} {package['version']} ({package['licence']})" for name, package in manifest.items()]
    for name in authorities.FILES:
        first = (resources.authorities() / f"{name}.tsv").read_text("utf-8").splitlines()[0]
        assert any(source in first for source in told), name


def test_the_neighbours_and_the_provinces_are_linked() -> None:
    """All fourteen neighbours to ISO 3166-1, GeoNames and Wikidata; the provinces to ISO 3166-2, GB/T 2260 and GeoNames."""
    neighbours = [i for i in of("Country") if i.values.get("borders") and i.value("isoCode") != "CN"]
    provinces = [i for i in of("Region") if i.value("gbCode")[:2] in linker.BORDER_PROVINCES and i.value("isoCode")]
    for space in (link.ISO_COUNTRY, link.GEONAMES, link.WIKIDATA):
        assert share(neighbours, space) == (14, 14)
    for space in (link.ISO_DIVISION, link.GBT2260, link.GEONAMES):
        assert share(provinces, space) == (9, 9)


def test_the_border_counties_and_ports_are_linked() -> None:
    """The 139 counties of 2013 all to GB/T 2260 and at least 120 to GeoNames; at least 60 border ports to one of two lists."""
    counties = [i for i in of("Region") if i.value("borderCounty") == "true" and i.label_zh not in YOUNGER]
    ports = [i for i in of("Port") if i.value("borders") and names.country_code(KNOWN, i.iri) == "CN"]
    assert share(counties, link.GBT2260) == (139, 139)
    assert share(counties, link.GEONAMES)[0] >= 120
    assert share(ports, link.GEONAMES, link.UNLOCODE)[0] >= 60


def test_every_link_lies_in_the_country_of_its_individual() -> None:
    """The side of a link is the country of the reference data, and at least one way in which that was checked is named."""
    for iri, found in LINKS.items():
        for one in found:
            assert one.side == names.country_code(KNOWN, iri), one
            assert link.COUNTRY_CODE in one.checks, one


def test_a_place_is_borne_out_by_more_than_its_country_code() -> None:
    """A populated place near the border has, besides the gazetteer's country code, a second check of another kind."""
    near = [one for found in LINKS.values() for one in found if one.object in PLACES and one.side in OUTLINES]
    assert near and not [one for one in near if len(one.checks) < 2]


@pytest.mark.parametrize(("here", "there"), TWINS)
def test_border_twins_are_told_apart(here: str, there: str) -> None:
    """Twins lie by each other, yet each is linked to a record of its own country."""
    one, other = (linked(ID + name, link.GEONAMES)[0] for name in (here, there))
    points = [(PLACES[x.object].longitude, PLACES[x.object].latitude) for x in (one, other)]
    assert side.kilometres(points[0], points[1]) < 25
    assert one.side == "CN" and other.side == names.country_code(KNOWN, ID + there) != "CN"
    assert [PLACES[x.object].country for x in (one, other)] == [one.side, other.side]


def test_hami_of_2015_is_the_district_of_today() -> None:
    """The code that the county-level 哈密市 bore until 2016 is linked from 伊州区, not from the prefecture of that name."""
    holders = [iri for iri, found in LINKS.items() for one in found if one.object == link.GBT2260 + "652201"]
    assert holders == [f"{ID}region/650502"]


@pytest.mark.parametrize(
    ("name", "former"),
    [
        ("region/533103", {"533121": "1996"}),  # 潞西县, 潞西市, 芒市: renamed under one code in 2010
        (
            "region/530581",
            {"533023": "2000", "530522": "2015"},
        ),  # 腾冲: the prefecture's code changed, then 县 became 市
        ("region/540481", {"542623": "2015", "540422": "2023"}),  # 米林
    ],
)
def test_codes_are_followed_through_their_changes(name: str, former: dict[str, str]) -> None:
    """Former codes are those of the division itself, each with the year in which it ceased."""
    told = {one.object.removeprefix(link.GBT2260): one.until for one in linked(ID + name, link.GBT2260) if one.until}
    assert told == former


def test_a_shared_name_links_nothing() -> None:
    """和田县 shares its bare name with 和田市, so no place of that name is its."""
    assert not linked(f"{ID}region/653221", link.GEONAMES)


def test_chita_is_not_the_village_in_tatarstan() -> None:
    """A location abroad must lie in the division of the town: UN/LOCODE has a Chita in Tatarstan alone."""
    assert not linked(f"{ID}place/ru-chita", link.UNLOCODE)


def test_a_missing_extract_is_told(tmp_path: Path) -> None:
    """An empty folder is an error that names the file and the tool that makes it."""
    with pytest.raises(ReferenceDataError, match=r"iso3166-1\.tsv.*tools/authorities\.py"):
        authorities.load(tmp_path)
