"""The text of a query, read as tokens before the engine sees it.

So that a value stands only where a variable does, so that a query may name its own graphs, and so that none makes this
machine send requests to another.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

import pyoxigraph as ox

from borderkg.errors import FederationError

Bindings = Mapping[str, ox.NamedNode | ox.Literal]
"""Values of a query's variables by name."""

REFUSED: Final = (
    "SERVICE would send this query to another machine, and a store is asked alone; "
    "ask the other endpoint itself: borderkg query --endpoint URL.",
    "SERVICE 会把查询发往其他机器，而本库只独自回答；请直接查询那个端点：borderkg query --endpoint URL。",
)
"""In English and Chinese."""

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


@lru_cache(maxsize=4)
def words(text: str) -> frozenset[str]:
    """The bare words of a query in capitals: keywords and functions, not what stands in strings, IRIs or comments."""
    return frozenset(token["word"].upper() for token in _TOKEN.finditer(text) if token["word"])


def names_its_graphs(text: str) -> bool:
    """Whether a query has a FROM or FROM NAMED clause."""
    return "FROM" in words(text)


def changes_by_itself(text: str) -> bool:
    """Whether a query may answer differently over the same graph: by the clock, by chance, or by another machine."""
    return not words(text).isdisjoint(("NOW", "RAND", "UUID", "STRUUID", "SERVICE"))


_GAP: Final = r"(?:\s|\#[^\r\n]*+)*+"
_SERVICE: Final = re.compile(
    rf"[?$:]\w+|(?P<clause>(?P<service>SERVICE{_GAP}(?:SILENT{_GAP})?)(?:<[^<>]*>|[?$]\w+|[^\s<>{{}}]*:[^\s<>{{}}]*){_GAP}\{{)",
    re.IGNORECASE,
)
"""A clause is looked for as a run of characters, not of tokens: where the engine reads one, there is such a run, however
it takes the `<` and the quotes before. A variable or a local name that ends in these letters is none."""


def local(text: str) -> str:
    """A query that is answered from the store alone. Raises FederationError for one with a SERVICE clause.

    Where a comment or a string speaks of such a clause, it is rewritten so that it cannot be taken for one: what was
    checked is what is asked.
    """
    if not calls_a_service(text):
        return text
    harmless = _TOKEN.sub(_harmless, text)
    if calls_a_service(harmless):
        raise FederationError(*REFUSED)
    return harmless


def without_services(text: str) -> str:
    """A query with GRAPH for each SERVICE, which the grammar allows in the same places: to judge its form without asking."""
    return _SERVICE.sub(_as_graph, text)


def _as_graph(match: re.Match[str]) -> str:
    if not match["clause"]:
        return match[0]
    return "GRAPH ".ljust(len(match["service"])) + match["clause"][len(match["service"]) :]


def calls_a_service(text: str) -> bool:
    """Whether a text may hold a SERVICE clause; strings and comments may look as if they did."""
    return any(match["clause"] for match in _SERVICE.finditer(text))


def _harmless(token: re.Match[str]) -> str:
    """Comments blank, and in strings an escape for the first letter of the word: the same string to the engine."""
    if token["comment"]:
        return " " * len(token[0])
    if token["string"]:
        return re.sub("s(?=ervice)", lambda m: f"\\u{ord(m[0]):04x}", token[0], flags=re.IGNORECASE)
    return token[0]


@lru_cache(maxsize=4)
def blanked(text: str) -> str:
    """A query of the same length with strings, comments and the insides of IRIs blanked out."""
    return _TOKEN.sub(_blank, text)


def _blank(token: re.Match[str]) -> str:
    if token["iri"]:
        return f"<{'i' * (len(token[0]) - 2)}>"
    return " " * len(token[0]) if token["comment"] or token["string"] else token[0]
