"""`/reconcile`: the Reconciliation Service API 0.2 of the W3C's community group, for OpenRefine and other clients.

Pages of any site may read it (CORS). There is no JSONP: it would have the client's page run our answer as a script, and CORS
gives the same without.
"""

import json
from collections.abc import Awaitable, Callable, Container
from functools import partial
from typing import Any, Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from borderkg.errors import BorderKGError
from borderkg.graph.store import GraphStore
from borderkg.reconciliation import extending, requests, suggesting
from borderkg.reconciliation.matching import Matcher
from borderkg.reconciliation.requests import LONGEST, MOST_QUERIES, Query
from borderkg.server.messages import Job
from borderkg.server.problems import RequestError, problem_of
from borderkg.server.protocol import fields_of
from borderkg.server.sparql import allowed, shared_with_pages
from borderkg.server.workers import Pool

_METHODS: Final = ["GET", "HEAD", "POST", "OPTIONS"]
_READ: Final = ["GET", "HEAD", "OPTIONS"]
_FRAMED: Final = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors *"
}
"""A card is shown in a frame of the client's page. It has no script, no form and no link."""

_MOST_SKIPPED: Final = 1000


async def _service(request: Request) -> Response:
    """The manifest; or the candidates of a batch of `queries`; or what `extend` asks for."""
    if request.method == "OPTIONS":
        return allowed(_METHODS)
    pool: Pool = request.app.state.pool
    try:
        fields = await fields_of(request, pool.limits)
        _without_script(fields)
        given = [name for name in ("queries", "extend") if name in fields]
        if not given and request.method != "POST":
            return JSONResponse(suggesting.manifest(str(request.base_url).rstrip("/")))
        if len(given) != 1 or len(fields[given[0]]) != 1:
            raise RequestError(
                "reconciliation", "Give one batch, as queries=… or extend=….", "请用 queries=… 或 extend=… 给出一批。"
            )
        return _json(await pool.do(_job(given[0], fields[given[0]][0])))
    except BorderKGError as error:
        return problem_of(error)


def _job(name: str, text: str) -> Job:
    if name == "extend":
        return partial(extending.extended, extension=requests.extension(text))
    batch = requests.batch(text)
    if len(batch) > MOST_QUERIES:
        raise RequestError(
            "request-too-large",
            f"{len(batch)} queries in a batch; at most {MOST_QUERIES} at once.",
            f"一批有 {len(batch)} 个查询；一次至多 {MOST_QUERIES} 个。",
        )
    return partial(_results, batch=batch)


def _results(graph: GraphStore, batch: dict[str, Query]) -> dict[str, Any]:
    matcher = Matcher(graph)
    return {name: {"result": matcher.result(query)} for name, query in batch.items()}


async def _suggest(request: Request) -> Response:
    """What begins with `prefix`: entities, types or properties; `cursor` says how many to pass over."""

    async def found() -> Response:
        kind = _kind(request)
        prefix, skip = _given(request, "prefix"), _number(request, "cursor", _MOST_SKIPPED)
        if kind == "entity":
            return _json(await _pool(request).do(partial(suggesting.entities, prefix=prefix, skip=skip)))
        return JSONResponse((suggesting.types if kind == "type" else suggesting.properties)(prefix, skip))

    return await _answered(request, found)


async def _flyout(request: Request) -> Response:
    """A piece of HTML on the entity, type or property of `id`."""

    async def found() -> Response:
        kind, identifier = _kind(request), _given(request, "id")
        if kind == "entity":
            return _json(await _pool(request).do(partial(extending.flyout, identifier=identifier)))
        return JSONResponse(suggesting.flyout(identifier))

    return await _answered(request, found)


async def _preview(request: Request) -> Response:
    """A card of the entity of `id`, as a page for a frame."""

    async def found() -> Response:
        body = await _pool(request).do(partial(extending.card, identifier=_given(request, "id")))
        return HTMLResponse(json.loads(body), headers=_FRAMED)

    return await _answered(request, found)


async def _properties(request: Request) -> Response:
    """The properties that entities of `type` have, at most `limit`."""

    async def found() -> Response:
        limit = _number(request, "limit", _MOST_SKIPPED)
        job = partial(extending.properties, kind=_given(request, "type"), limit=limit)
        return _json(await _pool(request).do(job))

    return await _answered(request, found)


def _kind(request: Request) -> str:
    """What is suggested. Raises HTTPException where it is none of the three."""
    kind: str = request.path_params["kind"]
    if kind not in suggesting.KINDS:
        raise HTTPException(404)
    return kind


async def _answered(request: Request, function: Callable[[], Awaitable[Response]]) -> Response:
    if request.method == "OPTIONS":
        return allowed(_READ)
    try:
        _without_script(request.query_params)
        return await function()
    except BorderKGError as error:
        return problem_of(error)


def _pool(request: Request) -> Pool:
    pool: Pool = request.app.state.pool
    return pool


def _json(body: bytes) -> Response:
    return Response(body, media_type="application/json", headers={"Cache-Control": "no-cache"})


def _without_script(fields: Container[str]) -> None:
    if "callback" in fields:
        raise RequestError(
            "reconciliation",
            "callback: there is no JSONP; any page may read these addresses (CORS).",
            "callback：不支持 JSONP；任何网页均可直接读取这些地址（CORS）。",
        )


def _given(request: Request, name: str) -> str:
    text = request.query_params.get(name)
    if text is None or len(text) > LONGEST:
        raise RequestError(
            "reconciliation",
            f"{name}: {'missing' if text is None else 'too long'}; give it as {name}=…, of at most {LONGEST} characters.",
            f"{name}：{'缺少' if text is None else '过长'}；请用 {name}=… 给出，至多 {LONGEST} 个字符。",
        )
    return text


def _number(request: Request, name: str, most: int) -> int:
    text = request.query_params.get(name) or "0"
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text) <= most):
        raise RequestError(
            "reconciliation", f"{name}: expected a whole number up to {most}.", f"{name}：应为不大于 {most} 的整数。"
        )
    return int(text)


ROUTES: Final = tuple(
    Route(path, endpoint, methods=methods, middleware=shared_with_pages(methods))
    for path, endpoint, methods in (
        ("/reconcile", _service, _METHODS),
        ("/reconcile/suggest/{kind}", _suggest, _READ),
        ("/reconcile/flyout/{kind}", _flyout, _READ),
        ("/reconcile/preview", _preview, _READ),
        ("/reconcile/properties", _properties, _READ),
    )
)
