"""A running server takes up a new version of the store, and drops no request for it."""

import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.facts import published, quads
from tests.running import Server, running

ASKED = "SELECT (COUNT(*) AS ?n) (MIN(?o) AS ?least) { ?s bkg:value ?o }"
SIZE = 50
UNPACKED = {"Accept-Encoding": "identity"}


def version(root: Path, number: int) -> None:
    """Publish a version in which every value is the same number: an answer from two versions would have two."""
    facts = " . ".join(f":s{k} bkg:value {number * 1000 + k}" for k in range(SIZE))
    published(root, quads(facts + " ."), f"v{number}")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server over the first version."""
    version(tmp_path, 1)
    with running(tmp_path) as found:
        yield found


def seen(address: str) -> int:
    """The number of the version that a request sees."""
    answer = httpx.get(f"{address}/sparql", params={"query": ASKED}, timeout=30)
    assert answer.status_code == 200, answer.text
    (row,) = answer.json()["results"]["bindings"]
    assert int(row["n"]["value"]) == SIZE
    return int(row["least"]["value"]) // 1000


def test_no_request_is_dropped(server: Server, tmp_path: Path) -> None:
    """While versions are published, every request of four clients is answered, from one version, and none from an older
    one than before."""
    numbers: list[list[int]] = [[] for _ in range(4)]
    faults: list[BaseException] = []
    done = threading.Event()

    def ask(mine: list[int]) -> None:
        try:
            while not done.is_set():
                mine.append(seen(server.address))
        except BaseException as error:  # noqa: BLE001 # a thread's failure is the test's
            faults.append(error)

    threads = [threading.Thread(target=ask, args=(mine,)) for mine in numbers]
    for thread in threads:
        thread.start()
    for number in range(2, 8):
        version(tmp_path, number)
        before = sum(map(len, numbers))
        while sum(map(len, numbers)) < before + 8 and not faults:
            done.wait(0.01)
    done.set()
    for thread in threads:
        thread.join()
    assert not faults
    assert all(mine == sorted(mine) for mine in numbers)
    assert {mine[-1] for mine in numbers} == {7}


def test_an_answer_under_way_stays_with_its_version(server: Server, tmp_path: Path) -> None:
    """A long answer that began before ends as it began, though its version is by then forgotten by all others.

    It is asked for as it is, not packed: so it is longer than what the connection holds, and is not over by then.
    """
    query = "SELECT ?a ?x ?y ?z { ?x bkg:value ?a . ?y bkg:value ?b . ?z bkg:value ?c }"
    with httpx.stream(
        "GET", f"{server.address}/sparql", params={"query": query, "format": "csv"}, headers=UNPACKED, timeout=60
    ) as answer:
        chunks = answer.iter_bytes()
        text = next(chunks)
        for number in range(2, 6):
            version(tmp_path, number)
        assert seen(server.address) == 5
        assert (tmp_path / "versions" / "v1").is_dir()
        text += b"".join(chunks)
    lines = text.decode().split()
    assert len(lines) == SIZE**3 + 1
    assert all(line.startswith("10") for line in lines[1:])


def test_etags_and_pages_change_with_the_version(server: Server, tmp_path: Path) -> None:
    """What a client has of the version before is not the same any more."""

    def ask(**headers: str) -> httpx.Response:
        return httpx.get(f"{server.address}/sparql", params={"query": ASKED}, headers=headers)

    tag = ask().headers["ETag"]
    assert ask(**{"If-None-Match": tag}).status_code == 304
    version(tmp_path, 2)
    again = ask(**{"If-None-Match": tag})
    assert again.status_code == 200 and again.headers["ETag"] != tag
    assert httpx.get(f"{server.address}/api/summary").json()["version"] == "v2"
