"""Expectations: how many claims a source should give. A fallen minimum is an error, an exceeded maximum a warning, and a
source without any expectation is itself a fault (a warning)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from borderkg.errors import ReferenceDataError
from borderkg.validation.report import Violation


def load(path: Path) -> dict[str, dict[str, dict[str, int]]]:
    """Expectations by SHA-256 of a text, then by predicate (`all` for all).

    Raises ReferenceDataError naming file and entry where the file is malformed.
    """
    try:
        entries: Any = yaml.safe_load(path.read_text("utf-8")) or {}
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ReferenceDataError(f"{path}: not readable as YAML in UTF-8: {' '.join(str(error).split())}") from error
    sources = entries.get("sources", {}) if isinstance(entries, dict) else None
    if not isinstance(sources, dict):
        raise ReferenceDataError(f"{path}: expected `sources:`, and below it the texts by name.")
    found = {}
    for name, entry in sources.items():
        if not (isinstance(entry, dict) and entry.get("sha256") and isinstance(entry.get("claims"), dict)):
            raise ReferenceDataError(f"{path}: {name}: expected sha256 and claims.")
        found[str(entry["sha256"])] = dict(entry["claims"])
    return found


def check(
    counts: Mapping[str, Counter[str]],
    names: Mapping[str, str],
    expected: Mapping[str, Mapping[str, Mapping[str, int]]],
) -> list[Violation]:
    """Hold the counts of claims (by text hash, then predicate) against the expectations."""
    found: list[Violation] = []
    for sha256, count in sorted(counts.items(), key=lambda entry: names.get(entry[0], "")):
        name = names.get(sha256, sha256[:16])
        if sha256 not in expected:
            found.append(Violation("expectations", "Warning", name, "this text has no expectations"))
            continue
        for predicate, limits in sorted(expected[sha256].items()):
            number = sum(count.values()) if predicate == "all" else count[predicate]
            found += _judged(name, predicate, number, limits)
    return found


def _judged(name: str, predicate: str, number: int, limits: Mapping[str, int]) -> Iterable[Violation]:
    if number < limits.get("min", 0):
        message = f"{number} claims of {predicate}, fewer than {limits['min']}"
        yield Violation("expectations", "Violation", name, message)
    if number > limits.get("max", number):
        message = f"{number} claims of {predicate}, more than {limits['max']}"
        yield Violation("expectations", "Warning", name, message)
