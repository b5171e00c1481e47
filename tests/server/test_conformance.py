"""The W3C's SPARQL 1.1 cases through our own door: a real server over a store that holds the data of all of them.

What the engine answers otherwise than a case wants is listed in docs/conformance.md with the cause; a case that fails and
is not listed there is a fault, and so is one that is listed and passes.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pyoxigraph as ox
import pytest

from borderkg.graph.query_text import names_its_graphs
from tests.conftest import ROOT, SHARED
from tests.facts import published
from tests.running import serving
from tests.server import w3c
from tests.server.w3c import Case

FOLDER = SHARED / "standards" / "sparql11"
PRESENT = FOLDER.is_dir()
CASES = w3c.cases(FOLDER, *w3c.EVALUATION, *w3c.SYNTAX) if PRESENT else []
SERVICE = w3c.cases(FOLDER, *w3c.SERVICE) if PRESENT else []
PAGE = (ROOT / "docs" / "conformance.md").read_text("utf-8")
REFUSED = {"service/service5"}
LISTED = set(re.findall(r"^\| `([\w-]+/[\w-]+)` \|", PAGE, re.MULTILINE))

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not PRESENT, reason=f"the cases are not at {FOLDER}"),
]


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A server over a store in which each file of data is a graph."""
    root = tmp_path_factory.mktemp("w3c")
    published(root, w3c.quads([case for case in CASES if case.result]))
    with serving(root) as address, httpx.Client(base_url=address, timeout=60) as client:
        yield client


def asked(case: Case) -> dict[str, str | list[str]]:
    """The form that asks a case: its query with its place as the base, and its dataset unless the query names one."""
    query = f"BASE <{w3c.iri(case.query)}>\n{case.query.read_text('utf-8')}"
    if names_its_graphs(query) or not case.result:
        return {"query": query}
    default, named = [[w3c.iri(path) for path in paths] for paths in (case.data, case.graphs)]
    return {"query": query, "default-graph-uri": default or ["urn:nothing"], "named-graph-uri": named}


def passes(door: httpx.Client, case: Case) -> bool:
    """Whether the server answers as the case wants."""
    if case.result:
        media, wanted = w3c.expected(case)
        answer = door.post("/sparql", data=asked(case), headers={"Accept": media})
        return answer.status_code == 200 and w3c.same(w3c.read(media, answer.content), wanted)
    answer = door.post("/sparql", data=asked(case))
    refused = answer.status_code == 400 and answer.json()["type"].endswith("/malformed-query")
    return refused == case.kind.startswith("Negative")


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_case(case: Case, door: httpx.Client) -> None:
    """It passes, unless the page lists it."""
    assert passes(door, case) != (case.name in LISTED)


def test_the_rate() -> None:
    """At least 99 in 100 pass; the page gives the very numbers, and lists no case that there is not."""
    assert not LISTED - {case.name for case in CASES}
    assert len(LISTED) <= len(CASES) / 100
    assert f"{len(CASES) - len(LISTED)} of {len(CASES)}" in PAGE


@pytest.mark.parametrize("case", SERVICE, ids=[case.name for case in SERVICE])
def test_federation_is_refused(case: Case, door: httpx.Client) -> None:
    """Where the operator allowed none, the cases that would ask other endpoints are read, and refused for what they are."""
    answer = door.post("/sparql", data={"query": asked(case)["query"]})
    assert (answer.status_code, answer.json()["type"].rsplit("/", 1)[-1]) == (403, "federation")


@pytest.fixture(scope="module")
def far(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The addresses of the cases' endpoints, at a server of their data; nobody answers at that of the invalid one."""
    root = tmp_path_factory.mktemp("far")
    published(root, w3c.quads(SERVICE))
    with serving(root) as address:
        found = {
            f"{case.name} {iri}": f"{address}/sparql?{urlencode({'default-graph-uri': w3c.iri(path)})}"
            for case in SERVICE
            for iri, path in case.services
        }
        yield found


@pytest.mark.parametrize("case", SERVICE, ids=[case.name for case in SERVICE])
def test_federation(case: Case, far: dict[str, str], tmp_path: Path) -> None:
    """Where the operator allowed their endpoints they pass, but for the one that has a variable for its endpoint."""
    published(tmp_path, w3c.quads([case]))
    endpoints = {iri: far[f"{case.name} {iri}"] for iri, _ in case.services}
    endpoints["http://invalid.endpoint.org/sparql"] = "http://127.0.0.1:1/sparql"
    form = asked(case)
    for iri, address in endpoints.items():
        form["query"] = str(form["query"]).replace(f"<{iri}>", f"<{address}>")
    options = [f"--allow-service=e{number}={address}" for number, address in enumerate(endpoints.values())]
    with serving(tmp_path, *options) as address:
        media, wanted = w3c.expected(case)
        answer = httpx.post(f"{address}/sparql", data=form, headers={"Accept": media}, timeout=60)
    if case.name in REFUSED:
        assert answer.status_code == 403 and "variable" in answer.json()["detail"]
    else:
        assert answer.status_code == 200 and w3c.same(w3c.read(media, answer.content), wanted)


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        (True, True, True),
        (True, False, False),
        ([("a", 1), ("b", 2)], [("b", 2), ("a", 1)], True),
        ([("a", 1), ("a", 1)], [("a", 1), ("b", 2)], False),
        ([("a", 1)], [("a", 1), ("a", 1)], False),
    ],
)
def test_answers_are_compared(one: object, other: object, equal: bool) -> None:
    """Rows count, their order does not."""
    assert w3c.same(one, other) is equal


def test_blank_nodes_are_compared_by_their_places() -> None:
    """Under another name a blank node is the same; two are not one."""
    a, b, c = (ox.BlankNode(name) for name in "abc")
    assert w3c.same([(a, b), (b, a)], [(c, a), (a, c)])
    assert not w3c.same([(a, a)], [(a, b)])
    assert not w3c.same([(a, b)], [(a, a)])
