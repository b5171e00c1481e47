"""What an indicator measures: which names mean the same, and which only nearly (data/indicators.yaml).

An indicator's identity includes its definition and scope (非金融类, 实际利用), so that unlike series never meet.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from borderkg import resources
from borderkg.errors import ReferenceDataError
from borderkg.records import record
from borderkg.vocabulary import ID

_DERIVED: Final = re.compile(r"(?P<base>.+?)(?P<derived>占.+比重|占比|(?:同比|年均)?(?:增长率|增速)|为.+的倍数)")
_OF_CHINA: Final = re.compile(r"占(?:全国|中国).*比重")


@record
class Measure:
    """`name` is shared by all names that mean the same, `family` by those that mean nearly the same."""

    name: str
    family: str


@record
class Indicators:
    """The families as declared: by name the line's first name and the family, and by family how its members differ."""

    lines: dict[str, Measure]
    differences: dict[str, tuple[str, str]]
    """English and Chinese, by family."""
    areas: dict[str, str]
    """IRIs of areas that are named for one another, each with the first of them."""

    def measure(self, indicator: str) -> Measure:
        """What an indicator measures; 占比, 增长率 and the like are measures of their own."""
        match = _DERIVED.fullmatch(indicator)
        base, derived = (match["base"], match["derived"]) if match else (indicator, "")
        if _OF_CHINA.fullmatch(derived):
            derived = "占全国的比重"  # of imports and exports, where those are what is spoken of
        found = self.lines.get(base, Measure(base, base))
        return Measure(found.name + derived, found.family + derived)

    def difference(self, family: str) -> tuple[str, str]:
        """In what the members of a family differ, English and Chinese; empty where it has one member."""
        match = _DERIVED.fullmatch(family)
        return self.differences.get(match["base"] if match else family, ("", ""))


@cache
def load(path: Path | None = None) -> Indicators:
    """The declared indicators. Raises ReferenceDataError naming file and family where the file is malformed."""
    path = path or resources.indicators()
    try:
        content: Any = resources.read_yaml(path) or {}
    except (yaml.YAMLError, OSError, UnicodeDecodeError) as error:
        raise ReferenceDataError(f"{path}: not readable as YAML in UTF-8: {' '.join(str(error).split())}") from error
    if not isinstance(content, dict) or set(content) - {"families", "areas"}:
        raise ReferenceDataError(f"{path}: expected `families:` and `areas:`.")
    lines: dict[str, Measure] = {}
    differences = {}
    for entry in content.get("families") or ():
        name, names = _family(path, entry)
        differences[name] = (str(entry["en"]), str(entry["zh"]))
        for line in names:
            for known in line:
                if known in lines:
                    raise ReferenceDataError(f"{path}: {known} stands twice; a name means one thing.")
                lines[known] = Measure(line[0], name)
    areas = {ID + area: ID + group[0] for group in content.get("areas") or () for area in group}
    return Indicators(lines, differences, areas)


def _family(path: Path, entry: Any) -> tuple[str, list[list[str]]]:
    keys = {"name", "en", "zh", "names"}
    if not isinstance(entry, dict) or set(entry) != keys:
        raise ReferenceDataError(f"{path}: {entry!r:.60}: a family has {', '.join(sorted(keys))}.")
    names = entry["names"]
    if not (isinstance(names, list) and all(isinstance(line, list) and line for line in names)):
        raise ReferenceDataError(f"{path}: {entry['name']}: names are lists of names, one a line.")
    return str(entry["name"]), [[str(name) for name in line] for line in names]
