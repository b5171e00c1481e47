"""An endpoint is asked within limits, and whatever it does wrong is told, never taken for an answer."""

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from typing import Any

import pyoxigraph as ox
import pytest

from borderkg.errors import FederationError, RemoteError
from borderkg.server.asking import _Connection, ask
from borderkg.server.endpoints import Endpoint
from borderkg.server.limits import Limits
from borderkg.sparql.federation import Table
from tests.server.hostile import Hostile, hostile

QUERY = "SELECT * { ?a ?b ?c }"


@pytest.fixture(scope="module")
def far() -> Iterator[Hostile]:
    with hostile() as server:
        yield server


def asked(far: Hostile, path: str, queries: int = 1, **limits: Any) -> Table:
    return ask(Endpoint.read(f"far={far.address}{path}"), [QUERY] * queries, Limits(**limits))


def test_a_table(far: Hostile) -> None:
    """Of several queries, one below the other."""
    assert asked(far, "/well", 2) == Table(("a",), [(ox.NamedNode("urn:x"),)] * 2)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/elsewhere", "302.*no redirect"),
        ("/forever", "301.*no redirect"),
        ("/broken", "500: out of order"),
        ("/page", "sent text/html"),
        ("/nothing", "sent nothing"),
        ("/packed", "gzip"),
        ("/liar", "no table"),
        ("/truth", "no table"),
        ("/list", "no table"),
        ("/deep", "no table"),
        ("/short", "no table|broke off"),
        ("/no-iri", "no table"),
        ("/no-kind", "no table"),
        ("/no-language", "no table"),
        ("/ours", "not whole: cut-at-1-rows"),
        ("/most", "not whole"),
        ("/partial", "not whole"),
    ],
)
def test_what_is_no_answer(path: str, said: str, far: Hostile) -> None:
    """One line, in both languages, that names the endpoint and what it did."""
    far.heard.clear()
    with pytest.raises(RemoteError, match=rf"(?s)SERVICE far \(http://.*{path}\): .*({said})") as raised:
        asked(far, path)
    assert far.heard == [path]
    assert "\n" not in str(raised.value) and any("\u4e00" <= c <= "\u9fff" for c in raised.value.zh)


def test_an_answer_has_its_time(far: Hostile) -> None:
    """A server that always sends a little more is left all the same."""
    with pytest.raises(RemoteError, match="in time"):
        asked(far, "/slow", service_seconds=0.5)


def test_an_answer_has_its_size(far: Hostile) -> None:
    with pytest.raises(RemoteError, match="larger than it may be"):
        asked(far, "/endless", service_bytes=1_000_000)
    with pytest.raises(RemoteError, match="more than 1 rows"):
        asked(far, "/well", 2, service_rows=1)


def test_nobody_there() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        endpoint = Endpoint.read(f"far=http://127.0.0.1:{taken.getsockname()[1]}/sparql")
        with pytest.raises(RemoteError, match="cannot be reached"):
            ask(endpoint, [QUERY], Limits())


@pytest.mark.parametrize("given", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "::ffff:127.0.0.1"])
def test_a_name_that_leads_inside(given: str, far: Hostile) -> None:
    """Nothing is sent, also where the other addresses of the name are public."""
    far.heard.clear()
    port = int(far.address.rpartition(":")[2])

    def resolve(*args: object, **options: object) -> list[tuple[Any, ...]]:
        del args, options
        return [(socket.AF_INET, 0, 0, "", (address, port)) for address in ("192.0.0.9", given)]

    with pytest.raises(FederationError, match=f"leads to {given}, which is no public address"):
        ask(Endpoint.read(f"far=http://data.example:{port}/well"), [QUERY], Limits(), resolve)
    assert far.heard == []


def test_a_name_that_changes_its_mind(far: Hostile) -> None:
    """It is looked up once; what it gives afterwards is not connected to. (192.0.0.9 is an address of which no packet leaves
    the local network, RFC 7723.)"""
    far.heard.clear()
    port = int(far.address.rpartition(":")[2])
    given = iter(["192.0.0.9", "127.0.0.1", "127.0.0.1"])
    lookups = []

    def resolve(host: str, *args: object, **options: object) -> list[tuple[Any, ...]]:
        del args, options
        lookups.append(host)
        return [(socket.AF_INET, 0, 0, "", (next(given), port))]

    with pytest.raises(RemoteError):
        ask(Endpoint.read(f"far=http://data.example:{port}/well"), [QUERY], Limits(service_seconds=0.5), resolve)
    assert lookups == ["data.example"]
    assert far.heard == []


def test_the_endpoint_keeps_its_name(far: Hostile) -> None:
    """Connected to by a checked address, a server hears the name that the operator wrote."""
    port = int(far.address.rpartition(":")[2])
    endpoint = Endpoint.read(f"far=http://data.example:{port}/well")
    connection = _Connection(endpoint, [(socket.AF_INET, ("127.0.0.1", port))], time.monotonic() + 30)
    connection.request("POST", "/well", b"")
    with connection.getresponse() as response:
        assert response.status == 200
    connection.end()
    assert far.hosts[-1] == f"data.example:{port}"


def test_the_endpoint_keeps_its_name_under_tls() -> None:
    """The certificate is asked for under that name (SNI); one that nobody signed is refused."""
    names: list[str | None] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.sni_callback = lambda sock, name, context: names.append(name)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(30)
        port = listener.getsockname()[1]

        def serve() -> None:
            accepted, _ = listener.accept()
            with accepted, pytest.raises(ssl.SSLError):
                context.wrap_socket(accepted, server_side=True)

        thread = threading.Thread(target=serve)
        thread.start()
        endpoint = Endpoint.read(f"far=https://data.example:{port}/well")
        connection = _Connection(endpoint, [(socket.AF_INET, ("127.0.0.1", port))], time.monotonic() + 30)
        with pytest.raises(OSError):
            connection.request("POST", "/well", b"")
        thread.join()
    assert names == ["data.example"]
