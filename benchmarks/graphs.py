"""Graphs of this domain of any size, for measuring: `python benchmarks/graphs.py FILE --quads 1000000 [--seed 1]`.

Documents that nobody wrote make claims, and what writes the quads of a build writes theirs: each document's claims with their
evidence in a graph of its own, the facts that they warrant, ontology and reference data, and what follows. So a made graph
holds what a built store holds, but for findings on disagreement, inferred lineage and the description. Policies come in order
of time; each rests on an earlier one, most often a recent one. The facts are made up; the same seed gives the same quads.
"""

import argparse
import hashlib
import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from borderkg import reference, resources, schema
from borderkg.claims.claim import Claim, Entity, Literal
from borderkg.claims.linker import new_iri
from borderkg.corpus.document import Bibliography
from borderkg.graph import background, cube, dataset, iris, joined, reasoner, records, writer
from borderkg.graph.store import DEFAULT_GRAPHS
from borderkg.graph.terms import Node
from borderkg.graph.writer import Source
from borderkg.vocabulary import BKC, ID

PLACES: Final = (
    *("满洲里", "瑞丽", "二连浩特", "东兴", "凭祥", "绥芬河", "霍尔果斯"),
    *("喀什", "丹东", "珲春", "勐腊", "磨憨", "河口", "重庆"),
)
ZONES: Final = ("重点开发开放试验区", "边境经济合作区", "综合保税区")
PORTS: Final = ("铁路口岸", "公路口岸")
HEADS: Final = (*ZONES, *PORTS, "互市贸易区", "国际物流园")
ACTS: Final = ("关于加快", "关于支持", "关于促进", "关于规范")
TAILS: Final = ("沿边开放的若干意见", "边境贸易发展的通知", "口岸建设规划", "对外开放实施方案")
ENGLISH: Final = ("Ruili", "Border", "Port", "Zone", "Economic", "Cooperation", "Railway", "County", "Opinions")
CHARACTERS: Final = "东西南北中山水河江海关城镇乡村新兴安宁和平顺达丰泰华阳明星云龙凤金银玉石"
PERIODS: Final = (("起步阶段", 1984, 1991), ("拓展阶段", 1992, 2008), ("深化阶段", 2009, 2022))
FIGURES: Final = (
    *(("进出口总额", "亿美元"), ("边境小额贸易额", "亿美元"), ("货运量", "万吨")),
    *(("国内生产总值", "亿元"), ("实际利用外资", "亿美元"), ("常住人口", "万人")),
)
THEMES: Final = ("theme-trade", "theme-talent", "theme-policy", "theme-infrastructure")
RELATIONS: Final = ("follows", "implements", "basedOn", "amends", "transmits")
MODALITIES: Final = (*[""] * 18, "planned", "proposed")
_RECENT: Final = 200
"""How far back something lies that another comes of, on average."""
_BLOCK: Final = 250
"""Documents whose facts are closed together; ..."""
_EACH: Final = 2450
"""... each gives about so many quads."""


def place(choose: random.Random) -> str:
    """A place that may or may not be."""
    return choose.choice(PLACES) + "".join(choose.choices(CHARACTERS, k=choose.randint(0, 3)))


def labels(number: int, seed: int) -> list[str]:
    """Names of zones, ports and policies, and English ones."""
    choose = random.Random(seed)  # noqa: S311 - names, not secrets
    made = []
    for _ in range(number):
        where = place(choose)
        kind = choose.random()
        if kind < 0.5:
            made.append(where + choose.choice(HEADS))
        elif kind < 0.85:
            made.append(choose.choice(ACTS) + where + choose.choice(TAILS))
        else:
            made.append(" ".join([*choose.choices(ENGLISH, k=choose.randint(2, 5)), str(choose.randint(1, 9999))]))
    return made


def earlier(number: int, choose: random.Random) -> int:
    """The number of what the thing of a number (from 1 up) comes of: most often a recent one."""
    return number - min(number, 1 + int(choose.expovariate(1 / _RECENT)))


