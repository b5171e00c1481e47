"""`/.well-known/void`: what the dataset is, for machines (VoID, section 7.2)."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from borderkg.errors import BorderKGError
from borderkg.graph.description import described
from borderkg.server import rdf
from borderkg.server.entities import graph_of
from borderkg.server.problems import problem_of


async def _void(request: Request) -> Response:
    try:
        triples = await run_in_threadpool(lambda: described(graph_of(request).store))
    except BorderKGError as error:
        return problem_of(error)
    return rdf.answer(request, triples)


ROUTES = (Route("/.well-known/void", _void),)
