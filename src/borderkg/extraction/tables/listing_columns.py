"""What the columns of a listing state, as `data/rules/listings.yaml` tells it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from borderkg import resources, schema
from borderkg.errors import RuleError
from borderkg.vocabulary import ENTITY_TYPES


@dataclass(frozen=True, slots=True)
class Column:
    """What a column states: `object` is a type, a concept scheme, `Area` (a country or region), `Mark` (what marks a
    period), `Date` or `Text`."""

    name: str
    header: re.Pattern[str]
    of: tuple[str, ...]
    claim: str
    object: str


@dataclass(frozen=True, slots=True)
class Columns:
    rows: tuple[tuple[str, re.Pattern[str], bool], ...]
    """The type of the rows, by the header of the column that names them; and whether these have to be known names."""
    others: tuple[Column, ...]


YEARS: Final = "years"
"""Not a predicate: the start and the end of a period in one cell."""


@cache
def columns(folder: Path | None = None) -> Columns:
    """Read `listings.yaml`. Raises RuleError naming the entry that is wrong."""
    path = (folder or resources.rules()) / "listings.yaml"
    try:
        entries: Mapping[str, list[Mapping[str, Any]]] = resources.read_yaml(path)
        rows = tuple((str(e["type"]), re.compile(e["header"]), bool(e.get("known"))) for e in entries["rows"])
        others = tuple(
            Column(e["name"], re.compile(e["header"]), tuple(e["of"]), e["claim"], e["object"])
            for e in entries["columns"]
        )
    except (OSError, yaml.YAMLError, re.error, KeyError, TypeError) as error:
        raise RuleError(f"{path}: not readable: {' '.join(str(error).split())}") from error
    ontology = schema.load()
    known = (*ENTITY_TYPES, *{c.scheme for c in ontology.concepts}, "Area", "Mark", "Date", "Text")
    for column in others:
        if column.claim != YEARS and column.claim not in ontology.properties:
            raise RuleError(f"{path}: {column.name}: the ontology has no property {column.claim}")
        if wrong := [t for t in (*column.of, column.object) if t not in known]:
            raise RuleError(f"{path}: {column.name}: no type {', '.join(wrong)}")
    return Columns(rows, others)
