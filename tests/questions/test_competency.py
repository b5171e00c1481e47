"""The competency questions: each is valid, runs, and answers rightly over the texts its answer was written for."""

import csv
import hashlib
import re
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib.plugins.sparql

from borderkg import resources
from borderkg.graph.store import GraphStore, ask
from borderkg.questions import catalogue, competency
from borderkg.questions.catalogue import Question
from borderkg.questions.competency import difference
from borderkg.questions.results import Result, read
from tests.facts import opened, quads

QUESTIONS = catalogue.load()
ALL = pytest.mark.parametrize("question", QUESTIONS.values(), ids=list(QUESTIONS))


def expected(question: Question) -> list[list[str]]:
    assert question.expected is not None, f"{question.name} has no expected answer"
    return list(csv.reader(question.expected.read_text("utf-8").splitlines()))


def test_every_expected_answer_has_its_question() -> None:
    """No CSV lies beside the questions without one; there are at least fifty, each of a number of its own."""
    folder = resources.queries() / "competency"
    assert {path.stem for path in folder.glob("*.csv")} == set(QUESTIONS)
    numbers = [name.split("-")[0] for name in QUESTIONS]
    assert len(set(numbers)) == len(numbers) and all(re.fullmatch(r"cq\d\d", number) for number in numbers)
    assert len(QUESTIONS) >= 50


@ALL
def test_a_question_is_valid_sparql_as_it_stands(question: Question) -> None:
    """Two parsers read it without help: it declares its prefixes, and its parameters are variables."""
    ox.Store().query(question.query)
    rdflib.plugins.sparql.prepareQuery(question.query)


@ALL
def test_a_question_runs_on_the_demonstration_store(question: Question, demo_store: Path) -> None:
    """It answers with the columns that are expected, each row once, and twice in the same order."""
    graph = GraphStore.open(demo_store)
    first, second = (read(graph.query(question.query, bindings=question.bindings({}))) for _ in range(2))
    assert list(first.variables) == expected(question)[0]
    assert first.rows == second.rows
    assert len(set(first.rows)) == len(first.rows)


def test_a_link_to_an_outside_record_is_one_row(demo_store: Path) -> None:
    """However many ways it was checked in, and however many texts speak of the port."""
    question = catalogue.find("cq60")
    answer = read(GraphStore.open(demo_store).query(question.query, bindings=question.bindings({"port": "满洲里口岸"})))
    links = [(row["thing"], row["record"], row["match"]) for row in answer]
    assert links and len(links) == len(set(links))
    assert any("、" in str(row["check"]) for row in answer)


@pytest.mark.parametrize(
    ("number", "column", "thing", "known"),
    [
        ("cq17", "placed", "东兴沿边开放城市", "参考数据"),
        ("cq17", "placed", "广西东兴重点开发开放试验区", "文献"),
        ("cq19", "reached", "国务院关于进一步对外开放黑河等四个边境城市的通知", "平台，所在地据参考数据"),
        ("cq19", "reached", "黑龙江和内蒙古东北部地区沿边开发开放规划", "该地"),
    ],
)
def test_what_only_the_reference_data_place_is_answered_and_told_apart(
    number: str, column: str, thing: str, known: str, demo_store: Path
) -> None:
    """A zone of which no text says where it lies is in its province all the same, and the row says who puts it there."""
    question = catalogue.find(number)
    answer = read(GraphStore.open(demo_store).query(question.query, bindings=question.bindings({})))
    told = {row[column] for row in answer if thing in (row.get("platform"), row.get("policy"))}
    assert told == {known}


@ALL
def test_an_answer_can_be_cited(question: Question) -> None:
    """Every row that is expected names its source; there are two rows or more; no cell is a sentence."""
    header, *rows = expected(question)
    assert len(rows) >= 2
    assert all(row[header.index("source")] for row in rows)
    assert not any("。" in cell for row in rows for cell in row)


@pytest.mark.shared
@ALL
def test_a_question_gives_its_expected_answer(question: Question, papers_store: Path) -> None:
    """Over the five papers every question answers as the papers say."""
    assert question.expected is not None
    result = read(GraphStore.open(papers_store).query(question.query, bindings=question.bindings({})))
    assert difference(result, question.expected.read_text("utf-8")) == ""


