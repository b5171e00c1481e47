"""`/api/query`: a query for programs and pages, with an answer that always says how it ended; and its cancellation."""

import re
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from borderkg.errors import BorderKGError
from borderkg.server import protocol
from borderkg.server.answers import Told
from borderkg.server.messages import Task
from borderkg.server.problems import RequestError, problem, problem_of
from borderkg.server.workers import Pool

_NAME: Final = re.compile(r"[A-Za-z0-9-]{8,64}")
_MOST: Final = re.compile(r"[1-9][0-9]{0,8}")


async def _query(request: Request) -> ASGIApp:
    """Answer as JSON; triples are rows of subject, predicate and object.

    `id` names the query, to call it off by; `most` is the number of rows after which the answer is cut.
    """
    pool: Pool = request.app.state.pool
    try:
        asked = await protocol.read(request, pool.limits)
        if asked is None:
            raise RequestError("request", "Give a query, as query=….", "请用 query=… 给出查询。")
        name = request.query_params.get("id", "")
        if name and not _NAME.fullmatch(name):
            raise RequestError(
                "request", "An id is 8 to 64 letters, digits and hyphens.", "id 由 8 至 64 个字母、数字和连字符组成。"
            )
        most = request.query_params.get("most", "")
        if most and not _MOST.fullmatch(most):
            raise RequestError("request", "most is a whole number from 1 on.", "most 是大于等于 1 的整数。")
    except BorderKGError as error:
        return problem_of(error)
    task = Task(
        asked.query,
        "application/json",
        asked.default_graphs,
        asked.named_graphs,
        as_rows=True,
        most=int(most) if most else None,
    )
    return Told(pool, task, name=name)


async def _cancel(request: Request) -> Response:
    """Call off a running query."""
    name = request.path_params["id"]
    if request.app.state.pool.cancel(name):
        return Response(status_code=204)
    return problem("not-found", f"{name[:64]}: no such query is running.", f"{name[:64]}：没有正在运行的这个查询。")


ROUTES = [
    Route("/api/query", _query, methods=["GET", "POST"]),
    Route("/api/query/{id}", _cancel, methods=["DELETE"]),
]