class Author:
    """Writes documents, one after the other, as the claims that they make."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._choose = random.Random(seed)  # noqa: S311 - made-up facts
        known = reference.load().individuals.values()
        self._known = {
            kind: [Entity(i.iri, i.type, i.label_zh, True) for i in known if i.type == kind]
            for kind in ("Region", "Country", "Port", "Organization")
        }
        provinces = {i.iri for i in known if i.value("adminLevel").endswith("province")}
        self._provinces = [region for region in self._known["Region"] if region.iri in provinces]
        self._concepts = {
            concept.label_zh: Entity(concept.iri, "Concept", concept.label_zh, True)
            for concept in schema.load().concepts
        }
        self._policies: list[tuple[Entity, int]] = []

    def document(self, number: int) -> tuple[Source, list[Claim]]:
        """The document of a number, and some ninety claims."""
        sha256 = hashlib.sha256(f"{self._seed} {number}".encode()).hexdigest()
        about = Bibliography(
            title=f"{place(self._choose)}沿边开放的历程与对策研究",
            authors=(f"作者{self._choose.randint(1, 2000)}",),
            year=self._choose.randint(1995, 2025),
            container="沿边研究",
        )
        source = Source(f"{number:06}.txt", sha256, 20_000, about)
        return source, self._placed(source, self._said(source))

    def _placed(self, source: Source, said: Iterable[Claim]) -> list[Claim]:
        """Claims, each once, with their places one behind the other, each below a heading."""
        claims, start = {}, 0
        for number, claim in enumerate({claim.key: claim for claim in said}.values()):
            heading = (number // 12 * 2400, number // 12 * 2400 + 14)
            start = max(start + self._choose.randint(40, 240), heading[1])
            end = start + self._choose.randint(12, 60)
            claims[claim.key] = replace(claim, source=source.name, start=start, end=end, context=(heading,))
        return list(claims.values())

    def _said(self, source: Source) -> Iterator[Claim]:
        choose, text = self._choose, source.sha256[:16]
        itself = Entity(f"{ID}document/{text}", "Document", source.name, True)
        periods = [(self._new("Period", name, text), first, last) for name, first, last in PERIODS]
        for period, first, last in periods:
            yield self._claim(period, "startYear", str(first), "Date")
            yield self._claim(period, "endYear", str(last), "Date")
        for _ in range(6):
            yield from self._policy(periods)
        for _ in range(4):
            yield from self._port()
        for _ in range(20):
            yield self._figure()
        for predicate in ("identifiesProblem", "proposesMeasure") * 2:
            theme = BKC + choose.choice(THEMES)
            yield self._claim(itself, predicate, "", "Text", qualifiers={"theme": theme, "n": choose.random()})
        for _ in range(2):
            yield self._claim(itself, "cites", f"{place(choose)}发展报告{choose.randint(1990, 2024)}", "Text")
            yield self._claim(choose.choice(self._provinces), "isA", self._concepts["沿边省区"])

    def _policy(self, periods: list[tuple[Entity, int, int]]) -> Iterator[Claim]:
        """A policy, new or known from other documents, and a zone that it sets up. One date in thirty is another."""
        choose, number = self._choose, len(self._policies)
        if number and choose.random() < 0.5:
            number = earlier(number, choose)
        else:
            title = choose.choice(ACTS) + place(choose) + choose.choice(TAILS)
            self._policies.append((self._new("Policy", title), choose.randint(1984, 2022)))
        policy, year = self._policies[number]
        yield self._claim(policy, "dateIssued", str(year + (choose.random() < 1 / 30)), "Date")
        yield self._claim(policy, "issuedBy", choose.choice(self._known["Organization"]))
        yield self._claim(policy, "appliesTo", choose.choice(self._known["Region"]))
        yield self._claim(policy, "inPeriod", next(p for p, first, last in periods if first <= year <= last))
        if number:
            other, _ = self._policies[earlier(number, choose)]
            yield self._claim(policy, choose.choice(RELATIONS), other)
        kind = choose.choice(ZONES)
        zone = self._new("Platform", place(choose) + kind)
        yield self._claim(policy, "establishes", zone)
        yield self._claim(zone, "platformType", self._concepts[kind])
        yield self._claim(zone, "locatedIn", choose.choice(self._known["Region"]))
        yield self._claim(zone, "dateEstablished", f"{year}-{choose.randint(1, 12):02}", "Date")

    def _port(self) -> Iterator[Claim]:
        choose = self._choose
        mode = choose.choice(PORTS)
        port = self._new("Port", place(choose) + mode)
        yield self._claim(port, "locatedIn", choose.choice(self._known["Region"]))
        yield self._claim(port, "portMode", self._concepts[mode[:2]])
        yield self._claim(port, "borders", choose.choice(self._known["Country"]))
        yield self._claim(port, "counterpart", choose.choice(self._known["Port"]))

    def _figure(self) -> Claim:
        choose = self._choose
        name, unit = choose.choice(FIGURES)
        where = choose.choice(self._provinces if choose.random() < 0.5 else self._known["Region"])
        claim = self._claim(where, "observation", round(choose.lognormvariate(4, 1.5), 2), "Number")
        time, table = str(choose.randint(1992, 2022)), f"表{choose.randint(1, 9)}" if choose.random() < 0.7 else ""
        return replace(claim, indicator=name, unit=unit, time=time, qualifiers={"table": table} if table else {})

    def _claim(
        self, subject: Entity, predicate: str, obj: Entity | Literal, kind: str = "", **qualified: dict[str, object]
    ) -> Claim:
        named = isinstance(obj, Entity)
        return Claim(
            source="",
            start=0,
            end=0,
            subject=subject.name,
            subject_type=subject.type,
            predicate=predicate,
            object=obj.name if named else obj,
            object_type=obj.type if named else kind,
            rule=f"made::{predicate}",
            subject_entity=subject,
            object_entity=obj if named else None,
            modality=self._choose.choice(MODALITIES),
            **qualified,
        )

    @staticmethod
    def _new(kind: str, name: str, source: str = "") -> Entity:
        return Entity(new_iri(kind, name, source), kind, name, False)


def quads(number: int, seed: int = 1) -> Iterator[ox.Quad]:
    """About so many quads, no two alike, and no triple both a fact and inferred; at least one document with what stands
    behind it."""
    author, documents = Author(seed), 0
    seen: set[int] = set()  # hashes, which for ten million quads take less than a gigabyte
    while len(seen) < max(number - _EACH, 1):
        more = (number - len(seen)) // _EACH if documents else 1  # what stands behind them comes with the first
        upto = documents + min(max(more, 1), _BLOCK)
        for quad in _block([author.document(k) for k in range(documents, upto)]):
            key = hash(quad.triple if quad.graph_name in DEFAULT_GRAPHS else quad)
            if key not in seen:
                seen.add(key)
                yield quad
        documents = upto


def _block(documents: list[tuple[Source, list[Claim]]]) -> Iterator[ox.Quad]:
    """What a build writes of some documents, and what follows from them."""
    stated = [quad for source, claims in documents for quad in _document(source, claims)]
    stated += background.ontology_quads(resources.ontology())
    stated += cube.quads()
    known = _spoken_of(claim for _, claims in documents for claim in claims)
    stated += background.reference_quads(known, known.individuals)
    yield from stated
    for triple in reasoner.closure(quad.triple for quad in stated if dataset.is_base(quad)):
        yield ox.Quad(triple.subject, triple.predicate, triple.object, Node(iris.INFERRED))


def _document(source: Source, claims: list[Claim]) -> Iterator[ox.Quad]:
    yield from writer.document_quads(source)
    for claim in claims:
        yield from writer.claim_quads(claim, source)
    yield from joined.quads(claims, {source.name: source})
    yield from records.rule_quads((claim.rule, "") for claim in claims)


def _spoken_of(claims: Iterable[Claim]) -> reference.Reference:
    """The reference data that claims speak of, with the places around: so that a small graph is not all reference data."""
    known = reference.load()
    iris_ = {e.iri for claim in claims for e in (claim.subject_entity, claim.object_entity) if e}
    iris_.update(around for iri in list(iris_) for around in known.ancestors(iri))
    return replace(known, individuals={iri: one for iri, one in known.individuals.items() if iri in iris_})


def write(path: Path, number: int, seed: int = 1) -> None:
    """Write a made graph as N-Quads."""
    ox.serialize(quads(number, seed), str(path), format=ox.RdfFormat.N_QUADS)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, help="where the N-Quads go")
    parser.add_argument("--quads", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    write(asked.file, asked.quads, asked.seed)


if __name__ == "__main__":
    main()
