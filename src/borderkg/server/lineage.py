"""`/api/lineage` and `/api/diffusion`: the questions of `borderkg lineage` and `borderkg diffusion`, over HTTP.

Their figures (`borderkg.server.figures`) are formats of the same answers.
"""

from collections.abc import Callable
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from borderkg.api import KnowledgeGraph
from borderkg.errors import BorderKGError, QueryError
from borderkg.figures import style
from borderkg.lineage import exports
from borderkg.lineage.hop import BACKWARD
from borderkg.questions.lineages import Question
from borderkg.server import figures
from borderkg.server.entities import graph_of
from borderkg.server.problems import problem_of

_TEXTS: Final = ("name", "to", "as_of", "known_by", "period", "region", "source", "direction")
_LISTS: Final = {"relation": "relations", "level": "levels"}
_KNOWN: Final = frozenset({*_TEXTS, *_LISTS, "stated_only", "depth", "format", *figures.PARAMETERS})
_LONGEST: Final = 500


async def lineage(request: Request) -> Response:
    """The lineage around `?name=…` with the options of the command line; `format=` one of its formats."""
    return await _answer(request, _lineage)


async def diffusion(request: Request) -> Response:
    """How `?of=…` (a platform type or a subject) spread."""
    return await _answer(request, _diffusion)


def _lineage(graph: KnowledgeGraph, request: Request) -> Response:
    form = request.query_params.get("format", "json")
    if form in figures.FORMATS:
        return figures.lineage(graph, question_of(request), form, request.query_params)
    if form not in exports.FORMATS:
        known = ", ".join((*exports.FORMATS, *figures.FORMATS))
        raise QueryError(
            f"{form[:_LONGEST]!r} is no format; known are {known}.", f"{form[:_LONGEST]}：没有这种格式；可用：{known}。"
        )
    answer = graph.lineages.ask(question_of(request))
    if form == "json":
        found = answer.as_dict()
        return JSONResponse({**found, "edges": [*map(_as_drawn, found["edges"])]})
    return Response(exports.written(answer.graph, form), media_type=exports.MEDIA_TYPES[form])


def _as_drawn(edge: dict[str, Any]) -> dict[str, Any]:
    """An edge with its `family`, in whose colour it is drawn, and whether its relation reads from the later `back` to the
    earlier."""
    relation = edge["relation"]
    return {**edge, "family": style.family(relation).key, "back": relation in BACKWARD}


def question_of(request: Request) -> Question:
    """The question that an address puts. Raises QueryError for an unknown or ill-formed parameter."""
    given = request.query_params
    if unknown := sorted(set(given) - _KNOWN):
        name, known = unknown[0][:_LONGEST], ", ".join(sorted(_KNOWN))
        raise QueryError(f"{name!r} is no parameter; known are {known}.", f"{name}：没有这个参数；可用：{known}。")
    depth = given.get("depth", "")
    if depth and not (depth.isascii() and depth.isdigit() and 0 < int(depth[:4]) <= 100):
        raise QueryError(
            f"{depth[:_LONGEST]!r} is no depth; give a number from 1 to 100.",
            f"{depth[:_LONGEST]}：不是步数；请给出 1 至 100 的整数。",
        )
    fields: dict[str, Any] = {name: given[name][:_LONGEST] for name in _TEXTS if name in given}
    for name, field in _LISTS.items():
        fields[field] = tuple(part for value in given.getlist(name) for part in value.split(",") if part)
    return Question(
        **fields, stated_only=given.get("stated_only", "") in ("true", "1"), depth=int(depth) if depth else None
    )


def _diffusion(graph: KnowledgeGraph, request: Request) -> Response:
    name = request.query_params.get("of", "")[:_LONGEST]
    if not name:
        raise QueryError(
            "give a platform type or a subject: /api/diffusion?of=边境经济合作区.",
            "请给出平台类型或政策主题：/api/diffusion?of=边境经济合作区。",
        )
    form = request.query_params.get("format", "json")
    if form in figures.SPREAD:
        return figures.diffusion(graph, name, form, request.query_params)
    if form != "json":
        known = ", ".join(("json", *figures.SPREAD))
        raise QueryError(
            f"{form[:_LONGEST]!r} is no format; known are {known}.", f"{form[:_LONGEST]}：没有这种格式；可用：{known}。"
        )
    return JSONResponse(graph.diffusion(name).as_dict())


async def _answer(request: Request, function: Callable[[KnowledgeGraph, Request], Response]) -> Response:
    try:
        return await run_in_threadpool(lambda: function(graph_of(request), request))
    except BorderKGError as error:
        return problem_of(error)


ROUTES: Final = (Route("/api/lineage", lineage), Route("/api/diffusion", diffusion))
