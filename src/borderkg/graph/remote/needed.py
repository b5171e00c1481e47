"""What of a graph a query needs.

A query is answered rightly from any part that has all triples with the predicates of its patterns. Which those are is read
from the query; where that cannot be told (a variable as predicate, a path of no length), it needs the whole graph.
"""

from itertools import pairwise
from typing import Final

from borderkg.sparql.reader import read
from borderkg.sparql.syntax import Group, Path, Query, UnreadableError, tokens

_WANDERING: Final = frozenset({"*", "?", "!"})
"""Operators by which a path also finds what no predicate of it touches."""


def predicates(text: str) -> frozenset[str] | None:
    """The predicates whose triples suffice to answer a query; None where it may need any."""
    try:
        query = read(text)
    except UnreadableError:
        return None
    if query.group is None or _has_hidden_groups(query):
        return None
    found: set[str] = set()
    for group in query.groups():
        triples = [t for run in group.runs() for s in run for t in (*s.triples, *s.nested)]
        if not triples and _is_bare(group):
            return None
        for triple in triples:
            terms = list(triple.path.terms)
            if _wanders(triple.path) or any(term.kind != "iri" or not term.value for term in terms):
                return None
            if "nested" in (triple.subject.kind, triple.object.kind) and (triple.subject.parts or triple.object.parts):
                return None  # a collection, with rdf:first and rdf:rest unwritten
            found.update(term.value for term in terms)
    return frozenset(found)


def _wanders(path: Path) -> bool:
    return path.operator in _WANDERING or any(_wanders(part) for part in path.parts)


def _is_bare(group: Group) -> bool:
    """Whether a group has nothing in it: GRAPH ?g {} finds every graph."""
    return not group.parts


def _has_hidden_groups(query: Query) -> bool:
    """Whether an EXISTS stands where groups are not read: in SELECT, HAVING or ORDER BY."""
    known = {group.start for group in query.groups()}
    followed = pairwise(tokens(query.text))
    return any(word.is_word("EXISTS") and after.start not in known for word, after in followed)
