"""Names to entities of the graph: the one that bears a name, else the nearest, which an error lists."""

from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox
from rapidfuzz import fuzz, process

from borderkg import pinyin
from borderkg.errors import UnknownNameError
from borderkg.graph.names_index import key
from borderkg.graph.search import LONGEST, Hit
from borderkg.graph.store import GraphStore
from borderkg.questions.results import read

_LIKE_ENOUGH: Final = 45
"""Of 100, by the characters that two names share in order: one wrong of three, in a name of five, is just enough."""

_LOOKED_AT: Final = 50


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
        self._index = graph.index
        self.all = [Named(*entry) for entry in self._index.all()]
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
        """The names that are like this one."""
        return list(dict.fromkeys(named.label for named in self.like(name, limit)))

    def like(self, name: str, limit: int = 5) -> list[Named]:
        """The entities with a name like this one, by the name that is likest: first what sounds the same (a slip of the input
        method: 满州里 for 满洲里), then what has most of its characters, in either script."""
        wanted = key(name[:LONGEST])
        found = {hit.iri: self._in_chinese(hit) for hit in self._sounding(wanted, limit)}
        scored = process.extract(
            wanted, list(self._by_label), scorer=fuzz.ratio, limit=_LOOKED_AT, score_cutoff=_LIKE_ENOUGH
        )
        for label, _, _ in scored:
            for named in sorted(self._by_label[label], key=lambda n: not n.preferred):
                found.setdefault(named.iri, named)
        return list(found.values())[:limit]

    def _in_chinese(self, hit: Hit) -> Named:
        """What was found by its sound: a Chinese name, though pinyin finds English ones too."""
        first = next((n for n in self.all if n.iri == hit.iri and n.preferred and not n.label.isascii()), None)
        return first if first and hit.name.isascii() else Named(hit.iri, hit.name, True, hit.type)

    def _sounding(self, wanted: str, limit: int) -> list[Hit]:
        """What the pinyin of a Chinese name finds."""
        read = pinyin.syllables(wanted) if wanted and not wanted.isascii() else []
        return self._index.search(" ".join(read), limit) if len(read) > 1 else []


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
