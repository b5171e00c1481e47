"""What may stand at a place of a query that is being written: terms, things by name, variables, prefixes, keywords."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from borderkg import schema
from borderkg.graph.search import Index
from borderkg.questions.terms import Term, Terms
from borderkg.sparql.syntax import Token, UnreadableError, tokens
from borderkg.vocabulary import BKC, BKG, PREFIXES, RDF, RDFS, SKOS

_TYPED: Final = re.compile(r"(?:[?$]\w*|<[^<>\s]*|\"[^\"\n]*|[\w:.-]*(?<![.]))$")
_KEYWORDS: Final = (
    *("SELECT", "DISTINCT", "WHERE", "OPTIONAL", "FILTER", "UNION", "MINUS", "GRAPH", "VALUES", "BIND", "EXISTS"),
    *("LANG", "ORDER", "GROUP", "LIMIT", "OFFSET", "COUNT", "CONSTRUCT", "ASK", "DESCRIBE"),
)
_LABELS: Final = frozenset({SKOS + "prefLabel", SKOS + "altLabel", RDFS + "label", BKG + "alias", BKG + "search"})
_TYPE: Final = RDF + "type"


@dataclass(frozen=True, slots=True)
class Completion:
    """A text that may stand from `start` to `end` of the query, with what it is."""

    text: str
    kind: str
    """`property`, `class`, `concept`, `entity`, `label`, `variable`, `prefix` or `keyword`."""
    start: int
    end: int
    label_zh: str = ""
    label_en: str = ""
    count: int = 0
    """How many triples or things the graph has of it; 0: it is not counted."""


@dataclass
class _Place:
    """Where the cursor stands in a statement."""

    position: str = "subject"
    subject: str = ""
    predicate: str = ""
    types: dict[str, list[str]] = field(default_factory=dict)
    """Variable or term to the classes that the query says it has."""
    variables: set[str] = field(default_factory=set)
    prefixes: dict[str, str] = field(default_factory=lambda: dict(PREFIXES))


def complete(text: str, cursor: int, terms: Terms, index: Index, limit: int = 30) -> list[Completion]:
    """The completions at a cursor, an offset into the text, the likeliest first."""
    before = text[:cursor]
    typed = _TYPED.search(before)
    start = typed.start() if typed else cursor
    word = before[start:]
    place = _place(before[:start], text[cursor:])
    found = []
    for entry in _found(word, place, terms, index, limit):
        found.append(Completion(entry.text, entry.kind, start, cursor, entry.label_zh, entry.label_en, entry.count))
        if len(found) == limit:
            break
    return found


def _found(word: str, place: _Place, terms: Terms, index: Index, limit: int) -> Iterator[Completion]:
    if word[:1] in ("?", "$"):
        names = sorted(name for name in place.variables if name.startswith(word[1:]))
        yield from (Completion(f"{word[0]}{name}", "variable", 0, 0) for name in names)
        return
    if word[:1] == "<":
        yield from (Completion(f"<{hit.iri}>", "entity", 0, 0, hit.name) for hit in index.starting(word[1:], limit))
        return
    if word[:1] == '"' or (place.position == "object" and place.predicate in _LABELS):
        hits = index.search(word.lstrip('"'), limit)
        yield from (Completion(_quoted(hit.name, place.predicate), "label", 0, 0, hit.name) for hit in hits)
        return
    yield from _terms(word, place, terms)
    if place.position != "object":
        yield from (Completion(k, "keyword", 0, 0) for k in _KEYWORDS if word and k.startswith(word.upper()))
    if place.position != "predicate" and word and ":" not in word:
        yield from (Completion(f"<{hit.iri}>", "entity", 0, 0, hit.name) for hit in index.search(word, limit))
    if place.position != "object":
        yield from (Completion(k, "keyword", 0, 0) for k in _KEYWORDS if word and k.startswith(word.upper()))
    yield from (
        Completion(f"{p}:", "prefix", 0, 0, n) for p, n in place.prefixes.items() if word and p.startswith(word)
    )


def _terms(word: str, place: _Place, terms: Terms) -> Iterator[Completion]:
    if place.position == "predicate":
        own = terms.properties_of(place.types.get(place.subject, ()))
        others = [term for term in terms.properties if term.iri not in {one.iri for one in own}]
        return _fitting(word, [*own, *others], "property")
    if place.position == "object" and place.predicate == _TYPE:
        return _fitting(word, terms.classes, "class")
    if place.position == "object":
        known = schema.load().properties.get(place.predicate.removeprefix(BKG))
        scheme = f"{BKC}{known.scheme}-" if known and known.scheme else ""
        return _fitting(word, (c for c in terms.concepts if (scheme or word) and c.iri.startswith(scheme)), "concept")
    return iter(())


def _fitting(word: str, terms: Iterable[Term], kind: str) -> Iterator[Completion]:
    for term in terms:
        if term.fits(word):
            yield Completion(term.name, kind, 0, 0, term.label_zh, term.label_en, term.count)


def _quoted(label: str, predicate: str) -> str:
    """A label as a literal, with its language where the graph has one."""
    text = label.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    language = ("@zh" if any("\u3400" <= c <= "\u9fff" for c in label) else "@en") if predicate.startswith(SKOS) else ""
    return f'"{text}"{language}'


def _place(before: str, after: str) -> _Place:
    """What the tokens before the word say of it; those behind tell only of variables."""
    place = _Place(variables={name[1:] for name in re.findall(r"[?$]\w+", after)})
    stack: list[tuple[str, str, str]] = []
    for token in _readable(before):
        if token.kind == "variable":
            place.variables.add(token.text[1:])
        if token.is_sign("{", "[", "("):
            stack.append((place.position, place.subject, place.predicate))
            place.position, place.subject = ("predicate", "[]") if token.text == "[" else ("subject", "")
        elif token.is_sign("}", "]", ")"):
            place.position, place.subject, place.predicate = stack.pop() if stack else ("subject", "", "")
            if token.text == "}":
                place.position = "subject"
            else:
                _step(place, "")
        elif token.is_sign("."):
            place.position = "subject"
        elif token.is_sign(";"):
            place.position = "predicate"
        elif token.is_sign(","):
            place.position = "object"
        elif token.kind == "word" and token.text.upper() in (*_KEYWORDS, "BY", "AS", "WHERE", "PREFIX", "BASE"):
            place.position = "subject"
        elif token.kind in ("variable", "iri", "name", "blank", "string", "number") or token.text == "a":
            _step(place, _value(token, place))
    return place


def _step(place: _Place, value: str) -> None:
    """One term further in the statement."""
    if place.position == "subject":
        place.position, place.subject = "predicate", value
    elif place.position == "predicate":
        place.position, place.predicate = "object", value
    else:
        if place.predicate == _TYPE and value:
            place.types.setdefault(place.subject, []).append(value)
        place.position = "end"


def _value(token: Token, place: _Place) -> str:
    if token.text == "a":
        return _TYPE
    if token.kind == "iri":
        return token.text[1:-1]
    if token.kind == "name":
        prefix, _, local = token.text.partition(":")
        return place.prefixes.get(prefix, "") + local
    return token.text


def _readable(text: str) -> Iterator[Token]:
    """The tokens up to where the text can no longer be read."""
    try:
        yield from tokens(text)
    except UnreadableError:
        return
