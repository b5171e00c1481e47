"""Reads a query into its groups and patterns, by descent over its tokens (SPARQL 1.1, 19.8).

Expressions are passed over but for the groups in them (EXISTS). What a query means to the engine is not checked here: a
text that we cannot read is left to it.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final
from urllib.parse import urljoin

from borderkg.sparql.syntax import (
    Element,
    Group,
    Path,
    Query,
    Statement,
    Term,
    Token,
    Triple,
    UnreadableError,
    tokens,
)
from borderkg.vocabulary import BASE, PREFIXES, RDF

_ESCAPE: Final = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_ESCAPED: Final = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
_DOUBTFUL: Final = re.compile(r"[()&?$]")
"""In an expression `?a<?b&&(?c>?d)` may be read as an IRI or as two comparisons."""


@lru_cache(maxsize=8)
def read(text: str) -> Query:
    """Read a query; each of those that rewrite it asks for it. Raises UnreadableError."""
    try:
        return _Reader(text).query()
    except RecursionError:
        raise UnreadableError(0, "its brackets are nested too deeply") from None


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [*tokens(text), Token("end", "", len(text), len(text))]
        self.at = 0
        self.prefixes = dict(PREFIXES)
        self.base: str | None = None
        self.names: list[Term] = []
        self.nested: list[Triple] = []
        self.outside: list[Group] = []
        self.stars = False
        self.dataset: list[str] = []

    # Tokens

    @property
    def now(self) -> Token:
        return self.tokens[self.at]

    def take(self) -> Token:
        token = self.now
        if token.kind == "end":
            raise UnreadableError(token.start, "the query ends too early")
        self.at += 1
        return token

    def took(self, *signs: str) -> bool:
        if self.now.is_sign(*signs):
            self.at += 1
            return True
        return False

    def need(self, sign: str) -> Token:
        if not self.now.is_sign(sign):
            raise UnreadableError(self.now.start, f"expected {sign}")
        return self.take()

    @property
    def last(self) -> int:
        """Where the token before ends."""
        return self.tokens[self.at - 1].end

    # The query as a whole

    def query(self) -> Query:
        self.prologue()
        form = self.take()
        if not form.is_word("SELECT", "CONSTRUCT", "DESCRIBE", "ASK"):
            raise UnreadableError(form.start, "expected SELECT, CONSTRUCT, DESCRIBE or ASK")
        short = False
        if form.is_word("CONSTRUCT"):
            if self.now.is_sign("{"):
                self.group()
            else:
                short = True
        group = self.clauses(form)
        while self.now.kind != "end":
            self.modifier()
        return Query(
            self.text,
            group,
            self.prefixes,
            tuple(self.names),
            self.stars,
            short,
            self.base or "",
            form.start,
            " ".join(self.dataset),
            tuple(self.outside),
            form.is_word("DESCRIBE"),
            self.base is not None,
        )

    def prologue(self) -> None:
        while self.now.is_word("PREFIX", "BASE"):
            if self.take().is_word("BASE"):
                self.base = self.absolute(self.take().text[1:-1])
            else:
                name, iri = self.take(), self.take()
                if name.kind != "name" or iri.kind != "iri":
                    raise UnreadableError(name.start, "expected a prefix and its IRI")
                self.prefixes[name.text.removesuffix(":")] = self.absolute(iri.text[1:-1])

    def clauses(self, form: Token) -> Group | None:
        """From behind the keyword of a query to the end of its pattern."""
        while not self.now.is_sign("{"):
            if self.now.kind == "end" and form.is_word("DESCRIBE"):
                return None
            if self.now.is_sign("*"):
                self.stars = True
            self.modifier()
        return self.group()

    def modifier(self) -> None:
        """One token, or what is in brackets or braces, of a clause outside the pattern."""
        if self.now.is_sign("("):
            self.outside += self.expression()
        elif self.now.is_sign("{"):
            self.data()
        elif self.now.is_word("EXISTS"):
            self.take()
            self.outside.append(self.group())
        elif self.now.is_word("FROM"):
            start = self.take().start
            if self.now.is_word("NAMED"):
                self.take()
            self.note(self.take())
            self.dataset.append(self.text[start : self.last])
        else:
            self.note(self.take())

    def note(self, token: Token) -> Term | None:
        """Remember an IRI or a prefixed name."""
        if token.kind not in ("iri", "name"):
            return None
        term = self.named(token)
        self.names.append(term)
        return term

    def named(self, token: Token) -> Term:
        if token.kind == "iri":
            return Term("iri", self.absolute(token.text[1:-1]), token.start, token.end)
        prefix, _, local = token.text.partition(":")
        space = self.prefixes.get(prefix)
        iri = "" if space is None else space + re.sub(r"\\(.)", r"\1", local)
        return Term("iri", iri, token.start, token.end, token.text)

    def absolute(self, written: str) -> str:
        """An IRI against the base of the prologue, which itself is relative to our own."""
        return urljoin(self.base or BASE, _unescaped(written))

    # Expressions, which are passed over

    def expression(self) -> list[Group]:
        """What is in round brackets; gives the groups in it."""
        start, depth, groups = self.need("("), 1, []
        while depth:
            if self.now.is_word("EXISTS"):
                self.take()
                groups.append(self.group())
                continue
            token = self.take()
            if token.kind == "iri" and _DOUBTFUL.search(token.text):
                raise UnreadableError(token.start, "set blanks around < and >: it may be an IRI or a comparison")
            if token.is_sign("{", "}"):
                raise UnreadableError(start.start, "a bracket that does not close")
            if token.is_sign("*"):
                self.stars = True
            self.note(token)
            depth += token.is_sign("(") - token.is_sign(")")
        return groups

    def data(self) -> None:
        """The rows of VALUES."""
        self.need("{")
        while not self.took("}"):
            self.note(self.take())

    # Groups

    def group(self) -> Group:
        start = self.need("{").start
        if self.now.is_word("SELECT"):
            pattern = self.clauses(self.take())
            while not self.now.is_sign("}"):
                self.modifier()
            self.take()
            return Group(pattern.parts if pattern else (), start, self.last, select=True)
        parts: list[Statement | Element] = []
        while not self.took("}"):
            if not self.took("."):
                parts.append(self.part())
        return Group(tuple(parts), start, self.last)

    def part(self) -> Statement | Element:
        first, at = self.now, self.at
        groups: list[Group] = []
        if first.is_sign("{"):
            groups.append(self.group())
            while self.now.is_word("UNION"):
                self.take()
                groups.append(self.group())
            return Element("GROUP", tuple(groups), frozenset(), first.start, self.last)
        if not first.is_word("OPTIONAL", "MINUS", "GRAPH", "SERVICE", "FILTER", "BIND", "VALUES", "LATERAL"):
            return self.statement()
        kind = self.take().text.upper()
        if kind == "FILTER":
            groups = self.constraint()
            return Element(
                kind, tuple(groups), self.variables(at, self.at), first.start, self.last, self.equality(at + 1)
            )
        if kind == "BIND":
            groups = self.expression()
        elif kind == "VALUES":
            while not self.now.is_sign("{"):
                self.take()
            self.data()
        else:
            silent = kind == "SERVICE" and self.now.is_word("SILENT")
            self.at += silent
            name = self.term() if kind in ("GRAPH", "SERVICE") else None
            outside = self.at
            groups.append(self.group())
            said = self.variables(at, outside)
            return Element(kind, tuple(groups), said, first.start, self.last, name=name, silent=silent)
        return Element(kind, tuple(groups), self.variables(at, self.at), first.start, self.last)

    def variables(self, start: int, end: int) -> frozenset[str]:
        return frozenset(token.text[1:] for token in self.tokens[start:end] if token.kind == "variable")

    def constraint(self) -> list[Group]:
        if self.now.is_word("NOT"):
            self.take()
        if self.now.is_word("EXISTS"):
            self.take()
            return [self.group()]
        if not self.now.is_sign("("):
            self.note(self.take())  # a function
        return self.expression()

    def equality(self, at: int) -> tuple[str, Term] | None:
        """The variable and the IRI, where the constraint that begins at a token says that they are equal."""
        said = self.tokens[at : self.at]
        if len(said) != 5 or not said[2].is_sign("="):
            return None
        one, other = (said[1], said[3]) if said[1].kind == "variable" else (said[3], said[1])
        is_equality = one.kind == "variable" and other.kind in ("iri", "name")
        return (one.text[1:], self.named(other)) if is_equality else None

    # Triples

    def statement(self) -> Statement:
        start, before = self.now.start, len(self.nested)
        subject = self.term()
        triples: list[Triple] = []
        if subject.kind != "nested" or not self.now.is_sign(".", "}"):
            triples = self.properties(subject)
        nested = tuple(self.nested[before:])
        del self.nested[before:]
        return Statement(tuple(triples), nested, start, self.last, self.now.end if self.now.is_sign(".") else self.last)

    def properties(self, subject: Term, *, nested: bool = False) -> list[Triple]:
        triples = []
        while True:
            path = self.path()
            triples.append(Triple(subject, path, self.term(), nested))
            while self.took(","):
                triples.append(Triple(subject, path, self.term(), nested))
            while self.took(";"):
                pass
            if not self.tokens[self.at - 1].is_sign(";") or self.now.is_sign(".", "}", "]"):
                return triples
            if self.now.is_word("OPTIONAL", "MINUS", "GRAPH", "SERVICE", "FILTER", "BIND", "VALUES", "LATERAL"):
                return triples
            if self.now.is_sign("{"):
                return triples

    def term(self) -> Term:
        token = self.take()
        start = token.start
        if token.kind == "variable":
            return Term("variable", token.text[1:], start, token.end)
        if token.kind == "blank":
            return Term("blank", token.text, start, token.end)
        if term := self.note(token):
            return term
        if token.kind == "string":
            return self.literal(token)
        if token.is_sign("+", "-") and self.now.kind == "number":
            return Term("literal", token.text + self.take().text, start, self.last)
        if token.kind == "number" or (token.kind == "word" and token.text in ("true", "false")):
            return Term("literal", token.text, start, token.end)
        if token.is_sign("["):
            if not self.now.is_sign("]"):
                self.nested += self.properties(Term("nested", "", start, start), nested=True)
            self.need("]")
            return Term("nested", "", start, self.last)
        if token.is_sign("("):
            members = []
            while not self.took(")"):
                members.append(self.term())
            return Term("nested", "", start, self.last, parts=tuple(members))
        raise UnreadableError(start, f"{token.text} is neither subject nor object")

    def literal(self, token: Token) -> Term:
        quotes = 3 if token.text[:3] in ('"""', "'''") else 1
        if self.now.kind == "language":
            self.take()
        elif self.took("^^"):
            self.note(self.take())
        return Term("literal", _unescaped(token.text[quotes:-quotes]), token.start, self.last)

    # Paths

    def path(self) -> Path:
        if self.now.kind == "variable":
            return self.single(self.term())
        return self.joined("|", lambda: self.joined("/", self.step))

    def joined(self, sign: str, part: Callable[[], Path]) -> Path:
        parts = [part()]
        while self.took(sign):
            parts.append(part())
        return parts[0] if len(parts) == 1 else Path(sign, tuple(parts), None, parts[0].start, self.last)

    def step(self) -> Path:
        start = self.now.start
        if self.took("^"):
            return Path("^", (self.step(),), None, start, self.last)
        inner = Path("!", (self.primary(),), None, start, self.last) if self.took("!") else self.primary()
        if self.now.is_sign("*", "+", "?"):
            return Path(self.take().text, (inner,), None, start, self.last)
        return inner

    def primary(self) -> Path:
        start = self.now.start
        if self.took("("):
            if self.took(")"):
                return Path("|", (), None, start, self.last)
            inner = self.joined("|", lambda: self.joined("/", self.step))
            self.need(")")
            return Path(inner.operator, inner.parts, inner.term, start, self.last)
        if self.now.is_word("A") and self.now.text == "a":
            token = self.take()
            return self.single(Term("iri", RDF + "type", token.start, token.end, "a"))
        if self.took("^"):
            return Path("^", (self.primary(),), None, start, self.last)
        term = self.note(self.take())
        if term is None:
            raise UnreadableError(start, f"{self.tokens[self.at - 1].text} is no predicate")
        return self.single(term)

    def single(self, term: Term) -> Path:
        return Path("term", (), term, term.start, term.end)


def _unescaped(text: str) -> str:
    def character(match: re.Match[str]) -> str:
        code = match[1]
        if code[0] in "uU" and len(code) > 1:
            return chr(int(code[1:], 16))
        return _ESCAPED.get(code, code)

    return _ESCAPE.sub(character, text)
