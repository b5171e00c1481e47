"""What a user can mend is one line that names the file or the word, says what is wrong and the way out; no traceback."""

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.running import borderkg, done, one_line_error


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """An empty folder for texts."""
    folder = tmp_path / "texts"
    folder.mkdir()
    return folder


BROKEN = {
    "binary": ("a.txt", b"\x7fELF\x00\x01\x02\x00", ("a.txt", "binary", "Save what it says as text")),
    "a PDF by another name": ("a.txt", b"%PDF-1.7\n", ("a.txt", "binary", "give it the extension .pdf")),
    "a damaged PDF": ("a.pdf", b"%PDF-1.7\n", ("a.pdf", "damaged", "Make it anew")),
    "a Word document that is none": ("a.docx", b"<html>", ("a.docx", "not a Word document", "Save it as .docx anew")),
    "a page with no end": ("a.html", b"<div>" * 9999, ("a.html", "nested too deep", "Save its text as .txt")),
    "an open quotation mark": ("a.csv", b'a,"b\n1,2\n', ("a.csv", "line 2", "quotation mark")),
    "broken UTF-8": ("a.txt", "瑞丽口岸。\n瑞丽".encode()[:-1] + b"\n", ("a.txt", "line 2", "UTF-8")),
    "no encoding at all": ("a.txt", b"\xe4\xb8\xad\xff\xfe\x80\x81\xff\xff", ("a.txt", "GB18030", "Save it as UTF-8")),
}


