"""Links by code: countries and divisions to ISO 3166, GB/T 2260, GeoNames' divisions and Wikidata.

A reference individual carries its code from the same standards, so equality of codes identifies; names are compared all the
same, and a code whose name in the authority is another than ours is left out.
"""

from collections.abc import Iterator
from typing import Final

from borderkg.linking import by_hand, link, names
from borderkg.linking.authorities import Authorities, Change, Division
from borderkg.linking.link import Link
from borderkg.reference import Individual, Reference
from borderkg.vocabulary import ID

_BY_CODE: Final = 1.0
_FORMER: Final = 0.95
_CHAINED: Final = 0.98
_BY_NAME: Final = 0.9

_FIRST_YEAR: Final = 1985
"""Codes of earlier years were given anew several times over; the package warns of noise."""

_SAME_UNIT: Final = frozenset(
    {"同名改码", "更名", "划转", "撤县设市", "撤县设区", "撤市设区", "撤旗设区", "撤地设市", "撤区设区"}
)
"""Events through which a division stays the one it was under another code or name."""


def countries(known: Reference, authorities: Authorities) -> Iterator[Link]:
    """ISO 3166-1, GeoNames and Wikidata of each country."""
    by_code = {record.alpha2: record for record in authorities.countries}
    wider = by_hand.load().wider
    for country in _of_type(known, "Country"):
        record = by_code.get(country.value("isoCode"))
        if record is None:
            continue
        code = record.alpha2
        checks, why = (link.COUNTRY_CODE,), f"by the ISO 3166-1 code {code}"
        yield Link(
            country.iri,
            link.ISO_COUNTRY + code,
            link.EXACT,
            country.label_zh,
            code,
            link.LEXICAL,
            _BY_CODE,
            code,
            checks,
        )
        yield Link(
            country.iri, link.GEONAMES + record.geonames + "/", link.EXACT, country.label_zh, record.name,
            link.CHAINED, _CHAINED, code, checks, why,
        )  # fmt: skip
        reason = wider.get(country.iri.removeprefix(ID), "")
        yield Link(
            country.iri, link.WIKIDATA + record.wikidata, link.BROAD if reason else link.EXACT, country.label_zh,
            record.name, link.CHAINED, _CHAINED, code, checks, reason or why,
        )  # fmt: skip


def iso_divisions(known: Reference) -> Iterator[Link]:
    """ISO 3166-2 of the provinces of China."""
    for region in _of_type(known, "Region"):
        if code := region.value("isoCode"):
            yield Link(
                region.iri, link.ISO_DIVISION + code, link.EXACT, region.label_zh, code, link.LEXICAL, _BY_CODE,
                side="CN", checks=(link.COUNTRY_CODE,),
            )  # fmt: skip


def gb_codes(known: Reference, authorities: Authorities) -> Iterator[Link]:
    """GB/T 2260: the code in force, where the standard's name is one of ours, and the codes that the division bore before."""
    by_code = {record.code: record for record in authorities.codes}
    for region in _of_type(known, "Region"):
        code = region.value("gbCode")
        if len(code) != 6:
            continue
        record = by_code.get(code)
        if record is None or names.folded(record.name) not in names.forms(region):
            continue
        yield Link(
            region.iri, link.GBT2260 + code, link.EXACT, region.label_zh, record.name, link.LEXICAL, _BY_CODE,
            side="CN", checks=(link.COUNTRY_CODE, link.DIVISION_CODE),
        )  # fmt: skip
        followed = former(code, region, authorities)
        for change in (*followed, *_told_by_hand(region, followed, authorities)):
            yield Link(
                region.iri, link.GBT2260 + change.old, link.CLOSE, region.label_zh, change.old_name,
                link.CHAINED if change in followed else link.BACKGROUND, _FORMER, "CN",
                (link.COUNTRY_CODE, link.DIVISION_CODE),
                f"{change.year}: {change.old} {change.old_name} became {change.new} {change.new_name} ({change.kind})",
                str(change.year),
            )  # fmt: skip


