"""An endpoint over https: asked where somebody whom the user trusts signed for its name, and not asked otherwise."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import borderkg
from borderkg.errors import RemoteError
from tests.graph.remote.misbehaving import misbehaving
from tests.running import done, one_line_error
from tests.tls import Authority, Secured, secured

YES = "ASK {}"


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def servers(authority: Authority) -> Iterator[dict[str, Secured]]:
    """Two, by what their certificates are for."""
    names = ("IP:127.0.0.1", "DNS:data.example")
    with (
        misbehaving() as behind,
        secured(behind.url, authority.certificate(names[0])) as here,
        secured(behind.url, authority.certificate(names[1])) as other,
    ):
        yield dict(zip(names, (here, other), strict=True))


@pytest.fixture
def trusted(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> Path:
    """As the user trusts it."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.trusted))
    return authority.trusted


@pytest.mark.usefixtures("trusted")
def test_a_trusted_certificate(servers: dict[str, Secured]) -> None:
    """In Python and on the command line."""
    url = servers["IP:127.0.0.1"].at("/sparql")
    assert borderkg.connect(url).query(YES).boolean is True
    assert done("query", "--endpoint", url, YES).strip() == "yes"


def test_an_authority_that_nobody_knows(servers: dict[str, Secured]) -> None:
    """Nothing is asked, and once is enough to know; one line, that says how to trust it."""
    server = servers["IP:127.0.0.1"]
    server.heard.clear()
    with pytest.raises(RemoteError, match="its certificate is refused: unable to get local issuer") as raised:
        borderkg.connect(server.at("/sparql")).query(YES)
    assert "SSL_CERT_FILE" in raised.value.zh
    line = one_line_error("query", "--endpoint", server.at("/sparql"), YES)
    assert server.at("/sparql") in line and "name its file in SSL_CERT_FILE" in line
    assert server.heard == []


@pytest.mark.usefixtures("trusted")
def test_a_certificate_of_another(servers: dict[str, Secured]) -> None:
    """Though the authority is trusted; to trust more would not help."""
    server = servers["DNS:data.example"]
    server.heard.clear()
    line = one_line_error("query", "--endpoint", server.at("/sparql"), YES)
    assert "its certificate is refused: IP address mismatch" in line and "SSL_CERT_FILE" not in line
    assert server.heard == []
