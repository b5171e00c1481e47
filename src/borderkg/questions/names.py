"""Names to entities of the graph: exact labels first, else the nearest, which an error lists."""

from dataclasses import dataclass

import pyoxigraph as ox
from rapidfuzz import fuzz, process

from borderkg.corpus.normaliser import fold
from borderkg.errors import UnknownNameError
from borderkg.graph.store import GraphStore
from borderkg.questions.results import read
from borderkg.vocabulary import BKG

_LABELS = """
SELECT DISTINCT ?entity ?label ?preferred ?type WHERE {
  { ?entity skos:prefLabel ?label BIND(true AS ?preferred) } UNION { ?entity skos:altLabel ?label BIND(false AS ?preferred) }
  UNION { ?entity bkg:alias ?label BIND(false AS ?preferred) }
  ?entity a ?type .
  FILTER(STRSTARTS(STR(?type), STR(bkg:)))
}
"""


@dataclass(frozen=True, slots=True)
class Named:
    """An entity and one of its labels."""

    iri: str
    label: str
    preferred: bool
    type: str


class Names:
    """All labels of a graph."""

    def __init__(self, graph: GraphStore) -> None:
        rows = read(graph.query(_LABELS, default_graphs=[ox.DefaultGraph()])).rows
        self.all = sorted(
            (Named(e.value, label.value, p.value == "true", t.value.removeprefix(BKG)) for e, label, p, t in rows),
            key=lambda n: (n.iri, not n.preferred, n.label),
        )
        self._by_label: dict[str, list[Named]] = {}
        for named in self.all:
            self._by_label.setdefault(_key(named.label), []).append(named)

    def has(self, iri: str) -> bool:
        """Whether an IRI is that of a named entity."""
        return any(named.iri == iri for named in self.all)

    def find(self, name: str, types: frozenset[str] = frozenset()) -> list[Named]:
        """The entities that bear a name, those whose preferred label it is first; an IRI finds itself."""
        found = self._by_label.get(_key(name), [n for n in self.all if n.iri == name][:1])
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
            raise UnknownNameError(f"{name}: several things bear this name: {which}. Give the IRI of the one you mean.")
        near = ", ".join(self.nearest(name)) or "none"
        raise UnknownNameError(f"{name}: no such name in the graph. Nearest: {near}.")

    def nearest(self, name: str, limit: int = 5) -> list[str]:
        """Preferred labels like a name."""
        labels = sorted({n.label for n in self.all if n.preferred})
        scored = process.extract(name, labels, scorer=fuzz.ratio, limit=limit, score_cutoff=30)
        return [label for label, _, _ in scored]

    def search(self, text: str, limit: int = 30) -> list[Named]:
        """The entities whose labels hold a text, the closest first; one character is enough."""
        wanted = _key(text)
        if not wanted:
            return []
        scored: dict[str, tuple[tuple[int, int, int, str], Named]] = {}
        for named in self.all:
            key = _key(named.label)
            at = key.find(wanted)
            if at < 0:
                continue
            rank = (0 if key == wanted else 1 if at == 0 else 2, 0 if named.preferred else 1, len(key), named.iri)
            if named.iri not in scored or rank < scored[named.iri][0]:
                scored[named.iri] = (rank, named)
        return [named for _, named in sorted(scored.values(), key=lambda entry: entry[0])[:limit]]


def _key(name: str) -> str:
    return "".join(fold(name, traditional=True).split()).strip("《》").casefold()


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
