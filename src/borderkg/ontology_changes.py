"""What changed between two states of the ontology: terms added, removed and changed, and what each change touches.

A term is whatever has an IRI of the ontology or its concept schemes. Anonymous nodes (unions, chains) are compared by what
they say, so that a file written anew in another order has not changed.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from borderkg import schema
from borderkg.errors import ReferenceDataError
from borderkg.questions.uses import Uses
from borderkg.vocabulary import BKC, BKG, PREFIXES


@dataclass(frozen=True, slots=True)
class Change:
    """Of one term; what it said (`before`) and says (`after`) where these differ."""

    term: str
    kind: str
    """`added`, `removed` or `changed`."""
    before: tuple[str, ...]
    after: tuple[str, ...]
    questions: tuple[str, ...] = ()
    shapes: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def between(old: Path, new: Path) -> list[Change]:
    """The changes from one ontology folder to another, by term. Raises ReferenceDataError where a folder holds none or a
    file is malformed. What a change touches is looked up in the questions, the rules, and the shapes of `new`."""
    before, after = _described(old), _described(new)
    uses = Uses(new)
    changes = []
    for term in sorted(before.keys() | after.keys()):
        was, now = before.get(term, frozenset()), after.get(term, frozenset())
        if was != now:
            kind = "changed" if was and now else "added" if now else "removed"
            gone, come = tuple(sorted(was - now)), tuple(sorted(now - was))
            touched = (uses.questions(term), uses.shapes(term), uses.rules(term))
            changes.append(Change(term, kind, gone, come, *touched))
    return changes


def _described(folder: Path) -> dict[str, frozenset[str]]:
    """What each term of an ontology folder says, as lines `predicate object`."""
    files = schema.files(folder)
    if not files:
        raise ReferenceDataError(
            f"{folder}: no ontology; give the folder that holds core/ and concepts/, as `ontology` does."
        )
    said: dict[str, set[str]] = defaultdict(set)
    for path in files:
        nodes: dict[ox.BlankNode, list[ox.Triple]] = defaultdict(list)
        triples = schema.parse(path)
        for triple in triples:
            if isinstance(triple.subject, ox.BlankNode):
                nodes[triple.subject].append(triple)
        for triple in triples:
            if isinstance(triple.subject, ox.NamedNode) and triple.subject.value.startswith((BKG, BKC)):
                said[_short(triple.subject.value)].add(
                    f"{_short(triple.predicate.value)} {_shown(triple.object, nodes)}"
                )
    return {term: frozenset(lines) for term, lines in said.items()}


def _shown(term: schema.Term, nodes: Mapping[ox.BlankNode, list[ox.Triple]]) -> str:
    if isinstance(term, ox.BlankNode):
        inner = sorted(f"{_short(x.predicate.value)} {_shown(x.object, nodes)}" for x in nodes[term])
        return f"[ {' ; '.join(inner)} ]"
    return _short(term.value) if isinstance(term, ox.NamedNode) else str(term)


def _short(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and "/" not in iri.removeprefix(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
