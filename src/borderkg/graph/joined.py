"""Nodes that several claims of one text make together: definitions with the date of their policy, changes of ports.

A definition holds from the day of the policy that gives it, which another claim tells. That a port was opened in a year
and is of the first class may be two claims of one clause; the change is one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import pyoxigraph as ox

from borderkg.claims.claim import Claim
from borderkg.graph import iris
from borderkg.graph import terms as t
from borderkg.graph.terms import DEFAULT, Graph, Node, Term, bkg
from borderkg.graph.writer import Source, entity_node, range_quads
from borderkg.vocabulary import BKC, FACTUAL_MODALITIES


def quads(claims: Iterable[Claim], sources: Mapping[str, Source]) -> Iterator[ox.Quad]:
    """The definitions and changes that claims state; facts in the default graph, what is only planned, proposed,
    denied or inferred in the source's own."""
    by_source: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_source[claim.source].append(claim)
    for name, said in by_source.items():
        yield from _definitions(said, sources[name])
        yield from _changes(said, sources[name])


def _home(claim: Claim, source: Source) -> Graph:
    return DEFAULT if claim.modality in FACTUAL_MODALITIES else source.graph


def _definitions(claims: Sequence[Claim], source: Source) -> Iterator[ox.Quad]:
    issued = {entity_node(c, source, "subject"): str(c.object) for c in claims if c.predicate == "dateIssued"}
    for claim in claims:
        place = claim.qualifiers.get("definition")
        if claim.predicate != "defines" or not place:
            continue
        start, end = place
        by = entity_node(claim, source, "subject")
        node = Node(iris.definition(source.sha256, start, end))
        wording = Node(iris.evidence(source.sha256, start, end))
        facts: list[tuple[Node, Term]] = [
            (t.TYPE, bkg("Definition")),
            (bkg("definitionOf"), entity_node(claim, source, "object")),
            (bkg("definedBy"), by),
            (bkg("wording"), wording),
        ]
        year = source.bibliography.year
        since = issued.get(by) or (str(year) if by == source.node and year else "")
        if since:
            facts.append((bkg("validFrom"), t.date(since)))
        for predicate, value in facts:
            yield ox.Quad(node, predicate, value, _home(claim, source))
        yield from range_quads(source, start, end)


_STATES = ("portClass", "portMode")


def _changes(claims: Sequence[Claim], source: Source) -> Iterator[ox.Quad]:
    ports = [c for c in claims if c.subject_type == "Port"]
    states = [c for c in ports if c.predicate in _STATES]
    told: set[int] = set()
    for opened in (c for c in ports if c.predicate == "dateEstablished"):
        port = entity_node(opened, source, "subject")
        beside = [
            c
            for c in states
            if entity_node(c, source, "subject") == port and c.modality == opened.modality and _overlap(c, opened)
        ]
        told.update(map(id, beside))
        kinds = [entity_node(c, source, "object") for c in beside]
        yield from _change(opened, source, port, kinds, str(opened.object))
    for state in states:
        if state.modality in FACTUAL_MODALITIES or id(state) in told:
            continue  # that a port is of a class is no change
        port, kind = (entity_node(state, source, side) for side in ("subject", "object"))
        yield from _change(state, source, port, [kind], "")


def _overlap(one: Claim, other: Claim) -> bool:
    return one.start < other.end and other.start < one.end


def _change(claim: Claim, source: Source, port: Node, kinds: Sequence[Node], date: str) -> Iterator[ox.Quad]:
    node = Node(iris.port_change(port.value, date, claim.modality, *sorted(kind.value for kind in kinds)))
    facts: list[tuple[Node, Term]] = [
        (t.TYPE, bkg("PortChange")),
        (bkg("changeOf"), port),
        (bkg("modality"), Node(BKC + "modality-" + (claim.modality or "asserted"))),
        *((bkg("changesTo"), kind) for kind in kinds),
    ]
    if date:
        facts.append((bkg("changeDate"), t.date(date)))
    for predicate, value in facts:
        yield ox.Quad(node, predicate, value, _home(claim, source))
