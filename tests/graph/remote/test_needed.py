"""What of a graph a query needs to be answered here: the triples with its predicates or, where that is not known, all."""

import pytest

from borderkg.graph.remote.needed import predicates
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
    found = predicates(query)
    assert found is not None and set(found) == PART[query]


@pytest.mark.parametrize("query", ALL)
def test_all_is_needed(query: str) -> None:
    """Where a predicate is open, a path may have no length, or the query is not read."""
    assert predicates(query) is None
