"""Which entities a query may mean, with a score from 0 to 100 and whether one is certain.

A name counts by how it agrees, then types and properties lower what disagrees. An entity is a match where its name is the
very one asked for: in either script, with the place that it lies in before it, or without the word for the type that was
asked for; nothing that was asked may disagree, and no other entity be named so. Of two namesakes neither is a match. Nor is
one whose short name this is while another's name goes on from it by a word: 满洲里 is the city, and may be meant for the
port.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox
from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from borderkg.graph.names_index import key
from borderkg.graph.store import GraphStore
from borderkg.reconciliation.entities import Entities, Json, identifier_of, iri_of, property_of, type_entry, type_of
from borderkg.reconciliation.names import Names
from borderkg.reconciliation.requests import MOST_CANDIDATES, Query, Value
from borderkg.schema import Term
from borderkg.schema import load as load_schema

SAME: Final = 100.0
ALIAS: Final = 98.0
COMPOSED: Final = 96.0
"""The name with the place before it, 云南省瑞丽市; or without the word for the type that is asked for, 瑞丽 for a 口岸."""

_PINYIN: Final = 88.0
_INITIALS: Final = 64.0
_SOUNDS: Final = 40.0
"""What a part of a name's pinyin or initials has at least; the step of the search adds up to half as much."""

_WITHIN: Final = (70.0, 22.0)
"""Of a name that holds the text: what it has at least, and what is added for how much of it the text is."""

_AROUND: Final = (50.0, 22.0)
"""Likewise of a name that the text holds."""

_SHORT: Final = (66.0, 22.0)
"""Likewise of a name that the text shortens: first and last character, and others between in order, as 东乌旗."""

_LIKE: Final = 0.75
"""Of the similarity of two names that merely resemble each other."""

_LEAST: Final = 40.0
_OTHER_TYPE: Final = 0.5
_OTHER_VALUES: Final = 0.4
"""Taken off the score of an entity with none of the values asked for."""

_WORD: Final = 2
"""Characters by which a name may go on from a short one: 口岸, 市."""

_LATIN: Final = re.compile(r"[A-Za-z' ]+")
_ALIKE: Final = 0.8
"""Of the similarity from which on two names of a value may be one."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a query may mean."""

    iri: str
    name: float
    """How well its best name fits, 0 to 100."""
    typed: bool
    agreement: Mapping[str, float]
    """How well each property asked for fits, 0 to 1."""

    @property
    def score(self) -> float:
        """0 to 100."""
        doubt = 1 - sum(self.agreement.values()) / len(self.agreement) if self.agreement else 0.0
        return round(self.name * (1 if self.typed else _OTHER_TYPE) * (1 - _OTHER_VALUES * doubt), 1)

    @property
    def agrees(self) -> bool:
        """Whether its type and properties are those asked for."""
        return self.typed and all(value == 1 for value in self.agreement.values())

    @property
    def certain(self) -> bool:
        """Whether its name agrees too: were there no namesake, it would be the one."""
        return self.name >= COMPOSED and self.agrees


