"""The index of names, written beside the graph when a version is published, and never again.

One SQLite file: the entities, their names in the order in which equal hits are shown, and an FTS5 table that holds each
name four times: by character, by word, by syllable and by initial. A search from one character up is then a phrase.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from borderkg import pinyin
from borderkg.corpus.normaliser import fold
from borderkg.errors import StoreError
from borderkg.graph.iris import INFERRED, REFERENCE
from borderkg.vocabulary import BKC, BKG, RDF, SKOS

FILE: Final = "names.sqlite"
_SCHEMA: Final = """
CREATE TABLE entity (id INTEGER PRIMARY KEY, iri TEXT UNIQUE, type TEXT, said INTEGER);
CREATE TABLE facet (entity INTEGER, kind TEXT, value TEXT);
CREATE TABLE name (id INTEGER PRIMARY KEY, entity INTEGER, label TEXT, key TEXT, preferred INTEGER);
CREATE VIRTUAL TABLE text USING fts5(
  characters, words, syllables, initials, content='', columnsize=0, tokenize='unicode61 remove_diacritics 2'
);
CREATE TABLE piece (kind TEXT, piece TEXT, PRIMARY KEY (kind, piece)) WITHOUT ROWID;
"""
_PREFERRED: Final = ox.NamedNode(SKOS + "prefLabel")
_LABELS: Final = (
    _PREFERRED,
    *(ox.NamedNode(iri) for iri in (SKOS + "altLabel", SKOS + "hiddenLabel", BKG + "alias")),
)
_TYPE: Final = ox.NamedNode(RDF + "type")
_PROVINCE: Final = ox.NamedNode(BKC + "admin-level-province")
_RELATED: Final = {
    "province": ("locatedIn", "appliesTo", "concerns"),
    "country": ("locatedIn", "appliesTo", "borders", "facesTerritory", "tradesWith", "party", "crosses"),
    "period": ("inPeriod",),
}
"""The relations by which a thing belongs to a province, country or period; each of these belongs to itself."""
_BELONGING: Final = frozenset(name for names in _RELATED.values() for name in names)
PREDICATES: Final = frozenset(
    (_TYPE.value, *(label.value for label in _LABELS)),
).union(BKG + name for name in ("statedIn", "claimSubject", "claimObject", "adminLevel", *_BELONGING))
"""What of a graph the index is written from: the triples with these."""

_HELD: Final = (ox.DefaultGraph(), ox.NamedNode(INFERRED), ox.NamedNode(REFERENCE))


def key(name: str) -> str:
    """A name as equal names have it: folded, simplified, without blanks, title marks and capitals."""
    return "".join(folded(name).split()).strip("《》")


def folded(name: str) -> str:
    """A name in simplified characters of one width and case, with its blanks."""
    return fold(name, traditional=True).casefold()


@dataclass
class _Entity:
    iri: str
    type: str
    names: dict[str, bool] = field(default_factory=dict)
    """Label to whether it is a preferred one."""
    said: int = 0
    """How many claims have it as subject or object."""
    facets: set[tuple[str, str]] = field(default_factory=set)


def write(store: ox.Store, path: Path) -> None:
    """Write the index of a graph to a new file. Raises StoreError where SQLite cannot do it."""
    entities = sorted(_entities(store).values(), key=lambda e: e.iri)
    names = sorted(
        (not preferred, -entity.said, len(label), entity.iri, label, number)
        for number, entity in enumerate(entities)
        for label, preferred in entity.names.items()
    )
    connection = sqlite3.connect(path)
    try:
        with connection:
            connection.executescript(_SCHEMA)
            connection.executemany(
                "INSERT INTO entity VALUES (?, ?, ?, ?)", ((n, e.iri, e.type, e.said) for n, e in enumerate(entities))
            )
            connection.executemany(
                "INSERT INTO facet VALUES (?, ?, ?)",
                ((n, *f) for n, e in enumerate(entities) for f in sorted(e.facets)),
            )
            connection.executemany(
                "INSERT INTO name VALUES (?, ?, ?, ?, ?)",
                ((k, n, label, key(label), not second) for k, (second, _, _, _, label, n) in enumerate(names)),
            )
            written = [_written(label) for _, _, _, _, label, _ in names]
            connection.executemany(
                "INSERT INTO text (rowid, characters, words, syllables, initials) VALUES (?, ?, ?, ?, ?)",
                ((k, *columns) for k, columns in enumerate(written)),
            )
            connection.executemany("INSERT INTO piece VALUES (?, ?)", _pieces(written))
            connection.execute("CREATE INDEX name_key ON name (key)")
            connection.execute("CREATE INDEX name_entity ON name (entity)")
            connection.execute("CREATE INDEX facet_entity ON facet (entity)")
            connection.execute("INSERT INTO text (text) VALUES ('optimize')")
    except sqlite3.Error as error:
        raise StoreError(
            f"{path}: the index of names cannot be written ({error}); SQLite with FTS5 is needed."
        ) from error
    finally:
        connection.close()


def _written(label: str) -> tuple[str, str, str, str]:
    text = folded(label)
    read = pinyin.syllables(text)
    initials = (letter for syllable in read for letter in (syllable if syllable.isdigit() else syllable[:1]))
    return " ".join(pinyin.tokens(text)), " ".join(pinyin.words(text)), " ".join(read), " ".join(initials)


def _pieces(written: list[tuple[str, str, str, str]]) -> list[tuple[str, str]]:
    """The words and syllables that there are, by which a text that is searched for is cut."""
    pieces = {("words", word) for _, words, _, _ in written for word in words.split()}
    return sorted(pieces | {("syllables", read) for _, _, syllables, _ in written for read in syllables.split()})


def _entities(store: ox.Store) -> dict[str, _Entity]:
    """What has a class of ours among the facts, and a name in any graph."""
    entities: dict[str, _Entity] = {}
    for quad in store.quads_for_pattern(None, _TYPE, None, ox.DefaultGraph()):
        subject, kind = quad.subject, quad.object
        if isinstance(subject, ox.NamedNode) and isinstance(kind, ox.NamedNode) and kind.value.startswith(BKG):
            entity = entities.setdefault(subject.value, _Entity(subject.value, "~"))
            entity.type = min(entity.type, kind.value.removeprefix(BKG))
    for predicate in _LABELS:
        for iri, label in _pairs(store, predicate):
            if iri in entities and isinstance(label, ox.Literal):
                entities[iri].names.setdefault(label.value, predicate == _PREFERRED)
    _count(store, entities)
    _relate(store, entities)
    return {iri: entity for iri, entity in entities.items() if entity.names}


def _relate(store: ox.Store, entities: dict[str, _Entity]) -> None:
    """The provinces, countries and periods of each entity."""
    level = store.quads_for_pattern(None, ox.NamedNode(BKG + "adminLevel"), _PROVINCE, ox.DefaultGraph())
    values = {
        "province": {quad.subject.value for quad in level if isinstance(quad.subject, ox.NamedNode)},
        "country": {iri for iri, entity in entities.items() if entity.type == "Country"},
        "period": {iri for iri, entity in entities.items() if entity.type == "Period"},
    }
    for kind, predicates in _RELATED.items():
        for iri in values[kind] & entities.keys():
            entities[iri].facets.add((kind, iri))
        for predicate in predicates:
            for iri, other in _pairs(store, ox.NamedNode(BKG + predicate), _HELD):
                if iri in entities and isinstance(other, ox.NamedNode) and other.value in values[kind]:
                    entities[iri].facets.add((kind, other.value))


def _count(store: ox.Store, entities: dict[str, _Entity]) -> None:
    sources: defaultdict[str, set[str]] = defaultdict(set)
    for claim, source in _pairs(store, ox.NamedNode(BKG + "statedIn")):
        if isinstance(source, ox.NamedNode):
            sources[claim].add(source.value)
    for role in ("claimSubject", "claimObject"):
        for claim, thing in _pairs(store, ox.NamedNode(BKG + role)):
            if isinstance(thing, ox.NamedNode) and thing.value in entities:
                entities[thing.value].said += 1
                entities[thing.value].facets |= {("source", source) for source in sources[claim]}


def _pairs(
    store: ox.Store, predicate: ox.NamedNode, graphs: tuple[ox.NamedNode | ox.DefaultGraph | None, ...] = (None,)
) -> Iterator[tuple[str, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]]:
    """Subject and object of every quad with a predicate; in any graph, or in these."""
    for graph in graphs:
        for quad in store.quads_for_pattern(None, predicate, None, graph):
            if isinstance(quad.subject, ox.NamedNode):
                yield quad.subject.value, quad.object
