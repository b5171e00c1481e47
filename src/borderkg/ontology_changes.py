"""What changed between two states of the ontology: terms added, removed and changed, and what each change touches.

A term is whatever has an IRI of the ontology or its concept schemes. Anonymous nodes (unions, chains) are compared by what
they say, so that a file written anew in another order has not changed.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from borderkg import resources, schema
from borderkg.errors import ReferenceDataError
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
    uses = _Uses(new)
    changes = []
    for term in sorted(before.keys() | after.keys()):
        was, now = before.get(term, frozenset()), after.get(term, frozenset())
        if was != now:
            kind = "changed" if was and now else "added" if now else "removed"
            gone, come = tuple(sorted(was - now)), tuple(sorted(now - was))
            changes.append(Change(term, kind, gone, come, *uses.of(term)))
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


class _Uses:
    """Where terms are used: questions, shapes and rules, each by its words."""

    def __init__(self, ontology: Path) -> None:
        self._ontology = ontology

    def of(self, term: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """The questions, shape files and rule files that name a term."""
        local = term.partition(":")[2]
        word = re.compile(rf"{re.escape(term)}(?![\w-])")
        claimed = re.compile(rf"(?<![\w-]){re.escape(local)}(?![\w-])") if term.startswith("bkg:") else word
        return (
            tuple(name for name, text in self._questions.items() if word.search(text)),
            tuple(name for name, text in self._shapes.items() if word.search(text)),
            tuple(name for name, text in self._rules.items() if claimed.search(text)),
        )

    @cached_property
    def _questions(self) -> dict[str, str]:
        return dict(_texts(resources.queries(), "**/*.rq"))

    @cached_property
    def _shapes(self) -> dict[str, str]:
        return dict(_texts(self._ontology / "shapes", "*.ttl"))

    @cached_property
    def _rules(self) -> dict[str, str]:
        return dict(_texts(resources.rules(), "*.yaml"))


def _texts(folder: Path, pattern: str) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob(pattern)):
        yield path.stem, path.read_text("utf-8")
