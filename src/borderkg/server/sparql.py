"""`/sparql`: queries by GET, by POST of a form, and by POST of the query itself (SPARQL 1.1 Protocol, section 2.1)."""

from collections.abc import Sequence
from typing import Final
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from borderkg.errors import BorderKGError, FederationError, QueryError, StoreError
from borderkg.server.workers import NotAcceptableError, Pool, TooLargeError, TooSlowError
from borderkg.settings import MAX_REQUEST_BYTES

_FORMATS: Final = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "turtle": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
}


def problem(status: int, title: str, detail: str) -> JSONResponse:
    """An error as RFC 9457 has it."""
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return JSONResponse(body, status, media_type="application/problem+json")


def problem_of(error: BorderKGError) -> JSONResponse:
    """The response for an error of ours."""
    if isinstance(error, TooSlowError):
        return problem(503, "The query was ended", str(error))
    if isinstance(error, TooLargeError):
        return problem(413, "The answer is too large", str(error))
    if isinstance(error, NotAcceptableError):
        return problem(406, "No such format", str(error))
    if isinstance(error, StoreError):
        return problem(503, "The store cannot be read", str(error))
    if isinstance(error, FederationError):
        return problem(403, "No federation", str(error))
    if isinstance(error, QueryError):
        return problem(400, "The query cannot be answered", str(error))
    return problem(404, "Not found", str(error))


async def endpoint(request: Request) -> Response:
    """Answer a query. The store is read only: there is no update."""
    pool: Pool = request.app.state.pool
    try:
        fields = await _fields(request)
    except QueryError as error:
        return problem_of(error)
    queries = fields.get("query", [])
    if "update" in fields:
        return problem(403, "No updates", "This endpoint is for reading only; the graph changes by builds alone.")
    if len(queries) != 1:
        return problem(400, "One query is needed", f"The request holds {len(queries)} queries; give one, as query=….")
    accept = accepted(request.headers.get("accept", ""), fields.get("format", []))
    try:
        answer = await run_in_threadpool(
            pool.ask,
            queries[0],
            accept,
            tuple(fields.get("default-graph-uri", ())),
            tuple(fields.get("named-graph-uri", ())),
        )
    except BorderKGError as error:
        return problem_of(error)
    return Response(
        answer.body, media_type=answer.media_type, headers={"Access-Control-Allow-Origin": "*", "Vary": "Accept"}
    )


async def _fields(request: Request) -> dict[str, list[str]]:
    fields = parse_qs(request.url.query, keep_blank_values=True)
    if request.method in ("GET", "HEAD"):
        return fields
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_REQUEST_BYTES:
            raise QueryError(f"The request is larger than {MAX_REQUEST_BYTES // 1024} KB.")
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise QueryError("The request is not UTF-8.") from error
    if kind == "application/x-www-form-urlencoded":
        for name, values in parse_qs(text, keep_blank_values=True).items():
            fields.setdefault(name, []).extend(values)
        return fields
    if kind == "application/sparql-query":
        return {**fields, "query": [text]}
    if kind == "application/sparql-update":
        return {**fields, "update": [text]}
    raise QueryError(f"Content type {kind or 'missing'}: POST a form, or application/sparql-query.")


def accepted(header: str, formats: Sequence[str]) -> tuple[str, ...]:
    """The media types that a client takes, the best first; `format=csv` in the address outdoes the header."""
    named = tuple(_FORMATS[name] for name in formats if name in _FORMATS)
    if named:
        return named
    entries = []
    for position, part in enumerate(header.split(",")):
        media, *parameters = (piece.strip() for piece in part.split(";"))
        quality = 1.0
        for parameter in parameters:
            if parameter.startswith("q="):
                try:
                    quality = float(parameter[2:])
                except ValueError:
                    quality = 0.0
        if media and quality > 0:
            entries.append((-quality, position, media.lower()))
    return tuple(media for _, _, media in sorted(entries))
