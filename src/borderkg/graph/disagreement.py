"""Findings, the rankings that they propose, and which sources are not independent, as quads.

They stand in the default graph for readers, and once more in a graph of their own for those who want them alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import pyoxigraph as ox

from borderkg.claims.conflicts.independence import Dependence
from borderkg.claims.finding import Finding
from borderkg.claims.ranking import Proposal, RankingRule
from borderkg.graph import iris
from borderkg.graph import terms as t
from borderkg.graph.terms import DEFAULT, Node, Term, bkg
from borderkg.graph.writer import Source, claim_iri
from borderkg.vocabulary import BKC, RDFS

_COMMENT: Final = Node(RDFS + "comment")
_HOMES: Final = (Node(iris.CONFLICTS), DEFAULT)

Fact = tuple[Node, Node, Term]


def quads(
    findings: Sequence[Finding],
    proposed: Sequence[Proposal | None],
    tied: Iterable[Dependence],
    sources: Mapping[str, Source],
) -> Iterator[ox.Quad]:
    """The findings with what is proposed for each, and the dependences between the sources."""
    for finding, proposal in zip(findings, proposed, strict=True):
        yield from _at_home(_finding(finding, proposal, sources))
    for dependence in tied:
        yield from _at_home(_dependence(dependence, sources))


def _at_home(facts: Iterable[Fact]) -> Iterator[ox.Quad]:
    for fact in facts:
        for home in _HOMES:
            yield ox.Quad(*fact, home)


def _finding(finding: Finding, proposal: Proposal | None, sources: Mapping[str, Source]) -> Iterator[Fact]:
    """A note only looks like a conflict, and is of another class."""
    involved = sorted({claim_iri(claim, sources[claim.source]) for claim in finding.claims})
    node = Node(iris.conflict(finding.check, finding.kind, finding.computation, *involved))
    yield node, t.TYPE, bkg("Resemblance" if finding.severity == "note" else "Conflict")
    yield node, bkg("conflictKind"), Node(f"{BKC}conflict-kind-{finding.kind}")
    yield node, bkg("severity"), Node(f"{BKC}severity-{finding.severity}")
    yield node, bkg("foundBy"), t.text(finding.check)
    yield node, _COMMENT, t.text(finding.reason, "en")
    yield node, _COMMENT, t.text(finding.reason_zh, "zh")
    if finding.computation:
        yield node, bkg("computation"), t.text(finding.computation)
    for claim in involved:
        yield node, bkg("involves"), Node(claim)
    if proposal:
        yield node, bkg("rankedBy"), Node(iris.ranking_rule(proposal.rule.id))
        for name, claims in (("prefers", proposal.preferred), ("deprecates", proposal.deprecated)):
            for ranked in claims:
                yield node, bkg(name), Node(claim_iri(ranked, sources[ranked.source]))


def _dependence(dependence: Dependence, sources: Mapping[str, Source]) -> Iterator[Fact]:
    one, other = sources[dependence.one].node, sources[dependence.other].node
    node = Node(iris.dependence(*sorted((one.value, other.value))))
    yield one, bkg("notIndependentOf"), other
    yield other, bkg("notIndependentOf"), one
    yield node, t.TYPE, bkg("Dependence")
    yield node, _COMMENT, t.text(dependence.reason, "en")
    yield node, _COMMENT, t.text(dependence.reason_zh, "zh")
    for document in (one, other):
        yield node, bkg("dependenceOf"), document


def rule_quads(rules: Iterable[RankingRule]) -> Iterator[ox.Quad]:
    """The declared rules of ranking, with their reasons."""
    graph = Node(iris.PROVENANCE)
    for rule in rules:
        node = Node(iris.ranking_rule(rule.id))
        yield ox.Quad(node, t.TYPE, bkg("RankingRule"), graph)
        yield ox.Quad(node, t.LABEL, t.text(rule.id.replace("-", " "), "en"), graph)
        yield ox.Quad(node, _COMMENT, t.text(rule.reason, "en"), graph)
        yield ox.Quad(node, _COMMENT, t.text(rule.reason_zh, "zh"), graph)
