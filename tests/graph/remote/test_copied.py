"""What of a graph a query needs: with it the query is answered as over the whole graph, and where that is not known, all."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from borderkg.graph.remote.copied import predicates
from borderkg.graph.query_text import bound
from borderkg.graph.store import GraphStore, ask
from borderkg.questions import catalogue
from borderkg.questions.results import read
from borderkg.vocabulary import BKG, RDF, SKOS

PART = {
    "SELECT ?x { ?x a bkg:Port ; skos:prefLabel ?l FILTER NOT EXISTS { GRAPH ?g { ?c bkg:claimSubject ?x } } }": {
        RDF + "type",
        SKOS + "prefLabel",
        BKG + "claimSubject",
    },
    "ASK { ?x ^(bkg:partOf|bkg:borders)+/bkg:alias ?y }": {BKG + "partOf", BKG + "borders", BKG + "alias"},
    "SELECT ?x { { SELECT ?x { ?x bkg:alias ?y } } OPTIONAL { ?x bkg:partOf [ bkg:borders ?z ] } }": {
        BKG + "partOf",
        BKG + "borders",
        BKG + "alias",
    },
    "SELECT (bkf:earliest('2013') AS ?x) { BIND(1 AS ?one) }": set(),
}
ALL = (
    "SELECT ?p { ?x ?p ?y }",
    "SELECT ?y { <http://a> bkg:partOf* ?y }",
    "SELECT ?y { <http://a> bkg:partOf? ?y }",
    "SELECT ?y { <http://a> !bkg:partOf ?y }",
    "SELECT ?g { GRAPH ?g {} }",
    "SELECT ?x { ?x bkg:alias (1 2) }",
    "SELECT (EXISTS { ?x ?p ?y } AS ?z) { ?x bkg:alias ?w }",
    "DESCRIBE <http://a>",
    "SELECT nonsense",
)


@pytest.mark.parametrize("query", PART)
def test_a_part_suffices(query: str) -> None:
    """The triples with the predicates of all its patterns, wherever they stand."""
    assert predicates(query) == PART[query]


@pytest.mark.parametrize("query", ALL)
def test_all_is_needed(query: str) -> None:
    """Where a predicate is open, a path may have no length, or the query is not read."""
    assert predicates(query) is None


def test_the_catalogue_over_its_parts(demo_store: Path) -> None:
    """Every question that has a part is answered from it as from the whole graph."""

    graph = GraphStore.open(demo_store)
    several = 0
    for name, question in catalogue.load().items():
        wanted = predicates(question.query)
        if wanted is None:
            continue
        part = ox.Store()
        for predicate in wanted:
            part.bulk_extend(graph.quads(None, ox.NamedNode(predicate)))
        bindings = question.bindings({})
        mine = ask(part, graph.prepared(bound(question.query, bindings)))
        whole = graph.query(question.query, bindings=bindings)
        assert sorted(map(str, read(mine).rows)) == sorted(map(str, read(whole).rows)), name
        several += 1
    assert several > 50
