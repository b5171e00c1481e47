"""Ranks: of claims that disagree, which one a declared rule prefers, and why (data/ranking.yaml).

A proposal is made for every finding whose claims are alternatives. Ranks leave `normal` only by findings that are
contradictions; of a doubt the proposal is shown and nothing more.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any, Final

import yaml

from borderkg import resources
from borderkg.claims.claim import Claim
from borderkg.claims.conflicts import dates, printed
from borderkg.claims.finding import Finding
from borderkg.corpus.document import Bibliography
from borderkg.errors import RuleError
from borderkg.records import record

PREFERRED: Final = "preferred"
NORMAL: Final = "normal"
DEPRECATED: Final = "deprecated"


@record
class RankingRule:
    """A declared rule: `condition` names what makes the better claim, `parameter` says it more closely."""

    id: str
    kinds: frozenset[str]
    condition: str
    parameter: Any
    others: str
    """What the claims become that disagree with the better one: normal or deprecated."""
    reason: str
    reason_zh: str


@record
class Proposal:
    """Which claims of a finding a rule prefers, and which it then holds to be wrong (none, where it only prefers)."""

    rule: RankingRule
    preferred: tuple[Claim, ...]
    deprecated: tuple[Claim, ...]


@record
class Rank:
    """A rank other than normal, with the rule that gives it; the rule holds the reason."""

    name: str
    rule: RankingRule


@record
class Surroundings:
    """What the conditions look at besides the claims of a finding."""

    about: Mapping[str, Bibliography]
    shares: Mapping[tuple[str, str, str, str], tuple[Claim, ...]]
    """Observations by source, area, indicator and time."""
    beside: tuple[Claim, ...] = ()
    """The claims of the finding that is judged."""


def proposals(
    findings: Iterable[Finding], claims: Iterable[Claim], about: Mapping[str, Bibliography]
) -> list[Proposal | None]:
    """For each finding what the first rule that tells its claims apart proposes, or None where no rule does."""
    shares: dict[tuple[str, str, str, str], tuple[Claim, ...]] = {}
    for claim in claims:
        if claim.predicate == "observation":
            key = _place(claim, claim.indicator)
            shares[key] = (*shares.get(key, ()), claim)
    around = Surroundings(about, shares)
    return [_proposal(finding, around) for finding in findings]


def ranks(findings: Sequence[Finding], proposed: Sequence[Proposal | None]) -> dict[tuple[str, ...], Rank]:
    """The ranks other than normal, by `Claim.key`. A claim that one contradiction prefers and another deprecates stays normal."""
    given: dict[tuple[str, ...], list[Rank]] = {}
    for finding, proposal in zip(findings, proposed, strict=True):
        if proposal is None or finding.severity != "contradiction":
            continue
        for name, ranked in ((PREFERRED, proposal.preferred), (DEPRECATED, proposal.deprecated)):
            for claim in ranked:
                given.setdefault(claim.key, []).append(Rank(name, proposal.rule))
    return {key: said[0] for key, said in given.items() if len({rank.name for rank in said}) == 1}


def _proposal(finding: Finding, around: Surroundings) -> Proposal | None:
    if finding.severity == "note":
        return None
    claims = finding.claims
    for rule in rules():
        if finding.kind not in rule.kinds:
            continue
        beside = replace(around, beside=claims)
        found = [_CONDITIONS[rule.condition](claim, rule.parameter, beside) for claim in claims]
        scores = [score for score in found if score is not None]
        if len(scores) < len(found):
            continue
        best = max(scores)
        preferred = [c for c, score in zip(claims, scores, strict=True) if score == best]
        others = [
            claim
            for claim, score in zip(claims, scores, strict=True)
            if score < best and not any(agree(claim, better) for better in preferred)
        ]
        if others and all(agree(one, other) for one, other in combinations(preferred, 2)):
            return Proposal(rule, tuple(preferred), tuple(others) if rule.others == DEPRECATED else ())
        if rule.condition == "published":
            claims = tuple(preferred)  # which of these is better, a demonstration text does not come before
    return None


def agree(one: Claim, other: Claim) -> bool:
    """Whether two claims of a finding can both be right."""
    if one.predicate == other.predicate == "observation":
        (unit, power), (other_unit, other_power) = printed.unit(one.unit), printed.unit(other.unit)
        ranges = printed.admitted(one).times(power), printed.admitted(other).times(other_power)
        return unit == other_unit and ranges[0].meets(ranges[1])
    if one.object_type == "Date":
        return not dates.differ([str(one.object), str(other.object)])
    if one.predicate == "issuedBy" and one.source == other.source:
        return True  # joint issuers
    return one.object == other.object


def _place(claim: Claim, indicator: str) -> tuple[str, str, str, str]:
    return claim.source, claim.subject_entity.iri if claim.subject_entity else "", indicator, claim.time


def _adds_up(claim: Claim, parameter: Any, around: Surroundings) -> float | None:
    """Whether the shares of the whole make it up, to within their rounding; None where one lacks or has two values."""
    for whole in parameter["of"]:
        if claim.indicator not in whole:
            continue
        rest = [around.shares.get(_place(claim, part), ()) for part in whole if part != claim.indicator]
        if not all(len(found) == 1 for found in rest):
            return None
        ranges = [printed.admitted(part) for part in (claim, *(found[0] for found in rest))]
        low, high = sum(r.low for r in ranges), sum(r.high for r in ranges)
        return float(low <= parameter["to"] <= high)
    return None


def _itself(claim: Claim, parameter: Any, around: Surroundings) -> float:
    """Whether the source is the document that the claim is about."""
    del parameter
    title = around.about[claim.source].title if claim.source in around.about else ""
    return float(bool(title) and title.strip("《》") == claim.subject.strip("《》"))


def _of_type(claim: Claim, parameter: Any, around: Surroundings) -> float:
    return float(claim.source in around.about and around.about[claim.source].kind in parameter)


def _later(claim: Claim, parameter: Any, around: Surroundings) -> float | None:
    """The year in which the source was published, where the sources revise each other: each is of a type that revises its
    series, or one author wrote them all. Any other later text may as well retell an older figure."""
    known = [around.about.get(other.source) for other in around.beside]
    authors = [set(about.authors) if about else set() for about in known]
    revised = all(about and about.kind in parameter for about in known)
    if not (revised or set.intersection(*authors)):
        return None
    return around.about[claim.source].year


def _exact(claim: Claim, parameter: Any, around: Surroundings) -> float:
    del parameter, around
    return float(printed.exactness(claim)) if claim.predicate == "observation" else float(len(str(claim.object)))


def _published(claim: Claim, wanted: Any, around: Surroundings) -> float:
    return float((claim.source in around.about and around.about[claim.source].is_demonstration) is not bool(wanted))


_CONDITIONS: Final[Mapping[str, Callable[[Claim, Any, Surroundings], float | None]]] = {
    "published": _published,
    "adds_up": _adds_up,
    "itself": _itself,
    "own": lambda claim, wanted, around: float(bool(wanted) is not bool(claim.attribution)),
    "type": _of_type,
    "restored": lambda claim, wanted, around: float(bool(claim.qualifiers.get("doubtful")) is bool(wanted)),
    "table": lambda claim, wanted, around: float(bool(claim.qualifiers.get("table")) is bool(wanted)),
    "later": _later,
    "exact": _exact,
}
"""How well a claim meets a condition, the higher the better; None where it cannot be told (then the rule is passed over)."""


@cache
def rules(path: Path | None = None) -> tuple[RankingRule, ...]:
    """The declared rules, in order. Raises RuleError naming file and rule where one is malformed or unreasoned."""
    path = path or resources.ranking()
    try:
        content: Any = resources.read_yaml(path) or {}
    except (yaml.YAMLError, OSError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: not readable as YAML in UTF-8: {' '.join(str(error).split())}") from error
    entries = content.get("rules") if isinstance(content, dict) else None
    if not isinstance(entries, list):
        raise RuleError(f"{path}: expected `rules:`, and below it the rules in order.")
    found = tuple(_rule(path, entry) for entry in entries)
    twice = {rule.id for rule in found if [other.id for other in found].count(rule.id) > 1}
    if twice:
        raise RuleError(f"{path}: {', '.join(sorted(twice))}: two rules of one id.")
    return found


def _rule(path: Path, entry: Any) -> RankingRule:
    wanted = {"id", "kinds", "prefer", "others", "en", "zh"}
    name = entry.get("id") if isinstance(entry, dict) else entry
    if not isinstance(entry, dict) or set(entry) != wanted or not all(entry.values()):
        raise RuleError(f"{path}: {name!r:.60}: a rule has {', '.join(sorted(wanted))}, none of them empty.")
    prefer = entry["prefer"]
    if not isinstance(prefer, dict) or len(prefer) != 1 or not set(prefer) <= set(_CONDITIONS):
        raise RuleError(f"{path}: {name}: prefer takes one of {', '.join(_CONDITIONS)}.")
    if entry["others"] not in (NORMAL, DEPRECATED):
        raise RuleError(f"{path}: {name}: others are {NORMAL} or {DEPRECATED}, not {entry['others']}.")
    ((condition, parameter),) = prefer.items()
    kinds = frozenset(map(str, entry["kinds"]))
    return RankingRule(
        str(entry["id"]), kinds, condition, parameter, entry["others"], str(entry["en"]), str(entry["zh"])
    )
