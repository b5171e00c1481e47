"""Real servers that last as long as the tests, with the demonstration graph in them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from borderkg.graph.remote.publication import endpoint_of
from borderkg.graph.remote.publishing import publish
from borderkg.graph.store import GraphStore
from tests import servers
from tests.graph.remote.misbehaving import Misbehaving, misbehaving
from tests.servers import SparqlServer


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder in which this machine keeps what belongs to stores elsewhere."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(folder))
        yield folder


@pytest.fixture(scope="session")
def oxigraph(cache: Path) -> Iterator[SparqlServer]:
    """An empty `oxigraph serve`."""
    with servers.oxigraph() as server:
        yield server


@pytest.fixture(scope="session")
def virtuoso(cache: Path) -> Iterator[SparqlServer]:
    """An empty Virtuoso."""
    with servers.virtuoso() as server:
        yield server


@pytest.fixture(scope="session", params=["oxigraph", "virtuoso"])
def elsewhere(request: pytest.FixtureRequest, demo_store: Path) -> GraphStore:
    """The demonstration graph on a server."""
    server: SparqlServer = request.getfixturevalue(request.param)
    publish(GraphStore.open(demo_store), endpoint_of(server.query))
    return GraphStore.open(server.query)


@pytest.fixture
def server() -> Iterator[Misbehaving]:
    """A server that misbehaves."""
    with misbehaving() as running:
        yield running
