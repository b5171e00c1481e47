"""Where the ontology, the reference individuals, the rules and the questions lie: in the repository or in the wheel."""

from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The loader in C reads the rules nine times as fast; not every build of PyYAML has it."""


def read_yaml(path: Path) -> Any:
    """The content of a YAML file of ours. Raises YAMLError, OSError or UnicodeDecodeError."""
    return yaml.load(path.read_text("utf-8"), Loader=_LOADER)  # noqa: S506 - both loaders are safe ones


@cache
def root() -> Path:
    """The folder that holds `ontology/`, `data/` and `queries/`.

    In an installed wheel that is `borderkg/_resources`; in a checkout it is the top of the repository.
    """
    packaged = Path(__file__).parent / "_resources"
    return packaged if packaged.is_dir() else Path(__file__).parents[2]


def ontology() -> Path:
    return root() / "ontology"


def reference() -> Path:
    return root() / "data" / "reference"


def authorities() -> Path:
    """Extracts of authority data: in the repository only; what is made from them lies in `mappings`."""
    return root() / "data" / "authorities"


def mappings() -> Path:
    return root() / "data" / "mappings"


def rules() -> Path:
    return root() / "data" / "rules"


def lookups() -> Path:
    return root() / "data" / "lookups.yaml"


def rule_scores() -> Path:
    return root() / "data" / "rule-scores.tsv"


def ranking() -> Path:
    return root() / "data" / "ranking.yaml"


def readings() -> Path:
    return root() / "data" / "readings.yaml"


def expectations() -> Path:
    return root() / "data" / "expectations.yaml"


def lineage() -> Path:
    return root() / "data" / "lineage.yaml"


def queries() -> Path:
    return root() / "queries"
