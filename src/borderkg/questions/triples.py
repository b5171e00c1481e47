"""From words to a triple of the graph: 满洲里口岸, locatedIn (or 位于), 满洲里市."""

from collections.abc import Iterable
from typing import Final

import pyoxigraph as ox

from borderkg import schema
from borderkg.errors import ProofError
from borderkg.graph import iris
from borderkg.graph import terms as t
from borderkg.graph.proofs import Triple
from borderkg.graph.store import GraphStore
from borderkg.graph.terms import DEFAULT, Node, bkg
from borderkg.questions.names import Names, label_of
from borderkg.vocabulary import BKG

_TYPE: Final = ("a", "type", "rdf:type", "类型", t.TYPE.value)
_SHOWN: Final = 8


def find(store: GraphStore, names: Names, subject: str, predicate: str, obj: str) -> Triple:
    """The triple of facts or closure that three words or IRIs mean: a name, a property (local name, label or IRI), a name
    or a value. Raises UnknownNameError or ProofError, which says what there is instead."""
    thing = Node(names.one(subject).iri)
    relation = _property(predicate)
    held = [q.object for graph in (DEFAULT, Node(iris.INFERRED)) for q in store.quads(thing, relation, None, graph)]
    meant = {named.iri for named in names.find(obj)} | {obj}
    fitting = [o for o in held if _value(o) in meant or (relation == t.TYPE and obj in _of_class(o))]
    if fitting:
        return thing, relation, fitting[0]
    there = list(dict.fromkeys(_shown(store, o) for o in held[:_SHOWN]))
    raise ProofError(
        f"{subject} {predicate} {obj}: the graph does not hold this triple. It holds: {', '.join(there) or 'nothing'}.",
        f"{subject} {predicate} {obj}：图谱中没有这个三元组。现有：{'、'.join(there) or '无'}。",
    )


def _property(word: str) -> Node:
    if word in _TYPE:
        return t.TYPE
    known = schema.load()
    local = word.removeprefix(BKG).removeprefix("bkg:")
    if local in known.properties:
        return bkg(local)
    labelled = [name for name in known.properties if local in known.labels.get(name, ())]
    if not labelled:
        some = _some(known.properties)
        raise ProofError(
            f"{word}: no such property; the ontology has, for example, {some}.",
            f"{word}：没有这个属性；本体有如 {some}。",
        )
    return bkg(labelled[0])


def _of_class(kind: t.Term) -> tuple[str, ...]:
    local = _value(kind).removeprefix(BKG)
    return local, f"bkg:{local}", *schema.load().labels.get(local, ())


def _some(properties: Iterable[str]) -> str:
    return ", ".join(name for name in ("locatedIn", "issuedBy", "dateEstablished", "counterpart") if name in properties)


def _value(term: t.Term) -> str:
    return term.value if isinstance(term, (Node, ox.Literal)) else ""


def _shown(store: GraphStore, term: t.Term) -> str:
    return label_of(store, term.value) if isinstance(term, Node) else _value(term)
