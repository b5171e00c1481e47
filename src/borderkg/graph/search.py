"""Search of names: from one character up, in either script, by aliases and by pinyin, ranked.

Hits come in steps, each in the order of the index: a preferred name before another, then what more is said of, then the
shorter name. The steps: the same name; it begins so; the text is a run of its words; it holds the text; its pinyin
begins so; its pinyin holds the text; its initials begin so; its initials hold the text.
"""

import re
import sqlite3
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice
from pathlib import Path
from sys import intern
from typing import Any, Final

from borderkg import pinyin
from borderkg.errors import StoreError
from borderkg.graph.names_index import FILE, folded, key

LONGEST: Final = 100
"""Characters of a text that is searched for; what is longer is cut."""

_Read = Callable[[str, str], Iterable[int]]
"""Gives the numbers that a query with one value finds."""

FACETS: Final = ("type", "period", "province", "country", "source")
_SCORES: Final = {
    "same": 1.0,
    "begins": 0.9,
    "words": 0.8,
    "holds": 0.7,
    "pinyin begins": 0.6,
    "pinyin": 0.5,
    "initials begin": 0.4,
    "initials": 0.3,
    "all": 0.0,
}
_LESS_FOR_ALIAS: Final = 0.05
_LETTERS: Final = re.compile(r"[a-z][a-z' ]*[a-z]")
_SYLLABLE: Final = re.compile("[b-df-hj-np-tw-z]{0,2}[aeiouv]{1,3}(?:ng?|r)?")
_LONGEST_WORD: Final = 8
_MOST_WAYS: Final = 8
"""Of cutting a text into syllables or words: xian is xian and xi an."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entity that a search found, by the name that fits best."""

    iri: str
    type: str
    name: str
    score: float
    """Between 0 and 1: how it was found, and a little less for an alias."""


@dataclass(frozen=True)
class Page:
    """A part of what a search found: the hits, of how many, and how many there are of each value of a facet."""

    hits: tuple[Hit, ...]
    total: int
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


