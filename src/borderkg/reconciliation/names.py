"""The names of a graph as they are compared: folded, in one list, so that a name is held against all of them at once."""

from typing import ClassVar, Final
from weakref import WeakKeyDictionary

from rapidfuzz import process
from rapidfuzz.distance import LCSseq

from borderkg.graph.names_index import key
from borderkg.graph.search import Index

_SHARED: Final = 0.6
"""Of the characters of a name that another has in the same order, for it to be looked at."""

_NEAR: Final = 400
"""Names that are looked at, the most alike first."""


class Names:
    """All names of a graph, in the order in which equal ones are shown."""

    _known: ClassVar[WeakKeyDictionary[Index, "Names"]] = WeakKeyDictionary()

    def __init__(self, index: Index) -> None:
        rows = index.in_order()
        self.iris = [iri for iri, _, _, _ in rows]
        self.labels = [label for _, label, _, _ in rows]
        self.preferred = [preferred for _, _, preferred, _ in rows]
        self.keys = [key(label) for label in self.labels]
        self.of: dict[str, list[int]] = {}
        """The numbers of an entity's names."""
        self._types = {iri: kind for iri, _, _, kind in rows}
        self.exact: dict[str, list[int]] = {}
        for number, (iri, wanted) in enumerate(zip(self.iris, self.keys, strict=True)):
            self.of.setdefault(iri, []).append(number)
            self.exact.setdefault(wanted, []).append(number)

    @classmethod
    def within(cls, index: Index) -> "Names":
        """The names of an index, read once for as long as it is open."""
        if index not in cls._known:
            cls._known[index] = cls(index)
        return cls._known[index]

    def type(self, iri: str) -> str:
        """The class of an entity by its local name."""
        return self._types[iri]

    def shown(self, iri: str) -> str:
        """The name to show: the preferred one in Chinese, else a preferred one, else any."""
        numbers = self.of[iri]
        return self.labels[min(numbers, key=lambda n: (not self.preferred[n], self.labels[n].isascii(), n))]

    def near(self, wanted: str) -> list[int]:
        """The names that have most characters of a key in its order, or that it has."""
        least = max(1, round(_SHARED * len(wanted)))
        found = process.extract(wanted, self.keys, scorer=LCSseq.similarity, score_cutoff=least, limit=_NEAR)
        return [number for _, _, number in found]
