"""Dates, issuers, classes and spellings: what contradicts, what is in doubt, and what is neither."""

from dataclasses import replace
from typing import Any

import pytest

from borderkg import reference
from borderkg.claims.claim import Claim, Entity
from borderkg.claims.conflicts import conflicts, findings
from borderkg.claims.conflicts.spelling import bare
from borderkg.claims.finding import Finding
from borderkg.vocabulary import ID
from tests.facts import claim


def severities(*claims: Claim) -> list[tuple[str, str]]:
    return [(found.kind, found.severity) for found in findings(claims)]


def body(name: str) -> Entity:
    """A known organization, by its preferred label."""
    (found,) = (i for i in reference.load().named(name, "Organization") if i.label_zh == name)
    return Entity(found.iri, "Organization", name, True)


def issued(by: str, source: str, *, known: bool = True) -> Claim:
    made = claim("Policy:甲办法", "issuedBy", f"Organization:{by}", source=source)
    return replace(made, object_entity=body(by)) if known else made


def established(thing: str, date: str, source: str = "a.txt") -> Claim:
    return claim(thing, "dateEstablished", date, source=source)


def test_a_zone_founded_twice_between_sources_is_a_doubt() -> None:
    """One may tell its approval, the other its opening: a reader should look."""
    assert severities(established("Platform:甲", "2012"), established("Platform:甲", "2015", "b.txt")) == [
        ("date", "doubt")
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (established("Platform:甲", "2012"), established("Platform:甲", "2015")),
        (established("Port:甲", "1983"), established("Port:甲", "1992", "b.txt")),
    ],
)
def test_steps_of_one_thing_only_look_like_two_dates(one: Claim, other: Claim) -> None:
    """One source tells approval and founding; a port is opened and reopened: a note says so."""
    assert severities(one, other) == [("date", "note")]
    (note,) = findings([one, other])
    assert "reopening" in note.reason and "恢复开放" in note.reason_zh


def test_a_more_exact_founding_agrees() -> None:
    """2012 beside 2012-07 is nothing at all."""
    assert findings([established("Platform:甲", "2012"), established("Platform:甲", "2012-07", "b.txt")]) == []


def test_one_period_that_begins_twice_is_a_doubt() -> None:
    """A source's division of time has one start."""
    said = [claim("Period:起步阶段", "startYear", year, at=(i, i + 2)) for i, year in enumerate(("1978", "1980"))]
    assert severities(*said) == [("date", "doubt")]


def test_joint_issuers_are_no_conflict() -> None:
    """Several bodies that one source lists, and another source that names one of them."""
    assert findings([issued("国务院", "a"), issued("商务部", "a"), issued("国务院", "b")]) == []


def test_two_issuers_between_sources() -> None:
    """None in common: a contradiction that names both sides, joint issuers together."""
    (found,) = findings([issued("国务院", "a"), issued("商务部", "b"), issued("财政部", "b")])
    assert (found.kind, found.severity, len(found.claims)) == ("issuer", "contradiction", 3)
    assert "国务院 / 商务部、财政部" in found.reason and "国务院 / 商务部、财政部" in found.reason_zh


@pytest.mark.parametrize(
    "pair",
    [
        [issued("国务院", "a"), issued("国务院办公厅", "b")],
        [issued("国务院", "a"), issued("某局", "b", known=False)],
    ],
    ids=["an office", "an unknown body"],
)
def test_bodies_that_may_be_one_are_a_doubt(pair: list[Claim]) -> None:
    """An office is taken for the body that it serves; an unknown name may be another name of the same."""
    assert severities(*pair) == [("issuer", "doubt")]


def moded(mode: str, rule: str = "made::a rule", **fields: Any) -> Claim:
    return claim("Port:甲", "portMode", f"Concept:{mode}", rule=rule, **fields)


ALL_ROAD = moded("公路", "universals::all ports of a place")


