"""A corpus of one short text whose claims can be counted by hand, and its store."""

from pathlib import Path

import pytest

from tests.running import done

TEXT = "2010年，国务院设立瑞丽重点开发开放试验区。瑞丽口岸位于云南省瑞丽市，对应缅甸木姐口岸。\n"
CLAIMS = {
    ("瑞丽重点开发开放试验区", "dateEstablished", "2010"),
    ("国务院", "establishes", "瑞丽重点开发开放试验区"),
    ("瑞丽重点开发开放试验区", "platformType", "重点开发开放试验区"),
    ("瑞丽口岸", "locatedIn", "瑞丽市"),
    ("瑞丽口岸", "counterpart", "木姐口岸"),
    ("瑞丽市", "locatedIn", "云南省"),
}
SOURCES = "zone.txt: {title: 瑞丽, author: [某甲], year: 2011}\n"


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the text, with its bibliography. Do not write to it."""
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "zone.txt").write_text(TEXT, "utf-8")
    (folder / "sources.yaml").write_text(SOURCES, "utf-8")
    return folder


@pytest.fixture(scope="session")
def built(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that the command built from the text. Do not write to it."""
    store = tmp_path_factory.mktemp("built") / "graph"
    done("build", corpus, "--store", store)
    return store
