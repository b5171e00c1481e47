"""The reference individuals: complete where they must be, well formed, linked to what exists."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from borderkg import reference, schema
from borderkg.errors import ReferenceDataError
from borderkg.vocabulary import BKC, ID
from tests.facts import TURTLE_PREFIXES

KNOWN = reference.load()
CHINA = ID + "country/CN"
NEIGHBOURS = {"AF", "BT", "IN", "KG", "KP", "KZ", "LA", "MM", "MN", "NP", "PK", "RU", "TJ", "VN"}
OF_CHINA = [i for i in KNOWN.individuals.values() if i.value("gbCode")]


def at_level(level: str) -> list[reference.Individual]:
    return [i for i in KNOWN.individuals.values() if i.value("adminLevel") == f"{BKC}admin-level-{level}"]


def test_thirty_four_provinces() -> None:
    """All 34 divisions of the first level are known, each directly part of China, each with its one-character name."""
    provinces = at_level("province")
    assert len(provinces) == 34
    assert {province.value("partOf") for province in provinces} == {CHINA}
    assert len({province.value("abbreviation") for province in provinces}) == 34


def test_fourteen_neighbours() -> None:
    """China borders its fourteen land neighbours, and each of them borders China."""
    bordering = {iri.removeprefix(ID + "country/") for iri in KNOWN.individuals[CHINA].values["borders"]}
    assert bordering == NEIGHBOURS
    assert all(CHINA in KNOWN.individuals[f"{ID}country/{code}"].values["borders"] for code in NEIGHBOURS)


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("gbCode", r"\d{6}|\d{9}|\d{12}"),
        ("formerGbCode", r"\d{6}|\d{9}|\d{12}"),
        ("isoCode", r"[A-Z]{2}|CN-[A-Z]{2}"),
        ("isoCode3", r"[A-Z]{3}"),
        ("activeFrom", r"(?:19|20)\d\d"),
        ("activeUntil", r"(?:19|20)\d\d"),
        ("startYear", r"(?:19|20)\d\d"),
        ("endYear", r"(?:19|20)\d\d"),
        ("borderCounty", r"true|false"),
    ],
)
def test_codes_are_well_formed(name: str, pattern: str) -> None:
    """Every code, year and flag has the form of its kind."""
    values = [value for i in KNOWN.individuals.values() for value in i.values.get(name, ())]
    assert values
    assert [value for value in values if not re.fullmatch(pattern, value)] == []


@pytest.mark.parametrize(
    "name",
    [
        "gbCode",
        "isoCode",
        "isoCode3",
    ],
)
def test_codes_are_unique(name: str) -> None:
    """No two individuals bear one code, and none bears two."""
    count = Counter(value for i in KNOWN.individuals.values() for value in i.values.get(name, ()))
    assert [code for code, times in count.items() if times > 1] == []
    assert all(len(i.values.get(name, ())) <= 1 for i in KNOWN.individuals.values())


@pytest.mark.parametrize(
    ("two", "three"),
    [
        *zip(
            sorted(NEIGHBOURS - {"RU"}),
            ["AFG", "BTN", "IND", "KGZ", "PRK", "KAZ", "LAO", "MMR", "MNG", "NPL", "PAK", "TJK", "VNM"],
            strict=True,
        ),
        ("CN", "CHN"),
        ("JP", "JPN"),
        ("RU", "RUS"),
        ("FR", "FRA"),
        ("CD", "COD"),
        ("RS", "SRB"),
        ("TL", "TLS"),
    ],
)
def test_alpha_3_codes_are_those_in_force(two: str, three: str) -> None:
    """A country that exists bears the ISO 3166 alpha-3 code in force, not one that was withdrawn."""
    assert KNOWN.individuals[f"{ID}country/{two}"].value("isoCode3") == three


def test_spans_run_forward() -> None:
    """No body and no period ends before it begins."""
    for i in KNOWN.individuals.values():
        for start, end in (("activeFrom", "activeUntil"), ("startYear", "endYear")):
            if i.value(start) and i.value(end):
                assert int(i.value(start)) <= int(i.value(end)), i.iri


def test_every_link_is_known() -> None:
    """Every property is the ontology's, and every link leads to an individual or a concept that exists."""
    loaded = schema.load()
    concepts = {concept.iri for concept in loaded.concepts}
    dangling = [
        (i.iri, name, value)
        for i in KNOWN.individuals.values()
        for name, values in i.values.items()
        for value in values
        if name not in loaded.properties
        or (not loaded.properties[name].literal and value not in KNOWN.individuals and value not in concepts)
    ]
    assert dangling == []


def test_every_link_joins_what_it_may() -> None:
    """Every property stands between the types that the ontology gives it, so that no closure finds another type."""
    loaded = schema.load()
    wrong = [
        (i.iri, name, value)
        for i in KNOWN.individuals.values()
        for name, values in i.values.items()
        for value in values
        if not loaded.accepts(name, i.type, KNOWN.individuals[value].type if value in KNOWN.individuals else "Concept")
    ]
    assert wrong == []


@pytest.mark.parametrize("kind", ["province", "prefecture", "county", "township"])
def test_ancestors_end_in_china(kind: str) -> None:
    """Going up from a division one comes to China, past the province that its code begins with."""
    divisions = at_level(kind)
    assert divisions
    for division in divisions:
        around = KNOWN.ancestors(division.iri)
        assert around[-1] == CHINA, division.iri
        if kind in ("prefecture", "county"):
            assert f"{ID}region/{division.value('gbCode')[:2]}0000" in around, division.iri


