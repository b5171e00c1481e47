"""Hops that no text states, by the rules of `data/lineage.yaml`: each names its rule and what it rests on."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final

from borderkg.graph import iris
from borderkg.lineage.facets import Policy
from borderkg.lineage.facts import Facts, Stated, evidence
from borderkg.lineage.hop import Hop, directed
from borderkg.lineage.nodes import level_of_place
from borderkg.lineage.rules import Rule, Rules
from borderkg.vocabulary import ID, INFERRED

_PREMISES: Final = {
    "issuer": ("issuedBy",),
    "level": ("issuedBy",),
    "place": ("appliesTo",),
    "form": ("appliesTo",),
    "scope": ("appliesTo",),
    "area": ("appliesTo",),
    "platform": ("appliesTo", "establishes"),
}
"""The claims about a policy that tell what a rule asks of it; the title tells the rest."""

_CHINA: Final = ID + "country/CN"

Nodes = dict[str, dict[str, Any]]


def infer(facts: Facts, rules: Rules, stated: Sequence[Hop], nodes: Nodes) -> list[Hop]:
    """The hops that the rules add to the stated ones, over the nodes given with their attributes.

    Between two things that a stated hop joins none is inferred; where two rules join the same two, the first counts, and
    before them all what was inferred in reading a text, which rests on the passage that names both.
    """
    joined = {frozenset((hop.earlier, hop.later)) for hop in stated}
    policies = [
        Policy(facts, rules, iri, nodes[iri]) for iri in sorted(nodes) if nodes[iri]["type"] in ("Policy", "Meeting")
    ]
    hops = []
    for hop in _read(facts, rules):
        if (ends := frozenset((hop.earlier, hop.later))) not in joined:
            joined.add(ends)
            hops.append(hop)
    for rule in rules.pairs:
        for earlier, later in _pairs(rule, policies):
            ends = frozenset((earlier.iri, later.iri))
            if ends not in joined:
                joined.add(ends)
                hops.append(_hop(rule, earlier.iri, later.iri, _grounds(facts, rule, earlier, later)))
    return [*hops, *_places(facts, rules, joined, nodes)]


def _read(facts: Facts, rules: Rules) -> Iterator[Hop]:
    """The hops that a rule of reading inferred from the names in a passage, under the rule of lineage that bears its name."""
    for rule in rules.pairs:
        found: dict[tuple[str, str], list[Stated]] = defaultdict(list)
        for claim in facts.claims(rule.relation):
            if claim.modality == INFERRED and claim.rule == iris.rule(rule.id):
                earlier, _, later = directed(claim.subject, rule.relation, claim.object)
                found[earlier, later].append(claim)
        yield from (_hop(rule, earlier, later, claims) for (earlier, later), claims in sorted(found.items()))


def _pairs(rule: Rule, policies: Sequence[Policy]) -> Iterator[tuple[Policy, Policy]]:
    """The policies that a rule joins, earlier and later."""
    by_key: dict[str, list[Policy]] = defaultdict(list)
    for policy in policies:
        if _is(policy, rule.earlier):
            for key in _keys(rule, policy):
                by_key[key].append(policy)
    for later in policies:
        if not _is(later, rule.later):
            continue
        near = {one.iri: one for key in _keys(rule, later, as_later=True) for one in by_key.get(key, ())}
        found = [one for iri, one in sorted(near.items()) if one is not later and _stand(rule.pair, one, later)]
        if rule.pair.get("nearest") and found:
            last = max(earlier.moment.first for earlier in found)
            found = [earlier for earlier in found if earlier.moment.first == last]
        yield from ((earlier, later) for earlier in found)


def _keys(rule: Rule, policy: Policy, *, as_later: bool = False) -> Iterable[str]:
    """What two policies must have in common to be looked at together, so that not every two are."""
    if rule.pair.get("named"):
        title = policy.title
        lengths = range(len(title) + 1)
        return {title[i:j] for i in lengths for j in lengths[i:]} if as_later else policy.names
    for facet in rule.pair.get("share", ()):
        return _of(policy, facet, as_later=as_later)
    return ("",)


def _of(policy: Policy, facet: str, *, as_later: bool) -> frozenset[str]:
    """The values of a facet; an organ's forerunners issued what a later document continues."""
    return policy.forerunners if as_later and facet == "issuer" else policy.facet(facet)


def _is(policy: Policy, side: dict[str, Any]) -> bool:
    """Whether a policy is what a rule asks of one side."""
    return (
        policy.type == side["type"]
        and policy.level in side.get("level", (policy.level,))
        and ("scope" not in side or policy.scope in side["scope"])
        and ("subject" not in side or not policy.subject.isdisjoint(side["subject"]))
        and ("area" not in side or policy.in_area(side["area"]))
        and bool(re.search(side.get("title", ""), policy.title))
        and not ("not" in side and re.search(side["not"], policy.title))
        and side.get("iri", "") in policy.iri
        and not ("not_iri" in side and side["not_iri"] in policy.iri)
    )


