"""Queries to SPARQL endpoints elsewhere: only where the operator names the address."""

from borderkg.errors import QueryError
from borderkg.graph.remote import address, quirks, wording
from borderkg.graph.remote.address import Credentials
from borderkg.graph.remote.endpoint import Endpoint
from borderkg.graph.remote.exchange import Exchange
from borderkg.questions.results import Result, read
from borderkg.settings import REMOTE_SECONDS
from borderkg.sparql.rewriting import SEARCH
from borderkg.vocabulary import BKF, shortened


class Connection:
    """Any SPARQL 1.1 endpoint, asked over the dataset that it takes by itself."""

    def __init__(self, url: str, *, user: str = "", password: str = "", seconds: float = REMOTE_SECONDS) -> None:
        """Nothing is sent yet. Raises RemoteError for what is no http(s) address, and where credentials would go over plain
        http to another machine."""
        given = Credentials(user, password) if user or password else None
        self._endpoint = Endpoint(
            Exchange(address.checked(url, guarded=given is not None), given=given, seconds=seconds)
        )

    def query(self, sparql: str, *, limit: int | None = None) -> Result:
        """Ask a query (SELECT, ASK, CONSTRUCT, DESCRIBE); BorderKG's prefixes need no declaration.

        The answer is whole: one that the server cuts at its limit of rows is completed page by page. Raises QueryError for
        what is no query, RemoteError where the endpoint cannot be reached, refuses, or answers with something else.
        """
        text = wording.declared(sparql)
        ours = [name for name in wording.names(text) if name.startswith(BKF) or name == SEARCH]
        if ours and self._endpoint.quirks is not quirks.BORDERKG:
            name = shortened(ours[0])
            raise QueryError(
                f"{self._endpoint.url}: is no BorderKG and has no {name}; "
                f"load a graph there (borderkg publish) and ask it by --store, where {name} is answered here.",
                f"{self._endpoint.url}：不是 BorderKG 端点，没有 {name}；请用 borderkg publish 载入图谱，再以 --store 查询。",
            )
        return read(self._endpoint.ask(text), limit)
