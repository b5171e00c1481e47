"""Claims to quads, by the dataset contract (docs/model.md).

One claim graph a source; direct triples for readers in the default graph where a claim of a factual modality says so;
figures as observations; arguments without their wording, which stays in the text. No blank nodes, no clock.
"""

from collections.abc import Iterator, Mapping
from typing import Final

import pyoxigraph as ox

from borderkg.claims.claim import Claim
from borderkg.claims.ranking import DEPRECATED, Rank
from borderkg.corpus.document import Bibliography
from borderkg.graph import iris
from borderkg.graph import terms as t
from borderkg.graph.terms import DEFAULT, Graph, Node, Term, bkg
from borderkg.graph.themes import theme_of
from borderkg.vocabulary import BKC, FACTUAL_MODALITIES

_NAMED_NODES: Final = {"cites": "Work", "dataSource": "Work", "author": "Author", "variable": "Indicator"}
"""Texts of the exchange format that are nodes of the graph, told by their name, and their classes."""

_CLASS_OF: Final = {"Concept": t.CONCEPT}


class Source:
    """A document as the graph names it: by the hash of its bytes."""

    def __init__(self, name: str, sha256: str, length: int, bibliography: Bibliography) -> None:
        self.name = name
        self.sha256 = sha256
        self.length = length
        self.bibliography = bibliography
        self.node = Node(iris.document(sha256))
        self.graph = Node(iris.source_graph(sha256))


def document_quads(source: Source) -> Iterator[ox.Quad]:
    """A source's own description: title, authors, year, where it appeared, its hash and length."""
    about = source.bibliography
    facts: list[tuple[Node, Term]] = [
        (t.TYPE, bkg("Document")),
        (t.TITLE, t.text(about.title or source.name, t.language_of(about.title or source.name))),
        (t.PREF_LABEL, t.text(about.title or source.name, t.language_of(about.title or source.name))),
        (bkg("fileName"), t.text(source.name)),
        (bkg("textHash"), t.text(source.sha256)),
        (bkg("textLength"), t.integer(source.length)),
        (bkg("citation"), t.text(about.citation() or source.name)),
    ]
    if about.title_en:
        facts.append((t.TITLE, t.text(about.title_en, "en")))
    if about.year:
        facts.append((bkg("published"), t.date(str(about.year))))
    if about.container:
        facts.append((bkg("container"), t.text(about.container)))
    if about.pages:
        facts.append((bkg("pages"), t.text(about.pages)))
    if about.licence:
        facts.append((t.LICENCE, t.text(about.licence)))
    for name in about.authors:
        author = Node(iris.named("Author", name))
        facts.append((bkg("author"), author))
        yield ox.Quad(author, t.TYPE, bkg("Author"), DEFAULT)
        yield ox.Quad(author, t.PREF_LABEL, t.text(name, t.language_of(name)), DEFAULT)
    for predicate, value in facts:
        yield ox.Quad(source.node, predicate, value, DEFAULT)


