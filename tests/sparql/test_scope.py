"""Whether a query can see anything of a graph: where it cannot, its answers are the same without that graph."""

from collections import Counter

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderkg.questions.results import read
from borderkg.sparql.scope import Pattern, sees
from borderkg.vocabulary import BKG, ID, PREFIXES, RDF

FACTS, MORE = ox.DefaultGraph(), ox.NamedNode("urn:more")
Graphs = list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph]
ONE: Graphs = [FACTS]
BOTH: Graphs = [FACTS, MORE]


def holder(store: ox.Store) -> "list[Pattern]":
    """The triples of the further graph, as patterns without a variable."""
    found = store.quads_for_pattern(None, None, None, MORE)
    return [
        tuple(term.value if isinstance(term, ox.NamedNode) else None for term in (q.subject, q.predicate, q.object))  # type: ignore[misc]
        for q in found
    ]


def seen(text: str, triples: "list[Pattern]") -> bool:
    """What `sees` says of a graph with these triples."""
    return sees(text, lambda p: any(all(a in (None, b) for a, b in zip(p, t, strict=True)) for t in triples))


# One class, one relation, and one thing related are inferred

INFERRED: "list[Pattern]" = [
    (ID + "a", RDF + "type", BKG + "Place"),
    (ID + "a", BKG + "locatedIn", ID + "b"),
]


@pytest.mark.parametrize(
    "pattern",
    [
        "?x skos:prefLabel ?l",
        "?x a bkg:Port",
        "?x bkg:locatedIn id:c",
        "id:c bkg:locatedIn ?x",
        "id:c ?p ?o",
        "?x bkg:follows+/^bkg:amends ?y",
        "?x skos:prefLabel ?l OPTIONAL { ?x bkg:follows ?y } MINUS { ?y a bkg:Port }",
        "GRAPH ?g { ?x bkg:locatedIn ?y . ?y ?p ?o }",
        "GRAPH ?g { ?x a ?t { SELECT ?x { ?x bkg:locatedIn* ?y } } }",
        "?x bkg:follows [ skos:prefLabel ?l ]",
        "FILTER NOT EXISTS { ?x bkg:follows ?y }",
    ],
)
def test_a_query_whose_patterns_fit_nothing_there_sees_nothing_of_it(pattern: str) -> None:
    assert not seen(f"SELECT * {{ {pattern} }}", INFERRED)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?x bkg:locatedIn ?y }",
        "SELECT * { ?x a bkg:Place }",
        "SELECT * { ?x a ?t }",
        "SELECT * { ?x ?p ?o }",
        "SELECT * { id:a ?p ?o }",
        "SELECT * { ?x ?p id:b }",
        "SELECT * { ?x skos:prefLabel ?l ; bkg:follows [ bkg:locatedIn ?y ] }",
        "SELECT * { ?x (bkg:follows|^bkg:locatedIn)/bkg:amends ?y }",
        "SELECT * { ?x bkg:follows* ?y }",
        "SELECT * { ?x (bkg:follows?)/bkg:amends ?y }",
        "SELECT * { ?x !bkg:follows ?y }",
        "SELECT * { ?x bkg:follows ?y FILTER EXISTS { ?y bkg:locatedIn ?z } }",
        "SELECT * { ?x bkg:follows ?y BIND(EXISTS { ?y bkg:locatedIn ?z } AS ?b) }",
        "SELECT ?x (EXISTS { ?x bkg:locatedIn ?z } AS ?b) { ?x bkg:follows ?y }",
        "SELECT ?x { ?x bkg:follows ?y } GROUP BY ?x HAVING (EXISTS { ?x bkg:locatedIn ?z })",
        "SELECT ?x { ?x bkg:follows ?y } ORDER BY EXISTS { ?x bkg:locatedIn ?z }",
        "SELECT * { { SELECT ?x (EXISTS { ?x bkg:locatedIn ?z } AS ?b) { ?x bkg:follows ?y } } }",
        "SELECT * { { ?x bkg:follows ?y } UNION { OPTIONAL { ?x bkg:locatedIn ?y } } }",
        "SELECT * { ?x bkg:follows (1 2) }",
        "CONSTRUCT WHERE { ?x bkg:locatedIn ?y }",
        "DESCRIBE id:a",
        "DESCRIBE ?x { ?x bkg:follows ?y }",
        f"BASE <{BKG}> SELECT * {{ ?x <locatedIn> ?y }}",
        f"BASE <{BKG}x/> SELECT * {{ ?x <../locatedIn> ?y }}",
        "SELECT * { ?x <ontology/locatedIn> ?y }",
        "SELECT * { ?x unknown:name ?y }",
        "SELECT * { ?x bkg:follows ?y",
    ],
)
def test_what_may_see_it_is_said_to(query: str) -> None:
    """Patterns that fit, and what hangs on the whole graph: paths of no length, exceptions, descriptions, relative IRIs."""
    assert seen(query, INFERRED)


_THINGS = st.sampled_from(["id:a", "id:b", "id:c", "id:d"])
_PREDICATES = st.sampled_from(["bkg:follows", "bkg:locatedIn", "bkg:amends", "a"])
_TRIPLES = st.lists(st.tuples(_THINGS, _PREDICATES, _THINGS), max_size=6)
_PATHS = st.one_of(
    _PREDICATES,
    st.sampled_from(["?p", "bkg:follows+", "bkg:follows*", "!bkg:amends", "^bkg:amends", "bkg:follows/bkg:amends?"]),
)
_TERMS = st.one_of(_THINGS, st.sampled_from(["?x", "?y", "?z"]))


@st.composite
def queries(draw: st.DrawFn) -> str:
    """A query of one to three patterns, some of them in a group of their own."""
    frames = (
        "{}",
        "{}",
        "OPTIONAL {{ {} }}",
        "GRAPH ?g {{ {} }}",
        "FILTER EXISTS {{ {} }}",
        "MINUS {{ {} }}",
        "{{ {} }}",
    )
    parts = [
        draw(st.sampled_from(frames)).format(f"{draw(_TERMS)} {draw(_PATHS)} {draw(_TERMS)} .")
        for _ in range(draw(st.integers(1, 3)))
    ]
    return f"SELECT * {{ {' '.join(parts)} }}"


def _written(text: str) -> ox.NamedNode:
    if text == "a":
        return ox.NamedNode(RDF + "type")
    prefix, _, name = text.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + name)


@given(_TRIPLES, _TRIPLES, queries())
def test_without_what_it_does_not_see_a_query_has_the_same_answers(
    facts: list[tuple[str, str, str]], more: list[tuple[str, str, str]], query: str
) -> None:
    """The same rows, as often, over both graphs and over the first alone."""
    store = ox.Store()
    for s, p, o in set(facts):
        store.add(ox.Quad(_written(s), _written(p), _written(o), FACTS))
    for s, p, o in set(more) - set(facts):
        store.add(ox.Quad(_written(s), _written(p), _written(o), MORE))
    if seen(query, holder(store)):
        return
    both, one = (
        Counter(map(str, read(store.query(query, prefixes=PREFIXES, default_graph=graphs)).rows))
        for graphs in (BOTH, ONE)
    )
    assert both == one
