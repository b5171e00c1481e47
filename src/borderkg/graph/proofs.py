"""Why a triple holds: the rule and axiom that give it and the triples that it follows from, down to what is stated.

The rules are those of OWL 2 RL that the ontology uses (W3C, OWL 2 Profiles, section 4.3); each is read backwards. A leaf is
a triple that texts state, with their claims, or that the reference data holds.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pyoxigraph as ox

from borderkg.errors import ProofError
from borderkg.graph import iris
from borderkg.graph import terms as t
from borderkg.graph.reasoner import members
from borderkg.graph.store import GraphStore
from borderkg.graph.terms import DEFAULT, Node, bkg
from borderkg.vocabulary import OWL, RDFS

Triple = tuple[Node, Node, t.Term]

_ONTOLOGY: Final = Node(iris.ONTOLOGY)
_INFERRED: Final = Node(iris.INFERRED)
_REFERENCE: Final = Node(iris.REFERENCE)
_SUBCLASS, _SUBPROPERTY = Node(RDFS + "subClassOf"), Node(RDFS + "subPropertyOf")
_DOMAIN, _RANGE = Node(RDFS + "domain"), Node(RDFS + "range")
_INVERSE, _CHAIN = Node(OWL + "inverseOf"), Node(OWL + "propertyChainAxiom")
_SYMMETRIC, _TRANSITIVE = Node(OWL + "SymmetricProperty"), Node(OWL + "TransitiveProperty")

_SUBJECT, _PREDICATE = bkg("claimSubject"), bkg("claimPredicate")
_OBJECT, _VALUE = bkg("claimObject"), bkg("claimValue")

_DEEPEST: Final = 12
"""Steps on the longest way of a proof; those of our ontology take four at most."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A triple with the reason why it holds."""

    triple: Triple
    rule: str
    """Of OWL 2 RL (`prp-inv`); or `stated` by texts, or `named` so by them, or `reference`, or `asserted`: in the graph
    without these."""
    axiom: str = ""
    """The axiom that the rule uses, in words of the ontology."""
    premises: tuple["Proof", ...] = ()
    claims: tuple[str, ...] = ()
    """IRIs of the claims that state the triple."""

    @property
    def leaves(self) -> tuple["Proof", ...]:
        """What the proof rests on, from left to right."""
        return tuple(leaf for premise in self.premises for leaf in premise.leaves) if self.premises else (self,)

    def as_dict(self) -> dict[str, Any]:
        """As JSON: terms as IRIs or the text of literals."""
        subject, predicate, obj = (getattr(term, "value", str(term)) for term in self.triple)
        return {
            "subject": subject,
            "predicate": predicate,
            "object": obj,
            "rule": self.rule,
            "axiom": self.axiom,
            "claims": list(self.claims),
            "premises": [premise.as_dict() for premise in self.premises],
        }


def prove(store: GraphStore, triple: Triple) -> Proof:
    """The shortest proof of a triple of the graph. Raises ProofError where neither facts nor closure hold it."""
    prover = _Prover(store)
    if not prover.holds(triple):
        raise ProofError(
            "the graph does not hold this triple: nobody states it, and it does not follow.",
            "图谱中没有这个三元组：无人陈述，也推不出来。",
        )
    for depth in range(_DEEPEST):
        proof = prover.proof(triple, frozenset(), depth)
        if proof:
            return proof
    raise ProofError(
        f"no proof of at most {_DEEPEST} steps was found; it was inferred under another ontology.",
        f"{_DEEPEST} 步之内找不到证明；它是依另一版本体推出的。",
    )


