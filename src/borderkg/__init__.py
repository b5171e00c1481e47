"""BorderKG: a sourced, validated, queryable knowledge graph of China's border opening, populated from Chinese texts.

>>> import borderkg
>>> g = borderkg.open("build/graph")              # doctest: +SKIP
>>> g.query("SELECT ?p WHERE { ?p a bkg:Port }").to_pandas()   # doctest: +SKIP
"""

from pathlib import Path
from typing import TYPE_CHECKING

from borderkg import settings

if TYPE_CHECKING:
    from borderkg.api import KnowledgeGraph
    from borderkg.questions.remote import Connection

__version__ = settings.VERSION
__all__ = ["__version__", "connect", "open"]


def open(place: str | Path) -> "KnowledgeGraph":
    """Open the current version of a store: a folder that `borderkg build` wrote, or the address of a server that
    `borderkg publish` loaded. Raises StoreError where there is none, RemoteError where a server does not answer."""
    from borderkg.api import open_graph

    return open_graph(place)


def connect(url: str, *, user: str = "", password: str = "", seconds: float = settings.REMOTE_SECONDS) -> "Connection":
    """A connection to any SPARQL 1.1 endpoint: `borderkg.connect(url).query("SELECT …").to_pandas()`.

    Credentials go over https alone, or to this machine. Raises RemoteError for what is no such address."""
    from borderkg.questions.remote import Connection

    return Connection(url, user=user, password=password, seconds=seconds)
