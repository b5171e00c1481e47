"""Which addresses are asked: http and https with a host; stores and credentials over https alone, or on this machine."""

import pytest

from borderkg.errors import RemoteError
from borderkg.graph.remote import address
from borderkg.questions.remote import Connection

NONE = (
    "example.org/sparql",
    "file:///etc/passwd",
    "ftp://example.org/sparql",
    "http:///sparql",
    "http://[::1",
    "http://example.org:port/",
    "https://example.org/sparql#part",
    "https://example.org/a b",
    "https://例子.cn/sparql",
    "https://example.org/\n",
)


@pytest.mark.parametrize("url", NONE)
def test_no_address(url: str) -> None:
    """One line that quotes it; nothing is sent."""
    with pytest.raises(RemoteError, match=r"not an http\(s\) address|no address") as error:
        Connection(url)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1/", "http://localhost/", "http://[::1]:7878/query", "https://a.org/"]
)
def test_a_guarded_address(url: str) -> None:
    """On this machine, or over https."""
    assert address.checked(url, guarded=True) == url


@pytest.mark.parametrize(
    "url", ["http://example.org/sparql", "http://127.0.0.1.example.org/", "http://10.0.0.1:8890/sparql"]
)
def test_plain_http_to_another_machine(url: str) -> None:
    """Is for questions to others' endpoints; a store is not trusted to it, nor a password."""
    assert address.checked(url, guarded=False) == url
    with pytest.raises(RemoteError, match="use https"):
        address.checked(url, guarded=True)
    with pytest.raises(RemoteError, match="use https"):
        Connection(url, user="ann", password="s3cret")  # noqa: S106 # nobody's


def test_a_password_in_an_address() -> None:
    """Is refused, and not repeated."""
    with pytest.raises(RemoteError, match="BORDERKG_STORE_USER") as error:
        Connection("https://ann:s3cret@example.org/sparql")
    assert "s3cret" not in str(error.value)
