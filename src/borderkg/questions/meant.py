"""The names that a question is asked with: 黑龙江 is read as 黑龙江省, which is how the graph calls what is meant.

A question finds what it is about by its name as the graph writes it, and a name that is merely written otherwise would
find nothing and look like an answer. So whatever asks a question (Python, command line, address, page) has its names
read here: the exact name first, then the same name in another script, width or language, then an alias.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz, process

from borderkg.errors import UnknownNameError
from borderkg.graph.names_index import key
from borderkg.graph.store import GraphStore
from borderkg.questions.catalogue import Parameter, Question
from borderkg.questions.results import read

_RANKS: Final = ("skos:prefLabel|dcterms:title", "skos:altLabel|bkg:alias", "skos:hiddenLabel")
"""The kinds of names, those first that are meant before the others: a hidden one is an ordinary word, or another's too."""

_MOST: Final = 8
"""Names that an error lists."""


@dataclass
class _Bearers:
    """What bears names, of those things that a parameter may mean."""

    exact: list[set[str]] = field(default_factory=lambda: [set() for _ in _RANKS])
    """The Chinese names of each rank, as they are written."""
    called: list[dict[str, set[str]]] = field(default_factory=lambda: [{} for _ in _RANKS])
    """What the graph calls the things that bear a name, by the name as equal names have it; a mapping for each rank."""


class Meanings:
    """Reads the names that questions over one graph are asked with."""

    def __init__(self, graph: GraphStore) -> None:
        self._graph = graph
        self._bearers = lru_cache(maxsize=32)(self._read)  # the catalogue has a dozen kinds of things to ask about

    def values(self, question: Question, given: Mapping[str, str]) -> dict[str, str]:
        """What was given, each name as the graph writes it. Raises UnknownNameError for a name that nothing bears, or that
        several things bear; QuestionError where a parameter is unknown or of another type."""
        question.bindings(given)
        named = {
            p.name: p for p in question.parameters if p.type == "label" and given.get(p.name, p.default) != p.default
        }
        return {name: self._meant(named[name], text) if name in named else text for name, text in given.items()}

    def _meant(self, parameter: Parameter, text: str) -> str:
        bearers = self._bearers(parameter.of)
        ranks = len(_RANKS) - 1 if parameter.by_alias else 1  # what the question itself finds it by
        if any(text in names for names in bearers.exact[:ranks]):
            return text
        for called in bearers.called:
            if found := sorted(called.get(key(text), ())):
                if len(found) == 1:
                    return found[0]
                raise UnknownNameError(
                    f"{parameter.name}: {text} may be any of: {', '.join(found[:_MOST])}. Give one of these.",
                    f"{parameter.name}：{text} 可能指：{'、'.join(found[:_MOST])}。请给出其中之一。",
                )
        near = self._nearest(bearers, text)
        raise UnknownNameError(
            f"{parameter.name}: {text}: no such name in the graph. Nearest: {', '.join(near) or 'none'}.",
            f"{parameter.name}：图谱中没有 {text} 这个名称。最接近的：{'、'.join(near) or '无'}。",
        )

    @staticmethod
    def _nearest(bearers: _Bearers, text: str, limit: int = 5) -> list[str]:
        """What the graph calls those whose names hold the text, the shortest first (a title is rarely given whole), then
        those with names like it."""
        names, wanted = bearers.called[0], key(text)
        held = sorted((name for name in names if wanted and wanted in name), key=lambda name: (len(name), name))
        like = process.extract(wanted, sorted(names), scorer=fuzz.ratio, limit=limit, score_cutoff=40)
        found = (*held, *(name for name, _, _ in like))
        return list(dict.fromkeys(label for name in found for label in sorted(names[name])))[:limit]

    def _read(self, of: str) -> _Bearers:
        bearers = _Bearers()
        for rank, names in enumerate(_RANKS):
            rows = read(
                self._graph.query(
                    f"SELECT DISTINCT ?label ?name {{ ?x {names} ?name ; {_RANKS[0]} ?label {f'; {of}' if of else ''} "
                    'FILTER(LANG(?label) = "zh") }'
                )
            ).rows
            for label, name in rows:
                bearers.called[rank].setdefault(key(name.value), set()).add(label.value)
                if name.language in ("zh", ""):
                    bearers.exact[rank].add(name.value)
        return bearers
