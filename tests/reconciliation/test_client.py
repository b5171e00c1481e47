"""A service elsewhere is asked in batches and believed in nothing: what it does wrong is one error, and no one else is asked."""

import json
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from borderkg.errors import RemoteError
from borderkg.reconciliation import client
from borderkg.reconciliation.client import Asked, Found, Service
from tests.reconciliation.services import MANIFEST, candidates, send, served

Handler = BaseHTTPRequestHandler


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Nothing waits between tries; how long it would have is noted."""
    waited: list[float] = []
    monkeypatch.setattr("borderkg.reconciliation.client.sleep", waited.append)
    return waited


def result(*entries: object) -> Callable[[Handler, dict[str, Any]], None]:
    """Answers every query with these candidates."""

    def answer(handler: Handler, queries: dict[str, Any]) -> None:
        send(handler, {name: {"result": list(entries)} for name in queries})

    return answer


def found(service: Service, *names: str, limit: int = 5) -> list[list[Found]]:
    return [result for _, result in service.reconcile([Asked(name) for name in names], limit)]


def refused(said: str, **how: Any) -> str:
    """The error of a service that behaves so, which says this."""
    with served(**how) as server, pytest.raises(RemoteError, match=said) as caught:
        found(Service(server.address), "甲")
    return str(caught.value)


def test_names_are_asked_in_batches() -> None:
    """As many at once as the service takes, each with its type and properties, one manifest before."""
    with served(manifest=lambda handler: send(handler, {**MANIFEST, "batchSize": 2})) as server:
        service = Service(server.address)
        asked = [Asked(name, "Port", (("locatedIn", "云南"),)) for name in ("甲", "乙", "丙")]
        answers = dict(service.reconcile(asked, 3))
        assert [list(batch) for batch in server.batches] == [["q0", "q1"], ["q0"]]
        properties = [{"pid": "locatedIn", "v": "云南"}]
        assert server.batches[1]["q0"] == {"query": "丙", "limit": 3, "type": "Port", "properties": properties}
        assert answers[asked[2]] == [Found("丙", "丙", 100, True)]
        assert server.asked == ["GET /reconcile", "POST /reconcile", "POST /reconcile"]


def test_candidates_come_the_best_first() -> None:
    """However the service orders them, and no more than were asked for."""
    entries = [{"id": str(n), "name": "x", "score": n, "type": [{"id": "T"}, "U"]} for n in (1, 3, 2)]
    with served(answer=result(*entries)) as server:
        (best,) = found(Service(server.address), "甲", limit=2)
        assert [(one.id, one.match, one.types) for one in best] == [("3", False, ("T", "U")), ("2", False, ("T", "U"))]


def test_an_identifier_is_an_iri_of_the_space() -> None:
    """Encoded, unless it is an IRI itself."""
    with served() as server:
        service = Service(server.address)
        assert service.iri("a/满") == "http://example.org/id/a/%E6%BB%A1"
        assert service.iri("https://e.org/Q1") == "https://e.org/Q1"


def test_a_busy_service_is_asked_again(hasty: list[float]) -> None:
    """After what it asks to wait, within bounds, and up to three times."""
    left = [(503, "2"), (429, "99999"), (502, "")]

    def busy(handler: Handler, queries: dict[str, Any]) -> None:
        if left:
            status, wait = left.pop(0)
            send(handler, {}, status, Retry_After=wait)
        else:
            candidates(handler, queries)

    with served(answer=busy) as server:
        assert len(found(Service(server.address), "甲")) == 1
    assert hasty == [2, 30, 2]


@pytest.mark.parametrize(("status", "tries"), [(503, 4), (500, 1), (404, 1), (413, 1)])
def test_a_service_that_fails_is_given_up(status: int, tries: int, hasty: list[float]) -> None:
    """At once, unless it is only busy."""
    with served(answer=lambda handler, _: send(handler, {}, status)) as server:
        with pytest.raises(RemoteError, match=f"/reconcile: HTTP {status}"):
            found(Service(server.address), "甲")
        assert len(server.batches) == tries
    assert len(hasty) == tries - 1


def test_a_redirect_within_the_host_is_followed() -> None:
    """The form goes with it."""

    def moved(handler: Handler, queries: dict[str, Any]) -> None:
        if handler.path == "/reconcile":
            send(handler, {}, 302, Location="/there?a=b")
        else:
            candidates(handler, queries)

    with served(answer=moved) as server:
        assert found(Service(server.address), "甲")[0][0].name == "甲"
        assert server.asked[1:] == ["POST /reconcile", "POST /there?a=b"]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("first", [True, False])
def test_a_redirect_to_another_host_is_refused(status: int, first: bool) -> None:
    """Before a byte goes there: another port is another host. From the manifest and from a batch alike."""
    with served() as other:

        def away(handler: Handler, _: object = None) -> None:
            send(handler, {}, status, Location=other.address)

        refused(f"leads to another host, {other.address}", **{"manifest" if first else "answer": away})
        assert other.asked == []


@pytest.mark.parametrize(
    "location", ["", "//127.0.0.2/", "http://localhost/", "file:///etc/passwd", "http://[", "https:"]
)
def test_a_redirect_to_nowhere_is_refused(location: str) -> None:
    """Odd addresses, the same name otherwise written, no address at all, a circle."""
    refused(r"another host|not an http|in a circle", manifest=lambda handler: send(handler, {}, 302, Location=location))


@pytest.mark.parametrize(
    "body",
    [b"", b"<html>", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b'{"q0": 5}', b"{}", b'{"q0": {"result": {}}}'],
)
def test_what_is_no_result_is_refused(body: bytes) -> None:
    """No JSON, no object, no result for a name that was asked."""
    assert "\n" not in refused("its answer", answer=lambda handler, _: send(handler, body))


@pytest.mark.parametrize(
    "entry",
    [
        5,
        {},
        {"id": "", "name": "x", "score": 1},
        {"id": ["a"], "name": "x", "score": 1},
        {"id": "a", "name": "x", "score": "high"},
        {"id": "a", "name": "x", "score": True},
        {"id": "a", "name": "x", "score": float("nan")},
        {"id": "a", "name": "x", "score": float("inf")},
    ],
)
def test_what_is_no_candidate_is_refused(entry: object) -> None:
    refused("candidate", answer=result(entry))


def test_an_odd_candidate_is_made_plain() -> None:
    """A number as identifier, a name over two lines with a control character, types that are none, a match that is no yes."""
    entry = {"id": 7, "name": "a\n\x1b[31mb" + "c" * 900, "score": 1, "type": 5, "match": "yes"}
    with served(answer=result(entry)) as server:
        ((one,),) = found(Service(server.address), "甲")
    assert (one.id, one.name[:6], len(one.name), one.types, one.match) == ("7", "a [31m", 500, (), False)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ({**MANIFEST, "versions": ["0.3"]}, "speaks versions"),
        ({**MANIFEST, "versions": 5}, "speaks versions"),
        ([], "no JSON object"),
    ],
)
def test_a_manifest_that_is_none_is_refused(written: object, said: str) -> None:
    refused(said, manifest=lambda handler: send(handler, written))


def test_a_service_of_the_first_version_is_spoken_to() -> None:
    """Which did not say its version; an odd size of batches is passed over."""
    with served(manifest=lambda handler: send(handler, {"name": "old", "batchSize": -5})) as server:
        assert Service(server.address).batch == client.USUAL_BATCH


def test_an_answer_without_end_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """At a number of bytes."""
    monkeypatch.setattr(client, "_MOST_BYTES", 100_000)

    def endless(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(100):
            handler.wfile.write(b" " * 10_000)

    refused("larger than", manifest=endless)


@pytest.mark.parametrize("part", [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\n\r\n{"])
def test_a_service_that_dribbles_is_left(part: bytes) -> None:
    """Whether in the first line, the head or the body: the time is that of the whole answer, and is not given twice."""

    def dribble(handler: Handler) -> None:
        handler.wfile.write(part)
        while True:  # until nobody listens
            handler.wfile.write(b" ")
            time.sleep(0.02)

    with served(manifest=dribble) as server:
        with pytest.raises(RemoteError, match=r"no whole answer in 0\.5 seconds"):
            Service(server.address, seconds=0.5)
        assert len(server.asked) == 1


def test_an_answer_that_breaks_off_is_asked_for_again(hasty: list[float]) -> None:
    """Fewer bytes than its head says are no answer."""

    def broken(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(json.dumps(MANIFEST).encode())

    with served(manifest=broken) as server:
        with pytest.raises(RemoteError, match="cannot be asked"):
            Service(server.address)
        assert len(server.asked) == 4
    assert len(hasty) == 3


def test_a_packed_answer_is_refused() -> None:
    """It was asked not to: what is packed small may unpack to anything."""
    refused("packs its answer", manifest=lambda handler: send(handler, b"\x1f\x8b", Content_Encoding="gzip"))


@pytest.mark.parametrize(
    "url",
    [
        "",
        "reconcile",
        "ftp://e.org/",
        "http://",
        "http://e.org:0/",
        "http://e.org:x/",
        "http://e .org/",
        "http://满/",
        "http://[",
    ],
)
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(RemoteError, match="not an http"):
        Service(url)


def test_a_password_in_an_address_is_refused() -> None:
    """And not repeated."""
    with pytest.raises(RemoteError, match="password") as caught:
        Service("http://me:secret@127.0.0.1/")
    assert "secret" not in str(caught.value)


def test_a_service_that_is_not_there_is_told(hasty: list[float]) -> None:
    with served() as server:
        address = server.address
    with pytest.raises(RemoteError, match="cannot be asked: Connection refused"):
        Service(address)