def former(code: str, region: Individual, authorities: Authorities) -> list[Change]:
    """The changes, latest first, that led to a code in force from codes that the same division bore before.

    A step is taken back where the name that it led to is the one that the next began with, so that a code which was given
    to another division leads nowhere.
    """
    told: list[Change] = []
    forms, at, before = names.forms(region), code, 9999
    while True:
        steps = [
            change
            for change in authorities.changes
            if change.new == at
            and change.kind in _SAME_UNIT
            and _FIRST_YEAR <= change.year <= before
            and names.folded(change.new_name) in forms
            and change not in told
        ]
        if not steps:
            return [change for change in told if change.old != code and change.old[:2] == code[:2]]
        step = max(steps, key=lambda change: (change.year, change.old != change.new, change.old))
        told.append(step)
        forms, at, before = forms | {names.folded(step.old_name)}, step.old, step.year


def _told_by_hand(region: Individual, followed: list[Change], authorities: Authorities) -> list[Change]:
    """The ends of former codes that the reference data state by hand and no event leads to: 哈密市 of 2015 is 伊州区 of today,
    though the event says that it became the prefecture."""
    told = set(region.values.get("formerGbCode", ())) - {change.old for change in followed}
    ended = [change for change in authorities.changes if change.old in told and change.new != change.old]
    return [max((c for c in ended if c.old == code), key=lambda c: c.year) for code in sorted({c.old for c in ended})]


def geonames_divisions(known: Reference, authorities: Authorities) -> Iterator[Link]:
    """GeoNames' divisions: provinces by ISO 3166-2 code, prefectures by the four digits of GB/T 2260 that GeoNames' own code
    ends in, and the first-level divisions of other countries by name."""
    records = {record.iso: record for record in authorities.divisions if record.iso and record.country == "CN"}
    by_digits = {
        record.code.rsplit(".", 1)[1]: record
        for record in authorities.divisions
        if record.country == "CN" and record.level == 2
    }
    for region in _of_type(known, "Region"):
        code = region.value("gbCode")
        if record := records.get(region.value("isoCode")):
            yield _division_link(region, record, f"by the ISO 3166-2 code {record.iso}", (link.COUNTRY_CODE,))
        elif code.endswith("00") and (record := by_digits.get(code[:4])) and names.forms(region) & spoken(record):
            checks = (link.COUNTRY_CODE, link.DIVISION_CODE)
            yield _division_link(region, record, f"by the code {record.code} and the name", checks)
    yield from _foreign_divisions(known, authorities)


def _division_link(region: Individual, record: Division, comment: str, checks: tuple[str, ...]) -> Link:
    return Link(
        region.iri, f"{link.GEONAMES}{record.geonames}/", link.EXACT, region.label_zh, record.name, link.CHAINED,
        _CHAINED, record.country, checks, comment,
    )  # fmt: skip


def _foreign_divisions(known: Reference, authorities: Authorities) -> Iterator[Link]:
    hand = by_hand.load()
    for region in foreign_places(known):
        country = names.country_code(known, region.iri)
        if not is_division(region):
            continue
        records = [d for d in authorities.divisions if d.country == country and d.level == 1]
        spelled = by_hand.spellings(region)
        for forms, justification in ((spelled, link.BACKGROUND), (names.forms(region), link.LEXICAL)):
            found = [record for record in records if forms & spoken(record)]
            if len(found) == 1:
                reason = hand.wider.get(region.iri.removeprefix(ID), "")
                yield Link(
                    region.iri, f"{link.GEONAMES}{found[0].geonames}/", link.BROAD if reason else link.EXACT,
                    region.label_zh, found[0].name, justification, _BY_NAME, country, (link.COUNTRY_CODE,),
                    reason or f"the only first-level division of {country} of this name",
                )  # fmt: skip
                break


def spoken(record: Division) -> set[str]:
    """The comparable forms of a division's names."""
    return {names.folded(name) for name in (record.name, *record.names)}


def foreign_places(known: Reference) -> Iterator[Individual]:
    return (region for region in _of_type(known, "Region") if "/place/" in region.iri)


def is_division(place: Individual) -> bool:
    """Whether a foreign place is a first-level division by its Chinese name, not a town (市) or a unit below it."""
    return place.label_zh.endswith(("州", "省", "邦", "道", "边疆区", "共和国", "府", "巴尔蒂斯坦"))


def _of_type(known: Reference, kind: str) -> list[Individual]:
    return sorted((i for i in known.individuals.values() if i.type == kind), key=lambda i: i.iri)
