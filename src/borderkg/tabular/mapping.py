"""A mapping: which column of a table says what. One YAML file beside the table, read and checked as a whole."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import yaml

from borderkg import schema
from borderkg.corpus import bibliography
from borderkg.corpus.document import Bibliography
from borderkg.errors import CorpusError, MappingError
from borderkg.records import record
from borderkg.vocabulary import ENTITY_TYPES, LITERAL_PREDICATES, PREDICATES, UNSCORED_PREDICATES

_MISSING: Final = ("", "-", "--", "—", "——", "…", "……", "/", "NA", "N/A", "nan", "null", "无")
"""What a cell without a value says, where the mapping does not say."""

_FILE: Final = frozenset({"table", "source", "missing", "figures", "entities"})
_FIGURES: Final = frozenset({"area", "time", "value", "indicator", "unit", "data_source"})
_ENTITIES: Final = frozenset({"class", "name", "properties"})
_BINDING: Final = frozenset({"column", "constant", "type", "by", "new", "skip"})


@record
class Binding:
    """Where a part of a statement stands: in a column, or once for all in the mapping."""

    where: str
    """The place in the mapping, for errors: `figures 1: area`."""
    column: str = ""
    constant: str = ""
    kind: str = ""
    """The class of what is named; of a concept, its scheme stands in the ontology."""
    by: str = ""
    """The property of a known thing that the cell holds in place of its name: `gbCode`, `isoCode`, or `iri`."""
    new: bool = False
    """Whether a name that is not known is a thing of its own; else it is an error."""
    skip: frozenset[str] = frozenset()
    """Rows whose cell says one of these are passed over: 合计."""


@record
class Figures:
    """Observations: one for each row and column of values."""

    area: Binding
    values: tuple[str, ...]
    """Columns."""
    indicator: Binding
    time: Binding | None = None
    """None: the heads of the columns of values say the time."""
    unit: Binding | None = None
    data_source: Binding | None = None


@record
class Entities:
    """Things of a class, one for each row, with their properties."""

    kind: str
    name: Binding
    properties: Mapping[str, Binding]


@record
class TableMapping:
    """What a table says, and where it comes from."""

    path: Path
    """Of the mapping."""
    table: Path
    bibliography: Bibliography
    missing: frozenset[str]
    figures: tuple[Figures, ...]
    entities: tuple[Entities, ...]


def read(path: Path) -> TableMapping:
    """Read a mapping. Raises MappingError with the file, the place in it, what is wrong and the way out."""
    fields = _fields(_yaml(path), _FILE, f"{path}", required=("table",))
    try:
        source = bibliography.entry(path, "source", fields.get("source") or {})
    except CorpusError as error:
        raise MappingError(str(error)) from error
    figures = [_figures(entry, f"{path}: figures {n}") for n, entry in _entries(fields, "figures", path)]
    entities = [_entities(entry, f"{path}: entities {n}") for n, entry in _entries(fields, "entities", path)]
    if not figures and not entities:
        raise MappingError(f"{path}: says nothing; give figures or entities.")
    missing = fields.get("missing", _MISSING)
    if not isinstance(missing, (list, tuple)):
        raise MappingError(f"{path}: missing: expected a list of what an empty cell says, as ['', '-'].")
    table = path.parent / str(fields["table"])
    return TableMapping(path, table, source, frozenset(_said(missing)), tuple(figures), tuple(entities))


def _yaml(path: Path) -> object:
    try:
        return yaml.safe_load(path.read_text("utf-8"))
    except OSError as error:
        raise MappingError(f"{path}: cannot be read: {error.strerror or error}.") from error
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise MappingError(f"{path}: not readable as YAML in UTF-8: {' '.join(str(error).split())}.") from error


def _fields(entry: object, known: frozenset[str], where: str, required: tuple[str, ...] = ()) -> dict[str, Any]:
    if not isinstance(entry, dict):
        raise MappingError(f"{where}: expected fields, of {', '.join(sorted(known))}.")
    if unknown := sorted(set(map(str, entry)) - known):
        raise MappingError(f"{where}: unknown field {unknown[0]}; known are {', '.join(sorted(known))}.")
    if absent := [name for name in required if entry.get(name) is None]:
        raise MappingError(f"{where}: {absent[0]} is missing.")
    return {str(name): value for name, value in entry.items()}


def _entries(fields: Mapping[str, Any], name: str, path: Path) -> Iterable[tuple[int, object]]:
    entries = fields.get(name) or []
    if not isinstance(entries, list):
        raise MappingError(f"{path}: {name}: expected a list; begin each entry with “- ”.")
    return enumerate(entries, 1)


def _figures(entry: object, where: str) -> Figures:
    fields = _fields(entry, _FIGURES, where, required=("area", "value", "indicator"))
    value = _fields(fields["value"], frozenset({"column", "columns"}), f"{where}: value")
    columns = value.get("columns") or [value.get("column")]
    if not isinstance(columns, list) or not columns or None in columns:
        raise MappingError(f"{where}: value: give column: NAME, or columns: [NAME, …].")
    return Figures(
        _binding(fields["area"], f"{where}: area", kind="Region"),
        tuple(_said(columns)),
        _binding(fields["indicator"], f"{where}: indicator"),
        None if fields.get("time") in (None, "head") else _binding(fields["time"], f"{where}: time"),
        _binding(fields["unit"], f"{where}: unit") if fields.get("unit") is not None else None,
        _binding(fields["data_source"], f"{where}: data_source") if fields.get("data_source") is not None else None,
    )


def _entities(entry: object, where: str) -> Entities:
    fields = _fields(entry, _ENTITIES, where, required=("class", "name", "properties"))
    kind = _kind(str(fields["class"]), f"{where}: class")
    name = _binding(fields["name"], f"{where}: name", kind=kind, new=True)
    if not name.column:
        raise MappingError(f"{where}: name: give the column that names the things, as {{column: NAME}}.")
    if not isinstance(fields["properties"], dict) or not fields["properties"]:
        raise MappingError(f"{where}: properties: expected property: {{column: NAME}}, one at least.")
    properties = {
        str(prop): _property(str(prop), value, kind, f"{where}: {prop}") for prop, value in fields["properties"].items()
    }
    return Entities(kind, name, properties)


def _property(prop: str, value: object, subject: str, where: str) -> Binding:
    """Where the values of a property stand, and of which class they are."""
    about = schema.load()
    known = [p for p in (*PREDICATES, *UNSCORED_PREDICATES) if p in about.properties]
    if prop not in known or LITERAL_PREDICATES.get(prop) == "Number":
        usable = [p for p in known if about.within(subject, about.properties[p].domain)]
        raise MappingError(f"{where}: no property that can be given; of {subject} there are {', '.join(usable)}.")
    if prop in LITERAL_PREDICATES:
        binding = _binding(value, where)
        if not binding.column:
            raise MappingError(f"{where}: a date or a text must stand in the table; give {{column: NAME}}.")
        kind = LITERAL_PREDICATES[prop]
    else:
        ranges = about.properties[prop].range & set(ENTITY_TYPES)
        binding = _binding(value, where, kind=next(iter(ranges)) if len(ranges) == 1 else "")
        kind = binding.kind
        if not kind:
            raise MappingError(f"{where}: of which class? Add type: one of {', '.join(ENTITY_TYPES)}.")
    if not about.accepts(prop, subject, kind):
        raise MappingError(f"{where}: {prop} does not lead from {subject} to {kind}.")
    return binding


def _binding(value: object, where: str, *, kind: str = "", new: bool = False) -> Binding:
    """A column, as {column: NAME}, or a constant, as it stands."""
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return Binding(where, constant=str(value), kind=kind, new=new)
    fields = _fields(value, _BINDING, where)
    if ("column" in fields) == ("constant" in fields):
        raise MappingError(f"{where}: give a column, as {{column: NAME}}, or a constant.")
    by, skip = str(fields.get("by", "")), fields.get("skip", [])
    if not isinstance(skip, list):
        raise MappingError(f"{where}: skip: expected a list, as [合计].")
    if by and by != "iri" and by not in schema.load().properties:
        raise MappingError(f"{where}: by: {by} is no property; give gbCode, isoCode or iri.")
    return Binding(
        where,
        column=str(fields.get("column", "")),
        constant=str(fields.get("constant", "")),
        kind=_kind(str(fields["type"]), f"{where}: type") if "type" in fields else kind,
        by=by,
        new=bool(fields.get("new", new)),
        skip=frozenset(_said(skip)),
    )


def _kind(name: str, where: str) -> str:
    if name not in ENTITY_TYPES:
        raise MappingError(f"{where}: unknown class {name}; known are {', '.join(ENTITY_TYPES)}.")
    return name


def _said(values: Iterable[object]) -> list[str]:
    """Texts, where YAML has read some of them as numbers: a column called 2019."""
    return ["" if value is None else str(value) for value in values]
