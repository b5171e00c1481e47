"""A store on Virtuoso and on `oxigraph serve` answers as the one on disk: the catalogue, lineage, search, functions."""

from collections import Counter
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from borderkg.api import KnowledgeGraph, open_graph
from borderkg.graph.store import GraphStore
from borderkg.graph.terms import DEFAULT
from borderkg.questions import catalogue
from borderkg.questions.results import read
from borderkg.vocabulary import BKG, GRAPH, SKOS

OTHERS = {
    "a search": 'SELECT ?x ?score { (?x ?score) bkg:search ("试验区" 20) }',
    "our functions": "SELECT ?x ?day { ?x bkg:dateEstablished ?d BIND(bkf:earliest(STR(?d)) AS ?day) }",
    "our functions and graphs": 'SELECT ?g ?d { GRAPH ?g { ?c bkg:claimValue ?d } FILTER(bkf:intervalIn(STR(?d), "1992")) }',
    "a part of a Chinese word": 'SELECT ?l { ?x a bkg:Port ; skos:prefLabel ?l FILTER(REGEX(STR(?l), "里|河")) }',
    "a range of characters": 'SELECT ?l { ?x a bkg:Port ; skos:prefLabel ?l FILTER(REGEX(?l, "^[一-龥]+$")) }',
    "the first characters": 'SELECT ?l { ?x skos:altLabel ?l FILTER(SUBSTR(?l, 1, 2) = "中国"@zh) }',
    "an open path": "SELECT ?a ?b { ?a bkg:partOf+ ?b . ?a a bkg:Region }",
    "a path of no length": "SELECT ?b { <https://w3id.org/borderkg/id/region/533400> bkg:partOf* ?b }",
    "what is inferred": "SELECT ?s ?o { GRAPH graph:inferred { ?s bkg:locatedIn ?o } }",
    "graphs of the query": "SELECT ?s ?o FROM graph:inferred { ?s bkg:contains ?o }",
    "named graphs": "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s a bkg:Claim } } GROUP BY ?g",
    "MINUS within GRAPH": "SELECT ?c { GRAPH ?g { ?c a bkg:Claim MINUS { ?c bkg:claimObject ?o } } }",
    "languages that are joined": 'SELECT (GROUP_CONCAT(?l) AS ?g) { ?x a bkg:Expo ; skos:prefLabel ?l FILTER(LANG(?l) = "fr") }',
    "from what is not there": "SELECT ?x { <http://example.org/nothing> bkg:partOf* ?x }",
    "the graphs themselves": "SELECT ?g { GRAPH ?g {} }",
    "UNION within OPTIONAL": "SELECT ?x ?y { ?x a bkg:Country OPTIONAL { { ?y bkg:borders ?x } UNION { ?x bkg:alias ?y } } }",
    "booleans": "SELECT ?x ?new { ?x bkg:isNew ?new }",
    "yes": "ASK { ?s bkg:counterpart ?o }",
    "no": "ASK { ?s bkg:counterpart 7 }",
    "triples": "CONSTRUCT { ?s bkg:counterpart ?o } WHERE { ?s bkg:counterpart ?o }",
    "triples as they stand": "CONSTRUCT WHERE { ?s bkg:alias ?o }",
}


def content(answer: Any) -> object:
    """An answer without the order of its rows, which SPARQL leaves open among equals."""
    result = read(answer)
    return {"table": Counter(result.rows), "graph": frozenset(result.triples), "boolean": result.boolean}[result.kind]


@pytest.fixture(scope="module")
def here(demo_store: Path) -> GraphStore:
    return GraphStore.open(demo_store)


@pytest.fixture(scope="module")
def there(elsewhere: GraphStore, cache: Path) -> KnowledgeGraph:
    """The graph on a server, as users open it."""
    del cache
    return open_graph(elsewhere.place)


