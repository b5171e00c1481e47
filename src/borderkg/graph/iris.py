"""IRIs from stable keys: codes, hashes of texts, titles. The same fact gets the same IRI in every build."""

import hashlib
import re
from typing import Final

from borderkg.vocabulary import BASE, BKC, GRAPH, ID

INFERRED: Final = GRAPH + "inferred"
REFERENCE: Final = GRAPH + "reference"
ONTOLOGY: Final = GRAPH + "ontology"
PROVENANCE: Final = GRAPH + "provenance"
MAPPINGS: Final = GRAPH + "mappings"
QUARANTINE: Final = GRAPH + "quarantine"
CONFLICTS: Final = GRAPH + "conflicts"
DESCRIPTION: Final = GRAPH + "description"
LINEAGE: Final = GRAPH + "lineage"
VOID_DOCUMENT: Final = BASE + ".well-known/void"
"""Where a server describes its dataset (VoID, section 7.2; RFC 8615)."""

CATALOGUE: Final = BASE + ".well-known/dcat"
"""Where a server lists its dataset and its endpoint for portals (DCAT 3, section 6.3)."""

FIGURES: Final = ID + "dataset/figures"
STRUCTURE: Final = ID + "structure/figures"


def digest(*parts: object, length: int = 16) -> str:
    """A short stable hash of a key."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:length]


def document(text_hash: str) -> str:
    return f"{ID}document/{text_hash[:16]}"


def source_graph(text_hash: str) -> str:
    return f"{GRAPH}source/{text_hash[:16]}"


def evidence(text_hash: str, start: int, end: int) -> str:
    return f"{ID}evidence/{text_hash[:16]}-{start}-{end}"


def argument(text_hash: str, start: int, end: int) -> str:
    return f"{ID}argument/{text_hash[:16]}-{start}-{end}"


def claim(text_hash: str, *key: object) -> str:
    return f"{ID}claim/{text_hash[:8]}-{digest(*key)}"


def observation(*key: object) -> str:
    return f"{ID}observation/{digest(*key)}"


def estimate(text_hash: str, *key: object) -> str:
    return f"{ID}estimate/{text_hash[:8]}-{digest(*key)}"


def model(text_hash: str, *key: object) -> str:
    return f"{ID}model/{text_hash[:8]}-{digest(*key)}"


def variable(text_hash: str, name: str) -> str:
    return f"{ID}variable/{text_hash[:8]}-{digest(name, length=12)}"


def indicator(quantity: str, unit: str, data_source: str = "") -> str:
    """A series: `quantity` is the IRI of a quantity of our scheme, or the name that a text gives one of its own."""
    return f"{ID}indicator/{digest(quantity, unit, *filter(None, [data_source]), length=12)}"


def provision(*key: object) -> str:
    return f"{ID}provision/{digest(*key)}"


def definition(text_hash: str, start: int, end: int) -> str:
    return f"{ID}definition/{text_hash[:16]}-{start}-{end}"


def port_change(*key: object) -> str:
    return f"{ID}port-change/{digest(*key)}"


def named(kind: str, name: str) -> str:
    """A thing that only its name tells: a cited work, an author."""
    return f"{ID}{kind.lower()}/{digest(name, length=12)}"


def link(*key: object) -> str:
    return f"{ID}link/{digest(*key)}"


def geometry(place: str) -> str:
    """The point of a place of ours: `…/id/region/150781` → `…/id/geometry/region-150781`."""
    return f"{ID}geometry/{place.removeprefix(ID).replace('/', '-')}"


def rule(rule_id: str) -> str:
    """`issue::an organization issues a document` → …/id/rule/issue/an-organization-issues-a-document."""
    return f"{ID}rule/" + re.sub(r"[^a-z0-9/]+", "-", rule_id.lower().replace("::", "/")).strip("-")


def ranking_rule(rule_id: str) -> str:
    return f"{ID}ranking-rule/{rule_id}"


def dependence(*key: object) -> str:
    return f"{ID}dependence/{digest(*key)}"


def build(key: str) -> str:
    return f"{ID}build/{key[:16]}"


def dataset(key: str) -> str:
    """The graph of a build as a whole, by what it was built from."""
    return f"{VOID_DOCUMENT}#{key[:16]}"


def conflict(*key: object) -> str:
    return f"{ID}conflict/{digest(*key)}"


def hop(*key: object) -> str:
    return f"{ID}hop/{digest(*key)}"


def concept(name: str) -> str:
    """A concept that a text names and no scheme of ours has."""
    return f"{BKC}text-{digest(name, length=12)}"


def is_own(iri: str) -> bool:
    return iri.startswith(BASE)
