"""The store on disk: published in one step, never written again, asked without danger."""

import json
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from borderkg.errors import StoreError
from borderkg.graph import store, versions, view
from borderkg.graph.store import GraphStore, LocalStore
from borderkg.vocabulary import ID, PREFIXES
from tests.facts import opened, published, quads

ONE = quads(":a bkg:locatedIn :b .")
TWO = quads(":a bkg:locatedIn :b . :b bkg:locatedIn :c .")


def content(root: Path) -> list[str]:
    """What the current version says, and that it says so to an end."""
    return GraphStore.open(root).dump().decode().splitlines()


def test_a_published_version_is_current_and_whole(tmp_path: Path) -> None:
    """After publishing, the pointer leads to a version that holds the quads, its files and its manifest."""
    version = published(tmp_path, TWO, extra="kept")
    assert store.current(tmp_path) == version
    assert len(content(tmp_path)) == 2
    assert version.manifest["extra"] == "kept"
    assert (version.folder / "claims.jsonl").is_file()


def exploding() -> Iterator[ox.Quad]:
    yield ONE[0]
    raise KeyboardInterrupt


def test_a_version_that_fails_while_written_is_never_seen(tmp_path: Path) -> None:
    """Where writing breaks off, the version before is current and whole, and the next build clears what is left."""
    published(tmp_path, ONE, "v1")
    with pytest.raises(KeyboardInterrupt):
        published(tmp_path, exploding(), "v2")
    assert store.current(tmp_path).name == "v1"
    assert len(content(tmp_path)) == 1
    published(tmp_path, TWO, "v3")
    assert not list((tmp_path / "versions").glob(".tmp-*"))
    assert len(content(tmp_path)) == 2


def test_the_pointer_moves_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that ends between writing a version and moving the pointer leaves the version before."""
    published(tmp_path, ONE, "v1")

    def killed(path: Path, text: str) -> None:
        assert (tmp_path / "versions" / "v2" / "manifest.json").is_file()
        raise KeyboardInterrupt

    monkeypatch.setattr(versions, "_write_atomically", killed)
    with pytest.raises(KeyboardInterrupt):
        published(tmp_path, TWO, "v2")
    assert store.current(tmp_path).name == "v1"


def test_a_reader_keeps_its_version(tmp_path: Path) -> None:
    """Whoever has opened a version goes on reading it while the next is published."""
    published(tmp_path, ONE, "v1")
    reader = GraphStore.open(tmp_path)
    published(tmp_path, TWO, "v2")
    assert len(reader) == 1
    assert reader.query("ASK { :a ?p ?o }".replace(":a", f"<{ID}a>"))
    assert len(GraphStore.open(tmp_path)) == 2


def kept(root: Path) -> list[str]:
    """The names of the versions on disk."""
    return sorted(path.name for path in (root / "versions").iterdir())


def test_the_current_version_and_the_one_before_are_kept(tmp_path: Path) -> None:
    """Older versions are cleared away."""
    for name in ("v1", "v2", "v3", "v4"):
        published(tmp_path, ONE, name)
    assert kept(tmp_path) == ["v3", "v4"]


def test_a_version_is_kept_while_it_is_read(tmp_path: Path) -> None:
    """However many are published meanwhile, a reader's version stays; without a reader it goes with the next build."""
    published(tmp_path, ONE, "v1")
    reader, others = GraphStore.open(tmp_path), [GraphStore.open(tmp_path)]
    for name in ("v2", "v3", "v4"):
        published(tmp_path, TWO, name)
    assert kept(tmp_path) == ["v1", "v3", "v4"]
    assert len(reader) == 1 and len(list(reader.quads())) == 1
    others.clear()
    published(tmp_path, TWO, "v5")
    assert "v1" in kept(tmp_path)
    del reader
    published(tmp_path, TWO, "v6")
    assert kept(tmp_path) == ["v5", "v6"]


def test_the_view_of_rdflib_holds_its_version_too(tmp_path: Path) -> None:
    """The dataset alone is enough, though nobody has the store any more."""
    published(tmp_path, ONE, "v1")
    dataset = view.dataset(GraphStore.open(tmp_path))
    for name in ("v2", "v3", "v4"):
        published(tmp_path, TWO, name)
    assert "v1" in kept(tmp_path)
    assert len(dataset) == 1


