"""A folder with a file of every kind: claims, graph, passages and pages, from the command line."""

import json
import shutil
from pathlib import Path

import pytest

from borderkg.corpus.formats.loader import load
from tests.corpus.formats import article
from tests.corpus.formats.sheets import lines, pdf
from tests.running import borderkg, done

TITLES = ("page.html", "paper.docx", "scan.pdf")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Texts in every format. Do not write to it."""
    folder = tmp_path_factory.mktemp("formats")
    (folder / "page.html").write_text(article.html().replace("瑞丽", "磨憨"), "utf-8")
    (folder / "paper.docx").write_bytes(article.word())
    sheets = ["本页只有一段话，没有别的内容。"], ["满洲里口岸位于内蒙古自治区满洲里市。"]
    (folder / "scan.pdf").write_bytes(pdf(*map(lines, sheets)))
    (folder / "table.csv").write_text(
        "表1 2019年沿边省区进出口额（亿美元）,\n省区,2019年\n吉林省,1.5\n云南省,2.5\n", "gb18030"
    )
    (folder / "note.txt").write_text("友谊关口岸位于广西壮族自治区凭祥市。\n", "utf-8")
    (folder / "sources.yaml").write_text("".join(f"{name}: {{title: {name}}}\n" for name in TITLES), "utf-8")
    return folder


@pytest.fixture(scope="module")
def store(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("store") / "graph"
    done("build", folder, "--store", store)
    return store


def test_claims_of_every_kind_point_into_their_text(folder: Path) -> None:
    """What a claim's offsets hold is what its loader makes of the file."""
    records = [json.loads(line) for line in done("claims", folder).splitlines()]
    words = {
        name: {load(path.read_bytes(), path).text[r["start"] : r["end"]] for r in records if r["source"] == name}
        for name, path in ((path.name, path) for path in folder.iterdir() if path.suffix != ".yaml")
    }
    assert "300.5" in words["page.html"]
    assert "300.5" in words["paper.docx"]
    assert "满洲里口岸位于内蒙古自治区满洲里市" in words["scan.pdf"]
    assert words["table.csv"] == {"1.5", "2.5"}
    assert words["note.txt"] >= {"友谊关口岸位于广西壮族自治区凭祥市"}


def test_passages_open_and_name_their_page(store: Path) -> None:
    """Of a PDF with several pages; other texts have none."""
    assert "scan.pdf》 [17–34], p. 2\n" in done("show", "满洲里口岸", "--store", store)
    shown = done("show", "友谊关口岸", "--store", store)
    assert "【友谊关口岸位于广西壮族自治区凭祥市】" in shown
    assert ", p. " not in shown


def test_a_released_graph_finds_its_files_again(folder: Path, store: Path, tmp_path: Path) -> None:
    """Under any name of the same kind; one that says something else now is not at hand."""
    release, own = tmp_path / "release", tmp_path / "own"
    done("release", release, "--store", store, "--sources", folder / "sources.yaml")
    own.mkdir()
    (own / "own.txt").write_text("丹东口岸位于辽宁省丹东市。\n", "utf-8")
    done("build", own, "--release", release, "--store", tmp_path / "graph")
    mine = tmp_path / "mine"
    mine.mkdir()
    for path in folder.iterdir():
        shutil.copy(path, mine / f"my-{path.name}")
    page = mine / "my-page.html"
    page.write_text(page.read_text("utf-8").replace("货运量", "客运量"), "utf-8")
    said = borderkg("attach", mine, "--store", tmp_path / "graph")
    assert (said.returncode, said.stdout, said.stderr) == (0, "4 of 6 texts found.\n", "Not at hand: page.html\n")
    assert "【满洲里口岸位于内蒙古自治区满洲里市】" in done("show", "满洲里口岸", "--store", tmp_path / "graph")


def test_every_file_that_cannot_be_read_is_named(folder: Path, tmp_path: Path) -> None:
    """One line for each, at once; no store is begun."""
    bad = tmp_path / "bad"
    shutil.copytree(folder, bad)
    (bad / "paper.docx").write_bytes(b"PK\x03\x04")
    (bad / "scan.pdf").write_bytes((folder / "scan.pdf").read_bytes()[:400])
    result = borderkg("build", bad, "--store", tmp_path / "graph")
    assert result.returncode == 1
    lines = result.stderr.strip().split("\n")
    assert [Path(line.removeprefix("borderkg: ").split(": ")[0]).name for line in lines] == ["paper.docx", "scan.pdf"]
    assert not (tmp_path / "graph").exists()
