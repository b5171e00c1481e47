"""A class statement against a member: what a text says of all ports of a place, and what is said of one of them.

全部为公路口岸 leaves no room for a railway port among them, though of a single port two modes may both be true. The class of a
port (一类, 二类) is one at a time: two of them are worth a look, since a port may have been raised.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from borderkg.claims.claim import Claim
from borderkg.claims.conflicts.material import Material
from borderkg.claims.finding import Finding

_OF_ALL: Final = "universals::"
_EXCLUSIVE: Final = frozenset({"portClass"})
"""Of which a thing has one at a time, whoever says it."""


def find(found: Material) -> Iterator[Finding]:
    """Members that are said to be of another kind than all of their class, and things of two kinds that exclude each other."""
    by_thing: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in found.of("portMode", "portClass"):
        if claim.subject_entity:
            by_thing[claim.predicate, claim.subject_entity.iri].append(claim)
    for (predicate, _), claims in sorted(by_thing.items()):
        kinds = sorted({str(claim.object) for claim in claims})
        if len(kinds) == 1:
            continue
        of_all = [claim for claim in claims if claim.rule.startswith(_OF_ALL)]
        said = f"{claims[0].subject}: {', '.join(kinds)}"
        if of_all and any(str(claim.object) != str(one.object) for one in of_all for claim in claims):
            reason = f"said of all ports of a place, and otherwise of one of them: {said}"
            # Another text may speak of another year, when the port had changed.
            severity = "contradiction" if len({claim.source for claim in claims}) == 1 else "doubt"
            yield _finding(severity, claims, reason, f"与全称论断不合：{said}")
        elif predicate in _EXCLUSIVE:
            reason = f"two classes of one port: {said}; it may have been raised from one to the other"
            yield _finding("doubt", claims, reason, f"同一口岸两类别：{said}；或为先后升格")


def _finding(severity: str, claims: list[Claim], reason: str, reason_zh: str) -> Finding:
    return Finding("class-against-member", "class", severity, tuple(claims), reason, reason_zh)
