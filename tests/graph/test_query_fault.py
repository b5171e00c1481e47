"""What is said of a query that cannot be read: where, what, and what was meant, in English and Chinese."""

import pyoxigraph as ox
import pytest

from borderkg.errors import FederationError, MalformedQueryError
from borderkg.graph import store


def fault(query: str) -> MalformedQueryError:
    """The fault of a query."""
    with pytest.raises(MalformedQueryError) as raised:
        store.ask(ox.Store(), query)
    return raised.value


@pytest.mark.parametrize(
    ("query", "suggestion"),
    [
        ("SELECT ?x { ?x bgk:locatedIn ?y }", "bkg:locatedIn"),  # a prefix
        ("SELECT ?x { ?x sko:prefLabel ?y }", "skos:prefLabel"),
        ("SELECT ?x { ?x borderkg:Port ?y }", "bkg:Port"),
        ("SELECT ?x { ?x a Port }", "bkg:Port"),  # a class
        ("SELECT ?x { ?x a Prot }", "bkg:Port"),
        ("SELECT ?x { ?x locatedIn ?y }", "bkg:locatedIn"),  # a property
        ("SELECT ?x { ?x counterprt ?y }", "bkg:counterpart"),
        ("SELCT ?x { ?x a bkg:Port }", "SELECT"),  # a keyword
        ("SELECT ?x WHER { ?x a bkg:Port }", "WHERE"),
        ("SELECT ?x { ?x a bkg:Port . FITLER(?x = 1) }", "FILTER"),
        ("SELECT ?x { ?x a bkg:Port } ODER BY ?x", "ORDER"),
        ("SELECT ?x { ?x a bkg:Port } LIMT 3", "LIMIT"),
        ("SELECT ?x { ?x bkg:borders id:country/RU }", r"id:country\/RU"),  # as an answer shows it
        ("SELECT ?x { id:port/xx bkg:borders ?x . }", r"id:port\/xx"),
        ("SELECT ?x { ?x bkg:borders id:country/RU. ?x a Prot }", r"id:country\/RU"),
        ("SELECT ?x { ?x qqqq:zzzz ?y }", ""),  # nothing is near
        ("ASK { ?s ?p ?o", ""),
        ("ASK { ?s ?p 'locatdIn }", ""),
        ("", ""),
    ],
)
def test_what_was_meant(query: str, suggestion: str) -> None:
    """The nearest prefix, class, property or keyword; nothing where nothing is near."""
    found = fault(query)
    assert found.suggestion == suggestion
    assert (f"Did you mean {suggestion}?" in str(found)) == bool(suggestion)
    assert (f"是否想写 {suggestion}？" in found.zh) == bool(suggestion)


def test_a_declared_prefix_is_not_doubted() -> None:
    """The fault behind it is another."""
    assert fault("PREFIX bgk: <urn:x:> SELECT ?x { ?x bgk:locatedIn ?y").suggestion == ""


def test_where_it_is() -> None:
    """Line and column from 1, the words around, in both languages."""
    found = fault("SELECT ?o {\n ?s bkg:locatedIn ?o ]\n}")
    assert (found.line, found.column) == (3, 2)
    assert "?o ]" in found.near
    assert "line 3, column 2" in str(found) and "第 3 行第 2 列" in found.zh


@pytest.mark.parametrize(
    "query", ["DROP ALL", "insert data { <a:a> <a:b> <a:c> }", "PREFIX a: <urn:a> DELETE WHERE { ?s ?p ?o }"]
)
def test_an_update_is_called_one(query: str) -> None:
    """Nobody is told to write OPTIONAL there."""
    assert "this is an update" in str(fault(query)) and "更新" in fault(query).zh


@pytest.mark.parametrize("query", ["SELECT * { SERVICE <urn:x> { ?s ?p ?o }", "ASK { SERVICE SILENT ?x { ?s ?p } }"])
def test_a_malformed_query_with_a_service(query: str) -> None:
    """What is malformed is told first; the words are the user's own."""
    found = fault(query)
    assert "GRAPH" not in found.near


def test_a_well_formed_query_with_a_service() -> None:
    """It is refused in both languages."""
    with pytest.raises(FederationError) as raised:
        store.ask(ox.Store(), "ASK { SERVICE SILENT <urn:x> { ?s ?p ?o } }")
    assert "another machine" in str(raised.value) and "其他机器" in raised.value.zh
