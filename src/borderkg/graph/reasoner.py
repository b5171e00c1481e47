"""The closure: what follows from the facts by the ontology (OWL 2 RL, property chains included).

`reasonable` does OWL RL but for property chains; each chain is one CONSTRUCT. What is inferred goes into a graph of its
own. Trivial triples (everything is a thing, everything equals itself) are left out.
"""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pyoxigraph as ox
import reasonable

from borderkg.graph import iris
from borderkg.graph import terms as t
from borderkg.graph.terms import Node
from borderkg.vocabulary import BKG, OWL, RDF

_FIRST, _REST, _NIL = Node(RDF + "first"), Node(RDF + "rest"), Node(RDF + "nil")


def closure(base: Iterable[ox.Triple]) -> list[ox.Triple]:
    """The triples in the ontology's own terms that follow from a base of facts and ontology, without the base."""
    known = _stored(base)
    given = set(known)  # as the store writes them: a number may stand otherwise in the base
    _saturate(known)
    return sorted((q.triple for q in known if q not in given and _worth_keeping(q.triple)), key=str)


def saturated(base: Iterable[ox.Triple]) -> ox.Store:
    """A base of facts and ontology with all that follows from it, trivial or not, about any thing."""
    known = _stored(base)
    _saturate(known)
    return known


def _stored(base: Iterable[ox.Triple]) -> ox.Store:
    store = ox.Store()
    _extend(store, base)
    return store


def _saturate(known: ox.Store) -> None:
    chains, reasoner = list(_chains(known)), reasonable.PyReasoner()
    new = [quad.triple for quad in known]
    while new:  # what a chain adds may make more follow by the other rules, which go to their end by themselves
        _extend(known, list(_owl_rl(reasoner, new)))
        new = _followed(chains, known)


def _extend(known: ox.Store, triples: Iterable[ox.Triple]) -> None:
    known.bulk_extend(ox.Quad(x.subject, x.predicate, x.object) for x in triples)


def _followed(chains: Sequence[str], known: ox.Store) -> list[ox.Triple]:
    """Follow chains, and what follows from their own results, to the end. What is new."""
    new: list[ox.Triple] = []
    size = -1
    while size != len(new):
        size = len(new)
        for chain in chains:
            found: Iterable[ox.Triple] = known.query(chain)  # type: ignore[assignment]
            more = [x for x in found if ox.Quad(x.subject, x.predicate, x.object) not in known]
            _extend(known, more)
            new += more
    return new


def _owl_rl(reasoner: reasonable.PyReasoner, new: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """What follows from what the reasoner was told before and now."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new.ttl"  # N-Triples are Turtle; the reasoner goes by the name
        ox.serialize(new, str(path), format=ox.RdfFormat.N_TRIPLES)
        reasoner.load_file(str(path))
    for subject, predicate, obj in reasoner.reason():
        if _own(str(predicate)):
            about, what = _term(subject), _term(obj)
            if isinstance(about, Node) and what is not None:
                yield ox.Triple(about, Node(str(predicate)), what)


def _term(term: object) -> Node | ox.Literal | None:
    """A term of the reasoner's (rdflib's classes) as the store's; None for a blank node, which has a new name each time."""
    kind = type(term).__name__
    if kind == "URIRef":
        return Node(str(term))
    if kind == "BNode":
        return None
    datatype = getattr(term, "datatype", None)
    language = getattr(term, "language", None)
    if language:
        return ox.Literal(str(term), language=language)
    return ox.Literal(str(term), datatype=Node(str(datatype))) if datatype else ox.Literal(str(term))


def _own(predicate: str) -> bool:
    return predicate.startswith(BKG) or predicate == t.TYPE.value


def _worth_keeping(triple: ox.Triple) -> bool:
    """In our own terms, and about individuals."""
    subject, predicate, obj = triple.subject, triple.predicate, triple.object
    if not isinstance(subject, Node) or subject.value.startswith(BKG) or not iris.is_own(subject.value):
        return False
    if predicate == t.TYPE:
        return isinstance(obj, Node) and obj.value.startswith(BKG)
    return subject != obj and predicate.value.startswith(BKG)


def _chains(known: ox.Store) -> Iterator[str]:
    """A CONSTRUCT for each owl:propertyChainAxiom."""
    for quad in known.quads_for_pattern(None, Node(OWL + "propertyChainAxiom"), None, None):
        links = list(members(known, quad.object))
        path = " ".join(f"?x{i} <{link.value}> ?x{i + 1} ." for i, link in enumerate(links))
        subject = quad.subject
        if isinstance(subject, Node):
            yield f"CONSTRUCT {{ ?x0 <{subject.value}> ?x{len(links)} }} WHERE {{ {path} }}"


def members(known: ox.Store, node: t.Term) -> Iterator[Node]:
    """The members of an RDF list that are named, in order."""
    while isinstance(node, (Node, ox.BlankNode)) and node != _NIL:
        first = next(known.quads_for_pattern(node, _FIRST, None, None)).object
        if isinstance(first, Node):
            yield first
        node = next(known.quads_for_pattern(node, _REST, None, None)).object
