"""Queries are read as another reader reads them, and their parts stand where they are said to stand."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from borderkg import resources
from borderkg.sparql.reader import read
from borderkg.sparql.syntax import Element, Query, Statement, Term, Triple, UnreadableError
from borderkg.vocabulary import BKG, PREFIXES, RDF
from tests.conftest import SHARED

DECLARED = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
STANDARD = sorted((SHARED / "standards" / "sparql11").glob("*/*.rq"))
_LISTS = {RDF + "first", RDF + "rest"}


def triples(query: Query) -> list[Triple]:
    """Every triple of a query's pattern."""
    parts = [part for group in query.groups() for part in group.parts if isinstance(part, Statement)]
    return [triple for part in parts for triple in (*part.triples, *part.nested)]


def ends(query: Query) -> Counter[tuple[str, str]]:
    """Subject and object of every triple as both readers can show them."""

    def shown(term: Term) -> str:
        return {"variable": f"?{term.value}", "iri": f"<{term.value}>"}.get(term.kind, "_")

    return Counter((shown(t.subject), shown(t.object)) for t in triples(query))


def ends_as_rdflib_reads(text: str) -> Counter[tuple[str, str]]:
    """The same by rdflib's parser; the triples that a collection stands for are left out."""
    prologue, query = parseQuery(DECLARED + text)
    prefixes = {p.get("prefix", ""): str(p.iri) for p in prologue if p.name == "PrefixDecl"}
    base = next((str(p.iri) for p in prologue if p.name == "Base"), "")

    def shown(term: Any) -> str:
        if isinstance(term, rdflib.Variable):
            return f"?{term}"
        if isinstance(term, rdflib.URIRef):
            return f"<{term}>" if ":" in term else f"<{base}{term}>"
        if isinstance(term, CompValue) and term.name == "pname":
            return f"<{prefixes[term.prefix or '']}{term.localname or ''}>"
        return "_"

    def found(part: Any) -> Iterator[tuple[str, str]]:
        if isinstance(part, CompValue):
            for key, value in part.items():
                if part.name == "TriplesBlock" and key == "triples":
                    flat = [term for triple in value for term in triple]
                    for s, p, o in zip(flat[::3], flat[1::3], flat[2::3], strict=True):
                        if str(p) not in _LISTS:
                            yield shown(s), shown(o)
                elif key not in ("template",):
                    yield from found(value)
        elif isinstance(part, (list, tuple)) or type(part).__name__ in ("ParseResults", "plist"):
            for item in part:
                yield from found(item)

    return Counter(found(query))


def is_query(path: Path) -> bool:
    """Whether the engine takes it."""
    try:
        ox.Store().query(path.read_text("utf-8"), base_iri="http://example.org/")
    except SyntaxError:
        return False
    except (ValueError, RuntimeError):
        return True
    return True


@pytest.mark.shared
def test_the_standards_queries_are_read_as_rdflib_reads_them() -> None:
    """Each query of the SPARQL 1.1 suite that engine and rdflib take has the same subjects and objects."""
    compared, different = 0, []
    for path in STANDARD:
        text = path.read_text("utf-8")
        if not is_query(path):
            continue
        try:
            expected = ends_as_rdflib_reads(text)
        except Exception:  # noqa: BLE001, S112 - what rdflib cannot read is no measure
            continue
        compared += 1
        try:
            mine = ends(read(text))
        except UnreadableError as error:
            different.append((path, str(error)))
            continue
        if mine != expected:
            different.append((path, str((mine - expected, expected - mine))))
    assert compared > 200
    assert not different


@pytest.mark.parametrize("path", sorted((resources.queries()).glob("*/*.rq")), ids=lambda p: p.stem)
def test_our_own_queries_are_read(path: Path) -> None:
    """Each query of ours has the triples that rdflib finds."""
    text = path.read_text("utf-8")
    assert ends(read(text)) == ends_as_rdflib_reads(text)


def test_parts_stand_where_they_are_said_to_stand() -> None:
    """The text of a part is that of the query between its offsets; strings and comments hold no patterns."""
    text = 'SELECT * { # ?c bkg:x ?d .\n ?a bkg:follows+ "?e bkg:y ?f" ; a bkg:Port . OPTIONAL { ?a bkg:alias ?n } }'
    query = read(text)
    (first, second) = query.group.parts if query.group else ()
    assert isinstance(first, Statement) and isinstance(second, Element)
    assert query.shown(first) == '?a bkg:follows+ "?e bkg:y ?f" ; a bkg:Port'
    assert query.shown(second) == "OPTIONAL { ?a bkg:alias ?n }"
    assert [query.shown(t.path) for t in first.triples] == ["bkg:follows+", "a"]
    assert [t.path.endless for t in first.triples] == [True, False]
    assert [t.object.value for t in first.triples] == ["?e bkg:y ?f", BKG + "Port"]
    assert query.place(first.start) == (2, 2)


def test_runs_are_parted_by_all_but_filters() -> None:
    """A filter does not part a basic pattern; OPTIONAL, BIND and braces do."""
    query = read(
        "SELECT ?a { ?a a ?b FILTER(?b != ?c) ?a ?p ?d . OPTIONAL { ?a ?q ?e } ?a ?r ?f BIND(1 AS ?g) ?a ?s ?h }"
    )
    assert query.group
    assert [len(run) for run in query.group.runs()] == [2, 1, 1]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "SELECT",
        "SELECT * {",
        "SELECT * { ?a ?b }",
        "SELECT * { FILTER(?a<?b&&(?c>?d)) }",
        "ASK { ` }",
        "DELETE { }",
    ],
)
def test_what_cannot_be_read_is_said(text: str) -> None:
    """With the place; a comparison that may be an IRI is not guessed at."""
    with pytest.raises(UnreadableError) as error:
        read(text)
    assert 0 <= error.value.offset <= len(text)
