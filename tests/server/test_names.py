"""The name under which a proxy serves the graph: requests to it and to the machine itself are answered, to others not."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.running import one_line_error, serving

NAME = "graph.example.org"


@pytest.fixture(scope="module")
def named(demo_store: Path) -> Iterator[str]:
    with serving(demo_store, "--name", NAME, "--name", "Other.Example") as address:
        yield address


@pytest.mark.parametrize(
    ("host", "status"),
    [(NAME, 200), (f"{NAME}:8443", 200), ("other.example", 200), ("evil.example", 400), (f"evil.{NAME}", 400)],
)
def test_only_the_names_that_were_given_are_answered(host: str, status: int, named: str) -> None:
    """With or without a port; a name below is another."""
    assert httpx.get(f"{named}/sparql", params={"query": "ASK {}"}, headers={"Host": host}).status_code == status
    assert httpx.get(f"{named}/sparql", params={"query": "ASK {}"}).status_code == 200


def test_without_a_name_the_machine_alone_is_answered(address: str) -> None:
    """What a page of another site could reach by a name of its own (DNS rebinding) is refused."""
    assert httpx.get(f"{address}/", headers={"Host": NAME}).status_code == 400


def test_the_service_gives_its_public_address(named: str) -> None:
    """By the name that was asked for, and by the scheme that the proxy tells."""
    through = {"Host": NAME, "X-Forwarded-Proto": "https", "Accept": "text/turtle"}
    assert f"sd:endpoint <https://{NAME}/sparql>" in httpx.get(f"{named}/sparql", headers=through).text
    assert httpx.get(f"{named}/reconcile", headers=through).json()["view"]["url"].startswith(f"https://{NAME}/")


@pytest.mark.parametrize(
    "name", ["https://graph.example.org", "graph.example.org:443", "*", "*.example.org", "a b", ""]
)
def test_what_is_no_name_of_a_host_is_refused(name: str, demo_store: Path) -> None:
    """In one line, with the way to write it; a star would let everybody in."""
    assert "is no name of a host" in one_line_error("serve", "--store", demo_store, "--port", "0", "--name", name)
