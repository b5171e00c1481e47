"""The graph as rdflib sees it, over the same engine."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import pyoxigraph as ox
import rdflib
from oxrdflib import OxigraphStore
from oxrdflib._converter import from_ox, to_ox
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.plugins.sparql.operators import register_custom_function
from rdflib.plugins.sparql.sparql import Query, SPARQLError
from rdflib.query import Result

from borderkg.errors import FederationError
from borderkg.graph import query_text
from borderkg.graph.store import Answer, GraphStore
from borderkg.sparql import functions
from borderkg.vocabulary import PREFIXES, XSD


class _Engine:
    """The engine's store, whose queries may call our functions."""

    def __init__(self, engine: Any) -> None:
        self._engine = engine
        self.query = partial(engine.query, custom_functions=functions.CUSTOM)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)


class _VersionStore(OxigraphStore):
    """A store of rdflib's over a version. A query of the dataset is answered as the endpoint answers it; none is sent to
    another machine."""

    def __init__(self, graph: GraphStore) -> None:
        super().__init__(store=_Engine(graph.engine))  # type: ignore[arg-type]
        self._graph = graph

    def query(
        self,
        query: str | Query,
        initNs: Mapping[str, Any],  # noqa: N803 # rdflib names its parameters so
        initBindings: Mapping[str, rdflib.term.Identifier],  # noqa: N803
        queryGraph: str,  # noqa: N803
        **options: Any,
    ) -> Result:
        """As rdflib asks it, in words or prepared. Raises QueryError."""
        if not isinstance(query, str):
            if "ServiceGraphPattern" in repr(query.algebra):
                raise FederationError(*query_text.REFUSED)
            raise NotImplementedError("rdflib evaluates a prepared query itself")
        if queryGraph == DATASET_DEFAULT_GRAPH_ID:
            known = {prefix: str(namespace) for prefix, namespace in initNs.items()}
            values = {ox.Variable(name): _engine_term(term) for name, term in initBindings.items()}
            return _result(self._graph.query(query, prefixes={**known, **PREFIXES}, substitutions=values))
        return super().query(query_text.local(self._graph.prepared(query)), initNs, initBindings, queryGraph, **options)


def _result(answer: Answer) -> Result:
    """An answer of the engine's as rdflib's."""
    if isinstance(answer, ox.QueryBoolean):
        found = Result("ASK")
        found.askAnswer = bool(answer)
    elif isinstance(answer, ox.QueryTriples):
        found = Result("CONSTRUCT")
        found.graph = rdflib.Graph()
        for triple in answer:
            found.graph.add((_term(triple.subject), _term(triple.predicate), _term(triple.object)))
    else:
        found = Result("SELECT")
        found.vars = [rdflib.Variable(variable.value) for variable in answer.variables]
        found.bindings = [
            {name: _term(value) for name, value in zip(found.vars, row, strict=True) if value is not None}
            for row in answer
        ]
    return found


def _term(term: Any) -> Any:
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    if term.language or term.datatype.value == XSD + "string":
        return rdflib.Literal(term.value, lang=term.language)
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value))


def _engine_term(term: rdflib.term.Identifier) -> ox.NamedNode | ox.Literal:
    if isinstance(term, rdflib.Literal):
        return ox.Literal(
            str(term),
            language=term.language,
            datatype=ox.NamedNode(term.datatype) if term.datatype and not term.language else None,
        )
    return ox.NamedNode(str(term))


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
    """A version as an rdflib Dataset. Its default graph holds the facts, what follows from them is in a graph of its own; a
    query sees both, unless it names graphs."""
    return rdflib.Dataset(store=_VersionStore(graph), default_union=False)
