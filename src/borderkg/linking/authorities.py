"""The frozen extracts of `data/authorities`: what the packages that carry authority data say, one record a row.

`tools/authorities.py` makes them from the packages. Each file is tab-separated: lines of comment (source, version, licence),
a header that names the fields, then the rows.
"""

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar, get_type_hints

from borderkg import resources
from borderkg.errors import ReferenceDataError


@dataclass(frozen=True, slots=True)
class Country:
    """A code of ISO 3166-1, with the identifiers that the packages give for it; an empty string where they give none."""

    alpha2: str
    alpha3: str
    name: str
    geonames: str
    wikidata: str


@dataclass(frozen=True, slots=True)
class Division:
    """A first- or second-level division. `code` is GeoNames' own, as `CN.20.1507`; `iso` that of ISO 3166-2."""

    geonames: str
    country: str
    level: int
    code: str
    iso: str
    name: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """A code of GB/T 2260 in force."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Change:
    """A change of codes: `kind` is the word of the source (更名, 撤县设市, …); a new division has no old code."""

    year: int
    kind: str
    old: str
    old_name: str
    new: str
    new_name: str


@dataclass(frozen=True, slots=True)
class Place:
    """A populated place of GeoNames, in degrees (WGS84). `admin1` and `admin2` are the codes of `Division.code`."""

    geonames: str
    name: str
    longitude: float
    latitude: float
    country: str
    admin1: str
    admin2: str
    population: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Location:
    """A location of UN/LOCODE: its code with the country's before it. `division` is the end of an ISO 3166-2 code, in older
    entries the number that China's provinces had until 2017; `functions` are the list's own digits (3 is road, 4 air)."""

    code: str
    name: str
    division: str
    functions: str
    coordinates: str
    """Degrees and minutes as printed, `4935N 11723E`; empty where the list has none."""

    @property
    def point(self) -> tuple[float, float] | None:
        """Longitude and latitude in degrees, exact to a minute."""
        found = _MINUTES.fullmatch(self.coordinates)
        if found is None:
            return None
        north, east = (int(found[n]) + int(found[n + 1]) / 60 for n in (1, 4))
        return (east if found[6] == "E" else -east), (north if found[3] == "N" else -north)


@dataclass(frozen=True, slots=True)
class Seat:
    """Where the government of a division of GB/T 2260 sits, in degrees."""

    code: str
    name: str
    longitude: float
    latitude: float


@dataclass(frozen=True, slots=True)
class Outline:
    """The land of a country: the rings of a multipolygon, holes among them, as longitude and latitude in degrees."""

    country: str
    rings: tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True, slots=True)
class Authorities:
    countries: tuple[Country, ...]
    divisions: tuple[Division, ...]
    codes: tuple[Code, ...]
    changes: tuple[Change, ...]
    places: tuple[Place, ...]
    locations: tuple[Location, ...]
    seats: tuple[Seat, ...]
    outlines: tuple[Outline, ...]


_MINUTES: Final = re.compile(r"(\d\d)(\d\d)([NS]) (\d\d\d)(\d\d)([EW])")
BAR: Final = "|"
"""Between the names of one record."""

_Record = TypeVar("_Record", Country, Division, Code, Change, Place, Location, Seat, Outline)
FILES: Final[dict[str, type[Any]]] = {
    "iso3166-1": Country,
    "geonames-divisions": Division,
    "gbt2260": Code,
    "gbt2260-changes": Change,
    "geonames-places": Place,
    "unlocode": Location,
    "seats": Seat,
    "outlines": Outline,
}
"""The files, by name without `.tsv`, and what a row of each is."""


@cache
def load(folder: Path | None = None) -> Authorities:
    """All extracts. Raises ReferenceDataError with file and line where one is missing or malformed."""
    where = folder or resources.authorities()
    return Authorities(*(tuple(_rows(where / f"{name}.tsv", kind)) for name, kind in FILES.items()))


def _rows(path: Path, kind: type[_Record]) -> list[_Record]:
    readers = [_READERS[hint] for hint in get_type_hints(kind).values()]
    wanted = [field.name for field in fields(kind)]
    found: list[_Record] = []
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            for number, cells in enumerate(csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE), start=1):
                if cells and cells[0].startswith("#"):
                    continue
                if wanted:
                    if cells != wanted:
                        raise ReferenceDataError(f"{path}:{number}: the columns are {cells}, not {wanted}")
                    wanted = []
                    continue
                try:
                    found.append(kind(*(read(cell) for read, cell in zip(readers, cells, strict=True))))
                except ValueError as error:
                    raise ReferenceDataError(
                        f"{path}:{number}: {error}; make the file again by tools/authorities.py"
                    ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ReferenceDataError(f"{path}: {error}; make it by tools/authorities.py") from error
    return found


def _names(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(BAR)) if cell else ()


def _rings(cell: str) -> tuple[tuple[tuple[float, float], ...], ...]:
    return tuple(tuple(_pair(point) for point in ring.split(",")) for ring in cell.split(BAR))


def _pair(point: str) -> tuple[float, float]:
    longitude, latitude = point.split(" ")
    return float(longitude), float(latitude)


_READERS: Final[dict[Any, Callable[[str], Any]]] = {
    str: str,
    int: int,
    float: float,
    tuple[str, ...]: _names,
    tuple[tuple[tuple[float, float], ...], ...]: _rings,
}
