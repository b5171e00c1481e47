"""A query that is rewritten has the answers of the query as it was."""

from collections import Counter
from collections.abc import Sequence

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderkg.errors import QueryError
from borderkg.questions.results import read
from borderkg.sparql import reader
from borderkg.sparql.rewriting import rewritten
from borderkg.vocabulary import BKG, ID, PREFIXES, RDF, SKOS
from tests.facts import quads

NAMES = {"区": ("a", "b"), "口岸": ("c",)}


def search(text: str, most: int) -> Sequence[tuple[str, float]]:
    """What the index finds in these tests."""
    return [(ID + name, 0.9) for name in NAMES.get(text, ())][:most]


GRAPH = ox.Store()
GRAPH.extend(
    quads(
        ':a a bkg:Platform ; skos:prefLabel "甲"@zh ; bkg:follows :b . :b a bkg:Port ; skos:prefLabel "乙"@zh . :c a bkg:Port .'
    )
)


def answers(text: str, graph: ox.Store = GRAPH) -> "Counter[tuple[str, ...]]":
    """The rows of a query, or the triples, as a multiset."""
    result = read(graph.query(text, prefixes=PREFIXES))
    if result.kind == "graph":
        return Counter((str(triple),) for triple in result.triples)
    return Counter(
        tuple(f"{name}={term}" for name, term in zip(result.variables, row, strict=True)) for row in result.rows
    )


def names(text: str) -> set[str]:
    """The local names that stand for ?x in the answers of a rewritten query."""
    result = read(GRAPH.query(rewritten(text, search), prefixes=PREFIXES))
    return {row[result.variables.index("x")].value.removeprefix(ID) for row in result.rows}


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ('?x bkg:search "区"', {"a", "b"}),
        ('?x bkg:search "区"@zh .', {"a", "b"}),
        ("?x <https://w3id.org/borderkg/ontology/search> '''区'''", {"a", "b"}),
        ('?x bkg:search "\\u533A"', {"a", "b"}),
        ('?x bkg:search ("区" 1)', {"a"}),
        ('(?x ?score) bkg:search ("区" 5) FILTER(?score > 0.5)', {"a", "b"}),
        ('?x a bkg:Port ; bkg:search "区"', {"b"}),
        ('?x bkg:search "区" ; a bkg:Port', {"b"}),
        ('?x bkg:search "区" , "口岸"', set()),
        ('?x a bkg:Port . ?y bkg:follows ?x . ?x bkg:search "区" . ?y a ?t', {"b"}),
        ('?y bkg:search "区" . ?y bkg:follows ?x', {"b"}),
        ('?x a bkg:Port OPTIONAL { ?x bkg:search "区" }', {"b", "c"}),
        ('?x a bkg:Port FILTER NOT EXISTS { ?x bkg:search "区" }', {"c"}),
        ('?x a bkg:Port MINUS { ?x bkg:search "区" }', {"c"}),
        ('{ ?x bkg:search "区" } UNION { ?x bkg:search "口岸" }', {"a", "b", "c"}),
        ('{ SELECT ?x { ?x bkg:search "区" } LIMIT 1 }', {"a"}),
        ('id:c bkg:search "口岸" . ?x a bkg:Platform', {"a"}),
        ('id:a bkg:search "口岸" . ?x a bkg:Platform', set()),
        ('?x bkg:search "没有"', set()),
        ('?x a bkg:Port # bkg:search "区"\n FILTER("?x bkg:search \\"区\\" ." != "")', {"b", "c"}),
        ('?x bkg:search "区" ; bkg:follows [ a bkg:Port ]', {"a"}),
    ],
)
def test_what_is_searched_for(pattern: str, found: set[str]) -> None:
    """A search is a pattern like any other: it joins, stands in any group, and is not looked for in strings and comments."""
    assert names(f"SELECT DISTINCT ?x WHERE {{ {pattern} }}") == found


def test_another_prefix_for_our_namespace() -> None:
    """The property is known by its IRI, not by how it is written; a name of another namespace is another's."""
    assert names(f'PREFIX b: <{BKG}> SELECT ?x {{ ?x b:search "口岸" }}') == {"c"}
    assert names('PREFIX bkg: <urn:other/> SELECT ?x { ?x bkg:search "口岸" }') == set()


