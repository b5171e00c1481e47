"""Long answers: sent as they come, in flat memory, ended when nobody reads them, and never to be taken for whole if they
are not."""

import io
import json
import re
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import httpx
import pyoxigraph as ox
import pytest
import rdflib.plugins.sparql.results.xmlresults as rdflib_xml

from tests.running import Server, running

PAIRS = "SELECT ?a ?b ?c ?d { ?a ?p ?b . ?c ?q ?d }"
GRAPH = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"
ROWS = 5000


@pytest.fixture(scope="module")
def small(demo_store: Path) -> Iterator[Server]:
    """A server that cuts answers at 5,000 rows."""
    with running(demo_store, "--rows", str(ROWS)) as server:
        yield server


@pytest.fixture(scope="module")
def brief(demo_store: Path) -> Iterator[Server]:
    """A server that ends queries after two seconds, and answers at a megabyte."""
    with running(demo_store, "--seconds", "2", "--megabytes", "1") as server:
        yield server


def said(server: Server, accept: str, query: str, *, version: str = "1.1") -> bytes:
    """All that the server sends on a connection, as it sends it, until it closes it."""
    parts = urlsplit(server.address)
    with socket.create_connection((parts.hostname, parts.port), timeout=60) as connection:
        address = "/sparql?" + urlencode({"query": query})
        lines = [f"GET {address} HTTP/{version}", f"Host: {parts.netloc}", f"Accept: {accept}", "Connection: close"]
        connection.sendall("\r\n".join([*lines, "", ""]).encode())
        return b"".join(iter(lambda: connection.recv(65536), b""))


def whole(raw: bytes) -> bool:
    """Whether a chunked answer has its last chunk."""
    head, _, body = raw.partition(b"\r\n\r\n")
    assert b"200 OK" in head and b"transfer-encoding: chunked" in head.lower(), head
    return body.endswith(b"0\r\n\r\n")


# Formats that can tell


def test_json_tells_its_end(small: Server) -> None:
    """The last member tells complete from cut; every reader reads either."""
    with httpx.Client(base_url=small.address, timeout=60) as client:
        cut = client.get("/sparql", params={"query": PAIRS})
        full = client.get("/sparql", params={"query": f"{PAIRS} LIMIT {ROWS}"})
    for answer, ending in ((cut, f"cut-at-{ROWS}-rows"), (full, "complete")):
        assert answer.text.rstrip().endswith(f'"link": ["https://w3id.org/borderkg/answer#{ending}"]}}}}')
        assert len(answer.json()["results"]["bindings"]) == ROWS
        read = ox.parse_query_results(answer.content, format=ox.QueryResultsFormat.JSON)
        assert isinstance(read, ox.QuerySolutions) and len(list(read)) == ROWS
    assert "ETag" not in cut.headers


def test_xml_tells_its_end(small: Server) -> None:
    """The last thing in it is a processing instruction; every reader reads either."""
    with httpx.Client(
        base_url=small.address, timeout=60, headers={"Accept": "application/sparql-results+xml"}
    ) as client:
        cut = client.get("/sparql", params={"query": PAIRS})
        full = client.get("/sparql", params={"query": f"{PAIRS} LIMIT {ROWS}"})
    for answer, ending in ((cut, f"cut-at-{ROWS}-rows"), (full, "complete")):
        assert answer.text.endswith(f"<?borderkg {ending}?></sparql>\n")
        read = ox.parse_query_results(answer.content, format=ox.QueryResultsFormat.XML)
        assert isinstance(read, ox.QuerySolutions) and len(list(read)) == ROWS
        assert len(rdflib_xml.XMLResult(io.BytesIO(answer.content)).bindings) == ROWS


def test_json_tells_of_time_and_bytes(brief: Server) -> None:
    """An answer that runs into the limit of time, or of bytes, closes as JSON and says so."""
    found_soon, never = "{ ?a skos:prefLabel ?b }", "{ ?a ?p ?b . ?c ?q ?d . ?e ?r ?f FILTER(?b = ?f && ?b != ?f) }"
    slow = f"SELECT ?a {{ {found_soon} UNION {never} }}"
    with httpx.Client(base_url=brief.address, timeout=60) as client:
        big = client.get("/sparql", params={"query": PAIRS})
        late = client.get("/sparql", params={"query": slow})
    assert big.json()["head"]["link"] == ["https://w3id.org/borderkg/answer#cut-at-1048576-bytes"]
    assert len(big.content) < 1024 * 1024 + 200
    assert late.json()["head"]["link"] == ["https://w3id.org/borderkg/answer#timed-out-after-2-seconds"]