class _Prover:
    def __init__(self, store: GraphStore) -> None:
        self._store = store

    def holds(self, triple: Triple) -> bool:
        return any(self._in(triple, graph) for graph in (DEFAULT, _INFERRED))

    def proof(self, triple: Triple, above: frozenset[Triple], depth: int) -> Proof | None:
        """A proof of at most so many steps that uses none of the triples that it is to prove."""
        if self._in(triple, DEFAULT):
            return self._leaf(triple)
        if depth == 0 or triple in above or not self.holds(triple):
            return None
        for rule, axiom, premises in self._ways(triple):
            found: list[Proof] = []
            for premise in premises:
                below = self.proof(premise, above | {triple}, depth - 1)
                if below is None:
                    break
                found.append(below)
            if len(found) == len(premises):
                return Proof(triple, rule, axiom, tuple(found))
        return None

    def _leaf(self, triple: Triple) -> Proof:
        stated = self._claims(triple)
        if stated:
            return Proof(triple, "stated", claims=stated)
        if self._in(triple, _REFERENCE):
            return Proof(triple, "reference")
        naming = self._naming(triple[0]) if triple[1] == t.TYPE else ()
        return Proof(triple, "named" if naming else "asserted", claims=naming)

    def _claims(self, triple: Triple) -> tuple[str, ...]:
        """The claims that state a triple."""
        subject, predicate, obj = triple
        sides = [
            self._by(_SUBJECT, subject),
            self._by(_PREDICATE, predicate),
            self._by(_OBJECT, obj) | self._by(_VALUE, obj),
        ]
        return tuple(sorted(set.intersection(*sides))) if all(sides) else ()

    def _naming(self, thing: Node) -> tuple[str, ...]:
        """The claims that speak of a thing, and so tell what it is."""
        return tuple(sorted(self._by(_SUBJECT, thing) | self._by(_OBJECT, thing)))

    def _by(self, side: Node, term: t.Term) -> set[str]:
        if isinstance(term, (ox.BlankNode, ox.Triple)):
            return set()
        return {q.subject.value for q in self._store.quads(None, side, term) if isinstance(q.subject, Node)}

    # The rules, read backwards: what would give the triple

    def _ways(self, triple: Triple) -> Iterator[tuple[str, str, tuple[Triple, ...]]]:
        subject, predicate, obj = triple
        if predicate == t.TYPE:
            if isinstance(obj, Node):
                yield from self._of_type(subject, obj)
            return
        for narrow in self._subjects(_SUBPROPERTY, predicate):
            yield "prp-spo1", f"{_short(narrow)} is a {_short(predicate)}", ((subject, narrow, obj),)
        if not isinstance(obj, Node):
            return
        turned = (*self._subjects(_INVERSE, predicate), *self._objects(predicate, _INVERSE))
        for other in dict.fromkeys(turned):
            yield "prp-inv", f"{_short(predicate)} is the inverse of {_short(other)}", ((obj, other, subject),)
        if self._axiom(predicate, t.TYPE, _SYMMETRIC):
            yield "prp-symp", f"{_short(predicate)} is symmetric", ((obj, predicate, subject),)
        if self._axiom(predicate, t.TYPE, _TRANSITIVE):
            for way in self._paths(subject, (predicate, predicate), obj):
                yield "prp-trp", f"{_short(predicate)} is transitive", way
        for head in self._objects(predicate, _CHAIN):
            links = tuple(members(self._store.engine, head))
            said = f"{' then '.join(_short(link) for link in links)} is {_short(predicate)}"
            for way in self._paths(subject, links, obj):
                yield "prp-spo2", said, way

    def _of_type(self, subject: Node, kind: Node) -> Iterator[tuple[str, str, tuple[Triple, ...]]]:
        for narrow in self._subjects(_SUBCLASS, kind):
            yield "cax-sco", f"every {_short(narrow)} is a {_short(kind)}", ((subject, t.TYPE, narrow),)
        for relation in self._subjects(_DOMAIN, kind):
            for found in self._known(subject, relation, None):
                yield "prp-dom", f"what has {_short(relation)} is a {_short(kind)}", (found,)
        for relation in self._subjects(_RANGE, kind):
            for found in self._known(None, relation, subject):
                yield "prp-rng", f"{_short(relation)} leads to a {_short(kind)}", (found,)

    def _paths(self, start: Node, links: tuple[Node, ...], end: Node) -> Iterator[tuple[Triple, ...]]:
        """The ways along a chain of relations."""
        if len(links) == 1:
            if self.holds((start, links[0], end)):
                yield ((start, links[0], end),)
            return
        for first in self._known(start, links[0], None):
            if isinstance(first[2], Node):
                for rest in self._paths(first[2], links[1:], end):
                    yield (first, *rest)

    # Looking up

    def _in(self, triple: Triple, graph: Node | ox.DefaultGraph) -> bool:
        subject, predicate, obj = triple
        if isinstance(obj, (ox.BlankNode, ox.Triple)):
            return False
        return next(self._store.quads(subject, predicate, obj, graph), None) is not None

    def _known(self, subject: Node | None, predicate: Node, obj: Node | None) -> Iterator[Triple]:
        """The triples of facts and closure that fit, stated ones first."""
        for graph in (DEFAULT, _INFERRED):
            for quad in self._store.quads(subject, predicate, obj, graph):
                if isinstance(quad.subject, Node):
                    yield quad.subject, quad.predicate, quad.object

    def _axiom(self, subject: Node, predicate: Node, obj: Node) -> bool:
        return next(self._store.quads(subject, predicate, obj, _ONTOLOGY), None) is not None

    def _subjects(self, predicate: Node, obj: Node) -> list[Node]:
        return [q.subject for q in self._store.quads(None, predicate, obj, _ONTOLOGY) if isinstance(q.subject, Node)]

    def _objects(self, subject: Node, predicate: Node) -> list[Node]:
        return [q.object for q in self._store.quads(subject, predicate, None, _ONTOLOGY) if isinstance(q.object, Node)]


def _short(term: Node) -> str:
    return term.value.rsplit("/", 1)[-1].rsplit("#", 1)[-1]
