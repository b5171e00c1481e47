"""What no package tells (`data/authorities/by-hand.yaml`): seats under other names, spellings, records to beware of."""

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from borderkg import resources
from borderkg.errors import ReferenceDataError
from borderkg.linking import names
from borderkg.reference import Individual
from borderkg.vocabulary import ID


@dataclass(frozen=True, slots=True)
class ByHand:
    """Each by the code or the local IRI of an individual."""

    seats: dict[str, str]
    spellings: dict[str, list[str]]
    within: dict[str, str]
    wider: dict[str, str]
    refused: dict[str, str]


@cache
def load(path: Path | None = None) -> ByHand:
    """Read the file. Raises ReferenceDataError where it is not readable or its sections are others."""
    path = path or resources.authorities() / "by-hand.yaml"
    try:
        sections: Any = resources.read_yaml(path)
    except (OSError, yaml.YAMLError, UnicodeDecodeError) as error:
        raise ReferenceDataError(f"{path}: {' '.join(str(error).split())}") from error
    names = [field.name for field in fields(ByHand)]
    if not isinstance(sections, dict) or sorted(sections) != sorted(names):
        raise ReferenceDataError(f"{path}: the sections are {', '.join(names)}")
    return ByHand(**sections)


def spellings(individual: Individual) -> set[str]:
    """The comparable forms of the spellings that the file gives for an individual."""
    return {names.folded(name) for name in load().spellings.get(individual.iri.removeprefix(ID), ())}
