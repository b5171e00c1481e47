"""A reconciliation service elsewhere, as its client: asked only where the operator names its address.

One address is asked, without proxies; a redirect is followed to the same host alone. An answer is bounded in bytes and in time,
from the first byte to the last, and is judged before it is used.
"""

import contextlib
import json
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection, IncompleteRead
from time import sleep
from typing import Any, Final
from urllib.parse import SplitResult, quote, urlencode, urljoin, urlsplit

from borderkg.errors import RemoteError
from borderkg.graph.remote.address import distrust
from borderkg.records import record
from borderkg.settings import REMOTE_SECONDS, VERSION

USUAL_BATCH: Final = 25
"""Queries at once, where a service does not say fewer."""

_RETRIES: Final = 3
_RETRIED: Final = (429, 502, 503, 504)
_LONGEST_WAIT: Final = 30.0
_REDIRECTS: Final = (301, 302, 303, 307, 308)
_MOST_HOPS: Final = 3
_MOST_BYTES: Final = 16 * 1024 * 1024
_SPOKEN: Final = ("0.1", "0.2")


@record
class Found:
    """A candidate that a service gives."""

    id: str
    name: str
    score: float
    match: bool
    types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of one name: of a type, with values of properties, where these are given."""

    name: str
    type: str = ""
    properties: tuple[tuple[str, str], ...] = ()

    def as_query(self, limit: int) -> dict[str, Any]:
        """As the API has it."""
        query: dict[str, Any] = {"query": self.name, "limit": limit}
        if self.type:
            query["type"] = self.type
        if self.properties:
            query["properties"] = [{"pid": name, "v": value} for name, value in self.properties]
        return query


class Service:
    """A service of the API 0.1 or 0.2 at an address."""

    def __init__(self, url: str, *, seconds: float = REMOTE_SECONDS) -> None:
        """Read its manifest. Raises RemoteError where there is none, or none that we speak."""
        self.url = url.partition("#")[0]
        self._seconds = seconds
        _checked(self.url)
        manifest = self._asked(None)
        versions = manifest.get("versions", ["0.1"])
        if not isinstance(versions, list) or not set(map(str, versions)) & set(_SPOKEN):
            raise RemoteError(
                f"{url}: speaks versions {str(versions)[:60]} of the API; BorderKG speaks {', '.join(_SPOKEN)}."
            )
        self.space = _text(manifest.get("identifierSpace", ""), url, "identifierSpace")
        self.name = _text(manifest.get("name", ""), url, "name")
        size = manifest.get("batchSize")
        self.batch = min(USUAL_BATCH, size) if isinstance(size, int) and size > 0 else USUAL_BATCH

    def iri(self, identifier: str) -> str:
        """The IRI of an identifier: within the identifier space, unless it is an IRI itself."""
        return identifier if "://" in identifier else self.space + quote(identifier, safe="/")

    def reconcile(self, names: Sequence[Asked], limit: int) -> Iterator[tuple[Asked, list[Found]]]:
        """The candidates of each name, at most `limit`, the best first, a batch at a time. Raises RemoteError."""
        for start in range(0, len(names), self.batch):
            part = names[start : start + self.batch]
            queries = {f"q{n}": asked.as_query(limit) for n, asked in enumerate(part)}
            answer = self._asked(urlencode({"queries": json.dumps(queries, ensure_ascii=False)}).encode())
            for n, asked in enumerate(part):
                yield asked, self._candidates(answer.get(f"q{n}"), asked)[:limit]

    def _candidates(self, result: object, asked: Asked) -> list[Found]:
        entries = result.get("result") if isinstance(result, Mapping) else None
        if not isinstance(entries, list):
            raise RemoteError(f"{self.url}: no result for {asked.name[:40]!r} in its answer.")
        found = [self._candidate(entry) for entry in entries]
        return sorted(found, key=lambda candidate: -candidate.score)

    def _candidate(self, entry: object) -> Found:
        if not isinstance(entry, Mapping) or isinstance(entry.get("score"), bool):
            raise RemoteError(f"{self.url}: a candidate is none: {str(entry)[:60]!r}.")
        score = entry.get("score", 0)
        if not isinstance(score, (int, float)) or not abs(score) < float("inf"):
            raise RemoteError(f"{self.url}: the score of a candidate is no number: {str(score)[:40]!r}.")
        kinds = entry.get("type")
        types = (
            [kind.get("id") if isinstance(kind, Mapping) else kind for kind in kinds] if isinstance(kinds, list) else []
        )
        return Found(
            _text(entry.get("id"), self.url, "id", needed=True),
            _text(entry.get("name"), self.url, "name"),
            float(score),
            entry.get("match") is True,
            tuple(_text(kind, self.url, "type") for kind in types),
        )

    def _asked(self, form: bytes | None) -> dict[str, Any]:
        """The JSON object of an answer. Raises RemoteError."""
        body = self._tried(form)
        try:
            answer = json.loads(body)
        except (ValueError, RecursionError) as error:
            raise RemoteError(f"{self.url}: its answer is not JSON. Is this the address of a service?") from error
        if not isinstance(answer, dict):
            raise RemoteError(f"{self.url}: its answer is no JSON object. Is this the address of a service?")
        return answer

    def _tried(self, form: bytes | None) -> bytes:
        """The body of an answer, tried again where the service is busy or cannot be reached for the moment."""
        for left in range(_RETRIES, -1, -1):
            try:
                status, wait, body = self._followed(form)
            except ssl.SSLCertVerificationError as error:
                raise RemoteError(*(f"{self.url}: {said}." for said in distrust(error))) from error
            except (OSError, HTTPException) as error:
                if isinstance(error, TimeoutError) or not left:
                    raise RemoteError(f"{self.url}: cannot be asked: {_reason(error, self._seconds)}.") from error
                status, wait, body = 0, 0.0, b""
            if status == 200:
                return body
            if status not in (0, *_RETRIED) or not left:
                raise RemoteError(f"{self.url}: HTTP {status}.")
            sleep(min(_LONGEST_WAIT, wait or 0.5 * 2 ** (_RETRIES - left)))
        raise AssertionError("the last try returns or raises")

    def _followed(self, form: bytes | None) -> tuple[int, float, bytes]:
        """Status, seconds to wait, and body, behind redirects within the host. Raises RemoteError, OSError, HTTPException."""
        url = self.url
        for _ in range(_MOST_HOPS + 1):
            status, headers, body = _fetched(url, form, self._seconds)
            if status not in _REDIRECTS:
                return status, _seconds(headers.get("retry-after", "")), body
            there = _joined(url, headers.get("location", ""))
            if not _same_host(urlsplit(url), urlsplit(there)):
                raise RemoteError(
                    f"{self.url}: leads to another host, {there[:100]}. If you trust it, name it: --service URL"
                )
            url = there
        raise RemoteError(f"{self.url}: leads in a circle.")


def _fetched(url: str, form: bytes | None, seconds: float) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of one request. Raises OSError, HTTPException; RemoteError for what is too large."""
    parts = urlsplit(url)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=seconds)
    ended = threading.Event()
    sockets: list[socket.socket] = []  # the connection forgets its own while the answer is still read

    def end() -> None:
        ended.set()
        for one in sockets:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    clock = threading.Timer(seconds, end)  # a socket's own limit is of one wait, not of all
    clock.daemon = True
    clock.start()
    try:
        connection.connect()
        sockets.append(connection.sock)
        if ended.is_set():
            raise TimeoutError
        headers = {"Accept": "application/json", "Accept-Encoding": "identity", "User-Agent": f"BorderKG/{VERSION}"}
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("GET" if form is None else "POST", path, form, headers)
        with connection.getresponse() as response:
            body = _body(response, url)
            headers = {name.lower(): value for name, value in response.getheaders()}
        if ended.is_set():
            raise TimeoutError
        return response.status, headers, body
    except (OSError, HTTPException) as error:
        if ended.is_set():
            raise TimeoutError from error
        raise
    finally:
        clock.cancel()
        connection.close()


