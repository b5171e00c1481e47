"""Claims out and in: JSON Lines and CSV keep every field; what departs from the format is named with file and line."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderkg.claims import exchange
from borderkg.claims.claim import Claim, Entity
from borderkg.errors import ClaimFormatError
from borderkg.vocabulary import BKC, ID
from tests.facts import claim, figure

FULL = figure(
    "云南省",
    "出口额同比增长率",
    -5.6,
    unit="%",
    time="1992/2019",
    at=(3, 9),
    modality="planned",
    attribution="某人",
    qualifiers={"low": -6, "high": 5.5, "table": "表1", "verbal": True},
    context=((0, 2), (12, 20)),
    also_at=((30, 36),),
)
LINE = replace(FULL, subject="中老铁路", subject_type="Corridor", subject_entity=None, indicator="全长")
RANK = replace(FULL, indicator="出口额全国排名", object=3, unit="位")
PLAIN = claim("Policy:兴边富民行动“十三五”规划", "issuedBy", "Organization:国务院办公厅")
NAMED = claim("Policy:“十二五”规划", "follows", "Policy:“十一五”规划", modality="inferred")
GOOD = {
    "source": "a.txt",
    "start": 0,
    "end": 5,
    "subject": "甲",
    "subjectType": "Port",
    "predicate": "alias",
    "object": "乙",
    "objectType": "Text",
}
names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


def read(path: Path, *lines: str) -> list[dict[str, Any]]:
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return list(exchange.read_records(path))


def round_trip(path: Path, *claims: Claim) -> list[Claim]:
    path.write_text(exchange.json_lines(claims), "utf-8")
    return [exchange.claim(record) for record in exchange.read_records(path)]


@pytest.mark.parametrize("said", [FULL, PLAIN, LINE, NAMED], ids=["full", "plain", "of a line", "inferred"])
def test_json_lines_keep_every_field(tmp_path: Path, said: Claim) -> None:
    """A claim that was written and read again is the same claim, with the entities it was linked to."""
    assert round_trip(tmp_path / "c.jsonl", said, said) == [said, said]


def test_whose_figures_are_observations() -> None:
    """The format gives observations to places, ports, platforms and trade zones; a line's figure and a rank do not count."""
    said = (FULL, LINE, RANK, PLAIN)
    assert [exchange.record(one)["predicate"] for one in said] == ["observation", "figure", "figure", "issuedBy"]


@given(subject=names, obj=names, start=st.integers(0, 10**9), length=st.integers(1, 10**6))
def test_json_lines_keep_any_name(
    tmp_path_factory: pytest.TempPathFactory, subject: str, obj: str, start: int, length: int
) -> None:
    """Quotes, control characters and rare characters in names come back as they were."""
    said = claim("Port:" + subject, "alias", obj, (start, start + length))
    assert round_trip(tmp_path_factory.getbasetemp() / "any.jsonl", said) == [said]


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85", "\r", "\x0b", "\x0c"])
def test_json_lines_keep_line_separators(tmp_path: Path, separator: str) -> None:
    """A line of JSON Lines ends at a line feed and nowhere else."""
    said = claim(f"Port:甲{separator}乙", "alias", "丙")
    assert round_trip(tmp_path / "c.jsonl", said) == [said]


@pytest.mark.parametrize(
    "known",
    [
        Entity(ID + "organization/state-council", "Organization", "国务院", True),
        Entity(BKC + "port-mode-rail", "Concept", "铁路", True),
        Entity(ID + "document/" + "ab" * 8, "Document", "a.txt", True),
    ],
)
def test_json_lines_keep_what_is_known(tmp_path: Path, known: Entity) -> None:
    """An individual of the reference data, a concept and a text are still known after a claim was written and read again."""
    said = replace(PLAIN, object=known.name, object_type=known.type, object_entity=known)
    assert round_trip(tmp_path / "c.jsonl", said) == [said]


def test_what_is_empty_is_left_out() -> None:
    """A record holds the required keys, the rule and the IRIs; no optional key is written empty."""
    assert set(exchange.record(PLAIN)) == {*GOOD, "rule", "subjectIRI", "objectIRI"}
    assert all(value not in ("", [], {}, None) for value in exchange.record(FULL).values())


def test_one_claim_a_line_and_chinese_as_it_is() -> None:
    """JSON Lines hold one claim a line, and Chinese is readable in them."""
    lines = exchange.json_lines([FULL, PLAIN]).splitlines()
    assert len(lines) == 2
    assert "云南省" in lines[0] and json.loads(lines[0])["subject"] == "云南省"


