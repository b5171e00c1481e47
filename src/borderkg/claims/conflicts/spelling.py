"""Spelling variants of one port: two names of one length that differ in one character (巴克图, 巴克吐), told of one place.

Names of two characters differ in one too easily (黑河, 漠河): they are held to be variants only within one county or before
one facing port. A name that a place bears (勐腊 of 勐腊县) is that place's, whatever it resembles. Two names that the
reference data already know as one port's are shown as such, and are no doubt.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations
from typing import Final

from rapidfuzz.distance import Hamming

from borderkg import reference
from borderkg.claims.claim import Claim, Entity
from borderkg.claims.conflicts.material import Material
from borderkg.claims.finding import Finding
from borderkg.records import record

_SUFFIX: Final = re.compile(r"(?:(?:铁路|公路|水运|航空)?口岸|港)(?:[（(].*[)）])?$")
_LINKED: Final = "label "
_PROVINCE: Final = re.compile(r"/(?:region/\d{2}0000|country/(?!CN)[A-Z]{2})$")
_COUNTY: Final = re.compile(r"/region/\d{6}$")


@record
class Named:
    """A port with its bare names and where it lies: IRIs of provinces, counties, neighbours and facing ports."""

    iri: str
    names: frozenset[str]
    wide: frozenset[str]
    near: frozenset[str]


def find(found: Material) -> Iterator[Finding]:
    """Ports that the reference data lack and whose names resemble another port's there, and names of one port that differ."""
    said: dict[str, list[Claim]] = defaultdict(list)
    entities: dict[str, Entity] = {}
    for claim in found.claims:
        for entity in (claim.subject_entity, claim.object_entity):
            if entity and entity.type == "Port":
                said[entity.iri].append(claim)
                entities[entity.iri] = entity
    new = [_of_claims(e, said[iri]) for iri, e in sorted(entities.items()) if not e.known and not _is_place(e.name)]
    known = _known()
    for number, port in enumerate(new):
        for other in (*known.values(), *new[number + 1 :]):
            pair = _alike(port, other)
            if pair:
                yield _variants(pair, (*said[port.iri], *said.get(other.iri, ())))
    for iri in sorted(set(entities) & set(known)):
        yield from _spelled(entities[iri], said[iri])


def _alike(one: Named, other: Named) -> tuple[str, str] | None:
    """Two names that may be one, where the ports may be."""
    for a in sorted(one.names):
        for b in sorted(other.names):
            if len(a) != len(b) or Hamming.distance(a, b) != 1:
                continue
            apart = one.wide and other.wide and not one.wide & other.wide
            if (len(a) >= 3 and not apart) or (len(a) == 2 and one.near & other.near):
                return a, b
    return None


def _variants(pair: tuple[str, str], claims: tuple[Claim, ...]) -> Finding:
    one, other = pair
    return Finding(
        "spelling",
        "spelling",
        "doubt",
        claims,
        f"two names that differ in one character and may be one port: {one}, {other}",
        f"两名仅一字之差，或为同一口岸：{one}、{other}",
        _differing(one, other),
    )


def _spelled(entity: Entity, claims: list[Claim]) -> Iterator[Finding]:
    """The names under which one known port was found, where two differ in one character."""
    by_name: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for side in (claim.subject_entity, claim.object_entity):
            if side and side.iri == entity.iri and side.reason.startswith(_LINKED):
                by_name[bare(side.reason.removeprefix(_LINKED))].append(claim)
    for one, other in combinations(sorted(by_name), 2):
        if len(one) == len(other) and Hamming.distance(one, other) == 1:
            reason = f"two spellings of one port, {entity.name}, which the reference data know: {one}, {other}"
            reason_zh = f"同一口岸的两种写法（参考数据已收）：{entity.name}：{one}、{other}"
            both = (*by_name[one], *by_name[other])
            yield Finding("spelling", "spelling", "note", both, reason, reason_zh, _differing(one, other))


def _differing(one: str, other: str) -> str:
    return next(f"{a} ≠ {b}" for a, b in zip(one, other, strict=True) if a != b)


def bare(name: str) -> str:
    """A port's name without what says that it is one: 满洲里铁路口岸 is 满洲里."""
    return _SUFFIX.sub("", name)


@cache
def _known() -> Mapping[str, Named]:
    """The ports of the reference data, by IRI, in order."""
    loaded = reference.load()
    found = {}
    for iri, port in sorted(loaded.individuals.items()):
        if port.type == "Port":
            names = frozenset(filter(None, map(bare, (port.label_zh, *port.alternatives, *port.hidden))))
            places = {*loaded.ancestors(iri), *port.values.get("counterpart", ())}
            found[iri] = Named(iri, names, *_split(places))
    return found


def _of_claims(entity: Entity, claims: list[Claim]) -> Named:
    """A port as the texts describe it: where they place it, what it borders and faces."""
    loaded = reference.load()
    places: set[str] = set()
    for claim in claims:
        target = claim.object_entity
        if target and claim.subject_entity == entity and claim.predicate in ("locatedIn", "counterpart"):
            places |= {target.iri, *loaded.ancestors(target.iri)}
    return Named(entity.iri, frozenset({bare(entity.name)}), *_split(places))


def _split(places: set[str]) -> tuple[frozenset[str], frozenset[str]]:
    wide = frozenset(place for place in places if _PROVINCE.search(place))
    return wide, frozenset(p for p in places if p not in wide and (_COUNTY.search(p) or "/port/" in p))


def _is_place(name: str) -> bool:
    """Whether a port is called by the name of a region."""
    loaded = reference.load()
    return any(loaded.named(label, "Region") for label in (bare(name), *(bare(name) + rank for rank in "县市旗区")))
