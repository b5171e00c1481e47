"""What is changed in a query before the engine sees it: `bkg:search` becomes VALUES, and shapes that the engine answers
slowly become others of the same meaning.

A part is replaced by text of as many lines, so that what the engine says of a line stays true.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from borderkg.errors import QueryError
from borderkg.sparql.reader import read
from borderkg.sparql.syntax import Edit, Element, Query, Statement, Term, Triple, UnreadableError, edited
from borderkg.vocabulary import BKG, RDF, XSD

SEARCH: Final = BKG + "search"
_HEADER: Final = re.compile(r"(?:\s*+#[^\r\n]*+)*+")
"""The comments before a query, as the catalogue has them."""
_STEPS: Final = re.compile(r"[+*]")
"""Without these there is no path of any length."""
_SAID: Final = re.compile(r":search\b|/ontology/search>")
"""In a text that cannot be read: a search may be meant, and must not silently find nothing."""

MOST: Final = 1000
"""Entities that one `bkg:search` gives, and how many where the query names no number."""

Found = Sequence[tuple[str, float]]
"""IRI and score of entities, the best first."""

Search = Callable[[str, int], Found]
"""Finds the entities for a text, at most a number of them."""


def rewritten(text: str, search: Search) -> str:
    """The query that the engine is asked in place of this one. Raises QueryError where `bkg:search` is used wrongly.

    What cannot be read here is given to the engine as it is, which then says what is wrong with it.
    """
    text = searched(text, search)
    if not _STEPS.search(text, _body(text)):
        return text
    try:
        return edited(text, _ordered(read(text)))
    except UnreadableError:
        return text


def searched(text: str, search: Search) -> str:
    """The query with `bkg:search` looked up, in SPARQL 1.1 that any engine answers. Raises QueryError where it is used
    wrongly."""
    if text.find("search", _body(text)) < 0:
        return text
    try:
        return edited(text, _searches(read(text), search))
    except UnreadableError as error:
        if _SAID.search(text):
            raise QueryError(f"The query cannot be read, so that bkg:search cannot be looked up: {error}.") from error
        return text


def _body(text: str) -> int:
    """Where a query begins, behind the comments at its head."""
    header = _HEADER.match(text)
    return header.end() if header else 0


# bkg:search


def _searches(query: Query, search: Search) -> Iterable[Edit]:
    counted = 0
    for group in query.groups():
        for run in group.runs():
            values = []
            for statement in run:
                kept = [t for t in statement.triples if not _is_search(t)]
                asked = [t for t in statement.triples if _is_search(t)]
                if any(_mentions_search(t) for t in (*kept, *statement.nested)):
                    raise _misused("it stands alone as a predicate, outside paths and brackets")
                if not asked:
                    continue
                if query.template_is_pattern:
                    raise _misused("CONSTRUCT needs its template written out beside it")
                values += [_values(triple, search) for triple in asked]
                yield Edit(statement.start, statement.end if kept else statement.stop, _written(query, kept))
                counted += len(asked)
            if values:
                yield Edit(run[0].start, run[0].start, " ".join(values) + " ")
    if counted < sum(name.value == SEARCH for name in query.names):
        raise _misused("it can only stand as the predicate of a pattern")


def _is_search(triple: Triple) -> bool:
    return triple.path.term is not None and triple.path.term.value == SEARCH


def _mentions_search(triple: Triple) -> bool:
    return any(
        term.value == SEARCH and term.kind == "iri" for term in (triple.subject, *triple.path.terms, triple.object)
    )


def _misused(why: str) -> QueryError:
    return QueryError(
        f'bkg:search: {why}. It is written ?x bkg:search "试验区", or (?x ?score) bkg:search ("试验区" 20). 检索谓词用法有误。'
    )


def _values(triple: Triple, search: Search) -> str:
    """The rows that stand for a search."""
    text, most = _arguments(triple.object)
    subjects = triple.subject.parts or (triple.subject,)
    if triple.subject.kind == "nested" and len(subjects) != 2:
        raise _misused("before it stands one term, or two in brackets")
    found = search(text, most)
    entity = subjects[0]
    names = []
    if entity.kind == "iri":
        found = [one for one in found if one[0] == entity.value]
    elif entity.kind == "variable":
        names.append(entity.value)
    else:
        raise _misused("what is looked for is a variable or an IRI")
    if len(subjects) == 2:
        if subjects[1].kind != "variable" or subjects[1].value in names:
            raise _misused("the score is a variable of its own")
        names.append(subjects[1].value)
    rows = []
    for iri, score in found:
        terms = [f"<{iri}>"] if entity.kind == "variable" else []
        terms += [f'"{Decimal(str(score))}"^^<{XSD}decimal>'] if len(subjects) == 2 else []
        rows.append(f"({' '.join(terms)})")
    return f"VALUES ({' '.join(f'?{name}' for name in names)}) {{{' '.join(rows)}}}"


def _arguments(given: Term) -> tuple[str, int]:
    text, *more = given.parts or (given,)
    if text.kind != "literal" or len(more) > 1:
        raise _misused("what to look for is a text, with at most a number behind it")
    if not more:
        return text.value, MOST
    if not more[0].value.isascii() or not more[0].value.isdigit() or not 1 <= int(more[0].value) <= MOST:
        raise _misused(f"the number is from 1 to {MOST}")
    return text.value, int(more[0].value)


def _written(query: Query, triples: Sequence[Triple]) -> str:
    """Triples of one statement as text; brackets keep what they hold."""
    if not triples:
        return ""
    said = " ; ".join(f"{query.shown(t.path)} {query.shown(t.object)}" for t in triples)
    return f"{query.shown(triples[0].subject)} {said}"


# Slow shapes


def _ordered(query: Query) -> Iterable[Edit]:
    """Path patterns with a fixed end are answered first, and what is joined with them for each of their answers.

    The engine begins with a pattern such as `?x a bkg:Policy` or a label, and walks the path for all that it finds, which
    takes seconds where the path alone takes a thousandth. The patterns of a run are joined, and a join is the same in any
    order, so that the meaning stays (SPARQL 1.1, 18.2.2.5 and 18.5). LATERAL evaluates its right side for each answer of
    its left: for a basic pattern that is the join. Where a filter of the group says that an end is an IRI, the end is also
    joined with that IRI: every answer binds it, and the filter takes away the others in any case.
    """
    fresh = 0
    for group in query.groups():
        fixed = dict(part.equal for part in group.parts if isinstance(part, Element) and part.equal)
        for run in group.runs():
            if query.template_is_pattern or any(s.nested or _has_blank(s) for s in run):
                continue
            triples = [triple for statement in run for triple in statement.triples]
            first = [triple for triple in triples if _is_fixed_path(triple, fixed)]
            rest = [triple for triple in triples if triple not in first]
            if not all(_is_wide(triple) for triple in rest) or not _touch(first, rest):
                continue
            ends = {end.value for triple in first for end in (triple.subject, triple.object) if end.kind == "variable"}
            said = [f"VALUES ?{name} {{ {query.shown(fixed[name])} }}" for name in sorted(ends & set(fixed))]
            begun, then = bool(said), [_written(query, [triple]) for triple in rest]
            for triple in first:
                step = None if query.all_variables else f"?_step{fresh}"
                start, after = _parted(query, triple, step)
                said.append(start)
                then = [*([after] if after else []), *then]
                fresh += bool(after)
            if first and (then or begun):
                lateral = f" LATERAL {{ {' . '.join(then)} }}" if then else ""
                yield from _reordered(run, " . ".join(said) + lateral)


def _parted(query: Query, triple: Triple, step: str | None) -> tuple[str, str]:
    """A path with its end fixed as what is walked from there, and the steps that remain.

    `?x p/q+ <c>` is `?v q+ <c> . ?x p ?v` for a new ?v (18.2.2.4); the engine begins with p, for every pair that has it.
    Without a name for the variable the path stays whole.
    """
    parts = triple.path.parts
    if step is None or triple.path.operator != "/" or triple.object.kind == "variable" or not parts[-1].endless:
        return _written(query, [triple]), ""
    before = "/".join(query.shown(part) for part in parts[:-1])
    walked = f"{step} {query.shown(parts[-1])} {query.shown(triple.object)}"
    return walked, f"{query.shown(triple.subject)} {before} {step}"


def _reordered(run: list[Statement], text: str) -> Iterable[Edit]:
    """The run written anew where it begins, and taken out where it stood; the filters between stay."""
    for number, statement in enumerate(run):
        yield Edit(statement.start, statement.stop if number else statement.end, "" if number else text)


def _has_blank(statement: Statement) -> bool:
    return any(term.kind in ("blank", "nested") for t in statement.triples for term in (t.subject, t.object))


def _is_fixed_path(triple: Triple, fixed: Mapping[str, Term]) -> bool:
    """An endless path of which one end, and not the other, is a term of the query's, or is said to be equal to one."""
    open_ends = [end for end in (triple.subject, triple.object) if end.kind == "variable" and end.value not in fixed]
    return triple.path.endless and len(open_ends) == 1


def _is_wide(triple: Triple) -> bool:
    """A pattern that nothing but its predicate, or a class, narrows: there is nothing better to begin with."""
    if triple.path.operator != "term" or triple.subject.kind != "variable":
        return False
    if triple.object.kind == "variable":
        return triple.path.term is not None and triple.path.term.kind == "iri"
    return triple.path.term is not None and triple.path.term.value == RDF + "type"


def _touch(first: list[Triple], rest: list[Triple]) -> bool:
    """Whether every pattern hangs, by one variable or over others, on the paths."""
    reached = frozenset[str]().union(*(triple.variables for triple in first))
    waiting = list(rest)
    while fitting := [triple for triple in waiting if triple.variables & reached]:
        reached = reached.union(*(triple.variables for triple in fitting))
        waiting = [triple for triple in waiting if triple not in fitting]
    return not waiting