def claim_quads(claim: Claim, source: Source, rank: Rank | None = None) -> Iterator[ox.Quad]:
    """A claim node with its evidence in the source's graph, and the direct triples that it warrants.

    `rank` is None where it is normal. A deprecated claim warrants nothing, as one that is planned, proposed or denied.
    """
    factual = claim.modality in FACTUAL_MODALITIES and not (rank and rank.name == DEPRECATED)
    subject = _entity(claim, source, "subject")
    predicate = bkg(claim.predicate)
    obj, described = _object(claim, source, subject)
    node = Node(claim_iri(claim, source))
    graph = source.graph

    def inside(predicate: Node, value: Term, at: Node = node) -> ox.Quad:
        return ox.Quad(at, predicate, value, graph)

    yield inside(t.TYPE, bkg("Claim"))
    yield inside(bkg("claimSubject"), subject)
    yield inside(bkg("claimPredicate"), predicate)
    yield inside(bkg("claimValue") if isinstance(obj, ox.Literal) else bkg("claimObject"), obj)
    yield inside(bkg("statedIn"), source.node)
    yield inside(bkg("readBy"), Node(iris.rule(claim.rule)))
    yield inside(bkg("modality"), Node(BKC + "modality-" + (claim.modality or "asserted")))
    yield inside(bkg("rank"), Node(f"{BKC}rank-{rank.name if rank else 'normal'}"))
    if rank:
        yield inside(bkg("rankReason"), t.text(rank.rule.reason, "en"))
        yield inside(bkg("rankReason"), t.text(rank.rule.reason_zh, "zh"))
        yield inside(bkg("rankedBy"), Node(iris.ranking_rule(rank.rule.id)))
    if claim.attribution:
        yield inside(bkg("attribution"), t.text(claim.attribution))
    if claim.predicate == "variable" and claim.qualifiers.get("role"):
        yield inside(bkg("variableRole"), t.text(str(claim.qualifiers["role"])))
    for kind, (start, end) in [
        ("evidence", (claim.start, claim.end)),
        *(("context", span) for span in claim.context),
        *(("furtherEvidence", span) for span in claim.also_at),
    ]:
        place = Node(iris.evidence(source.sha256, start, end))
        selector = Node(place.value + "-range")
        yield inside(bkg(kind), place)
        yield inside(t.TYPE, bkg("Evidence"), place)
        yield inside(t.TYPE, t.RESOURCE, place)
        yield inside(t.HAS_SOURCE, source.node, place)
        yield inside(t.HAS_SELECTOR, selector, place)
        yield inside(t.TYPE, t.POSITION, selector)
        yield inside(t.START, t.integer(start), selector)
        yield inside(t.END, t.integer(end), selector)
    # What the claim speaks of is described where it can be found without it: facts in the default graph, what is only
    # planned, proposed, denied or deprecated in the source's own.
    home: Graph = DEFAULT if factual else graph
    for quad in _descriptions(claim, source, subject, obj):
        yield ox.Quad(quad[0], quad[1], quad[2], home)
    for about, name, value in described:
        yield ox.Quad(about, name, value, home)
    if factual:
        yield ox.Quad(subject, predicate, obj, DEFAULT)


def claim_iri(claim: Claim, source: Source) -> str:
    subject = claim.subject_entity.iri if claim.subject_entity else claim.subject
    target = claim.object_entity.iri if claim.object_entity else claim.object
    if claim.predicate in ("identifiesProblem", "proposesMeasure"):
        target = claim.start
    extra = [claim.indicator, claim.time, claim.unit, claim.modality]
    extra += [str(claim.qualifiers.get(k, "")) for k in ("table", "term", "sample", "dependent", "low", "high")]
    return iris.claim(source.sha256, subject, claim.predicate, target, *extra)


def object_iri(claim: Claim, source: Source) -> str:
    """The IRI of the node that a claim states of its subject, or nothing for a literal."""
    obj, _ = _object(claim, source, _entity(claim, source, "subject"))
    return obj.value if isinstance(obj, Node) else ""


def _entity(claim: Claim, source: Source, side: str) -> Node:
    entity = claim.subject_entity if side == "subject" else claim.object_entity
    if entity is None:
        raise ValueError(f"{side} of {claim.predicate} is not linked")
    return source.node if entity.type == "Document" else Node(entity.iri)


Description = tuple[Node, Node, Term]


def _descriptions(claim: Claim, source: Source, subject: Node, obj: Term) -> Iterator[Description]:
    """Type and label of the entities that a claim names (the reference data describes those it knows)."""
    for entity, node in ((claim.subject_entity, subject), (claim.object_entity, obj)):
        if entity is None or entity.type == "Document" or not isinstance(node, Node):
            continue
        yield node, t.TYPE, _CLASS_OF.get(entity.type, bkg(entity.type))
        if not entity.known:
            yield node, t.PREF_LABEL, t.text(entity.name, t.language_of(entity.name))
            if entity.type != "Concept":
                yield node, bkg("isNew"), t.boolean(True)
            if entity.type == "Period":
                yield node, bkg("periodOf"), source.node


