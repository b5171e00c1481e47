"""Queries that the engine would answer otherwise than the standard says: what they mean, and that others stay as they are."""

from typing import Any

import pyoxigraph as ox
import pytest

from borderkg.graph import store
from borderkg.graph.departures import mended
from borderkg.questions import catalogue
from borderkg.vocabulary import GRAPH, ID
from tests.facts import quads

A, B = f"<{GRAPH}source/a>", f"<{GRAPH}source/b>"


@pytest.fixture(scope="module")
def engine() -> ox.Store:
    """A fact, and two graphs: one with one value, one with two, one of them the same."""
    made = ox.Store()
    made.extend(quads(":x bkg:locatedIn :y ."))
    made.extend(quads(":s bkg:value 1 .", "source/a"))
    made.extend(quads(":s bkg:value 1 , 2 .", "source/b"))
    return made


def rows(engine: ox.Store, query: str) -> list[tuple[str, ...]]:
    answer: Any = store.ask(engine, query)
    return sorted(tuple("" if term is None else str(term) for term in row) for row in answer)


def integer(value: int) -> str:
    return f'"{value}"^^<http://www.w3.org/2001/XMLSchema#integer>'


def test_a_sub_query_within_graph(engine: ox.Store) -> None:
    """It is asked of each graph by itself, though it does not name the graph."""
    counted = "SELECT ?g ?n { GRAPH ?g { SELECT (COUNT(*) AS ?n) { ?s bkg:value ?v } } }"
    assert rows(engine, counted) == [(A, integer(1)), (B, integer(2))]


def test_minus_within_graph(engine: ox.Store) -> None:
    """The graph's variable is none that the two sides share."""
    assert len(rows(engine, "SELECT ?v { GRAPH ?g { ?s bkg:value ?v MINUS { ?t bkg:value ?w } } }")) == 3
    assert rows(engine, "SELECT ?v { GRAPH ?g { ?s bkg:value ?v MINUS { ?s bkg:value 1 } } }") == []


def test_the_variable_within_its_graph(engine: ox.Store) -> None:
    """A value for it inside must be the graph's name."""
    query = f"SELECT ?g ?v {{ GRAPH ?g {{ ?s bkg:value ?v VALUES ?g {{ {A} UNDEF }} }} }}"
    assert rows(engine, query) == [(A, integer(1)), (A, integer(1)), (B, integer(1)), (B, integer(2))]


def test_graph_without_graphs() -> None:
    """A store without named graphs has no answer there."""
    assert rows(ox.Store(), "SELECT ?g ?n { GRAPH ?g { SELECT (COUNT(*) AS ?n) {} } }") == []


def test_a_path_of_no_length(engine: ox.Store) -> None:
    """A term that is in no triple is at the end of a path of no length from itself, and of no other."""
    assert rows(engine, "SELECT ?s { ?s bkg:locatedIn* id:nobody }") == [(f"<{ID}nobody>",)]
    assert rows(engine, "SELECT ?o { id:nobody bkg:locatedIn? ?o }") == [(f"<{ID}nobody>",)]
    assert rows(engine, "SELECT ?o { id:nobody bkg:locatedIn+ ?o }") == []
    assert rows(engine, "SELECT ?s { ?s bkg:locatedIn* id:y }") == [(f"<{ID}x>",), (f"<{ID}y>",)]


def test_group_concat_has_no_language(engine: ox.Store) -> None:
    """It is a simple literal, whatever its parts are; within other functions too."""
    values = 'VALUES ?o { "甲"@zh "乙"@zh }'
    for expression in ('GROUP_CONCAT(?o; separator=")")', 'group_concat (DISTINCT ?o ; SEPARATOR="(")'):
        ((found,),) = rows(engine, f"SELECT ({expression} AS ?x) {{ {values} }}")
        assert "@" not in found
    ((length,),) = rows(engine, f"SELECT (STRLEN(GROUP_CONCAT(?o)) AS ?n) {{ {values} }}")
    assert length == integer(3)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?o { GRAPH ?g { ?s bkg:value ?o } } # GRAPH ?g { SELECT MINUS }",
        "ASK { GRAPH <urn:minus> { SELECT * { ?s ?p ?o } } }",
        "ASK { ?s ?p 'GROUP_CONCAT(1)' }",
        "ASK { ?s ?p '''?s a* id:nobody .''' }",
        "ASK { GRAPH ?g { ?s bkg:locatedIn* id:nobody } }",
        "ASK { GRAPH ?g { ?s ?p ?g2 FILTER(?g2 = ?s) } }",
        *(question.query for question in catalogue.load().values() if "GROUP_CONCAT" not in question.query.upper()),
    ],
)
def test_other_queries_stay_as_they_are(query: str) -> None:
    """Not a character is touched of a query without these shapes, of a string or of a comment."""
    assert mended(query, lambda: ["urn:a"], lambda prologue, term: True) == query
