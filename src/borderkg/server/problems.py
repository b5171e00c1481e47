"""Errors as RFC 9457 has them, in English and Chinese (`title_zh`, `detail_zh`), each kind with a name of its own."""

from collections.abc import Mapping
from html import escape
from typing import Any, Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from borderkg import errors, explorer
from borderkg.errors import BorderKGError
from borderkg.server import endings
from borderkg.server.negotiation import choose
from borderkg.vocabulary import BASE

HTML: Final = "text/html"
_KINDS: Final = {
    "malformed-query": (400, "The query cannot be read", "查询语句有误"),
    "query": (400, "The query cannot be answered", "查询无法回答"),
    "request": (400, "The request is not one of the SPARQL protocol", "请求不合 SPARQL 协议"),
    "parameter": (400, "A parameter is wrong", "参数有误"),
    "reconciliation": (400, "The request is not one of the reconciliation API", "请求不合对账服务接口"),
    "no-updates": (403, "No updates", "不接受更新"),
    "federation": (403, "SERVICE is refused", "SERVICE 被拒绝"),
    "endpoint": (502, "A server elsewhere failed", "远端服务器出错"),
    "not-found": (404, "Not found", "未找到"),
    "method": (405, "No such method here", "此处不支持该方法"),
    "not-acceptable": (406, "No such format", "没有这种格式"),
    "request-too-large": (413, "The request is too large", "请求过大"),
    "media-type": (415, "The query cannot be sent so", "不支持这种内容类型"),
    "too-large": (422, "The answer is too large", "结果过大"),
    "no-picture": (422, "The page cannot be shown", "无法显示此页"),
    "called-off": (422, "The query was called off", "查询已取消"),
    "timed-out": (503, "The query was ended", "查询被终止"),
    "memory": (503, "The query was ended", "查询被终止"),
    "busy": (503, "The server is busy", "服务器繁忙"),
    "store": (503, "The store cannot be read", "图谱库无法读取"),
}
"""Status, and title in English and Chinese."""

_NAMES: Final[tuple[tuple[type[BorderKGError], str], ...]] = (
    (endings.TooSlowError, "timed-out"),
    (endings.OutOfMemoryError, "memory"),
    (endings.BusyError, "busy"),
    (endings.StoppedError, "called-off"),
    (endings.TooLargeError, "too-large"),
    (endings.NotAcceptableError, "not-acceptable"),
    (errors.MalformedQueryError, "malformed-query"),
    (errors.FederationError, "federation"),
    (errors.RemoteError, "endpoint"),
    (errors.ReconciliationError, "reconciliation"),
    (errors.StoreError, "store"),
    (errors.QueryError, "query"),
    (BorderKGError, "not-found"),
)
"""The narrower classes first."""


class RequestError(BorderKGError):
    """A request that is none of the protocol; `name` is one of the kinds of problems."""

    def __init__(self, name: str, message: str, zh: str) -> None:
        super().__init__(message, zh)
        self.name = name


def problem(
    name: str, detail: str, zh: str = "", *, headers: Mapping[str, str] | None = None, **members: Any
) -> JSONResponse:
    """A problem of a kind, with members of its own besides."""
    status, title, title_zh = _KINDS[name]
    body = {
        "type": f"{BASE}problem/{name}",
        "title": title,
        "title_zh": title_zh,
        "status": status,
        "detail": detail,
        "detail_zh": zh or title_zh,
        **{member: value for member, value in members.items() if value},
    }
    retry = {"Retry-After": "5"} if name == "busy" else {}
    return JSONResponse(body, status, {**retry, **(headers or {})}, "application/problem+json")


def problem_of(error: BorderKGError) -> JSONResponse:
    """The response for an error of ours."""
    if isinstance(error, RequestError):
        return problem(error.name, str(error), error.zh)
    name = next(name for kind, name in _NAMES if isinstance(error, kind))
    if isinstance(error, errors.MalformedQueryError):
        return problem(
            name,
            str(error),
            error.zh,
            line=error.line,
            column=error.column,
            near=error.near,
            suggestion=error.suggestion,
        )
    return problem(name, str(error), error.zh)


_NOTHING: Final = """<h1>未找到 Not found</h1>
<p class="lead">{zh}<br><span lang="en">{detail}</span></p>
<p><a href="/">回到首页 Home</a></p>"""


def missing(request: Request, detail: str, zh: str) -> Response:
    """What is not here: a problem for programs; for a person, who comes with a browser, a page with the ways on."""
    headers = {"Vary": "Accept"}
    if choose(request.headers.get("accept", ""), ("application/problem+json", "application/json", HTML)) != HTML:
        return problem("not-found", detail, zh, headers=headers)
    body = _NOTHING.format(detail=escape(detail), zh=escape(zh))
    return HTMLResponse(explorer.document("未找到 Not found", body), 404, headers)


async def not_found(request: Request, error: Exception) -> Response:
    """For an address that nothing answers at."""
    del error
    path = request.url.path[:200]
    return missing(request, f"{path}: nothing here.", f"{path}：此处没有内容。")


async def no_such_method(request: Request, error: Exception) -> JSONResponse:
    """For a method that an address does not know; `Allow` names those that it does."""
    headers = error.headers if isinstance(error, HTTPException) else None
    allowed = (headers or {}).get("Allow", "")
    method = request.method[:20]
    return problem(
        "method",
        f"{method} is not for this address; {allowed} are.",
        f"此地址不支持 {method}，只支持 {allowed}。",
        headers=headers,
    )
