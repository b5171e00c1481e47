"""Where a store is: a folder, or the address of a SPARQL 1.1 server."""

from pathlib import Path

Place = Path | str
"""A folder as a path; a server as its http(s) address."""


def is_address(place: Place) -> bool:
    """Whether a store is on a server, and no folder."""
    return isinstance(place, str) and place.lower().startswith(("http://", "https://"))