@pytest.mark.shared
def test_the_texts_answered_are_the_five_papers(papers: Path) -> None:
    """The hashes in texts.yaml are those of the papers, all of them and no others."""
    hashes = {hashlib.sha256(path.read_bytes()).hexdigest() for path in papers.glob("*.txt")}
    assert competency.texts_answered() == hashes
    assert len(hashes) == 5


@pytest.mark.shared
@ALL
def test_offsets_of_an_expected_answer_lie_in_its_source(question: Question, papers_store: Path, papers: Path) -> None:
    """The offsets of a row lie within the text that it names."""
    header, *rows = expected(question)
    titles = read(
        GraphStore.open(papers_store).query("SELECT ?title ?name { ?x bkg:fileName ?name ; dcterms:title ?title }")
    )
    lengths = {row["title"]: len((papers / str(row["name"])).read_bytes().decode()) for row in titles}
    for row in (dict(zip(header, row, strict=True)) for row in rows):
        assert row["source"] in lengths
        if "start" in row:
            assert 0 <= int(row["start"]) < int(row["end"]) <= lengths[row["source"]]


def answer(text: str) -> Result:
    return read(ask(ox.Store(), text))


TWO = answer("SELECT ?a ?b WHERE { VALUES (?a ?b) { ('x' 1) ('y' UNDEF) } }")


@pytest.mark.parametrize("right", ["a,b\nx,1\ny,\n", "a,b\r\ny,\r\nx,1\r\n"])
def test_the_same_rows_in_any_order_are_no_difference(right: str) -> None:
    """Order and line ends do not matter; an unbound variable is an empty cell."""
    assert difference(TWO, right) == ""


@pytest.mark.parametrize(
    ("right", "says"),
    [
        ("a,b\nx,1\ny,\nz,2\n", ["1 rows missing, such as z | 2"]),
        ("a,b\nx,1\n", ["1 rows too many, such as y | "]),
        ("a,b\nx,1\nx,1\ny,\n", ["1 rows missing, such as x | 1"]),
        ("a,b\nx,1.0\ny,\n", ["1 rows missing, such as x | 1.0", "1 rows too many, such as x | 1"]),
        ("a,c\nx,1\ny,\n", ["its columns are a, b, expected a, c"]),
        ("", ["its columns are a, b, expected "]),
    ],
)
def test_a_difference_is_told(right: str, says: list[str]) -> None:
    """Rows missing, rows too many, rows too seldom, other columns: each is told, with an example."""
    assert difference(TWO, right).split("; ") == says


def made(name: str, query: str, folder: Path, right: str | None) -> Question:
    path = folder / f"{name}.csv"
    if right is not None:
        path.write_text(right, "utf-8")
    return Question(name, name, name, "", (), query, path if right is not None else None)


def test_a_suite_tells_each_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A right answer has no fault; a wrong one, a missing one and a query that fails each have theirs."""
    named = "SELECT ?n WHERE { ?x skos:prefLabel ?n }"
    suite = [
        made("right", named, tmp_path, "n\n甲\n"),
        made("wrong", named, tmp_path, "n\n乙\n"),
        made("unwritten", named, tmp_path, None),
        made("malformed", "SELECT ?n WHERE {", tmp_path, "n\n"),
    ]
    monkeypatch.setattr(catalogue, "load", lambda: {q.name: q for q in suite})
    graph = opened(tmp_path / "store", quads(':a skos:prefLabel "甲"@zh .'))
    faults = {o.question: (o.rows, o.fault) for o in competency.run(graph, compare=True)}
    assert faults["right"] == (1, "")
    assert "1 rows missing, such as 乙" in faults["wrong"][1]
    assert faults["unwritten"] == (1, "has no expected answer")
    assert faults["malformed"][0] == 0
    assert "cannot be read" in faults["malformed"][1]
    assert [o.fault == "" for o in competency.run(graph, compare=False)] == [True, True, True, False]


def test_answers_are_compared_over_no_texts_where_none_are_named(tmp_path: Path) -> None:
    """Without a texts.yaml the expected answers hold over nothing."""
    assert competency.texts_answered(tmp_path) == frozenset()
    (tmp_path / "texts.yaml").write_text("sha256:\n  - aa\n  - bb\n", "utf-8")
    assert competency.texts_answered(tmp_path) == {"aa", "bb"}