def test_every_port_lies_in_a_country() -> None:
    """Going up from a port one comes to a country."""
    ports = [i for i in KNOWN.individuals.values() if i.type == "Port"]
    assert ports
    for port in ports:
        assert KNOWN.individuals[KNOWN.ancestors(port.iri)[-1]].type == "Country", port.iri


def test_counterparts_face_each_other() -> None:
    """Where a port has a facing port, that one faces it, and they lie in two countries."""
    for port in KNOWN.individuals.values():
        for facing in port.values.get("counterpart", ()):
            assert port.iri in KNOWN.individuals[facing].values["counterpart"], port.iri
            assert KNOWN.ancestors(port.iri)[-1] != KNOWN.ancestors(facing)[-1], port.iri


def test_every_individual_says_where_it_is_from() -> None:
    """Every individual carries its own source."""
    assert [i.iri for i in KNOWN.individuals.values() if not i.sources] == []


def test_labels_are_the_gazetteer() -> None:
    """An individual is found by each of its Chinese labels, the hidden ones too, and by its type."""
    for i in KNOWN.individuals.values():
        for label in (i.label_zh, *i.alternatives, *i.hidden):
            assert i in KNOWN.named(label, i.type)
    assert KNOWN.named("满洲里口岸", "Region") == ()
    assert KNOWN.named("no such place") == ()


def loaded(folder: Path, turtle: str) -> reference.Reference:
    (folder / "a.ttl").write_text(TURTLE_PREFIXES + turtle, "utf-8")
    return reference.load(folder)


def test_what_areas_collect() -> None:
    """Areas that take the same kind of places together are one; a province is itself, and so is what is not known."""
    collected = reference.load().collected
    assert collected(ID + "area/along-border-area") == collected(ID + "area/nine-border-provinces")
    assert collected(ID + "area/along-border-area") == BKC + "place-kind-border-province"
    assert [collected(ID + name) for name in ("region/530000", "area/unheard")] == [
        ID + "region/530000",
        ID + "area/unheard",
    ]


def test_ancestors_of_a_circle_end(tmp_path: Path) -> None:
    """Two places that each lie in the other are climbed once."""
    known = loaded(
        tmp_path,
        """id:a a bkg:Region ; skos:prefLabel "甲"@zh ; bkg:partOf id:b .
           id:b a bkg:Region ; skos:prefLabel "乙"@zh ; bkg:partOf id:a .""",
    )
    assert known.ancestors(ID + "a") == (ID + "b", ID + "a")


def test_one_label_may_belong_to_several(tmp_path: Path) -> None:
    """Two individuals of one name are both found by it."""
    known = loaded(
        tmp_path,
        """id:a a bkg:Region ; skos:prefLabel "甲"@zh . id:b a bkg:Port ; skos:prefLabel "甲"@zh .""",
    )
    assert [i.iri for i in known.named("甲")] == [ID + "a", ID + "b"]
    assert [i.iri for i in known.named("甲", "Port")] == [ID + "b"]


@pytest.mark.parametrize(
    ("turtle", "message"),
    [
        ("id:a a bkg:Region ; skos:prefLabel .", "line"),
        ('id:a skos:prefLabel "甲"@zh .', "has no type"),
        ("id:a a bkg:Region .", "exactly one skos:prefLabel in Chinese"),
        ('id:a a bkg:Region ; skos:prefLabel "A"@en .', "exactly one skos:prefLabel in Chinese"),
        ('id:a a bkg:Region ; skos:prefLabel "甲"@zh, "乙"@zh .', "exactly one skos:prefLabel in Chinese"),
    ],
)
def test_a_malformed_file_is_named(tmp_path: Path, turtle: str, message: str) -> None:
    """Each fault is a ReferenceDataError that names the file."""
    with pytest.raises(ReferenceDataError, match=message) as raised:
        loaded(tmp_path, turtle)
    assert str(tmp_path / "a.ttl") in str(raised.value)


def test_an_individual_is_defined_once(tmp_path: Path) -> None:
    """An individual that two files define is a fault of the second."""
    (tmp_path / "b.ttl").write_text(TURTLE_PREFIXES + 'id:a a bkg:Region ; skos:prefLabel "甲"@zh .', "utf-8")
    with pytest.raises(ReferenceDataError, match=r"b\.ttl: .*is defined twice"):
        loaded(tmp_path, 'id:a a bkg:Region ; skos:prefLabel "甲"@zh .')


def test_the_files_have_no_fault() -> None:
    """Canonical bytes, known links, complete divisions: the check that makers of these files run."""
    tools = Path(__file__).parents[1] / "tools/reference/check_reference.py"
    done = subprocess.run([sys.executable, tools], capture_output=True, encoding="utf-8", check=False)
    assert done.stdout.strip().endswith(" 0 faults") and done.returncode == 0, done.stdout + done.stderr


def test_the_page_of_sources_counts_the_individuals() -> None:
    """Of each file as many as it holds."""
    folder = Path(__file__).parents[1] / "data/reference"
    page = (folder / "SOURCES.md").read_text(encoding="utf-8")
    counts = {p.name: len(re.findall("^<", p.read_text(encoding="utf-8"), re.MULTILINE)) for p in folder.glob("*.ttl")}
    assert f"{sum(counts.values()):,} individuals in {len(counts)} files" in page
    for name, count in counts.items():
        told = re.search(rf"^\| {re.escape(name)} \| (\d+) \|", page, re.MULTILINE)
        assert told is None or int(told[1]) == count, name
