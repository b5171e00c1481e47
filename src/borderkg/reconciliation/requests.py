"""What a client asks: queries of a batch, and properties of entities. Reconciliation Service API 0.2, sections 4 and 7."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from borderkg.errors import ReconciliationError

MOST_QUERIES: Final = 50
"""Of a batch; a larger one is refused."""

MOST_IDS: Final = 200
MOST_PROPERTIES: Final = 20
MOST_CANDIDATES: Final = 50
USUAL_CANDIDATES: Final = 5
LONGEST: Final = 200
"""Characters of a name, a value or an identifier."""

STRICTNESS: Final = ("any", "should", "all")


@dataclass(frozen=True, slots=True)
class Value:
    """A value that a property should have: an entity of ours by its identifier, or what its name or literal says."""

    text: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A property and the values of which one should be there."""

    property: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """One query of a batch: a name, or properties, or both."""

    name: str
    types: tuple[str, ...] = ()
    strictness: str = "should"
    """`any` or `all`: what has not one, or not all, of the types is no candidate; `should`: it is a worse one."""
    limit: int = USUAL_CANDIDATES
    wanted: tuple[Wanted, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A property that entities are to be extended by."""

    property: str
    limit: int = 0
    """Values of an entity; 0 is all."""
    inferred: bool = True
    """Whether what follows from the facts counts too."""


@dataclass(frozen=True, slots=True)
class Extension:
    """Values of properties of entities that were reconciled."""

    ids: tuple[str, ...]
    columns: tuple[Column, ...]


def batch(text: str) -> dict[str, Query]:
    """The queries of a batch by their names. Raises ReconciliationError, which names the query at fault."""
    return {name: _query(name, entry) for name, entry in _object(text, "queries").items()}


def extension(text: str) -> Extension:
    """What is to be extended by what. Raises ReconciliationError."""
    given = _object(text, "extend")
    ids = tuple(_text(value, "extend: ids") for value in _list(given.get("ids"), "extend: ids"))
    columns = tuple(_column(value) for value in _list(given.get("properties"), "extend: properties"))
    for count, most, what in ((len(ids), MOST_IDS, "ids"), (len(columns), MOST_PROPERTIES, "properties")):
        if count > most:
            raise ReconciliationError(
                f"extend: {count} {what}; at most {most} at once.",
                f"extend：{what} 有 {count} 个；一次至多 {most} 个。",
            )
    return Extension(ids, columns)


def _query(name: str, entry: object) -> Query:
    where = f"query {name[:40]!r}"
    if not isinstance(entry, dict):
        raise _expected(where, "an object")
    if "query" not in entry and not entry.get("properties"):
        raise _expected(where, "a query or properties")
    if unknown := sorted(set(entry) - {"query", "type", "types", "type_strict", "limit", "properties"}):
        raise _expected(where, "query, type, type_strict, limit and properties", unknown[0][:40])
    types = entry.get("type", ())
    strictness = entry.get("type_strict", "should")
    if strictness not in STRICTNESS:
        raise _expected(f"{where}: type_strict", "any, should or all", strictness)
    return Query(
        _text(entry.get("query", ""), where),
        tuple(_text(kind, f"{where}: type") for kind in (types if isinstance(types, (list, tuple)) else [types])),
        strictness,
        min(MOST_CANDIDATES, _count(entry.get("limit", USUAL_CANDIDATES), f"{where}: limit") or USUAL_CANDIDATES),
        tuple(_wanted(value, where) for value in _list(entry.get("properties", []), f"{where}: properties")),
    )


def _wanted(entry: object, where: str) -> Wanted:
    if not isinstance(entry, dict) or "pid" not in entry or "v" not in entry:
        raise _expected(f"{where}: properties", "objects with pid and v")
    values = entry["v"] if isinstance(entry["v"], list) else [entry["v"]]
    return Wanted(_text(entry["pid"], f"{where}: pid"), tuple(_value(value, where) for value in values))


def _value(value: object, where: str) -> Value:
    if isinstance(value, dict) and "id" in value:
        return Value(_text(value.get("name", ""), f"{where}: name"), _text(value["id"], f"{where}: id"))
    if isinstance(value, bool):
        return Value("true" if value else "false")
    if isinstance(value, (str, int, float)):
        return Value(_text(str(value), f"{where}: v"))
    raise _expected(f"{where}: v", "a text, a number, a truth value, an object with id, or a list of these")


def _column(entry: object) -> Column:
    if not isinstance(entry, dict) or "id" not in entry:
        raise _expected("extend: properties", "objects with id")
    settings = entry.get("settings") or {}
    if not isinstance(settings, dict):
        raise _expected("extend: settings", "an object")
    limit = _count(settings.get("limit") or 0, "extend: limit")
    inferred = settings.get("inferred", True) not in (False, "false", "off", 0, "0")
    return Column(_text(entry["id"], "extend: properties"), limit, inferred)


def _object(text: str, name: str) -> Mapping[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        line, column = getattr(error, "lineno", 1), getattr(error, "colno", 1)
        raise ReconciliationError(
            f"{name}: no JSON at line {line}, column {column}.", f"{name}：第 {line} 行第 {column} 列不是 JSON。"
        ) from error
    if not isinstance(found, dict):
        raise _expected(name, "a JSON object")
    return found


def _list(value: object, where: str) -> list[object]:
    if not isinstance(value, list):
        raise _expected(where, "a list")
    return value


def _text(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise _expected(where, "a text", value)
    if len(value) > LONGEST:
        raise ReconciliationError(
            f"{where}: {len(value)} characters; at most {LONGEST}.",
            f"{where}：{len(value)} 个字符；至多 {LONGEST} 个。",
        )
    return value


def _count(value: object, where: str) -> int:
    """A whole number from 0, which some clients send as a text."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise _expected(where, "a whole number", value)
    try:
        number = float(value)
    except ValueError:
        raise _expected(where, "a whole number", value) from None
    if not 0 <= number < 1e9 or number != int(number):
        raise _expected(where, "a whole number", value)
    return int(number)


def _expected(where: str, what: str, found: object = None) -> ReconciliationError:
    shown = "" if found is None else f", not {str(found)[:40]!r}"
    return ReconciliationError(f"{where}: expected {what}{shown}.", f"{where}：应为 {what}。")
