"""Queries as texts: values stand where variables do, and nothing in a query reaches another machine."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib.plugins.sparql import prepareQuery

from borderkg.errors import FederationError, QueryError
from borderkg.graph import store, view
from borderkg.graph.query_text import bound, local, names_its_graphs
from borderkg.vocabulary import ID
from tests.facts import opened, quads


def ask(query: str) -> store.Answer:
    """The answer of a store of one fact."""
    engine = ox.Store()
    engine.add(ox.Quad(ox.NamedNode(ID + "s"), ox.NamedNode(ID + "p"), ox.Literal("甲")))
    return store.ask(engine, query)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT * WHERE { ?s ?p", "line 1, column 23, near .*expected"),
        ("SELECT ?o {\n ?s bkg:locatedIn ?o ]\n}", r"line 3, column 2, near '.* \?o \] }': nothing can end here"),
        ("SELECT ?o { ?s nobody:knows ?o }", "a prefix that is not declared; known without declaration are bkg, bkc"),
        ("", "The query cannot be read"),
        ("DROP ALL", "The query cannot be read"),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", "The query cannot be read"),
    ],
)
def test_a_malformed_query_says_where(query: str, message: str) -> None:
    """A malformed query, and an update, is refused in one short line with its place and what could stand there."""
    with pytest.raises(QueryError, match=message) as raised:
        ask(query)
    assert "\n" not in str(raised.value) and len(str(raised.value)) < 400


# Values of a query's variables.

VALUE = {"_x": ox.Literal("甲", language="zh")}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ASK { ?s ?p ?_x }", 'ASK { ?s ?p "甲"@zh }'),
        ("ASK { ?s ?p $_x }", 'ASK { ?s ?p "甲"@zh }'),
        ("ASK { ?s ?p ?_xy , ?_x2 }", "ASK { ?s ?p ?_xy , ?_x2 }"),
        ("# ?_x\nASK { ?s ?p ?_x }", '# ?_x\nASK { ?s ?p "甲"@zh }'),
        ('ASK { ?s ?p "it\'s ?_x", ?_x }', 'ASK { ?s ?p "it\'s ?_x", "甲"@zh }'),
        ("ASK { ?s ?p '''?_x'y''', ?_x }", "ASK { ?s ?p '''?_x'y''', \"甲\"@zh }"),
        ('ASK { ?s ?p """?_x"y""", ?_x }', 'ASK { ?s ?p """?_x"y""", "甲"@zh }'),
        (r'ASK { ?s ?p "a\"?_x" }', r'ASK { ?s ?p "a\"?_x" }'),
        ("ASK { ?s <urn:a#?_x> ?_x }", 'ASK { ?s <urn:a#?_x> "甲"@zh }'),
        ("ASK { ?s ?p ?o FILTER(?o < ?_x) }", 'ASK { ?s ?p ?o FILTER(?o < "甲"@zh) }'),
    ],
)
def test_where_a_value_is_put(query: str, expected: str) -> None:
    """A variable is replaced where it is one: not within strings, IRIs, comments, or longer names."""
    assert bound(query, VALUE) == expected


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_text_can_change_a_query(text: str) -> None:
    """Whatever a value holds (quotes, braces, comments, backslashes), the query matches that value and nothing else."""
    engine = ox.Store()
    subject, predicate = ox.NamedNode(ID + "s"), ox.NamedNode(ID + "p")
    engine.add(ox.Quad(subject, predicate, ox.Literal(text)))
    engine.add(ox.Quad(subject, predicate, ox.Literal(text + "?")))
    query = "SELECT ?p { ?s ?p ?_x # the end ?_x\n}"
    answer = store.ask(engine, query, bindings={"_x": ox.Literal(text)})
    assert len(list(answer)) == 1  # type: ignore[arg-type]
    named = store.ask(engine, 'ASK { FILTER("?_x" = ?_x) }', bindings={"_x": ox.Literal(text)})
    assert bool(named) == (text == "?_x")


@pytest.mark.parametrize("text", ["a> } DROP ALL #", "a b", 'a"b', "a\nb", "a{b}", "no scheme"])
def test_no_iri_can_change_a_query(text: str) -> None:
    """What is no IRI is none: the engine refuses it before a query is made."""
    with pytest.raises(ValueError, match="IRI"):
        bound("ASK { ?_x ?p ?o }", {"_x": ox.NamedNode(text)})


def test_a_query_without_values_is_left_alone() -> None:
    """Without bindings not a character is touched."""
    assert bound("ASK { ?s ?p '?_x' }", {}) == "ASK { ?s ?p '?_x' }"


# Other machines.


