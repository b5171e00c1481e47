"""An answer on its way to a client: in pieces, at the client's pace, and never to be taken for whole where it is not.

An answer that fits one piece is sent with its length. Of a longer one, JSON and XML say at their end how it ended; of a
format that cannot say so, an answer that is cut is broken off: the connection is closed without the last chunk, which
every HTTP client reports. Before the first byte is sent, an error is a problem document with its status.
"""

import asyncio
import contextlib
import hashlib
import json
import time
from collections.abc import Mapping
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from borderkg.errors import BorderKGError
from borderkg.graph.store import current
from borderkg.server.endings import COMPLETE, BusyError, EndedError
from borderkg.server.messages import Task
from borderkg.server.negotiation import content_type
from borderkg.server.problems import problem_of
from borderkg.server.workers import Answer, Pool

VARY: Final = {"Vary": "Accept, Accept-Encoding"}
_NONE: Final[Mapping[str, str]] = {}


def tag(version: str, accept: str) -> str:
    """The ETag of what an address answers over a version of the store to who takes these formats: the same graph and the
    same wish give the same answer."""
    return f'W/"{version}-{hashlib.sha256(accept.encode()).hexdigest()[:8]}"'


def unchanged(request: Request, current: str) -> Response | None:
    """304 where a GET or HEAD names this ETag in If-None-Match (RFC 9110, section 13.1.2)."""
    named = {part.strip().removeprefix("W/") for part in request.headers.get("if-none-match", "").split(",")}
    if request.method not in ("GET", "HEAD") or named.isdisjoint({current.removeprefix("W/"), "*"}):
        return None
    return Response(status_code=304, headers={"ETag": current, "Cache-Control": "no-cache", **VARY})


class Streamed:
    """The response to a task. `tagged` gives it an ETag; `headers` are its own besides; `before_csv` stands before CSV."""

    def __init__(
        self,
        pool: Pool,
        task: Task,
        *,
        name: str = "",
        tagged: bool = False,
        headers: Mapping[str, str] = _NONE,
        before_csv: str = "",
    ) -> None:
        self._before_csv = before_csv.encode()
        self._pool = pool
        self._task = task
        self._name = name
        self._tagged = tagged
        self._headers = headers
        self._began = time.monotonic()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, and end the query as soon as its client has gone."""
        work = asyncio.ensure_future(self._work(scope, receive, send))
        gone = asyncio.ensure_future(_disconnected(receive))
        with contextlib.suppress(asyncio.CancelledError):  # the server ends
            await asyncio.wait({work, gone}, return_when=asyncio.FIRST_COMPLETED)
        gone.cancel()
        work.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await work

    async def _work(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            async with self._pool.answer(self._task, self._name) as answer:
                await self._send(answer, scope, send)
        except BorderKGError as error:
            await self._failed(error)(scope, receive, send)

    def _failed(self, error: BorderKGError) -> Response:
        return problem_of(error)

    async def _send(self, answer: Answer, scope: Scope, send: Send) -> None:
        """Send the pieces, each when the next is there. Raises BorderKGError where nothing has been sent yet."""
        held, started, ended = b"", False, None
        before = self._before_csv if answer.head.media_type == "text/csv" else b""
        gathers = scope["http_version"] == "1.0"  # which has no chunks: a close would be taken for the end
        try:
            async for piece in answer.pieces():
                if held and not gathers:
                    if not started:
                        await send(self._start(answer, whole=False))
                        started = True
                    if scope["method"] == "HEAD":
                        await send({"type": "http.response.body"})
                        return
                    if not await self._sent(send, held):
                        return
                    held = b""
                held += before + piece
                before = b""
        except BorderKGError as error:
            if not started and not self._can_tell(answer, error, held):
                raise
            if not isinstance(error, EndedError) or not answer.tells:
                return  # broken off
            ended = error
        held += self._closing(answer, ended)
        if not started:
            await send(self._start(answer, whole=ended is None, length=len(held)))
        await self._sent(send, held, more=False)

    def _can_tell(self, answer: Answer, error: BorderKGError, held: bytes) -> bool:
        """Whether an answer that ended before anything was sent is sent for what it has."""
        return isinstance(error, EndedError) and answer.tells and bool(held)

    def _closing(self, answer: Answer, ended: EndedError | None) -> bytes:
        return answer.closing(ended)

    async def _sent(self, send: Send, data: bytes, *, more: bool = True) -> bool:
        """Whether the client took it within the time that a query has."""
        try:
            async with asyncio.timeout(self._pool.limits.seconds):
                await send({"type": "http.response.body", "body": data, "more_body": more})
        except TimeoutError:
            return False
        return True

    def _start(self, answer: Answer, *, whole: bool, length: int | None = None) -> Message:
        headers = {
            "Content-Type": content_type(answer.head.media_type),
            "Cache-Control": "no-cache",
            **VARY,
            **self._headers,
        }
        if length is not None:
            headers["Content-Length"] = str(length)
        if self._tagged and (whole or not answer.tells):  # what may yet be cut and kept gets none
            headers["ETag"] = tag(answer.head.version, self._task.accept)
        return _start(headers)


class Told(Streamed):
    """The response of `/api/query`: JSON that always says how it ended, how long it took, and over which version."""

    def _failed(self, error: BorderKGError) -> Response:
        """A query that was ended before it gave a row has an answer too: none. One that found no place has not."""
        if not isinstance(error, EndedError) or isinstance(error, BusyError):
            return problem_of(error)
        told = self._told(error, "", 0, current(self._pool.place).name)
        body = {"head": {"vars": []}, "results": {"bindings": []}, "answer": told}
        return Response(json.dumps(body, ensure_ascii=False), media_type="application/json")

    def _can_tell(self, answer: Answer, error: BorderKGError, held: bytes) -> bool:
        return isinstance(error, EndedError)

    def _closing(self, answer: Answer, ended: EndedError | None) -> bytes:
        told = self._told(ended, answer.head.kind, answer.rows, answer.head.version)
        text = answer.closing(ended).rstrip().removesuffix(b"}")
        return text + b',"answer":' + json.dumps(told, ensure_ascii=False).encode() + b"}\n"

    def _told(self, ended: EndedError | None, kind: str, rows: int, version: str) -> dict[str, object]:
        return {
            "state": ended.state if ended else COMPLETE,
            "detail": str(ended or ""),
            "detail_zh": ended.zh if ended else "",
            "kind": kind,
            "rows": rows,
            "elapsed": round(time.monotonic() - self._began, 4),
            "version": version,
        }


def _start(headers: Mapping[str, str]) -> Message:
    raw = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    return {"type": "http.response.start", "status": 200, "headers": raw}


async def _disconnected(receive: Receive) -> None:
    """Return when the client has gone."""
    while (await receive())["type"] != "http.disconnect":
        pass
