"""SERVICE is refused: the engine would fetch any address that a query names, from the machine of whoever serves.

The engine has no switch for it, so the text of the query is looked at. Where in doubt it is refused: the word counts
inside strings and comments too, since what is a string for a reader of text need not be one for the engine.
"""

import re
from typing import Final

from borderkg.errors import QueryError

_GAP: Final = r"(?:\s|#[^\r\n]*[\r\n])*"
_SERVICE: Final = re.compile(
    # Variables (?service) are stepped over; the engine needs no space before or after the keyword.
    rf"[?$]\w+|(?P<call>SERVICE{_GAP}(?:SILENT{_GAP})?(?:[<?$]|[^\s<>{{}}:]*:))",
    re.IGNORECASE,
)


class FederationError(QueryError):
    """A query asks the server to fetch from another."""


def refuse(query: str) -> None:
    """Raises FederationError where a query may call another endpoint."""
    if any(match["call"] for match in _SERVICE.finditer(query)):
        raise FederationError("SERVICE is refused: this server fetches nothing from elsewhere.")
