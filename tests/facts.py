"""Small factories, so that tests read like facts: `claim("Policy:甲", "issuedBy", "Organization:乙")`."""

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from borderkg.claims.claim import Claim, Entity
from borderkg.claims.linker import new_iri
from borderkg.corpus.document import Bibliography, Document
from borderkg.extraction.statement import Mention, Statement
from borderkg.extraction.values import Time
from borderkg.graph import iris, versions
from borderkg.graph.store import GraphStore, LocalStore
from borderkg.graph.terms import DEFAULT
from borderkg.graph.versions import FORMAT, Version
from borderkg.graph.writer import Source
from borderkg.reference import Individual
from borderkg.vocabulary import ID, LITERAL_PREDICATES, PREFIXES

HASH = "ab" * 32
"""The SHA-256 of the text that made-up claims are read from."""

TURTLE_PREFIXES = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())


def entity(name: str, *, known: bool = False) -> Entity:
    """An entity from `Type:name`."""
    kind, _, label = name.partition(":")
    return Entity(new_iri(kind, label, HASH[:16]), kind, label, known)


def claim(subject: str, predicate: str, obj: str | float, at: tuple[int, int] = (0, 5), **fields: Any) -> Claim:
    """A claim; subject and object are `Type:name`, or the object is the literal that the predicate takes."""
    one = entity(subject)
    other = entity(obj) if isinstance(obj, str) and predicate not in LITERAL_PREDICATES else None
    source = fields.pop("source", "a.txt")
    return Claim(
        source=source,
        start=at[0],
        end=at[1],
        subject=one.name,
        subject_type=one.type,
        predicate=predicate,
        object=other.name if other else obj,
        object_type=other.type if other else LITERAL_PREDICATES[predicate],
        rule=fields.pop("rule", "made::a rule"),
        subject_entity=one,
        object_entity=other,
        **fields,
    )


def figure(place: str, indicator: str, value: float, unit: str = "亿元", time: str = "2020", **fields: Any) -> Claim:
    """An observation of a region."""
    return claim(f"Region:{place}", "observation", value, indicator=indicator, unit=unit, time=time, **fields)


def source(name: str = "a.txt", sha256: str = HASH, length: int = 1000) -> Source:
    """A source with an author and a year, so that nothing about it is to be warned of."""
    return Source(name, sha256, length, Bibliography(title="沿边开放", authors=("某人",), year=2020, read_from="made"))


SOURCES = {"a.txt": source()}
"""The one source of made-up claims."""


def document(text: str, name: str = "a.txt") -> Document:
    return Document(name, text, HASH, "utf-8", Bibliography(title="沿边开放", year=2020))


def individual(iri: str, label: str, **values: str) -> Individual:
    """A known individual; its IRI is `region/1`, its type is read from there."""
    kind = iri.split("/", maxsplit=1)[0].capitalize()
    return Individual(ID + iri, kind, label, "", (), (), {name: (value,) for name, value in values.items()})


def mention(name: str, *known: Individual, surface: tuple[str, ...] | None = None) -> Mention:
    """A mention from `Type:name`, which stands in the text as named unless `surface` says otherwise."""
    kind, _, text = name.partition(":")
    return Mention(kind, text, (text,) if surface is None else surface, known)


def statement(
    subject: Mention | str, predicate: str, obj: Mention | Time | Decimal | str, at: tuple[int, int], **fields: Any
) -> Statement:
    """A statement; a subject `Type:name` is a mention of that name."""
    subject = mention(subject) if isinstance(subject, str) else subject
    return Statement(subject, predicate, obj, at, "made::a rule", **fields)


def triples(turtle: str) -> list[ox.Triple]:
    """Triples from Turtle in which BorderKG's prefixes are declared; names without one lie below `id:`."""
    text = f"{TURTLE_PREFIXES}@prefix : <{ID}> .\n{turtle}"
    return [quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)]


def quads(turtle: str, graph: str = "") -> list[ox.Quad]:
    """The same as quads, in a named graph (`source/1`) or the default one."""
    home = ox.NamedNode(PREFIXES["graph"] + graph) if graph else DEFAULT
    return [ox.Quad(x.subject, x.predicate, x.object, home) for x in triples(turtle)]


def shown(found: Iterable[ox.Triple]) -> set[str]:
    """Triples as people write them: `:a bkg:follows :b`."""

    def short(term: object) -> str:
        value = str(getattr(term, "value", term))
        if value.startswith(ID):
            return ":" + value.removeprefix(ID)
        for prefix, namespace in PREFIXES.items():
            if value.startswith(namespace):
                return f"{prefix}:{value.removeprefix(namespace)}"
        return value

    return {" ".join(short(part) for part in (x.subject, x.predicate, x.object)) for x in found}


def published(root: Path, content: Iterable[ox.Quad], name: str = "v1", **manifest: Any) -> Version:
    """A store in `root` whose current version holds these quads."""
    about = {"format": FORMAT, "key": name, "summary": {"version": name, "documents": 0, "claims": {}, "triples": 0}}
    with versions.building(root):
        return versions.publish(root, name, content, {"claims.jsonl": "", "texts.json": "{}"}, {**about, **manifest})


def opened(root: Path, content: Iterable[ox.Quad]) -> GraphStore:
    """The same, opened."""
    return LocalStore(published(root, content))


def corpus(folder: Path, **texts: str) -> Path:
    """A folder of texts: `corpus(tmp_path / "texts", one="…")` holds `one.txt`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


DOCUMENT = iris.document(HASH)
