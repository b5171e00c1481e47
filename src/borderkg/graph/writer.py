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
from borderkg.graph import described, iris, locator
from borderkg.graph import terms as t
from borderkg.graph.described import Description
from borderkg.graph.terms import DEFAULT, Graph, Node, Term, bkg
from borderkg.vocabulary import BKC, FACTUAL_MODALITIES, INFERRED

_NAMED_NODES: Final = {"cites": "Work", "dataSource": "Work", "author": "Author"}
"""Texts of the exchange format that are nodes of the graph, told by their name, and their classes."""

_CLASS_OF: Final = {"Concept": t.CONCEPT}


Cells = Mapping[tuple[int, int], locator.Cell]
"""The ranges of a text that are cells of a table file."""

NO_CELLS: Final[Cells] = {}


class Source:
    """A document as the graph names it: by the hash of its bytes."""

    def __init__(
        self, name: str, sha256: str, length: int, bibliography: Bibliography, cells: Cells = NO_CELLS
    ) -> None:
        self.cells = cells
        self.name = name
        self.sha256 = sha256
        self.length = length
        self.bibliography = bibliography
        self.node = Node(iris.document(sha256))
        self.graph = Node(iris.source_graph(sha256))


def document_quads(source: Source) -> Iterator[ox.Quad]:
    """A source's own description: title, authors, year, where it appeared, its hash and length."""
    about = source.bibliography
    title = about.shown_title() or source.name
    facts: list[tuple[Node, Term]] = [
        (t.TYPE, bkg("Document")),
        (t.TITLE, t.text(title, t.language_of(title))),
        (t.PREF_LABEL, t.text(title, t.language_of(title))),
        (bkg("fileName"), t.text(source.name)),
        (bkg("textHash"), t.text(source.sha256)),
        (bkg("textLength"), t.integer(source.length)),
        (bkg("citation"), t.text(about.citation() or source.name)),
    ]
    if about.title_en:
        facts.append((t.TITLE, t.text(about.shown_title("en"), "en")))
    if about.year:
        facts.append((bkg("published"), t.date(str(about.year))))
    if about.container:
        facts.append((bkg("container"), t.text(about.container)))
    if about.pages:
        facts.append((bkg("pages"), t.text(about.pages)))
    if about.is_demonstration:
        facts.append((bkg("isDemonstration"), t.boolean(True)))
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

    `rank` is None where it is normal. A deprecated claim warrants nothing, as one that is planned, proposed, denied or inferred.
    """
    factual = claim.modality in FACTUAL_MODALITIES and not (rank and rank.name == DEPRECATED)
    subject = entity_node(claim, source, "subject")
    predicate = bkg(claim.predicate)
    obj, about_it = _object(claim, source, subject)
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
    if claim.indicator:
        yield inside(bkg("namedAs"), t.text(claim.indicator))
    for kind, (start, end) in [
        ("evidence", (claim.start, claim.end)),
        *(("context", span) for span in claim.context),
        *(("furtherEvidence", span) for span in claim.also_at),
    ]:
        yield inside(bkg(kind), Node(iris.evidence(source.sha256, start, end)))
        yield from range_quads(source, start, end)
    # What the claim speaks of is described where it can be found without it: of facts, and of what was inferred of two things
    # that the text names, in the default graph; what is only planned, proposed, denied or deprecated in the source's own.
    home: Graph = DEFAULT if factual or claim.modality == INFERRED else graph
    for quad in _descriptions(claim, source, subject, obj):
        yield ox.Quad(quad[0], quad[1], quad[2], home)
    for about, name, value in about_it:
        yield ox.Quad(about, name, value, home)
    if factual:
        yield ox.Quad(subject, predicate, obj, DEFAULT)


def range_quads(source: Source, start: int, end: int) -> Iterator[ox.Quad]:
    """A range of a text as evidence, in the source's graph."""
    place = Node(iris.evidence(source.sha256, start, end))
    yield ox.Quad(place, t.TYPE, bkg("Evidence"), source.graph)
    yield ox.Quad(place, t.TYPE, t.RESOURCE, source.graph)
    yield ox.Quad(place, t.HAS_SOURCE, source.node, source.graph)
    yield from selector_quads(place, start, end, source.cells.get((start, end)), source.graph)