# Formats that cannot


@pytest.mark.parametrize("accept", ["text/csv", "text/tab-separated-values"])
def test_a_table_that_is_cut_is_broken_off(accept: str, small: Server) -> None:
    """The connection closes without the last chunk; a whole answer has it."""
    assert not whole(said(small, accept, PAIRS))
    assert whole(said(small, accept, f"{PAIRS} LIMIT {ROWS}"))


@pytest.mark.parametrize(
    "accept", ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml", "application/trig"]
)
def test_a_graph_that_is_cut_is_broken_off(accept: str, small: Server) -> None:
    """The same for triples, in each format."""
    assert not whole(said(small, accept, GRAPH))
    assert whole(said(small, accept, f"{GRAPH} LIMIT {ROWS}"))


def test_a_client_sees_that_it_is_broken_off(small: Server) -> None:
    """An HTTP client raises, packed or not; the server lives on."""
    with httpx.Client(base_url=small.address, timeout=60) as client:
        for packing in ("gzip", "identity"):
            headers = {"Accept": "text/csv", "Accept-Encoding": packing}
            with pytest.raises(httpx.RemoteProtocolError, match="incomplete"):
                client.get("/sparql", params={"query": PAIRS}, headers=headers)
        assert client.get("/sparql", params={"query": "ASK {}"}).json()["boolean"] is True


def test_an_answer_that_is_cut_before_it_began(demo_store: Path) -> None:
    """Nothing has been sent yet: it is a problem with its status."""
    with running(demo_store, "--rows", "3") as server, httpx.Client(base_url=server.address, timeout=60) as client:
        answer = client.get("/sparql", params={"query": PAIRS}, headers={"Accept": "text/csv"})
        assert (answer.status_code, answer.json()["type"].rsplit("/", 1)[-1]) == (422, "too-large")
        assert client.get("/sparql", params={"query": f"{PAIRS} LIMIT 3", "format": "csv"}).status_code == 200


def test_http_1_0_gets_all_or_nothing(small: Server) -> None:
    """There are no chunks in HTTP/1.0, and the end of the connection is the end: an answer comes with its length or not."""
    cut = said(small, "text/csv", PAIRS, version="1.0")
    assert b" 422 " in cut.split(b"\r\n", 1)[0]
    full = said(small, "text/csv", f"{PAIRS} LIMIT {ROWS}", version="1.0")
    length = re.search(rb"content-length: (\d+)", full.lower())
    assert length and len(full.partition(b"\r\n\r\n")[2]) == int(length[1])


# Memory and processes


def resident(pid: int) -> int:
    """Bytes of memory that a process has."""
    found = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text("utf-8"))
    assert found
    return int(found[1]) * 1024


ENDLESS = ("--megabytes", "400", "--rows", "100000000", "--seconds", "600")


@contextmanager
def endless(store: Path) -> Iterator[tuple[Server, Iterator[bytes]]]:
    """A server without narrow limits, and an answer of it that goes on for long, its first bytes read."""
    query = {"query": PAIRS, "format": "csv"}
    with (
        running(store, *ENDLESS) as server,
        httpx.stream("GET", f"{server.address}/sparql", params=query, timeout=60) as answer,
    ):
        chunks = answer.iter_raw()
        next(chunks)
        yield server, chunks


def test_an_answer_of_any_length_takes_no_memory(demo_store: Path) -> None:
    """6 MB go by, and neither the server nor a process of its own has grown by 3 MB."""
    with endless(demo_store) as (server, chunks):
        before = {pid: resident(pid) for pid in server.processes()}
        seen = 0
        while seen < 6_000_000:
            seen += len(next(chunks))
        after = {pid: resident(pid) for pid in server.processes()}
    assert len(before.keys() & after.keys()) > 1
    assert max(after[pid] - size for pid, size in before.items() if pid in after) < 3_000_000


