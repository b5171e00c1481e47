"""What is wrong in a table of one's own is told by file, row, column and head, wherever a person meets it."""

import csv
import html
import json
from pathlib import Path

import pytest

from borderkg.api import KnowledgeGraph
from borderkg.findings import page, writing
from borderkg.findings.reading import Disagreement
from borderkg.graph.locator import Locator
from tests.running import borderkg, done
from tests.tabular.tables import disputing

HELD = "periods.csv, row 2, column 3 “止” (periods.csv第2行第3列“止”)"
CELL = Locator("trade.csv, row 3, column 3 “产值”", "trade.csv第3行第3列“产值”", 3, 3, "产值")


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("told")


@pytest.fixture(scope="module")
def said(texts: Path) -> str:
    """What a build of it prints."""
    folder, data = disputing(texts)
    result = borderkg("build", folder, "--store", texts / "graph", *(f"--data={path}" for path in data))
    assert result.returncode == 3, result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def store(texts: Path, said: str) -> Path:
    assert said
    return texts / "graph"


@pytest.fixture(scope="module")
def found(store: Path) -> Disagreement:
    """The conflict between the table and the text."""
    (found,) = KnowledgeGraph(store).conflicts()
    return found


def test_what_a_build_held_back(said: str, store: Path) -> None:
    """In its own words and by `borderkg quarantine`, with the row that it stands in and no other."""
    for told in (said, done("quarantine", "--store", store)):
        lines = [line.strip() for line in told.splitlines()]
        at = next(number for number, line in enumerate(lines) if HELD in line)
        assert lines[at + 1] == "|甲时期|2020年|【1992年】|"
        why = "a period ends no earlier than it begins (SPARQLConstraintComponent) (时期的结束不早于起始)"
        assert f"Held back: 甲时期 — endYear — 1992: {why}" in lines


def test_what_a_build_held_back_as_data(store: Path) -> None:
    """In the file that it names, and as JSON: with numbers that a program can use."""
    (file,) = (store / "versions").glob("*/quarantine.jsonl")
    kept = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    told = json.loads(done("quarantine", "--store", store, "--json"))["quarantined"]
    assert [2, 3] in [entry["cell"] for entry in kept]
    assert {(e["passage"]["where"]["row"], e["passage"]["where"]["column"]) for e in told} == {
        tuple(entry["cell"]) for entry in kept
    }


def test_what_a_build_held_back_in_the_graph(store: Path) -> None:
    """As evidence has it: a text position, and a fragment of row and column."""
    query = """
    SELECT ?cell ?start { GRAPH graph:quarantine {
      ?held a bkg:Quarantined ; bkg:claimPredicate bkg:endYear ; oa:hasSelector ?range , ?fragment .
      ?range a oa:TextPositionSelector ; oa:start ?start .
      ?fragment a oa:FragmentSelector ; dcterms:conformsTo <http://tools.ietf.org/rfc/rfc7111> ; rdf:value ?cell
    } }"""
    assert [row["cell"] for row in KnowledgeGraph(store).query(query)] == ["cell=2,3"]


def test_a_finding(found: Disagreement) -> None:
    """Of the table row and column, of the text the characters."""
    text, table = found.sides
    assert (text.source, table.source) == ("a.txt", "trade.csv")
    assert str(text.where) == f"[{text.start}–{text.end}]"
    assert table.where == CELL


def test_a_finding_written_out(found: Disagreement) -> None:
    """As CSV, JSON and on a page of its own."""
    rows = list(csv.DictReader(writing.to_csv([found]).splitlines()))
    assert [row["where"] for row in rows] == [str(side.where) for side in found.sides]
    (data,) = json.loads(writing.to_json([found]))
    assert data["sides"][1]["where"] == {"en": CELL.en, "zh": CELL.zh, "row": 3, "column": 3, "head": "产值"}
    shown = html.unescape(page.page([found], "Conflicts", "冲突"))
    assert f"{CELL.zh} · <span lang='en'>{CELL.en}</span>" in shown


def test_what_supports_a_claim(store: Path) -> None:
    """`show` names the cell, and the cells that its reading needed."""
    told = done("show", "云南省", "--store", store)
    assert str(CELL) in told
    assert "trade.csv, row 3, column 1 “省份”" in told and "trade.csv, row 1, column 3 (" in told