def test_a_reader_takes_up_the_current_version(tmp_path: Path) -> None:
    """Renewed, it is the same object while its version is current, and one over the new version afterwards."""
    published(tmp_path, ONE, "v1")
    reader = GraphStore.open(tmp_path)
    assert reader.renewed() is reader
    published(tmp_path, TWO, "v2")
    assert (reader.renewed().version.name, len(reader.renewed())) == ("v2", 2)


def test_opening_and_publishing_at_once(tmp_path: Path) -> None:
    """Whoever opens the store while builds follow each other closely gets some version, whole, and never an error."""
    published(tmp_path, ONE, "v0")
    done = threading.Event()
    faults: list[Exception] = []
    opened_versions: set[str] = set()

    def read() -> None:
        try:
            while not done.is_set():
                graph = GraphStore.open(tmp_path)
                assert len(list(graph.quads())) == 1
                opened_versions.add(graph.version.name)
        except Exception as error:  # noqa: BLE001 # a thread's failure is the test's
            faults.append(error)

    threads = [threading.Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    for number in range(1, 15):
        published(tmp_path, ONE, f"v{number}")
    done.set()
    for thread in threads:
        thread.join()
    assert not faults
    assert len(opened_versions) > 1


def test_a_name_that_is_taken(tmp_path: Path) -> None:
    """A published version is never written again: another of that name gets a number."""
    first = published(tmp_path, ONE, "v1")
    reader = LocalStore(first)
    second = published(tmp_path, TWO, "v1")
    assert (first.name, second.name, published(tmp_path, ONE, "v1").name) == ("v1", "v1-2", "v1-3")
    assert len(reader) == 1 and len(LocalStore(second)) == 2


def test_one_build_at_a_time(tmp_path: Path) -> None:
    """A second build of a store is refused while the first holds it, and let in afterwards."""
    with (
        versions.building(tmp_path),
        pytest.raises(StoreError, match="another build is writing"),
        versions.building(tmp_path),
    ):
        pass
    with versions.building(tmp_path):
        pass


def test_the_same_graph_gives_the_same_bytes(tmp_path: Path) -> None:
    """The dump is sorted N-Quads, whatever the order of writing."""
    one = opened(tmp_path / "one", [*TWO, *quads(':a skos:prefLabel "甲"@zh .', "source/1")])
    other = opened(tmp_path / "other", [*quads(':a skos:prefLabel "甲"@zh .', "source/1"), *reversed(TWO)])
    lines = one.dump().decode().splitlines()
    assert lines == sorted(lines) and len(lines) == 3
    assert one.dump() == other.dump()
    assert opened(tmp_path / "empty", []).dump() == b""


# Stores that cannot be read.


def test_a_missing_store_and_a_folder_that_is_none(tmp_path: Path) -> None:
    """Both are told apart, and both errors say how to build one."""
    with pytest.raises(StoreError, match=r"no store there. Build one: borderkg build"):
        store.current(tmp_path / "nowhere")
    with pytest.raises(StoreError, match=r"not a BorderKG store .no CURRENT.. Build one"):
        store.current(tmp_path)


@pytest.mark.parametrize("form", [0, 1, 99, "2", None])
def test_a_store_of_another_format(tmp_path: Path, form: object) -> None:
    """A store of another format is refused with both formats named."""
    published(tmp_path, ONE, format=form)
    with pytest.raises(StoreError, match=f"a store of format {form}; this BorderKG reads format {versions.FORMAT}"):
        GraphStore.open(tmp_path)


@pytest.mark.parametrize("pointer", ["", "v9", "../elsewhere", "v1/graph"])
def test_a_pointer_to_nowhere(tmp_path: Path, pointer: str) -> None:
    """A pointer that names no version of the store is refused, and never followed out of it."""
    published(tmp_path, ONE)
    (tmp_path / "CURRENT").write_text(pointer + "\n", "utf-8")
    with pytest.raises(StoreError, match="is missing; build the store anew"):
        store.current(tmp_path)


@pytest.mark.parametrize("text", ["", "{", "\x00"])
def test_a_damaged_manifest(tmp_path: Path, text: str) -> None:
    """A manifest that is no JSON is named."""
    version = published(tmp_path, ONE)
    (version.folder / "manifest.json").write_text(text, "utf-8")
    with pytest.raises(StoreError, match=r"manifest\.json: missing or damaged; build the store anew"):
        GraphStore.open(tmp_path)


def test_a_manifest_that_is_no_object(tmp_path: Path) -> None:
    """A manifest of another shape is damaged too."""
    version = published(tmp_path, ONE)
    (version.folder / "manifest.json").write_text("[]", "utf-8")
    with pytest.raises(StoreError, match="damaged"):
        GraphStore.open(tmp_path)


def test_a_pointer_that_is_no_text(tmp_path: Path) -> None:
    """A pointer of broken bytes is damaged too."""
    published(tmp_path, ONE)
    (tmp_path / "CURRENT").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(StoreError):
        store.current(tmp_path)


def test_a_graph_that_is_gone(own_store: Path) -> None:
    """A version whose graph is not there is damaged."""
    shutil.rmtree(store.current(own_store).folder / "graph")
    with pytest.raises(StoreError, match=r"damaged .*; build the store anew"):
        GraphStore.open(own_store)


def test_a_graph_that_is_corrupt(own_store: Path) -> None:
    """A version whose tables were cut off is damaged."""
    for table in (store.current(own_store).folder / "graph").glob("*.sst"):
        table.write_bytes(table.read_bytes()[:100])
    with pytest.raises(StoreError, match=r"damaged .*; build the store anew"):
        GraphStore.open(own_store).query("ASK { ?s ?p ?o }")


# Queries.


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    """A store with one fact, one inferred and one in a graph of its own."""
    inside = [
        *quads(":a bkg:locatedIn :b ."),
        *quads(":a bkg:locatedIn :c .", "inferred"),
        *quads(":x bkg:locatedIn :y .", "source/1"),
    ]
    return opened(tmp_path_factory.mktemp("small"), inside)


def objects(answer: object) -> set[str]:
    assert isinstance(answer, ox.QuerySolutions)
    return {str(solution["o"].value).removeprefix(ID) for solution in answer}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT ?o { ?s bkg:locatedIn ?o }", {"b", "c"}),
        ("SELECT ?o { GRAPH ?g { ?s bkg:locatedIn ?o } }", {"c", "y"}),
        ("SELECT ?o { GRAPH <https://w3id.org/borderkg/graph/source/1> { ?s bkg:locatedIn ?o } }", {"y"}),
        ("SELECT ?o { ?s <https://w3id.org/borderkg/ontology/locatedIn> ?o }", {"b", "c"}),
        ("PREFIX bkg: <urn:other:> SELECT ?o { ?s bkg:locatedIn ?o }", set()),
    ],
)
def test_what_a_query_sees(small: GraphStore, query: str, expected: set[str]) -> None:
    """A query sees facts and what follows from them; other graphs where it names them; its own prefixes go first."""
    assert objects(small.query(query)) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT ?o FROM <https://w3id.org/borderkg/graph/source/1> { ?s bkg:locatedIn ?o }", {"y"}),
        ("SELECT ?o FROM NAMED <https://w3id.org/borderkg/graph/source/1> { GRAPH ?g { ?s bkg:locatedIn ?o } }", {"y"}),
    ],
)
def test_a_query_may_name_its_graphs(small: GraphStore, query: str, expected: set[str]) -> None:
    """FROM and FROM NAMED make the dataset that they name."""
    assert objects(small.query(query)) == expected


def test_graphs_named_by_the_caller(small: GraphStore) -> None:
    """A caller may name the default graph and the graphs that GRAPH sees."""
    graph = ox.NamedNode(PREFIXES["graph"] + "source/1")
    assert objects(small.query("SELECT ?o { ?s bkg:locatedIn ?o }", default_graphs=[graph])) == {"y"}
    assert objects(small.query("SELECT ?o { GRAPH ?g { ?s bkg:locatedIn ?o } }", named_graphs=[graph])) == {"y"}
    assert objects(small.query("SELECT ?o { GRAPH ?g { ?s bkg:locatedIn ?o } }", default_graphs=[graph])) == set()
    assert objects(small.query("SELECT ?o { ?s bkg:locatedIn ?o }", named_graphs=[graph])) == set()


def test_manifest_is_readable(tmp_path: Path) -> None:
    """The manifest is JSON with sorted keys and Chinese as it is."""
    version = published(tmp_path, ONE, zebra="满洲里", ant=1)
    text = (version.folder / "manifest.json").read_text("utf-8")
    assert "满洲里" in text and list(json.loads(text)) == sorted(json.loads(text))
