"""What the explorer shows, as JSON: an entity with its claims and passages, proofs, the summary."""

from dataclasses import asdict
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from borderkg.api import KnowledgeGraph
from borderkg.errors import BorderKGError, QueryError
from borderkg.graph import description
from borderkg.schema import load as load_schema
from borderkg.server import entity_page
from borderkg.server.problems import problem_of
from borderkg.vocabulary import ID

_LONGEST: Final = 500


def graph_of(request: Request) -> KnowledgeGraph:
    """The graph of the current version; a new version is taken up at the next request."""
    state = request.app.state
    if state.graph is None or not state.graph.store.is_current:
        state.graph = KnowledgeGraph(state.place)
    graph: KnowledgeGraph = state.graph
    return graph


async def summary(request: Request) -> Response:
    return await _answer(request, _summary)


def _summary(graph: KnowledgeGraph, request: Request) -> dict[str, Any]:
    del request
    manifest = graph.store.version.manifest
    texts = graph.query(
        "SELECT ?name ?citation ?source { ?source bkg:fileName ?name ; bkg:citation ?citation } ORDER BY ?name"
    )
    about = {"version": graph.store.version.name, **manifest["summary"]}
    return {**about, "texts": list(texts), "citation": description.cited(graph.store)}


async def entity(request: Request) -> Response:
    return await _answer(request, _entity)


def _entity(graph: KnowledgeGraph, request: Request) -> dict[str, Any]:
    return entity_page.of(graph, request.query_params.get("iri", ""))


async def claims(request: Request) -> Response:
    """The claims about anything that the graph holds (an entity, a figure, a claim itself), with their passages."""
    return await _answer(request, _claims)


def _claims(graph: KnowledgeGraph, request: Request) -> dict[str, Any]:
    iri = request.query_params.get("iri", "")
    if not iri.startswith(ID):
        raise QueryError(
            f"give what the claims are about as iri=: an IRI that begins with {ID}.",
            f"请用 iri= 给出以 {ID} 开头的 IRI。",
        )
    found = graph.statements(iri)
    labels = load_schema().labels
    predicates = {statement.predicate for statement in found}
    return {
        "iri": iri,
        "label": graph.label(iri),
        "predicateLabels": {name: labels.get(name, (name, name)) for name in predicates},
        "claims": [asdict(statement) for statement in found],
    }


async def exists(request: Request) -> bool:
    """Whether the entity that the address names is in the graph."""

    def known() -> bool:
        return graph_of(request).names.has(request.query_params.get("iri", ""))

    return await run_in_threadpool(known)


async def why(request: Request) -> Response:
    return await _answer(request, _why)


def _why(graph: KnowledgeGraph, request: Request) -> dict[str, Any]:
    words = [request.query_params.get(name, "")[:_LONGEST] for name in ("s", "p", "o")]
    if not all(words):
        raise QueryError(
            "give the triple as s, p and o: /api/why?s=满洲里口岸&p=locatedIn&o=中国.",
            "请用 s、p、o 给出三元组：/api/why?s=满洲里口岸&p=locatedIn&o=中国。",
        )
    return graph.described(graph.why(*words))


async def _answer(request: Request, function: Any) -> Response:
    try:
        return JSONResponse(await run_in_threadpool(lambda: function(graph_of(request), request)))
    except BorderKGError as error:
        return problem_of(error)
