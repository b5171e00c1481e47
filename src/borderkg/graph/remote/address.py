"""Addresses of servers elsewhere: which are taken, and how they are opened. Nothing is asked but the address that was named."""

import ipaddress
import os
import ssl
import urllib.request
from dataclasses import dataclass, field
from http.client import HTTPMessage
from typing import IO, Any, Final, NoReturn
from urllib.parse import urlsplit
from urllib.request import Request

from borderkg.errors import RemoteError

USER: Final = "BORDERKG_STORE_USER"
PASSWORD: Final = "BORDERKG_STORE_PASSWORD"  # noqa: S105 # the name of a variable
"""Variables of the environment with the credentials of a store. They go to the store's own address and nowhere else."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """A user with a password, which no text shows."""

    user: str
    password: str = field(repr=False)


def credentials() -> Credentials | None:
    """Those of the environment, where it has any. Raises RemoteError where only one of the two is set."""
    user, password = os.environ.get(USER, ""), os.environ.get(PASSWORD, "")
    if bool(user) != bool(password):
        raise RemoteError(
            f"{USER} and {PASSWORD} go together; one of them is not set.", f"{USER} 与 {PASSWORD} 须同时设置。"
        )
    return Credentials(user, password) if user else None


def checked(url: str, *, guarded: bool) -> str:
    """An address that may be asked. Raises RemoteError.

    What is `guarded` (a store, or whatever credentials go to) is asked over https alone, or on this very machine.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise RemoteError(f"{url[:200]!r}: no address ({error}).", f"{url[:200]!r}：不是地址（{error}）。") from error
    if parts.username is not None or parts.password is not None:
        raise RemoteError(
            f"{parts.scheme}://…@{host}: an address with a password in it ends up in logs. "
            f"Set {USER} and {PASSWORD} instead, and give the address without them.",
            f"{parts.scheme}://…@{host}：地址中不可含密码；请改设 {USER} 与 {PASSWORD}。",
        )
    if (
        parts.scheme not in ("http", "https")
        or not host
        or parts.fragment
        or not url.isascii()
        or not url.isprintable()
        or " " in url
    ):
        raise RemoteError(f"{url[:200]!r}: not an http(s) address.", f"{url[:200]!r}：不是 http(s) 地址。")
    if guarded and parts.scheme == "http" and not is_loopback(host):
        raise RemoteError(
            f"{url}: over http anybody on the way can read and change it; use https.",
            f"{url}：http 途中可被窥视和篡改；请用 https。",
        )
    return url


def is_loopback(host: str) -> bool:
    """Whether a host is this machine."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def distrust(error: ssl.SSLCertVerificationError) -> tuple[str, str]:
    """Why a server's certificate is refused and, where nobody is known who signed it, the way out; in English and Chinese."""
    why = error.verify_message.rstrip(".")
    en, zh = f"its certificate is refused: {why}", f"证书不可信：{why}"
    if error.verify_code in _OF_NAMES:
        return en, zh
    return (
        f"{en}. If its authority is your own, name its file in SSL_CERT_FILE",
        f"{zh}。若系自有的签发机构，请以 SSL_CERT_FILE 指明其证书文件",
    )


_OF_NAMES: Final = (62, 64)
"""Of OpenSSL: the certificate is that of another host, or of another address."""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect is told and not followed: it would send the query, and credentials, where nobody said they should go."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> NoReturn:
        del msg, headers
        fp.close()
        shown = "".join(c for c in newurl[:200] if c.isprintable())
        raise RemoteError(
            f"{req.full_url}: redirects ({code}) to {shown}; give that address if it is meant.",
            f"{req.full_url}：重定向（{code}）至 {shown}；若即所指，请直接给出该地址。",
        )


class _Digest(urllib.request.HTTPDigestAuthHandler):
    """Closes the challenge before it is answered; the library leaves it open."""

    def http_error_401(self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage) -> Any:
        fp.close()
        return super().http_error_401(req, fp, code, msg, headers)


class _Basic(urllib.request.HTTPBasicAuthHandler):
    """Likewise."""

    def http_error_401(self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage) -> Any:
        fp.close()
        return super().http_error_401(req, fp, code, msg, headers)


def opener(url: str, given: Credentials | None) -> urllib.request.OpenerDirector:
    """What opens an address, and answers its challenge with credentials where there are any (Basic or Digest)."""
    handlers: list[urllib.request.BaseHandler] = [_NoRedirect()]
    if is_loopback(urlsplit(url).hostname or ""):
        handlers.append(urllib.request.ProxyHandler({}))  # else those of the environment, as for any other program
    if given:
        known = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        known.add_password(None, url, given.user, given.password)
        handlers += [_Digest(known), _Basic(known)]
    return urllib.request.build_opener(*handlers)
