"""The words by which texts tell figures: the lists of `data/rules/statistics.yaml`."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from borderkg import resources
from borderkg.errors import RuleError

FILE = "statistics.yaml"


def any_of(*names: str) -> str:
    """An expression for any word of some lists, in their order. Raises RuleError where there is no such list."""
    lists = load()
    if missing := [name for name in names if name not in lists]:
        raise RuleError(f"{resources.rules() / FILE}: no list {', '.join(missing)}")
    return "(?:" + "|".join(word for name in names for word in lists[name]) + ")"


@cache
def load(folder: Path | None = None) -> Mapping[str, tuple[str, ...]]:
    """Read the lists. Raises RuleError naming the list that is wrong."""
    path = (folder or resources.rules()) / FILE
    try:
        read = resources.read_yaml(path)
    except (OSError, yaml.YAMLError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: not readable: {' '.join(str(error).split())}") from error
    if not isinstance(read, dict):
        raise RuleError(f"{path}: no lists")
    return {str(name): _words(path, str(name), words) for name, words in read.items()}


def _words(path: Path, name: str, words: object) -> tuple[str, ...]:
    if not isinstance(words, list) or not words or not all(isinstance(word, str) and word for word in words):
        raise RuleError(f"{path}: {name}: give a list of words")
    if twice := sorted({word for word in words if words.count(word) > 1}):
        raise RuleError(f"{path}: {name}: twice {', '.join(twice)}")
    for word in words:
        try:
            re.compile(word)
        except re.error as error:
            raise RuleError(f"{path}: {name}: {word}: {error}") from error
    return tuple(words)
