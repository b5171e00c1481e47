"""Where servers depart from SPARQL 1.1, and what is done about it: all of it here, and each with what was seen.

A server is known by the `Server` header of its answers. One that is not known is taken at its word.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from borderkg.graph import query_text
from borderkg.sparql.reader import read
from borderkg.sparql.syntax import Element, Group, Query, UnreadableError

JSON: Final = "json"
XML: Final = "xml"


@dataclass(frozen=True, slots=True)
class Quirks:
    """What is peculiar to a server."""

    name: str = ""
    """As users know it; empty for a server that we do not know."""
    tables: str = JSON
    """The format in which its tables come back unchanged."""
    cuts_graphs: bool = False
    """Whether CONSTRUCT is cut at the limit of rows without a word."""
    misanswers: Callable[[str], str] = lambda text: ""
    """What in a query it answers wrongly or not at all, in words; empty where it can be trusted with the query."""
    update: tuple[str, str] = ("", "")
    """Expression and replacement that lead from the address for queries to the one for updates."""
    update_guarded: tuple[str, str] = ("", "")
    """Likewise, where there are credentials."""

    def update_address(self, query_address: str, *, guarded: bool) -> str:
        """Where updates go, by the address for queries."""
        pattern, replacement = (self.update_guarded if guarded else ("", "")) if self.update_guarded[0] else self.update
        return re.sub(pattern, replacement, query_address) if pattern else query_address


def of(headers: Mapping[str, str]) -> Quirks:
    """The quirks of the server whose answer has these headers (names in small letters)."""
    said = headers.get("server", "").casefold()
    return next((known for word, known in _SERVERS.items() if word in said), Quirks())


def boolean(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> bool | None:
    """What a table says that was sent for a yes or no; None where it says nothing. Virtuoso 7.2.5 sends one with the row 1
    for yes, and without rows for no."""
    return bool(rows) and rows[0][0].value == "1" if tuple(names) == ("__ASK_RETVAL",) else None


def most_rows(headers: Mapping[str, str]) -> int | None:
    """The limit at which an answer was cut, where the server says so.

    Virtuoso 7.2.5 sends X-SPARQL-MaxRows with an answer of just so many rows (ResultSetMaxRows), cut or not.
    """
    said = headers.get("x-sparql-maxrows", "")
    return int(said) if said.isascii() and said.isdigit() else None


def is_partial(status: int, headers: Mapping[str, str]) -> bool:
    """Whether the server says that it ran out of time and gives what it has (Virtuoso's "anytime" queries: S1TAT)."""
    return status == 206 or "S1TAT" in headers.get("x-sql-state", "")


# Virtuoso (seen with Debian's 7.2.5, over the demonstration graph)

_UNRELIABLE: Final = frozenset({"REGEX", "REPLACE", "SUBSTR", "DATATYPE"})
"""REGEX finds nothing, silently, for `a|b` outside brackets, for `(?:…)` and for ranges of Chinese characters; REPLACE is of
the same kind. SUBSTR finds 59 of 85 Chinese labels. DATATYPE is empty for a text with a language."""


def _virtuoso(text: str) -> str:
    found = sorted(_UNRELIABLE & query_text.words(text))
    if found:
        return f"{found[0]} over Chinese"
    try:
        query = read(text)
    except UnreadableError:
        return ""
    return _wrong_optional(query) or _open_path(query)


def _wrong_optional(query: Query) -> str:
    """OPTIONAL with UNION in it leaves variables unbound that its alternatives bind (seen: five questions of the catalogue)."""
    options = (part for group in query.groups() for part in group.parts if isinstance(part, Element))
    return "UNION within OPTIONAL" if any(part.kind == "OPTIONAL" and _has_union(part) for part in options) else ""


def _has_union(part: Element) -> bool:
    def joined(group: Group) -> bool:
        return any(isinstance(p, Element) and p.kind == "GROUP" and len(p.groups) > 1 for p in group.parts)

    return any(joined(inner) for group in part.groups for inner in group.groups())


def _open_path(query: Query) -> str:
    """`?a p+ ?b` is refused ("transitive start not given") where nothing fixes an end."""
    triples = [t for group in query.groups() for run in group.runs() for s in run for t in (*s.triples, *s.nested)]
    for triple in triples:
        if triple.path.endless and triple.subject.kind != "iri" and triple.object.kind not in ("iri", "literal"):
            return "an endless path with both ends open"
    return ""


VIRTUOSO: Final = Quirks(
    "Virtuoso",
    tables=XML,  # its JSON makes "1" of true, and takes three times as long
    cuts_graphs=True,
    misanswers=_virtuoso,
    update_guarded=(r"/sparql/?$", "/sparql-auth"),
)

# Others. Of Fuseki, GraphDB and Stardog only the addresses of updates are known here, from their documentation.

OXIGRAPH: Final = Quirks("Oxigraph", update=(r"/query/?$", "/update"))
_FUSEKI: Final = Quirks("Fuseki", update=(r"/(?:query|sparql)/?$", "/update"))
_GRAPHDB: Final = Quirks("GraphDB", update=(r"(/repositories/[^/]+)/?$", r"\1/statements"))
_STARDOG: Final = Quirks("Stardog", update=(r"/query/?$", "/update"))

_SERVERS: Final = {
    "virtuoso": VIRTUOSO,
    "oxigraph": OXIGRAPH,
    "fuseki": _FUSEKI,
    "graphdb": _GRAPHDB,
    "stardog": _STARDOG,
}