def test_lines_stay_where_they_are() -> None:
    """So that what the engine says of a line is true of the query as it was written."""
    text = 'SELECT ?x {\n ?x a ?t ;\n  bkg:search "区" .\n ?x bkg:follows+\n id:b .\n ?x a ?u }'
    assert rewritten(text, search).count("\n") == text.count("\n")


@pytest.mark.parametrize(
    "pattern",
    [
        "?x bkg:search ?y",
        "?x bkg:search id:a",
        '?x bkg:search+ "区"',
        '?x ^bkg:search "区"',
        '?x a [ bkg:search "区" ]',
        '[] bkg:search "区"',
        '(?x ?y ?z) bkg:search "区"',
        '(?x ?x) bkg:search "区"',
        '(?x id:a) bkg:search "区"',
        '?x bkg:search ("区" 0)',
        '?x bkg:search ("区" 5000)',
        '?x bkg:search ("区" "甲")',
        "FILTER(bkg:search = ?y)",
        '?x bkg:search "区" FILTER(?a<?b&&(?c>?d))',
    ],
)
def test_a_search_that_is_written_wrongly(pattern: str) -> None:
    """The error says how it is written; nothing is asked instead."""
    with pytest.raises(QueryError, match="bkg:search"):
        rewritten(f"SELECT ?x WHERE {{ {pattern} }}", search)
    with pytest.raises(QueryError, match="bkg:search"):
        rewritten(f"PREFIX b: <{BKG}> SELECT ?x {{ ?x b:search '区' FILTER(?a<?b&&(?c>?d)) }}", search)
    with pytest.raises(QueryError, match="template"):
        rewritten('CONSTRUCT WHERE { ?x bkg:search "区" }', search)


# Slow shapes: random graphs, random queries of those shapes, the same answers

_NODES = st.sampled_from([ox.NamedNode(f"{ID}{n}") for n in range(6)])
_PREDICATES = st.sampled_from(["bkg:follows", "bkg:amends", "^bkg:amends", "(bkg:follows|bkg:amends)"])
_EDGES = st.lists(st.tuples(_NODES, st.sampled_from(["follows", "amends"]), _NODES), max_size=14)
_GRAPHS = st.sampled_from([ox.DefaultGraph(), ox.NamedNode("urn:g")])
_WIDE = st.sampled_from(
    [
        "?x skos:prefLabel ?l",
        "?x a bkg:Policy",
        "?x a ?t",
        "?x bkg:follows ?y",
        "?y bkg:amends ?x",
        "?y skos:prefLabel ?m",
    ]
)
_MORE = st.sampled_from(
    [
        "",
        'FILTER(STR(?l) != "1")',
        "OPTIONAL { ?x bkg:amends ?o }",
        "MINUS { ?x a bkg:Port }",
        "FILTER EXISTS { ?x a ?k }",
    ]
)


@st.composite
def slow(draw: st.DrawFn) -> str:
    """A query with an endless path from or to a fixed thing, among patterns that narrow nothing, in any order."""
    step = draw(_PREDICATES)
    before = draw(st.sampled_from(["", "", f"{draw(_PREDICATES)}/"]))
    path = f"{before}{step}{draw(st.sampled_from('+*'))}"
    end = draw(st.sampled_from(["id:0", "id:1", "id:9"]))
    told = f"?e {path} ?x FILTER({draw(st.sampled_from(['?e = ' + end, end + ' = ?e', 'sameTerm(?e, ' + end + ')']))})"
    pattern = draw(st.sampled_from([f"?x {path} {end}", f"{end} {path} ?x", told]))
    patterns = draw(st.permutations([pattern, *draw(st.lists(_WIDE, max_size=3))]))
    text = " . ".join(patterns) + " " + draw(_MORE)
    inside = draw(st.sampled_from([text, f"GRAPH ?g {{ {text} }}", f"OPTIONAL {{ {text} }}", f"?x a ?u {{ {text} }}"]))
    return f"SELECT {draw(st.sampled_from(['*', '?x ?l', '(COUNT(*) AS ?n)', '?x (COUNT(?l) AS ?n)']))} WHERE {{ {inside} }}"