def _body(response: HTTPResponse, url: str) -> bytes:
    body = response.read(_MOST_BYTES + 1)
    if response.length and len(body) <= _MOST_BYTES:  # fewer bytes than it said
        raise IncompleteRead(body, response.length)
    if len(body) > _MOST_BYTES:
        raise RemoteError(f"{url}: its answer is larger than {_MOST_BYTES // 1024**2} MB.")
    if response.headers.get("Content-Encoding", "identity") != "identity":
        raise RemoteError(f"{url}: packs its answer though it was asked not to.")
    return body


def _checked(url: str) -> SplitResult:
    """The parts of an address. Raises RemoteError where it is none, or holds a password."""
    try:
        parts = urlsplit(url)
        sound = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        sound = False
    if not sound or not url.isascii() or any(c.isspace() for c in url):
        raise RemoteError(f"{url[:100]}: not an http(s) address.")
    if parts.username or parts.password:
        raise RemoteError("The address holds a user or a password; BorderKG sends none.")
    return parts


def _joined(url: str, location: str) -> str:
    """Where a redirect leads. Raises RemoteError where it is no address."""
    try:
        there = urljoin(url, location)
    except ValueError as error:
        raise RemoteError(f"{url}: leads to {location[:100]!r}, which is not an http(s) address.") from error
    _checked(there)
    return there


def _same_host(one: SplitResult, other: SplitResult) -> bool:
    """Whether two addresses are of one host and port; from http to https too, where neither names a port."""
    if one.hostname != other.hostname or one.port != other.port:
        return False
    return one.scheme == other.scheme or (one.port is None and other.scheme == "https")


def _seconds(text: str) -> float:
    return float(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0.0


def _reason(error: Exception, seconds: float) -> str:
    if isinstance(error, TimeoutError):
        return f"no whole answer in {seconds:g} seconds"
    return getattr(error, "strerror", None) or " ".join(str(error).split())[:200] or type(error).__name__


def _text(value: object, url: str, what: str, *, needed: bool = False) -> str:
    """A text of the service, on one line. Raises RemoteError where it is none."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    text = "".join(c for c in " ".join(value.split()) if c.isprintable()) if isinstance(value, str) else ""
    if needed and not text:
        raise RemoteError(f"{url}: a candidate without {what}.")
    return text[:500]
