"""From mentions to entities: known where the label leaves no doubt, else new with a stable key."""

import pytest

from borderkg import reference
from borderkg.claims.linker import Linker, new_iri, official_name
from borderkg.extraction.statement import Mention
from borderkg.reference import Individual
from borderkg.schema import Concept
from borderkg.vocabulary import BKC, ID
from tests.facts import individual, mention

LINKER = Linker(reference.load())
LEVEL = BKC + "admin-level-"
JILIN_PROVINCE = individual("region/220000", "吉林省", adminLevel=LEVEL + "province", gbCode="220000")
JILIN_CITY = individual("region/220200", "吉林市", adminLevel=LEVEL + "prefecture", gbCode="220200")
BORDER_COUNTY = individual("region/1", "东山县", adminLevel=LEVEL + "county", borderCounty="true")
INLAND_COUNTY = individual("region/2", "东山区", adminLevel=LEVEL + "county", borderCounty="false")
OTHER_COUNTY = individual("region/3", "东山旗", adminLevel=LEVEL + "county")
PREFECTURE = individual("region/4", "东山市", adminLevel=LEVEL + "prefecture")
TOWN = individual("region/5", "东山镇", adminLevel=LEVEL + "town")
OLD_BODY = individual("organization/old", "对外经济贸易部", activeFrom="1982", activeUntil="1993")
NEW_BODY = individual("organization/new", "对外贸易经济合作部", activeFrom="1993", activeUntil="2003")
MODE = Concept(BKC + "port-mode-rail", "port-mode", "铁路", "rail", ("铁道",))


def linked(name: str, *known: Individual, year: int | None = None, published: int | None = None) -> str:
    """The IRI below `id/` that a mention of a name is linked to."""
    return LINKER.link(mention(name, *known), "source", year, published).iri.removeprefix(ID)


@pytest.mark.parametrize(
    ("name", "known", "expected"),
    [
        ("Region:东山", (PREFECTURE,), "region/4"),
        ("Region:吉林", (JILIN_CITY, JILIN_PROVINCE), "region/220000"),
        ("Region:吉林市", (JILIN_CITY, JILIN_PROVINCE), "region/220200"),
        ("Region:东山", (PREFECTURE, INLAND_COUNTY, OTHER_COUNTY), "region/4"),
        ("Region:东山", (INLAND_COUNTY, TOWN), "region/2"),
        ("Region:东山", (INLAND_COUNTY, BORDER_COUNTY, PREFECTURE), "region/1"),
    ],
)
def test_the_individual_that_is_meant(name: str, known: tuple[Individual, ...], expected: str) -> None:
    """Of several the one so called, the province, the border county, the prefecture, the county, in this order."""
    assert linked(name, *known) == expected
    assert linked(name, *reversed(known)) == expected


def test_no_candidate_is_guessed_at() -> None:
    """Where nothing tells candidates apart, a new entity stands for the name."""
    entity = LINKER.link(mention("Region:东山", INLAND_COUNTY, OTHER_COUNTY), "source")
    assert not entity.known
    assert entity.iri == new_iri("Region", "东山", "source")
    assert entity.may_be == (INLAND_COUNTY.iri, OTHER_COUNTY.iri)
    assert LINKER.link(mention("Region:东山", PREFECTURE, INLAND_COUNTY), "source").may_be == ()


def test_candidates_of_another_type_do_not_count() -> None:
    """A port is not linked to the city of its name."""
    entity = LINKER.link(mention("Port:东山", PREFECTURE), "source")
    assert (entity.type, entity.known) == ("Port", False)


@pytest.mark.parametrize(
    ("year", "published", "expected"),
    [
        (1990, None, "old"),
        (1993, None, "new"),
        (2000, 2020, "new"),
        (None, 1985, "old"),
        (None, None, "new"),
        (1950, None, "new"),
    ],
)
def test_the_body_of_the_year(year: int | None, published: int | None, expected: str) -> None:
    """An abbreviation means the body that bore it in the year spoken of, else in that of publication, else the latest."""
    assert (
        linked("Organization:经贸部", OLD_BODY, NEW_BODY, year=year, published=published) == f"organization/{expected}"
    )


def test_concepts() -> None:
    """A known concept keeps its IRI and preferred label; an unknown one gets a key of its own that is marked as a text's."""
    known = LINKER.link(Mention("Concept", "铁道", ("铁道",), concept=MODE), "source")
    new = LINKER.link(Mention("Concept", "索道", ("索道",)), "source")
    assert (known.iri, known.name, known.known) == (MODE.iri, "铁路", True)
    assert new.iri.startswith(BKC + "text-") and (new.name, new.known) == ("索道", False)


def test_the_document_itself() -> None:
    """A mention of the text itself is linked to its document."""
    entity = LINKER.link(mention("Document:a.txt"), "abc")
    assert (entity.iri, entity.known) == (ID + "document/abc", True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("兴边富民行动规划", "《兴边富民行动规划》"),
        ("“一带一路”倡议", "一带一路倡议"),
        ("国务院关于边境贸易有关问题的通知", "关于边境贸易有关问题的通知"),
        ("国务院办公厅关于边境贸易的通知", "关于边境贸易的通知"),
        ("财政部、海关总署关于边境贸易的通知", "关于边境贸易的通知"),
        ("边境贸易（试行）办法", "边境贸易(试行)办法"),
        ("边境 贸易办法", "边境贸易办法"),
    ],
)
def test_one_title_one_key(one: str, other: str) -> None:
    """A title keeps its key with or without brackets, blanks and the issuer in front."""
    assert new_iri("Policy", one, "a") == new_iri("Policy", other, "b")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Policy", "甲规划", "a"), ("Policy", "乙规划", "a")),
        (("Policy", "甲", "a"), ("Meeting", "甲", "a")),
        (("Period", "起步阶段", "a"), ("Period", "起步阶段", "b")),
    ],
)
def test_keys_keep_apart_what_differs(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    """Two names, two types, and the periods of two sources never share a key."""
    assert new_iri(*one) != new_iri(*other)


@pytest.mark.parametrize(
    ("known", "text", "expected"),
    [
        (JILIN_CITY, "吉林", "吉林市"),
        (JILIN_CITY, "吉林地区", "吉林地区"),
        (JILIN_CITY, "吉市", "吉林市"),
        (PREFECTURE, "东山地区", "东山市"),
        (OLD_BODY, "经贸部", "对外经济贸易部"),
    ],
)
def test_official_names(known: Individual, text: str, expected: str) -> None:
    """A coded division keeps the full name that a text gives it, of its time; all else takes today's official name."""
    assert official_name(known, text) == expected


def test_a_zone_called_after_a_known_place() -> None:
    """A platform that a text names by its place alone takes the place's official name; one with a name of its own keeps it."""
    bare = Mention("Platform", "吉林", ("吉林",), place=(JILIN_CITY, JILIN_PROVINCE))
    composed = Mention("Platform", "吉林合作区", ("吉林",), place=(JILIN_CITY,))
    assert LINKER.link(bare, "source").name == "吉林省"
    assert LINKER.link(composed, "source").name == "吉林合作区"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("黑山头口岸", "黑山头口岸"), ("俄罗斯后贝加尔斯克口岸", "后贝加尔斯克口岸")],
    ids=["at home", "abroad"],
)
def test_a_country_stands_only_before_a_foreign_port(text: str, expected: str) -> None:
    """黑山 is a country, and the beginning of a port of China."""
    port = reference.load().named(expected, "Port")
    assert LINKER.link(Mention("Port", text, (text,), port), "source").name == expected