def _object(claim: Claim, source: Source, subject: Node) -> tuple[Term, list[Description]]:
    """The object of a claim as a term, and what describes it."""
    if claim.predicate == "observation":
        return _observation(claim, subject)
    if claim.predicate == "estimate":
        return _estimate(claim, source)
    if claim.predicate in ("identifiesProblem", "proposesMeasure"):
        node = Node(iris.argument(source.sha256, claim.start, claim.end))
        kind = "Problem" if claim.predicate == "identifiesProblem" else "Measure"
        theme = claim.qualifiers.get("theme") or theme_of(str(claim.object))
        described: list[Description] = [(node, t.TYPE, bkg(kind))]
        if theme:
            described.append((node, bkg("theme"), Node(theme)))
        return node, described
    if claim.predicate in _NAMED_NODES and claim.object_entity is None:
        kind = _NAMED_NODES[claim.predicate]
        node = Node(
            iris.indicator(str(claim.object), "") if kind == "Indicator" else iris.named(kind, str(claim.object))
        )
        label = t.text(str(claim.object), t.language_of(str(claim.object)))
        return node, [(node, t.TYPE, bkg(kind)), (node, t.PREF_LABEL, label)]
    if claim.object_entity is not None:
        return _entity(claim, source, "object"), []
    if claim.object_type == "Date":
        return t.date(str(claim.object)), []
    return t.text(str(claim.object)), []


def _observation(claim: Claim, subject: Node) -> tuple[Node, list[Description]]:
    q: Mapping[str, object] = claim.qualifiers
    bounds = [q.get("low"), q.get("high"), q.get("comparator")]
    node = Node(
        iris.observation(
            subject.value, claim.indicator, claim.unit, claim.time, t.decimal(_number(claim.object)).value, *bounds
        )
    )
    indicator = Node(iris.indicator(claim.indicator, claim.unit))
    described: list[Description] = [
        (node, t.TYPE, bkg("Observation")),
        (node, t.TYPE, t.OBSERVATION),
        (node, bkg("area"), subject),
        (node, bkg("indicator"), indicator),
        (node, bkg("value"), t.decimal(_number(claim.object))),
        (indicator, t.TYPE, bkg("Indicator")),
        (indicator, t.PREF_LABEL, t.text(claim.indicator, t.language_of(claim.indicator))),
    ]
    if claim.unit:
        described.append((node, bkg("unit"), t.text(claim.unit)))
        described.append((indicator, bkg("indicatorUnit"), t.text(claim.unit)))
    if claim.time:
        described.append((node, bkg("refTime"), t.text(claim.time)))
    for name in ("low", "high"):
        if q.get(name) is not None:
            described.append((node, bkg(name), t.decimal(_number(q[name]))))
    if q.get("comparator"):
        described.append((node, bkg("comparator"), t.text(str(q["comparator"]))))
    if q.get("table"):
        described.append((node, bkg("tableNumber"), t.text(str(q["table"]))))
    return node, described


def _estimate(claim: Claim, source: Source) -> tuple[Node, list[Description]]:
    q = claim.qualifiers
    key = [q.get(name, "") for name in ("table", "dependent", "term", "sample")]
    node = Node(iris.estimate(source.sha256, *key, t.decimal(_number(claim.object)).value))
    described: list[Description] = [
        (node, t.TYPE, bkg("Estimate")),
        (node, bkg("coefficient"), t.decimal(_number(claim.object))),
    ]
    for name, term in (("term", "term"), ("dependent", "dependent"), ("sample", "sample"), ("table", "tableNumber")):
        if q.get(name):
            described.append((node, bkg(term), t.text(str(q[name]))))
    if q.get("stdError") is not None:
        described.append((node, bkg("stdError"), t.decimal(_number(q["stdError"]))))
    if q.get("significance"):
        described.append((node, bkg("significance"), t.text(str(q["significance"]))))
    return node, described


def _number(value: object) -> float | int:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"{value!r} is no number")
    return value
