"""Names to entities of the graph: the one that bears a name, else the nearest, which an error lists."""

from dataclasses import dataclass

import pyoxigraph as ox
from rapidfuzz import fuzz, process

from borderkg.errors import UnknownNameError
from borderkg.graph.names_index import key
from borderkg.graph.store import GraphStore
from borderkg.questions.results import read


@dataclass(frozen=True, slots=True)
class Named:
    """An entity and one of its labels."""

    iri: str
    label: str
    preferred: bool
    type: str


class Names:
    """All labels of a graph, from the index of its version."""

    def __init__(self, graph: GraphStore) -> None:
        self.all = [Named(*entry) for entry in graph.index.all()]
        self._by_label: dict[str, list[Named]] = {}
        for named in self.all:
            self._by_label.setdefault(key(named.label), []).append(named)

    def has(self, iri: str) -> bool:
        """Whether an IRI is that of a named entity."""
        return any(named.iri == iri for named in self.all)

    def find(self, name: str, types: frozenset[str] = frozenset()) -> list[Named]:
        """The entities that bear a name, those whose preferred label it is first; an IRI finds itself."""
        found = self._by_label.get(key(name), [n for n in self.all if n.iri == name][:1])
        wanted = [n for n in found if not types or n.type in types]
        distinct = {n.iri: n for n in sorted(wanted, key=lambda n: not n.preferred)}
        return list(distinct.values())

    def one(self, name: str, types: frozenset[str] = frozenset()) -> Named:
        """The entity that bears a name. Raises UnknownNameError with the nearest names, or with those it may mean."""
        found = self.find(name, types)
        preferred = [n for n in found if n.preferred]
        if len(found) == 1 or len(preferred) == 1:
            return preferred[0] if preferred else found[0]
        if found:
            which = "; ".join(f"{n.label} ({n.type}) <{n.iri}>" for n in found[:8])
            raise UnknownNameError(
                f"{name}: several things bear this name: {which}. Give the IRI of the one you mean.",
                f"{name}：不止一个事物有此名称：{which}。请给出所指者的 IRI。",
            )
        near = self.nearest(name)
        raise UnknownNameError(
            f"{name}: no such name in the graph. Nearest: {', '.join(near) or 'none'}.",
            f"{name}：图谱中没有这个名称。最接近的：{'、'.join(near) or '无'}。",
        )

    def nearest(self, name: str, limit: int = 5) -> list[str]:
        """Preferred labels like a name."""
        labels = sorted({n.label for n in self.all if n.preferred})
        scored = process.extract(name, labels, scorer=fuzz.ratio, limit=limit, score_cutoff=30)
        return [label for label, _, _ in scored]


def label_of(graph: GraphStore, iri: str, language: str = "zh") -> str:
    """The label to show for an IRI: in the language, else any, else the IRI shortened."""
    from borderkg.questions.results import shorten

    rows = read(
        graph.query(
            "SELECT ?label WHERE { { ?x skos:prefLabel ?label } UNION { ?x rdfs:label ?label } }",
            bindings={"x": ox.NamedNode(iri)},
        )
    ).rows
    labels = sorted((label for (label,) in rows), key=lambda term: (term.language != language, term.value))
    return labels[0].value if labels else shorten(iri)