class Index:
    """The index of one version, opened for reading. May be used from several threads."""

    def __init__(self, folder: Path) -> None:
        """Open the index in a version's folder. Raises StoreError where it is missing or damaged."""
        path = folder / FILE
        if not path.is_file():
            raise StoreError(f"{path}: missing; build the store anew.")
        try:
            self._file = sqlite3.connect(
                f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
            entities = self._rows("SELECT entity FROM name ORDER BY id")
            self._entity_of = array("I", (entity for (entity,) in entities))
        except sqlite3.Error as error:
            raise StoreError(f"{path}: damaged ({error}); build the store anew.") from error

    def all(self) -> list[tuple[str, str, bool, str]]:
        """IRI, label, whether it is preferred, and type, of every name, those of one entity together, preferred first."""
        rows = self._rows(
            "SELECT iri, label, preferred, type FROM name JOIN entity ON entity.id = entity "
            "ORDER BY iri, preferred DESC, label"
        )
        return [(iri, label, bool(preferred), kind) for iri, label, preferred, kind in rows]

    def in_order(self) -> list[tuple[str, str, bool, str]]:
        """IRI, label, whether it is preferred, and type, of every name, in the order in which equal hits are shown."""
        rows = self._rows(
            "SELECT iri, label, preferred, type FROM name JOIN entity ON entity.id = entity ORDER BY name.id"
        )
        return [(iri, label, bool(preferred), kind) for iri, label, preferred, kind in rows]

    def search(self, text: str, limit: int) -> list[Hit]:
        """The best hits for a text, at most `limit`; none for a text without letters."""
        return [self._hit(*found) for found in islice(self._ranked(self._steps(text, self._numbers)), limit)]

    def page(self, text: str, limit: int, offset: int = 0, chosen: Mapping[str, str] | None = None) -> Page:
        """A page of the hits with these values of facets, and the facets of them all. An empty text finds everything.

        A facet's counts are of the hits that fit what is chosen of the other facets, so that another value can be chosen.
        """
        chosen = chosen or {}
        found_by = self._steps(text, self._all) if text.strip() else [("all", range(len(self._entity_of)))]
        steps = [(step, list(names)) for step, names in found_by]
        names = chain.from_iterable(names for _, names in steps)
        found = list(dict.fromkeys(map(self._entity_of.__getitem__, names)))

        def fitting(but: str = "") -> list[int]:
            wanted = [(self._facets[kind], value) for kind, value in chosen.items() if kind != but]
            return [e for e in found if all(value in of[e] for of, value in wanted)] if wanted else found

        counts = {
            kind: Counter(chain.from_iterable(map(self._facets[kind].__getitem__, fitting(but=kind))))
            for kind in FACETS
        }
        those = fitting()
        shown = set(those[offset : offset + limit])
        hits = islice((hit for hit in self._ranked(steps) if hit[0] in shown), len(shown))
        return Page(tuple(self._hit(*hit) for hit in hits), len(those), counts)

    def starting(self, iri: str, limit: int) -> list[Hit]:
        """The entities whose IRI begins so, what more is said of first."""
        rows = self._rows(
            "SELECT entity.id, min(name.id) FROM entity JOIN name ON entity = entity.id WHERE iri >= ? AND iri < ? "
            "GROUP BY entity.id ORDER BY said DESC, iri LIMIT ?",
            (iri, iri + "\U0010ffff", limit),
        )
        return [self._hit(entity, name, "same") for entity, name in rows]

    def read_so(self, letters: str) -> Iterator[tuple[str, bool]]:
        """The entities with a name of which letters are the whole pinyin (True), or all the initials (False), by IRI."""
        letters = folded(letters[:LONGEST]).strip()
        if not _LETTERS.fullmatch(letters):
            return
        pieces = re.split("[' ]+", letters)
        for column, ways in (("syllables", self._cut_all(pieces)), ("initials", [list("".join(pieces))])):
            for way in ways:
                for number in self._matching(self._numbers, column, [way], first=True, whole=True):
                    named = "SELECT iri, label FROM name JOIN entity ON entity.id = entity WHERE name.id = ?"
                    ((iri, label),) = self._rows(named, (number,))
                    if len(pinyin.tokens(folded(label))) == len(way):
                        yield iri, column == "syllables"

    def _rows(self, query: str, values: tuple[object, ...] = ()) -> Iterator[tuple[Any, ...]]:
        return self._file.execute(query, values)

    def _hit(self, entity: int, name: int, step: str) -> Hit:
        ((iri, kind),) = self._rows("SELECT iri, type FROM entity WHERE id = ?", (entity,))
        ((label, preferred),) = self._rows("SELECT label, preferred FROM name WHERE id = ?", (name,))
        return Hit(iri, kind, label, round(_SCORES[step] - (0 if preferred else _LESS_FOR_ALIAS), 2))

    @cached_property
    def _facets(self) -> dict[str, list[tuple[str, ...]]]:
        """The values of each facet by the number of the entity."""
        same: dict[tuple[str, ...], tuple[str, ...]] = {}  # equal values are one object, which is counted faster
        types = [(intern(kind),) for (kind,) in self._rows("SELECT type FROM entity ORDER BY id")]
        values: dict[str, list[tuple[str, ...]]] = {kind: [()] * len(types) for kind in FACETS}
        values["type"] = [same.setdefault(one, one) for one in types]
        for entity, kind, value in self._rows("SELECT entity, kind, value FROM facet"):
            more = (*values[kind][entity], intern(value))
            values[kind][entity] = same.setdefault(more, more)
        return values

    def _ranked(self, steps: Iterable[tuple[str, Iterable[int]]]) -> Iterator[tuple[int, int, str]]:
        """Entity, name and step of every hit, the best first, each entity once."""
        seen: set[int] = set()
        for step, names in steps:
            for name in names:
                entity = self._entity_of[name]
                if entity not in seen:
                    seen.add(entity)
                    yield entity, name, step

    def _steps(self, text: str, read: _Read) -> Iterator[tuple[str, Iterable[int]]]:
        """The names that each step finds, each step in the order of the index."""
        text = text[:LONGEST]
        yield "same", read("SELECT id AS n FROM name WHERE key = ? ORDER BY id", key(text))
        named = "SELECT min(name.id) AS n FROM name JOIN entity ON entity.id = entity WHERE iri = ? HAVING count(*)"
        yield "same", read(named, text.strip())
        wanted = pinyin.tokens(folded(text))
        if not wanted:
            return
        yield "begins", self._matching(read, "characters", [wanted], first=True)
        yield "words", self._matching(read, "words", self._cut("".join(wanted), "words"), whole=True)
        yield "holds", self._matching(read, "characters", [wanted])
        letters = folded(text).strip()
        if not _LETTERS.fullmatch(letters):
            return
        pieces = re.split("[' ]+", letters)
        syllables = self._cut_all(pieces)
        yield "pinyin begins", self._matching(read, "syllables", syllables, first=True)
        yield "pinyin", self._matching(read, "syllables", syllables)
        initials = [list("".join(pieces))]
        yield "initials begin", self._matching(read, "initials", initials, first=True, whole=True)
        yield "initials", self._matching(read, "initials", initials, whole=True)

    def _matching(
        self, read: _Read, column: str, phrases: list[list[str]], *, first: bool = False, whole: bool = False
    ) -> Iterable[int]:
        """The names in whose column one of the phrases stands, or with which it begins.

        The last word of a phrase may go on, but for Han characters, and where `whole` says that it may not.
        """
        said = []
        for phrase in phrases:
            more = "" if whole or ord(phrase[-1][-1]) > 0x2E80 else " *"
            said.append(f'{"^ " if first else ""}"{" ".join(phrase)}"{more}')
        if not said:
            return ()
        return read("SELECT rowid AS n FROM text WHERE text MATCH ?", f"{column} : ({' OR '.join(said)})")

    def _numbers(self, query: str, value: str) -> Iterator[int]:
        """The numbers that a query finds, one by one: whoever wants the first need not wait for all."""
        return chain.from_iterable(self._rows(query, (value,)))

    def _all(self, query: str, value: str) -> list[int]:
        """The same at once, as one text, which SQLite gives three times as fast as row by row; in the order of the index."""
        ((said,),) = self._rows(f"SELECT group_concat(n) FROM ({query})", (value,))  # noqa: S608 # a query of our own
        return sorted(map(int, said.split(","))) if said else []

    def _cut_all(self, pieces: list[str]) -> list[list[str]]:
        """The ways to read pieces of letters as syllables, of which the last may be unfinished."""
        ways: list[list[str]] = [[]]
        for number, piece in enumerate(pieces):
            more = self._cut(piece, "syllables", unfinished=number == len(pieces) - 1)
            ways = [[*before, *after] for before in ways for after in more][:_MOST_WAYS]
        return [way for way in ways if way]

    def _cut(self, text: str, column: str, *, unfinished: bool = False) -> list[list[str]]:
        """The likeliest ways to cut a text into words that the index has in a column: few words; in pinyin, syllables before
        foreign words, and none but the first with a vowel before, as its spelling asks for (henan is he nan, not hen an)."""
        ways: list[list[list[str]]] = [[[]], *([] for _ in text)]
        for end in range(1, len(text) + 1):
            found = [
                [*before, text[start:end]]
                for start in range(max(0, end - _LONGEST_WORD), end)
                if ways[start] and self._known(text[start:end], column, unfinished and end == len(text))
                for before in ways[start]
            ]
            ways[end] = sorted(found, key=_unlikely)[:_MOST_WAYS]
        return ways[-1]

    def _known(self, word: str, column: str, unfinished: bool) -> bool:
        last = word + "\U0010ffff" if unfinished else word
        rows = self._rows("SELECT 1 FROM piece WHERE kind = ? AND piece BETWEEN ? AND ? LIMIT 1", (column, word, last))
        return next(rows, None) is not None


def _unlikely(way: list[str]) -> tuple[int, int, int]:
    words = sum(_SYLLABLE.fullmatch(word) is None for word in way)
    return words, sum(word[0] in "aeo" for word in way[1:]), len(way)
