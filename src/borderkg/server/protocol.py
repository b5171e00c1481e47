"""What a request asks, after the SPARQL 1.1 Protocol, section 2.1: by GET, by POST of a form, by POST of the query itself."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qs

import pyoxigraph as ox
from starlette.requests import Request

from borderkg.server import parameters
from borderkg.server.limits import Limits
from borderkg.server.negotiation import wanted
from borderkg.server.parameters import ParameterError
from borderkg.server.problems import RequestError

_FORM: Final = "application/x-www-form-urlencoded"
_QUERY: Final = "application/sparql-query"
_UPDATE: Final = "application/sparql-update"
_MOST_FIELDS: Final = 1000

Fields = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with the dataset that the protocol names; None where it names none."""

    query: str
    accept: str
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    before_csv: str = ""
    """A byte-order mark, where one is asked for."""


async def read(request: Request, limits: Limits) -> Asked | None:
    """What a request asks; None for a GET that asks nothing. Raises RequestError."""
    fields = await fields_of(request, limits)
    if "update" in fields:
        raise RequestError(
            "no-updates",
            "This endpoint is for reading only; the graph changes by builds alone.",
            "此端点只读；图谱只能由构建改变。",
        )
    queries = fields.get("query", [])
    default, named = _graphs(fields, "default-graph-uri"), _graphs(fields, "named-graph-uri")
    if not queries and default is None and named is None and request.method in ("GET", "HEAD"):
        return None
    if len(queries) != 1:
        raise RequestError(
            "request",
            f"The request holds {len(queries)} queries; give one, as query=….",
            f"请求中有 {len(queries)} 个查询；请用 query=… 给出一个。",
        )
    return Asked(queries[0], wanted(request, fields.get("format", [])), default, named, _mark(fields))


def _mark(fields: Fields) -> str:
    """What stands before CSV (`bom=true`). Raises RequestError."""
    try:
        return parameters.mark(parameters.BOM.read(fields.get("bom", ["false"])[-1]))
    except ParameterError as error:
        raise RequestError("request", str(error), str(error)) from error


def _graphs(fields: Fields, name: str) -> tuple[str, ...] | None:
    graphs = tuple(fields.get(name, ()))
    for graph in graphs:
        absolute(graph, name)
    return graphs or None


def absolute(iri: str, name: str) -> str:
    """An absolute IRI that a field of a request gives. Raises RequestError where it is none."""
    try:
        return ox.NamedNode(iri).value
    except ValueError as error:
        raise RequestError(
            "request", f"{name}: {iri[:200]!r} is no absolute IRI.", f"{name}：“{iri[:200]}”不是绝对 IRI。"
        ) from error


async def fields_of(request: Request, limits: Limits) -> Fields:
    """The fields of the address and of the form that is sent. Raises RequestError where they are too large, or no UTF-8."""
    address: bytes = request.scope["query_string"]
    if len(address) > limits.request_bytes:
        raise _too_large(limits)
    fields = _parsed(address)
    if request.method != "POST":
        return fields
    kind, parameters = _content_type(request)
    if kind not in (_FORM, _QUERY, _UPDATE) or parameters.get("charset", "utf-8") != "utf-8":
        said = request.headers.get("content-type", "")[:100]
        raise RequestError(
            "media-type",
            f"Content type {said or 'missing'}: POST a form ({_FORM}) or the query itself ({_QUERY}), in UTF-8.",
            f"内容类型为 {said or '空'}：请以 UTF-8 编码 POST 表单（{_FORM}）或查询本身（{_QUERY}）。",
        )
    if request.headers.get("content-encoding", "identity") != "identity":
        raise RequestError("media-type", "Send the request uncompressed.", "请求请勿压缩。")
    body = await _body(request, limits)
    if kind == _FORM:
        for name, values in _parsed(body).items():
            fields.setdefault(name, []).extend(values)
    else:
        fields.setdefault("query" if kind == _QUERY else "update", []).append(_text(body))
    return fields


def _content_type(request: Request) -> tuple[str, dict[str, str]]:
    kind, *parameters = (part.strip().lower() for part in request.headers.get("content-type", "").split(";"))
    named = (part.partition("=") for part in parameters)
    return kind, {name.strip(): value.strip().strip('"') for name, _, value in named}


async def _body(request: Request, limits: Limits) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limits.request_bytes:
            raise _too_large(limits)
    return bytes(body)


def _too_large(limits: Limits) -> RequestError:
    size = limits.request_bytes
    return RequestError("request-too-large", f"The request is larger than {size:,} bytes.", f"请求超过 {size:,} 字节。")


def _parsed(encoded: bytes) -> Fields:
    try:
        return parse_qs(
            encoded.decode("utf-8"),
            keep_blank_values=True,
            encoding="utf-8",
            errors="strict",
            max_num_fields=_MOST_FIELDS,
        )
    except UnicodeDecodeError as error:
        raise _no_utf8() from error
    except ValueError as error:
        raise RequestError("request", f"More than {_MOST_FIELDS} fields.", f"字段超过 {_MOST_FIELDS} 个。") from error


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _no_utf8() from error


def _no_utf8() -> RequestError:
    return RequestError("request", "The request is not UTF-8.", "请求不是 UTF-8 编码。")