def test_blank_lines_are_passed_over(tmp_path: Path) -> None:
    """Blank lines between records say nothing."""
    assert read(tmp_path / "c.jsonl", "", json.dumps(GOOD), "  ", json.dumps(GOOD)) == [GOOD, GOOD]


def broken(**changes: Any) -> str:
    return json.dumps({key: value for key, value in {**GOOD, **changes}.items() if value is not None})


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "not JSON"),
        ("[1]", "expected a JSON object"),
        ('"text"', "expected a JSON object"),
        (broken(subject=None), "no subject"),
        (broken(source=None, end=None), "no source, end"),
        (broken(start=-1), "start must be an offset, not -1"),
        (broken(start=5), "start must lie before end"),
        (broken(start="0"), 'start must be an offset, not "0"'),
        (broken(end=1.5), "end must be an offset, not 1.5"),
        (broken(start=False), "start must be an offset, not false"),
        (broken(subjectType="Harbour"), "unknown subjectType 'Harbour'"),
        (broken(objectType=["Text"]), "unknown objectType"),
    ],
)
def test_a_malformed_line_is_named(tmp_path: Path, line: str, message: str) -> None:
    """A line that departs from the format is named with its file, its number and the fault."""
    path = tmp_path / "c.jsonl"
    with pytest.raises(ClaimFormatError, match=message) as raised:
        read(path, json.dumps(GOOD), "", line)
    assert f"{path}:3:" in str(raised.value)


@pytest.mark.parametrize(
    "field",
    [
        {"source": ["a.txt"]},
        {"subject": 5},
        {"predicate": "no such predicate"},
        {"object": ["乙"]},
        {"object": True},
        {"time": 2020},
        {"unit": ["个"]},
        {"rule": 1},
        {"objectIRI": {}},
        {"qualifiers": "text"},
        {"alt": ["乙"]},
        {"alt": {"object": "乙"}},
        {"alsoAt": [3]},
        {"context": [[1, 2, 3]]},
        {"context": [[1, "2"]]},
    ],
    ids=str,
)
def test_an_ill_typed_field_is_named(tmp_path: Path, field: dict[str, Any]) -> None:
    """A field of another type than the format's, or an unknown predicate, is named with its line."""
    with pytest.raises(ClaimFormatError, match=rf"c\.jsonl:1: .*{next(iter(field))}"):
        read(tmp_path / "c.jsonl", broken(**field))


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """A missing file, a folder and a file in another encoding are named."""
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
    for name, message in (("missing", "no such file"), ("binary", "not readable as UTF-8"), (".", "not readable")):
        with pytest.raises(ClaimFormatError, match=message):
            list(exchange.read_records(tmp_path / name))


def test_csv_holds_what_json_lines_hold() -> None:
    """Each cell of the CSV is the record's field, lists and objects in it as JSON, what is empty left empty."""
    rows = list(csv.DictReader(io.StringIO(exchange.table([FULL, PLAIN]))))
    assert tuple(rows[0]) == exchange.CSV_COLUMNS
    for row, said in zip(rows, (FULL, PLAIN), strict=True):
        record = exchange.record(said)
        for name, cell in row.items():
            value = record.get(name, "")
            assert cell == (json.dumps(value, ensure_ascii=False) if isinstance(value, (list, dict)) else str(value))


def test_what_is_inferred_says_so_and_is_scored() -> None:
    """The format's modalities are those that a text gives; that no words say it stands beside them."""
    record = exchange.record(NAMED)
    assert record["inferred"] is True and "modality" not in record
    assert "inferred" not in exchange.record(PLAIN)


@given(names.filter(lambda text: text[0] not in "=+-@\t" and "\r" not in text))
def test_csv_keeps_any_name(name: str) -> None:
    """Commas, quotes and line breaks in a name come back from the CSV as they were."""
    (row,) = csv.DictReader(io.StringIO(exchange.table([claim("Port:" + name, "alias", "乙")]), newline=""))
    assert row["subject"] == name


@pytest.mark.parametrize("formula", ["=1+1", "+1", "@SUM(A1)", "-1+cmd|' /C calc'!A0", "\t=1+1"])
def test_no_cell_is_a_formula(formula: str) -> None:
    """A name that a spreadsheet would run is written as text."""
    (row,) = csv.DictReader(io.StringIO(exchange.table([claim("Port:甲", "alias", formula)]), newline=""))
    assert row["object"] == "'" + formula


def test_a_negative_number_is_a_number() -> None:
    """A number is no formula, whatever its sign."""
    (row,) = csv.DictReader(io.StringIO(exchange.table([FULL])))
    assert row["object"] == "-5.6"
