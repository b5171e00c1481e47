"""Exceptions to the rules, from `data/lookups.yaml`: each a word with the reason why no rule covers it."""

from functools import cache
from pathlib import Path
from typing import Final

import yaml

from borderkg import resources
from borderkg.errors import RuleError

_SECTIONS: Final = frozenset({"letters_not_read", "hygiene_allowed"})


@cache
def load(path: Path | None = None) -> dict[str, dict[str, str]]:
    """The exceptions by section: word to reason. Raises RuleError for an unknown section or a word without a reason."""
    path = path or resources.lookups()
    try:
        entries = yaml.safe_load(path.read_text("utf-8")) or {}
    except (OSError, yaml.YAMLError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: not readable as YAML: {' '.join(str(error).split())}") from error
    if not isinstance(entries, dict) or set(entries) - _SECTIONS:
        raise RuleError(f"{path}: sections are {', '.join(sorted(_SECTIONS))}")
    for section, words in entries.items():
        if not isinstance(words or {}, dict):
            raise RuleError(f"{path}: {section}: expected a mapping of words to reasons")
        bare = [word for word, reason in (words or {}).items() if not reason]
        if bare:
            raise RuleError(f"{path}: {section}: no reason given for {', '.join(map(str, bare))}")
    return {section: dict(entries.get(section) or {}) for section in _SECTIONS}