@pytest.mark.parametrize(("name", "data", "words"), BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("command", ["build", "claims"])
def test_a_text_that_is_none(
    command: str, name: str, data: bytes, words: tuple[str, ...], texts: Path, tmp_path: Path
) -> None:
    """A binary file and a broken encoding are refused, with the place, and no store is begun."""
    (texts / name).write_bytes(data)
    store = ["--store", str(tmp_path / "graph")] if command == "build" else []
    line = one_line_error(command, texts, *store)
    assert all(word in line for word in words), line
    assert not (tmp_path / "graph").exists()


@pytest.mark.parametrize("command", ["build", "claims"])
def test_no_texts(command: str, texts: Path) -> None:
    """A missing folder, an empty one, one of other files, and a file in place of a folder."""
    assert "no such folder" in one_line_error(command, texts / "nowhere")
    assert f"{texts}: no texts in it" in one_line_error(command, texts)
    (texts / "picture.png").write_bytes(b"")
    assert "1 files of other kinds" in one_line_error(command, texts)
    assert "give the folder that holds it" in one_line_error(command, texts / "picture.png")


BIBLIOGRAPHIES = {
    "no YAML": (b"a.txt: [open\n x: {", "line 2"),
    "no text": (b"\xff\xfe\x00", "UTF-8"),
    "a list": (b"- a.txt\n", "expected a mapping"),
    "an unknown field": (b"a.txt: {autor: X}\n", "unknown field autor"),
    "an ill-typed year": (b"a.txt: {year: soon}\n", "year must be a number"),
}


@pytest.mark.parametrize(("data", "words"), BIBLIOGRAPHIES.values(), ids=BIBLIOGRAPHIES)
def test_an_unreadable_bibliography(data: bytes, words: str, texts: Path, tmp_path: Path) -> None:
    """`sources.yaml` is named, and what is wrong in it."""
    (texts / "a.txt").write_text("瑞丽口岸位于云南省。", "utf-8")
    (texts / "sources.yaml").write_bytes(data)
    line = one_line_error("build", texts, "--store", tmp_path / "graph")
    assert f"{texts / 'sources.yaml'}: " in line
    assert words in line


def test_files_that_are_missing(corpus: Path, built: Path, tmp_path: Path) -> None:
    """Every option that takes a file names the one that is not there."""
    none = tmp_path / "none"
    for arguments in (
        ("build", corpus, "--store", tmp_path / "graph", "--sources", none),
        ("build", corpus, "--store", tmp_path / "graph", "--release", none),
        ("query", "--file", none, "--store", built),
        ("score", none, "--claims", none),
        ("release", tmp_path / "release", "--store", built, "--sources", none),
        ("attach", none, "--store", built),
    ):
        assert f"{none}: no" in one_line_error(*arguments)


def test_a_file_for_a_folder_and_a_folder_for_a_file(corpus: Path, built: Path, tmp_path: Path) -> None:
    """What is there, and is of the other kind, is not said to be missing."""
    text = next(corpus.glob("*.txt"))
    assert f"{text}: is a file" in one_line_error("attach", text, "--store", built)
    line = one_line_error("build", corpus, "--store", tmp_path / "graph", "--sources", corpus)
    assert f"{corpus}: is a folder" in line


def test_files_that_are_no_text(built: Path, tmp_path: Path) -> None:
    """A query file, a gold file and a bibliography in a broken encoding."""
    (tmp_path / "file").write_bytes(b"SELECT \xff\xfe")
    for arguments in (
        ("query", "--file", tmp_path / "file", "--store", built),
        ("score", tmp_path / "file", "--claims", tmp_path / "file"),
        ("release", tmp_path / "release", "--store", built, "--sources", tmp_path / "file"),
    ):
        line = one_line_error(*arguments)
        assert str(tmp_path / "file") in line
        assert "UTF-8" in line
    assert not (tmp_path / "release").exists()


STORE_COMMANDS = [
    ("query", "ASK {}"),
    ("ask", "cq01"),
    ("show", "瑞丽口岸"),
    ("lineage", "瑞丽口岸"),
    ("check",),
    ("export",),
    ("attach", "."),
    ("serve", "--port", "0"),
    ("release", "out", "--sources", "sources.yaml"),
]


@pytest.mark.parametrize("command", STORE_COMMANDS, ids=[command[0] for command in STORE_COMMANDS])
def test_no_store_and_a_store_of_another_version(command: tuple[str, ...], tmp_path: Path) -> None:
    """Every command that reads a store says that there is none, or of which format it is, and to build it."""
    line = one_line_error(*command, "--store", tmp_path / "none", cwd=tmp_path)
    assert f"{tmp_path / 'none'}: no store there" in line
    assert "borderkg build" in line
    version = tmp_path / "old" / "versions" / "x"
    version.mkdir(parents=True)
    (tmp_path / "old" / "CURRENT").write_text("x\n", "utf-8")
    (version / "manifest.json").write_text(json.dumps({"format": 99}), "utf-8")
    line = one_line_error(*command, "--store", tmp_path / "old", cwd=tmp_path)
    assert f"{tmp_path / 'old'}: a store of format 99" in line
    assert "Build it anew" in line


QUERIES = {
    "SELECT ?p WHERE {\n  ?p a bkg:Port ?q }": "line 2, column 21",
    "SELECT ?p WHERE { ?p foo:bar ?o }": "a prefix that is not declared; known without declaration are bkg",
    "INSERT DATA { <a:b> <a:c> <a:d> }": "line 1",
    "": "line 1, column 1",
}


@pytest.mark.parametrize(("query", "words"), QUERIES.items())
def test_a_malformed_query(query: str, words: str, built: Path) -> None:
    """The place is named, and the words there."""
    line = one_line_error("query", query, "--store", built)
    assert "The query cannot be read: " in line
    assert words in line


@pytest.mark.parametrize(
    ("query", "form", "words"),
    [
        ("SELECT ?p { ?p a bkg:Port }", "turtle", "table, csv, tsv or json"),
        ("CONSTRUCT { ?p a ?c } WHERE { ?p a ?c } LIMIT 1", "csv", "turtle or json"),
    ],
)
def test_a_format_that_the_answer_has_not(query: str, form: str, words: str, built: Path) -> None:
    """Rows are no graph and a graph has no rows; the formats that fit are named."""
    assert words in one_line_error("query", query, "--format", form, "--store", built)


def test_an_endpoint_that_is_none(tmp_path: Path) -> None:
    """No address, and an address where nobody answers."""
    assert "'sparql.example': not an http(s) address" in one_line_error(
        "query", "ASK {}", "--endpoint", "sparql.example"
    )
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{reserved.getsockname()[1]}/sparql"
        assert f"{address}: cannot be reached" in one_line_error("query", "ASK {}", "--endpoint", address)


@pytest.mark.parametrize("command", ["show", "lineage"])
def test_an_unknown_name(command: str, built: Path) -> None:
    """The nearest names are listed."""
    line = one_line_error(command, "瑞里口岸", "--store", built)
    assert "瑞里口岸: no such name in the graph. Nearest: " in line
    assert "瑞丽口岸" in line.partition("Nearest: ")[2].split(", ")[0]


def test_a_port_that_is_taken_and_ports_that_are_none(built: Path) -> None:
    """A port in use, beyond the range, or no number: named, with the way out."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        line = one_line_error("serve", "--store", built, "--port", port)
    assert f"port {port} cannot be had" in line
    assert "--port 8001" in line
    assert "0<=x<=65535" in one_line_error("serve", "--store", built, "--port", "65536")
    assert "'abc'" in one_line_error("serve", "--store", built, "--port", "abc")


def test_a_command_that_is_misused() -> None:
    """An unknown command, a missing argument and options that exclude each other: one line with the way to help."""
    assert one_line_error("biuld").endswith("Try: borderkg --help")
    assert one_line_error("score").endswith("Try: borderkg score --help")
    assert "--file" in one_line_error("query")


def test_outputs_that_cannot_be_written(corpus: Path, built: Path, tmp_path: Path) -> None:
    """A folder that is not there, and a file where a folder should be."""
    away = tmp_path / "away" / "graph.nq"
    assert f"{away}: cannot be written" in one_line_error("export", "--store", built, "-o", away)
    (tmp_path / "file").write_text("", "utf-8")
    assert str(tmp_path / "file") in one_line_error("build", corpus, "--store", tmp_path / "file")
    assert str(tmp_path / "file") in one_line_error("build", corpus, "--store", tmp_path / "file" / "graph")
    sources = corpus / "sources.yaml"
    assert str(tmp_path / "file") in one_line_error(
        "release", tmp_path / "file", "--store", built, "--sources", sources
    )


def test_what_violates_is_held_back_and_named(corpus: Path, built: Path, tmp_path: Path) -> None:
    """A claim whose evidence runs beyond its text makes `build` exit with 3 and name it; what is left passes `check`."""
    done("release", tmp_path / "release", "--store", built, "--sources", corpus / "sources.yaml")
    texts = json.loads((tmp_path / "release" / "texts.json").read_text("utf-8"))
    texts["zone.txt"]["length"] = 40
    (tmp_path / "release" / "texts.json").write_text(json.dumps(texts), "utf-8")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "other.txt").write_text("瑞丽口岸为公路口岸。\n", "utf-8")
    result = borderkg("build", tmp_path / "other", "--store", tmp_path / "graph", "--release", tmp_path / "release")
    assert result.returncode == 3
    assert "Held back: " in result.stdout and "evidence ends within the text" in result.stdout
    assert "Traceback" not in result.stderr
    as_data = borderkg("check", "--store", tmp_path / "graph", "--json")
    assert json.loads(as_data.stdout)["errors"] == 0


def test_a_reader_that_leaves_a_pipe_hears_nothing(built: Path) -> None:
    """`borderkg export | head -1` ends without a word on standard error."""
    command = f"'{sys.executable}' -m borderkg export --store '{built}'"
    piped = subprocess.run(["bash", "-c", f"{command} | head -c 10"], capture_output=True, check=True, timeout=60)
    assert (len(piped.stdout), piped.stderr) == (10, b"")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ({"LC_ALL": "zh_CN.UTF-8"}, ("第 1 行第 24 列", "是否想写 bkg:locatedIn？")),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "zh_TW.UTF-8"}, ("第 1 行第 24 列",)),
        ({"LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8"}, ("line 1, column 24", "Did you mean bkg:locatedIn?")),
    ],
)
def test_the_fault_of_a_query_in_the_language_of_the_user(
    language: dict[str, str], words: tuple[str, ...], demo_store: Path
) -> None:
    """Line, column and what was meant, in Chinese or in English, as the environment asks."""
    result = borderkg("query", "SELECT ?x { ?x locatdIn ?y }", "--store", demo_store, env=language)
    assert result.returncode == 1
    (line,) = result.stderr.splitlines()
    assert all(word in line for word in words), line
