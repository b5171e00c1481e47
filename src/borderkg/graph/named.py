"""The named things of a graph, gathered from its quads as they pass: what the index of names is written from.

Reading them from a store that was just written would take as long as a third of writing it: each term is looked up there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

import pyoxigraph as ox

from borderkg.graph.iris import INFERRED, REFERENCE
from borderkg.vocabulary import BKC, BKG, RDF, SKOS

_TYPE: Final = RDF + "type"
_PREFERRED: Final = SKOS + "prefLabel"
_LABELS: Final = frozenset((_PREFERRED, SKOS + "altLabel", SKOS + "hiddenLabel", BKG + "alias"))
_LEVEL: Final = BKG + "adminLevel"
_PROVINCE: Final = BKC + "admin-level-province"
_STATED_IN: Final = BKG + "statedIn"
_CLAIM: Final = frozenset((_STATED_IN, BKG + "claimSubject", BKG + "claimObject"))
_RELATED: Final = {
    "province": ("locatedIn", "appliesTo", "concerns"),
    "country": ("locatedIn", "appliesTo", "borders", "facesTerritory", "tradesWith", "party", "crosses"),
    "period": ("inPeriod",),
}
"""The relations by which a thing belongs to a province, country or period; each of these belongs to itself."""
_BELONGING: Final = frozenset(BKG + name for names in _RELATED.values() for name in names)
_HELD: Final = frozenset((ox.DefaultGraph(), ox.NamedNode(INFERRED), ox.NamedNode(REFERENCE)))
"""The graphs whose relations count; of names, and of claims, any graph's."""

PREDICATES: Final = frozenset((_TYPE, _LEVEL)) | _LABELS | _CLAIM | _BELONGING
"""What of a graph matters here: the quads with these."""


@dataclass
class Entity:
    """What has a class of ours among the facts, and a name in any graph."""

    iri: str
    type: str
    names: dict[str, bool] = field(default_factory=dict)
    """Label to whether it is a preferred one."""
    said: int = 0
    """How many claims have it as subject or object."""
    facets: set[tuple[str, str]] = field(default_factory=set)
    """Kind (`source`, or one of the relations above) and IRI."""


class Named:
    """What has passed so far. The order of the quads, and a quad that passes twice, change nothing."""

    def __init__(self) -> None:
        self._types: dict[str, str] = {}
        self._names: dict[str, dict[str, bool]] = {}
        self._provinces: set[str] = set()
        self._related: set[tuple[str, str, str]] = set()
        self._claims: dict[str, list[tuple[str, str]]] = {}

    @classmethod
    def of(cls, quads: Iterable[ox.Quad]) -> "Named":
        """What is gathered when all of these have passed."""
        named = cls()
        for _ in named.passing(quads):
            pass
        return named

    def passing(self, quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
        """The same quads, each looked at."""
        for quad in quads:
            predicate = quad.predicate.value
            if predicate in PREDICATES and isinstance(quad.subject, ox.NamedNode):
                self._note(quad.subject.value, predicate, quad.object, quad.graph_name)
            yield quad

    def _note(self, subject: str, predicate: str, value: object, graph: object) -> None:
        if predicate in _LABELS:
            if isinstance(value, ox.Literal):
                names = self._names.setdefault(subject, {})
                names[value.value] = predicate == _PREFERRED or names.get(value.value, False)
        elif not isinstance(value, ox.NamedNode):
            return
        elif predicate in _CLAIM:
            said, part = self._claims.setdefault(subject, []), (predicate, value.value)
            if part not in said:
                said.append(part)
        elif predicate in _BELONGING:
            if graph in _HELD:
                self._related.add((predicate.removeprefix(BKG), subject, value.value))
        elif not isinstance(graph, ox.DefaultGraph):
            return
        elif predicate == _LEVEL:
            if value.value == _PROVINCE:
                self._provinces.add(subject)
        elif value.value.startswith(BKG):
            kind = value.value.removeprefix(BKG)
            self._types[subject] = min(self._types.get(subject, kind), kind)

    def entities(self) -> list[Entity]:
        """The things, by their IRI."""
        found = {iri: Entity(iri, kind, self._names.get(iri, {})) for iri, kind in sorted(self._types.items())}
        self._count(found)
        self._relate(found)
        return [entity for entity in found.values() if entity.names]

    def _count(self, entities: dict[str, Entity]) -> None:
        for said in self._claims.values():
            sources = {("source", value) for predicate, value in said if predicate == _STATED_IN}
            for predicate, value in said:
                if predicate != _STATED_IN and value in entities:
                    entities[value].said += 1
                    entities[value].facets |= sources

    def _relate(self, entities: dict[str, Entity]) -> None:
        """The provinces, countries and periods of each."""
        values = {
            "province": self._provinces,
            "country": {iri for iri, entity in entities.items() if entity.type == "Country"},
            "period": {iri for iri, entity in entities.items() if entity.type == "Period"},
        }
        for kind, names in _RELATED.items():
            for iri in values[kind] & entities.keys():
                entities[iri].facets.add((kind, iri))
            for name, iri, other in self._related:
                if name in names and iri in entities and other in values[kind]:
                    entities[iri].facets.add((kind, other))
