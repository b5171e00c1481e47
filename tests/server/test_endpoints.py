"""Endpoints that SERVICE may ask are written in one plain way, and a query leads to nothing else."""

import socket
from typing import Any

import pytest

from borderkg.errors import EndpointError, FederationError, RemoteError
from borderkg.server.endpoints import Endpoint, named, read
from tests.running import one_line_error

ALLOWED = read(["here=http://127.0.0.1:8001/sparql", "data=https://data.example/sparql"])


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8001/sparql",
        "http://[::1]:8001/sparql",
        "https://query.example.org/bigdata/namespace/wdq/sparql",
        "https://xn--fsqu00a.xn--0zwm56d/sparql?default-graph-uri=urn%3Ag",
    ],
)
def test_an_endpoint_is_read(url: str) -> None:
    """With its name, and the port that its scheme has where it names none."""
    endpoint = Endpoint.read(f"other={url}")
    assert (endpoint.name, endpoint.url) == ("other", url)
    assert endpoint.port == (8001 if "8001" in url else 443)
    assert named((endpoint,), url) == named((endpoint,), "https://w3id.org/borderkg/service/other") == endpoint


@pytest.mark.parametrize(
    "url",
    [
        "http://2130706433/sparql",  # 127.0.0.1 as one number,
        "http://0x7f.0.0.1/sparql",  # in hexadecimal,
        "http://0x7f000001/sparql",
        "http://0177.0.0.1/sparql",  # in octal,
        "http://127.1/sparql",  # shortened,
        "http://127.0.0.01/sparql",
        "http://[::ffff:127.0.0.1]/sparql",  # within IPv6,
        "http://[::ffff:7f00:1]/sparql",
        "http://[64:ff9b::7f00:1]/sparql",
        "http://[2002:7f00:1::]/sparql",
        "http://[0:0:0:0:0:0:0:1]/sparql",  # at length,
        "http://[::1%25lo]/sparql",
        "http://127.0.0.1./sparql",  # with a final dot,
        "http://localhost./sparql",
        "http://user@127.0.0.1/sparql",  # behind a user,
        "http://127.0.0.1:80@data.example/sparql",
        "http://%31%32%37.0.0.1/sparql",  # percent-encoded,
        "http://１２７.0.0.1/sparql",  # in other digits,
        "http://127。0。0。1/sparql",
        "http://例子.测试/sparql",
        "http://DATA.example/sparql",
        "http://data.example\\@127.0.0.1/",
        "http://data.example/sparql#here",
        "http://data.example/a b",
        "http://data.example/\r\nX: y",
        "http://data.example:99999/",
        "http://data.example:080/",
        "http://data.example",
        "http:///sparql",
        "http://-a.example/",
        "file:///etc/passwd",
        "ftp://data.example/",
    ],
)
def test_an_odd_spelling_is_refused(url: str) -> None:
    """Of two readers of an address, one may take it for another: the operator is asked to write it plainly. A query that
    spells it so leads nowhere either."""
    with pytest.raises(EndpointError, match="write NAME=URL"):
        Endpoint.read(f"other={url}")
    with pytest.raises(FederationError, match="asks no endpoint but"):
        named(ALLOWED, url)


@pytest.mark.parametrize(
    "text", ["http://127.0.0.1/", "=http://127.0.0.1/", "A=http://127.0.0.1/", "", "a b=http://127.0.0.1/"]
)
def test_an_endpoint_has_a_name(text: str) -> None:
    with pytest.raises(EndpointError):
        Endpoint.read(text)


def test_two_endpoints_have_two_names() -> None:
    with pytest.raises(EndpointError, match="two endpoints of this name"):
        read(["a=http://127.0.0.1/", "a=http://127.0.0.1/b"])


@pytest.mark.parametrize(
    "iri",
    [
        "http://127.0.0.1:8001/sparql/",
        "http://127.0.0.1:8001/sparql?",
        "http://127.0.0.1:8001/",
        "HTTP://127.0.0.1:8001/sparql",
        "http://127.0.0.1:08001/sparql",
        "http://localhost:8001/sparql",
        "https://w3id.org/borderkg/service/there",
        "here",
        "",
    ],
)
def test_a_query_names_an_endpoint_letter_for_letter(iri: str) -> None:
    """The refusal lists those that it may name."""
    with pytest.raises(FederationError, match=r"<service/here> \(http://127.0.0.1:8001/sparql\), <service/data>"):
        named(ALLOWED, iri)


def looked_up(*given: str) -> Any:
    return lambda host, port, **options: [(socket.AF_INET, 1, 6, "", (address, port)) for address in given]


def test_a_name_gives_public_addresses() -> None:
    """All of them may be connected to."""
    addresses = ALLOWED[1].addresses(looked_up("8.8.8.8", "2001:4860:4860::8888", "64:ff9b::808:808"))
    assert [address[0] for _, address in addresses] == ["8.8.8.8", "2001:4860:4860::8888", "64:ff9b::808:808"]


@pytest.mark.parametrize(
    "given",
    [
        *(
            "127.0.0.1",
            "127.9.9.9",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "100.64.0.1",
            "169.254.169.254",
        ),
        *("224.0.0.1", "255.255.255.255", "192.0.2.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fd00::1", "ff02::1"),
        *("::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "::7f00:1"),
    ],
)
def test_a_name_gives_no_other(given: str) -> None:
    """One that is not public is enough; only an endpoint that is written as its address leads there."""
    for addresses in ((given,), ("8.8.8.8", given)):
        with pytest.raises(FederationError, match="no public address; nothing was sent"):
            ALLOWED[1].addresses(looked_up(*addresses))
    assert ALLOWED[0].addresses(looked_up("127.0.0.1"))


def test_a_name_that_nobody_knows() -> None:
    with pytest.raises(RemoteError, match="host is not known"):
        Endpoint.read("no=http://nobody.invalid/sparql").addresses()


def test_the_command_refuses_an_odd_spelling() -> None:
    """In one line, before it serves."""
    assert "write NAME=URL" in one_line_error("serve", "--allow-service", "a=http://0x7f.1/")
