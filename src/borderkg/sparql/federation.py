"""SERVICE, answered before the engine sees the query: each clause becomes the rows that its endpoint gave (SPARQL 1.1
Federated Query, section 2).

What a clause means does not depend on where it stands: it is the endpoint's answer to its pattern (section 4), so that
VALUES with those rows may stand in its place, in OPTIONAL, UNION or anywhere else. What depends on the place is only how
many of the rows can matter. Where the patterns that a clause is joined with are known, they are asked first, and the
endpoint is asked for what fits their answers: of a variable that both sides bind in every answer, a row with another
value joins with nothing. So the rows that are left out are rows that no answer has.
"""

import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from borderkg.errors import FederationError, RemoteError
from borderkg.sparql.reader import read
from borderkg.sparql.syntax import Edit, Element, Group, Query, Statement, UnreadableError, edited, tokens
from borderkg.vocabulary import BASE

Node = ox.NamedNode | ox.BlankNode | ox.Literal

MOST_VALUES: Final = 10_000
"""Of the patterns around a clause that are sent with it; where there are more, the endpoint is asked without."""

AT_ONCE: Final = 250
"""Of these, in one request: some endpoints take no long query."""

_BLANK: Final = ox.NamedNode("urn:borderkg:blank-node")
_CALL: Final = ox.NamedNode("urn:borderkg:as-blank-node")
_JOINED: Final = frozenset(("GROUP", "GRAPH", "VALUES"))


@dataclass(frozen=True, slots=True)
class Table:
    """An answer: the names of its variables, and rows of terms, None for an unbound one."""

    names: tuple[str, ...]
    rows: Sequence[tuple[Node | None, ...]]


@dataclass(frozen=True, slots=True)
class Answered:
    """A query whose clauses are answered. Its rows stand beside it, each with the word that holds their place: only the
    engine need read them."""

    text: str
    rows: Mapping[str, str]


Here = Callable[[Answered], Table]
"""Answers a query over the store."""

There = Callable[[str, Iterable[str]], Table]
"""Asks the endpoint of an IRI queries whose answers are taken together. Raises FederationError where it is not allowed, or
RemoteError where it fails."""


def federated(text: str, here: Here, there: There, allowed: Callable[[str], object]) -> Answered:
    """A query with rows in place of its SERVICE clauses; the engine needs `FUNCTIONS` to read them.

    `allowed` is called with the IRI of each endpoint before any is asked. Raises FederationError where it does, or where
    a clause cannot be answered soundly; RemoteError where an endpoint fails and its clause is not SILENT.
    """
    try:
        query = read(text)
    except UnreadableError as error:
        raise FederationError(
            f"SERVICE cannot be made out in this query: {error}.", f"无法辨认此查询中的 SERVICE：{error}。"
        ) from error
    for group in query.groups():
        for part in group.parts:
            if isinstance(part, Element) and part.kind == "SERVICE":
                allowed(_endpoint(part))
    clauses = _Clauses(query, here, there)
    if query.group is not None:
        clauses.answer(query.group, "")
    return Answered(edited(text, clauses.edits), clauses.rows)


def _endpoint(clause: Element) -> str:
    if clause.name is None or clause.name.kind != "iri":
        raise FederationError(
            "SERVICE with a variable may lead anywhere; write the endpoint's IRI.",
            "SERVICE 后为变量时可能指向任何地址；请写明端点的 IRI。",
        )
    return clause.name.value


