"""A query that takes too long, too much memory or gives too much is ended, gives way meanwhile, and the server lives on."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pyoxigraph as ox
import pytest

from borderkg.errors import BorderKGError
from borderkg.graph.store import GraphStore
from borderkg.server.endings import TooLargeError
from borderkg.server.evaluation import answer
from borderkg.server.limits import Limits
from borderkg.server.messages import Piece, Task
from borderkg.settings import LONG_QUERY
from tests.running import Server, running, serving

CROSS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
SORTED = "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f"
QUICK = "ASK { ?p a bkg:Port }"


@pytest.fixture(scope="module")
def impatient(demo_store: Path) -> Iterator[str]:
    """A server that ends a query after a second, or at 800 MB."""
    with serving(demo_store, "--seconds", "1", "--memory", "800") as address:
        yield address


def kind(response: httpx.Response) -> str:
    """The name of a problem."""
    return str(response.json()["type"].rsplit("/", 1)[-1])


def test_a_cross_join_is_stopped_and_the_server_lives_on(impatient: str) -> None:
    """More heavy queries at once than there are places are ended, each with 503; the next question is answered."""
    with httpx.Client(base_url=impatient, timeout=60) as client:

        def ask(query: str) -> httpx.Response:
            return client.get("/sparql", params={"query": query})

        with ThreadPoolExecutor(6) as pool:
            ended = list(pool.map(ask, [CROSS] * 6))
        assert [response.status_code for response in ended] == [503] * 6
        assert {kind(response) for response in ended} == {"timed-out", "busy"}
        late = next(response for response in ended if kind(response) == "timed-out").json()
        assert late["detail"] == "The query ran longer than 1 seconds and was ended."
        assert late["detail_zh"] == "查询运行超过 1 秒，已被终止。"
        assert ask(QUICK).json()["boolean"] is True
        assert client.get("/api/search", params={"q": "满洲里"}).status_code == 200


def answered_in_time(address: str) -> bool:
    """Whether a quick question is answered, if not at once: the server may be busy to start a process."""
    for _ in range(40):
        answer = httpx.get(f"{address}/sparql", params={"query": QUICK}, timeout=30)
        if answer.status_code == 200:
            return bool(answer.json()["boolean"])
        time.sleep(0.5)
    return False


def test_a_query_that_takes_too_much_memory_is_ended(demo_store: Path) -> None:
    """Its process dies at its limit of memory; the next question has another."""
    with serving(demo_store, "--memory", "600", "--seconds", "60") as address:
        ended = httpx.get(f"{address}/sparql", params={"query": SORTED}, timeout=90)
        assert (ended.status_code, kind(ended)) == (503, "memory")
        assert answered_in_time(address)


@pytest.fixture
def narrow(demo_store: Path) -> Iterator[Server]:
    """A server with two places, of which one is for short queries."""
    with running(demo_store, "--queries", "2", "--seconds", "600") as server:
        yield server


def waiting_for(condition: Callable[[], Any]) -> Any:
    """What a condition gives once it holds."""
    for _ in range(400):
        found = condition()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError("it never held")


def giving_way(server: Server) -> list[int]:
    """The processes of a server that give way to others."""
    stats = [Path(f"/proc/{pid}/stat") for pid in server.processes()]
    return [int(path.parts[2]) for path in stats if path.read_text("utf-8").rpartition(")")[2].split()[16] == "10"]


def test_a_long_query_gives_way(narrow: Server) -> None:
    """Its process is less urgent than others, short ones are answered beside it by processes that do not, and a second long
    one finds no place: 503, and when to come again."""
    with ThreadPoolExecutor(1) as pool, httpx.Client(base_url=narrow.address, timeout=60) as client:
        long = pool.submit(
            httpx.get, f"{narrow.address}/api/query", params={"query": CROSS, "id": "the-long-one"}, timeout=60
        )
        (slow,) = waiting_for(lambda: giving_way(narrow))
        for _ in range(5):
            assert client.get("/sparql", params={"query": QUICK}).json()["boolean"] is True
        second = client.get("/sparql", params={"query": CROSS})
        assert (second.status_code, kind(second), second.headers["Retry-After"]) == (503, "busy", "5")
        assert giving_way(narrow) == [slow]
        assert client.delete("/api/query/the-long-one").status_code == 204
        assert long.result().json()["answer"]["state"] == "cut"
        waiting_for(lambda: not giving_way(narrow))


def test_a_query_that_gets_no_processor_time_is_no_long_one(narrow: Server) -> None:
    """On a busy machine a short query waits: what makes one long is its work."""
    assert httpx.get(f"{narrow.address}/sparql", params={"query": QUICK}).status_code == 200
    waiting = evaluating(narrow)
    for pid in waiting:
        os.kill(pid, signal.SIGSTOP)
    with ThreadPoolExecutor(1) as pool:
        held = pool.submit(httpx.get, f"{narrow.address}/sparql", params={"query": QUICK}, timeout=60)
        time.sleep(2 * LONG_QUERY)
        assert not giving_way(narrow)
        for pid in waiting:
            os.kill(pid, signal.SIGCONT)
        assert held.result().json()["boolean"] is True


def test_a_query_waits_for_a_place(demo_store: Path) -> None:
    """With one place the second waits for the first, and is told if it waits in vain."""
    with serving(demo_store, "--queries", "1", "--seconds", "1") as address, ThreadPoolExecutor(2) as pool:
        first, second = (
            pool.submit(httpx.get, f"{address}/sparql", params={"query": CROSS}, timeout=60) for _ in range(2)
        )
        assert {kind(one.result()) for one in (first, second)} <= {"timed-out", "busy"}
        assert httpx.get(f"{address}/sparql", params={"query": QUICK}).json()["boolean"] is True


def test_a_process_that_died_is_not_asked(demo_store: Path) -> None:
    """Whatever ends the processes that wait, the next query gets a new one."""
    with running(demo_store) as server:
        assert httpx.get(f"{server.address}/sparql", params={"query": QUICK}).status_code == 200
        waiting = evaluating(server)
        assert len(waiting) == 2
        for pid in waiting:
            os.kill(pid, signal.SIGKILL)
        while any(Path(f"/proc/{pid}").exists() for pid in waiting):
            time.sleep(0.01)
        time.sleep(0.5)  # the server is told of it by the process that started them, a moment later
        for _ in range(3):
            assert httpx.get(f"{server.address}/sparql", params={"query": QUICK}).json()["boolean"] is True


def evaluating(server: Server) -> list[int]:
    """The processes for queries, which have the command line of the one that they were forked from."""
    return [pid for pid in server.processes() if "forkserver" in Path(f"/proc/{pid}/cmdline").read_text("utf-8")][1:]


# What the evaluating process counts


def pieces(graph: GraphStore, task: Task, limits: Limits) -> bytes:
    """The text of an answer without what closes it."""
    said: list[Any] = []
    try:
        answer(graph, task, limits, said.append)
    except BorderKGError as error:
        raise error.with_traceback(
            None
        ) from None  # whose frames would keep the engine's rows for another thread to drop
    return b"".join(reply.data for reply in said if isinstance(reply, Piece))


TABLE = Task("SELECT ?p WHERE { ?p a bkg:Port } LIMIT 10", "text/csv")
TRIPLES = Task("CONSTRUCT WHERE { ?p a bkg:Port } LIMIT 10", "application/n-triples")


@pytest.mark.parametrize("task", [TABLE, TRIPLES])
def test_the_size_limit_is_of_bytes(task: Task, demo_store: Path) -> None:
    """An answer up to the limit comes whole; one byte less of room cuts it."""
    graph = GraphStore.open(demo_store)
    size = len(pieces(graph, task, Limits()))
    assert len(pieces(graph, task, Limits(bytes=size))) == size
    with pytest.raises(TooLargeError, match=f"{size - 1:,} bytes"):
        pieces(graph, task, Limits(bytes=size - 1))


@pytest.mark.parametrize("task", [TABLE, TRIPLES])
def test_the_row_limit_is_of_rows(task: Task, demo_store: Path) -> None:
    """As many rows as the limit come whole; with one more the answer is cut behind the limit."""
    graph = GraphStore.open(demo_store)
    assert pieces(graph, task, Limits(rows=10)) == pieces(graph, task, Limits())
    said: list[Any] = []
    with pytest.raises(TooLargeError, match="more than 9 rows"):
        answer(graph, task, Limits(rows=9), said.append)
    assert sum(reply.rows for reply in said if isinstance(reply, Piece)) == 9


def test_a_whole_graph_has_limits_too(demo_store: Path) -> None:
    """The graphs of the Graph Store Protocol are answers like others."""
    with pytest.raises(TooLargeError):
        pieces(GraphStore.open(demo_store), Task(graph="", accept="text/turtle"), Limits(rows=9))


def test_the_prefixes_of_a_graph_are_bytes_too(demo_store: Path) -> None:
    """Turtle is counted as it is written."""
    text = pieces(GraphStore.open(demo_store), Task(TRIPLES.query, "text/turtle"), Limits())
    assert text.startswith(b"@prefix") and len(list(ox.parse(text, format=ox.RdfFormat.TURTLE))) == 10
