"""How a type of platform, or a subject of policy, spread: who came first, which province when, how long after."""

from collections import Counter
from dataclasses import asdict
from typing import Any, Final

import pyoxigraph as ox

from borderkg import schema
from borderkg.errors import UnknownNameError
from borderkg.lineage import rules
from borderkg.lineage.facts import Facts
from borderkg.lineage.moments import Moment
from borderkg.lineage.nodes import describe, level_of_place
from borderkg.records import record

NATIONWIDE: Final = ""
"""The province of what is for no single province."""


@record
class Adopter:
    """A platform of the type, or a policy on the subject. `begin` and `begin_latest` are ISO days, empty where unknown;
    `least` and `most` are the days after the first of all, None where unknown."""

    iri: str
    label: str
    province: str
    """Its IRI, or nothing."""
    province_label: str
    date: str
    begin: str
    begin_latest: str
    least: int | None
    most: int | None
    sources: tuple[str, ...]


@record
class Diffusion:
    """`adopters` in order of time, those without a date last; one that lies in several provinces counts in each."""

    of: str
    """The IRI of the type, or the id of the subject."""
    label: str
    label_en: str
    kind: str
    """`platform-type` or `subject`."""
    adopters: tuple[Adopter, ...]

    def provinces(self) -> list[dict[str, Any]]:
        """The provinces in the order in which each took it up: `province` (IRI), `label`, `first` (printed date), `least` and
        `most` (days after the first of all), `number` of adopters and `undated` among them."""
        found = []
        for province in dict.fromkeys(adopter.province for adopter in self.adopters):
            own = [adopter for adopter in self.adopters if adopter.province == province]
            found.append(
                {
                    "province": province,
                    "label": own[0].province_label,
                    "first": own[0].date,
                    "least": own[0].least,
                    "most": own[0].most,
                    "number": len(own),
                    "undated": sum(not adopter.begin for adopter in own),
                }
            )
        return found

    def years(self) -> list[dict[str, Any]]:
        """New adopters by province and year: `province`, `label`, `year`, `new`, `total` so far. Where the bounds of a date
        span years, its first year counts."""
        new = Counter((a.province, a.province_label, int(a.begin[:4])) for a in self.adopters if a.begin)
        total: Counter[str] = Counter()
        rows = []
        for (province, label, year), number in sorted(new.items(), key=lambda e: (e[0][2], e[0][0])):
            total[province] += number
            rows.append({"province": province, "label": label, "year": year, "new": number, "total": total[province]})
        return rows

    def as_dict(self) -> dict[str, Any]:
        """All three tables, as JSON has them."""
        return {
            "of": self.of,
            "label": self.label,
            "label_en": self.label_en,
            "kind": self.kind,
            "adopters": [asdict(adopter) for adopter in self.adopters],
            "provinces": self.provinces(),
            "years": self.years(),
        }


def diffusion(store: ox.Store, name: str) -> Diffusion:
    """How a platform type (边境经济合作区) or a subject (边境贸易) spread, by one of its names.

    Raises UnknownNameError with the types and subjects that the store has.
    """
    facts = Facts(store)
    for concept in schema.load().concepts:
        if concept.scheme == "platform-type" and name in (
            concept.label_zh,
            concept.label_en,
            concept.iri,
            *concept.other_labels,
        ):
            zones = [zone for zone in facts.members("Platform") if concept.iri in facts.known(zone, "platformType")]
            spread = _spread(facts, zones, "dateEstablished")
            return Diffusion(concept.iri, concept.label_zh, concept.label_en, "platform-type", spread)
    for subject in rules.load().subjects:
        if name in (subject.label_zh, subject.label_en, subject.id):
            policies = [p for p in facts.members("Policy") if subject.fits(facts.labels(p).get("zh", ""))]
            spread = _spread(facts, policies, "dateIssued")
            return Diffusion(subject.id, subject.label_zh, subject.label_en, "subject", spread)
    names = [zh for zh, _ in known(facts)]
    raise UnknownNameError(
        f"{name}: no platform type or subject of this name. Known: {', '.join(names)}.",
        f"{name}：没有此名的平台类型或政策主题。已知：{'、'.join(names)}。",
    )


def known(facts: Facts) -> list[tuple[str, str]]:
    """The platform types that the store has platforms of, and the subjects of policy, by their names in Chinese and English."""
    types = {value for zone in facts.members("Platform") for value in facts.known(zone, "platformType")}
    labels = [
        (c.label_zh, c.label_en) for c in schema.load().concepts if c.scheme == "platform-type" and c.iri in types
    ]
    return [*labels, *((subject.label_zh, subject.label_en) for subject in rules.load().subjects)]


def _spread(facts: Facts, things: list[str], dated_by: str) -> tuple[Adopter, ...]:
    described = [(iri, describe(facts, rules.load(), iri)) for iri in things]
    begun = [Moment(data["begin"], data["begin_latest"]) for _, data in described if data["begin"]]
    first = min(begun, key=lambda m: (m.first, m.last), default=Moment())
    adopters = []
    for iri, data in described:
        begin = Moment(data["begin"], data["begin_latest"])
        least, most = first.days_to(begin) if begin.known else (None, None)
        sources = tuple(sorted({s.source for s in facts.claims_about(iri, dated_by, "platformType")}))
        provinces = [p for p in data["places"] if level_of_place(facts, p) == "provincial"]
        for province in provinces or [NATIONWIDE]:
            label = facts.labels(province).get("zh", province) if province else ""
            adopters.append(
                Adopter(
                    iri,
                    data["label"],
                    province,
                    label,
                    data["date"],
                    begin.first,
                    begin.last,
                    None if least is None else max(0, least),
                    most,
                    sources,
                )
            )
    return tuple(sorted(adopters, key=lambda a: (not a.begin, a.begin, a.begin_latest, a.province, a.iri)))