class _Clauses:
    """The clauses of one query, answered from the inside out and in their order."""

    def __init__(self, query: Query, here: Here, there: There) -> None:
        self._query = query
        self._here = here
        self._there = there
        self._word = secrets.token_hex(8)  # that no query holds by itself
        self._answered = 0
        self.edits: list[Edit] = []
        self.rows: dict[str, str] = {}

    def answer(self, group: Group, around: str | None, *, given: bool = False) -> None:
        """Answer the clauses in a group. `around` is the pattern whose answers those of the group are joined with; None
        where what stands beside a clause cannot be asked by itself. `given`: each answer outside gives the group values
        for its variables (EXISTS, 18.6)."""
        if group.select and around:
            around = ""  # what is counted, sorted or cut there is all that there is
        for number, part in enumerate(group.parts):
            if not isinstance(part, Element) or not _asks(part):
                continue
            before, after = group.parts[:number], _joined_behind(group.parts[number + 1 :])
            if around is None:
                beside = None
            elif part.kind in ("OPTIONAL", "MINUS"):  # what fits nothing before it is as good as not there
                beside = self._said(before)
            elif part.kind in ("GROUP", "SERVICE"):
                own = self._said([*before, *after])
                beside = f"{around} {{ {own} }}" if around and own else around or own
            else:  # another graph, or other answers: GRAPH, EXISTS, LATERAL
                beside = None
            gives = given or part.kind in ("FILTER", "BIND", "LATERAL")
            if part.kind == "SERVICE":
                self._replace(part, beside or "", given=gives)
            else:
                for inner in part.groups:
                    self.answer(inner, beside, given=gives)

    def _said(self, parts: Sequence[Statement | Element]) -> str:
        """Parts of a group as text, without its filters, which could but take answers away."""
        return " . ".join(
            self._shown(part) for part in parts if not (isinstance(part, Element) and part.kind == "FILTER")
        )

    def _shown(self, part: Statement | Element | Group) -> str:
        """The text of a part, with the rows of the clauses in it that are answered."""
        inside = [e for e in self.edits if part.start <= e.start and e.end <= part.end]
        moved = [Edit(e.start - part.start, e.end - part.start, e.text) for e in inside]
        return edited(self._query.shown(part), moved)

    def _replace(self, clause: Element, beside: str, *, given: bool) -> None:
        (body,) = clause.groups
        loose = _variables(self._query.shown(body)) - _certain(body)
        if given and loose:  # a value from outside would change what a filter or OPTIONAL there means
            said = ", ".join(f"?{name}" for name in sorted(loose))
            raise FederationError(
                f"SERVICE within EXISTS: {said} must stand in its triple patterns; or put the clause outside EXISTS.",
                f"EXISTS 中的 SERVICE：{said} 须出现在其三元组模式中；或将该子句移到 EXISTS 之外。",
            )
        try:
            self.answer(body, None)
            self._answered += 1
            table = self._there(_endpoint(clause), self._asked(body, beside))
            if not table.names and not table.rows:  # nothing fits, and nobody was asked
                table = Table(tuple(sorted(_certain(body))), ())
            text = self._written(table, _variables(self._query.shown(body)))
        except RemoteError:
            if not clause.silent:
                raise
            names = sorted(_certain(body))
            text = _table(names, [(None,) * len(names)])  # section 3.2: one answer that binds nothing
        self.edits = [e for e in self.edits if not (clause.start <= e.start and e.end <= clause.end)]
        self.edits.append(Edit(clause.start, clause.end, text))

    def _asked(self, body: Group, beside: str) -> Iterator[str]:
        """The queries that ask an endpoint for a pattern, with the values that it can be joined with."""
        pattern = self._shown(body)
        prologue = self._prologue(pattern)
        if any(place in pattern and _BLANK.value in rows for place, rows in self.rows.items()):
            raise FederationError(
                "A SERVICE within another gave blank nodes, which cannot be sent on.",
                "内层 SERVICE 的结果含空节点，无法转发给另一端点。",
            )
        for place, rows in self.rows.items():
            pattern = pattern.replace(place, rows)
        if all(isinstance(part, Statement) for part in body.parts) and not body.select:
            pattern = pattern[1:-1]
        values = self._values(sorted(_certain(body) & _variables(beside)), beside)
        if values is None:
            yield f"{prologue}SELECT * WHERE {{ {pattern} }}"
            return
        for start in range(0, len(values.rows), AT_ONCE):
            some = _table(values.names, values.rows[start : start + AT_ONCE])
            yield f"{prologue}SELECT * WHERE {{ {some} {pattern} }}"

    def _values(self, names: Sequence[str], beside: str) -> Table | None:
        """The values that variables have together in the answers to a pattern; None where nothing is known of them."""
        while names:
            selected = " ".join(f"?{name}" for name in names)
            query = self._query
            text = f"{query.text[: query.form]} SELECT DISTINCT {selected} {query.dataset} WHERE {{ {beside} }}"
            found = self._here(Answered(f"{text} LIMIT {MOST_VALUES + 1}", self.rows))
            if len(found.rows) > MOST_VALUES:
                return None
            open_ones = {name for row in found.rows for name, term in zip(names, row, strict=True) if term is None}
            if not open_ones:  # a blank node of ours is none of the endpoint's
                rows = [row for row in found.rows if not any(isinstance(term, ox.BlankNode) for term in row)]
                return Table(tuple(names), rows)
            names = [name for name in names if name not in open_ones]
        return None

    def _prologue(self, pattern: str) -> str:
        """The declarations that a part of the query needs to stand alone."""
        found = list(tokens(pattern))
        used = sorted({token.text.partition(":")[0] for token in found if token.kind == "name"})
        prefixes = self._query.prefixes
        declared = "".join(f"PREFIX {name}: <{prefixes[name]}> " for name in used if name in prefixes)
        relative = any(token.kind == "iri" and ":" not in token.text for token in found)
        return f"BASE <{self._query.base or BASE}> {declared}" if relative else declared

    def _written(self, table: Table, wanted: frozenset[str]) -> str:
        """The rows of the variables that were asked for, as a pattern. Blank nodes, for which VALUES has no way of writing,
        are written as literals, and made blank nodes again by a function."""
        kept = [place for place, name in enumerate(table.names) if name in wanted]
        blank: set[str] = set()
        rows = []
        for row in table.rows:
            terms = []
            for place in kept:
                term = row[place]
                if isinstance(term, ox.BlankNode):
                    blank.add(table.names[place])
                    term = ox.Literal(f"s{self._answered}{term.value}", datatype=_BLANK)
                terms.append(term)
            rows.append(tuple(terms))
        names = [table.names[place] for place in kept]
        values = self._held([f"{name}__" if name in blank else name for name in names], rows)
        if not blank:
            return values
        made = " ".join(f"BIND({_CALL}(?{name}__) AS ?{name})" for name in sorted(blank))
        return f"{{ SELECT {' '.join(f'?{name}' for name in names)} {{ {values} {made} }} }}"

    def _held(self, names: Sequence[str], rows: Sequence[tuple[Node | None, ...]]) -> str:
        """VALUES with one row that holds the place of these."""
        if not names or not rows:
            return _table(names, rows)
        here = " ".join([f"<urn:{self._word}:{self._answered}>", *["UNDEF"] * (len(names) - 1)])
        self.rows[f"({here})"] = _lines(rows)
        return f"VALUES ({' '.join(f'?{name}' for name in names)}) {{ ({here}) }}"


