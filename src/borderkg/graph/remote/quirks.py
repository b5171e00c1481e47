"""Where servers depart from SPARQL 1.1, and what is done about it: all of it here, and each with what was seen.

A server is known by the `Server` header of its answers. One that is not known is taken at its word.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from borderkg.sparql.reader import read
from borderkg.sparql.syntax import Element, Group, Query, Token, UnreadableError, tokens
from borderkg.vocabulary import BASE, GEO

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
    rewrites_points: bool = False
    """Whether it writes the points of GeoSPARQL anew, so that others come back; they are held as texts of a type of ours."""
    update: tuple[str, str] = ("", "")
    """Expression and replacement that lead from the address for queries to the one for updates."""
    update_guarded: tuple[str, str] = ("", "")
    """Likewise, where there are credentials."""

    def update_address(self, query_address: str, *, guarded: bool) -> str:
        """Where updates go, by the address for queries."""
        pattern, replacement = (self.update_guarded if guarded else ("", "")) if self.update_guarded[0] else self.update
        return re.sub(pattern, replacement, query_address) if pattern else query_address


ENDED: Final = f"{BASE}answer#".encode()
"""Before the word by which another BorderKG says at the end of its answer how it ended."""


def of(headers: Mapping[str, str], body: bytes) -> Quirks:
    """The quirks of the server whose answer has these headers (names in small letters) and this body."""
    if ENDED in body:
        return BORDERKG
    said = headers.get("server", "").casefold()
    return next((known for word, known in _SERVERS.items() if word in said), Quirks())


def boolean(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> bool | None:
    """What a table says that was sent for a yes or no; None where it says nothing. Virtuoso 7.2.5 sends one with the row 1
    for yes, and without rows for no."""
    return bool(rows) and rows[0][0].value == "1" if tuple(names) == ("__ASK_RETVAL",) else None


def readable(body: bytes) -> bytes:
    """A table in XML without what the engine's reader takes for a fault or drops: Virtuoso's `nodeID://` before the names of
    blank nodes, and blanks at the ends of a literal that are not written as references."""
    return _EDGE.sub(_written_out, body.replace(b"<bnode>nodeID://", b"<bnode>").replace(_HELD_POINT, _POINT))


_POINT: Final = f"{GEO}wktLiteral".encode()
_HELD_POINT: Final = f"{BASE}held/wktLiteral".encode()
"""Virtuoso 7.2.5 makes numbers of single precision of the text of a geo:wktLiteral."""


def held(triples: bytes, known: Quirks) -> bytes:
    """N-Triples as they are sent to a server, so that they come back as they are."""
    return triples.replace(b"^^<" + _POINT + b">", b"^^<" + _HELD_POINT + b">") if known.rewrites_points else triples


_EDGE: Final = re.compile(rb"(?<=>)\s+(?=[^<\s][^<]*</literal>)|\s+(?=</literal>)")


def _written_out(blanks: re.Match[bytes]) -> bytes:
    return b"".join(b"&#%d;" % code for code in blanks[0])


def most_rows(headers: Mapping[str, str]) -> int | None:
    """The limit at which an answer was cut, where the server says so.

    Virtuoso 7.2.5 sends X-SPARQL-MaxRows with an answer of just so many rows (ResultSetMaxRows), cut or not.
    """
    said = headers.get("x-sparql-maxrows", "")
    return int(said) if said.isascii() and said.isdigit() else None


def is_partial(status: int, headers: Mapping[str, str]) -> bool:
    """Whether the server says that it ran out of time and gives what it has (Virtuoso's "anytime" queries: S1TAT)."""
    return status == 206 or "S1TAT" in headers.get("x-sql-state", "")


# Virtuoso (seen with Debian's 7.2.5, over the demonstration graph). It is trusted with what it was seen to answer rightly:
# joins, OPTIONAL, UNION, GRAPH, VALUES, MINUS, and the words below. What it was seen to answer wrongly, without an error:
# REGEX finds nothing for `a|b` outside brackets, for `(?:…)` and for ranges of Chinese characters; SUBSTR finds 59 of 85
# labels; CONCAT garbles Chinese, and MD5 and SHA256 hash other bytes; DATATYPE is empty for a text with a language; 1/3 is 0;
# a computed yes or no is the number 1 or 0; dates of different types are compared as if they were of one.

_SHAPES: Final = ("SELECT", "CONSTRUCT", "WHERE", "OPTIONAL", "UNION", "MINUS", "GRAPH", "FILTER", "BIND", "VALUES")
_VALUES: Final = (
    "STR",
    "LANG",
    "STRLEN",
    "UCASE",
    "LCASE",
    "COALESCE",
    "COUNT",
    "SUM",
    "MIN",
    "MAX",
    "SAMPLE",
    "DISTINCT",
)
_TESTS: Final = ("BOUND", "LANGMATCHES", "CONTAINS", "STRSTARTS", "STRENDS", "SAMETERM", "ISIRI", "ISURI", "ISLITERAL")
_TRUSTED: Final = frozenset((*_SHAPES, *_VALUES, *_TESTS, "BY", "HAVING", "ASC", "DESC", "IN", "NOT", "EXISTS"))
"""Before a bracket. In an expression that gives a variable its value, `_VALUES` alone."""

_TRUSTED_CASTS: Final = frozenset({"xsd:integer"})


def _virtuoso(text: str) -> str:
    try:
        found = list(tokens(text))
        query = read(text)
    except UnreadableError:
        return ""
    judges = (_wrong_optional, _path, _bare_graph, _two_unions)
    return _doubtful_word(found) or _doubtful_value(found) or next(filter(None, (judge(query) for judge in judges)), "")


def _doubtful_word(found: list[Token]) -> str:
    for token, after in pairwise(found):
        if token.is_word("DESCRIBE"):
            return "DESCRIBE"  # gives what points to the thing too
        if token.is_sign("<", ">", "<=", ">="):
            return "an order of values"
        if "wktLiteral" in token.text:
            return token.text  # it holds points as a type of ours
        is_trusted = token.text.upper() in _TRUSTED if token.kind == "word" else token.text in _TRUSTED_CASTS
        if token.kind in ("word", "name", "iri") and after.is_sign("(") and not is_trusted:
            return token.text
    return ""


def _doubtful_value(found: list[Token]) -> str:
    for number, token in enumerate(found):
        if not token.is_word("AS"):
            continue
        depth = 0
        for inside in reversed(found[:number]):
            depth += inside.is_sign(")") - inside.is_sign("(")
            if depth < 0:
                break
            signs = inside.kind == "sign" and not inside.is_sign("(", ")", ",", "*")
            if signs or (inside.kind == "word" and inside.text.upper() not in _VALUES):
                return f"a value from {inside.text}"
    return ""


def _wrong_optional(query: Query) -> str:
    """OPTIONAL with UNION in it leaves unbound what its alternatives bind (seen: five questions of the catalogue)."""
    options = (part for group in query.groups() for part in group.parts if isinstance(part, Element))
    return "UNION within OPTIONAL" if any(part.kind == "OPTIONAL" and _has_union(part) for part in options) else ""


def _has_union(part: Element) -> bool:
    def joined(group: Group) -> bool:
        return any(isinstance(p, Element) and p.kind == "GROUP" and len(p.groups) > 1 for p in group.parts)

    return any(joined(inner) for group in part.groups for inner in group.groups())


def _path(query: Query) -> str:
    """An end is given once for every way to it, though a path has each pair once; with both ends open it is refused
    ("transitive start not given")."""
    triples = (t for group in query.groups() for run in group.runs() for s in run for t in (*s.triples, *s.nested))
    return "an endless path" if any(triple.path.endless for triple in triples) else ""


def _two_unions(query: Query) -> str:
    """Of the pairs of alternatives of two UNIONs in one group some are missing (seen: the claims about a thing)."""
    alternatives = ([isinstance(p, Element) and len(p.groups) > 1 for p in group.parts] for group in query.groups())
    return "two UNIONs in one group" if any(sum(found) > 1 for found in alternatives) else ""


def _bare_graph(query: Query) -> str:
    """`GRAPH ?g {}` finds no graph."""
    parts = (part for group in query.groups() for part in group.parts if isinstance(part, Element))
    bare = any(part.kind == "GRAPH" and not part.groups[0].parts for part in parts)
    return "GRAPH without a pattern" if bare else ""


VIRTUOSO: Final = Quirks(
    "Virtuoso",
    tables=XML,  # its JSON makes "1" of true, and takes three times as long
    cuts_graphs=True,
    rewrites_points=True,
    misanswers=_virtuoso,
    update_guarded=(r"/sparql/?$", "/sparql-auth"),
)

# Others. Of Fuseki, GraphDB and Stardog only the addresses of updates are known here, from their documentation.

BORDERKG: Final = Quirks("BorderKG")
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
