"""Names to entities: exact first, then what is like it."""

from pathlib import Path

import pytest

from borderkg.errors import UnknownNameError
from borderkg.questions.names import Names, label_of
from borderkg.vocabulary import BKG, ID
from tests.facts import opened, quads

GRAPH = f"""
@base <{ID}> .
<port/1> a bkg:Port ; skos:prefLabel "满洲里口岸"@zh , "Manzhouli Port"@en ; skos:altLabel "满洲里铁路口岸"@zh .
<region/1> a bkg:Region ; skos:prefLabel "满洲里市"@zh ; skos:altLabel "满洲里"@zh .
<zone/1> a bkg:Platform ; skos:prefLabel "满洲里"@zh .
<policy/1> a bkg:Policy ; skos:prefLabel "《关于加快沿边开放的意见》"@zh ; bkg:alias "意见" .
<policy/2> a bkg:Policy ; skos:prefLabel "另一文件"@zh ; bkg:alias "意见" .
<event/1> a bkg:Event .
"""


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Names:
    """The names of a few made-up entities."""
    return Names(opened(tmp_path_factory.mktemp("names") / "graph", quads(GRAPH)))


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("满洲里口岸", "port/1"),
        ("滿洲里口岸", "port/1"),
        (" 满洲里 口岸 ", "port/1"),
        ("manzhouli port", "port/1"),
        ("满洲里铁路口岸", "port/1"),
        ("关于加快沿边开放的意见", "policy/1"),
        (ID + "region/1", "region/1"),
    ],
)
def test_a_name_finds_its_entity(name: str, found: str, names: Names) -> None:
    """By its preferred or another label, in either script, with or without title marks, or by its IRI."""
    assert names.one(name).iri == ID + found


def test_a_preferred_label_outdoes_another(names: Names) -> None:
    """What is called so first is meant; the class may say otherwise."""
    assert names.one("满洲里").iri == ID + "zone/1"
    assert names.one("满洲里", frozenset({"Region"})).iri == ID + "region/1"


def test_a_name_of_several_things(names: Names) -> None:
    """All are listed with their IRIs, to choose from."""
    with pytest.raises(UnknownNameError) as error:
        names.one("意见")
    assert f"<{ID}policy/1>" in str(error.value)
    assert f"<{ID}policy/2>" in str(error.value)


def test_an_unknown_name_lists_the_nearest(names: Names) -> None:
    """The likest first; where nothing is like it, it says so."""
    with pytest.raises(UnknownNameError, match=r"满州里口岸: no such name in the graph\. Nearest: 满洲里口岸"):
        names.one("满州里口岸")
    with pytest.raises(UnknownNameError, match="Nearest: none"):
        names.one("zzz")


@pytest.mark.parametrize(
    ("typed", "first"),
    [("满州里口岸", "port/1"), ("满周里市", "region/1"), ("滿州里鐵路口岸", "port/1"), ("manzhoulli port", "port/1")],
)
def test_a_slip_finds_what_was_meant(typed: str, first: str, names: Names) -> None:
    """A wrong character, one that sounds the same, traditional characters, a letter too many; each thing once."""
    found = [named.iri for named in names.like(typed)]
    assert found[0] == ID + first
    assert len(found) == len(set(found))


def test_the_same_sound_goes_before_the_same_characters(names: Names) -> None:
    """满周丽 shares one character with each name and sounds like those of the town."""
    assert names.like("满周丽")[0].label.startswith("满洲里")
    assert all(not label.isascii() for label in names.nearest("满周丽", 3))
    assert names.like("甲乙丙") == names.like("") == []


def test_the_label_to_show(tmp_path: Path) -> None:
    """In the language, else in any, else the IRI with its prefix."""
    graph = opened(tmp_path / "graph", quads(':a skos:prefLabel "甲"@zh , "A"@en . :b rdfs:label "B"@en .'))
    assert [label_of(graph, ID + name) for name in "ab"] == ["甲", "B"]
    assert label_of(graph, ID + "a", "en") == "A"
    assert label_of(graph, BKG + "nothing") == "bkg:nothing"


def test_an_iri_that_is_named(names: Names) -> None:
    """Only what bears a name has a page."""
    assert names.has(ID + "port/1")
    assert not names.has(ID + "event/1")