def test_a_class_statement_against_a_member() -> None:
    """All are road ports, and this one a railway port: a contradiction within a text, between texts perhaps another year."""
    assert severities(ALL_ROAD, moded("铁路")) == [("class", "contradiction")]
    assert severities(ALL_ROAD, moded("铁路", source="b.txt")) == [("class", "doubt")]


def test_two_modes_of_a_single_port_are_none() -> None:
    """Rail and road may both be true; what is only planned is no claim on today; agreement is agreement."""
    assert findings([moded("公路"), moded("铁路", source="b.txt")]) == []
    assert findings([ALL_ROAD, moded("铁路", modality="planned")]) == []
    assert findings([ALL_ROAD, moded("公路")]) == []


def test_two_classes_of_one_port_are_a_doubt() -> None:
    """A port of the second class may have been raised to the first."""
    said = [claim("Port:甲", "portClass", f"Concept:{kind}", source=kind) for kind in ("一类口岸", "二类口岸")]
    assert severities(*said) == [("class", "doubt")]


def port(name: str, place: str = "", *, source: str = "a.txt") -> Claim:
    """A port that the reference data lack, in a place by the last part of its IRI."""
    said = claim(f"Port:{name}", "locatedIn", f"Region:{place}", source=source)
    return replace(said, object_entity=Entity(f"{ID}region/{place}", "Region", place, True))


def spelled(*claims: Claim) -> list[Finding]:
    return [found for found in conflicts(claims) if found.kind == "spelling"]


def test_a_misspelt_port_of_the_reference_data() -> None:
    """磨敢 in the county of 磨憨, and 红其拉浦 in the region of 红其拉甫: doubts that say which character differs."""
    (found,) = spelled(port("磨敢口岸", "532823"))
    assert (found.severity, found.computation) == ("doubt", "敢 ≠ 憨")
    (found,) = spelled(port("红其拉浦口岸", "653131"))
    assert "红其拉甫" in found.reason and "红其拉甫" in found.reason_zh


@pytest.mark.parametrize(
    ("name", "place"),
    [("磨敢口岸", "231102"), ("红其拉浦口岸", "450681"), ("勐腊口岸", "532823"), ("漠坪口岸", "532823")],
    ids=["another county", "another province", "named after its place", "two characters differ"],
)
def test_a_port_of_a_name_of_its_own(name: str, place: str) -> None:
    """Elsewhere, named after its place, or different in more than a character: no doubt."""
    assert spelled(port(name, place)) == []


def test_two_unknown_ports_of_nearly_one_name() -> None:
    """In one province their claims stand together."""
    (found,) = spelled(port("甲乙丙丁口岸", "530000"), port("甲乙丙戊口岸", "530000", source="b.txt"))
    assert {said.source for said in found.claims} == {"a.txt", "b.txt"}


def test_known_ports_are_no_variants_of_each_other() -> None:
    """Of all pairs of the reference data, of which some differ in one character, none is told: they are known to be two."""
    ports = [i for i in reference.load().individuals.values() if i.type == "Port"]
    said = [replace(port(i.label_zh, "530000"), subject_entity=Entity(i.iri, "Port", i.label_zh, True)) for i in ports]
    assert spelled(*said) == []


def test_two_spellings_of_a_known_port_are_a_note() -> None:
    """The reference data know both: nothing is in doubt."""
    (known,) = reference.load().named("阿日哈沙特口岸", "Port")
    said = [
        replace(port(name, "150727"), subject_entity=Entity(known.iri, "Port", known.label_zh, True, f"label {name}"))
        for name in ("阿日哈沙特口岸", "阿拉哈沙特")
    ]
    (note,) = findings(said)
    assert (note.kind, note.severity, note.computation) == ("spelling", "note", "拉 ≠ 日")


@pytest.mark.parametrize(
    ("name", "short"),
    [("满洲里铁路口岸", "满洲里"), ("大安港", "大安"), ("三峰口岸（朝鲜）", "三峰"), ("磨憨", "磨憨")],
)
def test_bare_names(name: str, short: str) -> None:
    """Without the words that make it a port."""
    assert bare(name) == short
