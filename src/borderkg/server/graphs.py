"""The SPARQL 1.1 Graph Store HTTP Protocol, for reading: whole graphs by name, at `/rdf-graphs/service` and at an address
of their own for the graphs whose IRIs are ours. The graphs change by builds alone, so that every writing method is 405."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from borderkg.errors import BorderKGError
from borderkg.graph.store import current
from borderkg.server.answers import Streamed, tag, unchanged
from borderkg.server.messages import Task
from borderkg.server.negotiation import wanted
from borderkg.server.problems import RequestError, problem_of
from borderkg.server.protocol import absolute
from borderkg.server.sparql import allowed, shared_with_pages
from borderkg.vocabulary import GRAPH

_METHODS = ["GET", "HEAD", "OPTIONS"]


async def _named(request: Request) -> ASGIApp:
    """A graph that the address names (section 4.2), or the default graph (section 5.1)."""
    graphs, default = request.query_params.getlist("graph"), "default" in request.query_params
    if request.method == "OPTIONS":
        return allowed(_METHODS)
    try:
        if len(graphs) + default != 1:
            raise RequestError(
                "request",
                "Name one graph: ?graph=IRI, or ?default for what a query sees.",
                "请指定一个图：?graph=IRI；或用 ?default 取查询默认所见的图。",
            )
        return _whole(request, "" if default else absolute(graphs[0], "graph"))
    except BorderKGError as error:
        return problem_of(error)


async def _direct(request: Request) -> ASGIApp:
    """A graph whose IRI ends as the address does (section 4.1)."""
    if request.method == "OPTIONS":
        return allowed(_METHODS)
    try:
        return _whole(request, absolute(GRAPH + request.path_params["name"], "graph"))
    except BorderKGError as error:
        return problem_of(error)


def _whole(request: Request, iri: str) -> ASGIApp:
    accept = wanted(request)
    same: Response | None = unchanged(request, tag(current(request.app.state.place).name, accept))
    return same or Streamed(request.app.state.pool, Task(accept=accept, graph=iri), tagged=True)


ROUTES = [
    Route("/rdf-graphs/service", _named, methods=_METHODS, middleware=shared_with_pages(_METHODS)),
    Route("/graph/{name:path}", _direct, methods=_METHODS, middleware=shared_with_pages(_METHODS)),
]
