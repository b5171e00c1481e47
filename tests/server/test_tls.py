"""SERVICE over TLS: an endpoint shows a certificate for the name that the operator wrote, signed by somebody he trusts."""

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest

from borderkg.errors import FederationError
from borderkg.server.asking import _Connection, ask
from borderkg.server.endpoints import Endpoint
from borderkg.server.limits import Limits
from tests.running import serving
from tests.tls import Authority, Secured, secured

QUERY = "SELECT * { ?a ?b ?c }"
PORTS = "SELECT ?p { SERVICE <service/NAME> { ?p a bkg:Port } } ORDER BY ?p"


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def here(address: str, authority: Authority) -> Iterator[Secured]:
    """A server whose certificate is for this machine."""
    with secured(address, authority.certificate("IP:127.0.0.1")) as server:
        yield server


@pytest.fixture(scope="module")
def named(address: str, authority: Authority) -> Iterator[Secured]:
    """One whose certificate is for a name."""
    with secured(address, authority.certificate("DNS:data.example")) as server:
        yield server


@pytest.fixture(scope="module")
def trusting(demo_store: Path, authority: Authority, here: Secured, named: Secured) -> Iterator[httpx.Client]:
    """A server that trusts the authority, and may ask both by address, and the first by a name that leads inside."""
    endpoints = {
        "here": here.at("/sparql"),
        "named": named.at("/sparql"),
        "inside": here.at("/sparql", "localhost"),
    }
    yield from client(demo_store, endpoints, SSL_CERT_FILE=str(authority.trusted))


@pytest.fixture(scope="module")
def distrusting(demo_store: Path, here: Secured) -> Iterator[httpx.Client]:
    """A server that has never heard of the authority."""
    yield from client(demo_store, {"here": here.at("/sparql")})


def client(store: Path, endpoints: dict[str, str], **environment: str) -> Iterator[httpx.Client]:
    """A client of a server that was started with these variables of the environment."""
    options = [f"--allow-service={name}={url}" for name, url in endpoints.items()]
    with ExitStack() as running:
        with pytest.MonkeyPatch.context() as patched:
            for name, value in environment.items():
                patched.setenv(name, value)
            where = running.enter_context(serving(store, *options))
        yield running.enter_context(httpx.Client(base_url=where, timeout=60))


def asked(server: httpx.Client, name: str) -> httpx.Response:
    return server.get("/sparql", params={"query": PORTS.replace("NAME", name)}, headers={"Accept": "text/csv"})


def test_a_trusted_certificate(trusting: httpx.Client) -> None:
    """The answer is that of the endpoint itself."""
    own = trusting.get(
        "/sparql", params={"query": "SELECT ?p { ?p a bkg:Port } ORDER BY ?p"}, headers={"Accept": "text/csv"}
    )
    answer = asked(trusting, "here")
    assert answer.status_code == 200
    assert answer.text == own.text and answer.text.count("\n") > 5


def test_an_authority_that_nobody_knows(distrusting: httpx.Client, here: Secured) -> None:
    """Nothing is asked; the line says how to trust it."""
    here.heard.clear()
    answer = asked(distrusting, "here")
    assert answer.status_code == 502
    assert "its certificate is refused: unable to get local issuer" in answer.json()["detail"]
    assert "SSL_CERT_FILE" in answer.json()["detail"]
    assert here.heard == []


def test_a_certificate_of_another(trusting: httpx.Client, named: Secured) -> None:
    """Though the authority is trusted; to trust more would not help."""
    named.heard.clear()
    answer = asked(trusting, "named")
    assert answer.status_code == 502
    assert "its certificate is refused: IP address mismatch" in answer.json()["detail"]
    assert "SSL_CERT_FILE" not in answer.json()["detail"]
    assert named.heard == []


def test_a_certificate_opens_no_way_inside(trusting: httpx.Client, here: Secured) -> None:
    """A name that leads to this machine is refused as over http."""
    here.heard.clear()
    answer = asked(trusting, "inside")
    assert answer.status_code == 403
    assert "no public address; nothing was sent" in answer.json()["detail"]
    assert here.heard == []


@pytest.mark.parametrize("given", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "::ffff:127.0.0.1"])
def test_a_name_that_leads_inside(given: str) -> None:
    """No connection is opened, not even for a handshake, also where the other addresses of the name are public."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        port = listener.getsockname()[1]

        def resolve(*args: object, **options: object) -> list[tuple[Any, ...]]:
            del args, options
            return [(socket.AF_INET, 0, 0, "", (address, port)) for address in (given, "192.0.0.9")]

        with pytest.raises(FederationError, match=f"leads to {given}, which is no public address"):
            ask(Endpoint.read(f"far=https://data.example:{port}/sparql"), [QUERY], Limits(), resolve)
        with pytest.raises(BlockingIOError):
            listener.accept()


def pinned(url: str, server: Secured) -> _Connection:
    """A connection to the address that was checked, whatever the name of the endpoint gives by now."""
    return _Connection(
        Endpoint.read(f"far={url}"), [(socket.AF_INET, ("127.0.0.1", server.port))], time.monotonic() + 30
    )


def test_the_certificate_is_judged_by_the_name(
    named: Secured, here: Secured, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not by the address that is connected to: that of the name is taken, that of the address is not."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.trusted))
    connection = pinned(named.at("/sparql", "data.example"), named)
    connection.request("GET", "/sparql?query=ASK%7B%7D")
    with connection.getresponse() as response:
        assert response.status == 200
    connection.end()
    assert named.heard[-1] == f"data.example:{named.port}"
    with pytest.raises(OSError, match="Hostname mismatch"):
        pinned(here.at("/sparql", "data.example"), here).connect()
