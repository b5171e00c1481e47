"""The rules of inferred lineage, from `data/lineage.yaml`: what pairs of policies they join, and why."""

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from borderkg import resources, schema
from borderkg.claims.confidence import succession
from borderkg.errors import RuleError
from borderkg.lineage.hop import RELATIONS

LEVELS: Final = ("national", "provincial", "prefecture", "county", "port")
FACETS: Final = ("series", "plan", "subject", "issuer", "form", "place", "platform")
"""What two policies may share or differ in (`borderkg.lineage.facets`)."""

_SIDE: Final = frozenset({"type", "level", "scope", "subject", "area", "title", "not", "iri", "not_iri"})
_PAIR: Final = frozenset({"share", "differ", "adjoin", "named", "after", "apart", "within", "nearest"})
_RULE: Final = frozenset({"id", "relation", "zh", "en", "earlier", "later", "checked", "right"}) | _PAIR


@dataclass(frozen=True, slots=True)
class Subject:
    """A field of policy, told by titles."""

    id: str
    label_zh: str
    label_en: str
    title: re.Pattern[str]
    unless: re.Pattern[str] | None

    def fits(self, title: str) -> bool:
        return bool(self.title.search(title)) and not (self.unless and self.unless.search(title))


@dataclass(frozen=True, slots=True)
class Rule:
    """`earlier` and `later` are what each side must be; `pair` is how the two must stand to each other."""

    id: str
    relation: str
    reason_zh: str
    reason_en: str
    checked: int
    right: int
    earlier: dict[str, Any] = field(default_factory=dict)
    later: dict[str, Any] = field(default_factory=dict)
    pair: dict[str, Any] = field(default_factory=dict)

    @property
    def confidence(self) -> float:
        """The share of its hops that a reader held right, by the rule of succession, to two places."""
        return round(succession(self.right, self.checked), 2)


@dataclass(frozen=True, slots=True)
class Rules:
    levels: tuple[tuple[re.Pattern[str], str], ...]
    subjects: tuple[Subject, ...]
    areas: dict[str, frozenset[str]]
    """The codes (GB/T 2260) of the provinces of an area."""
    pairs: tuple[Rule, ...]
    places: tuple[Rule, ...]
    """In this order: where a platform lies, and which neighbour that place faces."""

    @property
    def all(self) -> tuple[Rule, ...]:
        return (*self.pairs, *self.places)

    def level_of(self, title: str) -> str:
        """The level that a title tells, or nothing."""
        return next((level for pattern, level in self.levels if pattern.search(title)), "")

    def subjects_of(self, title: str) -> frozenset[str]:
        return frozenset(subject.id for subject in self.subjects if subject.fits(title))


@cache
def load(path: Path | None = None) -> Rules:
    """Read the rules. Raises RuleError naming the file and the rule where one is malformed."""
    path = path or resources.lineage()
    try:
        content = resources.read_yaml(path)
        return Rules(
            tuple((re.compile(e["title"]), _one_of(e["level"], LEVELS)) for e in content["levels"]),
            tuple(_subject(e) for e in content["subjects"]),
            {name: frozenset(codes) for name, codes in content["areas"].items()},
            tuple(_rule(path, e) for e in content["rules"]),
            tuple(_rule(path, e) for e in content["places"]),
        )
    except (OSError, yaml.YAMLError, re.error, KeyError, TypeError, ValueError) as error:
        raise RuleError(f"{path}: {' '.join(str(error).split())}") from error


def _one_of(value: str, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise ValueError(f"{value!r} is none of {', '.join(allowed)}")
    return value


def _subject(entry: dict[str, Any]) -> Subject:
    unless = re.compile(entry["not"]) if entry.get("not") else None
    return Subject(entry["id"], entry["zh"], entry["en"], re.compile(entry["title"]), unless)


def _rule(path: Path, entry: dict[str, Any]) -> Rule:
    name = entry.get("id", "a rule without id")
    sides = [entry.get("earlier", {}), entry.get("later", {})]
    unknown = set(entry) - _RULE | {key for side in sides for key in set(side) - _SIDE}
    if unknown:
        raise RuleError(
            f"{path}: {name}: unknown {', '.join(sorted(unknown))}; known are {', '.join(sorted(_RULE | _SIDE))}."
        )
    _one_of(entry["relation"], RELATIONS)
    if entry["relation"] not in schema.load().properties:
        raise RuleError(f"{path}: {name}: the ontology has no property {entry['relation']}.")
    for facet in (*entry.get("share", ()), *entry.get("differ", ())):
        _one_of(facet, FACETS)
    pair = {key: entry[key] for key in _PAIR if key in entry}
    earlier, later = sides
    return Rule(
        name, entry["relation"], entry["zh"], entry["en"], entry["checked"], entry["right"], earlier, later, pair
    )
