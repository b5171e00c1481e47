"""All that the claims of a build say, as quads: documents, claims, facts, what they mention, rules, the build itself."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import pyoxigraph as ox

from borderkg import reference, resources
from borderkg.claims.claim import Claim
from borderkg.claims.ranking import DEPRECATED, Rank
from borderkg.extraction.rulebook import rules
from borderkg.graph import background, cube, iris, joined, links, records, writer
from borderkg.graph.writer import Source
from borderkg.settings import VERSION
from borderkg.vocabulary import BKG, GRAPH

Ranks = Mapping[tuple[str, ...], Rank]
"""Ranks other than normal, by `Claim.key`."""

_ALL_NORMAL: Final[Ranks] = {}


def quads(
    claims: Sequence[Claim], sources: Mapping[str, Source], identity: str = "", ranks: Ranks = _ALL_NORMAL
) -> Iterator[ox.Quad]:
    """Everything but closure, findings and quarantine. `identity` names the build; without it there is no build record."""
    for source in sources.values():
        yield from writer.document_quads(source)
    mentioned: set[str] = set()
    for claim in claims:
        mentioned.update(e.iri for e in (claim.subject_entity, claim.object_entity) if e)
        yield from writer.claim_quads(claim, sources[claim.source], ranks.get(claim.key))
    standing = [claim for claim in claims if not _deprecated(claim, ranks)]
    yield from joined.quads(standing, sources)
    yield from cube.quads()
    known = reference.load()
    mentioned.update(around for iri in list(mentioned) for around in known.ancestors(iri))
    yield from background.ontology_quads(resources.ontology())
    yield from background.reference_quads(known, mentioned)
    yield from links.quads(mentioned)
    yield from records.rule_quads(rules_with_notes(claim.rule for claim in claims))
    if identity:
        yield from records.build_quads(identity, VERSION, sources.values())


_POSITION: Final = frozenset(BKG + name for name in ("locatedIn", "partOf", "borders"))
"""Where the reference data put a place: what a text says of it is held against that."""


def _deprecated(claim: Claim, ranks: Ranks) -> bool:
    rank = ranks.get(claim.key)
    return rank is not None and rank.name == DEPRECATED


def is_data(quad: ox.Quad) -> bool:
    """Whether a quad is a fact, a claim, provenance, a link, or where a known place lies: what the shapes judge."""
    name = quad.graph_name
    if isinstance(name, ox.DefaultGraph):
        return True
    return isinstance(name, ox.NamedNode) and (
        name.value.startswith(GRAPH + "source/")
        or name.value in (iris.PROVENANCE, iris.MAPPINGS)
        or (name.value == iris.REFERENCE and quad.predicate.value in _POSITION)
    )


def is_base(quad: ox.Quad) -> bool:
    """Whether a quad is a fact or an axiom: what the closure starts from."""
    return isinstance(quad.graph_name, ox.DefaultGraph) or quad.graph_name == ox.NamedNode(iris.ONTOLOGY)


def rules_with_notes(ids: Iterable[str]) -> list[tuple[str, str]]:
    """Rules by their ids, in order, each with its note."""
    notes = {rule.id: rule.note for rule in rules.load().all}
    return [(rule_id, notes.get(rule_id, "")) for rule_id in sorted(set(ids))]
