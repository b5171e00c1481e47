"""What a server says of the graph that was loaded into it: version, manifest, graphs with their sizes, and whether it is whole.

It is one literal in a graph of its own, written before a loading begins and again when it has ended, so that nobody takes
a part for the whole. The layout is the same on every server: each graph by its IRI, the facts, which a store on disk has in
its default graph, in one of their own (docs/decisions/0017). A query is sent with the graphs that it sees.
"""

import json
import time
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from borderkg import settings
from borderkg.errors import RemoteError, StoreError
from borderkg.graph.remote import address
from borderkg.graph.remote.endpoint import Endpoint
from borderkg.graph.remote.exchange import Exchange
from borderkg.vocabulary import GRAPH, RDF

FACTS: Final = GRAPH + "facts"
RECORD: Final = GRAPH + "publication"
NOTHING: Final = GRAPH + "none"
"""A graph that never is: the default graph of a query that sees none."""

FORMAT: Final = 1
_VALUE: Final = ox.NamedNode(RDF + "value")
_FRESH: Final = 1.0
"""Seconds for which what a server said of its version is believed."""


@dataclass(frozen=True)
class Publication:
    """A version on a server."""

    url: str
    name: str
    manifest: dict[str, Any] = field(repr=False)
    graphs: dict[str, int] = field(repr=False)
    """The IRIs of the graphs, that of the facts among them, with their numbers of triples."""
    complete: bool = True

    @property
    def folder(self) -> Path:
        raise StoreError(
            f"{self.url}: keeps the graph alone, not the files of its build; give the folder of the build."
        )

    @property
    def named(self) -> list[str]:
        """The graphs that GRAPH ranges over, as in a store on disk."""
        return [iri for iri in self.graphs if iri != FACTS]

    @property
    def size(self) -> int:
        return sum(self.graphs.values())

    @property
    def key(self) -> str:
        """What tells it from every other version."""
        return f"{self.name}-{self.manifest.get('graph', '')[:16]}"

    def written(self) -> str:
        """The update that makes it what the server says of itself."""
        said = {
            "format": FORMAT,
            "version": self.name,
            "complete": self.complete,
            "graphs": self.graphs,
            "manifest": self.manifest,
        }
        literal = ox.Literal(json.dumps(said, ensure_ascii=False, sort_keys=True))
        triple = f"{ox.NamedNode(RECORD)} {_VALUE} {literal}"
        return f"CLEAR SILENT GRAPH <{RECORD}> ;\nINSERT DATA {{ GRAPH <{RECORD}> {{ {triple} }} }}"


def read(endpoint: Endpoint) -> Publication | None:
    """What a server says; None where nothing was loaded into it. Raises RemoteError; StoreError for another format."""
    query = f"SELECT ?said {{ GRAPH <{RECORD}> {{ <{RECORD}> <{_VALUE.value}> ?said }} }}"
    rows = [row[0] for row in endpoint.ask(query, [NOTHING], [RECORD])]
    if not rows:
        return None
    try:
        said = json.loads(rows[0].value)
        found = said.get("format")
        if len(rows) == 1 and found == FORMAT:
            return Publication(endpoint.url, said["version"], said["manifest"], said["graphs"], said["complete"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreError(f"{endpoint.url}: what it says of its graph is damaged; {_publish(endpoint.url)}") from error
    raise StoreError(f"{endpoint.url}: a graph loaded by another BorderKG (format {found}); {_publish(endpoint.url)}")


def whole(endpoint: Endpoint) -> Publication:
    """The version that a server has. Raises StoreError where there is none, or a part of one."""
    found = read(endpoint)
    if found is None:
        raise StoreError(
            f"{endpoint.url}: no BorderKG graph there; {_publish(endpoint.url)}",
            f"{endpoint.url}：没有 BorderKG 图谱；请先载入：borderkg publish {endpoint.url} --store FOLDER",
        )
    if not found.complete:
        raise StoreError(
            f"{endpoint.url}: version {found.name} is being loaded, or its loading was broken off; "
            f"wait, or go on with it: borderkg publish {endpoint.url} --store FOLDER",
            f"{endpoint.url}：版本 {found.name} 正在载入或载入中断；请稍候，或以 borderkg publish 继续。",
        )
    return found


def _publish(url: str) -> str:
    return f"load one: borderkg publish {url} --store FOLDER"


@cache
def endpoint_of(url: str) -> Endpoint:
    """The endpoint of a store, with the credentials of the environment. Raises RemoteError for an address that is none."""
    given = address.credentials()
    return Endpoint(Exchange(address.checked(url, guarded=True), given=given))


_known: dict[str, tuple[float, Publication]] = {}


def current(url: str, *, fresh: float = _FRESH) -> Publication:
    """The version that the store at an address has, as of a moment ago. Raises StoreError; RemoteError."""
    asked, found = _known.get(url, (float("-inf"), None))
    if found is None or time.monotonic() - asked > fresh:
        asked = time.monotonic()
        found = whole(endpoint_of(url))
        _known[url] = asked, found
    return found


def too_many(endpoint: Endpoint, quads: int, what: str) -> RemoteError:
    """That something would fetch more than is fetched."""
    most = settings.REMOTE_QUADS
    return RemoteError(
        f"{endpoint.url}: {what} would fetch {quads:,} statements, and {most:,} are the most; "
        "do it over the folder of the build.",
        f"{endpoint.url}：需取回 {quads:,} 条陈述，超过上限 {most:,}；请对构建所在的文件夹操作。",
    )
