"""The index of names, written beside the graph when a version is published, and never again.

One SQLite file: the entities, their names in the order in which equal hits are shown, and an FTS5 table that holds each
name four times: by character, by word, by syllable and by initial. A search from one character up is then a phrase.
"""

import sqlite3
from pathlib import Path
from typing import Final

from borderkg import pinyin
from borderkg.corpus.normaliser import fold
from borderkg.errors import StoreError
from borderkg.graph.named import Named

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


def key(name: str) -> str:
    """A name as equal names have it: folded, simplified, without blanks, title marks and capitals."""
    return "".join(folded(name).split()).strip("《》")


def folded(name: str) -> str:
    """A name in simplified characters of one width and case, with its blanks."""
    return fold(name, traditional=True).casefold()


def write(named: Named, path: Path) -> None:
    """Write the index of what has passed to a new file. Raises StoreError where SQLite cannot do it."""
    entities = named.entities()
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
