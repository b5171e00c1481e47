"""The processes that evaluate queries, and who gets one when.

The engine has no time limit, so a query runs in a process of its own, which is ended with it at its limit, or when nobody
waits for its answer any more. A query that works longer than a moment is a long one: its process gives way to the others
(niceness), and long ones never take the last place, so that a short one finds one free. A moment is one of processor time,
since on a busy machine a short query waits long; who waits very long, as for another endpoint, is a long one too.
"""

import asyncio
import contextlib
import multiprocessing
import os
import socket
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final

from borderkg.errors import QueryError
from borderkg.graph.place import Place
from borderkg.server import evaluation, messages, rows
from borderkg.server.endings import COMPLETE, BusyError, EndedError, OutOfMemoryError, StoppedError, TooSlowError
from borderkg.server.limits import Limits
from borderkg.server.messages import End, Head, Job, Piece, Reply, Task
from borderkg.settings import LONG_QUERY, LONG_WAIT

_STARTED: Final = 2
"""Processes that wait for the first queries."""

_GIVES_WAY: Final = 10
"""Niceness: a tenth of the processor where a short query wants it, all of it where none does."""

_TICK: Final = 1 / os.sysconf("SC_CLK_TCK")
"""Seconds in which the system counts the time of processes."""

_CONTEXT: Final = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["__main__", "borderkg.server.evaluation"])


@dataclass(frozen=True, slots=True)
class Response:
    """A whole answer."""

    media_type: str
    version: str
    body: bytes