@pytest.fixture(scope="module")
def asked() -> Iterator[tuple[str, list[bytes]]]:
    """The address of a server that refuses whatever it is asked, and what it was asked."""
    requests: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def refuse() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                with connection:
                    requests.append(connection.recv(4096))
                    connection.sendall(b"HTTP/1.1 500 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

        thread = threading.Thread(target=refuse, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/", requests
        listener.shutdown(socket.SHUT_RDWR)
        thread.join(5)


CLAUSES = [
    "SERVICE <A> { }",
    "SERVICE SILENT <A> { ?s ?p ?o }",
    "service<A>{}",
    "SERVICE:a { }",
    "SERVICESILENT:a { }",
    "?a ?b ?c.SERVICE <A> { }",
    "?a ?b 1SERVICE <A> { }",
    "BIND(<A> AS ?x) SERVICE ?x { }",
    "SERVICE # a note\n <A> # another\n { }",
    "FILTER(1<2)SERVICE <A> { }",
    "FILTER(1<2)SERVICE:a#>\n{ }",
    "FILTER(1<2#>'''\n) SERVICE <A> { } #'''\n",
    "?a ?b ?c #\rSERVICE <A> { }\n",
    "{ SELECT * { OPTIONAL { SERVICE <A> { } } } }",
]


@pytest.mark.parametrize("clause", CLAUSES)
def test_a_query_reaches_no_other_machine(asked: tuple[str, list[bytes]], clause: str) -> None:
    """A SERVICE clause is refused before anything is sent, however it is written."""
    address, requests = asked
    query = f"PREFIX : <{address}> SELECT * {{ {clause.replace('<A>', f'<{address}>')} }}"
    with pytest.raises(QueryError):
        list(ask(query))  # type: ignore[arg-type]
    assert not requests


def test_a_refused_query_says_why() -> None:
    """The refusal names the clause, and the way to ask another endpoint."""
    with pytest.raises(FederationError, match=r"SERVICE would send this query to another machine.* --endpoint URL"):
        ask("SELECT * { SERVICE <urn:a> { } }")


@pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated")  # rdflib uses what it deprecates
def test_rdflib_reaches_no_other_machine(asked: tuple[str, list[bytes]], tmp_path: Path) -> None:
    """The same holds for the graph as rdflib sees it, which otherwise answers."""
    address, requests = asked
    graph = view.dataset(opened(tmp_path, quads(":a bkg:locatedIn :b .")))
    assert len(list(graph.query("SELECT * { ?s ?p ?o }"))) == 1
    with pytest.raises(QueryError):
        list(graph.query(f"SELECT * {{ SERVICE <{address}> {{ }} }}"))
    assert not requests


def test_the_engine_itself_would_ask(asked: tuple[str, list[bytes]]) -> None:
    """Without the check the engine sends the request: the test above would see it."""
    address, requests = asked
    with pytest.raises(OSError, match="500"):
        list(ox.Store().query(f"SELECT * {{ SERVICE <{address}> {{ }} }}"))  # type: ignore[arg-type]
    assert requests
    requests.clear()


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("SELECT * { ?s ?p ?o # SERVICE <urn:a> { }\n}", 1),
        ("# SERVICE <urn:a> { }\rSELECT * { ?s ?p ?o }", 1),
        ("SELECT * { ?s ?p ?o FILTER(?o != 'SERVICE <urn:a> { }') }", 1),
        ('SELECT * { ?s ?p ?o FILTER(STRLEN("Service <urn:a> {") = 17) }', 1),
        ("SELECT ?service ?o { ?service ?p ?o }", 1),
        ("SELECT ?myservice ?o { ?myservice ?p ?o { } }", 1),
        ("PREFIX ex: <urn:> SELECT * { ?s ?p ?o MINUS { ?s ex:service ?o { } } }", 1),
        ("SELECT * { ?s <urn:service> ?o }", 0),
    ],
)
def test_what_is_no_service_clause(query: str, count: int) -> None:
    """Comments, strings, variables, names and IRIs may hold the word; the query means what it meant."""
    assert len(list(ask(query))) == count  # type: ignore[arg-type]


def test_a_query_without_a_clause_is_left_alone() -> None:
    """Where nothing looks like a clause, not a character is touched."""
    query = "# service\nASK { ?s ?p 'SERVICE' }"
    assert local(query) == query


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT * FROM <urn:a> { }", True),
        ("select*from<urn:a>{}", True),
        ("ASK # of one\nFROM NAMED <urn:a> { }", True),
        ("SELECT ?from { ?from ?p ?o }", False),
        ("PREFIX from: <urn:> SELECT * { ?s from:from ?o }", False),
        ("SELECT * { ?s ?p 'FROM <urn:a>' } # FROM <urn:b>", False),
        ("SELECT * { ?s <urn:FROM> ?o }", False),
    ],
)
def test_whether_a_query_names_its_graphs(query: str, expected: bool) -> None:
    """FROM is a word of the query, not of its strings, comments, names, variables or IRIs."""
    assert names_its_graphs(query) is expected


@pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated")  # rdflib uses what it deprecates
def test_a_prepared_query_reaches_no_other_machine(tmp_path: Path) -> None:
    """rdflib's prepared queries are refused as those in words are."""
    prepared = prepareQuery("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")
    graph = view.dataset(opened(tmp_path, quads("")))
    with pytest.raises(FederationError, match="another machine"):
        list(graph.query(prepared))
