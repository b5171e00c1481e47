"""A name that a prefecture and one of its counties bear: what is said of it, or listed beside it, tells which is meant."""

import pytest

from borderkg import reference
from borderkg.claims.assembler import Assembler
from borderkg.claims.linker import Linker
from borderkg.extraction import extractor
from borderkg.vocabulary import ID
from tests.corpus.factory import document

PREFECTURE, COUNTY = "region/650500", "region/650502"
"""哈密市 of today, and the county-level city that was called so until 2016."""


def meant(text: str, name: str, predicate: str) -> set[str]:
    """What a name, shown as it stands or in a cell of its own, is linked to as the subject of claims of a predicate."""
    source = document(text)
    claims = Assembler(Linker(reference.load())).assemble(source, extractor.default().extract(source)).claims
    found = [
        c.subject_entity
        for c in claims
        if c.predicate == predicate
        and name in (c.subject, *(text[start:end] for start, end in ((c.start, c.end), *c.context)))
    ]
    return {entity.iri.removeprefix(ID) for entity in found if entity}


LISTED = "表2 某年边贸情况\n{}\t所属地区\t边境贸易额（亿元）\n哈密市\t哈密地区\t3.2\n伊吾县\t哈密地区\t1.4\n乌恰县\t克州\t5.6\n"


@pytest.mark.parametrize("predicate", ["locatedIn", "observation"])
@pytest.mark.parametrize("header", ["县市", "县（市、区）", "旗县"])
def test_in_a_column_of_counties(header: str, predicate: str) -> None:
    """The county, whatever is stated of it."""
    assert meant(LISTED.format(header), "哈密市", predicate) == {COUNTY}


@pytest.mark.parametrize(
    ("county", "prefecture", "iri"),
    [
        ("吐鲁番市", "吐鲁番地区", "region/650402"),
        ("阿勒泰", "阿勒泰地区", "region/654301"),
        ("林芝县", "林芝地区", "region/540402"),
        ("崇左县", "南宁地区", "region/451402"),
    ],
)
def test_names_of_other_counties(county: str, prefecture: str, iri: str) -> None:
    """Whole or bare, and those of counties that are districts today."""
    table = f"表2 县市情况\n县市\t所属地区\t边境贸易额（亿元）\n{county}\t{prefecture}\t3.2\n伊吾县\t哈密地区\t1.4\n"
    assert meant(table, county, "observation") == {iri}


def test_in_another_column() -> None:
    """The prefecture, which bears the name today."""
    table = "表2 某年边贸情况\n地区\t边境贸易额（亿元）\n哈密市\t3.2\n阿勒泰地区\t1.4\n塔城地区\t5.6\n"
    assert meant(table, "哈密市", "observation") == {PREFECTURE}


@pytest.mark.parametrize(
    "text",
    [
        "新疆的边境县有哈密市、伊吾县和乌恰县。",
        "表3 新疆边境县市\n行政区\t所属地区\n哈密市\t哈密地区\n伊吾县\t哈密地区\n乌恰县\t克孜勒苏州\n",
    ],
    ids=["in a sentence", "in a caption"],
)
def test_a_border_county(text: str) -> None:
    """Is a county."""
    assert meant(text, "哈密市", "isA") == {COUNTY}


def test_what_is_said_of_either() -> None:
    """Is said of the prefecture."""
    assert meant("2019年，哈密市边境小额贸易额为3.2亿元。", "哈密市", "observation") == {PREFECTURE}