def test_a_reader_that_stops_stops_the_writer(demo_store: Path) -> None:
    """Who reads nothing is sent no more than what fits the pipes: then every process waits."""
    with endless(demo_store) as (server, _):
        settle(server)


def settle(server: Server) -> None:
    """Wait until the processes of a server have rested for two seconds."""
    rested = 0
    for _ in range(300):
        rested = rested + 1 if server.rests() else 0
        if rested == 20:
            return
        time.sleep(0.1)
    raise AssertionError("the server never rests")


CROSS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def test_a_client_that_goes_ends_its_query(demo_store: Path) -> None:
    """The process of a query that nobody waits for does no more work."""
    with running(demo_store, "--seconds", "600") as server:
        parts = urlsplit(server.address)
        with socket.create_connection((parts.hostname, parts.port), timeout=60) as connection:
            address = "/sparql?" + urlencode({"query": CROSS})
            connection.sendall(f"GET {address} HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n".encode())
            while server.rests():
                time.sleep(0.05)
        settle(server)
        assert httpx.get(f"{server.address}/sparql", params={"query": "ASK {}"}).json()["boolean"] is True


# /api/query


def test_the_api_always_says(small: Server, brief: Server) -> None:
    """Complete, cut or timed out, with the time taken and the version; triples are rows; a fault is a problem."""

    def told(server: Server, query: str) -> dict[str, object]:
        answer = httpx.get(f"{server.address}/api/query", params={"query": query}, timeout=60)
        assert answer.status_code == 200
        body = answer.json()
        assert len(body["results"]["bindings"]) == body["answer"]["rows"] or "boolean" in body
        return {**body["answer"], "vars": body["head"].get("vars")}

    full, cut, late = told(small, PAIRS + " LIMIT 7"), told(small, PAIRS), told(brief, CROSS)
    assert [answer["state"] for answer in (full, cut, late)] == ["complete", "cut", "timed-out"]
    assert [answer["rows"] for answer in (full, cut, late)] == [7, ROWS, 0]
    assert "5,000" in str(cut["detail"]) and "2 秒" in str(late["detail_zh"])
    assert float(str(late["elapsed"])) >= 2
    version = httpx.get(f"{small.address}/api/summary").json()["version"]
    assert full["version"] == cut["version"] == version
    graph = told(small, "CONSTRUCT WHERE { ?s a bkg:Port } LIMIT 2")
    assert (graph["kind"], graph["rows"], graph["vars"]) == ("graph", 2, ["subject", "predicate", "object"])
    fault = httpx.get(f"{small.address}/api/query", params={"query": "ASK {"})
    assert (fault.status_code, fault.json()["line"]) == (400, 1)
    assert httpx.get(f"{small.address}/api/query").status_code == 400


def test_a_boolean_of_the_api(small: Server) -> None:
    """Yes and no have a state too."""
    answer = httpx.get(f"{small.address}/api/query", params={"query": "ASK {}"}).json()
    assert (answer["boolean"], answer["answer"]["state"]) == (True, "complete")


def test_a_query_is_called_off(demo_store: Path) -> None:
    """By its name, on another connection; it says so, and its name is free again."""
    with (
        running(demo_store, "--seconds", "600") as server,
        httpx.Client(base_url=server.address, timeout=60) as client,
        socket_of_query(server, "my-query-1") as waiting,
    ):
        while client.delete("/api/query/my-query-1").status_code == 404:
            time.sleep(0.05)
        raw = b"".join(iter(lambda: waiting.recv(65536), b""))
        told = json.loads(raw.partition(b"\r\n\r\n")[2])
        assert (told["answer"]["state"], told["answer"]["detail"]) == ("cut", "The query was called off.")
        assert client.delete("/api/query/my-query-1").status_code == 404
        assert client.get("/api/query", params={"query": "ASK {}", "id": "short"}).status_code == 400


def socket_of_query(server: Server, name: str) -> socket.socket:
    """A connection on which a query without end was asked."""
    parts = urlsplit(server.address)
    connection = socket.create_connection((parts.hostname, parts.port), timeout=60)
    address = "/api/query?" + urlencode({"query": CROSS, "id": name})
    connection.sendall(f"GET {address} HTTP/1.1\r\nHost: {parts.netloc}\r\nConnection: close\r\n\r\n".encode())
    return connection
