"""Reference individuals: known countries, regions, ports, platforms, organizations, periods, from `data/reference/*.ttl`.

Their labels are the gazetteer; there is no second list. A preferred or alternative label is read wherever it stands as
a word; a hidden label (a short name that is also an ordinary word, or part of one) only where its neighbours confirm it.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from borderkg import resources
from borderkg.errors import ReferenceDataError
from borderkg.schema import Term, parse
from borderkg.vocabulary import BKG, DCTERMS, RDF, SKOS

_LABELS: Final = ("prefLabel", "altLabel", "hiddenLabel")


@dataclass(frozen=True, slots=True)
class Individual:
    """A known individual. `values` holds its other properties by local name (IRIs and literals as strings)."""

    iri: str
    type: str
    label_zh: str
    label_en: str
    alternatives: tuple[str, ...]
    hidden: tuple[str, ...]
    values: dict[str, tuple[str, ...]]
    sources: tuple[str, ...] = ()

    def value(self, name: str) -> str:
        """The first value of a property, or nothing."""
        return self.values.get(name, ("",))[0]

    @property
    def is_china(self) -> bool:
        """Whether it is the country itself, and not one of its regions (whose codes are `CN-NM`)."""
        return self.value("isoCode") == "CN"

    @property
    def is_province(self) -> bool:
        """Whether it is of the first rank below a country: a province, an autonomous region, a municipality."""
        return self.value("adminLevel").endswith("province")


@dataclass(frozen=True, slots=True)
class Reference:
    individuals: dict[str, Individual]
    by_label: dict[str, tuple[Individual, ...]]
    """Every label of whatever kind; one label may belong to several individuals."""
    _around: dict[str, tuple[str, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What `ancestors` has found: the data do not change, and it is asked for every name of a text."""

    def named(self, label: str, kind: str = "") -> tuple[Individual, ...]:
        """The individuals of a type that bear a label."""
        return tuple(i for i in self.by_label.get(label, ()) if not kind or i.type == kind)

    def ancestors(self, iri: str) -> tuple[str, ...]:
        """The regions and the country around a place, nearest first."""
        if (known := self._around.get(iri)) is not None:
            return known
        around: list[str] = []
        individual = self.individuals.get(iri)
        while (
            individual
            and (parent := individual.value("partOf") or individual.value("locatedIn"))
            and parent not in around
        ):
            around.append(parent)
            individual = self.individuals.get(parent)
        return self._around.setdefault(iri, tuple(around))

    def collected(self, iri: str) -> str:
        """The kind of places that an area takes together, else itself: 沿边地区 and 沿边九省区 are the same border provinces."""
        individual = self.individuals.get(iri)
        return (individual.value("collects") if individual else "") or iri

    def at_home(self, places: Sequence[Individual]) -> bool | None:
        """Whether places lie in China; None of countries, of what is not known, and where some do and some do not."""
        around = (self.individuals.get(iri) for place in places for iri in self.ancestors(place.iri))
        sides = {i.is_china for i in around if i and i.type == "Country"}
        return sides.pop() if len(sides) == 1 else None


def files(folder: Path | None = None) -> list[Path]:
    return sorted((folder or resources.reference()).glob("*.ttl"))


@cache
def load(folder: Path | None = None) -> Reference:
    """Read the reference individuals. Raises ReferenceDataError where a file is malformed or an individual lacks a label."""
    individuals: dict[str, Individual] = {}
    for path in files(folder):
        facts: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
        for triple in parse(path):
            if isinstance(triple.subject, ox.NamedNode):
                facts[triple.subject.value][triple.predicate.value].append(triple.object)
        for iri, properties in facts.items():
            if iri in individuals:
                raise ReferenceDataError(f"{path}: {iri} is defined twice")
            individuals[iri] = _individual(path, iri, properties)
    by_label: dict[str, list[Individual]] = defaultdict(list)
    for individual in individuals.values():
        for label in dict.fromkeys((individual.label_zh, *individual.alternatives, *individual.hidden)):
            by_label[label].append(individual)
    return Reference(individuals, {label: tuple(found) for label, found in by_label.items()})


def _individual(path: Path, iri: str, properties: dict[str, list[Term]]) -> Individual:
    kinds = [t.value.removeprefix(BKG) for t in properties[RDF + "type"] if isinstance(t, ox.NamedNode)]
    if not kinds:
        raise ReferenceDataError(f"{path}: {iri} has no type")
    labels: dict[str, list[str]] = {name: [] for name in (*_LABELS, "en")}
    for name in _LABELS:
        for term in properties[SKOS + name]:
            if isinstance(term, ox.Literal):
                labels[name if term.language == "zh" else "en"].append(term.value)
    if len(labels["prefLabel"]) != 1:
        raise ReferenceDataError(f"{path}: {iri} needs exactly one skos:prefLabel in Chinese")
    values = {
        name.removeprefix(BKG): tuple(sorted(t.value for t in terms if isinstance(t, (ox.NamedNode, ox.Literal))))
        for name, terms in properties.items()
        if name.startswith(BKG)
    }
    return Individual(
        iri,
        kinds[0],
        labels["prefLabel"][0],
        labels["en"][0] if labels["en"] else "",
        tuple(labels["altLabel"]),
        tuple(labels["hiddenLabel"]),
        values,
        tuple(sorted(t.value for t in properties[DCTERMS + "source"] if isinstance(t, ox.Literal))),
    )
