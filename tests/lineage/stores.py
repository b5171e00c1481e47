"""Stores of made-up claims, and lineages read from them as people write them."""

import pyoxigraph as ox

from borderkg.claims.claim import Claim
from borderkg.graph import dataset
from borderkg.lineage import reading, records
from borderkg.lineage.graph import Lineage
from tests.facts import SOURCES, claim


def store(*claims: Claim) -> ox.Store:
    """What a build writes of these claims, the inferred lineage included."""
    made = ox.Store()
    made.bulk_extend(dataset.quads(claims, SOURCES))
    made.bulk_extend(records.quads(reading.inferred(made)))
    return made


def policy(title: str, issued: str = "", *bodies: str, about: str = "") -> list[Claim]:
    """The claims of a policy: its date, who issued it, the place that it applies to (`Region:云南省`)."""
    subject = f"Policy:{title}"
    made = [claim(subject, "dateIssued", issued)] if issued else []
    made += [claim(subject, "issuedBy", f"Organization:{body}") for body in bodies]
    return made + ([claim(subject, "appliesTo", about)] if about else [])


def hops(lineage: Lineage) -> set[tuple[str, str, str]]:
    """The hops by labels."""
    label = {iri: data["label"] for iri, data in lineage.described()}
    return {(label[one], data["relation"], label[other]) for one, other, data in lineage.hops()}


def inferred(*claims: Claim) -> set[tuple[str, str, str]]:
    """The hops that the rules infer from claims."""
    whole = reading.read(store(*claims))
    return hops(whole) - {
        (whole.nodes[a]["label"], d["relation"], whole.nodes[b]["label"])
        for a, b, d in whole.hops()
        if not d["inferred"]
    }
