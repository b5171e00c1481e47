"""A query is cut where other clauses can be put; joined again it is the same query, and a page of it holds the same rows."""

import pyoxigraph as ox
import pytest

from borderkg.errors import QueryError
from borderkg.graph.remote import wording
from borderkg.vocabulary import BASE

DATA = "".join(f'<http://a/{n}> <http://b> "{n % 7}" .\n<http://a/{n}> <http://c> {n % 3} .\n' for n in range(20))
STORE = ox.Store()
STORE.load(DATA.encode(), format=ox.RdfFormat.TURTLE)

TABLES = (
    "SELECT ?s ?o { ?s <http://b> ?o }",
    "PREFIX e: <http://> SELECT DISTINCT ?o WHERE { ?s e:b ?o } ORDER BY DESC(?o)",
    "SELECT ?s { ?s <http://b> ?o } ORDER BY ?o ?s LIMIT 9 OFFSET 4",
    "SELECT ?o (COUNT(*) AS ?n) { ?s <http://b> ?o } GROUP BY ?o HAVING (COUNT(*) > 2) ORDER BY ?n # the end",
    "SELECT * { ?s <http://b> ?o . { SELECT ?s { ?s <http://c> 1 } ORDER BY ?s LIMIT 5 } } VALUES ?o { '1' '3' }",
    "SELECT ?s # LIMIT 1 {\n{ ?s <http://b> '} LIMIT 1' }",
    "select ?s where { ?s <http://b> ?o } order by ?s limit 3",
)


def rows(query: str) -> list[tuple[object, ...]]:
    answer = STORE.query(query)
    assert isinstance(answer, ox.QuerySolutions)
    return [tuple(row) for row in answer]


@pytest.mark.parametrize("query", TABLES)
def test_pages_together_are_the_table(query: str) -> None:
    """In the order that the query asks for, each row as often as in the table."""
    answer = STORE.query(query)
    assert isinstance(answer, ox.QuerySolutions)
    names = [variable.value for variable in answer.variables]
    cut, found = wording.parts(query), list[tuple[object, ...]]()
    while page := rows(cut.page(names, 4, len(found))):
        found += page
    whole = rows(query)
    assert sorted(map(str, found)) == sorted(map(str, whole))
    if "DESC" in query or "GROUP" in query:
        column = 0 if "DESC" in query else 1
        assert [row[column] for row in found] == [row[column] for row in whole]


@pytest.mark.parametrize("query", TABLES)
def test_the_parts_are_the_query(query: str) -> None:
    """Nothing is lost between them."""
    cut = wording.parts(query)
    joined = "".join((cut.prologue, cut.head, cut.dataset, cut.body, cut.end))
    assert sorted(map(str, rows(joined))) == sorted(map(str, rows(query)))


@pytest.mark.parametrize(
    "query",
    [
        "CONSTRUCT { ?s <http://d> ?o ; <http://e> 1 } WHERE { ?s <http://b> ?o } ORDER BY ?s LIMIT 5",
        "CONSTRUCT WHERE { ?s <http://b> ?o . ?s <http://c> 1 }",
        "PREFIX e: <http://> CONSTRUCT { ?s e:d ?o } { ?s e:b ?o } VALUES ?o { '2' }",
    ],
)
def test_solutions_in_the_template_are_the_triples(query: str) -> None:
    """The table of a CONSTRUCT's pattern, put into its template, gives its triples."""
    cut = wording.parts(query)
    table, template = cut.solutions()
    answer = STORE.query(table)
    assert isinstance(answer, ox.QuerySolutions)
    names = " ".join(f"?{variable.value}" for variable in answer.variables)
    values = " ".join(f"({' '.join(map(str, row))})" for row in answer)
    made = ox.Store().query(f"{cut.prologue} CONSTRUCT {template} WHERE {{ VALUES ({names}) {{ {values} }} }}")
    expected = STORE.query(query)
    assert isinstance(made, ox.QueryTriples) and isinstance(expected, ox.QueryTriples)
    assert set(made) == set(expected) != set()


def test_the_graphs_of_a_query_stand_outside_its_page() -> None:
    """FROM may not stand in a query within a query."""
    cut = wording.parts("SELECT ?s FROM <http://g> FROM NAMED <http://h> WHERE { ?s ?p ?o }")
    page = cut.page(["s"], 10, 20)
    assert page.index("FROM <http://g> FROM NAMED <http://h>") < page.index("{")
    assert page.endswith("LIMIT 10 OFFSET 20")
    ox.Store().query(page)


@pytest.mark.parametrize("query", ["SELECT", "SELECT ?s WHERE ?s ?p ?o", "SELECT ?s { ` }"])
def test_what_cannot_be_cut(query: str) -> None:
    """Is an error, and no half of a query."""
    with pytest.raises(QueryError, match="cannot be cut into pages"):
        wording.parts(query)


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("# SELECT\nPREFIX ask: <http://select/> ASK { ?s ask:construct 'DESCRIBE' }", "ASK"),
        ("describe <http://a>", "DESCRIBE"),
        ("SELECT ?s { ?s bif:contains ` }", "SELECT"),
    ],
)
def test_forms(query: str, form: str) -> None:
    """Of the query itself, not of its comments, names and strings; of a dialect too."""
    assert wording.form(query) == form


def test_declarations() -> None:
    """Of prefixes that are used and not declared, and of our base for relative IRIs; on the first line."""
    assert wording.declared("ASK { 'bkg:x' ?p <http://a> }") == "ASK { 'bkg:x' ?p <http://a> }"
    assert wording.declared("ASK { <id/a> ?p ?o }") == f"BASE <{BASE}> ASK {{ <id/a> ?p ?o }}"
    own = "BASE <http://a/> PREFIX bkg: <http://b/> ASK { <c> a bkg:Port }"
    assert wording.declared(own) == own
    assert wording.declared("ASK { ?s a oa:X\n}").count("\n") == 1
