"""The endpoint, `borderkg.open` and the rdflib view answer alike: every question of the catalogue, and queries that name
their graphs."""

from collections import Counter
from pathlib import Path
from typing import Any

import httpx
import pyoxigraph as ox
import pytest
import rdflib

import borderkg
from borderkg.api import KnowledgeGraph
from borderkg.graph.query_text import bound
from borderkg.questions import catalogue
from borderkg.vocabulary import XSD

QUESTIONS = {name: bound(q.query, q.bindings({})) for name, q in catalogue.load().items()}
OTHERS = {
    "what follows is seen": "SELECT ?s ?o { ?s bkg:locatedIn ?o }",
    "graphs of the query": "SELECT ?s ?o FROM graph:inferred { ?s bkg:locatedIn ?o }",
    "named graphs": "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s a bkg:Claim } } GROUP BY ?g",
    "yes and no": "ASK { ?s bkg:counterpart ?o }",
    "triples": "CONSTRUCT { ?s bkg:counterpart ?o } WHERE { ?s bkg:counterpart ?o }",
}

Rows = Counter[tuple[tuple[str, ...] | None, ...]]


@pytest.fixture(scope="module")
def graph(demo_store: Path) -> KnowledgeGraph:
    return borderkg.open(demo_store)


@pytest.fixture(scope="module")
def view(graph: KnowledgeGraph) -> rdflib.Dataset:
    return graph.rdflib()


def of_engine(term: Any) -> tuple[str, ...] | None:
    """A term of the engine's, as it is compared."""
    if term is None:
        return None
    if isinstance(term, ox.Literal):
        return "literal", term.value, term.language or term.datatype.value
    return type(term).__name__, term.value


def of_rdflib(term: Any) -> tuple[str, ...] | None:
    """A term of rdflib's, likewise."""
    if term is None:
        return None
    if isinstance(term, rdflib.Literal):
        return "literal", str(term), term.language or str(term.datatype or XSD + "string")
    return {"URIRef": "NamedNode", "BNode": "BlankNode"}[type(term).__name__], str(term)


def by_http(client: httpx.Client, query: str) -> object:
    """The rows by their columns' names, or yes or no, as the endpoint says."""
    answer = client.post(
        "/sparql", data={"query": query}, headers={"Accept": "application/sparql-results+json, text/turtle"}
    )
    assert answer.status_code == 200, answer.text
    if answer.headers["Content-Type"].startswith("text/turtle"):
        quads = ox.parse(answer.content, format=ox.RdfFormat.TURTLE)
        return Counter((of_engine(q.subject), of_engine(q.predicate), of_engine(q.object)) for q in quads)
    read = ox.parse_query_results(answer.content, format=ox.QueryResultsFormat.JSON)
    if isinstance(read, ox.QueryBoolean):
        return bool(read)
    return Counter(tuple(map(of_engine, row)) for row in read)


def by_python(graph: KnowledgeGraph, query: str) -> object:
    """The same from `borderkg.open`."""
    result = graph.query(query)
    if result.kind == "boolean":
        return result.boolean
    if result.kind == "graph":
        return Counter((of_engine(t.subject), of_engine(t.predicate), of_engine(t.object)) for t in result.triples)
    return Counter(tuple(map(of_engine, row)) for row in result.rows)


def by_rdflib(view: rdflib.Dataset, query: str) -> object:
    """The same from the rdflib view."""
    result = view.query(query)
    if result.type == "ASK":
        return result.askAnswer
    rows: list[Any] = list(result)
    return Counter(tuple(map(of_rdflib, row)) for row in rows)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's own, inside Dataset
@pytest.mark.parametrize("query", [*QUESTIONS.values(), *OTHERS.values()], ids=[*QUESTIONS, *OTHERS])
def test_three_ways_one_answer(query: str, client: httpx.Client, graph: KnowledgeGraph, view: rdflib.Dataset) -> None:
    """The same rows as often, from the endpoint, from Python and from rdflib."""
    answer = by_http(client, query)
    assert answer == by_python(graph, query)
    assert answer == by_rdflib(view, query)


def test_the_questions_have_answers(client: httpx.Client) -> None:
    """Most questions answer something over the demonstration, so that the comparison compares."""
    answers = [by_http(client, query) for query in [*QUESTIONS.values(), *OTHERS.values()]]
    assert sum(bool(answer) for answer in answers) > len(answers) / 2


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_values_for_variables_in_rdflib(view: rdflib.Dataset) -> None:
    """`initBindings` binds terms of each kind; a variable of the user's own prefix is known."""
    port = rdflib.URIRef("https://w3id.org/borderkg/id/port/manzhouli")
    name = rdflib.Literal("满洲里口岸", lang="zh")
    asked = "SELECT ?port ?name { ?port skos:prefLabel ?name }"
    assert (port, name) in set(view.query(asked, initBindings={"port": port}))
    assert set(view.query(asked, initBindings={"name": name})) == {(port, name)}
    assert view.query("ASK { ?p a my:Port }", initNs={"my": "https://w3id.org/borderkg/ontology/"}).askAnswer
