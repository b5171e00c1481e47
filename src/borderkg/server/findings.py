"""What the checks found, as JSON: conflicts between claims, and figures that do not add up; filtered, page by page.

`/api/findings` has both, with counts for each filter, and as files to take away.
"""

from collections.abc import Callable
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from borderkg.api import KnowledgeGraph
from borderkg.errors import BorderKGError, QueryError
from borderkg.findings import page, reading, writing
from borderkg.findings.reading import Disagreement, Filter
from borderkg.schema import load as load_schema
from borderkg.server import parameters
from borderkg.server.entities import graph_of
from borderkg.server.parameters import ParameterError
from borderkg.server.problems import problem_of
from borderkg.vocabulary import BKC

_PAGE: Final = 50
_MOST: Final = 500
"""So many findings an answer holds where nothing is said, and at most."""
_LONGEST: Final = 200
_FILES: Final = {
    "csv": ("text/csv; charset=utf-8", writing.to_csv),
    "html": ("text/html; charset=utf-8", lambda found: page.page(found, "Conflicts and audit", "冲突与核算")),
}
"""The formats of a file, besides JSON, with what writes them."""


async def conflicts(request: Request) -> Response:
    return await _answer(request, lambda graph, given: graph.conflicts(**given))


async def audit(request: Request) -> Response:
    return await _answer(request, lambda graph, given: graph.audit(**given))


async def _answer(request: Request, ask: Callable[[KnowledgeGraph, dict[str, Any]], list[Disagreement]]) -> Response:
    try:
        found = await run_in_threadpool(lambda: ask(graph_of(request), _filters(request)))
        return JSONResponse(_paged(request, found))
    except BorderKGError as error:
        return problem_of(error)


async def everything(request: Request) -> Response:
    """Conflicts and audit together: a page as JSON with `facets`, or all that fits as a file (`format=csv`, `json`, `html`;
    `bom=true` for Excel)."""
    try:
        return await run_in_threadpool(lambda: _everything(graph_of(request), request))
    except ParameterError as error:
        return parameters.refusal(error)
    except BorderKGError as error:
        return problem_of(error)


def _everything(graph: KnowledgeGraph, request: Request) -> Response:
    wanted = Filter(**_filters(request))
    form = request.query_params.get("format", "")
    if form not in ("", "json", *_FILES):
        known = ", ".join(("json", *_FILES))
        raise QueryError(
            f"format={form[:50]}: no such format; known are {known}.",
            f"format={form[:50]}：没有这种格式；可用：{known}。",
        )
    bom = parameters.BOM.read(request.query_params.get("bom", "false"))
    found = graph.findings()
    fitting = [finding for finding in found if wanted.takes(finding)]
    name = {"Content-Disposition": f'attachment; filename="findings.{form}"'}
    if form in _FILES:
        media, write = _FILES[form]
        before = parameters.mark(bom) if form == "csv" else ""
        return Response(before + write(fitting), media_type=media, headers=name)
    if form:
        return Response(writing.to_json(fitting), media_type="application/json", headers=name)
    return JSONResponse({**_paged(request, fitting), "facets": _facets(found, wanted)})


def _facets(found: list[Disagreement], wanted: Filter) -> dict[str, list[dict[str, Any]]]:
    """Each facet's values with their names in Chinese and English, and their numbers."""
    concepts = {concept.iri: (concept.label_zh, concept.label_en) for concept in load_schema().concepts}
    citations = {side.source: side.citation for finding in found for side in finding.sides}

    def named(facet: str, value: str) -> tuple[str, str]:
        scheme = {"kind": "conflict-kind", "severity": "severity"}.get(facet)
        return concepts.get(f"{BKC}{scheme}-{value}", (citations.get(value, value),) * 2)

    return {
        facet: [{"value": value, "labels": named(facet, value), "count": n} for value, n in counts.items()]
        for facet, counts in reading.facets(found, wanted).items()
    }


def _paged(request: Request, found: list[Disagreement]) -> dict[str, Any]:
    limit, offset = _number(request, "limit", _PAGE, _MOST), _number(request, "offset", 0, None)
    shown = [finding.as_dict() for finding in found[offset : offset + limit]]
    return {"total": len(found), "offset": offset, "limit": limit, "findings": shown}


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
        raise QueryError(
            f"{name}={text[:50]}: expected a whole number, as in {name}={default}.",
            f"{name}={text[:50]}：须为整数，如 {name}={default}。",
        )
    return min(int(text), most) if most is not None else int(text)


ROUTES: Final = (
    Route("/api/conflicts", conflicts),
    Route("/api/audit", audit),
    Route("/api/findings", everything),
)