class Matcher:
    """Answers queries over one graph."""

    def __init__(self, graph: GraphStore) -> None:
        self._index = graph.index
        self._names = Names.within(graph.index)
        self._entities = Entities(graph, self._names)

    def result(self, query: Query) -> list[Json]:
        """The candidates of a query as the API has them, the best first. Raises ReconciliationError for no property."""
        found = self.candidates(query)
        certain = [candidate for candidate in found if candidate.certain and query.name.strip()]
        matched = certain[0].iri if len(certain) == 1 and not self._rival(certain[0], found, key(query.name)) else ""
        return [self._entry(candidate, candidate.iri == matched) for candidate in found[: query.limit]]

    def candidates(self, query: Query) -> list[Candidate]:
        """All candidates, the best first; equal ones in the order of the search of names."""
        wanted = {property_of(one.property): one.values for one in query.wanted}
        kinds = [type_of(kind) for kind in query.types]
        if query.name.strip():
            named = self._named(query.name, kinds)
        else:
            named = {iri: SAME for prop, values in wanted.items() for iri in self._having(prop, values)}
        best = sorted(named, key=lambda iri: (-named[iri], self._names.of[iri][0]))
        if query.strictness != "should":
            best = [iri for iri in best if self._typed(iri, kinds, every=query.strictness == "all")]
        found = [
            Candidate(
                iri,
                named[iri],
                self._typed(iri, kinds),
                {prop: self._agreement(iri, prop, values) for prop, values in wanted.items()},
            )
            for iri in best[: 4 * MOST_CANDIDATES]
        ]
        return sorted((c for c in found if c.score >= _LEAST), key=lambda c: -c.score)

    def _rival(self, chosen: Candidate, found: list[Candidate], wanted: str) -> bool:
        """Whether a text that is a short name of one entity may as well be short for another."""
        return chosen.name == ALIAS and any(
            0 < len(self._names.keys[n]) - len(wanted) <= _WORD and self._names.keys[n].startswith(wanted)
            for other in found
            if other is not chosen and other.agrees
            for n in self._names.of[other.iri]
        )

    def _entry(self, candidate: Candidate, match: bool) -> Json:
        features = [{"id": "name", "value": candidate.name}, {"id": "type", "value": candidate.typed}]
        features += [
            {"id": f"property {identifier_of(prop).rsplit('/', 1)[-1]}", "value": round(value, 2)}
            for prop, value in candidate.agreement.items()
        ]
        return {
            **self._entities.entry(candidate.iri),
            "type": [type_entry(self._names.type(candidate.iri))],
            "score": candidate.score,
            "match": match,
            "features": features,
        }

    def _named(self, text: str, kinds: list[str]) -> dict[str, float]:
        """Entities by how well a name of theirs fits a text."""
        names, wanted = self._names, key(text)
        found: dict[str, float] = {}

        def note(number: int, score: float) -> None:
            iri = names.iris[number]
            found[iri] = max(found.get(iri, 0.0), round(score, 1))

        iri = iri_of(text.strip())
        if iri in names.of:
            found[iri] = SAME
        if not wanted:
            return found
        for number in names.exact.get(wanted, ()):
            note(number, SAME if names.preferred[number] else ALIAS)
        for number in names.near(wanted):
            note(number, likeness(wanted, names.keys[number]))
        for kind in kinds:
            for number in names.exact.get(wanted + load_schema().labels.get(kind, ("", ""))[0], ()):
                note(number, COMPOSED)
        for cut in range(2, len(wanted) - 1):  # 云南省|瑞丽市: what stands behind is a name, what stands before a place
            for number in names.exact.get(wanted[cut:], ()):
                if self._is_around(names.iris[number], wanted[:cut]):
                    note(number, COMPOSED)
        if _LATIN.fullmatch(text.strip()):
            sounds = {hit.iri: _SOUNDS * (1 + hit.score / 2) for hit in self._index.search(text, MOST_CANDIDATES)}
            sounds |= {
                iri: _PINYIN if whole else _INITIALS for iri, whole in sorted(self._index.read_so(text), key=_whole)
            }
            found |= {iri: max(found.get(iri, 0.0), round(score, 1)) for iri, score in sounds.items()}
        return found

    def _is_around(self, iri: str, before: str) -> bool:
        """Whether a text is made of nothing but names of places that an entity lies in."""
        around = self._entities.around(iri)
        while before:
            cuts = range(len(before), 1, -1)
            named = (
                n for n in cuts if any(self._names.iris[k] in around for k in self._names.exact.get(before[:n], ()))
            )
            cut = next(named, 0)
            if not cut:
                return False
            before = before[cut:]
        return True

    def _typed(self, iri: str, kinds: list[str], *, every: bool = False) -> bool:
        own = load_schema().superclasses.get(self._names.type(iri), frozenset({self._names.type(iri)}))
        return not kinds or (all if every else any)(kind in own for kind in kinds)

    def _agreement(self, iri: str, prop: str, values: tuple[Value, ...]) -> float:
        """How well the best value of an entity fits the best that was asked for; an unknown value fits none."""
        own = self._entities.values(iri, prop)
        return max((self._fit(term, value) for term in own for value in values), default=0.0)

    def _having(self, prop: str, values: tuple[Value, ...]) -> set[str]:
        return {iri for iri, term in self._entities.having(prop) if any(self._fit(term, v) == 1 for v in values)}

    def _fit(self, term: Term, value: Value) -> float:
        """0 to 1: the same entity, a name of it, an equal number, a date of that year; a like name counts less."""
        if isinstance(term, ox.NamedNode):
            if value.id:
                return float(term.value == iri_of(value.id))
            if value.text == term.value:
                return 1.0
            keys = [self._names.keys[n] for n in self._names.of.get(term.value, ())] or [
                key(self._entities.name(term.value))
            ]
            best = max(fuzz.ratio(key(value.text), own) / 100 for own in keys)
            return best if best >= _ALIKE else 0.0
        own, text = key(getattr(term, "value", "")), key(value.text)
        try:
            return float(float(own) == float(text))
        except ValueError:
            return float(bool(text) and (own == text or own.startswith(text + "-")))


def _whole(entry: tuple[str, bool]) -> bool:
    return entry[1]


def likeness(wanted: str, name: str) -> float:
    """How well two different keys agree, 0 to below 96: one within the other, shortened, or merely alike."""
    if wanted == name:
        return 0.0  # which the caller knows better
    short, long = sorted((wanted, name), key=len)
    part = len(short) / len(long)
    if len(short) > 1 and short in long:
        least, more = _WITHIN if short == wanted else _AROUND
        return least + more * part
    ends = short[:1] == long[:1] and short[-1:] == long[-1:]
    if len(short) > 2 and ends and LCSseq.similarity(short, long) == len(short):
        return _SHORT[0] + _SHORT[1] * part
    return _LIKE * fuzz.ratio(wanted, name)
