"""Reference individuals as Turtle that people can read and diff.

One block for each subject, blocks in the order of their IRIs, predicates in the order of ORDER,
values sorted, no blank nodes: the same individuals always give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

PREFIXES = {
    "bkc": "https://w3id.org/borderkg/concept/",
    "bkg": "https://w3id.org/borderkg/ontology/",
    "dcterms": "http://purl.org/dc/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
ID = "https://w3id.org/borderkg/id/"
ORDER = (
    "a",
    "skos:prefLabel",
    "skos:altLabel",
    "skos:hiddenLabel",
    "bkg:abbreviation",
    "bkg:isoCode",
    "bkg:isoCode3",
    "bkg:gbCode",
    "bkg:formerGbCode",
    "bkg:adminLevel",
    "bkg:borderCounty",
    "bkg:collects",
    "bkg:appliesTo",
    "bkg:platformType",
    "bkg:portMode",
    "bkg:activeFrom",
    "bkg:activeUntil",
    "bkg:succeeds",
    "bkg:startYear",
    "bkg:endYear",
    "bkg:locatedIn",
    "bkg:partOf",
    "bkg:borders",
    "bkg:counterpart",
    "dcterms:source",
)


def individual_iri(path: str) -> str:
    """The IRI, in angle brackets, of the individual at `path`, such as region/450681."""
    return f"<{ID}{path}>"


def literal(text: str, tag: str = "") -> str:
    """A Turtle string; `tag` is a language tag (@zh) or a datatype (^^xsd:gYear)."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"{tag}'


@dataclass(slots=True)
class Individual:
    """One known thing: its class, its names, and the facts told of it as rendered Turtle terms."""

    path: str
    kind: str
    zh: str
    en: str
    source: str
    alt: set[str] = field(default_factory=set)
    hidden: set[str] = field(default_factory=set)
    facts: set[tuple[str, str]] = field(default_factory=set)

    def state(self, predicate: str, value: str) -> None:
        """Add a fact whose value is a rendered Turtle term."""
        self.facts.add((predicate, value))

    def link(self, predicate: str, path: str) -> None:
        """Add a fact whose value is another individual."""
        self.state(predicate, individual_iri(path))

    def block(self) -> str:
        """The Turtle block of this individual, without a line break at its end."""
        # A form that is both plain and risky is risky; the full name needs no second entry.
        hidden = self.hidden - {self.zh}
        values: dict[str, list[str]] = {
            "a": [self.kind],
            "skos:prefLabel": [literal(self.zh, "@zh"), literal(self.en, "@en")],
            "skos:altLabel": [literal(name, "@zh") for name in sorted(self.alt - hidden - {self.zh})],
            "skos:hiddenLabel": [literal(name, "@zh") for name in sorted(hidden)],
            "dcterms:source": [literal(self.source)],
        }
        for predicate, value in sorted(self.facts):
            values.setdefault(predicate, []).append(value)
        unknown = values.keys() - set(ORDER)
        if unknown:
            raise ValueError(f"{self.path}: no place in ORDER for {', '.join(sorted(unknown))}")
        lines = _lines(values)
        return individual_iri(self.path) + "\n" + " ;\n".join(lines) + " ."


def _lines(values: dict[str, list[str]]) -> list[str]:
    """One entry for each predicate that has values, further values on lines of their own."""
    separator = " ,\n        "
    return [f"    {predicate} {separator.join(values[predicate])}" for predicate in ORDER if values.get(predicate)]


def render(individuals: Iterable[Individual], header: str) -> str:
    """A whole Turtle file: the header as comments, the prefixes, the blocks."""
    comments = "".join(f"# {line}".rstrip() + "\n" for line in header.strip().splitlines())
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    blocks = "\n\n".join(one.block() for one in sorted(individuals, key=lambda one: one.path))
    return f"{comments}\n{prefixes}\n{blocks}\n"


def write(path: Path, individuals: Iterable[Individual], header: str) -> None:
    """Write a Turtle file, UTF-8 with plain line feeds."""
    path.write_text(render(individuals, header), encoding="utf-8", newline="\n")
