"""The lineage of a store: the hops that its claims state, and those that the build inferred, as one marked graph."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

import pyoxigraph as ox

from borderkg.lineage import inference, records, rules
from borderkg.lineage.facts import Facts, Stated, evidence
from borderkg.lineage.graph import Lineage
from borderkg.lineage.hop import RELATIONS, Hop, directed
from borderkg.lineage.nodes import describe, level_of_place
from borderkg.vocabulary import INFERRED

_PLACED: Final = frozenset({"locatedIn", "borders"})
"""Relations that are lineage only of a platform and of the place in which one lies."""


def read(store: ox.Store) -> Lineage:
    """The whole lineage of a store, stated and inferred; it is frozen."""
    facts = Facts(store)
    return _graph(facts, _reached([*stated(facts), *records.hops(store)])).freeze()


def inferred(store: ox.Store) -> list[Hop]:
    """The hops that the rules infer from a store's facts, claims and reference data: what a build adds to it."""
    facts = Facts(store)
    hops = stated(facts)
    return inference.infer(facts, rules.load(), hops, dict(_graph(facts, _reached(hops), every=True).described()))


def stated(facts: Facts) -> list[Hop]:
    """The hops that texts state or plan; what they propose or deny is none, nor what was inferred in reading them."""
    found: dict[tuple[str, str, str], list[Stated]] = {}
    for relation in RELATIONS:
        for claim in facts.claims(relation):
            if claim.modality not in ("proposed", "denied", INFERRED) and claim.object.startswith("http"):
                earlier, _, later = directed(claim.subject, relation, claim.object)
                if relation not in _PLACED or _is_placed(facts, claim):
                    found.setdefault((earlier, relation, later), []).append(claim)
    hops = []
    for (earlier, relation, later), claims in sorted(found.items()):
        factual = [claim for claim in claims if facts.factual(claim)]
        ids, sources = evidence(factual or claims)
        hops.append(Hop(earlier, relation, later, planned=not factual, claims=ids, sources=sources))
    return hops


def _reached(hops: Sequence[Hop]) -> list[Hop]:
    """The hops without those from a place to its neighbour where nothing else leads to the place."""
    ends = {end for hop in hops if hop.relation != "borders" for end in (hop.earlier, hop.later)}
    return [hop for hop in hops if hop.relation != "borders" or hop.earlier in ends]


def _is_placed(facts: Facts, claim: Stated) -> bool:
    """Whether a platform lies in a place of the administration, or such a place borders a neighbour."""
    if claim.predicate == "locatedIn":
        return "Platform" in facts.types(claim.subject) and bool(level_of_place(facts, claim.object))
    return level_of_place(facts, claim.subject) not in ("", "national") and "Country" in facts.types(claim.object)


def _graph(facts: Facts, hops: Iterable[Hop], *, every: bool = False) -> Lineage:
    """The hops as a graph; with `every`, all policies, meetings and platforms too, joined or not."""
    lineage = Lineage()
    known = rules.load()
    listed = list(hops)
    ends = {end for hop in listed for end in (hop.earlier, hop.later)}
    if every:
        ends.update(iri for kind in ("Policy", "Meeting", "Platform") for iri in facts.members(kind))
    for iri in sorted(ends):
        lineage.add_node(iri, **describe(facts, known, iri))
    for hop in listed:
        lineage.add_hop(hop, facts.in_conflict)
    lineage.published = facts.published
    return lineage


def node(store: ox.Store, iri: str) -> dict[str, Any]:
    """What a lineage says of one thing, whether it is in it or not."""
    return describe(Facts(store), rules.load(), iri)


def file_name(store: ox.Store, document: str) -> str:
    """The name of the file that a document was read from."""
    return next(iter(Facts(store).values(document, "fileName")), "")
