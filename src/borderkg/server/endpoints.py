"""The endpoints that SERVICE may ask: named by the operator, each by one plain address.

A query leads to an endpoint by its address, letter for letter, or by the name that the operator gave it, as
`SERVICE <service/NAME>`; anything else leads nowhere. The name of a host is looked up once for a request, all that it
gives must be public addresses, and one of these is connected to: what the name gives later is never asked. An endpoint
in the operator's own network is allowed by the digits of its address, and by nothing else.
"""

import ipaddress
import re
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from borderkg.errors import EndpointError, FederationError, RemoteError
from borderkg.vocabulary import BASE

_NAME: Final = re.compile(r"[a-z][a-z0-9-]{0,39}")
_URL: Final = re.compile(
    r"(?P<scheme>https?)://(?P<host>\[[0-9a-f:]+\]|[0-9a-z.-]+)(?::(?P<port>[1-9][0-9]{0,4}))?"
    r"(?P<target>/[\w.~!$&'()*+,;=:@%/?-]*)",
    re.ASCII,
)
_HOST: Final = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?")
"""The last label begins with a letter: the others are numbers to some resolvers, as 0x7f.1."""

_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")

Resolve = Callable[..., Sequence[tuple[Any, ...]]]
"""As `socket.getaddrinfo`."""

Address = tuple[socket.AddressFamily, tuple[Any, ...]]
"""What a socket connects to."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An endpoint that SERVICE may ask."""

    name: str
    url: str
    secure: bool
    host: str
    port: int
    target: str
    """Path and query of the address."""

    @property
    def iri(self) -> str:
        """The name as an IRI, which a query may write `<service/NAME>`."""
        return f"{BASE}service/{self.name}"

    @classmethod
    def read(cls, text: str) -> "Endpoint":
        """An endpoint from NAME=URL. Raises EndpointError where it is not written in the one plain way."""
        name, _, url = text.partition("=")
        found = _URL.fullmatch(url)
        if not _NAME.fullmatch(name) or found is None:
            raise _unclear(text)
        host, port = found["host"].strip("[]"), int(found["port"] or (443 if found["scheme"] == "https" else 80))
        literal = _literal(host)
        if port > 65535 or (literal is None and (len(host) > 253 or not _HOST.fullmatch(host))):
            raise _unclear(text)
        if literal is not None and (str(literal) != host or _inside(literal) is not None):
            raise _unclear(text)
        return cls(name, url, found["scheme"] == "https", host, port, found["target"])

    def addresses(self, resolve: Resolve = socket.getaddrinfo) -> list[Address]:
        """Where to connect, looked up once. Raises FederationError where one of them is no public address and the operator
        has not named it; RemoteError where there is none."""
        try:
            found = resolve(self.host, self.port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise RemoteError(
                f"{self.url}: the host is not known ({error}).", f"{self.url}：无法解析主机名（{error}）。"
            ) from error
        addresses = [(family, address) for family, _, _, _, address in found]
        own = _literal(self.host)
        for _, (given, *_) in addresses:
            if own is None and not _public(given):
                raise FederationError(
                    f"{self.url}: its host leads to {given}, which is no public address; nothing was sent. The operator of "
                    "this server may allow the endpoint by that address itself.",
                    f"{self.url}：主机名指向非公网地址 {given}，未发送任何内容。服务器的运营者可按该地址本身许可此端点。",
                )
        return addresses


def read(texts: Sequence[str]) -> tuple[Endpoint, ...]:
    """Endpoints from NAME=URL. Raises EndpointError, also for a name that is given twice."""
    found = tuple(map(Endpoint.read, texts))
    names = [endpoint.name for endpoint in found]
    for name in names:
        if names.count(name) > 1:
            raise EndpointError(f"{name}: two endpoints of this name; give each its own.", f"{name}：端点名称重复。")
    return found


def named(endpoints: Sequence[Endpoint], iri: str) -> Endpoint:
    """The endpoint that a query names. Raises FederationError where it is not one of these."""
    for endpoint in endpoints:
        if iri in (endpoint.url, endpoint.iri):
            return endpoint
    allowed = ", ".join(f"<service/{endpoint.name}> ({endpoint.url})" for endpoint in endpoints)
    raise FederationError(
        f"SERVICE <{iri[:200]}>: this server asks no endpoint but {allowed}.",
        f"SERVICE <{iri[:200]}>：本服务器只访问 {allowed}。",
    )


def _unclear(text: str) -> EndpointError:
    return EndpointError(
        f"{text[:200]!r}: write NAME=URL, the name in small letters, digits and hyphens, the URL as http(s)://host[:port]/path "
        "in ASCII, the host in small letters (xn--… for others) or as an address in its usual digits, without user, "
        "fragment or final dot.",
        f"{text[:200]!r}：请写作 NAME=URL；名称用小写字母、数字和连字符，地址写作 http(s)://主机[:端口]/路径，"
        "主机用小写 ASCII（其他文字写作 xn--…）或通常写法的 IP 地址，不带用户名、片段或末尾的点。",
    )


def _literal(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address that a host is written as; None for a name."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _inside(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address leads to (RFC 4291 2.5.5, 3056, 4380, 6052)."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]


def _public(given: str) -> bool:
    address = ipaddress.ip_address(given)
    inside = _inside(address)
    judged = inside if inside is not None else address
    return judged.is_global and not (judged.is_multicast or judged.is_reserved)
