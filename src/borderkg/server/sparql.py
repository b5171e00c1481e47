"""`/sparql`: the SPARQL 1.1 Protocol for queries, and the description of the service for who asks nothing."""

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from borderkg.errors import BorderKGError
from borderkg.graph.description import service_description
from borderkg.graph.query_text import changes_by_itself
from borderkg.graph.store import current
from borderkg.server import protocol, rdf
from borderkg.server.answers import Streamed, tag, unchanged
from borderkg.server.entities import graph_of
from borderkg.server.messages import Task
from borderkg.server.problems import problem_of
from borderkg.server.workers import Pool

_METHODS = ["GET", "HEAD", "POST", "OPTIONS"]


def shared_with_pages(methods: list[str]) -> list[Middleware]:
    """What lets pages of any site read an address (CORS): the graph is public, and nothing can be changed."""
    return [
        Middleware(
            CORSMiddleware,
            allow_origins=["*"],
            allow_methods=methods,
            allow_headers=["Accept", "Accept-Language", "Content-Type", "If-None-Match"],
            expose_headers=["ETag"],
            max_age=86400,
        )
    ]


def allowed(methods: list[str]) -> Response:
    """The answer to OPTIONS."""
    return Response(status_code=204, headers={"Allow": ", ".join(methods)})


async def _endpoint(request: Request) -> ASGIApp:
    """Answer a query. The store is for reading only: there is no update."""
    if request.method == "OPTIONS":
        return allowed(_METHODS)
    pool: Pool = request.app.state.pool
    try:
        asked = await protocol.read(request, pool.limits)
        if asked is None:
            return await run_in_threadpool(_description, request)
        steady = not changes_by_itself(asked.query)
        same = unchanged(request, tag(current(request.app.state.place).name, asked.accept)) if steady else None
    except BorderKGError as error:
        return problem_of(error)
    task = Task(asked.query, asked.accept, asked.default_graphs, asked.named_graphs)
    tagged = steady and request.method != "POST"
    return same or Streamed(pool, task, tagged=tagged, before_csv=asked.before_csv)


def _description(request: Request) -> Response:
    """What the service is and has (SPARQL 1.1 Service Description)."""
    endpoint = str(request.url.replace(query="", fragment=""))
    federates = bool(request.app.state.pool.limits.endpoints)
    triples = service_description(graph_of(request).store, endpoint, federates=federates)
    return rdf.answer(request, triples, strict=True)


ROUTES = [Route("/sparql", _endpoint, methods=_METHODS, middleware=shared_with_pages(_METHODS))]