@given(
    _EDGES,
    st.lists(st.tuples(_NODES, st.sampled_from(["Policy", "Port"]), st.sampled_from("123")), max_size=8),
    _GRAPHS,
    slow(),
)
def test_a_slow_shape_means_the_same(
    edges: list[tuple[ox.NamedNode, str, ox.NamedNode]],
    things: list[tuple[ox.NamedNode, str, str]],
    home: ox.NamedNode | ox.DefaultGraph,
    query: str,
) -> None:
    """The same rows, as often, over the default graph, a named one, and both merged."""
    query = query.replace("?x (COUNT(?l) AS ?n)", "?x (COUNT(?l) AS ?n)") + (
        " GROUP BY ?x" if "?x (COUNT" in query else ""
    )
    store = ox.Store()
    for s, p, o in edges:
        store.add(ox.Quad(s, ox.NamedNode(BKG + p), o, home))
        store.add(ox.Quad(s, ox.NamedNode(BKG + p), o, ox.DefaultGraph()))
    for thing, kind, label in things:
        store.add(ox.Quad(thing, ox.NamedNode(RDF + "type"), ox.NamedNode(BKG + kind), home))
        store.add(ox.Quad(thing, ox.NamedNode(SKOS + "prefLabel"), ox.Literal(label), ox.DefaultGraph()))
    merged: list[ox.NamedNode | ox.DefaultGraph] = [ox.DefaultGraph(), ox.NamedNode("urn:g")]
    for graphs in (None, merged):
        before, after = (
            Counter(map(str, read(store.query(text, prefixes=PREFIXES, default_graph=graphs)).rows))  # type: ignore[arg-type]
            for text in (query, rewritten(query, search))
        )
        assert before == after


@pytest.mark.parametrize(
    ("pattern", "start"),
    [
        ("?x skos:prefLabel ?l ; bkg:follows+ id:b", "?x bkg:follows+ id:b LATERAL"),
        ("?x a bkg:Policy . ?x bkg:follows+ id:b", "?x bkg:follows+ id:b LATERAL"),
        ("?x bkg:amends/bkg:follows+ id:b", "?_step0 bkg:follows+ id:b LATERAL"),
        ("?x a ?t . ?x bkg:follows+ ?y FILTER(?y = id:b)", "VALUES ?y { id:b } . ?x bkg:follows+ ?y LATERAL"),
        ("FILTER(id:b = ?y) ?x bkg:follows+ ?y", "VALUES ?y { id:b } . ?x bkg:follows+ ?y"),
    ],
)
def test_a_slow_shape_begins_with_the_path(pattern: str, start: str) -> None:
    """What is fixed is walked first."""
    text = rewritten(f"SELECT ?x {{ {pattern} }}", search)
    assert start in text
    assert reader.read(text)


@pytest.mark.parametrize(
    "text",
    [
        'SELECT ?x { ?x skos:prefLabel "甲"@zh ; bkg:follows+ id:b }',
        "SELECT ?x { ?x bkg:follows+ ?y . ?x skos:prefLabel ?l }",
        "SELECT * { ?x bkg:amends/bkg:follows+ id:b }",
        "SELECT ?x { ?x bkg:follows+ id:b . ?z skos:prefLabel ?l }",
        "SELECT ?x { ?x bkg:follows+ id:b ; bkg:amends [ a ?t ] }",
        "CONSTRUCT WHERE { ?x bkg:follows+ id:b . ?x a ?t }",
        "SELECT ?x { ?x bkg:follows+ id:b",
        "SELECT ?x { ?x bkg:follows+ ?y FILTER(?y = id:b || ?x = id:b) }",
        "SELECT ?x { { ?x bkg:follows+ ?y } FILTER(?y = id:b) }",
    ],
)
def test_what_is_left_as_it_is(text: str) -> None:
    """A better place to begin, no fixed end, nothing in common, brackets, a variable that would be seen, no query."""
    assert rewritten(text, search) == text
