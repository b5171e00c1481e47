"""The graph as rdflib sees it, over the same engine."""

from functools import partial
from typing import Any

import rdflib
from oxrdflib import OxigraphStore
from oxrdflib._converter import from_ox, to_ox
from rdflib.plugins.sparql.operators import register_custom_function
from rdflib.plugins.sparql.sparql import SPARQLError

from borderkg.errors import FederationError
from borderkg.graph import query_text
from borderkg.graph.store import GraphStore
from borderkg.sparql import functions


class _Engine:
    """The engine's store, whose queries may call our functions."""

    def __init__(self, engine: Any) -> None:
        self._engine = engine
        self.query = partial(engine.query, custom_functions=functions.CUSTOM)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)


class _LocalStore(OxigraphStore):
    """A store of rdflib's that answers as the endpoint does, and sends no query to another machine either."""

    def __init__(self, graph: GraphStore) -> None:
        super().__init__(store=_Engine(graph.engine))  # type: ignore[arg-type]
        self._graph = graph

    def query(self, query: Any, *arguments: Any, **options: Any) -> Any:
        """As rdflib asks it, in words or prepared. Raises QueryError for a SERVICE clause, or a wrong `bkg:search`."""
        if isinstance(query, str):
            query = query_text.local(self._graph.prepared(query))
        elif "ServiceGraphPattern" in repr(getattr(query, "algebra", "")):
            raise FederationError(query_text.REFUSED)
        return super().query(query, *arguments, **options)


def _for_rdflib(function: functions.Function) -> Any:
    """A function for queries that rdflib evaluates itself, which are those that it has prepared."""

    def call(*given: Any) -> Any:
        found = function.call(*(to_ox(term) for term in given))
        if found is None:
            raise SPARQLError(f"{function.iri}: arguments of other types")
        return from_ox(found)

    return call


for _function in functions.FUNCTIONS:
    register_custom_function(rdflib.URIRef(_function.iri), _for_rdflib(_function), override=True)


def dataset(graph: GraphStore) -> rdflib.Dataset:
    """A version as an rdflib Dataset; its default graph holds the facts, what follows from them is in a graph of its own."""
    return rdflib.Dataset(store=_LocalStore(graph), default_union=False)
