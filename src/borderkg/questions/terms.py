"""The terms that a query over a graph can use, with their labels and how often the graph has them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from borderkg import pinyin, schema
from borderkg.graph.names_index import folded, key
from borderkg.graph.store import GraphStore
from borderkg.questions.results import read, shorten
from borderkg.vocabulary import BKG, OWL, RDF, RDFS

_PARTITIONS: Final = "SELECT ?class ?property (COUNT(*) AS ?n) { ?x a ?class ; ?property ?y } GROUP BY ?class ?property"
_SIZES: Final = "SELECT ?class (COUNT(DISTINCT ?x) AS ?n) { ?x a ?class } GROUP BY ?class"
_OF_THE_ONTOLOGY: Final = (OWL, RDFS, RDF)


@dataclass(frozen=True, slots=True)
class Term:
    """A class, property or concept, as a query writes it."""

    iri: str
    name: str
    """With its prefix, or in angle brackets."""
    label_zh: str
    label_en: str
    count: int = 0
    """Things of a class, triples of a property."""

    def fits(self, typed: str) -> bool:
        """Whether it may be meant by what was typed: a part of its name or label, or the beginning of their pinyin."""
        wanted = key(typed)
        local = self.name.casefold()
        if not wanted or wanted in local or any(wanted in key(label) for label in (self.label_zh, self.label_en)):
            return True
        full, initials = _read(self.label_zh)
        return bool(re.fullmatch("[a-z]+", wanted)) and (full.startswith(wanted) or initials.startswith(wanted))


@cache
def _read(label: str) -> tuple[str, str]:
    syllables = pinyin.syllables(folded(label))
    return "".join(syllables), "".join(syllable[:1] for syllable in syllables)


def written(iri: str) -> str:
    """An IRI as a query writes it: with a prefix where that is a plain name, else in angle brackets."""
    short = shorten(iri)
    return short if re.fullmatch(r"[\w-]*:[\w-]+", short) else f"<{iri}>"


class Terms:
    """The terms of a graph. What each class has of each property is computed here and nowhere else."""

    def __init__(self, graph: GraphStore) -> None:
        self._graph = graph

    @cached_property
    def partitions(self) -> dict[str, dict[str, int]]:
        """Class to property to the number of triples whose subjects are of that class."""
        found: dict[str, dict[str, int]] = {}
        for kind, prop, count in read(self._graph.query(_PARTITIONS)).rows:
            found.setdefault(kind.value, {})[prop.value] = int(count.value)
        return found

    @cached_property
    def classes(self) -> tuple[Term, ...]:
        """The classes that have members, the largest first, then the others of the ontology."""
        rows = read(self._graph.query(_SIZES)).rows
        counts = {kind.value: int(n.value) for kind, n in rows if not kind.value.startswith(_OF_THE_ONTOLOGY)}
        return self._terms(counts, schema.load().classes)

    @cached_property
    def properties(self) -> tuple[Term, ...]:
        """The properties that the graph has, the commonest first, then the others of the ontology."""
        counts: dict[str, int] = {}
        for properties in self.partitions.values():
            for iri, count in properties.items():
                counts[iri] = max(counts.get(iri, 0), count)
        return self._terms(counts, schema.load().properties)

    def properties_of(self, classes: Iterable[str]) -> tuple[Term, ...]:
        """The properties that members of all of these classes have, with how many triples; none for no classes."""
        found = [self.partitions.get(kind, {}) for kind in classes]
        if not found:
            return ()
        counts = {iri: min(one[iri] for one in found) for iri in found[0] if all(iri in one for one in found)}
        return self._terms(counts, ())

    @cached_property
    def concepts(self) -> tuple[Term, ...]:
        """The concepts of our schemes."""
        return tuple(Term(c.iri, written(c.iri), c.label_zh, c.label_en) for c in schema.load().concepts)

    def _terms(self, counts: dict[str, int], also: Iterable[str]) -> tuple[Term, ...]:
        everything = {**{BKG + name: 0 for name in also if name != "Concept"}, **counts}
        labels = schema.load().labels
        terms = [
            Term(iri, written(iri), *labels.get(iri.removeprefix(BKG), ("", "")), count)
            for iri, count in everything.items()
        ]
        return tuple(sorted(terms, key=lambda term: (-term.count, term.name)))
