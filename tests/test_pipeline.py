"""A build: the same bytes from the same input, nothing twice, nothing that does not stand in its text, all or nothing."""

import hashlib
import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from borderkg import pipeline
from borderkg.cli import main
from borderkg.corpus.document import Document
from borderkg.corpus.normaliser import fold
from borderkg.errors import CorpusError, StoreError
from borderkg.extraction import extractor
from borderkg.extraction.statement import Statement
from borderkg.extraction.values import Time
from borderkg.graph import iris, store, versions
from borderkg.graph.store import LocalStore
from tests.conftest import ROOT
from tests.facts import corpus, mention, statement
from tests.running import done

NEWS = (ROOT / "data" / "corpus" / "02-news.txt").read_text("utf-8")
REPLY = (ROOT / "data" / "corpus" / "04-reply.txt").read_text("utf-8")
SHORT = "满洲里口岸位于内蒙古自治区满洲里市。\n"
SOURCES = "news.txt: {title: 揭牌, author: [某人], year: 2023}\nreply.txt: {title: 批复, author: [某人], year: 2012}\n"


def texts(folder: Path, **others: str) -> Path:
    """A folder of two short texts of the demonstration corpus with their bibliography, and others."""
    corpus(folder, news=NEWS, reply=REPLY, **others)
    (folder / "sources.yaml").write_text(SOURCES, "utf-8")
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return texts(tmp_path_factory.mktemp("texts"))


