"""What is wrong with a query that cannot be read: where, the words there, and what could stand instead."""

import re
from functools import cache
from typing import Final

from borderkg import schema
from borderkg.errors import MalformedQueryError
from borderkg.graph import query_text
from borderkg.sparql.nearest import nearest
from borderkg.vocabulary import PREFIXES

_PLACE: Final = re.compile(r"error at (?P<line>\d+):(?P<column>\d+): (?P<what>.*)", re.DOTALL)
_PREFIXED: Final = re.compile(r"([\w.-]*):([\w.-]*)")
_SLASHED: Final = re.compile(r"(?<![\w<:.-])id:[\w.-]+(?:/[\w.-]*[\w-])+(?![\w:-])")
"""`id:port/manzhouli`, as answers show it; a query reads a path in it."""

_SEEN_LATE: Final = 6
"""The engine compares whole keywords, and finds fault so many characters behind the name."""

_WORD: Final = re.compile(r"[\w-]+")
_RANGES: Final = re.compile(r",? \['[^\]]*\]")
"""Of characters that a name may hold, as the engine lists them: nobody needs them."""

_FIRST: Final = re.compile(r"(?:\s|BASE\s*<[^>]*>|PREFIX\s+[\w.-]*:\s*<[^>]*>)*(?P<word>\w+)", re.IGNORECASE)
"""The first word behind the prologue."""

_UPDATES: Final = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY")
_KEYWORDS: Final = (
    *("SELECT", "ASK", "CONSTRUCT", "DESCRIBE", "WHERE", "PREFIX", "BASE", "FROM", "NAMED", "DISTINCT", "REDUCED"),
    *("OPTIONAL", "UNION", "MINUS", "FILTER", "EXISTS", "BIND", "VALUES", "GRAPH", "GROUP", "HAVING", "ORDER", "LIMIT"),
    *(
        "OFFSET",
        "COUNT",
        "SAMPLE",
        "GROUP_CONCAT",
        "BOUND",
        "REGEX",
        "CONTAINS",
        "STRSTARTS",
        "COALESCE",
        "LANGMATCHES",
    ),
)
_SURE_OF_PREFIX: Final = 0.6
"""Prefixes are short."""


def of(text: str, error: SyntaxError) -> MalformedQueryError:
    """The fault of a query, from the engine's error.

    The engine compares whole keywords, so the place may lie a few characters behind the fault: the words before are shown.
    """
    place = _PLACE.match(str(error))
    if place is None:
        what = " ".join(str(error).split())[:200]
        return MalformedQueryError(f"The query cannot be read: {what}", f"查询无法解析：{what}")
    line, column = int(place["line"]), int(place["column"])
    offset = sum(len(before) + 1 for before in text.split("\n")[: line - 1]) + column
    near = " ".join(text[max(0, offset - 18) : offset + 7].split())
    what, what_zh = _what(" ".join(place["what"].split()), text)
    suggestion = _suggestion(text, offset)
    hint, hint_zh = (f" Did you mean {suggestion}?", f"是否想写 {suggestion}？") if suggestion else ("", "")
    return MalformedQueryError(
        f"The query cannot be read: line {line}, column {column}, near {near!r}: {what}.{hint}",
        f"查询无法解析：第 {line} 行第 {column} 列，“{near}”附近：{what_zh}。{hint_zh}",
        line=line,
        column=column,
        near=near,
        suggestion=suggestion,
    )


def _what(said: str, text: str) -> tuple[str, str]:
    """What the engine says, in English and Chinese, in words for people."""
    first = _FIRST.match(query_text.blanked(text))
    if first and first["word"].upper() in _UPDATES:
        return "this is an update, and the graph changes by builds alone", "这是更新语句；图谱只能由构建改变"
    if "Prefix not found" in said:
        known = ", ".join(PREFIXES)
        return (
            f"a prefix that is not declared; known without declaration are {known}",
            f"前缀未声明；无需声明的前缀有 {known}",
        )
    if said == "expected [_]":
        return "nothing can end here; something before is missing or too much", "此处不能结束，前面有缺漏或多余的内容"
    said = _RANGES.sub("", said).replace("expected one of ,", "expected one of")
    short = said if len(said) <= 160 else said[:160].rsplit(",", 1)[0] + " …"
    return short, short.replace("expected one of", "此处可以是").replace("expected", "此处应为")


def _suggestion(text: str, offset: int) -> str:
    """The nearest known thing to what stands at a place, or before it; empty where nothing is near."""
    for found in _PREFIXED.finditer(text):
        if found.start() < offset <= found.end() + 1 and found[1] not in PREFIXES and not _declares(text, found[1]):
            return _nearest_name(found[2]) or _nearest_prefix(found[1], found[2])
    for found in _SLASHED.finditer(text):
        if found.start() < offset <= found.end() + _SEEN_LATE:
            return found[0].replace("/", r"\/")
    words = [found for found in _WORD.finditer(text, 0, min(len(text), offset + 1)) if _is_bare(text, found)]
    for word in reversed(words[-2:]):
        keyword = nearest(word[0].upper(), _KEYWORDS)
        term = _nearest_name(word[0])
        if keyword == word[0].upper():
            continue
        if term and (not keyword or term == f"bkg:{word[0]}"):
            return term
        if keyword:
            return keyword
    return ""


def _is_bare(text: str, word: re.Match[str]) -> bool:
    """Whether a word may be a keyword: no variable, no part of a name or a string, more than two letters."""
    return len(word[0]) > 2 and text[word.start() - 1 : word.start()] not in {
        "?",
        "$",
        ":",
        "<",
        '"',
        "'",
        "@",
        "/",
        "#",
    }


def _declares(text: str, prefix: str) -> bool:
    return re.search(rf"PREFIX\s+{re.escape(prefix)}:", text, re.IGNORECASE) is not None


def _nearest_prefix(prefix: str, local: str) -> str:
    found = nearest(prefix, PREFIXES, _SURE_OF_PREFIX)
    return f"{found}:{local}" if found else ""


def _nearest_name(word: str) -> str:
    """The class or property of the ontology whose name is nearest, with its prefix."""
    found = nearest(word, _terms()) if len(word) > 2 else ""
    return f"bkg:{found}" if found else ""


@cache
def _terms() -> tuple[str, ...]:
    """The local names of the ontology's classes and properties."""
    known = schema.load()
    return (*sorted(known.classes), *sorted(known.properties))
