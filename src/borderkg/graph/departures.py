"""Where the engine departs from SPARQL 1.1, a query is put in other words, so that the answer does not.

Each rewriting keeps the meaning that the standard gives the query, and touches no query without the shape in question.
The text is searched with its strings, comments and IRIs blanked out, so that what is found is what the grammar sees.
"""

import re
from collections.abc import Callable, Iterable
from typing import Final

from borderkg.graph.query_text import blanked, names_its_graphs

_GRAPH: Final = re.compile(r"\bGRAPH\s*(?:(?P<variable>[?$]\w+)|[^\s{]+)\s*(?=\{)", re.IGNORECASE)
_INSIDE: Final = re.compile(r"\b(?:SELECT|MINUS)\b", re.IGNORECASE)
_BLANK_NODE: Final = re.compile(r"_:")
_CONCAT: Final = re.compile(r"\bGROUP_CONCAT\s*(?=\()", re.IGNORECASE)
_FORM: Final = re.compile(r"(?<![\w:?$])(?:SELECT|ASK|CONSTRUCT|DESCRIBE)\b(?!:)", re.IGNORECASE)
_TERM: Final = r"(?:<[^>]*>|[\w.-]*:[\w.:%\\-]*\w)"
_PATH: Final = rf"\^?(?:{_TERM}|a|\([^()]*\))[*?]"
_ZERO_PATH: Final = re.compile(
    rf"(?<=[{{.}}])\s*(?:(?P<start>{_TERM})\s*{_PATH}\s*(?P<end_variable>[?$]\w+)"
    rf"|(?P<start_variable>[?$]\w+)\s*{_PATH}\s*(?P<end>{_TERM}))\s*(?=[.}}])"
)


def mended(text: str, graphs: Callable[[], Iterable[str]], holds: Callable[[str, str], bool]) -> str:
    """A well-formed query so that the engine answers it as the standard says.

    `graphs` gives the IRIs of the named graphs of its dataset; `holds` says whether a term, in the query's own words, is
    in its default graph, behind the prefixes of the query. A query that names its graphs itself keeps its words for both.
    """
    text = _simple_concatenations(text)
    return text if names_its_graphs(text) else _graphs(_zero_paths(text, holds), graphs)


def _simple_concatenations(text: str) -> str:
    """GROUP_CONCAT gives a simple literal (section 18.5.1.7); the engine keeps a language that all parts share."""
    masked = blanked(text)
    for found in reversed(list(_CONCAT.finditer(masked))):
        end = _closing(masked, found.end(), "()")
        text = f"{text[: found.start()]}STR({text[found.start() : end]}){text[end:]}"
        masked = blanked(text)
    return text


def _zero_paths(text: str, holds: Callable[[str, str], bool]) -> str:
    """A path of no length leads from a term to itself even where no triple has the term (section 18.4): then it is all that
    there is to find. Paths within GRAPH are left alone."""
    masked = blanked(text)
    paths = list(_ZERO_PATH.finditer(masked))
    if not paths:
        return text
    form = _FORM.search(masked)
    prologue = text[: form.start()] if form else ""
    within = [(found.end(), _closing(masked, found.end(), "{}")) for found in _GRAPH.finditer(masked)]
    for found in reversed(paths):
        if any(start < found.start() < end for start, end in within):
            continue
        side = "start" if found["start"] else "end"
        variable = found["end_variable"] or found["start_variable"]
        term = text[found.start(side) : found.end(side)]
        if not holds(prologue, term):
            text = f"{text[: found.start()]} VALUES {variable} {{ {term} }} {text[found.end() :]}"
    return text


def _graphs(text: str, graphs: Callable[[], Iterable[str]]) -> str:
    """GRAPH with a variable is the union over the named graphs (section 18.6). The engine lets the variable into the group,
    which is another thing where a sub-query or MINUS is in it, or the variable itself: there the union is written out."""
    masked = blanked(text)
    for found in reversed(list(_GRAPH.finditer(masked))):
        end = _closing(masked, found.end(), "{}")
        if not found["variable"]:
            continue
        inside = masked[found.end() : end]
        group, variable = text[found.end() : end], found["variable"]
        differs = _INSIDE.search(inside) or re.search(rf"[?$]{variable[1:]}\b", inside)
        if not differs or _BLANK_NODE.search(inside):  # a blank node's name may stand in one group alone
            continue
        parts = [f"{{ GRAPH <{iri}> {group} VALUES {variable} {{ <{iri}> }} }}" for iri in graphs()]
        union = " UNION ".join(parts) or "{ FILTER(false) }"
        text = f"{text[: found.start()]}{{ {union} }}{text[end:]}"
        masked = blanked(text)
    return text


def _closing(masked: str, start: int, pair: str) -> int:
    """Behind the bracket that closes the one at `start`."""
    depth = 0
    for position in range(start, len(masked)):
        depth += (masked[position] == pair[0]) - (masked[position] == pair[1])
        if depth == 0:
            return position + 1
    return len(masked)
