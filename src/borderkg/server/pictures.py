"""Pictures of pages, each drawn in a process of its own, which is ended at its limits of time and memory.

A page of a PDF is a program of its maker's: it may draw for hours.
"""

import asyncio
import hashlib
import multiprocessing
import resource
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from borderkg.corpus.formats.picture import picture
from borderkg.errors import BorderKGError, CorpusError
from borderkg.settings import PICTURE_MEMORY, PICTURE_SECONDS

_AT_ONCE: Final = asyncio.Semaphore(2)
_CONTEXT: Final = multiprocessing.get_context("forkserver")
_DONE: Final = b"+"
_FAILED: Final = b"-"


class PictureError(BorderKGError):
    """A page cannot be shown: it takes too long or too much, or its file is damaged."""


async def draw(path: Path, sha256: str, number: int, width: int, seconds: float = PICTURE_SECONDS) -> bytes:
    """A page of the PDF with this hash as PNG. Raises PictureError where it cannot be drawn, or its file has changed."""
    async with _AT_ONCE:
        ours, theirs = _CONTEXT.Pipe(duplex=False)
        process = _CONTEXT.Process(target=_draw, args=(theirs, str(path), sha256, number, width), daemon=True)
        await asyncio.to_thread(process.start)
        theirs.close()
        try:
            if not await asyncio.to_thread(ours.poll, seconds):
                raise PictureError(
                    f"Page {number} takes longer than {seconds:g} seconds to draw.",
                    f"第 {number} 页绘制超过 {seconds:g} 秒，已停止。",
                )
            said = await asyncio.to_thread(ours.recv_bytes)
        except EOFError:
            raise PictureError(
                f"Page {number} takes more memory to draw than it may.", f"第 {number} 页绘制占用内存过多。"
            ) from None
        finally:
            process.kill()
            await asyncio.to_thread(process.join)
            process.close()
            ours.close()
    if said[:1] == _FAILED:
        raise PictureError(said[1:].decode(), f"第 {number} 页无法绘制。")
    return said[1:]


def _draw(answer: Connection, path: str, sha256: str, number: int, width: int) -> None:
    """In the process: send the picture, or why there is none."""
    resource.setrlimit(resource.RLIMIT_AS, (PICTURE_MEMORY, PICTURE_MEMORY))
    file = Path(path)
    try:
        data = file.read_bytes()
        if hashlib.sha256(data).hexdigest() != sha256:
            raise CorpusError(f"{file.name}: the file has changed since its text was read.")
        answer.send_bytes(_DONE + picture(data, Path(file.name), number, width))
    except (CorpusError, OSError) as error:
        said = str(error) if isinstance(error, CorpusError) else f"{file.name}: cannot be read."
        answer.send_bytes(_FAILED + said.encode())
