"""Two issuers of one document.

Several issuers that one source lists issued it together. Sources that share an issuer differ only in how many they name. An
office and the body that it serves (国务院办公厅, 国务院), or a body and its successor, are easily taken for each other: a doubt.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from borderkg import reference
from borderkg.claims.claim import Claim, Entity
from borderkg.claims.conflicts.material import Material
from borderkg.claims.finding import Finding


def find(found: Material) -> Iterator[Finding]:
    """Documents of which two sources name issuers that have none in common."""
    by_document: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in found.of("issuedBy"):
        if claim.subject_entity and claim.object_entity:
            by_document[claim.subject_entity.iri][claim.source].append(claim)
    for _, by_source in sorted(by_document.items()):
        issuers = {source: _issuers(claims) for source, claims in by_source.items()}
        apart = {
            s for pair in combinations(by_source, 2) if not set(issuers[pair[0]]) & set(issuers[pair[1]]) for s in pair
        }
        if apart:
            claims = [claim for source, said in by_source.items() if source in apart for claim in said]
            yield _finding(claims, [issuers[source] for source in sorted(apart)])


def _issuers(claims: list[Claim]) -> dict[str, Entity]:
    return {claim.object_entity.iri: claim.object_entity for claim in claims if claim.object_entity}


def _finding(claims: list[Claim], sides: list[dict[str, Entity]]) -> Finding:
    pairs = [(a, b) for one, other in combinations(sides, 2) for a in one.values() for b in other.values()]
    related = any(_related(a, b) for a, b in pairs)
    stated = " / ".join("、".join(sorted(body.name for body in side.values())) for side in sides)
    said = f"{claims[0].subject}: {stated}"
    why = ("; one may stand for the other", "；二者或可互指") if related else ("", "")
    severity = "doubt" if related else "contradiction"
    return Finding(
        "two-issuers",
        "issuer",
        severity,
        tuple(claims),
        f"two issuers: {said}{why[0]}",
        f"两发布者不同：{said}{why[1]}",
    )


def _related(one: Entity, other: Entity) -> bool:
    """Whether one body is an office of the other, its successor, or unknown and so perhaps the other under a name of its own."""
    if not (one.known and other.known):
        return True
    known = reference.load().individuals
    joined = {
        target
        for body, to in ((one, other), (other, one))
        if body.iri in known
        for name in ("succeeds", "partOf")
        for target in known[body.iri].values.get(name, ())
        if target == to.iri
    }
    return bool(joined) or one.name.startswith(other.name) or other.name.startswith(one.name)