def _stand(pair: dict[str, Any], earlier: Policy, later: Policy) -> bool:
    """Whether two policies stand to each other as a rule asks; none is certainly after what it is to come from."""
    if later.moment.before(earlier.moment):
        return False
    return (
        all(_shared(facet, earlier, later) for facet in pair.get("share", ()))
        and all(earlier.facet(facet).isdisjoint(later.facet(facet)) for facet in pair.get("differ", ()))
        and not (pair.get("adjoin") and not _adjoin(earlier, later))
        and not (pair.get("named") and not _named(earlier, later))
        and not (pair.get("after") and not earlier.moment.before(later.moment))
        and not ("apart" in pair and _gap(earlier, later) < pair["apart"])
        and not ("within" in pair and not _within(earlier, later, pair["within"]))
    )


def _shared(facet: str, earlier: Policy, later: Policy) -> bool:
    return not earlier.facet(facet).isdisjoint(_of(later, facet, as_later=True))


def _adjoin(earlier: Policy, later: Policy) -> bool:
    ends = {int(plan[5:]) + 1 for plan in earlier.plan}
    return not ends.isdisjoint(int(plan[:4]) for plan in later.plan)


def _named(earlier: Policy, later: Policy) -> bool:
    return earlier.title != later.title and any(
        name in later.title and name not in later.names for name in earlier.names
    )


def _gap(earlier: Policy, later: Policy) -> int:
    return earlier.moment.days_to(later.moment)[0]


def _within(earlier: Policy, later: Policy, days: int) -> bool:
    """Whether the later may be of the earlier's days or soon after, and both are known to the month."""
    if not (earlier.moment.known and later.moment.known):
        return False
    exact = all(_width(policy) <= 31 for policy in (earlier, later))
    least, most = earlier.moment.days_to(later.moment)
    return exact and least <= days and most >= 0


def _width(policy: Policy) -> int:
    return (date.fromisoformat(policy.moment.last) - date.fromisoformat(policy.moment.first)).days


def _places(facts: Facts, rules: Rules, joined: set[frozenset[str]], nodes: Nodes) -> Iterator[Hop]:
    """Where platforms lie, and which neighbours those places face, by the reference data."""
    where, neighbour = rules.places
    placed: set[str] = {place for iri in nodes for place in [iri] if nodes[iri]["type"] == "Region"}
    for iri in sorted(nodes):
        if nodes[iri]["type"] == "Platform":
            for place in facts.places(iri):
                if place == _CHINA or not level_of_place(facts, place):
                    continue
                placed.add(place)
                if frozenset((iri, place)) not in joined:
                    yield _hop(where, iri, place, _about(facts, iri, ("platformType",)))
    for place in sorted(placed):
        for country in _faced(facts, place):
            if frozenset((place, country)) not in joined:
                yield _hop(neighbour, place, country, ())


def _faced(facts: Facts, place: str) -> list[str]:
    """The countries that ports within a border county, or a place that holds one, face."""
    if not level_of_place(facts, place):
        return []
    inner = [place]
    for region in inner:
        inner += facts.reference_subjects("partOf", region)
    counties = [region for region in inner if facts.known(region, "borderCounty") == ["true"]]
    ports = [port for county in counties for port in facts.reference_subjects("locatedIn", county)]
    faced = {country for port in ports for country in facts.reference(port, "borders")}
    return sorted(country for country in faced if country.startswith(ID + "country/") and country != _CHINA)


def _grounds(facts: Facts, rule: Rule, earlier: Policy, later: Policy) -> list[Stated]:
    """The claims about both ends that tell what a rule asks of them."""
    asked = {*rule.pair.get("share", ()), *rule.pair.get("differ", ()), *rule.earlier, *rule.later}
    predicates = {"dateIssued", *(predicate for facet in asked for predicate in _PREMISES.get(facet, ()))}
    return [ground for policy in (earlier, later) for ground in _about(facts, policy.iri, sorted(predicates))]


def _about(facts: Facts, iri: str, predicates: Iterable[str]) -> list[Stated]:
    """The claims of some properties about a thing; where there is none, the claims that name it."""
    found = facts.claims_about(iri, *predicates)
    if "issuedBy" in predicates:
        found += facts.claims_on(iri, "transmits")
    return found or facts.naming(iri)


def _hop(rule: Rule, earlier: str, later: str, grounds: Iterable[Stated]) -> Hop:
    claims, sources = evidence(grounds)
    return Hop(
        earlier,
        rule.relation,
        later,
        rule.id,
        rule.reason_zh,
        rule.reason_en,
        rule.confidence,
        claims=claims,
        sources=sources,
    )