def selector_quads(place: Node, start: int, end: int, cell: locator.Cell | None, graph: Graph) -> Iterator[ox.Quad]:
    """Where in its source a thing stands: a text position selector, and where that is a cell of a table file, a fragment
    selector of row and column too (Web Annotation, section 4.2; RFC 7111, section 2.3)."""
    selector = Node(place.value + "-range")
    facts: list[tuple[Node, Node, Term]] = [
        (place, t.HAS_SELECTOR, selector),
        (selector, t.TYPE, t.POSITION),
        (selector, t.START, t.integer(start)),
        (selector, t.END, t.integer(end)),
    ]
    if cell:
        fragment = Node(place.value + "-cell")
        facts += [
            (place, t.HAS_SELECTOR, fragment),
            (fragment, t.TYPE, t.FRAGMENT),
            (fragment, t.CONFORMS_TO, t.CSV_FRAGMENTS),
            (fragment, t.VALUE, t.text(locator.fragment(cell))),
        ]
    for subject, predicate, value in facts:
        yield ox.Quad(subject, predicate, value, graph)


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
    obj, _ = _object(claim, source, entity_node(claim, source, "subject"))
    return obj.value if isinstance(obj, Node) else ""


def entity_node(claim: Claim, source: Source, side: str) -> Node:
    """The entity that is a claim's subject or object; the document itself is named by its text. Raises ValueError."""
    entity = claim.subject_entity if side == "subject" else claim.object_entity
    if entity is None:
        raise ValueError(f"{side} of {claim.predicate} is not linked")
    return source.node if entity.type == "Document" else Node(entity.iri)


def _descriptions(claim: Claim, source: Source, subject: Node, obj: Term) -> Iterator[Description]:
    """Type and label of the entities that a claim names (the reference data describes those it knows)."""
    for entity, node in ((claim.subject_entity, subject), (claim.object_entity, obj)):
        if entity is None or entity.type == "Document" or not isinstance(node, Node):
            continue
        yield node, t.TYPE, _CLASS_OF.get(entity.type, bkg(entity.type))
        if entity.type == "Policy":
            yield from described.policy_kind(node, entity.name)
        if not entity.known:
            yield node, t.PREF_LABEL, t.text(entity.name, t.language_of(entity.name))
            if entity.type != "Concept":
                yield node, bkg("isNew"), t.boolean(True)
            if entity.type == "Period":
                yield node, bkg("periodOf"), source.node


def _object(claim: Claim, source: Source, subject: Node) -> tuple[Term, list[Description]]:
    """The object of a claim as a term, and what describes it."""
    if claim.predicate == "observation":
        return described.observation(claim, subject)
    if claim.predicate == "estimate":
        return described.estimate(claim, source.sha256, source.node)
    if claim.predicate in ("identifiesProblem", "proposesMeasure"):
        return described.argument(claim, source.sha256)
    if claim.predicate == "variable":
        return described.variable(claim, source.sha256)
    if claim.predicate in _NAMED_NODES and claim.object_entity is None:
        kind = _NAMED_NODES[claim.predicate]
        node = Node(iris.named(kind, str(claim.object)))
        label = t.text(str(claim.object), t.language_of(str(claim.object)))
        return node, [(node, t.TYPE, bkg(kind)), (node, t.PREF_LABEL, label)]
    if claim.object_entity is not None:
        obj = entity_node(claim, source, "object")
        return obj, list(described.provisions(claim, subject, obj)) if claim.predicate == "provides" else []
    if claim.object_type == "Date":
        return t.date(str(claim.object)), []
    return t.text(str(claim.object)), []
