"""What the checks found, as JSON: conflicts between claims, and figures that do not add up; filtered, page by page."""

from collections.abc import Callable
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from borderkg.api import KnowledgeGraph
from borderkg.errors import BorderKGError, QueryError
from borderkg.findings.reading import Disagreement
from borderkg.server.entities import graph_of
from borderkg.server.problems import problem_of

_PAGE: Final = 50
_MOST: Final = 500
"""So many findings an answer holds where nothing is said, and at most."""
_LONGEST: Final = 200


async def conflicts(request: Request) -> Response:
    return await _answer(request, lambda graph, given: graph.conflicts(**given))


async def audit(request: Request) -> Response:
    return await _answer(request, lambda graph, given: graph.audit(**given))


async def _answer(request: Request, ask: Callable[[KnowledgeGraph, dict[str, Any]], list[Disagreement]]) -> Response:
    try:
        limit, offset = _number(request, "limit", _PAGE, _MOST), _number(request, "offset", 0, None)
        found = await run_in_threadpool(lambda: ask(graph_of(request), _filters(request)))
    except BorderKGError as error:
        return problem_of(error)
    shown = [finding.as_dict() for finding in found[offset : offset + limit]]
    return JSONResponse({"total": len(found), "offset": offset, "limit": limit, "findings": shown})


def _filters(request: Request) -> dict[str, Any]:
    """The filters in the address, as `KnowledgeGraph` takes them."""
    names = ("source", "kind", "indicator")
    given: dict[str, Any] = {name: request.query_params.get(name, "")[:_LONGEST] for name in names}
    given["severities"] = tuple(request.query_params.getlist("severity"))
    return given


def _number(request: Request, name: str, default: int, most: int | None) -> int:
    """A number in the address, cut to the most that is given. Raises QueryError where it is none."""
    text = request.query_params.get(name, str(default))
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise QueryError(f"{name}={text[:50]}: expected a whole number, as in {name}={default}.")
    return min(int(text), most) if most is not None else int(text)


ROUTES: Final = (Route("/api/conflicts", conflicts), Route("/api/audit", audit))
