"""What a query and a request may take, in one record: the settings are its defaults, `borderkg serve` has an option each."""

from dataclasses import dataclass

from borderkg import settings
from borderkg.server.endpoints import Endpoint


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one server."""

    seconds: float = settings.QUERY_SECONDS
    """That a query may work."""
    rows: int = settings.QUERY_ROWS
    """Of an answer: solutions of a table, triples of a graph."""
    bytes: int = settings.QUERY_BYTES
    """Of an answer, before compression."""
    memory: int = settings.QUERY_MEMORY
    """Bytes that the process in which a query works may hold to write to."""
    queries: int = settings.QUERIES_AT_ONCE
    """At once; others wait."""
    request_bytes: int = settings.MAX_REQUEST_BYTES
    """Of the body of a request, and of its address."""
    endpoints: tuple[Endpoint, ...] = ()
    """That SERVICE may ask."""
    service_seconds: float = settings.SERVICE_SECONDS
    """That an endpoint has to answer a SERVICE clause."""
    service_rows: int = settings.SERVICE_ROWS
    service_bytes: int = settings.SERVICE_BYTES
    """Of its answer."""

    @property
    def long_queries(self) -> int:
        """Long queries at once: one place is kept for short ones."""
        return max(1, self.queries - 1)
