"""Whether a query can see anything of one of the graphs that are its default graph together.

Where it cannot, the engine is asked over the others alone: each pattern over several graphs is looked up in each of them.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

from borderkg.sparql.reader import read
from borderkg.sparql.syntax import Element, Group, Path, Term, Triple, UnreadableError

Pattern = tuple[str | None, str | None, str | None]
"""The IRIs of subject, predicate and object; None stands for any term."""

_JOINED: Final = frozenset("/|^+")
"""Operators of a path that is made of steps along its predicates. `*`, `?` and `!` see more of a graph than those steps."""

_ABSOLUTE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def sees(text: str, holds: Callable[[Pattern], bool]) -> bool:
    """Whether a query may find anything of a graph in its default graph; `holds` says whether that graph has a triple that
    fits a pattern.

    A pattern has its answers from the triples that fit it (SPARQL 1.1, 18.3), and a path without steps of no length and
    without exceptions from those that fit its predicates (18.4). If the graph has none that fits any, all answers are
    those without it. What cannot be read, and a query whose answers hang on more than patterns, may see anything.
    """
    try:
        query = read(text)
    except UnreadableError:
        return True
    if query.describes or query.has_base:
        return True
    patterns = [pattern for group in query.outer for triple in _triples(group) for pattern in _patterns(triple)]
    return any(pattern is None or holds(pattern) for pattern in dict.fromkeys(patterns))


def _triples(group: Group) -> Iterator[Triple]:
    """The triple patterns of a group that are matched against the default graph."""
    for part in group.parts:
        if not isinstance(part, Element):
            yield from (*part.triples, *part.nested)
        elif part.kind != "GRAPH":
            for inner in part.groups:
                yield from _triples(inner)


def _patterns(triple: Triple) -> Iterator[Pattern | None]:
    """What a triple of the graph must fit to matter to a triple pattern; None where any may."""
    if triple.subject.parts or triple.object.parts:
        yield None  # a collection, whose own triples are not written out
    elif triple.path.operator == "term":
        pattern = _iri(triple.subject), _iri(triple.path.term), _iri(triple.object)
        yield pattern if any(pattern) else None
    elif _steps(triple.path):
        for predicate in map(_iri, triple.path.terms):
            yield (None, predicate, None) if predicate else None
    else:
        yield None


def _steps(path: Path) -> bool:
    return path.operator == "term" or (
        path.operator in _JOINED and bool(path.parts) and all(_steps(part) for part in path.parts)
    )


def _iri(term: Term | None) -> str | None:
    """The IRI of a term; None for what is no IRI, and for one that is not known here in full: with another's prefix, or
    relative."""
    return term.value if term is not None and term.kind == "iri" and _ABSOLUTE.match(term.value) else None
