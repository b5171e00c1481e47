"""`/api/complete` and `/api/check`: help for who writes a query, as JSON."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from borderkg.api import KnowledgeGraph
from borderkg.errors import BorderKGError
from borderkg.questions import checking, completion
from borderkg.server import parameters
from borderkg.server.entities import graph_of
from borderkg.server.parameters import Parameter, ParameterError
from borderkg.server.problems import problem_of

_LONGEST: Final = 4000
_QUERY: Final = Parameter(
    "query", "The query as far as it is written. 查询文本。", "", most=_LONGEST, example="SELECT ?x { ?x a bkg:Port ; "
)
COMPLETE: Final = (
    _QUERY,
    Parameter(
        "cursor", "The place, as characters before it; without it the end. 光标位置。", integer=True, most=_LONGEST
    ),
    parameters.limit(30, 200),
)
CHECK: Final = (_QUERY,)


async def complete(request: Request) -> Response:
    """What may stand at the cursor, the likeliest first."""

    def found(graph: KnowledgeGraph, asked: dict[str, Any]) -> dict[str, Any]:
        text = asked["query"]
        cursor = len(text) if asked["cursor"] is None else min(asked["cursor"], len(text))
        entries = completion.complete(text, cursor, graph.terms, graph.store.index, asked["limit"])
        return {"completions": [asdict(entry) for entry in entries]}

    return await _answer(request, COMPLETE, found)


async def check(request: Request) -> Response:
    """The remarks on a query, in the order of their places."""

    def found(graph: KnowledgeGraph, asked: dict[str, Any]) -> dict[str, Any]:
        remarks = checking.check(asked["query"], graph.terms, graph.store.index) if asked["query"] else []
        return {"remarks": [asdict(remark) for remark in remarks]}

    return await _answer(request, CHECK, found)


async def _answer(
    request: Request, known: Sequence[Parameter], found: Callable[[KnowledgeGraph, dict[str, Any]], dict[str, Any]]
) -> Response:
    try:
        asked = parameters.read(request, known)
        return JSONResponse(await run_in_threadpool(lambda: found(graph_of(request), asked)))
    except ParameterError as error:
        return parameters.refusal(error)
    except BorderKGError as error:
        return problem_of(error)