@pytest.fixture(scope="module")
def built(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the two texts, read by one process. Do not write to it."""
    root = tmp_path_factory.mktemp("built")
    pipeline.build(folder, root, jobs=1)
    return root


def copy(root: Path, to: Path) -> Path:
    """A store that a test may write to."""
    return Path(shutil.copytree(root, to))


def content(root: Path) -> dict[str, bytes]:
    """All that the current version says: its graph as sorted N-Quads, and the files beside it."""
    version = versions.latest(root)
    files = {path.name: path.read_bytes() for path in version.folder.iterdir() if path.is_file()}
    return {"graph.nq": LocalStore(version).dump(), **files}


# The same bytes.


def test_any_number_of_processes_gives_the_same_bytes(folder: Path, built: Path, tmp_path: Path) -> None:
    """One process here, two of another process: graph, claims, manifest and reports are equal byte for byte."""
    done("build", folder, "--store", tmp_path / "store", "--jobs", "2")
    assert content(tmp_path / "store") == content(built)


def test_another_place_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """Where the texts lie, and in which order they were written, is not in the graph."""
    elsewhere = tmp_path / "elsewhere"
    (corpus(elsewhere, reply=REPLY) / "sources.yaml").write_text(SOURCES, "utf-8")
    corpus(elsewhere, news=NEWS)
    pipeline.build(elsewhere, tmp_path / "store", jobs=1)
    assert content(tmp_path / "store") == content(built)
    assert str(tmp_path) not in content(tmp_path / "store")["graph.nq"].decode()


def test_the_hash_in_the_manifest_is_that_of_the_graph(built: Path) -> None:
    """The manifest's hash, the summary's and that of `export --format nq` are one."""
    exported = done("export", "--store", built, "--format", "nq").encode()
    manifest = store.current(built).manifest
    assert manifest["graph"] == manifest["summary"]["graph_hash"] == hashlib.sha256(exported).hexdigest()


def test_the_manifest_names_the_inputs(folder: Path, built: Path) -> None:
    """The manifest holds the hash of each text as it lies on disk, its bibliography, and hashes of all data read."""
    inputs = store.current(built).manifest["inputs"]
    for name in ("news.txt", "reply.txt"):
        assert inputs["texts"][name]["sha256"] == hashlib.sha256((folder / name).read_bytes()).hexdigest()
    assert inputs["texts"]["reply.txt"]["bibliography"]["year"] == 2012
    assert set(inputs["texts"]) == {"news.txt", "reply.txt"}
    for part in ("rules", "lookups", "ontology", "reference"):
        assert len(bytes.fromhex(inputs[part])) == 32


# Nothing twice.


def test_unchanged_input_is_not_built_again(folder: Path, built: Path, tmp_path: Path) -> None:
    """A second build says that there is nothing to do, and leaves the versions as they were."""
    root = copy(built, tmp_path / "store")
    version = store.current(root)
    before = {path: path.stat().st_mtime_ns for path in [root / "CURRENT", *(root / "versions").rglob("*")]}
    again = done("build", folder, "--store", root)
    after = {path: path.stat().st_mtime_ns for path in [root / "CURRENT", *(root / "versions").rglob("*")]}
    assert after == before
    assert f"nothing to do; the texts, rules and ontology are those of version {version.name}" in again
    assert pipeline.build(folder, root).as_dict() == {**version.manifest["summary"], "unchanged": True}


def test_changed_input_is_built_again(built: Path, tmp_path: Path) -> None:
    """Another bibliography makes another version, and the one before is kept."""
    root, own = copy(built, tmp_path / "store"), texts(tmp_path / "texts")
    (own / "sources.yaml").write_text(SOURCES.replace("2012", "2013"), "utf-8")
    summary = pipeline.build(own, root, jobs=1)
    assert not summary.unchanged
    assert {path.name for path in (root / "versions").iterdir()} == {summary.version, store.current(built).name}
    assert store.current(root).manifest["identity"] != store.current(built).manifest["identity"]


def test_a_text_that_lies_there_twice_is_read_once(folder: Path, built: Path, tmp_path: Path) -> None:
    """Two files of one text are one document, and the build says so."""
    summary = pipeline.build(texts(tmp_path / "texts", second=NEWS), tmp_path / "store", jobs=1)
    assert summary.documents == 2
    assert "second.txt: the same text as news.txt; read once" in summary.notes
    assert content(tmp_path / "store")["graph.nq"] == content(built)["graph.nq"]


# Nothing that does not stand in its text.

TITLE = "中国（新疆）自由贸易试验区总体方案"


def plain(predicate: str, obj: Any) -> Statement:
    """A statement that the news does not make, with the news's title as its evidence."""
    at = NEWS.index(TITLE)
    return statement(mention("Policy:" + fold(TITLE)), predicate, obj, (at, at + len(TITLE)))


FALSE = {
    "'商务部' does not stand in the evidence": plain("issuedBy", mention("Organization:商务部")),
    "the year 1999 does not stand in the evidence": plain("dateIssued", Time("1999")),
    "a policy is issued by an organization": plain("issuedBy", mention("Region:新疆", surface=("新疆",))),
}
"""Statements that must be held back, by the reason."""


@pytest.fixture
def mistaken(monkeypatch: pytest.MonkeyPatch) -> None:
    """An extractor that reads more in the news than it says."""
    reading = extractor.default()

    class Mistaken:
        def extract_with_warnings(self, document: Document) -> tuple[list[Statement], list[str]]:
            statements, warnings = reading.extract_with_warnings(document)
            return [*statements, *(FALSE.values() if document.name == "news.txt" else [])], warnings

    monkeypatch.setattr(extractor, "default", Mistaken)


@pytest.mark.usefixtures("mistaken")
def test_what_does_not_stand_in_its_text_is_held_back(
    folder: Path, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What its evidence or a shape refuses is reported with its place and reason, ends in exit code 3, and is no claim."""
    root = tmp_path / "store"
    monkeypatch.setattr(sys, "argv", ["borderkg", "build", str(folder), "--store", str(root), "--jobs", "1"])
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr()
    assert ended.value.code == 3
    assert f"{len(FALSE)} quarantined" in said.out
    assert sum("【" + TITLE + "】" in line for line in said.out.splitlines()) == len(FALSE)
    file = store.current(root).folder / "quarantine.jsonl"
    assert f"What was held back, and why: {file}" in said.err
    entries = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert all(any(reason in entry["reason"] for entry in entries) for reason in FALSE)
    assert [(e["source"], NEWS[e["start"] : e["end"]]) for e in entries] == [("news.txt", TITLE)] * len(FALSE)
    assert content(root)["claims.jsonl"] == content(built)["claims.jsonl"]
    done_now = done("quarantine", "--store", root)
    assert f"{len(FALSE)} held back, 0 warnings." in done_now and done_now.count("【" + TITLE + "】") == len(FALSE)
    summary = store.current(root).manifest["summary"]
    stated = sum(1 for line in content(root)["claims.jsonl"].splitlines() if line)
    assert summary["read"] == stated + summary["quarantined"] + summary["merged"]
    as_data = json.loads(done("quarantine", "--store", root, "--json"))
    assert all(TITLE in entry["passage"]["sentence"] for entry in as_data["quarantined"])
    lines, expected = (set(content(x)["graph.nq"].splitlines()) for x in (root, built))
    assert expected < lines
    assert all(line.endswith(f"<{iris.QUARANTINE}> .".encode()) for line in lines - expected)


# All or nothing.

KILLED = """
import os, signal, sys
from importlib import import_module
from borderkg.cli import main
from borderkg.extraction import extractor

extractor.default()  # read once for all the builds
for line in sys.stdin:
    when, module, name = line.strip().split(":")
    if child := os.fork():
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
        continue
    owner = import_module(module)
    if "." in name:
        kind, name = name.split(".")
        owner = getattr(owner, kind)
    original = getattr(owner, name)

    def killed(*arguments, **options):
        if when == "after":
            original(*arguments, **options)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(owner, name, killed)
    main()
"""
"""For each line on standard input a real `borderkg build`, killed before or after one step of its own, and how it ended."""

MOMENTS = {
    "with all read": "after:borderkg.pipeline:read_documents",
    "with an empty version": "after:tempfile:mkdtemp",
    "with a file missing": "before:pathlib:Path.chmod",
    "with the version written": "before:pathlib:Path.rename",
    "with the version in its place": "after:pathlib:Path.rename",
    "with the next pointer beside": "after:os:fsync",
}


@pytest.mark.soak
def test_a_killed_build_leaves_the_version_before(folder: Path, built: Path, tmp_path: Path) -> None:
    """Whenever a build is killed, the graph before is current and whole; the next build ends what was begun."""
    root = tmp_path / "store"
    pipeline.build(corpus(tmp_path / "before", short=SHORT), root, jobs=1)
    before = content(root)
    command = [sys.executable, "-c", KILLED, "build", str(folder), "--store", str(root), "--jobs", "1"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as builds:
        assert builds.stdin and builds.stdout
        for moment, step in MOMENTS.items():
            print(step, file=builds.stdin, flush=True)
            assert builds.stdout.readline().strip() == str(-signal.SIGKILL.value), moment
            assert content(root) == before, moment
    assert not pipeline.build(folder, root, jobs=1).unchanged
    assert content(root) == content(built)
    assert not list((root / "versions").glob(".tmp-*"))


def test_a_build_killed_while_it_writes(folder: Path, built: Path, tmp_path: Path) -> None:
    """Killed from outside as soon as its files appear, a first build leaves no graph, or a whole one."""
    root = tmp_path / "store"
    command = [sys.executable, "-m", "borderkg", "build", str(folder), "--store", str(root), "--jobs", "1"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None and not list(root.glob("versions/.tmp-*/graph/*")):
            time.sleep(0.001)
        process.kill()
    try:
        assert content(root) == content(built)
    except StoreError as error:
        assert "Build one" in str(error)
    pipeline.build(folder, root, jobs=1)
    assert content(root) == content(built)


def test_a_build_that_fails_leaves_the_version_before(built: Path, tmp_path: Path) -> None:
    """Where a text cannot be read, the error names it and the store is as it was."""
    root, own = copy(built, tmp_path / "store"), texts(tmp_path / "texts")
    (own / "binary.txt").write_bytes(bytes(range(256)))
    with pytest.raises(CorpusError, match=r"binary\.txt"):
        pipeline.build(own, root, jobs=1)
    assert content(root) == content(built)


def test_a_name_that_may_mean_several_things_is_listed_and_linked_to_none(tmp_path: Path) -> None:
    """Two cities have a district of this name and the text does not say which: the build says so."""
    folder, root = tmp_path / "texts", tmp_path / "store"
    folder.mkdir()
    (folder / "a.txt").write_text("向阳区与俄罗斯接壤。\n", "utf-8")
    summary = pipeline.build(folder, root)
    assert "left unlinked, because several known things bear the name: 向阳区 (unlinked.jsonl)" in summary.notes
    (entry,) = map(json.loads, (store.current(root).folder / "unlinked.jsonl").read_text("utf-8").splitlines())
    assert (entry["name"], entry["type"], len(entry["may_be"])) == ("向阳区", "Region", 2)
