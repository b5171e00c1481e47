"""The text of a query for a server elsewhere: its form, our prefixes declared, and the parts that a page of rows needs.

The text is read as tokens; what cannot be read is sent as it is, and the server says what is wrong with it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from borderkg.errors import QueryError
from borderkg.sparql.reader import read
from borderkg.sparql.syntax import Token, UnreadableError, tokens
from borderkg.vocabulary import BASE, PREFIXES

_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_FORM = re.compile(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)
_ABSOLUTE = re.compile(r"<[A-Za-z][\w+.-]*:")


def form(text: str) -> str:
    """SELECT, ASK, CONSTRUCT or DESCRIBE. Raises QueryError for what is none of them."""
    try:
        found = next((token.text for token in tokens(text) if token.is_word(*_FORMS)), "")
    except UnreadableError:  # a dialect of the server's own
        said = _FORM.search(text)
        found = said[0] if said else ""
    if not found:
        raise QueryError(
            "A query is SELECT, ASK, CONSTRUCT or DESCRIBE; this is none.",
            "查询须为 SELECT、ASK、CONSTRUCT 或 DESCRIBE。",
        )
    return found.upper()


def declared(text: str) -> str:
    """A query with the declarations that it lacks, on its first line: those of our prefixes and, for relative IRIs, our base."""
    try:
        found = list(tokens(text))
    except UnreadableError:
        return text
    own = {after.text for word, after in pairwise(found) if word.is_word("PREFIX")}
    used = {token.text.partition(":")[0] + ":" for token in found if token.kind == "name"}
    lacking = [f"PREFIX {name}: <{space}> " for name, space in PREFIXES.items() if f"{name}:" in used - own]
    relative = any(token.kind == "iri" and not _ABSOLUTE.match(token.text) for token in found)
    if relative and not any(token.is_word("BASE") for token in found):
        lacking.insert(0, f"BASE <{BASE}> ")
    return "".join(lacking) + text


def names(text: str) -> list[str]:
    """The IRIs that a query says, in full; none of one that cannot be read."""
    try:
        return [name.value for name in read(text).names]
    except UnreadableError:
        return []


@dataclass(frozen=True, slots=True)
class Parts:
    """A query cut where other clauses can be put. Joined again, they are the query."""

    prologue: str
    head: str
    """SELECT with its variables, or CONSTRUCT with its template."""
    dataset: str
    """FROM and FROM NAMED."""
    body: str
    """From the pattern on, to the end of the conditions of ORDER BY where there are any."""
    end: str
    """LIMIT, OFFSET, VALUES."""
    is_ordered: bool

    def page(self, names: Sequence[str], rows: int, skipped: int) -> str:
        """The query for some of the rows of this SELECT, in an order in which equal rows alone are interchangeable.

        The order stands in a query within the query: Virtuoso sorts no more than 10,000 rows for LIMIT and OFFSET beside it
        (SR353), and any number inside.
        """
        columns = " ".join(f"?{name}" for name in names)
        order = "" if self.is_ordered else " ORDER BY"
        inner = f"{self.head} {self.body}{order} {columns} {self.end}"
        return (
            f"{self.prologue} SELECT {columns} {self.dataset} WHERE {{ {{ {inner}\n}} }} LIMIT {rows} OFFSET {skipped}"
        )

    def solutions(self) -> tuple[str, str]:
        """Of a CONSTRUCT, the query for the solutions of its pattern, and the template that they fill."""
        template = self.head.partition("{")[1] + self.head.partition("{")[2]
        pattern = self.body
        if not template:  # CONSTRUCT WHERE: what is matched is also what is made
            start = pattern.index("{")
            template = pattern[start : pattern.rindex("}") + 1]
        return f"{self.prologue} SELECT * {self.dataset} {pattern} {self.end}", template


def parts(text: str) -> Parts:
    """Cut a query. Raises QueryError where it cannot be read."""
    try:
        return _cut(text, list(tokens(text)))
    except (UnreadableError, StopIteration, IndexError) as error:
        raise QueryError(
            "The query cannot be cut into pages: it is not read here; ask it with LIMIT and OFFSET."
        ) from error


def _cut(text: str, said: list[Token]) -> Parts:
    begins = next(n for n, token in enumerate(said) if token.is_word(*_FORMS))
    depths, depth = [], 0
    for token in said:
        depth -= token.is_sign("}", ")")
        depths.append(depth)
        depth += token.is_sign("{", "(")
    top = [n for n in range(begins, len(said)) if depths[n] == 0]
    braces = [n for n in top if said[n].is_sign("{")]
    has_template = said[begins].is_word("CONSTRUCT") and braces[0] == begins + 1
    pattern = braces[1] if has_template else braces[0]
    if said[pattern - 1].is_word("WHERE"):
        pattern -= 1
    sources = [n for n in top if n < pattern and said[n].is_word("FROM")]
    head_end = said[sources[0]].start if sources else said[pattern].start
    after = [n for n in top if n > pattern]
    tail = next((n for n in after if said[n].is_word("LIMIT", "OFFSET", "VALUES")), None)
    end = len(text) if tail is None else said[tail].start
    return Parts(
        text[: said[begins].start],
        text[said[begins].start : head_end],
        text[head_end : said[pattern].start] if sources else "",
        text[said[pattern].start : end] + "\n",
        text[end:],
        any(said[n].is_word("ORDER") for n in after),
    )
