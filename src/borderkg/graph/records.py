"""Quarantine and provenance as quads."""

from collections.abc import Iterable, Iterator, Sequence

import pyoxigraph as ox

from borderkg.claims import confidence
from borderkg.claims.unclaimed import Held
from borderkg.graph import iris
from borderkg.graph import terms as t
from borderkg.graph.terms import Node, bkg
from borderkg.graph.writer import Source, selector_quads
from borderkg.vocabulary import BASE, DCTERMS, PROV, RDFS


def quarantine_quads(entries: Sequence[Held], sources: dict[str, Source]) -> Iterator[ox.Quad]:
    """What was held back, with its reason and where it stands. Its wording stays in the text."""
    graph = Node(iris.QUARANTINE)
    for entry in entries:
        source = sources[entry.source]
        key = (source.sha256, entry.start, entry.end, entry.predicate, entry.subject, entry.object, entry.rule)
        node = Node(f"{BASE}id/quarantined/{iris.digest(*key)}")
        yield ox.Quad(node, t.TYPE, bkg("Quarantined"), graph)
        yield ox.Quad(node, bkg("statedIn"), source.node, graph)
        yield ox.Quad(node, bkg("claimPredicate"), bkg(entry.predicate), graph)
        yield ox.Quad(node, bkg("readBy"), Node(iris.rule(entry.rule)), graph)
        yield ox.Quad(node, bkg("reason"), t.text(entry.reason, "en"), graph)
        if entry.reason_zh:
            yield ox.Quad(node, bkg("reason"), t.text(entry.reason_zh, "zh"), graph)
        yield from selector_quads(node, entry.start, entry.end, entry.cell, graph)


def build_quads(key: str, version: str, sources: Iterable[Source]) -> Iterator[ox.Quad]:
    """The build as an activity: what it used and which version of the program. No clock: the same input, the same graph."""
    graph = Node(iris.PROVENANCE)
    node = Node(iris.build(key))
    yield ox.Quad(node, t.TYPE, t.ACTIVITY, graph)
    yield ox.Quad(node, Node(DCTERMS + "identifier"), t.text(key), graph)
    program = Node(f"{BASE}id/software/borderkg-{version}")
    yield ox.Quad(node, Node(PROV + "wasAssociatedWith"), program, graph)
    yield ox.Quad(program, t.TYPE, Node(PROV + "SoftwareAgent"), graph)
    yield ox.Quad(program, t.LABEL, t.text(f"BorderKG {version}", "en"), graph)
    for source in sources:
        yield ox.Quad(node, t.USED, source.node, graph)
        yield ox.Quad(source.graph, t.GENERATED_BY, node, graph)


def rule_quads(rules: Iterable[tuple[str, str]], within: str = iris.PROVENANCE) -> Iterator[ox.Quad]:
    """The rules that read claims, with their names and notes, and how well each reads, where that was measured."""
    graph = Node(within)
    scores = confidence.load()
    for rule_id, note in rules:
        node = Node(iris.rule(rule_id))
        yield ox.Quad(node, t.TYPE, bkg("Rule"), graph)
        yield ox.Quad(node, t.LABEL, t.text(rule_id.replace("::", ": "), "en"), graph)
        if note:
            yield ox.Quad(node, Node(RDFS + "comment"), t.text(note, t.language_of(note)), graph)
        if rule_id in scores:
            score = scores[rule_id]
            yield ox.Quad(node, bkg("claimsChecked"), t.integer(score.checked), graph)
            yield ox.Quad(node, bkg("claimsRight"), t.integer(score.right), graph)
            yield ox.Quad(node, bkg("confidence"), t.decimal(score.confidence), graph)