def test_the_whole_catalogue(here: GraphStore, elsewhere: GraphStore) -> None:
    """Every question with its own parameters has the same rows, and most have some."""
    answered = 0
    for name, question in catalogue.load().items():
        bindings = question.bindings({})
        expected = content(here.query(question.query, bindings=bindings))
        assert content(elsewhere.query(question.query, bindings=bindings)) == expected, name
        answered += bool(expected)
    assert answered > len(catalogue.load()) / 2


@pytest.mark.parametrize("query", OTHERS.values(), ids=OTHERS)
def test_other_queries(query: str, here: GraphStore, elsewhere: GraphStore) -> None:
    """So do the shapes that one of the servers answers wrongly or not at all, and what only we know of."""
    expected = content(here.query(query))
    assert content(elsewhere.query(query)) == expected
    assert expected or "7" in query


def test_the_dataset_that_is_asked_for(here: GraphStore, elsewhere: GraphStore) -> None:
    """Facts alone, one named graph as the default, named graphs without a default one."""
    facts, inferred = DEFAULT, ox.NamedNode(GRAPH + "inferred")
    plain, within = "SELECT ?s ?o { ?s bkg:locatedIn ?o }", "SELECT ?s { GRAPH ?g { ?s bkg:contains ?o } }"
    for query in (plain, within, "SELECT (COUNT(*) AS ?n) { ?s bkg:contains ?o }"):
        for default, named in (([facts], None), ([inferred], [inferred]), (None, [inferred])):
            asked = {"default_graphs": default, "named_graphs": named}
            assert content(elsewhere.query(query, **asked)) == content(here.query(query, **asked)), (query, asked)  # type: ignore[arg-type]


def test_the_same_quads(here: GraphStore, elsewhere: GraphStore) -> None:
    """Whole, by graph and by pattern; blanks at the end of a text and booleans included."""
    assert elsewhere.dump() == here.dump()
    assert len(elsewhere) == len(here)
    label, described = ox.NamedNode(SKOS + "prefLabel"), ox.NamedNode(GRAPH + "description")
    for pattern in ((None, label, None, DEFAULT), (None, None, None, described), (None, ox.NamedNode(BKG + "isNew"))):
        assert set(elsewhere.quads(*pattern)) == set(here.quads(*pattern)) != set()
    assert elsewhere.holds_graph(described.value) and not elsewhere.holds_graph(GRAPH + "facts")


def test_lineage(there: KnowledgeGraph, demo_store: Path) -> None:
    """The whole lineage, nodes and hops with all that is said of them."""
    expected, found = open_graph(demo_store).lineage(), there.lineage()
    assert list(found.nodes(data=True)) == list(expected.nodes(data=True))
    assert list(found.edges(keys=True, data=True)) == list(expected.edges(keys=True, data=True))
    assert found.number_of_edges() > 100


def test_names_claims_proofs_and_findings(there: KnowledgeGraph, demo_store: Path) -> None:
    """An entity by its name, the claims about it with their evidence, why a triple holds, what sources disagree on."""
    expected = open_graph(demo_store)
    iri = there.find("满洲里口岸").iri
    assert iri == expected.find("满洲里口岸").iri
    claims = {s.claim: (s.predicate, s.object_label, s.conflicts) for s in there.statements(iri)}
    assert claims == {s.claim: (s.predicate, s.object_label, s.conflicts) for s in expected.statements(iri)}
    triple = ("满洲里口岸", "locatedIn", "中国")
    assert there.why(*triple).as_dict() == expected.why(*triple).as_dict()
    findings = [finding.iri for finding in there.conflicts()]
    assert findings == [finding.iri for finding in expected.conflicts()] and findings


def test_the_index_is_kept(elsewhere: GraphStore, here: GraphStore) -> None:
    """Names are fetched once for a version; the next reader finds them on this machine."""
    assert elsewhere.index.all() == here.index.all()
    kept = list(elsewhere.home.glob("*/names.sqlite"))
    written = [path.stat().st_mtime_ns for path in kept]
    assert GraphStore.open(elsewhere.place).search("syq", 5) == here.search("syq", 5)
    assert [path.stat().st_mtime_ns for path in kept] == written and written
