"""`/.well-known/void`: what the dataset is, for machines (VoID, section 7.2); `/.well-known/dcat`: the same for portals."""

from collections.abc import Callable

import pyoxigraph as ox
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from borderkg.errors import BorderKGError
from borderkg.graph.description import catalogue, described
from borderkg.graph.store import GraphStore
from borderkg.server import rdf
from borderkg.server.entities import graph_of
from borderkg.server.problems import problem_of


async def _void(request: Request) -> Response:
    return await _told(request, described)


async def _dcat(request: Request) -> Response:
    return await _told(request, catalogue)


async def _told(request: Request, what: Callable[[GraphStore], list[ox.Triple]]) -> Response:
    try:
        triples = await run_in_threadpool(lambda: what(graph_of(request).store))
    except BorderKGError as error:
        return problem_of(error)
    return rdf.answer(request, triples)


ROUTES = (Route("/.well-known/void", _void), Route("/.well-known/dcat", _dcat))
