"""Inferred hops as quads in a graph of their own, and back. No text states them, so none is in the fact graph."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from borderkg.graph import iris
from borderkg.graph import terms as t
from borderkg.graph.terms import Node, bkg
from borderkg.lineage.hop import Hop
from borderkg.vocabulary import BKG, RDFS

_GRAPH = Node(iris.LINEAGE)
_COMMENT = Node(RDFS + "comment")


def quads(hops: Iterable[Hop]) -> Iterator[ox.Quad]:
    """Each hop as a node, and as a triple of its relation: `GRAPH graph:lineage { ?later bkg:elaborates ?earlier }`."""
    rules: dict[str, Hop] = {}
    for hop in hops:
        rules[hop.rule] = hop
        node = Node(iris.hop(hop.rule, hop.earlier, hop.relation, hop.later))
        subject, relation, obj = hop.triple
        described: list[tuple[Node, t.Term]] = [
            (t.TYPE, bkg("LineageHop")),
            (bkg("earlier"), Node(hop.earlier)),
            (bkg("hopRelation"), bkg(relation)),
            (bkg("later"), Node(hop.later)),
            (bkg("inferredBy"), Node(iris.rule(f"lineage::{hop.rule}"))),
            (bkg("confidence"), t.decimal(hop.confidence or 0)),
            *((bkg("restsOn"), Node(claim)) for claim in hop.claims),
            *((t.SOURCE, Node(source)) for source in hop.sources),
        ]
        yield ox.Quad(Node(subject), bkg(relation), Node(obj), _GRAPH)
        for predicate, value in described:
            yield ox.Quad(node, predicate, value, _GRAPH)
    for name, hop in rules.items():
        rule = Node(iris.rule(f"lineage::{name}"))
        yield ox.Quad(rule, t.TYPE, bkg("LineageRule"), _GRAPH)
        yield ox.Quad(rule, t.LABEL, t.text(name), _GRAPH)
        yield ox.Quad(rule, _COMMENT, t.text(hop.reason_zh, "zh"), _GRAPH)
        yield ox.Quad(rule, _COMMENT, t.text(hop.reason_en, "en"), _GRAPH)


def hops(store: ox.Store) -> list[Hop]:
    """The inferred hops that a store holds, in order."""
    said: dict[str, dict[str, list[ox.Literal | Node]]] = defaultdict(lambda: defaultdict(list))
    for quad in store.quads_for_pattern(None, None, None, _GRAPH):
        if isinstance(quad.subject, Node) and isinstance(quad.object, (Node, ox.Literal)):
            said[quad.subject.value][quad.predicate.value].append(quad.object)
    found = []
    for facts in said.values():
        if bkg("LineageHop") not in facts[t.TYPE.value]:
            continue
        rule = said[facts[BKG + "inferredBy"][0].value]
        reasons = {c.language: c.value for c in rule[_COMMENT.value] if isinstance(c, ox.Literal)}
        found.append(
            Hop(
                facts[BKG + "earlier"][0].value,
                facts[BKG + "hopRelation"][0].value.removeprefix(BKG),
                facts[BKG + "later"][0].value,
                rule[t.LABEL.value][0].value,
                reasons.get("zh", ""),
                reasons.get("en", ""),
                float(facts[BKG + "confidence"][0].value),
                claims=tuple(sorted(term.value for term in facts[BKG + "restsOn"])),
                sources=tuple(sorted(term.value for term in facts[t.SOURCE.value])),
            )
        )
    return sorted(found, key=lambda hop: (hop.earlier, hop.later, hop.relation))
