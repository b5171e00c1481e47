"""One request to a server and its answer: through SPARQLWrapper, in bounded time and size, tried again where that may help."""

import ssl
import time
import urllib.error
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from typing import Any, Final

from SPARQLWrapper import JSON, POST, TURTLE, XML, SPARQLWrapper

from borderkg import settings
from borderkg.errors import RemoteError
from borderkg.graph.remote import address, quirks
from borderkg.graph.remote.address import Credentials

PAUSES: Final = (0.5, 2.0)
"""Seconds before a request is sent again."""

_FORMATS: Final = {"json": JSON, "xml": XML, "turtle": TURTLE}
_PASSING: Final = frozenset({429, 502, 503, 504})
"""What a server answers that may answer otherwise in a moment."""

_PIECE: Final = 64 * 1024
_SHOWN: Final = 300


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back."""

    media_type: str
    headers: Mapping[str, str]
    """By name in small letters."""
    body: bytes
    measured: bool
    """Whether HTTP told its length, so that nothing can be missing at its end."""


class _PassingError(Exception):
    """What may be gone at the next try, in English and Chinese; `after` is how long the server asks to wait."""

    def __init__(self, what: str, zh: str, after: float = 0.0) -> None:
        super().__init__(what)
        self.zh = zh
        self.after = after


class _Wrapper(SPARQLWrapper):
    """SPARQLWrapper writes the request; it is opened our way, and its errors are left to us."""

    def __init__(self, url: str, update_url: str, opened: Any) -> None:
        super().__init__(url, updateEndpoint=update_url or None, agent="BorderKG")
        self._open = opened
        self.setMethod(POST)
        self.setOnlyConneg(True)

    def _query(self) -> tuple[HTTPResponse, str]:
        return self._open.open(self._createRequest(), timeout=self.timeout), self.returnFormat


class Exchange:
    """The way to one server."""

    def __init__(
        self,
        url: str,
        *,
        given: Credentials | None = None,
        seconds: float = settings.REMOTE_SECONDS,
        pauses: Sequence[float] = PAUSES,
    ) -> None:
        """`url` is where queries go, `seconds` the time of a request with all its tries. Raises RemoteError for what is no
        address, or one to which credentials would go unprotected."""
        self.url = address.checked(url, guarded=given is not None)
        self.update_url = self.url
        self.given = given
        self._seconds = seconds
        self._pauses = pauses

    def query(
        self, text: str, form: str, wanted: str, default_graphs: Sequence[str] = (), named_graphs: Sequence[str] = ()
    ) -> Reply:
        """Send a query of a form (SELECT …) and receive its answer in a format: `json`, `xml`, `turtle`."""
        wrapper = _Wrapper(self.url, "", address.opener(self.url, self.given))
        for name, graphs in (("default-graph-uri", default_graphs), ("named-graph-uri", named_graphs)):
            for graph in graphs:
                wrapper.addParameter(name, graph)
        return self._sent(wrapper, text, form, wanted)

    def update(self, text: str) -> None:
        """Send an update, which may be sent twice: it must be one that changes nothing the second time."""
        wrapper = _Wrapper(self.url, self.update_url, address.opener(self.update_url, self.given))
        self._sent(wrapper, text, "INSERT", "json")

    def _sent(self, wrapper: Any, text: str, form: str, wanted: str) -> Reply:
        wrapper.queryString, wrapper.queryType = text, form  # read by us: its own reading is misled by comments
        wrapper.setReturnFormat(_FORMATS[wanted])
        until = time.monotonic() + self._seconds
        for pause in (*self._pauses, None):
            try:
                return self._once(wrapper, until)
            except _PassingError as fault:
                left = until - time.monotonic()
                wait = None if pause is None else max(pause, fault.after)
                if wait is None or wait >= left:
                    raise self.fault(f"{fault}.", f"{fault.zh}。") from fault
                time.sleep(wait)
        raise AssertionError("the last try ends in one of the two ways")

    def _once(self, wrapper: Any, until: float) -> Reply:
        wrapper.timeout = max(0.01, until - time.monotonic())
        try:
            with wrapper.query().response as response:
                return self._received(response, until)
        except urllib.error.HTTPError as error:
            try:
                raise self._refused(error, until) from None
            finally:
                error.close()
        except TimeoutError as error:
            raise self._late() from error
        except urllib.error.URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise self._late() from error
            if isinstance(error.reason, ConnectionError):
                said = _line(str(error.reason))
                raise _PassingError(f"cannot be reached: {said}", f"无法连接：{said}") from error
            if isinstance(error.reason, ssl.SSLCertVerificationError):
                en, zh = address.distrust(error.reason)
                raise self.fault(f"{en}.", f"{zh}。") from error
            said = _line(str(error.reason))
            raise self.fault(f"cannot be reached: {said}.", f"无法连接：{said}。") from error
        except (ConnectionError, HTTPException) as error:
            said = _line(repr(error))
            raise _PassingError(
                f"its answer was broken off or is not HTTP ({said})", f"应答中断或不合 HTTP（{said}）"
            ) from error
        except (OSError, ValueError) as error:  # of TLS, of a challenge that is none of Basic and Digest
            said = _line(str(error))
            raise self.fault(f"cannot be asked: {said}.", f"无法查询：{said}。") from error

    def _received(self, response: HTTPResponse, until: float) -> Reply:
        headers = {name.lower(): value for name, value in response.headers.items()}
        if quirks.is_partial(response.status, headers):
            raise self.fault(
                "ran out of its time and gave a part of the answer; ask for less.", "因超时只给出部分结果；请缩小范围。"
            )
        body = self._read(response, until)
        announced = headers.get("content-length", "")
        if announced.isdigit() and int(announced) != len(body):
            sizes = f"{len(body):,}/{int(announced):,}"
            raise _PassingError(f"its answer was broken off ({sizes} bytes)", f"应答中断（{sizes} 字节）")
        media = headers.get("content-type", "").partition(";")[0].strip().lower()
        return Reply(media, headers, body, bool(announced) or response.chunked)

    def _read(self, response: HTTPResponse, until: float) -> bytes:
        """The body. The time of one read is bounded by the socket, that of all reads together here."""
        pieces, size = [], 0
        while piece := response.read1(_PIECE):
            size += len(piece)
            if size > settings.REMOTE_BYTES:
                raise self.fault(
                    f"its answer is larger than {settings.REMOTE_BYTES:,} bytes; ask for less.",
                    f"结果超过 {settings.REMOTE_BYTES:,} 字节；请缩小范围。",
                )
            if time.monotonic() > until:
                raise self._late()
            pieces.append(piece)
        return b"".join(pieces)

    def _refused(self, error: urllib.error.HTTPError, until: float) -> Exception:
        """What an answer with an error's status says."""
        said = ""
        if time.monotonic() < until:
            try:
                said = _line(error.read(4096).decode("utf-8", "replace").partition("SPARQL query:")[0])
            except (OSError, HTTPException, ValueError):  # or closed, behind a challenge
                said = ""
        if error.code in _PASSING:
            after = error.headers.get("Retry-After", "")
            failed = f"HTTP {error.code} {_line(error.reason)}"
            return _PassingError(failed, failed, float(after) if after.isdigit() else 0.0)
        if error.code in (401, 403):
            wanted, zh = (
                ("wants other credentials", "用户或密码有误") if self.given else ("wants credentials", "需要用户和密码")
            )
            names = (address.USER, address.PASSWORD)
            return self.fault(
                f"{wanted} ({error.code}); set {names[0]} and {names[1]}.",
                f"{zh}（{error.code}）；请设置 {names[0]} 和 {names[1]}。",
            )
        if error.code == 404:
            return self.fault(
                "nothing there (404); is this the address of its SPARQL endpoint?",
                "该地址不存在（404）；请核对 SPARQL 端点的地址。",
            )
        why = said or _line(error.reason)
        return self.fault(f"refused ({error.code}): {why}", f"拒绝了请求（{error.code}）：{why}")

    def _late(self) -> RemoteError:
        seconds = f"{self._seconds:g}"
        return self.fault(f"did not answer within {seconds} seconds.", f"在 {seconds} 秒内没有作答。")

    def fault(self, what: str, zh: str) -> RemoteError:
        """An error that names the address."""
        return RemoteError(f"{self.url}: {what}", f"{self.url}：{zh}")


def _line(text: str) -> str:
    """What a server says, as one line that cannot move a terminal's cursor."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:_SHOWN]