class _Worker:
    """One process, and the connection to it."""

    def __init__(self, process: BaseProcess, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.process = process
        self._reader = reader
        self._writer = writer
        self.gives_way = False

    @classmethod
    async def start(cls, place: Place, limits: Limits) -> "_Worker":
        ours, theirs = socket.socketpair()
        process = _CONTEXT.Process(target=evaluation.serve, args=(theirs, place, limits), daemon=True)
        with theirs:
            await asyncio.to_thread(process.start)
        return cls(process, *await asyncio.open_unix_connection(sock=ours))

    async def tell(self, task: Task) -> None:
        self._writer.write(messages.packed(task))
        await self._writer.drain()

    async def hear(self) -> Reply:
        """The next message. Raises OSError or EOFError where the process died."""
        prefix = await self._reader.readexactly(messages.PREFIX)
        reply: Reply = messages.unpacked(await self._reader.readexactly(messages.length(prefix)))
        return reply

    def worked(self) -> float:
        """Seconds of processor time that the process has taken; those of the clock where the system does not tell."""
        try:
            told = Path(f"/proc/{self.process.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        except OSError:
            return time.monotonic()
        return sum(map(int, told[11:13])) * _TICK  # utime and stime (proc_pid_stat(5))

    def give_way(self) -> None:
        self.gives_way = True
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.process.pid or 0, _GIVES_WAY)

    async def end(self) -> None:
        self.process.kill()
        self._writer.close()
        await asyncio.to_thread(self.process.join)
        self.process.close()


class Answer:
    """An answer that is on its way: its head, and its pieces one by one."""

    def __init__(self, worker: _Worker, seconds: float) -> None:
        self._worker = worker
        self._seconds = self._left = seconds
        self._stopped: EndedError | None = None
        self.head = Head("", "", "")
        self.rows = 0
        self.done = False
        """Whether the process has said its last word, and may be asked again."""

    async def pieces(self) -> AsyncIterator[bytes]:
        """The text of the answer, but for what closes it. Raises QueryError; EndedError behind the pieces that there are."""
        while True:
            reply = await self._next()
            if isinstance(reply, Piece):
                self.rows += reply.rows
                yield reply.data
            elif isinstance(reply, End):
                self.done = True
                if reply.error:
                    raise reply.error
                return

    async def begin(self) -> None:
        """Wait for the head. Raises QueryError where there will be none."""
        reply = await self._next()
        if isinstance(reply, Head):
            self.head = reply
            return
        self.done = True
        raise reply.error if isinstance(reply, End) and reply.error else QueryError("The query failed.", "查询失败。")

    async def _next(self) -> Reply:
        """The next message. Only the time that the process takes counts, not that which the reader of the answer takes."""
        asked = time.monotonic()
        try:
            async with asyncio.timeout(self._left):
                return await self._worker.hear()
        except TimeoutError:
            raise TooSlowError.after(self._seconds) from None
        except (EOFError, OSError) as error:
            raise self._stopped or OutOfMemoryError.now() from error
        finally:
            self._left -= time.monotonic() - asked

    def closing(self, ended: EndedError | None) -> bytes:
        """What stands behind the pieces, and says how the answer ended."""
        if self.head.media_type not in rows.BY_MEDIA:
            return b""
        close = rows.BY_MEDIA[self.head.media_type].close
        return close(self.head.names, ended.mark if ended else COMPLETE).encode()

    @property
    def tells(self) -> bool:
        """Whether what closes it can say that it was cut."""
        form = rows.BY_MEDIA.get(self.head.media_type)
        return form is not None and form.tells

    def stop(self, reason: EndedError) -> None:
        """End the process now; who reads the answer gets the reason."""
        self._stopped = reason
        self._worker.process.kill()


class Pool:
    """The processes over one store."""

    def __init__(self, place: Place, limits: Limits) -> None:
        self.place = place
        self.limits = limits
        self._places = asyncio.Semaphore(limits.queries)
        self._idle: list[_Worker] = []
        self._long = 0
        self._named: dict[str, Answer] = {}
        self._starting: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Start the first processes, so that the first queries need not wait for them."""
        for _ in range(min(_STARTED, self.limits.queries)):
            await self._start()

    async def _start(self) -> None:
        self._idle.append(await _Worker.start(self.place, self.limits))

    async def close(self) -> None:
        await asyncio.gather(*self._starting)
        for worker in self._idle:
            await worker.end()
        self._idle = []

    @contextlib.asynccontextmanager
    async def answer(self, task: Task, name: str = "") -> AsyncIterator[Answer]:
        """Ask a task; its process is ended with the block if it has not said its last word. `name` is for `cancel`.

        Raises QueryError where there will be no answer.
        """
        try:
            await asyncio.wait_for(self._places.acquire(), self.limits.seconds)
        except TimeoutError:
            raise BusyError.waiting() from None
        try:
            worker = await self._worker()
            answer = Answer(worker, self.limits.seconds)
            turns_long = asyncio.create_task(self._turn_long(worker, answer))
            if name:
                self._named[name] = answer
            try:
                with contextlib.suppress(OSError):  # a process that died is told of where its answer is read
                    await worker.tell(task)
                await answer.begin()
                yield answer
            finally:
                turns_long.cancel()
                self._named.pop(name, None)
                self._long -= worker.gives_way
                if answer.done and not worker.gives_way:  # who gave way cannot take it back
                    self._idle.append(worker)
                else:
                    await asyncio.shield(worker.end())
        finally:
            self._places.release()

    async def _worker(self) -> _Worker:
        """A process that waits and lives, or a new one."""
        while self._idle:
            worker = self._idle.pop()
            if worker.process.is_alive():
                return worker
            await worker.end()
        return await _Worker.start(self.place, self.limits)

    async def _turn_long(self, worker: _Worker, answer: Answer) -> None:
        worked, until = worker.worked(), time.monotonic() + LONG_WAIT
        while (left := min(LONG_QUERY + worked - worker.worked(), until - time.monotonic())) > 0:
            await asyncio.sleep(max(left, _TICK))
        if self._long >= self.limits.long_queries:
            answer.stop(BusyError.long(self._long))
            return
        self._long += 1
        worker.give_way()
        if not self._idle:  # who gave way is ended, and a new process is slow at first
            starting = asyncio.create_task(self._start())
            self._starting.add(starting)
            starting.add_done_callback(self._starting.discard)

    def cancel(self, name: str) -> bool:
        """Call off the query of a name; False where there is none."""
        answer = self._named.get(name)
        if answer is None:
            return False
        answer.stop(StoppedError.now())
        return True

    async def ask(
        self,
        query: str,
        accept: str = "",
        default_graphs: tuple[str, ...] | None = None,
        named_graphs: tuple[str, ...] | None = None,
    ) -> Response:
        """A whole answer over the current version. Raises QueryError; EndedError where it would not be whole."""
        async with self.answer(Task(query, accept, default_graphs, named_graphs)) as answer:
            body = b"".join([piece async for piece in answer.pieces()])
            return Response(answer.head.media_type, answer.head.version, body + answer.closing(None))

    async def do(self, job: Job) -> bytes:
        """The JSON of a job over the current version. Raises what the job raises; EndedError where it took too much."""
        async with self.answer(Task(job=job)) as answer:
            return b"".join([piece async for piece in answer.pieces()])
