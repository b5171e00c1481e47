"""The text of a query, read as tokens before the engine sees it.

So that a value stands only where a variable does, so that a query may name its own graphs, and so that none makes this
machine send requests to another.
"""

import re
from collections.abc import Mapping
from typing import Final

import pyoxigraph as ox

from borderkg.errors import FederationError
from borderkg.vocabulary import PREFIXES

Bindings = Mapping[str, ox.NamedNode | ox.Literal]
"""Values of a query's variables by name."""

REFUSED: Final = (
    "SERVICE would send this query to another machine, and a store is asked alone; "
    "ask the other endpoint itself: borderkg query --endpoint URL."
)

_TOKEN: Final = re.compile(
    r"(?P<comment>\#[^\r\n]*)"
    r"|(?P<iri><[^<>\"{}|^`\\\s]*>)"
    r"|(?P<string>\"{3}(?:\\.|[^\\])*?\"{3}|'{3}(?:\\.|[^\\])*?'{3}|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*')"
    r"|[?$](?P<variable>\w+)"
    r"|(?P<name>[\w.-]*+:(?:[\w:.-]|\\.|%[0-9A-Fa-f]{2})*)"
    r"|(?P<word>[\w.-]+)",
    re.DOTALL,
)


def bound(text: str, bindings: Bindings) -> str:
    """A query with some of its variables replaced by terms.

    The terms are written by the engine, and strings, IRIs and comments are passed over, so that no value can change the
    query. (The engine's own substitution asks that the variable be selected.)
    """
    if not bindings:
        return text
    return _TOKEN.sub(lambda m: str(bindings[m["variable"]]) if m["variable"] in bindings else m[0], text)


def names_its_graphs(text: str) -> bool:
    """Whether a query has a FROM or FROM NAMED clause."""
    return any((token["word"] or "").upper() == "FROM" for token in _TOKEN.finditer(text))


_GAP: Final = r"(?:\s|\#[^\r\n]*+)*+"
_SERVICE: Final = re.compile(
    rf"[?$:]\w+|(?P<clause>SERVICE{_GAP}(?:SILENT{_GAP})?(?:<[^<>]*>|[?$]\w+|[^\s<>{{}}]*:[^\s<>{{}}]*){_GAP}\{{)",
    re.IGNORECASE,
)
"""A clause is looked for as a run of characters, not of tokens: where the engine reads one, there is such a run, however
it takes the `<` and the quotes before. A variable or a local name that ends in these letters is none."""


def local(text: str) -> str:
    """A query that is answered from the store alone. Raises FederationError for one with a SERVICE clause.

    Where a comment or a string speaks of such a clause, it is rewritten so that it cannot be taken for one: what was
    checked is what is asked.
    """
    if not _calls_a_service(text):
        return text
    harmless = _TOKEN.sub(_harmless, text)
    if _calls_a_service(harmless):
        raise FederationError(REFUSED)
    return harmless


def _calls_a_service(text: str) -> bool:
    return any(match["clause"] for match in _SERVICE.finditer(text))


def _harmless(token: re.Match[str]) -> str:
    """Comments blank, and in strings an escape for the first letter of the word: the same string to the engine."""
    if token["comment"]:
        return " " * len(token[0])
    if token["string"]:
        return re.sub("s(?=ervice)", lambda m: f"\\u{ord(m[0]):04x}", token[0], flags=re.IGNORECASE)
    return token[0]


_PLACE: Final = re.compile(r"error at (?P<line>\d+):(?P<column>\d+): (?P<what>.*)", re.DOTALL)


def fault(text: str, error: SyntaxError) -> str:
    """Where a query goes wrong, the words there, and what could stand instead, in one line.

    The engine compares whole keywords, so the place may lie a few characters behind the fault: the words before are shown.
    """
    place = _PLACE.match(str(error))
    if place is None:
        return f"The query cannot be read: {' '.join(str(error).split())[:200]}"
    line, column = int(place["line"]), int(place["column"])
    offset = sum(len(before) + 1 for before in text.split("\n")[: line - 1]) + column
    near = " ".join(text[max(0, offset - 18) : offset + 7].split())
    what = " ".join(place["what"].split())
    if "Prefix not found" in what:
        what = f"a prefix that is not declared; known without declaration are {', '.join(PREFIXES)}"
    elif what == "expected [_]":
        what = "nothing can end here; something before is missing or too much"
    what = what if len(what) <= 160 else what[:160].rsplit(",", 1)[0] + " …"
    return f"The query cannot be read: line {line}, column {column}, near {near!r}: {what}."
