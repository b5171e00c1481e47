"""What a query is made of: its tokens, and the patterns of its groups, each with its place in the text (SPARQL 1.1, 19.8).

Nothing is computed here. The places are offsets into the text, so that a part can be replaced and the rest stays as it is.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final


class UnreadableError(Exception):
    """The text is no query that we can read; the offset says where. The engine then says what is wrong with it."""

    def __init__(self, offset: int, what: str) -> None:
        super().__init__(what)
        self.offset = offset


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    """`iri`, `name` (with a prefix), `blank`, `variable`, `string`, `language`, `number`, `word` or `sign`."""
    text: str
    start: int
    end: int

    def is_word(self, *words: str) -> bool:
        """Whether it is one of these keywords, which are given in capitals."""
        return self.kind == "word" and self.text.upper() in words

    def is_sign(self, *signs: str) -> bool:
        return self.kind == "sign" and self.text in signs


_LOCAL: Final = r"(?:[\w:-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%])"
_TOKEN: Final = re.compile(
    rf"(?P<blank_space>\s+|\#[^\r\n]*)"
    rf"|(?P<iri><[^<>\"{{}}|^`\\\x00-\x20]*>)"
    rf"|(?P<string>\"\"\"(?:\"{{0,2}}(?:[^\"\\]|\\.))*\"\"\"|'''(?:'{{0,2}}(?:[^'\\]|\\.))*'''"
    rf"|\"(?:[^\"\\\r\n]|\\.)*\"|'(?:[^'\\\r\n]|\\.)*')"
    rf"|(?P<variable>[?$]\w+)"
    rf"|(?P<blank>_:\w(?:[\w.-]*[\w-])?)"
    rf"|(?P<name>(?:[^\W\d_](?:[\w.-]*[\w-])?)?:(?:{_LOCAL}(?:(?:{_LOCAL}|\.)*{_LOCAL})?)?)"
    rf"|(?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)"
    rf"|(?P<number>(?:\d+\.\d*|\.\d+|\d+)(?:[eE][+-]?\d+)?)"
    rf"|(?P<word>[A-Za-z_]\w*)"
    rf"|(?P<sign>\^\^|&&|\|\||!=|<=|>=|[{{}}()\[\].;,=<>!+*/|^?&-])",
    re.DOTALL,
)


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a query, without blanks and comments. Raises UnreadableError at what is no token."""
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise UnreadableError(at, f"{text[at]!r} begins nothing that a query may hold")
        if match.lastgroup and match.lastgroup != "blank_space":
            yield Token(match.lastgroup, match[0], at, match.end())
        at = match.end()


@dataclass(frozen=True, slots=True)
class Term:
    """A subject, an object, or a predicate that is no path."""

    kind: str
    """`iri`, `variable`, `blank`, `literal`, or `nested` (brackets or a collection, whose triples are given beside)."""
    value: str
    """The IRI in full, the name of the variable, the label, the string of a literal; a number or boolean as written."""
    start: int
    end: int
    name: str = ""
    """The prefixed name, where it is written so."""
    parts: tuple["Term", ...] = ()
    """The members of a collection."""


@dataclass(frozen=True, slots=True)
class Path:
    """A predicate: a single term, or an expression over terms (SPARQL 1.1, 9.1)."""

    operator: str
    """`term`, `/`, `|`, `^`, `*`, `+`, `?`, `!`."""
    parts: tuple["Path", ...]
    term: Term | None
    start: int
    end: int

    @property
    def endless(self) -> bool:
        """Whether it holds a `*` or `+`, and so may go on over the whole graph."""
        return self.operator in ("*", "+") or any(part.endless for part in self.parts)

    @property
    def terms(self) -> Iterator[Term]:
        """The predicates in it."""
        if self.term:
            yield self.term
        for part in self.parts:
            yield from part.terms


