"""IRIs from stable keys: codes, hashes of texts, titles. The same fact gets the same IRI in every build."""

import hashlib
import re
from typing import Final

from borderkg.vocabulary import BASE, BKC, GRAPH, ID

FACTS_SOURCE: Final = ""
INFERRED: Final = GRAPH + "inferred"
REFERENCE: Final = GRAPH + "reference"
ONTOLOGY: Final = GRAPH + "ontology"
PROVENANCE: Final = GRAPH + "provenance"
MAPPINGS: Final = GRAPH + "mappings"
QUARANTINE: Final = GRAPH + "quarantine"
CONFLICTS: Final = GRAPH + "conflicts"
LINEAGE: Final = GRAPH + "lineage"


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


def indicator(name: str, unit: str) -> str:
    return f"{ID}indicator/{digest(name, unit, length=12)}"


def named(kind: str, name: str) -> str:
    """A thing that only its name tells: a cited work, an author."""
    return f"{ID}{kind.lower()}/{digest(name, length=12)}"


def rule(rule_id: str) -> str:
    """`issue::an organization issues a document` → …/id/rule/issue/an-organization-issues-a-document."""
    return f"{ID}rule/" + re.sub(r"[^a-z0-9/]+", "-", rule_id.lower().replace("::", "/")).strip("-")


def build(key: str) -> str:
    return f"{ID}build/{key[:16]}"


def conflict(*key: object) -> str:
    return f"{ID}conflict/{digest(*key)}"


def hop(*key: object) -> str:
    return f"{ID}hop/{digest(*key)}"


def concept(name: str) -> str:
    """A concept that a text names and no scheme of ours has."""
    return f"{BKC}text-{digest(name, length=12)}"


def is_own(iri: str) -> bool:
    return iri.startswith(BASE)
