"""What all tests share: the real texts where they are at hand, and graphs that are built once."""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from borderkg import pipeline
from tests.facts import corpus

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("BORDERKG_SHARED") or ROOT.parent / "shared")
STRICT = bool(os.environ.get("BORDERKG_STRICT"))
"""Set by `.ci/run`: a skipped test is an error there."""

CHROMIUM = shutil.which("chromium")
OPTIONS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip, and so count, the tests on the real texts where those are absent."""
    if (SHARED / "corpus").is_dir():
        return
    absent = pytest.mark.skip(reason=f"the real texts are not at {SHARED}")
    for item in items:
        if "shared" in item.keywords:
            item.add_marker(absent)


def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if STRICT and reporter and skipped:
        reporter.write_line(f"\n{len(skipped)} skipped tests are errors here.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The scores of every predicate stand at the end of the log."""
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for name, value in report.user_properties:
            if name == "scores" and report.when == "call":
                terminalreporter.section("scores: F1 (right/said/gold)")
                terminalreporter.write_line(str(value))


@pytest.fixture(scope="session")
def papers() -> Path:
    """The folder of the five real texts. Use it in tests marked `shared`."""
    return SHARED / "corpus"


@pytest.fixture(scope="session")
def gold() -> Path:
    """The folder of the gold claims and their scorer. Use it in tests marked `shared`."""
    return SHARED / "gold"


@pytest.fixture(scope="session")
def papers_store(papers: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store built from the five real texts. Use it in tests marked `shared`; do not write to it."""
    sources = ROOT / "data" / "release" / "sources.yaml"
    return built_once(tmp_path_factory, "papers", lambda root: pipeline.build(papers, root, sources_file=sources))


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store as `make run` builds it: `data/corpus` joined with `data/release`. Do not write to it."""
    texts, release = ROOT / "data" / "corpus", ROOT / "data" / "release"
    return built_once(tmp_path_factory, "demo", lambda root: pipeline.build(texts, root, release_folder=release))


def built_once(folders: pytest.TempPathFactory, name: str, build: Callable[[Path], object]) -> Path:
    """A store that the processes of a run share: the first that wants it builds it, the others wait."""
    base = folders.getbasetemp()
    root = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"the-{name}-store"
    with root.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not root.is_dir():
            making = root.with_suffix(".making")
            shutil.rmtree(making, ignore_errors=True)  # of a process that was killed
            build(making)
            making.rename(root)
    return root


@pytest.fixture(scope="session")
def disputed_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of three short texts that disagree, one of them with markup in its title. Do not write to it."""
    folder = corpus(
        tmp_path_factory.mktemp("disputed"),
        one="2020年，云南省外贸进出口总额为100亿元。2013年，国务院印发《沿边地区甲乙办法》。\n",
        two="2020年，云南省外贸进出口总额为120亿元。2014年，国务院印发《沿边地区甲乙办法》。\n",
        three="2020年，吉林省利用外资为5亿美元。\n<img src=x onerror=alert(2)>\n2020年，吉林省实际利用外资为7亿美元。\n",
        four="2020年，吉林省实际利用外资为7亿美元。\n",
    )
    (folder / "sources.yaml").write_text(DISPUTED, "utf-8")
    pipeline.build(folder, folder / "graph")
    return folder / "graph"


DISPUTED = """
one.txt: {title: 甲文, author: [某甲], year: 2020, type: article}
two.txt: {title: 乙文, author: [某甲], year: 2021, type: yearbook}
three.txt: {title: "<script>alert(1)</script>&丙文", author: [某丙], type: article}
four.txt: {title: 丁文, author: [某丁], type: article}
"""


@pytest.fixture
def own_store(demo_store: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy of the demonstration store that a test may damage."""
    copy = tmp_path / "store"
    shutil.copytree(demo_store, copy)
    yield copy


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, as the system has it."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield chromium
        chromium.close()