@dataclass(frozen=True, slots=True)
class Triple:
    """One triple or path pattern."""

    subject: Term
    path: Path
    object: Term
    nested: bool = False
    """Whether it stands within brackets."""

    @property
    def variables(self) -> frozenset[str]:
        """Names of its variables; of blank nodes, which join like them, the label with its `_:`."""
        terms = (self.subject, self.object, *((self.path.term,) if self.path.term else ()))
        return frozenset(term.value for term in terms if term.kind in ("variable", "blank"))


@dataclass(frozen=True, slots=True)
class Statement:
    """A subject with its predicates and objects, up to the full stop."""

    triples: tuple[Triple, ...]
    nested: tuple[Triple, ...]
    """Those within its brackets."""
    start: int
    end: int
    stop: int
    """Where the full stop behind it ends; the same as `end` where there is none."""


@dataclass(frozen=True, slots=True)
class Element:
    """A part of a group that is no triple pattern: `kind` is its keyword, or `GROUP` for groups joined by UNION."""

    kind: str
    groups: tuple["Group", ...]
    variables: frozenset[str]
    """Those that it says itself, outside its groups."""
    start: int
    end: int
    equal: tuple[str, Term] | None = None
    """Of `FILTER(?x = <iri>)` and nothing more, the variable and the IRI."""
    name: Term | None = None
    """What GRAPH or SERVICE names."""
    silent: bool = False
    """SERVICE SILENT."""


@dataclass(frozen=True, slots=True)
class Group:
    """What stands in braces, in order; of a query within a query, what its pattern holds."""

    parts: tuple[Statement | Element, ...]
    start: int
    end: int
    select: bool = False
    """Whether it is a query within the query."""

    def groups(self) -> Iterator["Group"]:
        """This group and all within it."""
        yield self
        for part in self.parts:
            if isinstance(part, Element):
                for group in part.groups:
                    yield from group.groups()

    def runs(self) -> Iterator[list[Statement]]:
        """The basic patterns: statements with nothing but filters between them, all joined with one another."""
        run: list[Statement] = []
        for part in self.parts:
            if isinstance(part, Statement):
                run.append(part)
            elif part.kind != "FILTER" and run:
                yield run
                run = []
        if run:
            yield run


@dataclass(frozen=True)
class Query:
    """A query that was read."""

    text: str
    group: Group | None
    """None: a DESCRIBE without a pattern."""
    prefixes: dict[str, str] = field(default_factory=dict)
    names: tuple[Term, ...] = ()
    """Every IRI and prefixed name in it."""
    all_variables: bool = False
    """Whether a `*` stands for all variables, so that none can be added unseen."""
    template_is_pattern: bool = False
    """CONSTRUCT WHERE: what is matched is also what is made."""
    base: str = ""
    """Of the prologue; empty where it names none."""
    form: int = 0
    """Where the prologue ends."""
    dataset: str = ""
    """The FROM and FROM NAMED clauses."""
    outside: tuple[Group, ...] = ()
    """Groups of EXISTS outside the pattern, or in the clauses of a query within it: in what is selected, HAVING, ORDER BY."""
    describes: bool = False
    has_base: bool = False
    """Whether it says what its relative IRIs are relative to."""

    @property
    def outer(self) -> tuple[Group, ...]:
        """The groups that are in no other."""
        return (*((self.group,) if self.group else ()), *self.outside)

    def groups(self) -> Iterator[Group]:
        """Every group, from the outside in."""
        if self.group:
            yield from self.group.groups()

    def shown(self, part: Term | Path | Statement | Group | Element) -> str:
        """The text of a part."""
        return self.text[part.start : part.end]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, from 1."""
        return place(self.text, offset)


@dataclass(frozen=True, slots=True)
class Edit:
    """Another text for a part of a query."""

    start: int
    end: int
    text: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text with parts replaced by others of at least as many lines, so that what is said of a line stays true."""
    for edit in sorted(edits, key=lambda e: e.start, reverse=True):
        lines = text.count("\n", edit.start, edit.end) - edit.text.count("\n")
        text = text[: edit.start] + edit.text + "\n" * lines + text[edit.end :]
    return text


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset into a text, from 1."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
