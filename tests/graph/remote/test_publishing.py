"""A build is loaded whole, goes on where it was broken off, and is never taken for whole before it is."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from borderkg.errors import RemoteError, StoreError
from borderkg.graph import iris
from borderkg.graph.remote import address, publication
from borderkg.graph.remote.endpoint import Endpoint
from borderkg.graph.remote.exchange import Exchange
from borderkg.graph.remote.publishing import Report, publish
from borderkg.graph.store import GraphStore, LocalStore
from borderkg.graph.terms import DEFAULT
from borderkg.questions.results import read
from borderkg.vocabulary import GRAPH, ID, XSD
from tests import servers
from tests.facts import published, quads
from tests.servers import SparqlServer

DIFFICULT = [
    ox.Literal('“边境”贸易\n"\\\t\r末尾 \n', language="zh"),
    ox.Literal("😀 <b>&amp;</b> ' ''' \u00a0"),
    ox.Literal(" "),
    ox.Literal(""),
    ox.Literal("true", datatype=ox.NamedNode(XSD + "boolean")),
    ox.Literal("35.6", datatype=ox.NamedNode(XSD + "decimal")),
    ox.Literal("2012-07", datatype=ox.NamedNode(XSD + "gYearMonth")),
]
"""Texts that a careless server or writer changes."""


def opened(folder: Path, content: list[ox.Quad]) -> GraphStore:
    """A store of a version of its own name, as builds of different texts are."""
    return LocalStore(published(folder, content, iris.digest(folder)))


def graph(folder: Path, number: int = 2500) -> GraphStore:
    """A store of two graphs."""
    facts = [
        ox.Quad(ox.NamedNode(f"{ID}port/{n}"), ox.NamedNode(f"{ID}number"), ox.Literal(n), DEFAULT)
        for n in range(number)
    ]
    more = quads(":a bkg:alias '甲' .", "source/1")
    return opened(folder, [*facts, *more])


@pytest.fixture(params=["oxigraph", "virtuoso"])
def server(request: pytest.FixtureRequest) -> SparqlServer:
    """Each of the real servers; what a test loads replaces what another did."""
    found: SparqlServer = request.getfixturevalue(request.param)
    return found


def endpoint(server: SparqlServer) -> Endpoint:
    return Endpoint(Exchange(server.query))


class _Broken(Endpoint):
    """An endpoint whose line breaks after some updates."""

    def __init__(self, server: SparqlServer, updates: int) -> None:
        super().__init__(Exchange(server.query))
        left = iter(range(updates))
        send = self.exchange.update

        def update(text: str) -> None:
            if next(left, None) is None:
                raise RemoteError("the line is broken")
            send(text)

        self.exchange.update = update  # type: ignore[method-assign]


def test_texts_come_through_unchanged(server: SparqlServer, tmp_path: Path) -> None:
    """Quotes, blanks at the ends, control characters, characters beyond the BMP, lexical forms."""
    subject, predicate = ox.NamedNode(ID + "a"), ox.NamedNode(ID + "says")
    store = opened(tmp_path, [ox.Quad(subject, predicate, text, DEFAULT) for text in DIFFICULT])
    publish(store, endpoint(server))
    remote = GraphStore.open(server.query)
    assert {row[0] for row in read(remote.query(f"SELECT ?o {{ <{ID}a> ?p ?o }}")).rows} == set(DIFFICULT)
    assert remote.dump() == store.dump()


def test_a_loading_that_was_broken_off_goes_on(server: SparqlServer, tmp_path: Path) -> None:
    """Until it is whole, nobody can open it; what was sent is not sent again; a second time there is nothing to do."""
    store = graph(tmp_path)
    publish(opened(tmp_path / "before", quads(":a bkg:alias '乙' .", "source/2")), endpoint(server))
    with pytest.raises(RemoteError, match="the line is broken"):
        publish(store, _Broken(server, 6))
    with pytest.raises(StoreError, match=r"is being loaded, or its loading was broken off; .* borderkg publish"):
        GraphStore.open(server.query)
    report = publish(store, endpoint(server))
    assert 0 < report.sent < report.triples == len(store)
    remote = GraphStore.open(server.query)
    assert remote.dump() == store.dump()
    assert not remote.holds_graph(GRAPH + "source/2")
    assert publish(store, endpoint(server)) == Report(server.query, store.version.name, 2, len(store), 0)


def test_another_version_replaces_the_one_before(server: SparqlServer, tmp_path: Path) -> None:
    """Graphs that it lacks go, graphs of others stay; a reader of the version before is told."""
    publish(graph(tmp_path / "one", number=5), endpoint(server))
    servers.load(server, {"http://example.org/other": b"<http://a> <http://b> <http://c> .\n"})
    reader = GraphStore.open(server.query)
    assert len(read(reader.query("SELECT * { ?s ?p ?o }"))) == 5
    publish(opened(tmp_path / "two", quads(":b bkg:alias '丙' .")), endpoint(server))
    with pytest.raises(RemoteError, match="another version was loaded while this one was asked"):
        reader.query("SELECT * { ?s ?p ?o }")
    assert not reader.is_current
    renewed = reader.renewed()
    assert len(read(renewed.query("SELECT * { ?s ?p ?o }"))) == 1
    assert read(renewed.query("ASK { GRAPH ?g { ?s bkg:alias '甲' } }")).boolean is False
    kept = "SELECT * { GRAPH <http://example.org/other> { ?s ?p ?o } }"
    assert len(read(endpoint(server).ask(kept, [publication.NOTHING], ["http://example.org/other"]))) == 1


def test_an_empty_server_and_a_damaged_record(server: SparqlServer, tmp_path: Path) -> None:
    """Nothing there, another format, and no record at all: each says how to load a graph."""
    publish(graph(tmp_path, number=1), endpoint(server))
    update = endpoint(server).exchange
    update.update_url = server.update
    record = (
        f"GRAPH <{publication.RECORD}> {{ <{publication.RECORD}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#value>"
    )
    for said, words in (('{"format": 9}', "format 9"), ("no JSON", "damaged"), ('{"format": 1}', "damaged")):
        literal = str(ox.Literal(said))
        update.update(f"CLEAR GRAPH <{publication.RECORD}> ; INSERT DATA {{ {record} {literal} }} }}")
        with pytest.raises(StoreError, match=f"{words}.*borderkg publish {server.query}"):
            GraphStore.open(server.query)
    update.update(f"CLEAR GRAPH <{publication.RECORD}>")
    with pytest.raises(StoreError, match="no BorderKG graph there; load one: borderkg publish"):
        GraphStore.open(server.query)


@pytest.fixture(scope="module")
def guarded() -> Iterator[SparqlServer]:
    """A Virtuoso that takes updates from its own user alone."""
    with servers.virtuoso(updates_by_anybody=False) as server:
        yield server


def test_credentials(guarded: SparqlServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without them the server refuses; with those of the environment it is loaded, and no error shows them."""
    store = graph(tmp_path, number=3)
    with pytest.raises(RemoteError, match=r"refused \(500\).*denied|permission|wants credentials"):
        publish(store, endpoint(guarded))
    monkeypatch.setenv("BORDERKG_STORE_USER", "dba")
    with pytest.raises(RemoteError, match="go together"):
        publication.endpoint_of(guarded.query + "?")
    monkeypatch.setenv("BORDERKG_STORE_PASSWORD", "wrong-secret")
    with pytest.raises(RemoteError, match="wants other credentials") as error:
        publish(store, Endpoint(Exchange(guarded.query, given=address.credentials())))
    assert "wrong-secret" not in str(error.value)
    monkeypatch.setenv("BORDERKG_STORE_PASSWORD", servers.PASSWORD)
    publish(store, Endpoint(Exchange(guarded.query, given=address.credentials())))
    assert GraphStore.open(guarded.query).dump() == store.dump()


def test_readers_during_a_loading_are_told(oxigraph: SparqlServer, tmp_path: Path) -> None:
    """Whoever asks meanwhile has an answer over the version before, over the new one, or an error; never a mixture."""
    one, two = graph(tmp_path / "one", number=3000), opened(tmp_path / "two", quads(":b bkg:alias '丙' ."))
    publish(one, endpoint(oxigraph))
    loader = threading.Thread(target=publish, args=(two, endpoint(oxigraph)))
    seen: set[int] = set()
    loader.start()
    while loader.is_alive():
        try:
            seen.add(len(read(GraphStore.open(oxigraph.query).query("SELECT ?s { ?s ?p ?o }"))))
        except (RemoteError, StoreError) as error:
            assert "loaded" in str(error)
    loader.join()
    assert seen <= {3000, 1}
    assert len(read(GraphStore.open(oxigraph.query).query("SELECT ?s { ?s ?p ?o }"))) == 1
