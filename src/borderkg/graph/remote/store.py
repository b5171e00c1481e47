"""A store on a SPARQL 1.1 server: the same questions as of one on disk, and the same answers.

A query is sent to the server. What the server is known to answer wrongly, and what calls functions that it lacks, is
answered here over the part of the graph that it needs.
"""

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from borderkg.errors import RemoteError
from borderkg.graph import departures, query_text
from borderkg.graph import store as local
from borderkg.graph.query_text import Bindings
from borderkg.graph.remote import needed, publication, wording
from borderkg.graph.remote.copied import Copied
from borderkg.graph.remote.publication import FACTS, NOTHING
from borderkg.graph.store import Answer, Graphs, GraphStore
from borderkg.sparql import functions
from borderkg.sparql.rewriting import searched

if TYPE_CHECKING:
    from borderkg.graph.search import Index

_OWN: Final = frozenset(function.iri for function in functions.FUNCTIONS)


class RemoteStore(GraphStore):
    """The version that a server has, as long as it has it."""

    def __init__(self, url: str) -> None:
        """Raises RemoteError where the server does not answer, StoreError where it has no whole graph of ours."""
        self.place = url
        self._endpoint = publication.endpoint_of(url)
        self._version = publication.whole(self._endpoint)
        self.version = self._version
        self._copied = Copied(self._endpoint, self._version, self.home, self._still_there)

    @property
    def is_current(self) -> bool:
        return publication.current(str(self.place)).key == self._version.key

    @cached_property
    def home(self) -> Path:
        """A folder of this machine's cache, by the address. It is made where it can be."""
        base = os.environ.get("XDG_CACHE_HOME", "")
        cache = Path(base) if base.startswith("/") else Path.home() / ".cache"
        folder = cache / "borderkg" / "stores" / hashlib.sha256(str(self.place).encode()).hexdigest()[:16]
        with contextlib.suppress(OSError):  # who only asks the server needs none
            folder.mkdir(parents=True, exist_ok=True)
        return folder

    def query(
        self,
        text: str,
        *,
        bindings: Bindings | None = None,
        default_graphs: Graphs | None = None,
        named_graphs: list[ox.NamedNode] | None = None,
        rows: Mapping[str, str] = local.NO_ROWS,
        **options: Any,
    ) -> Answer:
        asked = searched(query_text.bound(text, bindings or {}), self.search)
        asked = local.checked(asked, **options)
        if rows or options or self._is_for_here(asked):  # options are the engine's own
            part = self._copied.holding(needed.predicates(asked))
            asked = self.prepared(asked)
            dataset: dict[str, Any] = {"default_graphs": default_graphs, "named_graphs": named_graphs}
            return local.ask(part, asked, rows=rows, **dataset, **options)
        defaults, named = self._dataset(asked, default_graphs, named_graphs)

        def holds(prologue: str, term: str) -> bool:
            held = f"{prologue} ASK {{ {{ {term} ?p ?o }} UNION {{ ?s ?p {term} }} }}"
            return bool(self._endpoint.ask(wording.declared(held), defaults))

        # In words that mean the same to every engine: those that ours needs, others do too.
        asked = departures.mended(asked, lambda: [graph for graph in named if graph != NOTHING], holds)
        answer: Answer = self._endpoint.ask(wording.declared(asked), defaults, named)
        self._still_there()
        return answer

    def _is_for_here(self, text: str) -> bool:
        """Whether the server would answer wrongly, or lacks what the query calls."""
        if self._endpoint.quirks.misanswers(text):
            return True
        return not _OWN.isdisjoint(wording.names(text))

    def _dataset(
        self, text: str, default_graphs: Graphs | None, named_graphs: list[ox.NamedNode] | None
    ) -> tuple[list[str], list[str]]:
        """The graphs that a query sees, in the words of the protocol; none where it names them itself."""
        if default_graphs is None and named_graphs is None:
            if query_text.names_its_graphs(text):
                return [], []
            default_graphs = local.DEFAULT_GRAPHS
            names = self._version.named if "GRAPH" in query_text.words(text) else []
        else:
            names = [graph.value for graph in named_graphs or []]
        defaults = [FACTS if isinstance(g, ox.DefaultGraph) else g.value for g in default_graphs or []]
        return defaults or [NOTHING], names or [NOTHING]  # a server may take none given for all

    def _still_there(self) -> None:
        """Raises RemoteError where another version was loaded while this one was asked."""
        if publication.current(str(self.place), fresh=0.0).key != self._version.key:
            raise RemoteError(
                f"{self.place}: another version was loaded while this one was asked; ask again.",
                f"{self.place}：查询期间载入了另一版本；请重新查询。",
            )

    def quads(self, *pattern: ox.NamedNode | ox.Literal | ox.DefaultGraph | None) -> Iterator[ox.Quad]:
        filled = [*pattern, *([None] * (4 - len(pattern)))]
        subject, predicate, obj, graph = filled
        if graph is not None and (subject, predicate, obj) == (None, None, None):
            iri = FACTS if isinstance(graph, ox.DefaultGraph) else graph.value
            found = list(self._copied.graph(iri)) if iri in self._version.graphs else []
            self._still_there()
        else:
            wanted = frozenset({predicate.value}) if isinstance(predicate, ox.NamedNode) else None
            part = self._copied.holding(wanted)
            found = list(part.quads_for_pattern(*filled))  # type: ignore[arg-type]
        return iter(found)

    def holds_graph(self, iri: str) -> bool:
        return iri in self._version.named

    def dump(self) -> bytes:
        return local.sorted_nquads(self.engine)

    def __len__(self) -> int:
        return self._version.size

    @cached_property
    def engine(self) -> ox.Store:
        return self._copied.holding(None)

    @cached_property
    def index(self) -> "Index":
        """Written here once for a version, from the server's labels."""
        from borderkg.graph import named, names_index
        from borderkg.graph.search import Index

        folder = self._copied.folder
        if not (folder / names_index.FILE).is_file():
            part = self._copied.holding(named.PREDICATES)
            with tempfile.TemporaryDirectory(prefix=".tmp-", dir=folder) as made:
                written = Path(made) / names_index.FILE
                names_index.write(named.Named.of(part), written)
                written.replace(folder / names_index.FILE)
        return Index(folder)
