"""lineage, diffusion."""

import csv
import io
import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

from borderkg.api import open_graph
from borderkg.cli.lineage import _FORMATS
from borderkg.figures import drawn
from borderkg.lineage import exports
from borderkg.questions.lineages import Question
from tests.running import COMMAND, borderkg, done, one_line_error


def test_a_table_marks_what_is_inferred(demo_store: Path) -> None:
    """A stated hop has the number of its claims, an inferred one its rule and confidence."""
    lines = done("lineage", "兴边富民行动", "--store", demo_store).splitlines()
    assert "兴边富民行动 comes from:" in lines and "兴边富民行动 leads to:" in lines
    stated = next(line for line in lines if "← issuedBy ←" in line)
    inferred = next(line for line in lines if "⇢ implements ⇢" in line)
    assert stated.endswith("[2]") and "┄ title::a document names an earlier policy (0.88)" in inferred
    assert not any(
        "┄" in line for line in done("lineage", "兴边富民行动", "--stated-only", "--store", demo_store).splitlines()
    )


def test_lineage_runs_both_ways(built: Path) -> None:
    """What came of a body is what a zone came from; each hop says how many claims state it. The year in which the body was
    founded is no date of a hop."""
    assert "国务院 → establishes → 云南瑞丽重点开发开放试验区 (2010)  [1]" in done(
        "lineage", "国务院", "--store", built
    )
    assert "← establishes ← 国务院  [1]" in done("lineage", "瑞丽重点开发开放试验区", "--store", built)


def test_an_entity_without_lineage(built: Path) -> None:
    """Said in words, or as empty lists."""
    assert "no text states" in done("lineage", "瑞丽口岸", "--store", built)
    empty = json.loads(done("lineage", "瑞丽口岸", "--store", built, "--json"))
    assert (empty["nodes"], empty["edges"], empty["paths"]) == ([], [], [])


@pytest.mark.parametrize("command", ["lineage", "diffusion"])
def test_a_pdf_is_not_written_to_a_terminal(command: str, tmp_path: Path) -> None:
    """One line says what to do, before the store is looked for; to a pipe or a file it is written."""
    ours, terminal = pty.openpty()
    arguments = [*COMMAND, command, "国务院", "--format", "pdf", "--store", str(tmp_path / "none")]
    refused = subprocess.run(arguments, stdout=terminal, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    os.close(terminal)
    os.close(ours)
    assert refused.returncode == 2
    assert "A PDF is not for a terminal. Give a file: --output FILE." in refused.stderr
    assert len(refused.stderr.splitlines()) == 1
    assert "not for a terminal" not in borderkg(*arguments[len(COMMAND) :]).stderr


def test_paths_and_the_standing_of_a_day(demo_store: Path) -> None:
    """Each path is a line; what may have begun on the day bears a question mark."""
    paths = done("lineage", "西部大开发战略", "--to", "内蒙古自治区", "--store", demo_store).splitlines()
    assert paths[0].startswith("西部大开发战略") and paths[0].endswith("内蒙古自治区")
    then = done("lineage", "西部大开发战略", "--as-of", "1999-06", "--store", demo_store)
    assert "西部大开发战略?" in then and "西部地区" in then


def test_the_doors_give_one_answer(demo_store: Path) -> None:
    """The command line's JSON is what Python answers, and each file format what the exports write."""
    name = "兴边富民行动"
    answer = open_graph(demo_store).lineages.ask(Question(name, stated_only=True, depth=3))
    options = (name, "--stated-only", "--depth", "3", "--store", demo_store)
    assert json.loads(done("lineage", *options, "--json")) == json.loads(json.dumps(answer.as_dict()))
    assert done("lineage", *options, "--format", "gexf") == exports.written(answer.graph, "gexf").decode()


def test_every_format_is_offered() -> None:
    """The table, whatever the exports write, and the figures."""
    assert set(_FORMATS) == {"table", *exports.FORMATS, *drawn.FORMATS}


def test_a_file_is_written(demo_store: Path, tmp_path: Path) -> None:
    """`-o` takes any format."""
    for form in ("table", "json", "dot"):
        assert not done("lineage", "国务院", "--format", form, "-o", tmp_path / form, "--store", demo_store)
        assert (tmp_path / form).stat().st_size > 100


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("兴边富民计划",), "no such name in the graph. Nearest: "),
        (("国务院", "--to", "满洲"), "满洲: no such name"),
        (("国务院", "--relations", "leads,implements"), "'leads' is no relation of lineage; known are "),
        (("国务院", "--as-of", "x"), "'x' is no date; give 2016"),
    ],
)
def test_what_cannot_be_asked(demo_store: Path, options: tuple[str, ...], said: str) -> None:
    """One line, with the way out."""
    assert said in one_line_error("lineage", *options, "--store", demo_store)


def test_diffusion(demo_store: Path) -> None:
    """A table of the adopters and one of the provinces; CSV has the adopters alone, JSON all."""
    table = done("diffusion", "重点开发开放试验区", "--store", demo_store)
    assert table.startswith("重点开发开放试验区 (key pilot zone") and "province" in table
    rows = list(
        csv.reader(io.StringIO(done("diffusion", "重点开发开放试验区", "--format", "csv", "--store", demo_store)))
    )
    data = json.loads(done("diffusion", "重点开发开放试验区", "--json", "--store", demo_store))
    assert len(rows) - 1 == len(data["adopters"])
    assert "Known: " in one_line_error("diffusion", "高铁", "--store", demo_store)
