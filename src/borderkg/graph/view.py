"""The graph as rdflib sees it, over the same engine."""

from typing import Any

import rdflib
from oxrdflib import OxigraphStore

from borderkg.errors import FederationError
from borderkg.graph import query_text
from borderkg.graph.store import GraphStore


class _LocalStore(OxigraphStore):
    """A store of rdflib's that sends no query to another machine either."""

    def query(self, query: Any, *arguments: Any, **options: Any) -> Any:
        """As rdflib asks it, in words or prepared. Raises QueryError for a SERVICE clause."""
        if isinstance(query, str):
            query = query_text.local(query)
        elif "ServiceGraphPattern" in repr(getattr(query, "algebra", "")):
            raise FederationError(query_text.REFUSED)
        return super().query(query, *arguments, **options)


def dataset(graph: GraphStore) -> rdflib.Dataset:
    """A version as an rdflib Dataset; its default graph holds the facts, what follows from them is in a graph of its own."""
    return rdflib.Dataset(store=_LocalStore(store=graph.engine), default_union=False)
