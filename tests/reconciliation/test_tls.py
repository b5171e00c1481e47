"""A reconciliation service over https: asked where somebody whom the user trusts signed for its name."""

from collections.abc import Iterator

import pytest

from borderkg.errors import RemoteError
from borderkg.reconciliation.client import Asked, Service
from tests.reconciliation.services import served
from tests.tls import Authority, secured


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def behind() -> Iterator[str]:
    with served() as server:
        yield server.address


@pytest.fixture(autouse=True)
def waited(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses between tries."""
    pauses: list[float] = []
    monkeypatch.setattr("borderkg.reconciliation.client.sleep", pauses.append)
    return pauses


def test_a_trusted_certificate(behind: str, authority: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    """The service behind it is read and asked."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.trusted))
    with secured(behind, authority.certificate("IP:127.0.0.1")) as server:
        ((_, found),) = Service(server.at("/reconcile")).reconcile([Asked("磨憨")], 3)
    assert [candidate.name for candidate in found] == ["磨憨"]


@pytest.mark.parametrize(
    ("name", "trusted", "said", "helps"),
    [
        ("IP:127.0.0.1", False, "unable to get local issuer", True),
        ("DNS:data.example", True, "IP address mismatch", False),
    ],
    ids=["nobody knows who signed it", "of another host"],
)
def test_a_certificate_that_is_refused(
    name: str, trusted: bool, said: str, helps: bool, behind: str, authority: Authority, waited: list[float],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Nothing is asked, and once is enough to know; where trust would help, the line says how to give it."""
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(authority.trusted))
    refused = pytest.raises(RemoteError, match=f"its certificate is refused: {said}")
    with secured(behind, authority.certificate(name)) as server, refused as raised:
        Service(server.at("/reconcile"))
    assert (server.heard, waited) == ([], [])
    assert ("SSL_CERT_FILE" in str(raised.value)) == helps and "\n" not in str(raised.value)