def _asks(part: Statement | Element) -> bool:
    """Whether there is a SERVICE clause in a part."""
    if isinstance(part, Statement):
        return False
    return part.kind == "SERVICE" or any(_asks(inner) for group in part.groups for inner in group.parts)


def _joined_behind(parts: Sequence[Statement | Element]) -> Iterator[Statement | Element]:
    """The parts behind a clause that are joined with what stands before them, and so may be asked before the clause."""
    for part in parts:
        if isinstance(part, Element) and part.kind not in _JOINED | {"FILTER", "SERVICE"}:
            return
        if not _asks(part):
            yield part


def _certain(group: Group) -> frozenset[str]:
    """The variables that every answer to a group binds."""
    found = frozenset[str]()
    if group.select:
        return found
    for part in group.parts:
        if isinstance(part, Statement):
            found = found.union(*(triple.variables for triple in (*part.triples, *part.nested)))
        elif part.kind in ("GROUP", "GRAPH"):
            found |= frozenset.intersection(*(_certain(inner) for inner in part.groups))
    return frozenset(name for name in found if not name.startswith("_:"))


def _variables(text: str) -> frozenset[str]:
    """The names of all variables of a pattern."""
    return frozenset(token.text[1:] for token in tokens(text) if token.kind == "variable")


# Rows as text


def _table(names: Sequence[str], rows: Iterable[tuple[Node | None, ...]]) -> str:
    return f"VALUES ({' '.join(f'?{name}' for name in names)}) {{ {_lines(rows)} }}"


def _lines(rows: Iterable[tuple[Node | None, ...]]) -> str:
    return " ".join(f"({' '.join('UNDEF' if term is None else str(term) for term in row)})" for row in rows)


def _as_blank_node(*given: Node | ox.Triple) -> Node | ox.Triple | None:
    (term,) = given
    return ox.BlankNode(term.value) if isinstance(term, ox.Literal) and term.datatype == _BLANK else term


FUNCTIONS: Final = {_CALL: _as_blank_node}
"""What the rows may call, as the engine takes it."""
